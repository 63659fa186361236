/**
 * Columns in, columns out: for bulk data that is in typed arrays already.
 *
 * @module banfa/runtime/columns
 */
import type { ColumnData, DirectProgram, FactColumn, FieldTable } from "./abi.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { EvaluationContext } from "./context.ts";
import { areDistinct, DirectColumns, settledCall } from "./direct.ts";
import { dayOf, nameOf } from "./direct-values.ts";
import { memberNames } from "./fact-values.ts";
import type { Evaluator } from "./measure.ts";
import type { JsonValue } from "./result.ts";

/** Typed arrays that columns may be in. */
export type Numbers =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float64Array;

/** Typed arrays of whole numbers. */
export type WholeNumbers = Exclude<Numbers, Float64Array>;

/** Numbers in the unit in which they are written (58.5), or whole: `scaled` holds the number times `by` (5850, 100). */
export type NumberColumn =
  | Numbers
  | readonly number[]
  | { readonly scaled: WholeNumbers; readonly by: number };

/** Options: their index in the declaration, or their names. */
export type OptionColumn<Name extends string = string> = WholeNumbers | readonly Name[];

/** Truths: 0 and 1, or booleans. */
export type TruthColumn = WholeNumbers | readonly boolean[];

/** One fact of all subjects. Dates (`2019-01-03`) and texts are lists of texts. */
export type InputColumn =
  | Numbers
  | readonly unknown[]
  | { readonly scaled: WholeNumbers; readonly by: number };

/** A cohort of one kind of subject, as columns of one length. */
export interface ColumnsIn {
  /** By name or alias of the fact. */
  readonly columns: Readonly<Record<string, InputColumn | undefined>>;
  /** Needed where a rule looks at earlier years; else the position counts. */
  readonly ids?: readonly string[];
  /** Name of the subject kind; may be left out where the measure has one. */
  readonly kind?: string;
}

/** Grades or options of all subjects. */
export interface CodedColumn<Name extends string = string> {
  /** Index into `members`; -1: none. */
  readonly codes: Int8Array | Int32Array;
  /** The grades or options as declared. */
  readonly members: readonly Name[];
}

/** Numbers of all subjects: slot ÷ `by` is the number as written. */
export interface ScaledColumn {
  /** Whole numbers. */
  readonly scaled: Int32Array | Float64Array;
  /** What they are divided by. */
  readonly by: number;
}

/** The results of a cohort as columns, in the order of the input. */
export interface ColumnsOut {
  /** How many subjects there are. */
  readonly size: number;
  /** By scale. */
  readonly grades: Readonly<Record<string, CodedColumn>>;
  /** Options as codes, truths as 0 and 1; what no integer holds as the values of a result. */
  readonly values: Readonly<Record<string, ScaledColumn | CodedColumn | Uint8Array | readonly JsonValue[]>>;
  /** What fired, as bits. */
  readonly reasons: {
    /** Reason k holds where bit k % 30 of word ⌊k ÷ 30⌋ is set. */
    readonly words: readonly Int32Array[];
    /** The clauses, by bit. */
    readonly citations: readonly string[];
  };
}

/** Reasons are bits of small integers. */
export const REASON_BITS = 30;

/**
 * Evaluates a cohort that is in typed arrays. Computes only what is plain and settled.
 * @returns null where {@link Evaluator.evaluateAll} would find a problem or something undetermined: it says what
 * @throws TypeError when the measure has several kinds of subject and `kind` names none of them
 */
export function evaluateColumns(
  measure: Evaluator,
  { columns, ids, kind: named }: ColumnsIn,
  given: EvaluationContext,
): ColumnsOut | null {
  if (!Number.isInteger(given?.year)) throw new TypeError("context.year must be a whole number");
  const { compiled } = measure;
  const kindName = measure.kindOf(named);
  const { tables } = compiled;
  const kind = tables.subjects.findIndex((s) => s.name === kindName);
  const subject = tables.subjects[kind];
  const program = compiled.direct[kind];
  const call = settledCall(compiled, given);
  if (!subject || !program || call === null) return null;
  const size = sizeOf(columns);
  if (size === null) return null;
  if (ids !== undefined && (ids.length !== size || !ids.every(isName) || !areDistinct(ids))) return null;
  // Who is who in earlier years is said by the ids.
  if (ids === undefined && (given.history?.length ?? 0) > 0) return null;
  const run = new DirectColumns(compiled, kind, size, call, ids);
  const taken = new Set<string>();
  for (const [index, column] of program.facts) {
    const field = subject.fields[index]!;
    const name = Object.hasOwn(columns, field.name) ? field.name : field.alias;
    const input = name !== null && Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (name !== null) taken.add(name);
    const data =
      input === undefined
        ? filled(run.defaultOf(index), column, size)
        : dataOf(compiled, field, column, input, size);
    if (data === null) return null;
    run.facts[index] = data;
  }
  // A column that no rule reads is fine; one that the measure does not know may be a slip.
  for (const name of Object.keys(columns))
    if (!taken.has(name) && !subject.fields.some((f) => f.name === name || f.alias === name)) return null;
  if (!run.run()) return null;
  return output(compiled, kind, program, run, size);
}

const isName = (v: unknown): boolean => nameOf(v) === v;

function sizeOf(columns: ColumnsIn["columns"]): number | null {
  let size: number | null = null;
  for (const name of Object.keys(columns)) {
    const column = columns[name];
    if (column === undefined) continue;
    const { length } = "scaled" in column ? column.scaled : column;
    if (size !== null && size !== length) return null;
    size = length;
  }
  return size;
}

function filled(value: unknown, { array }: FactColumn, size: number): ColumnData | null {
  if (value === undefined) return null;
  const slot = value === true ? 1 : value === false ? 0 : value;
  if (array === "any") return new Array(size).fill(slot);
  return new { int8: Int8Array, uint8: Uint8Array, int32: Int32Array, float64: Float64Array }[array](
    size,
  ).fill(slot as number);
}

// ──────────────────────────────── facts ────────────────────────────────

function dataOf(
  compiled: CompiledMeasure,
  field: FieldTable,
  column: FactColumn,
  input: InputColumn,
  size: number,
): ColumnData | null {
  switch (field.type.kind) {
    case "number":
      return "scaled" in input ? scaled(column, input.scaled, input.by) : decimals(column, input, size);
    case "truth":
      if ("scaled" in input || input instanceof Float64Array) return null;
      return Array.isArray(input)
        ? mapped(input, Uint8Array, (v) => (v === true ? 1 : v === false ? 0 : -1))
        : (input as Uint8Array);
    case "choice": {
      // Half an option would be read as one.
      if ("scaled" in input || input instanceof Float64Array) return null;
      if (!Array.isArray(input)) return input as Int8Array;
      const names = memberNames(compiled.tables.enumerations[field.type.enumeration]!);
      const array = column.array === "int8" ? Int8Array : Int32Array;
      return mapped(input, array, (v) => (typeof v === "string" ? (names.get(v) ?? -1) : -1));
    }
    case "text":
      if (!Array.isArray(input)) return null;
      return input.every(isName) ? [...input] : null;
    case "date": {
      const days = Array.isArray(input) ? input.map(dayOf) : [null];
      return days.every((d) => d !== null) ? Int32Array.from(days) : null;
    }
    case "party":
    case "link":
    case "links":
    case "list":
      return null;
  }
}

/** Each value as a slot; a negative one is not taken. */
function mapped(
  input: readonly unknown[],
  Slots: Int8ArrayConstructor | Uint8ArrayConstructor | Int32ArrayConstructor,
  slot: (value: unknown) => number,
): ColumnData | null {
  const out = new Slots(input.length);
  for (let i = 0; i < input.length; i++) {
    const s = slot(input[i]);
    if (s < 0) return null;
    out[i] = s;
  }
  return out;
}

function scaled(column: FactColumn, input: WholeNumbers, by: number): ColumnData | null {
  const times = column.by! / by;
  if (!Number.isInteger(times) || times < 1 || (input as unknown) instanceof Float64Array) return null;
  if (times === 1) return input as Int32Array;
  const out = slots(column, input.length);
  for (let i = 0; i < input.length; i++) {
    const slot = input[i]! * times;
    out[i] = slot;
    if (out[i] !== slot) return null;
  }
  return out;
}

/** An empty column; a slot that it does not hold reads as another one. */
const slots = ({ array }: FactColumn, size: number): Int32Array | Float64Array =>
  array === "int32" ? new Int32Array(size) : new Float64Array(size);

function decimals(column: FactColumn, input: Numbers | readonly unknown[], size: number): ColumnData | null {
  const by = column.by!;
  const out = slots(column, size);
  for (let i = 0; i < size; i++) {
    const v = input[i] as number;
    const slot = Math.round(v * by) + 0;
    out[i] = slot;
    if (slot / by !== v || out[i] !== slot) return null;
  }
  return out;
}

// ─────────────────────────────── results ───────────────────────────────

function output(
  compiled: CompiledMeasure,
  kind: number,
  program: DirectProgram,
  run: DirectColumns,
  size: number,
): ColumnsOut {
  const { tables } = compiled;
  const grades = Object.create(null) as Record<string, CodedColumn>;
  const values = Object.create(null) as Record<string, ColumnsOut["values"][string]>;
  let outcomes: ReturnType<DirectColumns["outcomes"]> | null = null;
  for (const [id, { by }] of program.cells) {
    const { name, type, grade, subject } = tables.cells[id]!;
    if (name === null || subject !== kind) continue;
    const data = run.cells[id]!;
    if (type.kind === "choice") {
      const { members } = tables.enumerations[type.enumeration]!;
      const coded = { codes: data as Int8Array, members };
      if (grade !== null) grades[name] = coded;
      else values[name] = coded;
    } else if (by !== null) values[name] = { scaled: data as Int32Array, by };
    else if (type.kind === "truth") values[name] = data as Uint8Array;
    else {
      outcomes ??= run.outcomes({
        problems: [],
        reportOf: () => {
          throw new Error("columns have no reports");
        },
      });
      values[name] = outcomes.map((o) => o.values[name]!);
    }
  }
  return {
    size,
    grades,
    values,
    reasons: {
      words: run.words,
      citations: program.reasons.map((cite) => tables.citations[cite]!.text),
    },
  };
}
