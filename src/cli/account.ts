import type { Measure, OutlineEntry, ProcedureData } from "../compiler/ir/ir.ts";
import type { Language } from "../diagnostics/message.ts";
import { visible } from "../diagnostics/width.ts";
import { multiply, rational, toText } from "../runtime/rational.ts";
import { dateText } from "./account-json.ts";
import type { Session } from "./session.ts";
import { account, table } from "./table.ts";

/**
 * What a measure that compiles holds, on one screen: who is assessed, the scales, how many clauses do
 * what, what is still open, who does what by when, and the articles that compute nothing.
 */

const WORDS = {
  zh: {
    measure: "办法",
    issued: "制定机关",
    effective: "施行",
    subjects: "对象",
    fields: (n: number, key: string) => `${n} 个字段，标识 ${key}`,
    scales: "等次",
    clauses: "条款",
    counts: (n: number, conditional: number, consequences: number, requirements: number) =>
      `${n} 条参与计算；${conditional} 个条件条款，${consequences} 项后果，${requirements} 项要求`,
    open: "待定",
    nothingOpen: "没有待定参数",
    declared: "宣示",
    procedures: "程序",
    step: "步骤",
    who: "由谁",
    deadline: "期限",
    what: "事项",
    lasting: (d: string) => `（${d}）`,
    draws: "抽查",
    clause: "条款",
    name: "名称",
    amount: "数量",
    from: "范围",
    grouped: (by: string) => `，按 ${by} 分组`,
    rounded: { "half-up": "，四舍五入", down: "，向下取整", up: "，向上取整" },
    separator: "、",
  },
  en: {
    measure: "Measure",
    issued: "Issued by",
    effective: "In force",
    subjects: "Subjects",
    fields: (n: number, key: string) => `${n} fields, id ${key}`,
    scales: "Grades",
    clauses: "Clauses",
    counts: (n: number, conditional: number, consequences: number, requirements: number) =>
      `computing provisions: ${n}; conditional clauses: ${conditional}, consequences: ${consequences}, requirements: ${requirements}`,
    open: "Open",
    nothingOpen: "no open parameter",
    declared: "Declared",
    procedures: "Procedures",
    step: "Step",
    who: "Who",
    deadline: "When",
    what: "What",
    lasting: (d: string) => ` (${d})`,
    draws: "Draws",
    clause: "Clause",
    name: "Name",
    amount: "Amount",
    from: "From",
    grouped: (by: string) => `, grouped by ${by}`,
    rounded: { "half-up": ", rounded half up", down: ", rounded down", up: ", rounded up" },
    separator: ", ",
  },
} as const;

const HUNDRED = rational(100n, 1n);

type Words = (typeof WORDS)[Language];

export function accountOf(m: Measure, s: Session, language: Language): string {
  const words = WORDS[language];
  const cite = (index: number | null) => (index === null ? "" : (m.citations[index]?.text ?? ""));
  const rows: [string, string][] = [];
  const add = (label: string, texts: readonly string[]) => {
    for (const [i, text] of texts.entries()) rows.push([i === 0 ? s.paint.info(label) : "", text]);
  };

  add(
    words.measure,
    [
      m.title ?? m.name,
      [m.documentNumber, m.issuers.join(words.separator)].filter((t) => t !== null && t !== "").join(" · "),
    ].filter((t) => t !== ""),
  );
  if (m.effective !== null) add(words.effective, [dateText(m.effective)]);
  add(
    words.subjects,
    table(
      [{}, {}],
      m.subjects
        .filter((k) => !k.of)
        .map((k) => [
          k.name,
          words.fields(k.fields.filter((f) => !f.derived).length, k.fields[k.key]?.name ?? ""),
        ]),
      { columns: s.io.columns - 10 },
    ),
  );
  add(
    words.scales,
    m.enumerations
      .filter((e) => e.kind === "scale")
      .map((e) => `${e.name}: ${[...e.members].reverse().join(" > ")}`),
  );
  add(words.clauses, [
    words.counts(
      entries(m, "computed").length,
      m.clauses.length,
      m.consequences.length,
      m.requirements.length,
    ),
  ]);
  const open = m.parameters.filter((p) => p.value === null);
  add(
    words.open,
    open.length === 0
      ? [words.nothingOpen]
      : open.map((p) => [s.paint.warning(visible(p.name)), cite(p.cite)].filter((t) => t !== "").join("  ")),
  );
  const declared = entries(m, "declared").map((e) => cite(e.cite));
  if (declared.length > 0) add(words.declared, [declared.join(words.separator)]);

  return [
    ...account(rows, { columns: s.io.columns }),
    ...procedures(m, cite, words, s),
    ...draws(m, cite, words, s),
  ].join("\n");
}

function entries(m: Measure, handling: OutlineEntry["handling"]): OutlineEntry[] {
  return m.outline.filter((e) => e.handling === handling);
}

function procedures(m: Measure, cite: (i: number) => string, words: Words, s: Session): string[] {
  if (m.procedures.length === 0) return [];
  const rows = m.procedures.flatMap((p) => [
    [s.paint.strong(`${visible(cite(p.cite))} ${visible(p.name)}`)],
    ...p.steps.map((step, i) => stepRow(step, p.steps[i - 1]?.label ?? null, words)),
  ]);
  // A measure without deadlines needs no column for them.
  const dated = m.procedures.some((p) => p.steps.some((step) => step.deadline !== null));
  const heads = [words.step, words.who, ...(dated ? [words.deadline] : []), words.what].map((head) => ({
    head,
  }));
  const shown = dated ? rows : rows.map((row) => row.filter((_, i) => i !== 2));
  const lines = table(heads, shown, { indent: 2, columns: s.io.columns, head: s.paint.faint });
  return ["", s.paint.info(words.procedures), ...lines];
}

/** Several acts of one step show its label once. */
function stepRow(step: ProcedureData["steps"][number], before: string | null, words: Words): string[] {
  const what = [step.verb, step.what.join(words.separator)].filter((t) => t !== "").join(" ");
  const to = step.toWhom.length === 0 ? "" : ` → ${step.toWhom.join(words.separator)}`;
  const lasting = step.duration === null ? "" : words.lasting(step.duration.text);
  const label = step.label === before ? "" : (step.label ?? "");
  return [label, step.who.join(words.separator), step.deadline?.text ?? "", what + lasting + to];
}

function draws(m: Measure, cite: (i: number) => string, words: Words, s: Session): string[] {
  if (m.draws.length === 0) return [];
  const rows = m.draws.map((d) => {
    const amount = d.share ? `${toText(multiply(d.amount, HUNDRED))}%` : toText(d.amount);
    const grouped = d.groupedBy.length === 0 ? "" : words.grouped(d.groupedBy.join(words.separator));
    const rounded = d.rounding === null ? "" : words.rounded[d.rounding];
    return [cite(d.cite), d.name ?? "", amount, d.from.join(words.separator) + grouped + rounded];
  });
  const heads = [words.clause, words.name, words.amount, words.from].map((head) => ({ head }));
  const lines = table(heads, rows, { indent: 2, columns: s.io.columns, head: s.paint.faint });
  return ["", s.paint.info(words.draws), ...lines];
}
