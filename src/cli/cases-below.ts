import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readCases } from "../data/cases.ts";

/** The measures below a folder, each with the cases beside it. */
export interface CasesBelow {
  readonly tested: readonly { readonly measure: string; readonly cases: string }[];
  /** Measures of which no cases say that they are about them. */
  readonly without: readonly string[];
}

/** A `cases.yaml` is about the measure that it names, else about the only one in its folder. */
export function casesBelow(folder: string): CasesBelow {
  const measures = measuresBelow(folder);
  const tested = [...new Set(measures.map((m) => dirname(m)))].flatMap((place) => {
    const cases = join(place, "cases.yaml");
    if (!existsSync(cases)) return [];
    const here = measures.filter((m) => dirname(m) === place);
    const named = readCases(cases).file?.measure ?? null;
    const measure =
      here.length === 1 && named === null
        ? here[0]
        : measures.find((m) => named !== null && resolve(m) === resolve(place, named));
    return [{ measure: measure ?? join(place, named ?? "measure.banfa"), cases }];
  });
  return { tested, without: measures.filter((m) => !tested.some((t) => t.measure === m)) };
}

/** Every measure in a folder and below it, by name. */
export function measuresBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((e) => !e.name.startsWith(".") && e.name !== "node_modules")
    .flatMap((e) => {
      const path = join(folder, e.name);
      if (e.isDirectory()) return measuresBelow(path);
      return e.isFile() && e.name.endsWith(".banfa") ? [path] : [];
    })
    .sort();
}
