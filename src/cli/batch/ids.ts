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
