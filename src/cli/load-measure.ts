import { compile } from "../compiler/compile.ts";
import type { Measure } from "../compiler/ir/ir.ts";
import { resolveOnDisk } from "../data/base-files.ts";
import type { Config } from "../data/config.ts";
import type { Encoding } from "../data/decode.ts";
import { configFor } from "../data/find-config.ts";
import { readText } from "../data/read-text.ts";
import type { Language } from "../diagnostics/message.ts";
import { hasErrors } from "../diagnostics/problem.ts";
import { withSeverities } from "../diagnostics/severities.ts";
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
  /** Language for its messages: the project's, else that of the text; absent when neither is known. */
  readonly language?: Language;
  readonly config: Config;
  readonly encoding: Encoding;
  /** The file itself, where `source` is the consolidated text of a layer and its bases. */
  readonly written?: SourceText;
}

export interface ReadSource extends Found {
  /** In which the file has to be written back. */
  readonly encoding: Encoding;
}

export function readSource(path: string): ReadSource {
  const { file, problems } = readText(path, { allowEmpty: true });
  const source = file === null ? null : new SourceText(path, file.text);
  return { source, problems, encoding: file?.encoding ?? "UTF-8" };
}

export async function loadMeasure(path: string): Promise<LoadedMeasure> {
  const { config, problems: settings } = await configFor(path);
  const read = readSource(path);
  const { encoding } = read;
  const language = config.language === undefined ? {} : { language: config.language };
  if (read.source === null) {
    return {
      path,
      measure: null,
      source: null,
      problems: [...settings, ...read.problems],
      config,
      encoding,
      ...language,
    };
  }
  const compiled = compile(read.source, { resolve: resolveOnDisk });
  const found = withSeverities(compiled.problems, config.severities);
  const problems = [...settings, ...read.problems, ...found];
  return {
    path,
    source: compiled.source,
    written: read.source,
    problems,
    measure: hasErrors(problems) ? null : compiled.measure,
    file: compiled.file,
    config,
    encoding,
    language: config.language ?? compiled.file.language,
  };
}
