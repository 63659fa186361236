import { compile } from "../compiler/compile.ts";
import type { Measure } from "../compiler/ir/ir.ts";
import { readText } from "../data/read-text.ts";
import type { Language } from "../diagnostics/message.ts";
import { hasErrors } from "../diagnostics/problem.ts";
import type { MeasureFile } from "../parser/ast.ts";
import { SourceText } from "../source/source-text.ts";
import type { Found } from "./session.ts";

/** A measure file as far as it could be read and compiled. */
export interface LoadedMeasure extends Found {
  readonly path: string;
  /** null while the file cannot be read or has errors. */
  readonly measure: Measure | null;
  /** Its tree; absent when the file could not be read. */
  readonly file?: MeasureFile;
  /** Language of the text; absent when it could not be read. */
  readonly language?: Language;
}

export function readSource(path: string): Found {
  const { file, problems } = readText(path, { allowEmpty: true });
  return { source: file === null ? null : new SourceText(path, file.text), problems };
}

export function loadMeasure(path: string): LoadedMeasure {
  const read = readSource(path);
  if (read.source === null) return { path, measure: null, ...read };
  const compiled = compile(read.source);
  const problems = [...read.problems, ...compiled.problems];
  return {
    path,
    source: read.source,
    problems,
    measure: hasErrors(problems) ? null : compiled.measure,
    file: compiled.file,
    language: compiled.file.language,
  };
}
