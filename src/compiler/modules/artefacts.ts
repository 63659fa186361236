/** The files that a measure is compiled to. Equal texts, names and options give equal bytes, wherever they are made. */
import { sha256 } from "../../source/sha256.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Measure } from "../ir/ir.ts";
import { header } from "./evaluator-module.ts";
import { moduleOf } from "./index.ts";
import { manifestOf, stemOf } from "./manifest.ts";
import { wellFormed } from "./source-places.ts";
import { validatorModule } from "./validator.ts";

export const TARGETS = ["js", "ts", "json-schema"] as const;
export type Target = (typeof TARGETS)[number];

export interface ArtefactFile {
  readonly name: string;
  readonly text: string;
}

/** @param runtime module specifier of the runtime */
export function artefacts(
  measure: Measure,
  source: SourceText,
  targets: readonly Target[],
  runtime: string,
): ArtefactFile[] {
  const stem = stemOf(source.name);
  const manifest = manifestOf(measure, source);
  const files: ArtefactFile[] = [];
  if (targets.includes("js")) {
    const { code, map, types } = moduleOf(measure, source, { runtime });
    files.push(
      { name: `${stem}.js`, text: code + linkTo(`${stem}.js.map`) },
      { name: `${stem}.js.map`, text: `${JSON.stringify(map)}\n` },
      { name: `${stem}.d.ts`, text: types! },
    );
  }
  if (targets.includes("ts")) {
    const { code, map } = moduleOf(measure, source, { runtime, target: "ts" });
    files.push(
      { name: `${stem}.ts`, text: code + linkTo(`${stem}.ts.map`) },
      { name: `${stem}.ts.map`, text: `${JSON.stringify(map)}\n` },
    );
  }
  if (targets.includes("json-schema")) {
    const { code, types, schema } = validatorModule(measure, header(manifest));
    files.push(
      { name: `${stem}.schema.json`, text: `${JSON.stringify(schema, null, 2)}\n` },
      { name: `${stem}.validate.js`, text: code },
      { name: `${stem}.validate.d.ts`, text: types },
    );
  }
  const made = {
    ...manifest,
    files: files.map(({ name, text }) => ({ name, hash: `sha256:${sha256(text)}` })),
  };
  return [...files, { name: `${stem}.manifest.json`, text: `${JSON.stringify(made, null, 2)}\n` }];
}

const linkTo = (map: string): string => `//# sourceMappingURL=${encodeURIComponent(wellFormed(map))}\n`;
