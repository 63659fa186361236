/** What a consequence is, as texts that two versions have in common: whom it meets, with what, from when. */
import type * as ir from "../compiler/ir/ir.ts";
import type { Keys } from "./encode/keys.ts";

/** Whom it meets: the words that results show, and the way there with those who count as holding a post. */
export function targetKey(keys: Keys, kind: number, target: ir.Target): string {
  switch (target.kind) {
    case "self":
      return "self";
    case "role":
      return `role ${target.text}`;
    case "subject":
      return JSON.stringify([target.kind, target.text, wayOf(keys.measure, kind, target.links, null)]);
    case "party": {
      const { links, field, text, holder } = target;
      const way = wayOf(keys.measure, kind, links, field);
      return JSON.stringify([target.kind, text, way, holder ? holderKey(keys, kind, holder) : ""]);
    }
  }
}

function holderKey(keys: Keys, kind: number, holder: ir.Holder): string {
  switch (holder.when) {
    case "end":
    case "any":
      return holder.when;
    case "day":
      return `day ${keys.expr(holder.day, kind, null)}`;
    case "records":
      return `records ${keys.expr(holder.of, kind, null)} ${holder.date}`;
  }
}

/** The links and the field of a party by their names. */
export function wayOf(
  measure: ir.Measure,
  kind: number,
  links: readonly number[],
  field: number | null,
): string {
  const names: string[] = [];
  let at = measure.subjects[kind];
  for (const link of links) {
    const through = at?.fields[link];
    names.push(through?.name ?? "");
    at = through?.type.kind === "link" ? measure.subjects[through.type.subject] : undefined;
  }
  return [...names, field === null ? "" : (at?.fields[field]?.name ?? "")].join(".");
}

/** An amount by what it computes; a period by its length and the day that it starts from. */
export function argumentKey(keys: Keys, kind: number, argument: ir.Argument | null): string {
  if (argument === null) return "";
  if (argument.kind === "period") {
    const { years, months, days, from } = argument;
    return JSON.stringify([years, months, days, from ? keys.expr(from, kind, null) : null]);
  }
  const { expr } = argument;
  return expr.op === "number" ? `${expr.value.num}/${expr.value.den}` : keys.expr(expr, kind, null);
}
