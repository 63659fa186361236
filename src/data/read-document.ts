import { extname } from "node:path";
import { problem } from "../diagnostics/problem.ts";
import type { ReadDocument } from "./document.ts";
import { readJson } from "./json.ts";
import { readText } from "./read-text.ts";
import { readYaml, YAML_LIMIT } from "./yaml.ts";

const ENDINGS = ".json .yaml .yml";

/** A JSON or YAML file by its ending: parameters, histories, cases. */
export function readDocument(path: string): ReadDocument {
  const ending = extname(path).toLowerCase();
  const yaml = ending === ".yaml" || ending === ".yml";
  const { file, problems } = readText(path, yaml ? { limit: YAML_LIMIT } : {});
  if (file === null) return { document: null, problems };
  if (!yaml && ending !== ".json") {
    const p = problem("BF4010", { path, endings: ENDINGS }, { data: { file: path } });
    return { document: null, problems: [...problems, p] };
  }
  const read = yaml ? readYaml(path, file.text) : readJson(path, file.text);
  return { document: read.document, problems: [...problems, ...read.problems] };
}
