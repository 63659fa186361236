import { existsSync } from "node:fs";
import type { Resolve } from "../../compiler/layers/chain.ts";
import { ConsolidatedText } from "../../compiler/layers/consolidate.ts";
import { resolveOnDisk } from "../../data/base-files.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { readSource } from "../load-measure.ts";
import type { Found } from "../session.ts";
import { type Compared, versionOf } from "./compare.ts";
import { layered, type Side } from "./sides.ts";

/** `banfa diff LAYER --base NEW` or `OLD..NEW`: one layer on two versions of its base. */

interface Bases {
  /** null: the base that the layer names. */
  readonly old: string | null;
  readonly now: string;
}

function basesOf(written: string): Bases {
  const [, old, now] = /^(.*\.banfa)\.\.(.*)$/.exec(written) ?? [];
  return old === undefined ? { old: null, now: written } : { old, now: now! };
}

export function baseSides(layer: string, written: string): { readonly old: Side; readonly new: Side } {
  const { old, now } = basesOf(written);
  return { old: side(layer, old), new: side(layer, now) };
}

function side(layer: string, base: string | null): Side {
  const find: Resolve = (reference, from) => {
    if (base === null || from !== layer) return resolveOnDisk(reference, from);
    const { source } = readSource(base);
    return source && { path: base, text: source.text };
  };
  return {
    name: base ?? layer,
    files: new Map([["", layer]]),
    read: (path) => layered(readSource(path), find),
  };
}

/** What keeps the layer from being compared: no such file, no layer, or sentences that do not fit one of the bases. */
export function layerProblems(names: readonly string[], written: string): Found[] {
  const { old, now } = basesOf(written);
  const [layer] = names as [string];
  const missing = [layer, ...(old === null ? [] : [old]), now].filter((p) => !existsSync(p));
  if (names.length > 1)
    return [
      { source: null, problems: [problem("BF9018", { old: names.join(" "), new: `--base ${written}` })] },
    ];
  if (missing.length > 0)
    return missing.map((path) => ({
      source: null,
      problems: [problem("BF4001", { path }, { data: { file: path } })],
    }));
  const sides = baseSides(layer, written);
  return [sides.old, sides.new].flatMap((s) => {
    const { source } = s.read(layer);
    if (source === null) return [];
    const { source: read, errors } = versionOf(source);
    return errors.length > 0 ? [{ source: read, problems: errors }] : [];
  });
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 80);

/** Provisions that the layer replaces or deletes, and that the two bases have in different words. */
export function changedUnderneath({ pairs }: Compared): Problem[] {
  return pairs.flatMap(({ old, new: now }) => {
    if (!(old.source instanceof ConsolidatedText) || !(now.source instanceof ConsolidatedText)) return [];
    const words = (text: ConsolidatedText) =>
      new Map(
        text.changes
          .filter((c) => c.kind !== "add" && c.replaces !== null)
          .map(
            (c) =>
              [`${c.cite} ${c.span.start}`, { cite: c.cite, text: tidy(text.base!.slice(c.at)) }] as const,
          ),
      );
    const before = words(old.source);
    return [...words(now.source)].flatMap(([key, { cite, text }]) => {
      const was = before.get(key);
      return was === undefined || was.text === text
        ? []
        : [problem("BF9064", { cite, before: was.text, after: text }, { data: { file: now.source.name } })];
    });
  });
}
