/** The lines of parts: what each begins with, and the rest of it. */
export function* linesOf(parts: Uint8Array): Generator<readonly [begin: number, rest: Buffer]> {
  const bytes = Buffer.from(parts.buffer, parts.byteOffset, parts.byteLength);
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE_END, from);
    yield [bytes[from]!, bytes.subarray(from + 1, end)];
    from = end + 1;
  }
}

const LINE_END = 10;
