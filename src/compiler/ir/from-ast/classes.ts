import { inMessage, labelled } from "../../../diagnostics/phrases.ts";
import type { Span } from "../../../source/span.ts";
import { hullType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { describeCases, describePairs, regionsOf } from "./cases.ts";
import type { Definer, Draft, Lowering, Scope } from "./lowering.ts";
import { isNumber, sameUnit } from "./numbers.ts";

/**
 * `<条件> 的对象：` gives a class of subjects its own rule for the same grade or value. The classes must not
 * overlap and must leave nobody out, so that exactly one rule holds for each subject.
 */

export interface ClassRule {
  readonly definer: Definer;
  readonly guard: Draft;
}

/** @param excused conditions under which nothing is assessed: whoever meets one needs no class */
export function checkClasses(
  lowering: Lowering,
  name: string,
  rules: readonly ClassRule[],
  excused: readonly ir.Expr[],
  scope: Scope,
): void {
  const guards = rules.map((r): ir.Expr => cell(r.guard));
  const rest: ir.Expr[] = excused.length === 0 ? [] : [{ op: "or", type: { kind: "truth" }, args: excused }];
  const first = classSpan(rules[0]!);
  const findings = regionsOf(lowering, [...guards, ...rest]);
  for (const f of findings)
    if (f.kind === "too-many") lowering.report("BF3127", { name }, { span: first });
    else if (f.kind === "gap")
      lowering.report(
        "BF3125",
        { name, ...inMessage("witness", describeCases(lowering, scope, f.cases, f.whole)) },
        { span: first },
      );
  const pairs = findings.filter((f) => f.kind === "overlap").filter((f) => f.second < rules.length);
  if (pairs.length === 0) return;
  const involved = [...new Set(pairs.flatMap((p) => [p.first, p.second]))].sort((a, b) => a - b);
  const second = Math.min(...pairs.map((p) => p.second));
  lowering.report(
    "BF3126",
    { name, ...describePairs(lowering, scope, pairs, (rule) => lowering.text(classSpan(rules[rule]!))) },
    {
      span: classSpan(rules[second]!),
      related: involved
        .filter((rule) => rule !== second)
        .map((rule) => labelled("other-class", classSpan(rules[rule]!))),
    },
  );
}

const cell = (draft: Draft): ir.Expr => ({ op: "cell", type: draft.type, of: "subject", cell: draft.id });

function classSpan({ definer }: ClassRule): Span {
  const { conditions } = definer.provision.scoping;
  return { start: conditions[0]!.span.start, end: conditions.at(-1)!.span.end };
}

/** The value of the class that a subject is in; null after values that do not fit together were reported. */
export function byClass(
  lowering: Lowering,
  name: string,
  rules: readonly (ClassRule & { readonly value: ir.Expr })[],
): ir.Expr | null {
  const [first, ...others] = rules;
  let type: ir.Type = first!.value.type;
  for (const { value, definer } of others) {
    if (isNumber(value) && type.kind === "number" && sameUnit(value.type, type))
      type = hullType(value.type, type);
    else if (!fits(value.type, type))
      return lowering.report("BF3128", { name }, { span: definer.provision.statement.span });
  }
  return rules
    .slice(0, -1)
    .reduceRight<ir.Expr>(
      (otherwise, { guard, value }) => ({ op: "if", type, condition: cell(guard), then: value, otherwise }),
      rules.at(-1)!.value,
    );
}

function fits(a: ir.Type, b: ir.Type): boolean {
  if (a.kind === "number" || a.kind !== b.kind) return false;
  return a.kind !== "choice" || (b.kind === "choice" && a.enumeration === b.enumeration);
}
