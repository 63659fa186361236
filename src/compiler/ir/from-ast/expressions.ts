import { hinted, inMessage, worded } from "../../../diagnostics/phrases.ts";
import { nearest } from "../../../diagnostics/suggest.ts";
import type * as ast from "../../../parser/ast.ts";
import { hullType, negateType } from "../../analyze/ranges.ts";
import { builtIns, englishName, findBuiltIn } from "../../vocabulary/functions.ts";
import type * as ir from "../ir.ts";
import { lowerAggregate } from "./aggregates.ts";
import { lowerBetween, lowerCompare, lowerIs } from "./comparisons.ts";
import { lowerDateFunction, lowerPeriodEnd } from "./dates.ts";
import { lowerPast, lowerRun } from "./history.ts";
import { lowerAccumulated, lowerRunLength, lowerWindow, lowerYearsCall } from "./history-windows.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { describe, lowerPath } from "./names.ts";
import { whereApplies } from "./not-applicable.ts";
import {
  isNumber,
  lowerBinary,
  lowerNumber,
  lowerOperand,
  lowerRound,
  lowerSeveral,
  lowerWeightedSum,
  reportUnits,
  sameUnit,
} from "./numbers.ts";
import { lowerPopulation } from "./population.ts";

/** Lowers any expression; null after a mistake was reported. */
export function lowerExpression(
  lowering: Lowering,
  e: ast.Expression,
  scope: Scope,
  /** "bare": what a test looks at; the test itself sees to whether it applies. */
  use: "bare" | "free" = "free",
): ir.Expr | null {
  switch (e.kind) {
    case "number":
      return lowerNumber(e, null);
    case "date":
      return {
        op: "date",
        type: { kind: "date" },
        value: { year: e.year, month: e.month ?? 1, day: e.day ?? 1 },
      };
    case "text-literal":
      return { op: "text", type: { kind: "text" }, value: e.text };
    case "boolean":
      return { op: "truth", type: TRUTH, value: e.value };
    case "path":
      return truthWhereApplies(lowering, lowerPath(lowering, e, scope), scope, use);
    case "call":
      return lowerCall(lowering, e, scope);
    case "unary": {
      if (e.op === "not") {
        const arg = lowerTruth(lowering, e.operand, scope);
        return arg && { op: "not", type: TRUTH, arg };
      }
      const arg = lowerOperand(lowering, e.operand, scope);
      return arg && { op: "negate", type: negateType(arg.type), arg };
    }
    case "binary":
      return lowerBinary(lowering, e, scope);
    case "weighted-sum":
      return lowerWeightedSum(lowering, e, scope);
    case "round":
      return lowerRound(lowering, e, scope);
    case "if":
      return lowerIf(lowering, e, scope);
    case "compare":
      return whereApplies(lowering, lowerCompare(lowering, e, scope), scope);
    case "between":
      return whereApplies(lowering, lowerBetween(lowering, e, scope), scope);
    case "is":
      return e.notApplicable
        ? lowerIs(lowering, e, scope)
        : whereApplies(lowering, lowerIs(lowering, e, scope), scope);
    case "logical": {
      const args: ir.Expr[] = [];
      let failed = false;
      for (const o of e.operands) {
        const arg = lowerTruth(lowering, o, scope);
        if (arg) args.push(arg);
        else failed = true;
      }
      return failed ? null : { op: e.op, type: TRUTH, args };
    }
    case "past":
      return lowerPast(lowering, e, scope);
    case "run":
      return lowerRun(lowering, e, scope);
    case "population-size":
      return lowerPopulation(lowering, "count", [], scope, e.span);
    case "list-condition":
      return null; // outside a clause with items: the parser has said so
    case "accumulated":
      return lowerAccumulated(lowering, e, scope);
    case "window":
      return lowerWindow(lowering, e, scope);
    case "period-of":
    case "after":
      return lowerPeriodEnd(lowering, e, scope);
  }
}

function truthWhereApplies(
  lowering: Lowering,
  e: ir.Expr | null,
  scope: Scope,
  use: "bare" | "free",
): ir.Expr | null {
  return use === "free" && e?.type.kind === "truth" ? whereApplies(lowering, e, scope) : e;
}

/** Lowers an expression that must be true or false. */
export function lowerTruth(lowering: Lowering, e: ast.Expression, scope: Scope): ir.Expr | null {
  const lowered = lowerExpression(lowering, e, scope);
  if (!lowered || lowered.type.kind === "truth") return lowered;
  const { type } = lowered;
  const unit = type.kind === "number" ? type.display.unit : "";
  const text = lowering.text(e.span);
  return lowering.report(
    "BF2007",
    {
      ...worded("expected", "expected-condition"),
      text,
      ...inMessage("found", describe(type)),
      ...(type.kind === "number"
        ? hinted("add-comparison", { text, figure: `${unit === "分" || unit === "%" ? 60 : 1}${unit}` })
        : hinted("add-is-option")),
    },
    { span: e.span },
  );
}

function lowerIf(lowering: Lowering, e: ast.ConditionalExpression, scope: Scope): ir.Expr | null {
  const condition = lowerTruth(lowering, e.condition, scope);
  const a = lowerExpression(lowering, e.then, scope);
  const like = a && isNumber(a) ? a.type : null;
  const b =
    e.otherwise.kind === "number" && like
      ? lowerNumber(e.otherwise, like)
      : lowerExpression(lowering, e.otherwise, scope);
  if (!condition || !a || !b) return null;
  if (isNumber(a) && isNumber(b)) {
    if (!sameUnit(a.type, b.type))
      return reportUnits(lowering, e.then, a.type, e.otherwise, b.type, "used-for-one-value");
    return { op: "if", type: hullType(a.type, b.type), condition, then: a, otherwise: b };
  }
  if (a.type.kind !== b.type.kind)
    return lowering.report(
      "BF2007",
      {
        ...inMessage("expected", describe(a.type)),
        text: lowering.text(e.otherwise.span),
        ...inMessage("found", describe(b.type)),
        ...hinted("outcomes-of-one-type"),
      },
      { span: e.otherwise.span },
    );
  return { op: "if", type: a.type, condition, then: a, otherwise: b };
}

function lowerCall(lowering: Lowering, e: ast.CallExpression, scope: Scope): ir.Expr | null {
  const keyed = lowering.model.keyedParameters.get(e.callee.text);
  if (keyed) return lowerKeyed(lowering, e, keyed, scope);
  const builtIn = findBuiltIn(e.callee.text);
  if (!builtIn) {
    const near = nearest(
      e.callee.text,
      builtIns.map((b) => b.zh),
    );
    // A sentence without spaces before a bracket is not a call.
    const words = [...lowering.model.kinds.flatMap((k) => [k.name, ...k.fieldByName.keys()])];
    const begins = words
      .filter((w) => w.length > 1 && e.callee.text.startsWith(w))
      .sort((a, b) => b.length - a.length)[0];
    if (near === null && begins !== undefined && begins !== e.callee.text)
      return lowering.report(
        "BF2002",
        { name: e.callee.text, split: `${begins} ${e.callee.text.slice(begins.length)}` },
        { span: e.callee.span },
      );
    return lowering.report(
      "BF2001",
      {
        name: e.callee.text,
        ...worded("what", "function"),
        ...(near
          ? hinted("did-you-mean", { near })
          : hinted("known-functions", {
              known: builtIns.map((b) => b.zh),
              knownEn: builtIns.map((b) => englishName(b.zh)).join(", "),
            })),
      },
      { span: e.callee.span },
    );
  }
  switch (builtIn.family) {
    case "dates":
      return lowerDateFunction(lowering, builtIn.op, e, scope);
    case "run-length":
      return lowerRunLength(lowering, e, scope);
    case "population":
      return lowerPopulation(lowering, builtIn.fn, e.arguments, scope, e.span);
    case "aggregate": {
      const first = e.arguments[0];
      const years =
        first?.kind === "value" && isOverRecords(lowering, first.value, scope)
          ? undefined
          : lowerYearsCall(lowering, builtIn.fn, e, scope);
      if (years !== undefined) return years;
      const values = e.arguments.filter((a) => a.kind === "value");
      const numbersOnly = values.length === e.arguments.length;
      if (
        values.length >= 2 &&
        numbersOnly &&
        (builtIn.fn === "max" || builtIn.fn === "min") &&
        !isOverRecords(lowering, values[0]!.value, scope)
      ) {
        const several = lowerSeveral(
          lowering,
          values.map((v) => v.value),
          scope,
        );
        return several && { op: builtIn.fn, type: several.type, args: several.args };
      }
      return lowerAggregate(lowering, builtIn, e, scope);
    }
  }
}

/** `加分(级别)`: the open value of the option that holds. */
function lowerKeyed(
  lowering: Lowering,
  e: ast.CallExpression,
  keyed: ReadonlyMap<string, string>,
  scope: Scope,
): ir.Expr | null {
  const only = e.arguments.length === 1 && e.arguments[0]!.kind === "value" ? e.arguments[0]!.value : null;
  const wrong = () =>
    lowering.report(
      "BF2017",
      {
        function: e.callee.text,
        ...worded("why", "needs-option"),
        ...hinted("example-of-option", { function: e.callee.text, options: [...keyed.keys()] }),
      },
      { span: e.span },
    );
  if (!only) return wrong();
  const parameter = (option: string): ir.Expr | null => {
    const symbol = lowering.model.parameterByName.get(keyed.get(option) ?? "");
    return symbol?.type ? { op: "parameter", type: symbol.type, parameter: symbol.index } : null;
  };
  // A plain option name (加分(国家)) is looked up at once.
  if (only.kind === "path" && only.segments.length === 1 && keyed.has(only.segments[0]!.text))
    return parameter(only.segments[0]!.text);
  const arg = lowerExpression(lowering, only, scope);
  if (!arg) return null;
  if (arg.type.kind !== "choice") return wrong();
  const { members } = lowering.model.enumerations[arg.type.enumeration]!;
  if (members.some((m) => !keyed.has(m))) return wrong();
  const values = members.map(parameter);
  if (values.some((v) => v === null)) return null;
  return (values as ir.Expr[]).slice(0, -1).reduceRight<ir.Expr>(
    (otherwise, value, member) =>
      ({
        op: "if",
        type: value.type,
        condition: { op: "one-of", type: TRUTH, arg, members: [member] },
        then: value,
        otherwise,
      }) as ir.Expr,
    values.at(-1)!,
  );
}

/** Does the path start at a list of records? */
function isOverRecords(lowering: Lowering, e: ast.Expression, scope: Scope): boolean {
  if (e.kind !== "path") return false;
  const name = e.segments[0]!.text;
  const kinds = [scope.kind, scope.kind.of && lowering.model.kinds[scope.kind.of.subject]];
  return (
    kinds.some((k) => k?.fieldByName.get(name)?.type?.kind === "list") ||
    lowering.model.records.some((r) => r.name === name)
  );
}
