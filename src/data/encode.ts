import { decode, type Encoding } from "./decode.ts";

/**
 * Text back into the bytes of the encoding it was read in, for a file that is rewritten where it stands. The table of
 * GB18030 is the decoder's own, turned round.
 */

/** null: read again, these bytes would be another text, so the file cannot keep its encoding. */
export function encode(text: string, encoding: Encoding): Uint8Array | null {
  const bytes = bytesOf(text, encoding);
  if (bytes === null) return null;
  const read = decode(bytes);
  return read.kind === "text" && read.text === text ? bytes : null;
}

function bytesOf(text: string, encoding: Encoding): Uint8Array | null {
  switch (encoding) {
    case "UTF-8":
      return Buffer.from(text, "utf8");
    case "UTF-16LE":
      return Buffer.from(`\uFEFF${text}`, "utf16le");
    case "UTF-16BE":
      return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
    case "GB18030":
      return gb18030(text);
  }
}

let table: ReadonlyMap<string, readonly number[]> | undefined;

function gb18030(text: string): Uint8Array | null {
  table ??= twoAndFourBytes();
  const bytes: number[] = [];
  for (const c of text) {
    const point = c.codePointAt(0)!;
    const known = point < 0x80 ? [point] : point > 0xffff ? fourBytes(point - 0x10000, 0x90) : table.get(c);
    if (known === undefined) return null;
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}

/** The bytes of every character of the basic plane. */
function twoAndFourBytes(): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder("gb18030", { fatal: true });
  const add = (bytes: readonly number[]) => {
    let c: string;
    try {
      c = decoder.decode(Uint8Array.from(bytes));
    } catch {
      // No character has these bytes.
      return;
    }
    if ([...c].length === 1 && !found.has(c)) found.set(c, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add([lead, trail]);
  // Characters of the basic plane without two bytes: up to 0x8431A439.
  for (let i = 0; i < 39420; i++) add(fourBytes(i, 0x81));
  return found;
}

/** The four bytes with an index among those that begin with `lead` or more. */
function fourBytes(index: number, lead: number): readonly number[] {
  return [
    lead + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
