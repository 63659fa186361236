import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import type { Item, Section } from "../../src/parser/ast.ts";
import { parse } from "../../src/parser/parse.ts";
import { type EvaluationContext, evaluateCohort } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { punchHoles } from "../generators/holes.ts";
import { lifelikeCohort } from "../generators/lifelike.ts";
import { tapeNumbers } from "../generators/tape.ts";
import { contextOf } from "../laws/product.ts";
import { runs } from "../laws/runs.ts";
import { comparableFromResult, diff } from "../reference/reference.ts";
import { casesOf, root } from "./support.ts";

/**
 * Clauses commute, in every measure that ships: its clauses are written in another order, and every case and every
 * generated cohort, complete or with holes, comes out the same. Labels move with their text, so citations stay.
 * BANFA_RUNS tries more orders, on more cohorts.
 */

type Cohort = Parameters<typeof evaluateCohort>[1];

const MEASURES = ["guangxi", "xizang", "yanglousi", "nandan", "yingshan", "jiange"];

describe.each(MEASURES)("policies/%s, reordered", (name) => {
  const text = readFileSync(join(root, `policies/${name}/measure.banfa`), "utf8");
  const original = measureOf(text);
  const { cases } = casesOf(`policies/${name}/cases.yaml`, original);
  const { seed, numRuns } = runs(2);
  const cohorts: { readonly name: string; readonly cohort: Cohort; given: EvaluationContext }[] = [
    ...cases.map((test) => ({
      name: test.name,
      cohort: test.cohort,
      given: {
        year: test.year,
        ...(test.date === null ? {} : { date: test.date }),
        parameters: test.parameters.values,
        ...(test.history === null ? {} : { history: test.history }),
      },
    })),
    ...fc
      .sample(fc.tuple(lifelikeCohort(original), tapeNumbers(400)), { seed, numRuns: 8 * numRuns })
      .map(([whole, holes], i) => (i % 2 === 0 ? whole : punchHoles(original, whole, holes)))
      .map(({ cohort, context }, i) => ({ name: `generated ${i}`, cohort, given: contextOf(context) })),
  ];
  const resultsOf = (measure: Measure) => {
    const program = load(measure);
    return cohorts.map(({ cohort, given }) =>
      comparableFromResult(evaluateCohort(program, cohort, given).result),
    );
  };
  const expected = resultsOf(original);

  it.each(Array.from({ length: numRuns }, (_, i) => i + 1))("gives the same results, order %i", (order) => {
    const other = measureOf(reordered(text, order));
    expect(citesOf(other)).not.toEqual(citesOf(original));
    expect(citesOf(other).sort()).toEqual(citesOf(original).sort());
    const actual = resultsOf(other);
    for (const [i, { name }] of cohorts.entries()) expect(diff(expected[i]!, actual[i]!), name).toEqual([]);
  });
});

/** Every clause, item and requirement in their order. */
function citesOf({ clauses, requirements, citations, subjects }: Measure): string[] {
  return [
    ...clauses.flatMap((c) =>
      c.reasons.map((r) => `${subjects[c.subject]!.name} ${citations[r.cite]!.text} ${r.text}`),
    ),
    ...requirements.map((r) => `${subjects[r.subject]!.name} ${citations[r.cite]!.text} ${r.text}`),
  ];
}

function measureOf(text: string): Measure {
  const { measure, problems } = compile(new SourceText("measure.banfa", text));
  if (!measure) throw new Error(problems.map((p) => p.code).join(" "));
  return measure;
}

/** A stretch of the text; stretches of one group change places, and may hold groups themselves. */
interface Block {
  readonly start: number;
  readonly end: number;
}
type Group = readonly Block[];

/**
 * The text in another order: articles among each other, items below an article, statements under one label, items
 * of condition lists, all the way down. What stands between (chapters aside) stays where it is.
 */
function reordered(text: string, seed: number): string {
  const { file } = parse(new SourceText("measure.banfa", text));
  const random = generator(seed);
  const articles = file.body.filter((i): i is Section => i.kind === "section");
  const chapter = file.body.find((i) => i.kind === "chapter");
  const starts = articles.map((s) => lineStart(text, s.span.start));
  const head = Math.min(...starts, ...(chapter ? [lineStart(text, chapter.span.start)] : []));
  const groups = articles.flatMap((s) => groupsIn(text, s));
  const blocks = articles.map((s) =>
    rendered(text, { start: lineStart(text, s.span.start), end: lineEnd(text, s.span.end) }, groups, random),
  );
  return `${text.slice(0, head)}${shuffle(blocks, random).join("")}`;
}

function groupsIn(text: string, section: Section): Group[] {
  const own = section.heading
    ? [true, false].map((sections) => runsOf(text, section.body, sections, section.span.end))
    : [];
  const inner = section.body.flatMap((item): Group[] => {
    if (item.kind === "section") return groupsIn(text, item);
    const lists = listsOf(item);
    return lists.flatMap((list) => [
      ...runsOf(text, list, true, list.at(-1)?.span.end ?? 0),
      ...list.flatMap((s) => groupsIn(text, s)),
    ]);
  });
  return [...own.flat(), ...inner].filter((g) => g.length > 1);
}

/** Lists of conditions in a statement, also where it narrows the subject first. */
function listsOf(statement: Item): Section[][] {
  if (statement.kind === "scoped")
    return [[...statement.items], ...statement.statements.flatMap((s) => listsOf(s))];
  return statement.kind === "conditional" && statement.items.length > 0 ? [[...statement.items]] : [];
}

/** Neighbouring sections, or neighbouring statements, each with the notes and comments that follow it. */
function runsOf(text: string, items: readonly Item[], sections: boolean, last: number): Group[] {
  const groups: Block[][] = [[]];
  items.forEach((item, i) => {
    const isSection = item.kind === "section";
    const next = items[i + 1];
    const start = lineStart(text, item.span.start);
    const end = next ? lineStart(text, next.span.start) : lineEnd(text, last);
    if (isSection !== sections || item.kind === "subject" || item.kind === "record") groups.push([]);
    // Behind the steps of a procedure only an item (一) is sure to be no part of a step.
    else if (
      isSection &&
      i > 0 &&
      items[i - 1]!.kind !== "section" &&
      items.slice(0, i).some((x) => x.kind === "procedure")
    )
      groups.push([]);
    // A statement after `;` belongs to the one before.
    else if (!isSection && /;\s*$/.test(text.slice(0, start)) && groups.at(-1)!.length > 0) {
      const { start: begun } = groups.at(-1)!.pop()!;
      groups.at(-1)!.push({ start: begun, end });
    } else groups.at(-1)!.push({ start, end });
  });
  return groups;
}

/** A stretch with all groups in it shuffled. */
function rendered(
  text: string,
  { start, end }: Block,
  groups: readonly Group[],
  random: () => number,
): string {
  let at = start;
  let out = "";
  for (;;) {
    const group = groups
      .filter((g) => g[0]!.start >= at && g.at(-1)!.end <= end && !(g[0]!.start === start && g.length === 1))
      .sort((a, b) => a[0]!.start - b[0]!.start || b.at(-1)!.end - a.at(-1)!.end)[0];
    if (!group) return out + text.slice(at, end);
    const rest = groups.filter((g) => g !== group);
    out += text.slice(at, group[0]!.start);
    out += shuffle(
      group.map((block) => rendered(text, block, rest, random)),
      random,
    ).join("");
    at = group.at(-1)!.end;
  }
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
/** Behind the line break. */
const lineEnd = (text: string, at: number): number => text.indexOf("\n", at) + 1;

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** A small linear congruential generator: the same orders on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
