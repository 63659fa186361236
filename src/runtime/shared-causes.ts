/**
 * Causes that stand for many subjects, where several threads need them: each has a number, and what it stands for lies in
 * memory that all threads share, so that it is there once however many they are.
 */
import { type PartOfCause, type PartsOfCause, partsBySubject, restoreParts } from "./open-causes.ts";
import type { ManySubjects } from "./result.ts";

/** What a cause of many subjects stands for: texts one after the other, and by the hash of a subject where its text begins. */
export interface PartsTable {
  /** A power of two of places: offset of a text plus one, or 0. */
  readonly places: Uint32Array;
  /** Of each text its length, four bytes, then JSON: the subject and its causes. */
  readonly texts: Uint8Array;
}

/** Causes that another side does not know yet, in the order of their numbers. */
export type SharedCauseList = readonly (readonly [cause: ManySubjects, parts: PartsTable])[];

export class SharedCauses {
  readonly #list: (readonly [ManySubjects, PartsTable])[] = [];
  readonly #numbers = new Map<ManySubjects, number>();
  /** Bytes that are shared. */
  bytes = 0;

  /** How many there are. */
  get size(): number {
    return this.#list.length;
  }

  /** The number of a cause; null: it is not shared. */
  numberOf(cause: ManySubjects): number | null {
    return this.#numbers.get(cause) ?? null;
  }

  /** The number of a cause, which it has from here on. */
  share(cause: ManySubjects): number {
    const known = this.#numbers.get(cause);
    if (known !== undefined) return known;
    const table = tableOf(partsBySubject(cause));
    this.bytes += table.places.byteLength + table.texts.byteLength;
    return this.#keep(cause, table);
  }

  at(number: number): ManySubjects {
    return this.#list[number]![0];
  }

  /** Those with this number and later ones. */
  since(number: number): SharedCauseList {
    return this.#list.slice(number);
  }

  /** Those that the other side gave numbers to, after the ones that are known. */
  learn(list: SharedCauseList): void {
    for (const [cause, table] of list) this.#keep(cause, table);
  }

  #keep(cause: ManySubjects, table: PartsTable): number {
    const number = this.#list.length;
    this.#list.push([cause, table]);
    this.#numbers.set(cause, number);
    // Also where it was made: what it was made of may be forgotten.
    restoreParts(cause, new SharedParts(table));
    return number;
  }
}

class SharedParts implements PartsOfCause {
  readonly #table: PartsTable;
  /** All that is open of a subject is told at once. */
  #last: readonly [subject: string | null, part: PartOfCause | undefined] = [null, undefined];

  constructor(table: PartsTable) {
    this.#table = table;
  }

  get(subject: string): PartOfCause | undefined {
    if (this.#last[0] !== subject) this.#last = [subject, this.#find(subject)];
    return this.#last[1];
  }

  #find(subject: string): PartOfCause | undefined {
    const { places } = this.#table;
    const mask = places.length - 1;
    for (let at = hashOf(subject) & mask; places[at] !== 0; at = (at + 1) & mask) {
      const [of, causes] = this.#read(places[at]! - 1);
      if (of === subject) return causes;
    }
    return undefined;
  }

  *entries(): Generator<readonly [string, PartOfCause]> {
    const { texts } = this.#table;
    for (let at = 0; at < texts.length; at += LENGTH + lengthAt(texts, at)) yield this.#read(at);
  }

  #read(at: number): readonly [subject: string, part: PartOfCause] {
    const { texts } = this.#table;
    // A decoder may refuse memory that others could change meanwhile; a copy of one text is small.
    const text = texts.slice(at + LENGTH, at + LENGTH + lengthAt(texts, at));
    return JSON.parse(new TextDecoder().decode(text));
  }
}

/** The texts are made twice, so that nothing of them is kept beside the table. */
function tableOf(parts: PartsOfCause): PartsTable {
  const encoder = new TextEncoder();
  const textOf = (entry: readonly [string, PartOfCause]): Uint8Array => encoder.encode(JSON.stringify(entry));
  let [bytes, count] = [0, 0];
  for (const entry of parts.entries()) {
    bytes += LENGTH + textOf(entry).length;
    count++;
  }
  let size = 2;
  while (size < count * 1.5) size *= 2;
  const places = new Uint32Array(new SharedArrayBuffer(size * Uint32Array.BYTES_PER_ELEMENT));
  const texts = new Uint8Array(new SharedArrayBuffer(bytes));
  let at = 0;
  for (const entry of parts.entries()) {
    const text = textOf(entry);
    let place = hashOf(entry[0]) & (size - 1);
    while (places[place] !== 0) place = (place + 1) & (size - 1);
    places[place] = at + 1;
    new DataView(texts.buffer).setUint32(at, text.length);
    texts.set(text, at + LENGTH);
    at += LENGTH + text.length;
  }
  return { places, texts };
}

/** Bytes that tell how long a text is. */
const LENGTH = 4;

const lengthAt = (texts: Uint8Array, at: number): number => new DataView(texts.buffer).getUint32(at);

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
