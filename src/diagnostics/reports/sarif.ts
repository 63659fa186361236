import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";
import type { Code } from "../catalogue/index.ts";
import { accountOfCode } from "../code-account.ts";
import type { Language, Severity } from "../message.ts";
import { type Problem, wording } from "../problem.ts";
import { problemsOf, type ReportPart, type ReportPlace, reportPlace } from "./report.ts";

/**
 * SARIF 2.1.0 (OASIS), the exchange format of code scanning. One run per language of the findings, since a
 * run has one. Rules carry the explanation of the code; accepted findings are suppressed with their reason.
 */

export interface SarifOptions {
  /** Version of the tool. */
  readonly version: string;
}

export function sarifReport(parts: readonly ReportPart[], options: SarifOptions): string {
  const languages = [...new Set(parts.map((p) => p.language))];
  const runs = languages.map((language) =>
    run(
      parts.filter((p) => p.language === language),
      language,
      options,
    ),
  );
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs,
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const LEVEL: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

function run(parts: readonly ReportPart[], language: Language, { version }: SarifOptions) {
  const codes = [
    ...new Set(parts.flatMap((part) => problemsOf(part, "with accepted").map((p) => p.code))),
  ].sort();
  return {
    tool: {
      driver: { name: "banfa", version, rules: codes.map((code) => rule(code, language, version)) },
    },
    language: language === "zh" ? "zh-CN" : "en",
    columnKind: "utf16CodeUnits",
    results: parts.flatMap((part) =>
      problemsOf(part, "with accepted").map((p) => result(p, part.source, language, codes.indexOf(p.code))),
    ),
  };
}

function rule(code: Code, language: Language, version: string) {
  const { title, message, help, explanation, example, severity, family, ambiguity } = accountOfCode(
    code,
    language,
  );
  const paragraphs = [...explanation, ...(help === "" ? [] : [help])];
  const words = language === "zh" ? { wrong: "错误", right: "正确" } : { wrong: "Wrong", right: "Right" };
  const lines =
    example === undefined
      ? []
      : [`${words.wrong}:\n${example.wrong.trimEnd()}`, `${words.right}:\n${example.right.trimEnd()}`];
  const page = language === "zh" ? `${code}.zh-CN.md` : `${code}.md`;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: message },
    help: { text: [...paragraphs, ...lines].join("\n\n") || title },
    // A page of the published package: an address that holds wherever the package is kept.
    helpUri: `pkg:npm/banfa@${encodeURIComponent(version)}#docs/diagnostics/${page}`,
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [family, ...(ambiguity === undefined ? [] : [ambiguity])] },
  };
}

function result(p: Problem, source: SourceText | null, language: Language, ruleIndex: number) {
  const { message, help } = wording(p, language);
  const place = reportPlace(p, source);
  const related = source === null ? [] : (p.related ?? []);
  const fixes = source === null ? [] : (p.fixes ?? []).filter((f) => f.edits.length > 0);
  return {
    ruleId: p.code,
    ruleIndex,
    level: LEVEL[p.severity],
    message: { text: help === "" ? message : `${message}\n${help}` },
    ...(place.file === undefined ? {} : { locations: [location(place)] }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((r) => ({
            ...location(spanPlace(r.span, source!)),
            message: { text: r[language] },
          })),
        }),
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map((f) => ({
            description: { text: f[language] },
            artifactChanges: [
              {
                artifactLocation: { uri: uriOf(source!.placeOf(f.edits[0]!.span).file) },
                replacements: f.edits.map((e) => ({
                  deletedRegion: regionOf(spanPlace(e.span, source!)),
                  insertedContent: { text: e.text },
                })),
              },
            ],
          })),
        }),
    suppressions: p.accepted === undefined ? [] : [{ kind: "inSource", justification: p.accepted }],
  };
}

function spanPlace(span: Span, source: SourceText): ReportPlace {
  const { file, start, end } = source.placeOf(span);
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function location(place: ReportPlace) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(place.file ?? "") },
      ...(place.line === undefined ? {} : { region: regionOf(place) }),
    },
  };
}

function regionOf({ line, column, endLine, endColumn }: ReportPlace) {
  return {
    startLine: line,
    ...(column === undefined ? {} : { startColumn: column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

/** A path as a URI reference: relative paths stay relative, absolute ones become `file:` addresses. */
function uriOf(path: string): string {
  const encoded = path
    .replace(/\\/g, "/")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
  if (encoded.startsWith("/")) return `file://${encoded}`;
  const drive = /^([A-Za-z])%3A\//.exec(encoded);
  return drive ? `file:///${drive[1]}:${encoded.slice(4)}` : encoded;
}
