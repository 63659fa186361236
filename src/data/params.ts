import type { Problem } from "../diagnostics/problem.ts";
import type { DataSchema } from "../facts/data-schema.ts";
import type { ParameterPositions } from "../facts/positions.ts";
import { readValue } from "./cells.ts";
import { type DataDocument, type DocumentPath, entry, isRecord } from "./document.ts";
import { isExactNumber, newRecord, type RawRecord, type RawValue } from "./raw.ts";
import { readDocument } from "./read-document.ts";
import { checkAgainst } from "./schema-check.ts";

/**
 * Values for the open figures of a measure: `{ 优秀名额: 30 }`. `{ 值: 30, 注: 示例 }` marks a value as an
 * illustration; a `注` (`note`) of the whole file marks all of them.
 */

export interface Parameters {
  /** Values by parameter name, for the runtime; unknown names and unfit values are its to report. */
  readonly values: RawRecord;
  /** Notes by parameter name. */
  readonly notes: ReadonlyMap<string, string>;
  /** The note on the whole file. */
  readonly note: string | null;
  readonly positions: ParameterPositions;
}

export interface ReadParameters {
  readonly parameters: Parameters | null;
  readonly problems: readonly Problem[];
}

/** Reads a parameter file (JSON or YAML). */
export function readParameters(path: string, schema: DataSchema): ReadParameters {
  const { document, problems } = readDocument(path);
  if (document === null) return { parameters: null, problems };
  const wrong = checkAgainst(document, "parameters");
  if (wrong.length > 0) return { parameters: null, problems: [...problems, ...wrong] };
  return { parameters: parametersOf(document, document.value, [], schema), problems };
}

/** The parameters in a part of a checked document. */
export function parametersOf(
  document: DataDocument,
  value: RawValue,
  path: DocumentPath,
  schema: DataSchema,
): Parameters {
  const values = newRecord();
  const notes = new Map<string, string>();
  let note: string | null = null;
  for (const [name, given] of Object.entries(isRecord(value) ? value : {})) {
    const declared = schema.parameters.find((p) => p.name === name);
    if (declared === undefined && (name === "注" || name === "note")) {
      note = typeof given === "string" ? given : null;
      continue;
    }
    const wrapped = isRecord(given) && !isExactNumber(given);
    const plain = wrapped ? (entry(given, "值") ?? entry(given, "value") ?? null) : given;
    const remark = wrapped ? (entry(given, "注") ?? entry(given, "note")) : undefined;
    if (typeof remark === "string") notes.set(name, remark);
    values[name] = declared === undefined || plain === null ? plain : readValue(plain, declared.type);
  }
  return {
    values,
    notes,
    note,
    positions: {
      place: (name) => ({ file: document.file, row: document.lineOf([...path, name]), field: name }),
    },
  };
}
