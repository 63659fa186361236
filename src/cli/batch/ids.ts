/** Whether an id occurs twice, by eight bytes each; two ids that only look alike so are a doubt too. */
export class Ids {
  #hashes = new Float64Array(1 << 16);
  #size = 0;

  add(hashes: Float64Array): void {
    let room = this.#hashes.length;
    while (this.#size + hashes.length > room) room *= 2;
    if (room > this.#hashes.length) {
      const larger = new Float64Array(room);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes.set(hashes, this.#size);
    this.#size += hashes.length;
  }

  get doubtful(): boolean {
    const sorted = this.#hashes.subarray(0, this.#size).sort();
    for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) return true;
    return false;
  }
}

/** 53 bits of two mixed products. */
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
