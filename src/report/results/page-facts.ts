import { causeWords, figuresLooked, openName } from "../../runtime/explain-causes.ts";
import type { ConsequenceResult, SubjectResult, Undetermined } from "../../runtime/result.ts";
import { actionText, cellText, figuresText, gradeText, missingText, valueCell } from "./cells.ts";
import { GIVEN, namesOfKind, own, type PlannedRow, type TablePlan, text } from "./columns.ts";
import { figuresOf, type SubjectFigures } from "./figures.ts";
import { groupNames } from "./group-names.ts";
import { placeCell, placeKey, placeOrder } from "./places.ts";
import { consequenceKey } from "./tables.ts";
import {
  declaredKinds,
  figureOf,
  type PlanView,
  plainText,
  type RankedBy,
  rankedBy,
  scoreFigure,
  scoreOf,
  withRecords,
} from "./view.ts";
import { RESULT_WORDS, type ResultWords } from "./words.ts";

/** Why something is open. */
export interface PageCause {
  /** With the subject whose fact it is. */
  readonly named: string;
  /** The same without it, where it is a fact of the subject that waits for it. */
  readonly own: string | null;
}

/** What the page wants to know of each subject, so that subjects may be looked at one by one and forgotten. Plain data. */
export interface PageFacts {
  readonly id: string;
  readonly figures: SubjectFigures;
  readonly positive: boolean;
  readonly negative: boolean;
  readonly unmet: readonly (readonly [cite: string, requirement: string, figures: string])[];
  /** By what it may be grouped, and the group it is in. */
  readonly groups: readonly (readonly [by: string, label: string])[];
  /** What its grades go by; null: unknown. */
  readonly score: number | null;
  readonly clauses: readonly (readonly [cite: string, effect: string])[];
  readonly consequences: readonly PageConsequence[];
  /** What keeps it waiting, each once. */
  readonly causes: readonly PageCause[];
  /** What is missing, and for what. */
  readonly waiting: readonly (readonly [missing: string, what: readonly string[]])[];
}

export interface PageConsequence {
  readonly order: { readonly outer: string; readonly inner: string };
  readonly actor: string;
  readonly target: string;
  readonly action: string;
  readonly argument: string | null;
  readonly modality: ConsequenceResult["modality"];
  readonly until: string | null;
  readonly cites: readonly string[];
  /** Who the target is, where the data name others than the subject. */
  readonly who: readonly string[];
}

/** @param by a name by which figures are grouped */
export function pageFactsOf(s: SubjectResult, view: PlanView, by: string | null): PageFacts {
  const { measure, language } = view;
  const words = RESULT_WORDS[language];
  const all = withRecords(s);
  const score = scoreOf(measure, s.kind);
  const figure = score === null ? null : scoreFigure(s, score.name);
  const clauses = new Map(
    all.flatMap((x) =>
      x.clauses.map((c) => [JSON.stringify([c.cite, c.effect]), [c.cite, c.effect] as const]),
    ),
  );
  const open = all.flatMap((x) => x.undetermined);
  return {
    id: s.id,
    figures: figuresOf(s, measure),
    positive: s.consequences.some((c) => c.polarity === "positive"),
    negative: s.consequences.some((c) => c.polarity === "negative"),
    unmet: all.flatMap((x) =>
      x.findings
        .filter((f) => f.status === "not-met")
        .map((f) => [f.cite, f.requirement, figuresText(figuresLooked(f), words)] as const),
    ),
    groups: groupNames(measure, s.kind, by).map((name) => [name, plainText(figureOf(s, name))]),
    score: figure === null || typeof figure === "number" ? figure : Number(figure.num) / Number(figure.den),
    clauses: [...clauses.values()],
    consequences: s.consequences.map((c) => consequenceOf(c, s, words)),
    causes: causesOf(open, s.id, language),
    waiting: waitingFor(open, s, view),
  };
}

/** Each cause once. */
function causesOf(open: readonly Undetermined[], id: string, language: "zh" | "en"): PageCause[] {
  const found = new Map<string, PageCause>();
  for (const u of open)
    for (const b of u.because) {
      const named = causeWords([b], language, "")[0]!;
      const plain = causeWords([b], language, id)[0]!;
      found.set(named, { named, own: plain === named ? null : plain });
    }
  return [...found.values()];
}

function consequenceOf(c: ConsequenceResult, s: SubjectResult, words: ResultWords): PageConsequence {
  // The line names whoever the first of equal measures is taken on.
  const first = s.consequences.find(
    (x) => x.target === c.target && x.action === c.action && x.until === c.until,
  );
  return {
    order: consequenceKey(c),
    actor: c.by.join(words.separator),
    target: c.called ?? c.target,
    action: actionText(c, words),
    argument: c.argument,
    modality: c.modality,
    until: c.until,
    cites: [...new Set(c.cites)],
    who: (first?.targetIds ?? []).filter((id) => id !== s.id),
  };
}

/** Several results of one subject often wait for the same thing. */
function waitingFor(
  open: readonly Undetermined[],
  s: SubjectResult,
  { language }: PlanView,
): PageFacts["waiting"] {
  const words = RESULT_WORDS[language];
  const waiting = new Map<string, Set<string>>();
  for (const u of worthNaming(open)) {
    const missing = missingText(u, s.id, language);
    const possible =
      u.what === "grade" && u.possible.length > 0
        ? words.bracketed("", u.possible.join(words.separator))
        : "";
    const what = waiting.get(missing) ?? new Set();
    waiting.set(missing, what.add(openName(u, language) + possible));
  }
  return [...waiting].map(([missing, what]) => [missing, [...what]]);
}

/** Grades, figures and findings; clauses and consequences that wait for the same thing follow from them. */
function worthNaming(open: readonly Undetermined[]): readonly Undetermined[] {
  const first = open.filter((u) => u.what === "grade" || u.what === "value" || u.what === "finding");
  return first.length > 0 ? first : open;
}

/** A list of subjects on the page: a ranking, or all of a kind. */
export interface PageList {
  readonly kind: string;
  readonly ranked: RankedBy | null;
  readonly score: string | null;
  readonly scales: readonly string[];
  /** Its rows: the group, the place, the id, the score where there is one, the grades, the clauses. */
  readonly plan: TablePlan;
}

/** Where the parts of a row stand in the rows of a list. */
export const LISTED = { group: 0, place: 1, id: 2, rest: 3 } as const;

/** In the place of a place that is not known. */
const UNPLACED = "–";

/** A measure that does not rank has its subjects in the order of what their grades go by, or of the data. */
export function pageLists(view: PlanView): PageList[] {
  const { measure, tables } = view;
  const ranked = rankedBy(measure);
  return declaredKinds(measure).flatMap(({ name: kind }): PageList[] => {
    const scales = namesOfKind(tables, kind).grades;
    const here = ranked.filter((r) => r.kind === kind);
    if (here.length > 0)
      return here.map((by) => {
        const list = { kind, ranked: by, score: by.score, scales };
        return { ...list, plan: listPlan(view, list) };
      });
    const score = scoreOf(measure, kind)?.name ?? null;
    // Names alone are no list worth reading.
    if (score === null && scales.length === 0) return [];
    const list = { kind, ranked: null, score, scales };
    return [{ ...list, plan: listPlan(view, list) }];
  });
}

function listPlan(view: PlanView, { kind, ranked, score, scales }: Omit<PageList, "plan">): TablePlan {
  const words = RESULT_WORDS[view.language];
  const row = (s: SubjectResult): PlannedRow => {
    const group = (ranked?.groups ?? []).map((g) => plainText(figureOf(s, g)));
    return {
      cells: [
        group.join(" · "),
        ranked === null ? "" : cellText(placeCell(s, ranked, UNPLACED)),
        s.id,
        ...(score === null ? [] : [cellText(valueCell(figureOf(s, score), words))]),
        ...scales.map((g) => gradeText(own(s.grades, g), words)),
        [...new Set(s.clauses.map((x) => x.cite))].join(words.separator),
      ],
      key:
        ranked === null
          ? { group: "", score: score === null ? null : scoreFigure(s, score) }
          : placeKey(s, ranked, view),
    };
  };
  return {
    key: "ranking",
    title: () => kind,
    columns: Array.from({ length: LISTED.rest + (score === null ? 0 : 1) + scales.length + 1 }, (_, i) =>
      text(i === LISTED.place ? words.place : ""),
    ),
    order:
      score === null
        ? GIVEN
        : placeOrder(ranked ?? { order: "descending", place: null }, LISTED.place, UNPLACED, words),
    rowsOf: (s) => (s.kind === kind ? [row(s)] : []),
  };
}
