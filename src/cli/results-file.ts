import type { Problem } from "../diagnostics/problem.ts";
import type { ResultInput } from "../report/results/view.ts";
import { encoderFor } from "./batch/results/encode.ts";
import { openSink } from "./batch/results/open-sink.ts";
import type { OutFormat } from "./data-options.ts";

/** A result as a file: for programs (JSON, CSV, Parquet), for spreadsheets (a workbook), for readers (a page, Markdown). */
export async function writeResult(
  path: string,
  format: OutFormat,
  input: ResultInput,
): Promise<Problem | null> {
  const { result, language, measure, tables } = input;
  const { subjects } = result;
  const setup = { format, language, kinds: [...new Set(subjects.map((s) => s.kind))] };
  const encode = encoderFor(setup, tables, measure);
  const sink = await openSink(path, setup, { measure, tables, empty: { ...result, subjects: [] } });
  if ("code" in sink) return sink;
  for (let from = 0; from < subjects.length; from += BATCH) {
    const failed = sink.add(encode(subjects.slice(from, from + BATCH)).body);
    if (failed !== null) return failed;
  }
  return sink.finish();
}

/** Subjects that are laid out together. */
const BATCH = 1000;
