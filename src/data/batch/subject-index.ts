/** Subjects of one kind by their ids, in the order in which they first appear, at some thirty bytes each. */
export class SubjectIndex {
  #hashes = new Float64Array(FIRST);
  /** One more than the number of a subject; 0: free. */
  #numbers = new Int32Array(FIRST);
  size = 0;

  /** The number of a subject, from 0; -1: nobody has the id. */
  find(id: string): number {
    return this.findHash(hashOf(id));
  }

  findHash(hash: number): number {
    return this.#numbers[this.#slot(hash)]! - 1;
  }

  /** The number of a subject, who is new or not. */
  add(id: string): number {
    return this.addHash(hashOf(id));
  }

  addHash(hash: number): number {
    const slot = this.#slot(hash);
    const known = this.#numbers[slot]! - 1;
    if (known >= 0) return known;
    this.#hashes[slot] = hash;
    this.#numbers[slot] = ++this.size;
    const number = this.size - 1;
    if (this.size * 2 > this.#hashes.length) this.#grow();
    return number;
  }

  /** Where a hash is, or would be. */
  #slot(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    while (this.#numbers[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, numbers] = [this.#hashes, this.#numbers];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#numbers = new Int32Array(hashes.length * 2);
    for (const [i, number] of numbers.entries()) {
      if (number === 0) continue;
      const slot = this.#slot(hashes[i]!);
      this.#hashes[slot] = hashes[i]!;
      this.#numbers[slot] = number;
    }
  }
}

const FIRST = 1 << 12;

/** 53 bits of two mixed products. Two ids of one hash are taken for one that occurs twice, which is looked at otherwise. */
export function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
