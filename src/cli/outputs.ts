import { resolve } from "node:path";
import { parseDataArgument } from "../data/data-files.ts";
import type { Language } from "../diagnostics/message.ts";
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
export function outProblem(options: Options, language: Language): Problem | null {
  const zh = language === "zh";
  const list = (items: readonly string[]) => items.join(zh ? "、" : ", ");
  if (options.out === undefined) {
    if (options.outFormat === undefined) return null;
    const expected = zh
      ? "要写入的文件，如 --out 结果.xlsx"
      : "the file to write as well, such as --out result.xlsx";
    return problem("BF9004", { option: "--out-format", value: String(options.outFormat), expected });
  }
  if (outFormat(options) !== null) return null;
  const endings = list(OUT_FORMATS.map((f) => `.${f}`));
  const expected = zh
    ? `以 ${endings} 结尾的文件名，或者加 --out-format`
    : `a file name that ends in ${endings}, or --out-format`;
  return problem("BF9004", { option: "--out", value: String(options.out), expected });
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
