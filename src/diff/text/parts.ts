import type { SourceText } from "../../source/source-text.ts";
import type { Part } from "../types.ts";
import { reordered } from "./found.ts";
import { StatementComparison } from "./statement-parts.ts";
import { tidy, type Unit } from "./units.ts";

/** The differences between two versions of a unit, as parts of a change. */

/** What differs in the place of a unit: its number, the heading above it, the order below it. */
export function placeParts(
  a: Unit | null,
  b: Unit | null,
  newOf: ReadonlyMap<Unit, Unit>,
  oldOf: ReadonlyMap<Unit, Unit>,
): Part[] {
  if (a === null || b === null) return [];
  const parts: Part[] = [];
  const moved = a.parent !== null && newOf.get(a.parent) !== b.parent;
  if (moved) parts.push({ form: "heading", subject: "", old: a.citation, new: b.citation });
  else if (a.key !== b.key) parts.push({ form: "label", subject: "", old: a.citation, new: b.citation });
  if (reordered(a, b, newOf, oldOf)) parts.push({ form: "order", subject: "", old: "", new: "" });
  return parts;
}

/** What differs in a unit itself. */
export function unitParts(a: Unit, before: SourceText, b: Unit, after: SourceText): Part[] {
  const parts: Part[] = [];
  const put = (form: Part["form"], old: string | null, now: string | null) => {
    if (old !== now) parts.push({ form, subject: "", old, new: now });
  };
  put("title", a.title || null, b.title || null);
  if (a.fingerprint === b.fingerprint) {
    if (squeeze(a.text) !== squeeze(b.text)) put("wording", a.text, b.text);
  } else {
    const inside = new StatementComparison(a, before, b, after).parts();
    parts.push(...inside);
    if (inside.length === 0) put("statement", a.text || null, b.text || null);
  }
  const [gone, come] = [lines(a, b), lines(b, a)];
  for (let i = 0; i < Math.max(gone.length, come.length); i++) put("note", gone[i] ?? null, come[i] ?? null);
  return parts;
}

const squeeze = (text: string): string =>
  tidy(text)
    .normalize("NFKC")
    .replace(/[\s。;,]+/g, "");

/** Notes of a unit that the other has not. */
function lines(a: Unit, b: Unit): string[] {
  const there = b.beside.split("\n");
  return a.beside.split("\n").filter((l) => l !== "" && !there.includes(l));
}
