import { hasErrors, type Problem } from "../diagnostics/problem.ts";
import type { DrawResult, DrawTerms } from "../procedures/draw.ts";
import { readDocument } from "./read-document.ts";
import { checkAgainst } from "./schema-check.ts";

/** What is kept of a draw, so that it can be drawn again: `schemas/draw.schema.json`. */
export interface DrawRecord {
  readonly banfa: "draw/1";
  readonly measure: string;
  /** SHA-256 of the text of the measure. */
  readonly measureHash: string;
  /** Name of the draw, or its clause. */
  readonly draw: string;
  readonly clause: string;
  /** The day, where it was given. */
  readonly date: string | null;
  readonly seed: string;
  readonly rounding: DrawTerms["rounding"];
  readonly kinds: "apart" | "together";
  readonly groupedBy: readonly string[];
  readonly groups: DrawResult["groups"];
  readonly lots: DrawResult["lots"];
}

export function readDrawRecord(path: string): {
  readonly record: DrawRecord | null;
  readonly problems: readonly Problem[];
} {
  const { document, problems } = readDocument(path);
  if (document === null) return { record: null, problems };
  const found = [...problems, ...checkAgainst(document, "draw")];
  return { record: hasErrors(found) ? null : (document.value as unknown as DrawRecord), problems: found };
}
