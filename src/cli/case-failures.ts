import type { TestCase } from "../data/cases.ts";
import type { Language } from "../diagnostics/message.ts";
import { alike, enumerated, inMessage, unsaid, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { visible } from "../diagnostics/width.ts";
import type { Difference } from "./case-check.ts";
import type { Session } from "./session.ts";
import { table } from "./table.ts";

/** What came out of cases, in words: those that failed, as findings and for people, and how many there are. */

export interface SubjectDifferences {
  readonly subject: string;
  readonly kind: string;
  readonly differences: readonly Difference[];
}

export interface Outcome {
  readonly test: TestCase;
  readonly failures: readonly SubjectDifferences[];
  readonly problems: readonly Problem[];
}

const WHAT = {
  zh: {
    grade: "等次",
    value: "数值",
    clauses: "条款",
    consequences: "后果",
    undetermined: "未定",
    finding: "要求",
    assertion: "断言不成立",
    failed: "不符",
    expected: "应为",
    actual: "实为",
    by: "依据",
    separator: "、",
  },
  en: {
    grade: "grade",
    value: "value",
    clauses: "clauses",
    consequences: "consequences",
    undetermined: "undetermined",
    finding: "finding",
    assertion: "assertion refuted",
    failed: "FAILED",
    expected: "expected",
    actual: "got",
    by: "by",
    separator: ", ",
  },
} as const;

const cited = (cites: readonly string[]) => inMessage("cites", enumerated(cites));

/** The failures of a case as findings, each at the line of its expectation. */
export function differences(o: Outcome): Problem[] {
  return o.failures.flatMap((f) =>
    f.differences.map((d) => {
      const [zh, en] = [WHAT.zh[d.what], WHAT.en[d.what]];
      return problem(
        "BF9032",
        {
          name: o.test.name,
          subject: `${f.kind} ${f.subject}`,
          ...(d.name === "" ? inMessage("what", { zh, en }) : alike("what", d.name)),
          expected: d.expected,
          actual: d.actual,
          ...(d.cites.length === 0 ? unsaid("by") : worded("by", "came-from", cited(d.cites))),
        },
        { data: { file: o.test.file, row: d.line } },
      );
    }),
  );
}

export function failureText(o: Outcome, s: Session, language: Language): string {
  const words = WHAT[language];
  const head = `${s.paint.error(s.paint.strong(words.failed))} ${visible(o.test.file)}:${o.test.line} ${s.paint.strong(visible(o.test.name))}`;
  const rows = o.failures.flatMap((f) => [
    [`${visible(f.kind)} ${visible(f.subject)}`],
    ...f.differences.flatMap((d) => [
      [`  ${d.name === "" ? words[d.what] : d.name}`, words.expected, d.expected],
      ["", words.actual, d.actual],
      ...(d.cites.length === 0 ? [] : [["", words.by, d.cites.join(words.separator)]]),
    ]),
  ]);
  return [head, ...table([{}, {}, {}], rows, { indent: 2, columns: s.io.columns })].join("\n");
}

export function summaryLine(
  path: string,
  total: number,
  failed: number,
  s: Session,
  language: Language,
): string {
  const passed = total - failed;
  const paint = failed > 0 ? s.paint.error : s.paint.good;
  const text =
    language === "zh"
      ? `${total} 个案例，${passed} 个相符，${failed} 个不符`
      : `${total} cases: ${passed} passed, ${failed} failed`;
  return `${visible(path)}${language === "zh" ? "：" : ": "}${paint(text)}`;
}
