import { csvLine, type FlatColumns, subjectJson } from "../../../data/results-out.ts";
import type { Language } from "../../../diagnostics/message.ts";
import type { CompiledMeasure } from "../../../runtime/compiled.ts";
import type { SubjectResult } from "../../../runtime/result.ts";

/**
 * What a thread makes of the results of a batch: bytes, a part for each subject, from which a sink makes the file. The
 * parts may be put in another order on their way, since nothing in one depends on those before it.
 */

export interface EncodeSetup {
  readonly format: BatchFormat;
  readonly language: Language;
  /** The kinds of subjects that the data have. */
  readonly kinds: readonly string[];
}

/** Formats that are written within a budget of memory. */
export type BatchFormat = "csv" | "json";

export const isBatchFormat = (format: string | null): format is BatchFormat =>
  format === "csv" || format === "json";

export interface Encoded {
  /** One subject's part after the other. */
  readonly body: Uint8Array;
  /** Bytes of each part. */
  readonly lengths: Uint32Array;
}

export type Encode = (subjects: readonly SubjectResult[]) => Encoded;

export function encoderFor(setup: EncodeSetup, compiled: CompiledMeasure): Encode {
  const { format, language } = setup;
  switch (format) {
    case "json":
      // Whoever writes the first one leaves its comma out.
      return joined((s) => `,${subjectJson(s)}`);
    case "csv": {
      const columns = flatColumns(compiled, setup.kinds);
      return joined((s) => csvLine(s, columns, language));
    }
  }
}

/** The columns of the flat table: names of a measure's own kinds of subjects, in the order of the results. */
export function flatColumns({ tables }: CompiledMeasure, kinds: readonly string[]): FlatColumns {
  const values = new Set<string>();
  const grades = new Set<string>();
  for (const [kind, { name, of }] of tables.subjects.entries()) {
    if (of || !kinds.includes(name)) continue;
    for (const cell of tables.cells)
      if (cell.subject === kind && cell.name !== null) (cell.grade === null ? values : grades).add(cell.name);
  }
  return { values: [...values], grades: [...grades] };
}

function joined(textOf: (s: SubjectResult) => string): Encode {
  return (subjects) => {
    const texts = subjects.map(textOf);
    // Its memory is its own, so that it may go to another thread.
    const body = new TextEncoder().encode(texts.join(""));
    return { body, lengths: Uint32Array.from(texts, (text) => Buffer.byteLength(text)) };
  };
}
