/**
 * Columns of batches on their way between threads: plain data that a structured clone keeps. Numbers go as typed arrays,
 * and open values with their causes; a cause that stands for many subjects goes over each channel once.
 */
import type { Gathered } from "./batch.ts";
import { type PartsOfCause, partsBySubject, restoreParts } from "./open-causes.ts";
import { type Causes, Choices, Interval, type OpenValue, type Ranked, Unknown } from "./open-values.ts";
import type { Rational } from "./rational.ts";
import type { Cause, ManySubjects } from "./result.ts";
import { Inexact, type Slots } from "./slot-column.ts";

/** Causes; a number names one that was sent with its parts. */
type PackedCauses = readonly (Cause | number)[];

type PackedOpen =
  | readonly ["interval", Rational | null, Rational | null, PackedCauses]
  | readonly ["unknown", PackedCauses]
  | readonly ["choices", readonly number[], PackedCauses, Ranked | null]
  | readonly ["exact", OpenValue];

type PackedSlot = { readonly slot: unknown } | { readonly open: PackedOpen };

export interface PackedColumn {
  readonly numbers: Float64Array | null;
  /** Texts and which of them each slot is. */
  readonly texts: { readonly list: readonly string[]; readonly of: Int32Array } | null;
  /** What is neither number nor text, by index. */
  readonly others: readonly (readonly [index: number, slot: PackedSlot])[];
}

/** Causes of many subjects that the other side does not know yet. */
export type PackedShared = readonly (readonly [cause: ManySubjects, parts: PartsOfCause])[];

/** What goes out through one channel. */
export class Packer {
  readonly #ids = new Map<Cause, number>();
  #fresh: (readonly [ManySubjects, PartsOfCause])[] = [];
  /** Lists that many slots share are one list, which a clone keeps. */
  #lists = new Map<Causes, PackedCauses>();

  column(slots: ArrayLike<unknown>): PackedColumn {
    const size = slots.length;
    const numbers = new Float64Array(size);
    const others: [number, PackedSlot][] = [];
    const texts = new Map<string, number>();
    const codes = typeof slots[0] === "string" ? new Int32Array(size) : null;
    for (let i = 0; i < size; i++) {
      const slot = slots[i];
      if (typeof slot === "number") numbers[i] = slot;
      else if (typeof slot === "boolean") numbers[i] = slot ? 1 : 0;
      else if (codes !== null && typeof slot === "string") {
        if (!texts.has(slot)) texts.set(slot, texts.size);
        codes[i] = texts.get(slot)!;
      } else others.push([i, slot instanceof Inexact ? { open: this.#open(slot.value) } : { slot }]);
      if (codes !== null && typeof slot !== "string") codes[i] = typeof slot === "object" ? 0 : NUMBER;
    }
    const plain = codes === null || codes.includes(NUMBER);
    return {
      numbers: plain ? numbers : null,
      texts: codes === null ? null : { list: [...texts.keys()], of: codes },
      others,
    };
  }

  /** Some of a column. */
  part(slots: Slots, from: number, to: number): PackedColumn {
    return this.column(Array.from({ length: to - from }, (_, i) => slots.at(from + i)));
  }

  gathered(of: ReadonlyMap<number, Gathered>): PackedGathered {
    return [...of].map(([pass, { size, cells }]) => ({
      pass,
      size,
      cells: [...cells].map(([cell, slots]) => [cell, this.column(slots)] as const),
    }));
  }

  /** To be sent with the columns that were packed since the last time. */
  shared(): PackedShared {
    const fresh = this.#fresh;
    this.#fresh = [];
    this.#lists = new Map();
    return fresh;
  }

  #open(value: OpenValue): PackedOpen {
    if (value instanceof Interval) return ["interval", value.low, value.high, this.#causes(value.why)];
    if (value instanceof Unknown) return ["unknown", this.#causes(value.why)];
    if (value instanceof Choices) return ["choices", value.members, this.#causes(value.why), value.ranked];
    return ["exact", value];
  }

  #causes(causes: Causes): PackedCauses {
    let packed = this.#lists.get(causes);
    if (packed === undefined) {
      packed = causes.map((c) => (c.kind === "many-subjects" ? this.#many(c) : c));
      this.#lists.set(causes, packed);
    }
    return packed;
  }

  #many(cause: ManySubjects): number {
    let id = this.#ids.get(cause);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(cause, id);
      this.#fresh.push([cause, partsBySubject(cause)]);
    }
    return id;
  }
}

/** In a column of texts, a slot that is a number. */
const NUMBER = -1;

export type PackedGathered = readonly {
  readonly pass: number;
  readonly size: number;
  readonly cells: readonly (readonly [cell: number, column: PackedColumn])[];
}[];

/** What comes in through one channel. */
export class Unpacker {
  readonly #known: ManySubjects[] = [];

  /** What was sent with columns; before them. */
  learn(shared: PackedShared): void {
    for (const [cause, parts] of shared) {
      restoreParts(cause, parts);
      this.#known.push(cause);
    }
  }

  column({ numbers, texts, others }: PackedColumn): ArrayLike<unknown> & Slots {
    const size = numbers?.length ?? texts!.of.length;
    const slots = new Array<unknown>(size);
    for (let i = 0; i < size; i++) {
      const code = texts === null ? NUMBER : texts.of[i]!;
      slots[i] = code === NUMBER ? numbers![i] : texts!.list[code];
    }
    const lists = new Map<PackedCauses, Causes>();
    for (const [i, packed] of others)
      slots[i] = "open" in packed ? new Inexact(this.#open(packed.open, lists)) : packed.slot;
    return slots as unknown[] & Slots;
  }

  gathered(packed: PackedGathered): ReadonlyMap<number, Gathered> {
    return new Map(
      packed.map(({ pass, size, cells }) => [
        pass,
        { size, cells: new Map(cells.map(([cell, column]) => [cell, this.column(column)])) },
      ]),
    );
  }

  #open(packed: PackedOpen, lists: Map<PackedCauses, Causes>): OpenValue {
    switch (packed[0]) {
      case "interval":
        return new Interval(packed[1], packed[2], this.#causes(packed[3], lists));
      case "unknown":
        return new Unknown(this.#causes(packed[1], lists));
      case "choices":
        return new Choices(packed[1], this.#causes(packed[2], lists), packed[3]);
      case "exact":
        return packed[1];
    }
  }

  #causes(packed: PackedCauses, lists: Map<PackedCauses, Causes>): Causes {
    let causes = lists.get(packed);
    if (causes === undefined) {
      causes = packed.map((c) => (typeof c === "number" ? this.#known[c]! : c));
      lists.set(packed, causes);
    }
    return causes;
  }
}
