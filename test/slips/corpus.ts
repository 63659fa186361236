import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "./kinds.ts";
import { readText, type Slip } from "./text.ts";

/** One slip of the corpus: a line of a measure as it should not be, and what ought to be said about it first. */
export interface Case extends Slip {
  readonly measure: string;
  readonly kind: string;
  readonly before: string;
}

/** Slips of one kind in one measure. */
const PER_KIND = 2;
const SEED = "1";

/**
 * The corpus: of every place where a kind of slip can happen in a measure, those whose hash with the seed is least.
 * So the same seed gives the same corpus, and a line added to a measure leaves most of it as it was.
 */
export function corpus(policies: string, seed = SEED): Case[] {
  return measuresIn(policies).flatMap(({ measure, source }) => {
    const text = readText(measure, source);
    return KINDS.flatMap((kind) => {
      const key = (s: Slip) =>
        createHash("sha256")
          .update([seed, kind.name, measure, text.lines[s.line]!.text, s.after ?? ""].join("\0"))
          .digest("hex");
      return kind
        .slips(text)
        .map((slip) => ({ slip, key: key(slip) }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, PER_KIND)
        .map(({ slip }) => ({ ...slip, measure, kind: kind.name, before: text.lines[slip.line]!.text }));
    });
  });
}

export function measuresIn(policies: string): { measure: string; source: string }[] {
  return readdirSync(policies, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort()
    .map((measure) => ({
      measure,
      source: readFileSync(join(policies, measure, "measure.banfa"), "utf8"),
    }));
}

/** The measure with the slip in it. */
export function slipped(source: string, { line, after }: Slip): string {
  const lines = source.split("\n");
  lines.splice(line, 1, ...(after === null ? [] : [after]));
  return lines.join("\n");
}

/** The corpus as a table, to be read and to be compared. */
export function toCsv(cases: readonly Case[]): string {
  const cell = (s: string) => (/[",\n]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s);
  const rows = cases.map((c) =>
    [c.kind, c.measure, `${c.line + 1}`, c.before.trim(), (c.after ?? "").trim(), c.code, `${c.at}`]
      .map((s) => cell(s.replaceAll("\n", "⏎").replaceAll("\u200b", "<U+200B>")))
      .join(","),
  );
  return `${["kind,measure,line,before,after,code,at", ...rows].join("\n")}\n`;
}
