import type * as ast from "../../parser/ast.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Part, PartForm } from "../types.ts";
import { canonical, type Reading } from "./canonical.ts";
import { ownText } from "./units.ts";

const PLAIN: Reading = { general: new Set(), cited: (path) => path.join(" ") };
const text = (node: unknown): string => canonical(node, PLAIN);

/** Compares two expressions down to the smallest place that tells the reviewer what is another. */
export class ExpressionComparison {
  readonly #before: SourceText;
  readonly #after: SourceText;
  readonly #parts: Part[];

  constructor(before: SourceText, after: SourceText, parts: Part[]) {
    this.#before = before;
    this.#after = after;
    this.#parts = parts;
  }

  #put(form: PartForm, subject: string, old: ast.Expression | null, now: ast.Expression | null): void {
    this.#parts.push({
      form,
      subject,
      old: old && ownText(this.#before, old),
      new: now && ownText(this.#after, now),
    });
  }

  /** @param form how to say it where nothing smaller can be told */
  compare(a: ast.Expression, b: ast.Expression, form: PartForm, subject: string): void {
    if (text(a) === text(b)) return;
    const whole = () => this.#put(form, subject, a, b);
    const pairs = (...list: (readonly [ast.Expression, ast.Expression])[]) => {
      for (const [x, y] of list) this.compare(x, y, form, subject);
    };
    const logical = a.kind === "logical" ? a : b.kind === "logical" ? b : null;
    const said = (subject: string, old: string, now: string) => this.#said("limit", subject, old, now);
    if (logical) this.#operands(logical.op, a, b, form, subject);
    else if (a.kind === "compare" && b.kind === "compare") this.#limit(a, b, whole);
    else if (a.kind === "between" && b.kind === "between" && text(a.value) === text(b.value)) {
      const show = (source: SourceText, e: ast.BetweenExpression) => source.slice(e.range.span).trim();
      said(ownText(this.#after, b.value), show(this.#before, a), show(this.#after, b));
    } else if (a.kind === "is" && b.kind === "is" && text(a.value) === text(b.value)) {
      const [was, name] = [ownText(this.#before, a.value), ownText(this.#after, b.value)];
      const rest = (all: string, head: string) =>
        all.startsWith(head) ? all.slice(head.length).trim() : all;
      said(name, rest(ownText(this.#before, a), was), rest(ownText(this.#after, b), name));
    } else if (a.kind === "number" && b.kind === "number")
      this.#put(form === "formula" && subject !== "" ? "figure" : form, subject, a, b);
    else if (a.kind === "binary" && b.kind === "binary" && a.op === b.op)
      pairs([a.left, b.left], [a.right, b.right]);
    else if (a.kind === "weighted-sum" && b.kind === "weighted-sum") this.#weights(a, b, subject);
    else if (a.kind === "unary" && b.kind === "unary" && a.op === b.op) pairs([a.operand, b.operand]);
    else if (a.kind === "if" && b.kind === "if")
      pairs([a.condition, b.condition], [a.then, b.then], [a.otherwise, b.otherwise]);
    else if (
      a.kind === "round" &&
      b.kind === "round" &&
      text({ ...a, operand: 0 }) === text({ ...b, operand: 0 })
    )
      pairs([a.operand, b.operand]);
    else whole();
  }

  #said(form: PartForm, subject: string, old: string, now: string): void {
    this.#parts.push({ form, subject, old, new: now });
  }

  #limit(a: ast.CompareExpression, b: ast.CompareExpression, whole: () => void): void {
    const rest = text({ ...a, left: 0 }) === text({ ...b, left: 0 });
    if (text(a.left) === text(b.left)) {
      const [x, y] = [this.#before.slice(a.test.span), this.#after.slice(b.test.span)];
      this.#said("limit", ownText(this.#after, b.left), x.trim(), y.trim());
    } else if (rest) this.compare(a.left, b.left, "formula", "");
    else whole();
  }

  /** 且 and 或: what one has and the other has not; a single condition is a list of one. */
  #operands(op: "and" | "or", a: ast.Expression, b: ast.Expression, form: PartForm, subject: string): void {
    const list = (e: ast.Expression) => (e.kind === "logical" && e.op === op ? e.operands : [e]);
    const [gone, come] = [without(list(a), list(b)), without(list(b), list(a))];
    const kept = list(a).length - gone.length;
    if (kept === 0 && (gone.length !== come.length || gone.length > 1)) {
      this.#put(form, subject, a, b);
      return;
    }
    const single = gone.length === 1 && come.length === 1;
    for (const x of [...gone]) {
      const y = come.find((c) => single || about(x) === about(c));
      if (!y) continue;
      this.compare(x, y, op === "or" ? "alternative" : "requirement", subject);
      come.splice(come.indexOf(y), 1);
      gone.splice(gone.indexOf(x), 1);
    }
    for (const x of gone) this.#put(op === "or" ? "alternative" : "requirement", subject, x, null);
    for (const y of come) this.#put(op === "or" ? "alternative" : "requirement", subject, null, y);
  }

  #weights(a: ast.WeightedSum, b: ast.WeightedSum, subject: string): void {
    for (const x of a.terms) {
      const y = b.terms.find((t) => text(t.value) === text(x.value));
      if (!y)
        this.#parts.push({ form: "weight", subject, old: this.#before.slice(x.span).trim(), new: null });
      else if (text(x.weight) !== text(y.weight))
        this.#said(
          "weight",
          ownText(this.#after, y.value),
          ownText(this.#before, x.weight),
          ownText(this.#after, y.weight),
        );
    }
    for (const y of b.terms)
      if (!a.terms.some((t) => text(t.value) === text(y.value)))
        this.#parts.push({ form: "weight", subject, old: null, new: this.#after.slice(y.span).trim() });
  }
}

function without(as: readonly ast.Expression[], bs: readonly ast.Expression[]): ast.Expression[] {
  const there = new Set(bs.map(text));
  return as.filter((a) => !there.has(text(a)));
}

/** What a condition looks at. */
function about(e: ast.Expression): string {
  if (e.kind === "compare") return `compare ${text(e.left)}`;
  if (e.kind === "is" || e.kind === "between") return `${e.kind} ${text(e.value)}`;
  return text(e);
}
