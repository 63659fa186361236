/** The column in which the direct program keeps a fact or a cell. */
import type { Column, FactColumn } from "../../runtime/abi.ts";
import { multiply, rational } from "../../runtime/rational.ts";
import type { Cell, Field, NumberType } from "../ir/ir.ts";
import { type Code, js } from "./fragments.ts";
import { type Holding, holdingOf, limitOf, repOf, type Shape, shapeOf } from "./represent.ts";

const INT32 = 2147483647n;

/** A power of ten up to which every slot divides to the nearest double of its decimal. */
const POWER_OF_TEN = /^10{0,14}$/;

type Value = { readonly num: bigint; readonly den: bigint };
const size = (v: Value, scale: bigint): bigint => ((v.num < 0n ? -v.num : v.num) * scale) / v.den + 1n;

/** Whether all slots are smaller than `limit`. */
const below = (shape: Shape, scale: bigint, limit: bigint): boolean =>
  shape.low !== null &&
  shape.high !== null &&
  size(shape.low, scale) < limit &&
  size(shape.high, scale) < limit;

function arrayOf(shape: Shape, held: Holding): Column["array"] {
  if (held.kind !== "int") return "any";
  return below(shape, held.scale, INT32) ? "int32" : "float64";
}

/** Slot = written number × this power of ten; null where there is none. */
function writtenBy(held: Holding, factor: Value): number | null {
  if (held.kind !== "int") return null;
  const by = multiply(factor, rational(held.scale));
  return by.den === 1n && POWER_OF_TEN.test(by.num.toString()) ? Number(by.num) : null;
}

/** Members are small numbers; -1 is "none". */
const members = (count: number): Column["array"] => (count < 128 ? "int8" : "int32");

const plain = (array: Column["array"], high = 0): FactColumn => ({
  array,
  rep: null,
  by: null,
  low: 0,
  high,
  step: 1,
  percent: false,
});

/** The column of a plain fact; null: it is not plain. */
export function factColumn(field: Field, sizes: readonly number[]): FactColumn | null {
  const { type } = field;
  switch (type.kind) {
    case "number":
      return numberColumn(field, type);
    case "truth":
      return plain("uint8", 1);
    case "choice":
      return plain(members(sizes[type.enumeration]!), sizes[type.enumeration]! - 1);
    case "date":
      return plain("int32");
    case "text":
      return plain("any");
    case "party":
    case "link":
    case "links":
    case "list":
      return null;
  }
}

function numberColumn(field: Field, type: NumberType): FactColumn | null {
  const shape = shapeOf(type);
  const held = holdingOf(shape);
  const factor = field.asFraction ? rational(1) : type.display.factor;
  const by = writtenBy(held, factor);
  if (held.kind !== "int" || by === null || type.step === null || type.step.num === 0n) return null;
  const slot = (v: Value): number => Number((v.num * held.scale) / v.den);
  return {
    array: arrayOf(shape, held),
    rep: repOf(held, limitOf(type)),
    by,
    low: slot(shape.low!),
    high: slot(shape.high!),
    step: slot(type.step),
    percent:
      !field.asFraction &&
      factor.num === 1n &&
      factor.den === 100n &&
      (type.high === null || type.high.num * 100n > type.high.den),
  };
}

/** The column of a cell of a simple kind. */
export function cellColumn(
  cell: Cell,
  info: { readonly shape: Shape; readonly held: Holding } | null,
  sizes: readonly number[],
): Column {
  switch (cell.type.kind) {
    case "number": {
      const { shape, held } = info!;
      // With at most 15 digits a JSON number shows them all.
      const short = held.kind === "int" && below(shape, held.scale, 10n ** 15n);
      const by = short ? writtenBy(held, cell.type.display.factor) : null;
      return { array: arrayOf(shape, held), rep: repOf(held), by };
    }
    case "truth":
      return { array: "uint8", rep: null, by: null };
    case "choice":
      return { array: members(sizes[cell.type.enumeration]!), rep: null, by: null };
    case "date":
      return { array: "int32", rep: null, by: null };
    case "text":
    case "party":
    case "link":
    case "links":
      return { array: "any", rep: null, by: null };
  }
}

/** A value out of its column, and into it: truths are 0 and 1 there. */
export const load = (slot: Code, isTruth: boolean): Code => (isTruth ? js`${slot} === 1` : slot);
export const store = (value: Code, isTruth: boolean): Code => (isTruth ? js`${value} ? 1 : 0` : value);
