import { toText } from "../../runtime/rational.ts";
import type * as ir from "./ir.ts";

/** The IR as text, one cell a line, for golden cases and for people who debug a measure. */
export function printMeasure(measure: ir.Measure): string {
  const lines: string[] = [
    `measure ${measure.name}${measure.period === "year" ? "" : ` by ${measure.period}`}`,
  ];
  for (const e of measure.enumerations) lines.push(`${e.kind} ${e.name}: ${e.members.join(" < ")}`);
  for (const p of measure.parameters)
    lines.push(
      `parameter ${p.name}: ${printType(measure, p.type)}${p.value ? ` = ${printExpr(measure, p.value)}` : " (open)"}`,
    );
  for (const s of measure.subjects) {
    lines.push(`subject ${s.name}`);
    for (const f of s.fields)
      lines.push(
        `  ${f.name}: ${f.yearly ? "yearly " : ""}${printType(measure, f.type)}${f.default ? ` default ${printExpr(measure, f.default)}` : ""}`,
      );
  }
  for (const c of measure.cells) {
    const owner = measure.subjects[c.subject]!;
    lines.push(
      `c${c.id} ${owner.name} s${c.stratum} ${c.name ?? "·"}: ${printType(measure, c.type)} = ${printBody(measure, c.body)}`,
    );
  }
  for (const c of measure.clauses) {
    lines.push(
      `clause ${c.id} ${cite(measure, c.cite)} ${measure.subjects[c.subject]!.name} when c${c.when}: ${c.effect}`,
    );
    for (const r of c.reasons)
      lines.push(
        `  ${cite(measure, r.cite)} c${r.holds} ${r.atoms.map((a) => `${a.name} ${a.test}`.trim()).join("; ")}`,
      );
  }
  for (const c of measure.consequences)
    lines.push(
      `consequence of ${c.clause}: ${target(c.target)} ${c.modality}${c.repeat ? ` ${c.repeat}` : ""} ${c.actions.map((a) => `${measure.actions[a.action]!.name}${argument(measure, a.argument)}`).join(" | ")}`,
    );
  for (const r of measure.requirements)
    lines.push(`${r.polarity} ${cite(measure, r.cite)} c${r.holds}: ${r.text}`);
  for (const a of measure.assertions)
    lines.push(
      `assertion ${cite(measure, a.cite)} ${measure.subjects[a.subject]!.name}: ${a.when ? `${printExpr(measure, a.when)} => ` : ""}${printExpr(measure, a.holds)}`,
    );
  return `${lines.join("\n")}\n`;
}

const cite = (m: ir.Measure, index: number): string => m.citations[index]!.text;
const target = (t: ir.Target): string => (t.kind === "self" ? "self" : `${t.kind} ${t.text}`);

function argument(m: ir.Measure, a: ir.Argument | null): string {
  if (a === null) return "";
  return a.kind === "value"
    ? `(${printExpr(m, a.expr)})`
    : `(${a.text}${a.from ? ` from ${printExpr(m, a.from)}` : ""})`;
}

function printType(m: ir.Measure, t: ir.Type | ir.ListType): string {
  switch (t.kind) {
    case "number": {
      const range =
        t.low || t.high ? ` ${t.low ? toText(t.low) : "-∞"}..${t.high ? toText(t.high) : "∞"}` : "";
      return `number[${t.dimension}]${range}${t.step ? ` step ${toText(t.step)}` : ""}`;
    }
    case "choice":
      return `choice ${m.enumerations[t.enumeration]!.name}`;
    case "link":
    case "links":
      return `${t.kind} ${m.subjects[t.subject]!.name}`;
    case "list":
      return `list ${m.records[t.record]!.name} ${t.frequency}`;
    case "truth":
    case "text":
    case "date":
    case "party":
      return t.kind;
  }
}

function printBody(m: ir.Measure, b: ir.CellBody): string {
  switch (b.kind) {
    case "expression":
      return printExpr(m, b.expr);
    case "grade": {
      const grades = m.enumerations[b.enumeration]!.members;
      const bound = (x: ir.Bound) => `c${x.when}→${grades[x.grade]}`;
      const shift = (x: ir.Shift) => `c${x.when}→${x.steps}${x.limit === null ? "" : `≤${grades[x.limit]}`}`;
      const cells = (of: readonly number[]) => of.map((c) => `c${c}`).join(", ");
      const out =
        b.notAssessed.length === 0
          ? ""
          : ` not-assessed [${b.notAssessed.map((x) => `c${x.when}`).join(", ")}]`;
      return `grade base [${b.bases.map((x) => `${x.guard === null ? "" : `c${x.guard}: `}c${x.value}${x.pool ? ` outside [${cells(x.pool.outside)}] inside [${cells(x.pool.inside)}]` : ""}`).join(", ")}]${out} raises [${b.raises.map(shift).join(", ")}] reductions [${b.reductions.map(shift).join(", ")}] floors [${b.floors.map(bound).join(", ")}] ceilings [${b.ceilings.map(bound).join(", ")}] after [${b.after.map(shift).join(", ")}]`;
    }
    case "placement": {
      const grades = m.enumerations[b.enumeration]!.members;
      const under = b.ceilings.map((c) => `c${c.when}→${grades[c.grade]}`).join(", ");
      return `placement by c${b.score} ${b.order}${standing(b)}${b.pool === null ? "" : ` among c${b.pool}`}${under === "" ? "" : ` under [${under}]`} ties ${b.ties} [${b.rows.map((r) => `${r.text} → ${grades[r.grade]}`).join(", ")}] rest ${b.rest === null ? "none" : grades[b.rest]}`;
    }
    case "population":
      return `${b.fn} over ${b.pool === null ? "everyone" : `c${b.pool}`} of ${b.operand === null ? "·" : `c${b.operand}`}${b.fn === "rank" ? ` ${b.order}${standing(b)} ties ${b.ties}` : groups(b.groups)}`;
  }
}

const groups = (cells: readonly number[]): string =>
  cells.length === 0 ? "" : ` by group of ${cells.map((c) => `c${c}`).join(", ")}`;

/** What decides between equals, and who is compared with whom. */
const standing = ({ tieBreak, groups: of }: ir.PlacementBody | ir.PopulationBody): string =>
  `${tieBreak ? ` then c${tieBreak.cell} ${tieBreak.order}` : ""}${groups(of)}`;

function printExpr(m: ir.Measure, e: ir.Expr): string {
  const go = (x: ir.Expr) => printExpr(m, x);
  switch (e.op) {
    case "number":
      return toText(e.value);
    case "truth":
      return String(e.value);
    case "member":
      return e.type.kind === "choice"
        ? m.enumerations[e.type.enumeration]!.members[e.value]!
        : String(e.value);
    case "text":
      return JSON.stringify(e.value);
    case "date":
      return `${e.value.year}-${e.value.month}-${e.value.day}`;
    case "field":
      return `${e.of === "record" ? "r" : ""}f${e.field}`;
    case "cell":
      return `c${e.cell}`;
    case "parameter":
      return m.parameters[e.parameter]!.name;
    case "context":
      return e.what;
    case "via":
      return `f${e.link}→${go(e.target)}`;
    case "negate":
      return `-${go(e.arg)}`;
    case "add":
    case "multiply":
      return `(${e.args.map(go).join(e.op === "add" ? " + " : " × ")})`;
    case "min":
    case "max":
    case "and":
    case "or":
      return `${e.op}(${e.args.map(go).join(", ")})`;
    case "at-least":
      return `at-least ${e.count}(${e.args.map(go).join(", ")})`;
    case "divide":
      return `(${go(e.left)} ÷ ${go(e.right)})`;
    case "round":
      return `round ${e.mode} ${toText(e.step)}(${go(e.arg)})`;
    case "compare":
      return `${go(e.left)} ${e.cmp} ${go(e.right)}`;
    case "one-of":
      return `${go(e.arg)} in {${e.members.join(",")}}`;
    case "not":
      return `not ${go(e.arg)}`;
    case "if":
      return `if ${go(e.condition)} then ${go(e.then)} else ${go(e.otherwise)}`;
    case "bands":
      return `bands ${go(e.arg)} [${e.rows.map((r) => `${r.low ? `${r.low.included ? "[" : "("}${toText(r.low.value)}` : "(-∞"},${r.high ? `${toText(r.high.value)}${r.high.included ? "]" : ")"}` : "∞)"} → ${go(r.result)}`).join("; ")}]${e.otherwise ? ` else ${go(e.otherwise)}` : ""}`;
    case "aggregate":
      return `${e.fn} f${e.list}[]${e.value ? ` of ${go(e.value)}` : ""}${e.where ? ` where ${go(e.where)}` : ""} missing ${e.missing}${e.gap ? ` ${e.gap}` : ""}${e.window ? ` ${printWindow(m, e.window)}` : ""}${e.once ? printOnce(e.once) : ""}`;
    case "linked": {
      const { over } = e;
      const many =
        over.how === "field" ? `f${over.field}` : `${m.subjects[over.subject]!.name}.f${over.field}←`;
      return `${e.fn} ${many}[]${e.value === null ? "" : ` of c${e.value}`}${e.where === null ? "" : ` where c${e.where}`}`;
    }
    case "past":
      return `past ${e.back}${stepsOf(e)}(${go(e.arg)})`;
    case "run":
      return `run ${e.length}${stepsOf(e)} ${e.gap}(${go(e.arg)})`;
    case "run-length":
      return `run-length${stepsOf(e)} ${e.gap}(${go(e.arg)})`;
    case "over-years":
      return `${e.fn} over ${e.each ?? "year"}s ${e.first}..${e.last ?? ""} ago missing ${e.missing}(${go(e.arg)})`;
    case "days-between":
    case "full-years":
      return `${e.op}(${go(e.from)}, ${go(e.to)})`;
    case "later":
      return `${go(e.from)} + ${e.years}y ${e.months}m ${e.days}d${e.workdays === undefined ? "" : ` ${e.workdays}wd`}`;
  }
}

const stepsOf = ({ each }: { readonly each?: "record" }): string => (each ? " records" : "");

function printWindow(m: ir.Measure, w: NonNullable<Extract<ir.Expr, { op: "aggregate" }>["window"]>): string {
  if (w.kind === "years") return `years ${w.first}..${w.last} ago`;
  return w.kind === "since" ? `since ${printExpr(m, w.from)}` : w.kind;
}

function printOnce({ same, atMost }: ir.Once): string {
  const matter = same.length > 0 ? ` same ${same.map((f) => `rf${f}`).join(", ")}` : "";
  return `${matter}${atMost ? ` at most ${atMost.count} in ${atMost.months} months` : ""}`;
}
