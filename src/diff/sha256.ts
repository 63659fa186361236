/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as hexadecimal. Written out because fingerprints are made synchronously
 * and in a browser as well, where only an asynchronous digest is at hand.
 */

const K = constants(64, (x) => Math.cbrt(x));
const START = constants(8, (x) => Math.sqrt(x));

/** The first 32 bits of the fractional parts of the roots of the first primes. */
function constants(count: number, root: (x: number) => number): Uint32Array {
  const found = new Uint32Array(count);
  let n = 0;
  for (let candidate = 2; n < count; candidate++) {
    let prime = true;
    for (let d = 2; d * d <= candidate; d++) if (candidate % d === 0) prime = false;
    if (prime) found[n++] = (root(candidate) % 1) * 2 ** 32;
  }
  return found;
}

export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array((((bytes.length + 8) >> 6) << 6) + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const hash = Uint32Array.from(START);
  for (let at = 0; at < padded.length; at += 64) block(view, at, hash);
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

const W = new Uint32Array(64);
const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

function block(view: DataView, at: number, hash: Uint32Array): void {
  for (let i = 0; i < 16; i++) W[i] = view.getUint32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [W[i - 15]!, W[i - 2]!];
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    W[i] = W[i - 16]! + s0 + W[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + big1 + ((e & f) ^ (~e & g)) + K[i]! + W[i]!) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  for (const [i, x] of [a, b, c, d, e, f, g, h].entries()) hash[i]! += x;
}
