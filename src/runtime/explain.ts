/**
 * A result in sentences: how each grade came about, what fired and on which figures, what follows, and what
 * is missing. Names stay as the measure writes them in either language.
 */
import type { Tables, TypeTable } from "./abi.ts";
import { causeWords } from "./explain-causes.ts";
import { jsonRational } from "./history.ts";
import { decimals, divide, multiply, parseRational, type Rational, toFixed, toText } from "./rational.ts";
import type {
  ClauseResult,
  ConsequenceResult,
  Figure,
  FindingResult,
  GradeResult,
  GradeStep,
  SubjectResult,
  Undetermined,
} from "./result.ts";

export type ExplainLanguage = "zh" | "en";

/** The result of one subject, sentence by sentence. `tables` are those of the compiled measure. */
export function explainSubject(result: SubjectResult, language: ExplainLanguage, tables: Tables): string[] {
  return new Explainer(language, result, tables).all();
}

class Explainer {
  private readonly zh: boolean;
  private readonly result: SubjectResult;
  private readonly steps: ReadonlyMap<string, Rational>;

  constructor(language: ExplainLanguage, result: SubjectResult, tables: Tables) {
    this.zh = language === "zh";
    this.result = result;
    this.steps = stepsByName(tables, result.kind);
  }

  all(): string[] {
    const { result } = this;
    return [
      ...Object.keys(result.grades).flatMap((name) => this.grade(name, result.grades[name]!)),
      ...result.clauses.map((c) => this.clause(c)),
      ...result.consequences.map((c) => this.consequence(c)),
      ...result.findings.map((f) => this.finding(f)),
      ...result.undetermined.map((u) => this.open(u)),
    ];
  }

  private list(items: readonly string[]): string {
    return items.join(this.zh ? "、" : ", ");
  }

  // ──────────────────────────────── grades ────────────────────────────────

  private grade(name: string, g: GradeResult): string[] {
    const out: string[] = [];
    const { base } = g;
    if (base && base.possible.length > 0) {
      const grade = base.grade ?? base.possible.join(this.zh ? " 或 " : " or ");
      const text = base.text === "" ? "" : this.zh ? `(${base.text})` : ` (${base.text})`;
      out.push(
        this.zh
          ? `${name} 的基础等次为 ${grade}${text},依${this.list(base.cites)}。`
          : `${name} starts as ${grade}${text} under ${this.list(base.cites)}.`,
      );
    }
    for (const s of g.notAssessed) out.push(this.step(s, this.zh ? "不予评定" : "is not graded"));
    for (const s of g.raises) out.push(this.step(s, this.shift(s, true)));
    for (const s of g.reductions) out.push(this.step(s, this.shift(s, false)));
    for (const s of g.floors) out.push(this.step(s, this.bound(s, "最低评为", "is at least")));
    for (const s of g.ceilings)
      out.push(
        s.veto
          ? this.step(s, this.bound(s, "评为", "is set to"))
          : this.step(s, this.bound(s, "最高评为", "is at most")),
      );
    for (const s of g.after) out.push(this.step(s, this.shift(s, false)));
    out.push(this.outcome(name, g));
    return out;
  }

  private step(s: GradeStep, what: string): string {
    const cites = this.list(s.cites);
    if (this.zh) return s.certain ? `依${cites} ${what}。` : `依${cites} 可能 ${what},尚不能确定。`;
    return s.certain ? `Under ${cites} the grade ${what}.` : `Under ${cites} the grade possibly ${what}.`;
  }

  private shift(s: GradeStep, up: boolean): string {
    const limit =
      s.limit === undefined
        ? ""
        : this.zh
          ? `,${up ? "最高" : "最低"} ${s.limit}`
          : `, but not beyond ${s.limit}`;
    if (this.zh) return `${up ? "提高" : "降低"}${s.steps}个等次${limit}`;
    return `${up ? "rises" : "falls"} by ${s.steps} step${s.steps === 1 ? "" : "s"}${limit}`;
  }

  private bound(s: GradeStep, zh: string, en: string): string {
    return `${this.zh ? zh : en} ${s.grade}`;
  }

  private outcome(name: string, g: GradeResult): string {
    if (g.grade !== null) return this.zh ? `${name} 为 ${g.grade}。` : `${name} is ${g.grade}.`;
    if (g.possible.length === 0) return this.zh ? `${name} 未评定。` : `${name} is not given.`;
    const possible = this.list(g.possible);
    return this.zh
      ? `${name} 尚不能确定,可能为 ${possible}。`
      : `${name} is not settled; still possible: ${possible}.`;
  }

  // ──────────────────────────────── clauses ────────────────────────────────

  /** 综合得分 58.50分: with the decimals in which the measure keeps that figure. */
  private figure(f: Figure): string {
    const exact = jsonRational(f.value);
    let value: string;
    if (exact !== undefined) {
      const step = this.steps.get(f.name);
      const places = (step && decimals(step)) ?? decimals(exact) ?? 4;
      value =
        decimals(exact) === undefined || decimals(exact)! <= places ? toFixed(exact, places) : toText(exact);
    } else if (f.value === null) value = this.zh ? "待定" : "open";
    else if (typeof f.value === "boolean") value = this.zh ? (f.value ? "是" : "否") : f.value ? "yes" : "no";
    else value = Array.isArray(f.value) ? f.value.join("、") : String(f.value);
    const shown = `${f.name} ${value}${f.unit}`;
    return f.test === "" ? shown : this.zh ? `${shown},${f.test}` : `${shown} (${f.test})`;
  }

  private figures(figures: readonly Figure[]): string {
    return figures.map((f) => this.figure(f)).join(this.zh ? ";" : "; ");
  }

  private clause(c: ClauseResult): string {
    const why = c.figures.length > 0 ? this.figures(c.figures) : c.condition;
    return this.zh ? `${why},依${c.cite}${c.effect}。` : `${why}: under ${c.cite}, ${c.effect}.`;
  }

  private consequence(c: ConsequenceResult): string {
    const who =
      c.targetIds.length > 0 && c.target !== "本人" ? `${c.target}(${c.targetIds.join("、")})` : c.target;
    const argument = c.argument === null ? "" : `(${c.argument})`;
    const cites = this.list(c.cites);
    const by = c.by.length === 0 ? "" : this.zh ? `由${c.by.join("、")}` : ` by ${c.by.join(", ")}`;
    if (this.zh) {
      const modality = { must: "", may: "可以", advisory: "优先", discretionary: "酌情" }[c.modality];
      const time = c.until === null ? "" : `,自 ${c.from} 至 ${c.until}`;
      const pick = c.choice.length > 0 ? "择一:" : "";
      return `${by}对 ${who} ${modality}${pick}${c.action}${argument}${time},依${cites}。`;
    }
    const modality = {
      must: "",
      may: "may: ",
      advisory: "with priority: ",
      discretionary: "at discretion: ",
    }[c.modality];
    const time = c.until === null ? "" : ` from ${c.from} to ${c.until}`;
    const pick = c.choice.length > 0 ? "one of " : "";
    return `For ${who === "本人" ? "the subject itself" : who}${by}: ${modality}${pick}${c.action}${argument}${time}, under ${cites}.`;
  }

  private finding(f: FindingResult): string {
    const status = this.zh
      ? { met: "符合", "not-met": "不符合", undetermined: "尚不能确定" }[f.status]
      : { met: "met", "not-met": "not met", undetermined: "not settled" }[f.status];
    const why =
      f.figures.length === 0
        ? ""
        : this.zh
          ? `(${this.figures(f.figures)})`
          : ` (${this.figures(f.figures)})`;
    return this.zh
      ? `${f.cite} ${f.requirement}:${status}${why}。`
      : `${f.cite} ${f.requirement}: ${status}${why}.`;
  }

  // ─────────────────────────────── open points ───────────────────────────────

  private open(u: Undetermined): string {
    const causes = causeWords(u.because, this.zh ? "zh" : "en", this.result.id);
    const what = this.zh
      ? { value: "数值", grade: "等次", clause: "条款", consequence: "措施", finding: "要求" }[u.what]
      : u.what;
    const possible =
      u.possible.length === 0 ? "" : u.what === "grade" ? this.list(u.possible) : u.possible.join("~");
    if (this.zh) {
      const range = possible === "" ? "" : `,可能为 ${possible}`;
      return `${what} ${u.name}(${u.cite})尚不能确定${range}:${causes.join(";")}。`;
    }
    const range = possible === "" ? "" : ` (possibly ${possible})`;
    return `The ${what} ${u.name} (${u.cite}) is not settled${range}: ${causes.join("; ")}.`;
  }
}

/** In the unit of display, the step of every named number of a kind. */
function stepsByName(tables: Tables, kind: string): ReadonlyMap<string, Rational> {
  const steps = new Map<string, Rational>();
  const note = (name: string, type: TypeTable | { readonly kind: "list" }): void => {
    if (type.kind !== "number" || type.step === null) return;
    const step = divide(parseRational(type.step)!, parseRational(type.factor)!);
    if (multiply(step, step).num !== 0n) steps.set(name, step);
  };
  const index = tables.subjects.findIndex((s) => s.name === kind);
  for (const f of tables.subjects[index]?.fields ?? []) note(f.name, f.type);
  for (const c of tables.cells) if (c.subject === index && c.name !== null) note(c.name, c.type);
  return steps;
}
