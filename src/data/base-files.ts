import { dirname, join } from "node:path";
import type { Resolve } from "../compiler/layers/chain.ts";
import { readText } from "./read-text.ts";

/** Finds the measure that a layer builds on (沿用) on disk: relative to the folder of the file that names it. */
export const resolveOnDisk: Resolve = (reference, from) => {
  const path = join(dirname(from), ...reference.split("/"));
  const { file } = readText(path, { allowEmpty: true });
  return file && { path, text: file.text };
};
