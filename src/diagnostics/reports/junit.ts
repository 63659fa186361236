import { type Problem, wording } from "../problem.ts";
import { renderProblem } from "../render.ts";
import { type ReportCase, type ReportPart, reportPlace } from "./report.ts";

/**
 * JUnit's XML, which nearly every continuous integration shows: a suite per file, a test case per finding or
 * tried case. Errors fail; warnings do where the command was told so; what does not fail is in `system-out`.
 */

export function junitReport(parts: readonly ReportPart[]): string {
  const suites = parts.map(suite);
  const sum = (of: (s: Suite) => number) => suites.reduce((total, s) => total + of(s), 0);
  const counts = `tests="${sum((s) => s.tests)}" failures="${sum((s) => s.failures)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="banfa" ${counts}>`,
    ...suites.flatMap((s) => s.lines),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Suite {
  readonly lines: readonly string[];
  readonly tests: number;
  readonly failures: number;
}

function suite(part: ReportPart): Suite {
  const open = part.problems.filter((p) => p.accepted === undefined);
  const fails = (p: Problem) =>
    p.severity === "error" || (part.failOn === "warning" && p.severity === "warning");
  const cases = (part.cases ?? []).map((c) => tried(part, c));
  const findings = open.map((p) => finding(part, p, fails(p)));
  // A suite without test cases reads as “nothing was tried”.
  const none = cases.length + findings.length === 0 ? [testCase(part.name, part.name)] : [];
  const lines = [...cases, ...findings, ...none];
  const failures = open.filter(fails).length + (part.cases ?? []).filter((c) => c.problems.length > 0).length;
  const attributes = `name="${escaped(part.name)}" tests="${lines.length}" failures="${failures}"`;
  return {
    lines: [`  <testsuite ${attributes}>`, ...lines, "  </testsuite>"],
    tests: lines.length,
    failures,
  };
}

/** One test case for a tried case, however many differences it has. */
function tried(part: ReportPart, { name, problems }: ReportCase): string {
  const [first] = problems;
  if (first === undefined) return testCase(part.name, name);
  const texts = problems.map((p) => renderProblem(p, part.source, { language: part.language }));
  const { message } = wording(first, part.language);
  const content = element("failure", texts.join("\n"), { message, type: first.code });
  const { file, line } = reportPlace(first, part.source);
  return testCase(part.name, name, content, file, line);
}

function finding(part: ReportPart, p: Problem, fails: boolean): string {
  const { file, line, column } = reportPlace(p, part.source);
  const { title, message } = wording(p, part.language);
  const place = [line, column].filter((x) => x !== undefined).join(":");
  const name = [p.code, title, place].filter((x) => x !== "").join(" ");
  const text = renderProblem(p, part.source, { language: part.language });
  const content = fails
    ? element("failure", text, { message, type: p.code })
    : element("system-out", text, {});
  return testCase(part.name, name, content, file, line);
}

function testCase(suiteName: string, name: string, content?: string, file?: string, line?: number): string {
  const attributes = [
    `name="${escaped(name)}"`,
    `classname="${escaped(suiteName)}"`,
    ...(file === undefined ? [] : [`file="${escaped(file)}"`]),
    ...(line === undefined ? [] : [`line="${line}"`]),
  ].join(" ");
  return content === undefined
    ? `    <testcase ${attributes}/>`
    : `    <testcase ${attributes}>\n${content}\n    </testcase>`;
}

function element(name: string, text: string, attributes: Readonly<Record<string, string>>): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `      <${name}${list.join("")}>${escaped(text).replace(/&#10;/g, "\n")}</${name}>`;
}

/** Text for content or a quoted attribute. Characters that XML 1.0 cannot hold, even encoded, become `�`. */
function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"'\n\r\t]/g, (c) => ENTITIES[c] ?? c);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};
