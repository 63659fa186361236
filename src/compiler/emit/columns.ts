/** The column in which the direct program keeps a fact or a cell. */
import type { Column } from "../../runtime/abi.ts";
import type { Cell, Field } from "../ir/ir.ts";
import { type Code, js } from "./fragments.ts";
import { type Holding, holdingOf, limitOf, repOf, type Shape, shapeOf } from "./represent.ts";

const INT32 = 2147483647n;

/** Whole numbers of so small a size that an Int32Array holds them. */
function fitsInt32(shape: Shape, scale: bigint): boolean {
  if (shape.low === null || shape.high === null) return false;
  const size = (v: { num: bigint; den: bigint }) => ((v.num < 0n ? -v.num : v.num) * scale) / v.den + 1n;
  return size(shape.low) < INT32 && size(shape.high) < INT32;
}

function numbers(shape: Shape, held: Holding): Column["array"] {
  if (held.kind !== "int") return "any";
  return fitsInt32(shape, held.scale) ? "int32" : "float64";
}

/** Members are small numbers; -1 is "none". */
const members = (count: number): Column["array"] => (count < 128 ? "int8" : "int32");

/** The column of a plain fact; null: it is not plain. */
export function factColumn(field: Field, sizes: readonly number[]): Column | null {
  const { type } = field;
  switch (type.kind) {
    case "number": {
      const shape = shapeOf(type);
      const held = holdingOf(shape);
      const rep = repOf(held, limitOf(type));
      return held.kind === "int" ? { array: numbers(shape, held), rep } : null;
    }
    case "truth":
      return { array: "uint8", rep: null };
    case "choice":
      return { array: members(sizes[type.enumeration]!), rep: null };
    case "date":
      return { array: "int32", rep: null };
    case "text":
      return { array: "any", rep: null };
    case "party":
    case "link":
    case "links":
    case "list":
      return null;
  }
}

/** The column of a cell of a simple kind. */
export function cellColumn(
  cell: Cell,
  info: { readonly shape: Shape; readonly held: Holding } | null,
  sizes: readonly number[],
): Column {
  switch (cell.type.kind) {
    case "number":
      return { array: numbers(info!.shape, info!.held), rep: repOf(info!.held) };
    case "truth":
      return { array: "uint8", rep: null };
    case "choice":
      return { array: members(sizes[cell.type.enumeration]!), rep: null };
    case "date":
      return { array: "int32", rep: null };
    case "text":
    case "party":
    case "link":
    case "links":
      return { array: "any", rep: null };
  }
}

/** A value out of its column, and into it: truths are 0 and 1 there. */
export const load = (slot: Code, isTruth: boolean): Code => (isTruth ? js`${slot} === 1` : slot);
export const store = (value: Code, isTruth: boolean): Code => (isTruth ? js`${value} ? 1 : 0` : value);
