/**
 * A result in sentences: how each grade came about, what fired and on which figures, what follows, and what
 * is missing. Names stay as the measure writes them in either language.
 *
 * @module banfa/runtime/explain
 */
import type { Tables, TypeTable } from "./abi.ts";
import { causeWords, figuresLooked, openName, selfWords } from "./explain-causes.ts";
import { jsonRational } from "./json-numbers.ts";
import type { Evaluator } from "./measure.ts";
import type { Outcome } from "./outcome.ts";
import { decimals, divide, multiply, parseRational, type Rational, toFixed, toText } from "./rational.ts";
import {
  type ClauseResult,
  type ConsequenceResult,
  type Figure,
  type FindingResult,
  type GradeResult,
  type GradeStep,
  NOT_APPLICABLE,
  type SubjectResult,
  type Undetermined,
} from "./result.ts";

/** The languages of explanations. */
export type ExplainLanguage = "zh" | "en";

/**
 * The sentences that explain an outcome, with clauses and figures.
 * @param lang the language of the sentences; without it that of the measure
 */
export function explain(
  measure: Evaluator,
  outcome: Outcome,
  { lang }: { readonly lang?: ExplainLanguage } = {},
): string[] {
  const { tables } = measure.compiled;
  return explainSubject(outcome.report, lang ?? tables.language, tables);
}

/** The result of one subject, sentence by sentence. `tables` are those of the compiled measure. */
export function explainSubject(result: SubjectResult, language: ExplainLanguage, tables: Tables): string[] {
  const all = [
    ...new Explainer(language, result, tables).all(),
    ...Object.entries(result.records ?? {}).flatMap(([list, records]) =>
      records.flatMap((r) => {
        // A record is explained like a subject; its consequences are the subject's.
        const row = { ...r, id: result.id, kind: `${result.kind}·${list}`, consequences: [] };
        const heading = `${list}(${r.record})`;
        const about = new Explainer(language, row, tables, heading);
        return [...about.known(), ...about.all()].map((sentence) => `${heading} ${sentence}`);
      }),
    ),
  ];
  if (all.length > 0) return all;
  return [language === "zh" ? `${NOTHING.zh}。` : `${NOTHING.en}.`];
}

/** Said of a subject of which there is nothing to say. */
const NOTHING = {
  zh: "没有等次、触发的条款、后果和要求，也没有待定的",
  en: "No grade, no clause that fires, no consequence, no requirement, and nothing open",
};

type NumberTable = Extract<TypeTable, { kind: "number" }>;

class Explainer {
  private readonly zh: boolean;
  private readonly result: SubjectResult;
  private readonly types: ReadonlyMap<string, NumberTable>;
  /** Names of the facts that may be left out. */
  private readonly optional: ReadonlySet<string>;

  /** @param record what the record is called that the sentences are about */
  constructor(
    language: ExplainLanguage,
    result: SubjectResult,
    tables: Tables,
    private readonly record?: string,
  ) {
    this.zh = language === "zh";
    this.result = result;
    this.types = numbersByName(tables, result.kind);
    const fields = tables.subjects.find((s) => s.name === result.kind)?.fields ?? [];
    this.optional = new Set(fields.flatMap((f) => (f.optional ? [f.name] : [])));
  }

  all(): string[] {
    const { result } = this;
    return [
      ...Object.keys(result.grades).flatMap((name) => this.grade(name, result.grades[name]!)),
      ...result.clauses.map((c) => this.clause(c)),
      ...result.consequences.filter((c) => !this.said(c)).map((c) => this.consequence(c)),
      ...result.findings.map((f) => this.finding(f)),
      ...this.openTogether().map(([u, objects]) => this.open(u, objects)),
    ];
  }

  /** What was reported of a record and computed from it; of a subject that stands in tables of its own. */
  known(): string[] {
    const { facts, values } = this.result;
    const part = (zh: string, en: string, items: readonly string[]) =>
      items.length === 0 ? [] : [(this.zh ? zh : en) + this.list(items)];
    const shown = (all: typeof facts) => (name: string) =>
      this.figure({ name, value: all[name]!, unit: this.types.get(name)?.unit ?? "", test: "" });
    const names = Object.keys(facts);
    const lacking = names.filter((name) => facts[name] === null);
    const given = names.filter((name) => facts[name] !== null).map(shown(facts));
    const parts = [
      ...part("报来 ", "reported: ", given),
      ...part(
        "没有填报 ",
        "not reported: ",
        lacking.filter((name) => !this.optional.has(name)),
      ),
      ...part("算出 ", "computed: ", Object.keys(values).map(shown(values))),
    ];
    return parts.length === 0 ? [] : [this.zh ? `${parts.join("；")}。` : `${parts.join("; ")}.`];
  }

  private list(items: readonly string[]): string {
    return items.join(this.zh ? "、" : ", ");
  }

  // ──────────────────────────────── grades ────────────────────────────────

  /** One sentence a grade: what it starts as, each effect with its clauses, the outcome. */
  private grade(name: string, g: GradeResult): string[] {
    const parts: string[] = [];
    const { base } = g;
    // A row 不予评定 gives no grade to start from.
    const none = g.notAssessed.some((s) => s.certain && s.cites.some((c) => base?.cites.includes(c)));
    if (base && base.possible.length > 0 && !none) {
      const grade = base.grade ?? base.possible.join(this.zh ? " 或 " : " or ");
      const figures = base.figures.map((f) => this.figure(f));
      // 优秀季度 1次 is in the row 1次.
      const told = base.text === "" || figures.some((f) => f.endsWith(` ${base.text}`));
      const shown = told ? figures : [...figures, base.text];
      const text = shown.length === 0 ? "" : this.zh ? `（${shown.join("，")}）` : ` (${shown.join(", ")})`;
      const cites = this.list(base.cites);
      parts.push(this.zh ? `依${cites}先评为 ${grade}${text}` : `starts as ${grade}${text} under ${cites}`);
    }
    const steps = [
      ...g.notAssessed.map((s) => [s, this.zh ? "不予评定" : "takes the subject out"] as const),
      ...g.raises.map((s) => [s, this.shift(s, true)] as const),
      ...g.reductions.map((s) => [s, this.shift(s, false)] as const),
      ...g.floors.map((s) => [s, this.bound(s, "最低评为", "at least")] as const),
      ...g.ceilings.map(
        (s) => [s, s.veto ? this.bound(s, "评为", "set to") : this.bound(s, "最高评为", "at most")] as const,
      ),
      ...g.after.map((s) => [s, `${this.zh ? "再" : "then "}${this.shift(s, false)}`] as const),
    ];
    // Clauses with the same effect are named together.
    const byEffect = new Map<string, { cites: string[]; certain: boolean }>();
    for (const [s, what] of steps) {
      const key = `${s.certain} ${what}`;
      const known = byEffect.get(key) ?? { cites: [], certain: s.certain };
      known.cites.push(...s.cites);
      byEffect.set(key, known);
    }
    for (const [key, { cites, certain }] of byEffect) {
      const what = key.slice(key.indexOf(" ") + 1);
      const from = this.list([...new Set(cites)]);
      if (this.zh) parts.push(certain ? `依${from} ${what}` : `依${from} 可能${what}`);
      else parts.push(certain ? `${what} under ${from}` : `possibly ${what} under ${from}`);
    }
    return [
      this.zh
        ? `${name}：${[...parts, this.outcome(g)].join("；")}。`
        : `${name}: ${[...parts, this.outcome(g)].join("; ")}.`,
    ];
  }

  private shift(s: GradeStep, up: boolean): string {
    const limit =
      s.limit === undefined
        ? ""
        : this.zh
          ? `，${up ? "最高" : "最低"} ${s.limit}`
          : `, but not beyond ${s.limit}`;
    if (this.zh) return `${up ? "提高" : "降低"}${s.steps}个等次${limit}`;
    return `${up ? "rises" : "falls"} by ${s.steps} step${s.steps === 1 ? "" : "s"}${limit}`;
  }

  private bound(s: GradeStep, zh: string, en: string): string {
    return `${this.zh ? zh : en} ${s.grade}`;
  }

  private outcome(g: GradeResult): string {
    if (g.grade !== null) return this.zh ? `结果为 ${g.grade}` : `the result is ${g.grade}`;
    if (g.possible.length === 0) return this.zh ? "没有评定" : "no grade is given";
    const possible = this.list(g.possible);
    return this.zh ? `尚不能确定，可能为 ${possible}` : `not settled, still possible: ${possible}`;
  }

  // ──────────────────────────────── clauses ────────────────────────────────

  /** 综合得分 58.50分: with the decimals in which the measure keeps that figure. */
  private figure(f: Figure, certain = false): string {
    const exact = jsonRational(f.value);
    let value: string;
    if (exact !== undefined) {
      const step = stepOf(this.types.get(f.name));
      const places = (step && decimals(step)) ?? decimals(exact) ?? 4;
      value =
        decimals(exact) === undefined || decimals(exact)! <= places ? toFixed(exact, places) : toText(exact);
    } else if (f.value === null) return this.openFigure(f, certain);
    else if (typeof f.value === "boolean") return this.truth(f.name, f.value);
    else if (f.value === NOT_APPLICABLE) return `${f.name} ${this.zh ? NOT_APPLICABLE : "does not apply"}`;
    else value = Array.isArray(f.value) ? f.value.join("、") : String(f.value);
    // A test for one option says what the value is.
    if (f.test === `为 ${value}` || f.test === `is ${value}`) return `${f.name} ${f.test}`;
    const shown = `${f.name} ${value}${f.unit}`;
    return f.test === "" ? shown : this.zh ? `${shown}，${f.test}` : `${shown} (${f.test})`;
  }

  /** A test can be met whatever the figure will be. @param certain it is met */
  private openFigure({ name, test }: Figure, certain: boolean): string {
    const sure = certain && test !== "";
    if (this.zh) return sure ? `${name} 待定，但无论如何 ${test}` : `${name} 待定`;
    return sure ? `${name} open, but in any case ${test}` : `${name} open`;
  }

  /** 弄虚作假; 非 新任. */
  private truth(name: string, value: boolean): string {
    return value ? name : this.zh ? `非 ${name}` : `not ${name}`;
  }

  private figures(figures: readonly Figure[], certain = false): string {
    return figures.map((f) => this.figure(f, certain)).join(this.zh ? "；" : "; ");
  }

  private clause(c: ClauseResult): string {
    const why = c.figures.length > 0 ? this.figures(c.figures, true) : c.condition;
    return this.zh ? `${why}，依${c.cite} ${c.effect}。` : `${why}: under ${c.cite}, ${c.effect}.`;
  }

  /** The sentence of its clause has already said everything about it. */
  private said(c: ConsequenceResult): boolean {
    const more =
      c.until !== null ||
      c.argument !== null ||
      c.choice.length > 0 ||
      c.mitigation.length > 0 ||
      c.objects !== undefined;
    const clauses = this.result.clauses.filter((k) => k.effect.includes(c.action));
    return !more && c.targetIds.every((id) => id === this.result.id) && clauses.length > 0;
  }

  private consequence(c: ConsequenceResult): string {
    const who =
      c.targetIds.length > 0 && c.target !== "本人"
        ? `${c.target}(${c.targetIds.join("、")})`
        : (c.called ?? c.target);
    const argument = c.argument === null ? "" : `(${c.argument})`;
    const cites = this.list(c.cites);
    const objects = this.objects(c);
    const by = c.by.length === 0 ? "" : this.zh ? `由${c.by.join("、")}` : ` by ${c.by.join(", ")}`;
    if (this.zh) {
      const modality = { must: "", may: "可以", advisory: "优先", discretionary: "酌情" }[c.modality];
      const time = c.until === null ? "" : `，自 ${c.from} 至 ${c.until}`;
      const pick = c.choice.length > 0 ? "择一：" : "";
      const relief = c.mitigation.length === 0 ? "" : `，可依${this.list(c.mitigation)}减轻，由有权机关决定`;
      const from = objects === "" ? "" : `（由 ${objects} 引起）`;
      return `${by}${by === "" ? "" : " "}对 ${who} ${modality}${pick}${c.action}${argument}${time}，依${cites}${relief}${from}。`;
    }
    const modality = {
      must: "",
      may: "may: ",
      advisory: "with priority: ",
      discretionary: "at discretion: ",
    }[c.modality];
    const time = c.until === null ? "" : ` from ${c.from} to ${c.until}`;
    const pick = c.choice.length > 0 ? "one of " : "";
    const relief = c.mitigation.length === 0 ? "" : `; may be mitigated under ${this.list(c.mitigation)}`;
    const from = objects === "" ? "" : ` (because of ${objects})`;
    return `For ${selfWords(who)}${by}: ${modality}${pick}${c.action}${argument}${time}, under ${cites}${relief}${from}.`;
  }

  /** What brings it about; his own records without his name. */
  private objects({ objects, records }: ConsequenceResult): string {
    const own = `${this.result.id}/`;
    return this.list((objects ?? records ?? []).map((o) => (o.startsWith(own) ? o.slice(own.length) : o)));
  }

  private finding(f: FindingResult): string {
    const status = this.zh
      ? { met: "符合", "not-met": "不符合", undetermined: "尚不能确定" }[f.status]
      : { met: "met", "not-met": "not met", undetermined: "not settled" }[f.status];
    const figures = figuresLooked(f);
    const why =
      figures.length === 0 ? "" : this.zh ? `（${this.figures(figures)}）` : ` (${this.figures(figures)})`;
    return this.zh
      ? `${f.cite} ${f.requirement}：${status}${why}。`
      : `${f.cite} ${f.requirement}: ${status}${why}.`;
  }

  // ─────────────────────────────── open points ───────────────────────────────

  /** 50分~100分: where the value itself has no bound, that of its kind of figure; nothing where nothing is known. */
  private range({ name, possible }: Undetermined): string {
    if (possible.length !== 2) return possible.join("~");
    const type = this.types.get(name);
    const end = (text: string, bound: string | null | undefined): string | null =>
      !/^-?∞$/.test(text) ? text : type && bound ? numberText(parseRational(bound)!, type) : null;
    const low = end(possible[0]!, type?.low);
    const high = end(possible[1]!, type?.high);
    if (low === null && high === null) return "";
    if (high === null) return this.zh ? `${low}以上` : `${low} or more`;
    if (low === null) return this.zh ? `${high}以下` : `${high} or less`;
    return `${low}~${high}`;
  }

  /** What differs only in the record or subject that may bring it about is one, with all of these. */
  private openTogether(): (readonly [Undetermined, string[]])[] {
    const all = new Map<string, readonly [Undetermined, string[]]>();
    for (const [i, u] of this.result.undetermined.entries()) {
      if (this.saidOpen(u)) continue;
      const { object, ...rest } = u;
      const key = object === undefined ? `${i}` : JSON.stringify(rest);
      const objects = all.get(key)?.[1] ?? [];
      all.set(key, [all.get(key)?.[0] ?? u, objects]);
      if (object !== undefined) objects.push(object);
    }
    return [...all.values()];
  }

  /** Whether a clause fires is open, and the sentence of the clause says what then follows. */
  private saidOpen({ what, part, object, cite, name }: Undetermined): boolean {
    if (what !== "consequence" || part !== undefined || object !== undefined) return false;
    const { undetermined } = this.result;
    return undetermined.some((u) => u.what === "clause" && u.cite === cite && u.name.includes(name));
  }

  private open(u: Undetermined, objects: readonly string[]): string {
    const causes = causeWords(u.because, this.zh ? "zh" : "en", this.result.id, this.record);
    const what = this.zh
      ? { value: "数值", grade: "等次", clause: "条款", consequence: "措施", finding: "要求" }[u.what]
      : u.what === "finding"
        ? "requirement"
        : u.what;
    const possible = u.what === "grade" ? this.list(u.possible) : this.range(u);
    if (this.zh) {
      const range = possible === "" ? "" : `，可能为 ${possible}`;
      const from = objects.length === 0 ? "" : `，由 ${this.list(objects)} 引起`;
      return `${what} ${openName(u, "zh")}（${u.cite}${from}）尚不能确定${range}：${causes.join("；")}。`;
    }
    const range = possible === "" ? "" : ` (possibly ${possible})`;
    const from = objects.length === 0 ? "" : `, because of ${this.list(objects)}`;
    return `The ${what} ${openName(u, "en")} (${u.cite}${from}) is not settled${range}: ${causes.join("; ")}.`;
  }
}

/** The types of the named numbers of a kind. */
function numbersByName(tables: Tables, kind: string): ReadonlyMap<string, NumberTable> {
  const types = new Map<string, NumberTable>();
  const note = (name: string, type: TypeTable | { readonly kind: "list" }): void => {
    if (type.kind === "number") types.set(name, type);
  };
  const index = tables.subjects.findIndex((s) => s.name === kind);
  for (const f of tables.subjects[index]?.fields ?? []) note(f.name, f.type);
  for (const c of tables.cells) if (c.subject === index && c.name !== null) note(c.name, c.type);
  return types;
}

/** In the unit of display, the step in which a figure is kept. */
function stepOf(type: NumberTable | undefined): Rational | undefined {
  if (!type || type.step === null) return undefined;
  const step = divide(parseRational(type.step)!, parseRational(type.factor)!);
  return multiply(step, step).num === 0n ? undefined : step;
}

/** A bound of a figure as written, with its unit. */
function numberText(value: Rational, type: NumberTable): string {
  const number = divide(value, parseRational(type.factor)!);
  return (decimals(number) === undefined ? toFixed(number, 4) : toText(number)) + type.unit;
}
