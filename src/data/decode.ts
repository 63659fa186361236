import type { PlainWord } from "../diagnostics/phrases.ts";
/**
 * Bytes to text. UTF-8 is tried strictly first; what is not UTF-8 is taken for GB18030 (the superset of GBK
 * that Chinese Excel writes), again strictly. A UTF-16 file is known by its byte-order mark only.
 */

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030";

export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: "workbook" }
  | { readonly kind: "binary"; readonly format: PlainWord }
  | { readonly kind: "unknown-encoding" };

/** How much of a file is looked at for signs of a binary format. */
const SAMPLE = 4096;

/** Decodes a file's bytes; a byte-order mark is not part of the text. */
export function decode(bytes: Uint8Array): Decoded {
  const binary = binaryFormat(bytes);
  if (binary !== null) return binary;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes, "UTF-16LE") ?? UNKNOWN;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes, "UTF-16BE") ?? UNKNOWN;
  if (bytes.subarray(0, SAMPLE).includes(0)) return { kind: "binary", format: "binary-file" };
  const decoded = attempt(bytes, "UTF-8") ?? attempt(bytes, "GB18030") ?? UNKNOWN;
  // Some web systems name an HTML table ".xls" or ".csv".
  if (decoded.kind === "text" && /^\s*<(?:!doctype|html|table|\?xml)/i.test(decoded.text.slice(0, 200))) {
    return { kind: "binary", format: "web-page" };
  }
  return decoded;
}

const UNKNOWN: Decoded = { kind: "unknown-encoding" };

function attempt(bytes: Uint8Array, encoding: Encoding): Decoded | null {
  try {
    const text = new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes);
    return { kind: "text", text, encoding };
  } catch {
    return null;
  }
}

const SIGNATURES: readonly { bytes: readonly number[]; format: PlainWord }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], format: "pdf" },
  { bytes: [0x50, 0x41, 0x52, 0x31], format: "parquet-file" },
  { bytes: [0x1f, 0x8b], format: "compressed-file" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: "picture" },
  { bytes: [0xff, 0xd8, 0xff], format: "picture" },
];

function binaryFormat(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: "workbook" };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    // Part names stand uncompressed in a zip file's directory, at its end.
    const directory = new TextDecoder("latin1").decode(bytes.subarray(-65536));
    if (directory.includes("xl/")) return { kind: "workbook" };
    if (directory.includes("word/document.xml")) return { kind: "binary", format: "word-document" };
    const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 128));
    if (beginning.includes("opendocument.spreadsheet")) return { kind: "binary", format: "ods-file" };
    return { kind: "binary", format: "zip-file" };
  }
  const found = SIGNATURES.find((s) => startsWith(bytes, s.bytes));
  return found === undefined ? null : { kind: "binary", format: found.format };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((b, i) => bytes[i] === b);
}
