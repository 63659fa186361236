import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Encoding } from "./decode.ts";
import { encode } from "./encode.ts";
import { errorCode } from "./read-text.ts";

/** Characters written at once; a result of a large cohort is longer than one string may be. */
const BATCH = 1 << 20;

/**
 * Writes the files of a folder, all of them or none: each into a temporary file, and only when all are there do they
 * take their names. The folder is made where it does not exist.
 * @returns what went wrong, or null
 */
export function writeFilesAtomically(
  folder: string,
  files: readonly { readonly name: string; readonly text: string | Uint8Array }[],
): Problem | null {
  const written: string[] = [];
  let path = folder;
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of files) {
      path = join(folder, name);
      const temporary = join(folder, `.${name}.${process.pid}.tmp`);
      const handle = openSync(temporary, "wx");
      written.push(temporary);
      writeAll(handle, typeof text === "string" ? Buffer.from(text, "utf8") : text);
      fsyncSync(handle);
      closeSync(handle);
    }
    for (const [i, { name }] of files.entries()) {
      path = join(folder, name);
      renameSync(written[i]!, path);
    }
    return null;
  } catch (error) {
    for (const temporary of written) rmSync(temporary, { force: true });
    return problem("BF4011", { path, reason: errorCode(error) }, { data: { file: path } });
  }
}

/**
 * Writes a file completely or not at all: into a temporary file of the same folder, which then takes the
 * name. A reader never sees half a file, and a failure leaves what was there before.
 */
export function writeFileAtomically(path: string, chunks: Iterable<string | Uint8Array>): Problem | null {
  const device = isDevice(path);
  const temporary = device ? path : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let handle: number | null = null;
  try {
    handle = openSync(temporary, device ? "w" : "wx");
    let pending = "";
    for (const chunk of chunks) {
      if (typeof chunk !== "string") {
        writeAll(handle, Buffer.from(pending, "utf8"));
        pending = "";
        writeAll(handle, chunk);
        continue;
      }
      pending += chunk;
      if (pending.length < BATCH) continue;
      writeAll(handle, Buffer.from(pending, "utf8"));
      pending = "";
    }
    writeAll(handle, Buffer.from(pending, "utf8"));
    if (!device) fsyncSync(handle);
    closeSync(handle);
    handle = null;
    if (!device) renameSync(temporary, path);
    return null;
  } catch (error) {
    const created = handle !== null || errorCode(error) !== "EEXIST";
    if (handle !== null) closeSync(handle);
    if (created && !device) rmSync(temporary, { force: true });
    return problem("BF4011", { path, reason: errorCode(error) }, { data: { file: path } });
  }
}

/** A file that grows while something is computed and takes its name only when it is complete. */
export class AtomicFile {
  readonly #path: string;
  readonly #temporary: string;
  #handle: number | null;

  private constructor(path: string, temporary: string, handle: number) {
    this.#path = path;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  static open(path: string): AtomicFile | Problem {
    const temporary = isDevice(path) ? path : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    try {
      return new AtomicFile(path, temporary, openSync(temporary, temporary === path ? "w" : "wx"));
    } catch (error) {
      return notWritten(path, error);
    }
  }

  write(text: string | Uint8Array): Problem | null {
    const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
    return this.#attempt((handle) => writeAll(handle, bytes));
  }

  /** Gives the file its name. */
  commit(): Problem | null {
    return this.#attempt((handle) => {
      if (this.#temporary !== this.#path) fsyncSync(handle);
      closeSync(handle);
      this.#handle = null;
      if (this.#temporary !== this.#path) renameSync(this.#temporary, this.#path);
    });
  }

  /** Leaves what was there before. */
  abandon(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
    if (this.#temporary !== this.#path) rmSync(this.#temporary, { force: true });
  }

  #attempt(work: (handle: number) => void): Problem | null {
    try {
      if (this.#handle !== null) work(this.#handle);
      return null;
    } catch (error) {
      this.abandon();
      return notWritten(this.#path, error);
    }
  }
}

const notWritten = (path: string, error: unknown): Problem =>
  problem("BF4011", { path, reason: errorCode(error) }, { data: { file: path } });

/**
 * Writes a text in the encoding the file had, so that whoever opens it with the same program as before still reads it;
 * a text that this encoding would not bring back is refused (BF4015).
 */
export function rewriteFile(path: string, text: string, encoding: Encoding): Problem | null {
  const bytes = encode(text, encoding);
  if (bytes === null) return problem("BF4015", { path, encoding }, { data: { file: path } });
  return writeFileAtomically(path, [bytes]);
}

/** A pipe or /dev/stdout is written straight: a file must not take its place. */
export function isDevice(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return status !== undefined && !status.isFile() && !status.isDirectory();
}

/** The system may take fewer bytes than offered. */
function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}
