import { enumerated, inMessage } from "../../../diagnostics/phrases.ts";
import { validName, voteRequirements } from "../../analyze/implied.ts";
import type { KindSymbol, Provision } from "../../analyze/model.ts";
import { quotientType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { truthCell } from "./conditions.ts";
import { type Draft, type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { lowerName } from "./names.ts";
import { isNumber, lowerOperand, type NumberExpr, onlyWhere, reportUnits, sameUnit } from "./numbers.ts";

/**
 * What a vote needs to count: a quorum (法定人数) of those entitled or of a rater group, and valid votes (有效票)
 * among those collected or issued. Where one is missed the score is undetermined, with the row as the cause;
 * what the measure says instead it says of the truth value `测评名·有效`.
 */
export interface Required {
  readonly holds: Draft;
  readonly name: string;
  readonly cite: number;
}

/** The requirements of a vote, one for each row; null after a report. */
export function requirementsOf(lowering: Lowering, provision: Provision, scope: Scope): Required[] | null {
  const s = provision.statement;
  if (s.kind !== "ballot") return null;
  const tests = new Map<(typeof s.rows)[number], ir.Expr[]>();
  for (const r of voteRequirements(s, lowering.model.provisions)) {
    if ("wrong" in r) {
      const known =
        r.row.of === "quorum"
          ? s.rows
              .filter((x) => x.of === "raters")
              .flatMap((x) => x.entries.flatMap((e) => e.name?.text ?? []))
          : ["收回票", "发出票"];
      return lowering.report(
        "BF2070",
        { name: r.wrong.text, ...inMessage("known", enumerated(known)) },
        { span: r.wrong.span },
      );
    }
    const { row, entry } = r;
    if (!entry.value) return lowering.report("BF2071", { row: lowering.text(row.span) }, { span: row.span });
    const counted = countOf(lowering, r.counted, s.name, scope);
    const outOf = r.outOf === null ? null : countOf(lowering, r.outOf, s.name, scope);
    if (!counted || (r.outOf !== null && !outOf)) return null;
    const figure: NumberExpr = outOf
      ? { op: "divide", type: quotientType(counted.type, outOf.type), left: counted, right: outOf }
      : counted;
    const limit = lowerOperand(lowering, entry.value, scope, figure.type);
    if (!limit) return null;
    if (!sameUnit(figure.type, limit.type)) {
      const counts = {
        kind: "path" as const,
        span: entry.value.span,
        segments: [{ ...s.name, text: r.counted }],
      };
      return reportUnits(lowering, counts, figure.type, entry.value, limit.type, "compared");
    }
    const cmp = entry.test?.op ?? ">=";
    const test: ir.Expr = { op: "compare", type: TRUTH, cmp, left: figure, right: limit };
    tests.set(row, [...(tests.get(row) ?? []), test]);
  }
  return [...tests].map(([row, args]) => {
    const path = row.label ? [...provision.path, { label: row.label, title: null }] : provision.path;
    const cite = row.label ? lowering.citeItem(path, row.span) : provision.cite;
    const expr: ir.Expr = args.length === 1 ? args[0]! : { op: "and", type: TRUTH, args };
    return { holds: truthCell(lowering, scope, expr, row.span), name: s.name.text, cite };
  });
}

function countOf(
  lowering: Lowering,
  text: string,
  at: { readonly span: Required["holds"]["span"] },
  scope: Scope,
): NumberExpr | null {
  const expr = lowerName(lowering, { kind: "name", span: at.span, text }, scope);
  return expr && isNumber(expr) ? expr : null;
}

/** The score where the requirement is met; else nothing is known of it. */
export function onlyIfValid(score: NumberExpr, { holds, name, cite }: Required): NumberExpr {
  return {
    op: "divide",
    type: { ...score.type, step: null },
    left: score,
    right: onlyWhere(refer(holds)),
    zero: { kind: "not-valid", name, cite },
  };
}

/** `测评名·有效`: all requirements are met. */
export function defineValidity(lowering: Lowering, provision: Provision, kind: KindSymbol): ir.Expr | null {
  const required = requirementsOf(lowering, provision, subjectScope(kind, provision.cite));
  if (!required) return null;
  const args = required.map((r) => refer(r.holds));
  return args.length === 1 ? args[0]! : { op: "and", type: TRUTH, args };
}

export const isValidity = (provision: Provision, name: string): boolean =>
  provision.statement.kind === "ballot" && name === validName(provision.statement.name.text);
