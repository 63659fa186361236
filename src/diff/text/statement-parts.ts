import type * as ast from "../../parser/ast.ts";
import type { Node } from "../../parser/children.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Part, PartForm } from "../types.ts";
import { canonical, type Reading } from "./canonical.ts";
import { ExpressionComparison } from "./expression-parts.ts";
import { ownText, type Unit } from "./units.ts";

/** Compares the lines of two versions of a unit, statement by statement. */
export class StatementComparison {
  readonly #a: Unit;
  readonly #b: Unit;
  readonly #before: SourceText;
  readonly #after: SourceText;
  readonly #expressions: ExpressionComparison;
  readonly #parts: Part[] = [];

  constructor(a: Unit, before: SourceText, b: Unit, after: SourceText) {
    this.#a = a;
    this.#b = b;
    this.#before = before;
    this.#after = after;
    this.#expressions = new ExpressionComparison(before, after, this.#parts);
  }

  parts(): Part[] {
    const own = (u: Unit) => u.content.filter((n) => n.kind !== "note" && n.kind !== "acceptance");
    this.#list(own(this.#a), own(this.#b), "statement", "", sameThing, (a, b) => this.#statement(a, b));
    return this.#parts;
  }

  #put(form: PartForm, subject: string, old: Node | null, now: Node | null): void {
    this.#parts.push({
      form,
      subject,
      old: old && ownText(this.#before, old),
      new: now && ownText(this.#after, now),
    });
  }

  /** Two lists in no order: equal ones aside, then those that are about the same thing, then what came and went. */
  #list<N extends Node>(
    as: readonly N[],
    bs: readonly N[],
    form: PartForm,
    subject: string,
    about: (a: N, b: N) => boolean,
    compare: (a: N, b: N) => void,
  ): void {
    const [gone, come] = apart(as, bs);
    const single = gone.length === 1 && come.length === 1 && gone[0]!.kind === come[0]!.kind;
    for (const a of [...gone]) {
      const at = come.findIndex((b) => about(a, b) || single);
      if (at < 0) continue;
      compare(a, come[at]!);
      come.splice(at, 1);
      gone.splice(gone.indexOf(a), 1);
    }
    for (const a of gone) this.#put(form, subject, a, null);
    for (const b of come) this.#put(form, subject, null, b);
  }

  #statement(a: Node, b: Node): void {
    const before = this.#parts.length;
    this.#inside(a, b);
    if (this.#parts.length === before) this.#put("statement", "", a, b);
  }

  #inside(a: Node, b: Node): void {
    const e = this.#expressions;
    if (a.kind === "conditional" && b.kind === "conditional") {
      e.compare(a.condition, b.condition, "requirement", "");
      if (a.except && b.except) e.compare(a.except, b.except, "exception", "");
      else if (a.except || b.except) this.#put("exception", "", a.except ?? null, b.except ?? null);
      this.#effects(a.effects, b.effects);
    } else if (a.kind === "definition" && b.kind === "definition") {
      if (a.name.text === b.name.text) e.compare(a.value, b.value, "formula", a.name.text);
    } else if (isChoice(a) && isChoice(b)) this.#choice(a, b);
    else if (a.kind === "indicator" && b.kind === "indicator") this.#indicator(a, b);
    else if (a.kind === "indicator-group" && b.kind === "indicator-group") this.#bounds(a, b);
    else if ((a.kind === "requirement" || a.kind === "bare-condition") && a.kind === b.kind) {
      if (a.kind === "bare-condition" || (b as ast.Requirement).polarity === a.polarity)
        e.compare(a.condition, b.condition, "requirement", "");
    } else if (a.kind === "per-occurrence" && b.kind === "per-occurrence") {
      const same = canonical({ ...a, effects: [] }, PLAIN) === canonical({ ...b, effects: [] }, PLAIN);
      if (same) this.#effects(a.effects, b.effects);
    } else if (a.kind === "scoped" && b.kind === "scoped") this.#scoped(a, b);
    else if (a.kind === "for-each-record" && b.kind === "for-each-record")
      this.#list(a.statements, b.statements, "statement", "", sameThing, (x, y) => this.#statement(x, y));
    else this.#declaration(a, b);
  }

  #effects(as: readonly ast.Effect[], bs: readonly ast.Effect[]): void {
    this.#list(
      as,
      bs,
      "effect",
      "",
      (x, y) => x.kind === y.kind,
      (x, y) => this.#put("effect", "", x, y),
    );
  }

  #scoped(a: ast.Scoped, b: ast.Scoped): void {
    const names = (s: ast.Scoped) => s.subjects.map((n) => n.text).join("、") || null;
    if (names(a) !== names(b)) this.#parts.push({ form: "scope", subject: "", old: names(a), new: names(b) });
    if (a.condition && b.condition) this.#expressions.compare(a.condition, b.condition, "scope", "");
    else if (a.condition || b.condition) this.#put("scope", "", a.condition ?? null, b.condition ?? null);
    this.#list(a.statements, b.statements, "statement", "", sameThing, (x, y) => this.#statement(x, y));
  }

  #indicator(a: ast.Indicator, b: ast.Indicator): void {
    this.#bounds(a, b);
    if (a.value && b.value) this.#expressions.compare(a.value, b.value, "formula", b.name.text);
  }

  #bounds(a: ast.Indicator | ast.IndicatorGroup, b: ast.Indicator | ast.IndicatorGroup): void {
    const name = b.name.text;
    const same = (x: Node, y: Node) => x.kind === y.kind;
    this.#list<Node>(a.bounds, b.bounds, "bound", name, same, (x, y) => this.#put("bound", name, x, y));
  }

  #choice(a: Choice, b: Choice): void {
    const [x, y] = [chosenBy(a), chosenBy(b)];
    if (x && y) this.#expressions.compare(x, y, "formula", ("target" in b && b.target?.text) || "");
    // What is said about ties is one point, whichever of the ways.
    const point = (n: Node) => n.kind.replace(/^ties-.*/, "ties");
    const same = (p: Node, q: Node) => point(p) === point(q);
    if ("options" in a && "options" in b)
      this.#list<Node>(a.options, b.options, "population", "", same, (p, q) =>
        this.#put("population", "", p, q),
      );
    if ("modes" in a && "modes" in b)
      this.#list<Node>(a.modes, b.modes, "mode", "", same, (p, q) => this.#put("mode", "", p, q));
    this.#rows(a, b);
  }

  /** Rows with the same result are the same row with another test; rows with the same test have another result. */
  #rows(a: Choice, b: Choice): void {
    const [gone, come] = apart<AnyRow>(a.rows as readonly AnyRow[], b.rows as readonly AnyRow[]);
    const form = a.kind === "rank-choice" ? "places" : "band";
    const rounds = [
      (x: AnyRow, y: AnyRow) => text(x.result) === text(y.result),
      (x: AnyRow, y: AnyRow) => text(x.test) === text(y.test),
    ];
    for (const [i, fits] of rounds.entries())
      for (const x of [...gone]) {
        const at = come.findIndex((y) => fits(x, y));
        if (at < 0) continue;
        const y = come[at]!;
        const subject = ownText(this.#after, i === 0 ? (y.result as Node) : y.test).replace(
          /^(?:为|is)\s*/,
          "",
        );
        if (i === 1) this.#put("result", subject, x.result as Node, y.result as Node);
        else this.#test(x.test, y.test, form, subject);
        come.splice(at, 1);
        gone.splice(gone.indexOf(x), 1);
      }
    for (const x of gone) this.#put(form, "", x as Node, null);
    for (const y of come) this.#put(form, "", null, y as Node);
  }

  #test(a: AnyRow["test"], b: AnyRow["test"], form: "places" | "band", subject: string): void {
    if ((a.kind === "compare" || a.kind === "between") && (b.kind === "compare" || b.kind === "between")) {
      const [x, y] = [endsOf(a), endsOf(b)];
      if (x && y) {
        this.#end("lower", subject, x.low, y.low);
        this.#end("upper", subject, x.high, y.high);
        return;
      }
    }
    this.#put(form, subject, a as Node, b as Node);
  }

  #end(
    form: "lower" | "upper",
    subject: string,
    a: ast.ComparisonTail | undefined,
    b: ast.ComparisonTail | undefined,
  ): void {
    if (text(a) === text(b)) return;
    // With the same word only the figure is told: 90分 → 88分.
    const plain = a !== undefined && b !== undefined && a.op === b.op;
    const show = (source: SourceText, t: ast.ComparisonTail | undefined) =>
      t === undefined ? null : plain ? ownText(source, t.value) : source.slice(t.span).trim();
    this.#parts.push({ form, subject, old: show(this.#before, a), new: show(this.#after, b) });
  }

  #declaration(a: Node, b: Node): void {
    if (a.kind === "field" && b.kind === "field") {
      if (text(a.type) !== text(b.type)) this.#put("type", b.name.text, a.type, b.type);
      this.#attributes(a.attributes, b.attributes, b.name.text);
    } else if (a.kind === "parameter" && b.kind === "parameter") {
      const name = b.names.map((n) => n.text).join("、");
      if (text(a.type) !== text(b.type)) this.#put("type", name, a.type, b.type);
      this.#attributes(a.attributes, b.attributes, name);
      if (text(a.value) !== text(b.value)) this.#put("value", name, a.value ?? null, b.value ?? null);
      this.#givenValues(a, b);
    } else if (a.kind === "action-declaration" && b.kind === "action-declaration") {
      const [x, y] = [a, b].map((d) =>
        d.actions.map((w) => `${w.name.text}${w.argument ? `(${w.argument.text})` : ""}`),
      );
      for (const word of x!) if (!y!.includes(word)) this.#word(b.category.text, word, null);
      for (const word of y!) if (!x!.includes(word)) this.#word(b.category.text, null, word);
    } else if (a.kind === "scale" && b.kind === "scale") {
      const show = (s: ast.ScaleDeclaration) => s.grades.map((g) => g.name.text).join("、");
      if (show(a) !== show(b))
        this.#parts.push({ form: "grades", subject: b.name.text, old: show(a), new: show(b) });
    }
  }

  #givenValues(a: ast.ParameterDeclaration, b: ast.ParameterDeclaration): void {
    const [was, now] = [a, b].map((d) => new Map((d.values ?? []).map((v) => [v.name.text, v.value])));
    for (const key of new Set([...was!.keys(), ...now!.keys()])) {
      const [x, y] = [was!.get(key), now!.get(key)];
      const subject = b.keys.length > 0 ? `${b.names[0]!.text}(${key})` : key;
      if (text(x) !== text(y)) this.#put("value", subject, x ?? null, y ?? null);
    }
  }

  #word(subject: string, old: string | null, now: string | null): void {
    this.#parts.push({ form: "word", subject, old, new: now });
  }

  #attributes(as: readonly ast.Attribute[], bs: readonly ast.Attribute[], name: string): void {
    const plain = (list: readonly ast.Attribute[]) => list.filter((x) => x.kind !== "description");
    const same = (x: ast.Attribute, y: ast.Attribute) => x.kind === y.kind;
    this.#list(plain(as), plain(bs), "attribute", name, same, (x, y) => this.#put("attribute", name, x, y));
  }
}

const PLAIN: Reading = { general: new Set(), cited: (path) => path.join(" ") };
const text = (node: unknown): string => canonical(node, PLAIN);

/** Two lists without what both have. */
function apart<N>(as: readonly N[], bs: readonly N[]): [N[], N[]] {
  const left = bs.map(text);
  const gone = as.filter((a) => {
    const at = left.indexOf(text(a));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const come = [...bs].filter((b) => {
    const at = left.indexOf(text(b));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return [gone, come];
}

type Choice = ast.BandChoice | ast.RankChoice | ast.CaseChoice | ast.Ladder | ast.StagedLadder;
type AnyRow = ast.Row<ast.BandTest | ast.RankTest | ast.Condition>;

const isChoice = (n: Node): n is Choice =>
  n.kind === "band-choice" ||
  n.kind === "rank-choice" ||
  n.kind === "case-choice" ||
  n.kind === "ladder" ||
  n.kind === "staged-ladder";

const chosenBy = (c: Choice): ast.Expression | null => ("value" in c ? c.value : null);

/** Statements about the same thing: what they define, choose or act on. */
function sameThing(a: Node, b: Node): boolean {
  if (a.kind !== b.kind) return false;
  if ("name" in a && "name" in b && a.name && b.name)
    return (a.name as ast.Name).text === (b.name as ast.Name).text;
  if ("target" in a && "target" in b) return text(a.target) === text(b.target);
  if (a.kind === "conditional" && b.kind === "conditional")
    return text(a.condition) === text(b.condition) || text(a.effects) === text(b.effects);
  return false;
}

interface Ends {
  readonly low?: ast.ComparisonTail;
  readonly high?: ast.ComparisonTail;
}

function endsOf(t: { readonly kind: string }): Ends | null {
  if (t.kind === "between" && "range" in t) return t.range as Ends;
  if (t.kind !== "compare" || !("test" in t)) return null;
  const test = t.test as ast.ComparisonTail;
  if (test.op === ">=" || test.op === ">") return { low: test };
  return test.op === "<=" || test.op === "<" ? { high: test } : null;
}
