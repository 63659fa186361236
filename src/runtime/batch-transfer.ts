/**
 * Columns of batches on their way between threads: plain data that a structured clone keeps. Numbers go as typed arrays,
 * and open values with their causes; of a cause that both sides share only its number goes.
 */
import type { Gathered } from "./batch.ts";
import { type PartOfCause, partsBySubject, restoreParts } from "./open-causes.ts";
import { type Causes, Choices, Interval, type OpenValue, type Ranked, Unknown } from "./open-values.ts";
import type { Rational } from "./rational.ts";
import type { Cause, ManySubjects } from "./result.ts";
import { Inexact, type Slots } from "./slot-column.ts";

type CauseOfSubject = Extract<Cause, { readonly subject: string }>;

/** A cause: one that is shared, by its number; one of many subjects, with what it stands for; one that is like another's but for the subject. */
type PackedCause =
  | number
  | readonly ["many", ManySubjects, ReadonlyMap<string, PartOfCause>]
  | readonly ["like", other: CauseOfSubject, subject: string]
  | Exclude<Cause, ManySubjects | CauseOfSubject>;
type PackedCauses = readonly PackedCause[];

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

/** What goes out through one channel. */
export class Packer {
  readonly #numberOf: (cause: ManySubjects) => number | null;
  /** What several slots of a message have in common is one object, which a clone keeps. */
  #lists = new Map<Causes, PackedCauses>();
  #packed = new Map<Cause, PackedCause>();
  #alike = new Map<string, CauseOfSubject>();
  #numbers = new Map<string, Rational>();

  /** @param numberOf of a cause that both sides share; null: it is not shared */
  constructor(numberOf: (cause: ManySubjects) => number | null) {
    this.#numberOf = numberOf;
  }

  /** From here on another message is packed. */
  begin(): void {
    this.#lists = new Map();
    this.#packed = new Map();
    this.#alike = new Map();
    this.#numbers = new Map();
  }

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

  #open(value: OpenValue): PackedOpen {
    if (value instanceof Interval)
      return ["interval", this.#end(value.low), this.#end(value.high), this.#causes(value.why)];
    if (value instanceof Unknown) return ["unknown", this.#causes(value.why)];
    if (value instanceof Choices) return ["choices", value.members, this.#causes(value.why), value.ranked];
    return ["exact", value];
  }

  #end(end: Rational | null): Rational | null {
    if (end === null) return null;
    const key = `${end.num}/${end.den}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, end);
    return end;
  }

  #causes(causes: Causes): PackedCauses {
    let packed = this.#lists.get(causes);
    if (packed === undefined) {
      packed = causes.map((c) => this.#cause(c));
      this.#lists.set(causes, packed);
    }
    return packed;
  }

  #cause(cause: Cause): PackedCause {
    const known = this.#packed.get(cause);
    if (known !== undefined) return known;
    const packed = this.#pack(cause);
    this.#packed.set(cause, packed);
    return packed;
  }

  #pack(cause: Cause): PackedCause {
    if (cause.kind === "many-subjects")
      return this.#numberOf(cause) ?? ["many", cause, new Map(partsBySubject(cause).entries())];
    if (!("subject" in cause)) return cause;
    const key = JSON.stringify({ ...cause, subject: "" });
    const like = this.#alike.get(key) ?? cause;
    this.#alike.set(key, like);
    return ["like", like, cause.subject];
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
  readonly #shared: (number: number) => ManySubjects;
  readonly #keep: number;
  readonly #numbers = new Map<string, Rational>();
  /** Of one message: what several slots have in common is one object here too. */
  #lists = new Map<PackedCauses, Causes>();
  #causes = new Map<PackedCause, Cause>();
  #subject = "";
  /** Causes that came in so far. */
  causes = 0;

  /** @param keep so many different numbers are one object wherever they come again, where what comes in is kept for long */
  constructor(shared: (number: number) => ManySubjects, keep = 0) {
    this.#shared = shared;
    this.#keep = keep;
  }

  /** From here on another message is unpacked. */
  begin(): void {
    this.#lists = new Map();
    this.#causes = new Map();
  }

  column({ numbers, texts, others }: PackedColumn): ArrayLike<unknown> & Slots {
    const size = numbers?.length ?? texts!.of.length;
    const slots = new Array<unknown>(size);
    for (let i = 0; i < size; i++) {
      const code = texts === null ? NUMBER : texts.of[i]!;
      slots[i] = code === NUMBER ? numbers![i] : texts!.list[code];
    }
    for (const [i, packed] of others)
      slots[i] = "open" in packed ? new Inexact(this.#open(packed.open)) : packed.slot;
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

  #open(packed: PackedOpen): OpenValue {
    switch (packed[0]) {
      case "interval":
        return new Interval(this.#end(packed[1]), this.#end(packed[2]), this.#causesOf(packed[3]));
      case "unknown":
        return new Unknown(this.#causesOf(packed[1]));
      case "choices":
        return new Choices(packed[1], this.#causesOf(packed[2]), packed[3]);
      case "exact":
        return packed[1];
    }
  }

  #end(end: Rational | null): Rational | null {
    if (end === null || this.#keep === 0) return end;
    const key = `${end.num}/${end.den}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#numbers.size < this.#keep) this.#numbers.set(key, end);
    return end;
  }

  #causesOf(packed: PackedCauses): Causes {
    let causes = this.#lists.get(packed);
    if (causes === undefined) {
      causes = packed.map((c) => this.#cause(c));
      this.#lists.set(packed, causes);
    }
    return causes;
  }

  #cause(packed: PackedCause): Cause {
    if (typeof packed === "number") return this.#shared(packed);
    const known = this.#causes.get(packed);
    if (known !== undefined) return known;
    const cause = this.#unpack(packed);
    this.#causes.set(packed, cause);
    this.causes++;
    return cause;
  }

  #unpack(packed: Exclude<PackedCause, number>): Cause {
    if ("kind" in packed) return packed;
    if (packed[0] === "like") {
      // Causes of one subject come one after the other.
      if (packed[2] !== this.#subject) this.#subject = packed[2];
      return { ...packed[1], subject: this.#subject };
    }
    restoreParts(packed[1], packed[2]);
    return packed[1];
  }
}
