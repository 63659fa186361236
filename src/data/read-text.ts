import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { decode, type Encoding } from "./decode.ts";

/**
 * A file as text, or the reason why not. Every way in which this can fail is a message for the person who
 * named the file (BF4001 to BF4009); nothing is thrown.
 */

export interface TextFile {
  /** The path as the user gave it; messages name the file by it. */
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
}

export interface ReadText {
  readonly file: TextFile | null;
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  /** Largest size in bytes. A decoded text must fit a JavaScript string (512 million characters). */
  readonly limit?: number;
  /** Accept a file without content (a measure may be empty; data may not). */
  readonly allowEmpty?: boolean;
}

const MEGABYTE = 1024 * 1024;
export const DEFAULT_LIMIT = 256 * MEGABYTE;

/** Reads a text file in UTF-8, UTF-16 with a byte-order mark, or GB18030. */
export function readText(path: string, options: ReadOptions = {}): ReadText {
  const bytes = readBytes(path, options.limit ?? DEFAULT_LIMIT);
  if ("code" in bytes) return { file: null, problems: [bytes] };
  const data = { file: path };
  const decoded = decode(bytes);
  switch (decoded.kind) {
    case "workbook":
      return { file: null, problems: [problem("BF4006", { path }, { data })] };
    case "binary":
      return {
        file: null,
        problems: [problem("BF4007", { path, ...worded("format", decoded.format) }, { data })],
      };
    case "unknown-encoding":
      return { file: null, problems: [problem("BF4009", { path }, { data })] };
    case "text": {
      if (decoded.text.trim() === "" && options.allowEmpty !== true) {
        return { file: null, problems: [problem("BF4003", { path }, { data })] };
      }
      const { text, encoding } = decoded;
      const notes = encoding === "UTF-8" ? [] : [problem("BF4008", { path, encoding }, { data })];
      return { file: { path, text, encoding }, problems: notes };
    }
  }
}

/** The bytes of a file, or a problem. Reads at most `limit` bytes, also from pipes, whose size is unknown. */
export function readBytes(path: string, limit: number): Uint8Array | Problem {
  const data = { file: path };
  let handle: number | undefined;
  try {
    handle = openSync(path, "r");
    const status = fstatSync(handle);
    if (status.isDirectory()) return problem("BF4002", { path }, { data });
    if (status.size > limit) return tooLarge(path, status.size, limit);
    let buffer = Buffer.allocUnsafe(status.size + 1);
    let length = 0;
    for (;;) {
      const count = readSync(handle, buffer, length, buffer.length - length, null);
      if (count === 0) return buffer.subarray(0, length);
      length += count;
      if (length > limit) return tooLarge(path, length, limit);
      if (length === buffer.length) {
        const larger = Buffer.allocUnsafe(Math.max(65536, buffer.length * 2));
        buffer.copy(larger, 0, 0, length);
        buffer = larger;
      }
    }
  } catch (error) {
    const reason = errorCode(error);
    if (reason === "ENOENT" || reason === "ENOTDIR") return problem("BF4001", { path }, { data });
    if (reason === "EISDIR") return problem("BF4002", { path }, { data });
    return problem("BF4005", { path, reason }, { data });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function tooLarge(path: string, size: number, limit: number): Problem {
  const megabytes = (n: number) => Math.round((n / MEGABYTE) * 10) / 10;
  return problem(
    "BF4004",
    { path, size: megabytes(size), limit: megabytes(limit) },
    { data: { file: path } },
  );
}

/** The system's code of a failed file operation (EACCES), for messages. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) return "code" in error ? String(error.code) : error.message;
  return String(error);
}
