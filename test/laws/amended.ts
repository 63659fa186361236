import { readdirSync, readFileSync } from "node:fs";
import { compile } from "../../src/compiler/compile.ts";
import type { Version } from "../../src/diff/types.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { mutationsOf } from "../generators/mutations.ts";

/** The shipped measures and small amendments of them, for the laws of comparisons. */

export const policies = readdirSync("policies", { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => [e.name, readFileSync(`policies/${e.name}/measure.banfa`, "utf8")] as const);

export function version(text: string): Version {
  const source = new SourceText("measure.banfa", text);
  const { file, measure } = compile(source);
  return { source, file, measure };
}

/** A spread of the mutations that still compile; BANFA_RUNS asks for that many a measure. */
export function amended(text: string, usual: number): { readonly what: string; readonly after: Version }[] {
  const all = mutationsOf(text);
  const wanted = Number(process.env.BANFA_RUNS ?? "0") || usual;
  const every = Math.max(1, Math.floor(all.length / wanted));
  return all
    .filter((_, i) => i % every === 0)
    .map((m) => ({ what: `${m.what}, line ${m.line}`, after: version(m.text) }))
    .filter((m) => m.after.measure !== null);
}

/** With a comment behind every line. */
export const commented = (text: string): string =>
  text.replace(/^(?!\s*(?:#|注))(.*\S)$/gm, "$1   # 说明").replace(/^/, "# 开头\n\n");
