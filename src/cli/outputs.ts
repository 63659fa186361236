import { resolve } from "node:path";
import { parseDataArgument } from "../data/data-files.ts";
import { enumerated, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Argument, Options } from "./command.ts";
import { OUT_FORMATS, type OutFormat } from "./data-options.ts";

const ENDINGS: Readonly<Record<string, OutFormat>> = {
  xlsx: "xlsx",
  csv: "csv",
  json: "json",
  parquet: "parquet",
  md: "md",
  markdown: "md",
  html: "html",
  htm: "html",
};

/** As `--out-format` says, else as the name of the file ends; null: it says nothing. */
export function outFormat(options: Options): OutFormat | null {
  const said = OUT_FORMATS.find((f) => f === options.outFormat);
  if (said !== undefined) return said;
  const ending = /\.([a-z]+)$/i.exec(String(options.out ?? ""))?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
}

/** What is wrong with the options that say where a result goes. */
export function outProblem(options: Options): Problem | null {
  if (options.out === undefined) {
    if (options.outFormat === undefined) return null;
    const expected = worded("expected", "file-to-write");
    return problem("BF9004", { option: "--out-format", value: String(options.outFormat), ...expected });
  }
  if (outFormat(options) !== null) return null;
  const endings = enumerated(OUT_FORMATS.map((f) => `.${f}`));
  const expected = worded("expected", "file-name-ending-or-format", {
    endings: endings.zh,
    endingsEn: endings.en,
  });
  return problem("BF9004", { option: "--out", value: String(options.out), ...expected });
}

/** The output file is also an input: a slip that would cost the user their data. */
export function overwrites(out: string, args: readonly Argument[], options: Options): Problem | null {
  const inputs = [
    args[0],
    options.params,
    ...[options.data ?? []].flat().map(pathOf),
    ...[options.history ?? []].flat(),
  ];
  const target = resolve(out);
  const clash = inputs.some((path) => typeof path === "string" && resolve(path) === target);
  return clash ? problem("BF9013", { file: out }) : null;
}

function pathOf(argument: string | boolean): string {
  return parseDataArgument(String(argument)).path;
}
