import { resolve } from "node:path";
import { parseDataArgument } from "../data/data-files.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Argument, Options } from "./command.ts";

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
