/** What a bundler gets for a measure: its module, or its schema, and what to tell the developer about it. */

import { compile } from "../compiler/compile.ts";
import { type JsonSchema, schemaFromIr } from "../compiler/emit/schema-from-ir.ts";
import { filesOf } from "../compiler/layers/consolidate.ts";
import { moduleOf } from "../compiler/modules/index.ts";
import type { SourceMap } from "../compiler/modules/source-map.ts";
import { resolveOnDisk } from "../data/base-files.ts";
import { readText } from "../data/read-text.ts";
import type { Language } from "../diagnostics/message.ts";
import { hasErrors, type Problem, wording } from "../diagnostics/problem.ts";
import { plainPaint } from "../diagnostics/render-paint.ts";
import { excerpt } from "../diagnostics/render-source.ts";
import { SourceText } from "../source/source-text.ts";

/** In which languages messages speak. */
export type Languages = Language | "both";

/** A message in the form that bundlers take. */
export interface Message {
  readonly message: string;
  readonly id: string;
  /** Lines from 1, columns from 0, as bundlers count. */
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
  readonly frame?: string;
}

export interface Loaded {
  readonly code: string;
  readonly map: SourceMap | null;
  /** Declarations of the module; null for what has none of its own. */
  readonly types: string | null;
}

export interface Loading {
  /** null when there are errors. */
  readonly loaded: Loaded | null;
  /** All errors as one message, for a bundler shows one. */
  readonly error: Message | null;
  readonly warnings: readonly Message[];
  /** The files of the measures that it builds on: they too have to be watched. */
  readonly bases: readonly string[];
}

/** `measure.banfa` is the module of a measure, `measure.banfa?schema` the JSON Schema of its data. */
export const IMPORTED = /\.banfa(?:\?schema)?$/;

/** The file of an id: without what stands behind a question mark. */
export const fileOf = (id: string): string => id.replace(/\?.*$/s, "");

export function loadMeasure(id: string, languages: Languages): Loading {
  const path = fileOf(id);
  const { file, problems: unread } = readText(path, { allowEmpty: true });
  let source = file && new SourceText(path, file.text);
  const found = [...unread];
  let loaded: Loaded | null = null;
  if (source !== null) {
    const compiled = compile(source, { resolve: resolveOnDisk });
    const { measure, problems } = compiled;
    source = compiled.source;
    found.push(...problems);
    if (measure !== null)
      loaded = id.endsWith("?schema") ? schemaModule(schemaFromIr(measure)) : moduleOf(measure, source);
  }
  const open = found.filter((p) => p.accepted === undefined);
  const errors = open.filter((p) => p.severity === "error");
  return {
    loaded,
    error: hasErrors(found) ? joined(errors.map((p) => message(p, path, source, languages))) : null,
    bases:
      source === null
        ? []
        : filesOf(source)
            .slice(1)
            .map((f) => f.name),
    warnings: open.filter((p) => p.severity === "warning").map((p) => message(p, path, source, languages)),
  };
}

/** As a parsed text: an object literal would take `__proto__` for something else than a name. */
function schemaModule(schema: JsonSchema): Loaded {
  const code = `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(schema))});\n`;
  return { code, map: null, types: null };
}

function message(p: Problem, path: string, source: SourceText | null, languages: Languages): Message {
  const spoken: readonly Language[] = languages === "both" ? ["zh", "en"] : [languages];
  const said = spoken.map((language) => wording(p, language)).map((w) => `${w.message} ${w.help}`);
  const sentences = `${p.code} ${said.join("\n")}`;
  if (p.span === undefined || source === null) return { message: sentences, id: path };
  const {
    file,
    start: { line, column },
  } = source.placeOf(p.span);
  const { lines } = excerpt(source, p.span, "^", (text) => text, plainPaint, 120);
  return {
    message: sentences,
    id: path,
    loc: { file, line, column: column - 1 },
    frame: lines.join("\n"),
  };
}

/** The first with its place; the others follow it, each with its own. */
function joined(messages: readonly Message[]): Message {
  const [first, ...others] = messages as readonly [Message, ...Message[]];
  if (others.length === 0) return first;
  const rest = others.map(({ message, loc, frame }) =>
    [
      loc === undefined ? message : `${loc.line}:${loc.column + 1} ${message}`,
      ...(frame === undefined ? [] : [frame]),
    ].join("\n"),
  );
  return { ...first, message: [first.message, ...rest].join("\n\n") };
}
