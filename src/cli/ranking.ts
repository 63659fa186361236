import type { Measure } from "../compiler/ir/ir.ts";
import type { Language } from "../diagnostics/message.ts";
import { byScore, figureOf, rankedBy } from "../report/results/view.ts";
import type { CohortResult, SubjectResult } from "../runtime/result.ts";
import type { Session } from "./session.ts";
import { table } from "./table.ts";
import { valueText } from "./values.ts";

/** The head of the ranking, or of the list where a measure does not rank: who they are, score and grades. */

const SHOWN = 10;

export function rankingOf(result: CohortResult, m: Measure, s: Session, language: Language): string {
  const zh = language === "zh";
  const ranking = rankedBy(m).find((r) => r.place === null) ?? null;
  const kind = ranking?.kind ?? m.subjects.find((k) => result.subjects.some((x) => x.kind === k.name))?.name;
  if (kind === undefined) return "";
  const subjects = result.subjects.filter((x) => x.kind === kind);
  const shown = ranking === null ? subjects : [...subjects].sort(byScore(ranking.score, ranking.order));
  if (shown.length === 0) return "";
  const grades = [...new Set(subjects.flatMap((x) => Object.keys(x.grades)))];
  const values = ranking === null ? namedValues(m, kind) : [ranking.score];

  const place = ranking === null ? [] : [{ head: zh ? "序号" : "No.", align: "right" as const }];
  const id = m.subjects.find((k) => k.name === kind);
  const columns = [
    ...place,
    { head: id?.fields[id.key]?.name ?? (zh ? "标识" : "Id") },
    ...values.map((head) => ({ head, align: "right" as const })),
    ...grades.map((head) => ({ head })),
    { head: zh ? "依据" : "Clauses" },
  ];
  const rows = shown
    .slice(0, SHOWN)
    .map((x, i) => [
      ...(ranking === null ? [] : [String(i + 1)]),
      x.id,
      ...values.map((v) => valueText(figureOf(x, v), language)),
      ...grades.map((g) => gradeText(x, g, language)),
      [...new Set(x.clauses.map((c) => c.cite))].join(zh ? "、" : ", "),
    ]);
  const title =
    ranking === null
      ? zh
        ? `${kind}（前 ${rows.length} 个，共 ${shown.length} 个）`
        : `${kind} (first ${rows.length} of ${shown.length})`
      : zh
        ? `${kind}按 ${ranking.score} 排列（前 ${rows.length} 个，共 ${shown.length} 个）`
        : `${kind} by ${ranking.score} (first ${rows.length} of ${shown.length})`;
  return [
    s.paint.info(title),
    ...table(columns, rows, { indent: 2, columns: s.io.columns, head: s.paint.faint }),
  ].join("\n");
}

/** Named numbers of a kind, at most three, the last defined first: totals are defined after their parts. */
function namedValues(m: Measure, kind: string): string[] {
  return m.cells
    .filter((c) => m.subjects[c.subject]?.name === kind && c.type.kind === "number")
    .map((c) => c.name)
    .filter((name) => name !== null)
    .reverse()
    .slice(0, 3);
}

function gradeText(x: SubjectResult, scale: string, language: Language): string {
  const grade = x.grades[scale];
  if (grade === undefined) return "";
  if (grade.grade !== null) return grade.grade;
  const zh = language === "zh";
  if (grade.possible.length === 0) return zh ? "不予评定" : "not assessed";
  return `${zh ? "未定：" : "open: "}${grade.possible.join("/")}`;
}
