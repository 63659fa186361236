import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem, type Related } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { type AnyLadder, ladderMode, modeFixes } from "../analyze/ladder-modes.ts";
import type { Model } from "../analyze/model.ts";
import { notesIn } from "./reading.ts";
import {
  conjuncts,
  disjuncts,
  type Given,
  givenBy,
  gradesOf,
  ladderIn,
  listed,
  quoted,
  type Rule,
  rulesOf,
  rungsOf,
  wordsOf,
} from "./rules.ts";
import { outweighs, takesAll } from "./severity.ts";

/** Ladders: what a higher rung lacks (MONO), whether it replaces (REPL), and counts that mean “exactly” or “at least” (EXACT). */
export function rungFindings(model: Model): Problem[] {
  const ladders = model.provisions.flatMap((provision) => {
    const ladder = ladderIn(provision.statement);
    return ladder ? [{ ladder, rungs: rungsOf(provision, ladder) }] : [];
  });
  return [
    ...ladders.flatMap(({ ladder, rungs }) => lostOnTheWayUp(model, ladder, rungs)),
    ...ladders.flatMap(({ ladder, rungs }) => exactCounts(model, ladder, rungs)),
    ...repeatedYears(model),
    ...lostByWorseGrade(model),
    ...jointUse(model),
  ];
}

/** MONO: a rung gives a measure that no higher rung gives or outweighs, and lower rungs do not add up. */
function lostOnTheWayUp(model: Model, ladder: AnyLadder, rungs: readonly Rule[]): Problem[] {
  if (ladderMode(ladder) === "adding" || rungs.length < 2) return [];
  return rungs.slice(1).flatMap((higher, i) => {
    const lower = rungs[i]!;
    const given = givenBy(higher);
    const lost = givenBy(lower).filter((g) => isAdverse(model, g) && !keptBy(model, g, given));
    if (lost.length === 0) return [];
    const names = listed(lost.map((g) => g.name));
    const example = meets(model, ladder, higher);
    const related = lost.map((g): Related => labelled("stands-here", g.span, { name: g.name }));
    return [
      problem(
        "BF3193",
        { higher: rungName(model, higher), lower: rungName(model, lower), names, example },
        { span: headOf(higher), related: dedupe(related), fixes: modeFixes(model, ladder, ["adding"]) },
      ),
    ];
  });
}

/** The beginning of a rung, where it is cited. */
const headOf = (rule: Rule) => ({
  start: rule.span.start,
  end: rule.effects[0]?.span.start ?? rule.span.end,
});

/** A rung by its label, or by its band where it has none. */
function rungName(model: Model, rung: Rule): string {
  const hasLabel = rung.rung?.ladder.rows[rung.rung.index]?.label !== undefined;
  return hasLabel || !rung.rung?.test ? rung.cite : `${rung.cite}“${quoted(model, rung.rung.test.span)}”`;
}

/** What it takes to stand on a rung, in its own words: `2次`. */
function meets(model: Model, ladder: AnyLadder, rung: Rule): string {
  if (rung.condition) return quoted(model, rung.condition.span);
  const value = ladder.kind === "staged-ladder" ? "" : quoted(model, ladder.value.span, 20);
  return `${value} ${rung.rung?.test ? quoted(model, rung.rung.test.span) : ""}`.trim();
}

function isAdverse(model: Model, g: Given): boolean {
  return model.actionByName.get(g.name)?.polarity !== "positive" && !g.chosen;
}

/** Whether a higher rung gives the same measure, one that absorbs it, or a heavier one, on the same target. */
function keptBy(model: Model, lost: Given, given: readonly Given[]): boolean {
  const action = model.actionByName.get(lost.name);
  return given.some((g) => {
    if (g.target !== lost.target) return false;
    const index = model.actionByName.get(g.name)?.index;
    return (
      g.name === lost.name ||
      outweighs(g.name, lost.name) ||
      takesAll(g.name, lost.name) ||
      (index !== undefined && (action?.absorbedBy.includes(index) ?? false))
    );
  });
}

function dedupe(related: readonly Related[]): Related[] {
  return related.filter(
    (r, i) => related.findIndex((o) => o.span.start === r.span.start && o.zh === r.zh) === i,
  );
}

/** EXACT: `为 2次` in rungs that do not say whether they add up: exactly twice, or twice at least? */
function exactCounts(model: Model, ladder: AnyLadder, rungs: readonly Rule[]): Problem[] {
  if (ladderMode(ladder) !== null) return [];
  return rungs.flatMap((rung) => {
    const counts = rung.condition
      ? disjuncts(rung.condition, rung.items).flatMap(conjuncts).flatMap(bareCounts)
      : rung.rung?.test?.kind === "equals" && rung.rung.index > 0
        ? rung.rung.test.values.flatMap(numberOf)
        : [];
    if (counts.length === 0) return [];
    const [first] = counts;
    const n = first!.text;
    const unit = first!.unit ?? "";
    const fixes = modeFixes(model, ladder, ["replacing", "adding"]);
    return [
      problem(
        "BF3192",
        { count: `${n}${unit}`, next: `${Number(n) + 1}${unit}`, cite: rung.cite },
        { span: first!.span, fixes },
      ),
    ];
  });
}

/** Counts compared by 为 alone. */
function bareCounts(e: ast.Condition): ast.NumberLiteral[] {
  return e.kind === "is" && !e.negated ? e.values.flatMap(numberOf) : [];
}

const numberOf = (e: ast.Expression): ast.NumberLiteral[] =>
  e.kind === "number" && Number(e.text) >= 1 && /^(?:次|个|起|件)?$/.test(e.unit ?? "") ? [e] : [];

/** REPL: what several years in a row bring, beside what each year brings by itself. */
function repeatedYears(model: Model): Problem[] {
  const rules = rulesOf(model).filter((r) => r.rung === undefined);
  return rules.flatMap((rule) => {
    const run = rule.condition;
    if (run?.kind !== "run") return [];
    const once = rules.filter(
      (o) =>
        o !== rule && o.condition !== null && wordsOf(model, o.condition) === wordsOf(model, run.condition),
    );
    const mine = givenBy(rule);
    const beside = once.flatMap((o) =>
      givenBy(o).filter((g) => {
        const same = mine.filter((m) => m.target === g.target);
        return same.length > 0 && same.every((m) => m.name !== g.name);
      }),
    );
    if (beside.length === 0) return [];
    return [
      problem(
        "BF3190",
        {
          years: run.length.text,
          what: quoted(model, run.condition.span),
          first: listed(beside.map((g) => g.name)),
          then: listed(mine.map((g) => g.name)),
        },
        {
          span: rule.span,
          related: once.map((o) => labelled("each-year-brings-this", o.span)),
        },
      ),
    ];
  });
}

/** MONO: a grade brings a measure that no worse grade brings or outweighs. */
function lostByWorseGrade(model: Model): Problem[] {
  const byGrade = rulesOf(model).flatMap((rule) => {
    if (rule.rung || rule.condition === null) return [];
    const read = gradeRead(model, rule.condition);
    return read ? [{ ...read, rule }] : [];
  });
  return byGrade.flatMap(({ scale, grade, rule }) => {
    const grades = gradesOf(model, scale)!;
    const worse = byGrade.filter((o) => o.scale === scale && o.grade < grade && sameSubjects(o.rule, rule));
    const given = worse.flatMap((o) => givenBy(o.rule));
    const adverse = given.filter((g) => isAdverse(model, g));
    if (adverse.length === 0) return [];
    const lost = givenBy(rule).filter((g) => isAdverse(model, g) && !keptBy(model, g, given));
    if (lost.length === 0) return [];
    const lowest = worse.reduce((a, b) => (a.grade < b.grade ? a : b));
    return [
      problem(
        "BF3194",
        { grade: grades[grade]!, worse: grades[lowest.grade]!, names: listed(lost.map((g) => g.name)) },
        {
          span: rule.span,
          related: worse.map((o) => labelled("grade-brings-this", o.rule.span, { grade: grades[o.grade]! })),
        },
      ),
    ];
  });
}

/** The grade that a condition asks for, where it asks for exactly one of a declared scale. */
function gradeRead(model: Model, condition: ast.Condition): { scale: string; grade: number } | null {
  for (const part of conjuncts(condition)) {
    if (part.kind !== "is" || part.negated || part.values.length !== 1 || part.value.kind !== "path")
      continue;
    const scale = part.value.segments.at(-1)!.text;
    const grades = model.scales.has(scale) ? gradesOf(model, scale) : null;
    const [value] = part.values;
    if (!grades || value?.kind !== "path") continue;
    const grade = grades.indexOf(value.segments[0]!.text);
    if (grade >= 0) return { scale, grade };
  }
  return null;
}

function sameSubjects(a: Rule, b: Rule): boolean {
  const names = (r: Rule) => r.provision.scoping.subjects?.map((n) => n.text);
  const [x, y] = [names(a), names(b)];
  return !x || !y || x.some((n) => y.includes(n));
}

/** REPL: a note says that measures may be used singly or together, and leaves it at that. */
function jointUse(model: Model): Problem[] {
  return notesIn(model).flatMap((note) => {
    const found = /(?:单独|单处)[^。;]{0,12}(?:合并|并处|并用)/.exec(note.text);
    return found ? [problem("BF3191", { text: found[0] }, { span: note.span })] : [];
  });
}
