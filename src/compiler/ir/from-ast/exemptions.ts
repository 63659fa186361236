import type * as ast from "../../../parser/ast.ts";
import { type KindSymbol, labelText, type PathStep, type Provision } from "../../analyze/model.ts";
import { numberingOf, rootOf } from "../../layers/origins.ts";
import type * as ir from "../ir.ts";
import { clauseOf, effectSources } from "./clauses.ts";
import { lowerTarget } from "./consequences.ts";
import { takesPlace } from "./decided.ts";
import { type DraftClause, type Lowering, refer, TRUTH } from "./lowering.ts";

/**
 * `C 的,免除 第九条、第十条(六)`: while C holds, the named clauses have no effect on that subject. Both the
 * exemption (it fires) and what it removes stay on the record.
 */

/**
 * The condition that exempts a subject from the provision at `path`; null when nothing does. `beyond`: only
 * citations that name more than so many labels of it, because shorter ones are seen to further up.
 */
export function exemptionFrom(
  lowering: Lowering,
  path: readonly PathStep[],
  self: Provision,
  kind: KindSymbol,
  beyond = 0,
): ir.Expr | null | "failed" {
  const conditions: ir.Expr[] = [];
  for (const { provision, sources } of exempting(lowering)) {
    if (provision === self || !lowering.appliesTo.get(provision)?.includes(kind)) continue;
    for (const source of sources) {
      const named = source.effects.filter(
        (e) =>
          e.kind === "exemption" &&
          e.verb === "exempt" &&
          !isAimed(e) &&
          e.citations.some((c) => covers(lowering, c, provision, path, beyond)),
      );
      if (named.length === 0) continue;
      const clause = clauseOf(lowering, source, kind);
      if (clause === null) return "failed";
      if (clause !== "elsewhere")
        for (const e of named) conditions.push(refer(takesPlace(lowering, e, clause, kind)));
    }
  }
  if (conditions.length === 0) return null;
  return conditions.length === 1 ? conditions[0]! : { op: "or", type: TRUTH, args: conditions };
}

interface Exempting {
  readonly provision: Provision;
  readonly sources: ReturnType<typeof effectSources>;
}

const known = new WeakMap<Lowering, readonly Exempting[]>();

/** The provisions that exempt from something: every clause asks for them, and they are few. */
function exempting(lowering: Lowering): readonly Exempting[] {
  let list = known.get(lowering);
  if (!list) {
    list = lowering.model.provisions.flatMap((provision) => {
      const sources = effectSources(provision).filter((s) => s.effects.some((e) => e.kind === "exemption"));
      return sources.length > 0 ? [{ provision, sources }] : [];
    });
    known.set(lowering, list);
  }
  return list;
}

/** Does a citation name the provision at a path or something around it? 本条 is the citing article. */
function covers(
  lowering: Lowering,
  citation: ast.Citation,
  citing: Provision,
  path: readonly PathStep[],
  beyond: number,
): boolean {
  const wanted =
    citation.path[0] === "本条"
      ? [citing.path[0] && labelText(citing.path[0].label), ...citation.path.slice(1)]
      : citation.path;
  const meant =
    citation.path[0] === "本条"
      ? numberingOf(path[0]?.label) === numberingOf(citing.path[0]?.label)
      : numberingsMeant(lowering, citation, citing).includes(numberingOf(path[0]?.label));
  return (
    meant &&
    wanted.length > beyond &&
    wanted.length <= path.length &&
    wanted.every((label, i) => label === labelText(path[i]!.label))
  );
}

/**
 * The numberings in which a citation counts: null is the base's. What the base says means its own; what a layer says
 * may mean either, and {@link checkExemption} sees to it that there is only one.
 */
function numberingsMeant(
  { model }: Lowering,
  { of }: ast.Citation,
  citing: Provision,
): readonly (string | null)[] {
  if (of !== undefined) return [of === rootOf(model.source, model.header.name) ? null : of];
  const own = numberingOf(citing.path[0]?.label);
  return own === null ? [null] : [own, null];
}

const isAimed = (e: ast.ExemptionEffect): boolean => e.targets.some((t) => t.path.length > 0);

/** What softens the consequences of a clause: 减轻, and exemptions aimed at one party. */
export function reliefOf(
  lowering: Lowering,
  clause: DraftClause,
  kind: KindSymbol,
): Pick<ir.Consequence, "mitigations" | "spares"> {
  const mitigations: ir.Consequence["mitigations"][number][] = [];
  const spares: ir.Consequence["spares"][number][] = [];
  for (const provision of lowering.model.provisions) {
    if (provision === clause.provision || !lowering.appliesTo.get(provision)?.includes(kind)) continue;
    for (const source of effectSources(provision))
      for (const effect of source.effects) {
        if (effect.kind !== "exemption" || (effect.verb === "exempt" && !isAimed(effect))) continue;
        if (!effect.citations.some((c) => covers(lowering, c, provision, clause.path, 0))) continue;
        const by = clauseOf(lowering, source, kind);
        if (by === null || by === "elsewhere") continue;
        if (effect.verb === "mitigate") mitigations.push({ cite: by.cite, when: by.when.id });
        else
          for (const target of effect.targets) {
            if (!declares(kind, target)) continue;
            const who = lowerTarget(lowering, target, kind, null);
            const when = takesPlace(lowering, effect, by, kind).id;
            if (who?.kind === "party") spares.push({ when, links: who.links, field: who.field });
            else if (who?.kind === "subject") spares.push({ when, links: who.links, field: null });
          }
      }
  }
  return { mitigations, spares };
}

const declares = (kind: KindSymbol, { path }: ast.Target): boolean =>
  path.length === 0 || kind.fieldByName.has(path[0]!.text);

/** Reports citations of provisions that do not exist. */
export function checkExemption(
  lowering: Lowering,
  effect: ast.ExemptionEffect,
  kind: KindSymbol,
  citing: Provision,
): void {
  if (effect.verb === "exempt")
    for (const target of effect.targets) {
      const [first] = target.path;
      if (first && !declares(kind, target))
        lowering.report("BF2064", { name: first.text, subject: kind.name }, { span: first.span });
    }
  const known = lowering.model.citations.entries;
  for (const citation of effect.citations) {
    if (citation.path[0] === "本条") continue;
    const numberings = numberingsMeant(lowering, citation, citing);
    const found = new Set(
      known
        .filter(
          (k) =>
            citation.path.length === k.path.length && citation.path.every((label, i) => label === k.path[i]),
        )
        .map((k) => (k.layer?.how === "own" ? k.layer.name : null))
        .filter((n) => numberings.includes(n)),
    );
    const { span, text } = citation;
    if (found.size === 0) lowering.report("BF2032", { cite: text }, { span });
    else if (found.size > 1)
      lowering.report("BF2923", { cite: text, name: rootOf(lowering.model.source, "") }, { span });
  }
}
