/**
 * Looking for an example of something in one measure: first the subject alone with all around it left free, then
 * worlds of a few subjects, records and years. An example counts only when the evaluators confirm it, and that there is
 * none is a proof as far as the world goes.
 */
import type * as ir from "../../compiler/ir/ir.ts";
import { type Abstraction, ALONE, type Bounds, Encoder, TooLarge } from "../encode/encoder.ts";
import type { Row } from "../encode/facts.ts";
import type { Bool } from "../formulas/formula.ts";
import type { Assignment } from "../formulas/terms.ts";
import type { Asking } from "../solver.ts";
import { worldsFor } from "../worlds.ts";

export interface Question<Example> {
  /** More than one: variants of one measure side by side. */
  readonly measures: readonly ir.Measure[];
  /** Name of the kind of subject. */
  readonly kind: string;
  /** What an example has. */
  pose(encoder: Encoder, row: Row): Bool;
  /** The example as the evaluators take it, when they confirm it. */
  confirm(encoder: Encoder, values: Assignment, row: Row): Example | null;
}

export type Sought<Example> =
  | { readonly status: "example"; readonly example: Example }
  /** `where` "defined": wherever every figure that is looked at has a value. */
  | { readonly status: "none"; readonly within: Bounds; readonly where?: "defined" }
  | {
      readonly status: "unknown";
      readonly reason: "time" | "size" | "no-example";
      readonly free: readonly Abstraction[];
    };

/** So many examples that the evaluators do not confirm are ruled out before a question is given up. */
const TRIES = 3;

export async function seek<Example>(
  asking: Asking,
  question: Question<Example>,
  year: number,
): Promise<Sought<Example>> {
  const first = await seekIn(asking, question, year, ALONE);
  let last = first.found;
  if (last.status !== "unknown" || first.free.size === 0) return last;
  // A proof in a small world is none for a larger one, so the largest decides; an example is one anywhere.
  for (const bounds of worldsFor(question.measures, first.free)) {
    const { found } = await seekIn(asking, question, year, bounds);
    // A world too large to be settled takes nothing from what was proved of a smaller one.
    if (found.status !== "unknown" || last.status === "unknown") last = found;
    if (found.status === "example" || (found.status === "unknown" && found.reason !== "no-example")) break;
  }
  return last;
}

async function seekIn<Example>(
  asking: Asking,
  question: Question<Example>,
  year: number,
  bounds: Bounds,
): Promise<{ readonly found: Sought<Example>; readonly free: ReadonlySet<Abstraction> }> {
  const encoder = new Encoder(question.measures, { year, period: 1, bounds });
  const free = encoder.abstracted;
  const row = encoder.subject(question.kind);
  let wanted: Bool;
  try {
    wanted = question.pose(encoder, row);
  } catch (problem) {
    if (!(problem instanceof TooLarge)) throw problem;
    return { found: { status: "unknown", reason: "size", free: [...free] }, free };
  }
  const { terms, numbers, defined } = encoder;
  const within = bounds;
  const ask = async (conditions: readonly Bool[]) => {
    const refuted: Bool[] = [];
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await asking.ask([wanted, ...conditions, ...refuted]);
      if (answer.status === "unknown") return { status: "time" } as const;
      if (answer.status === "unsat") return { status: tries === 0 ? "none" : "refuted" } as const;
      const example = question.confirm(encoder, answer.values, row);
      if (example !== null) return { status: "example", example } as const;
      refuted.push(terms.not(terms.and(...pointOf(encoder, answer.values))));
    }
    return { status: "refuted" } as const;
  };
  // First where every figure has a value: what is open in a result confirms nothing.
  const clear = await ask([...numbers.conditions, ...defined]);
  if (clear.status === "example") return { found: clear, free };
  const allDefined = terms.and(...defined) === terms.true;
  const any = allDefined ? clear : await ask(numbers.conditions);
  if (any.status === "example") return { found: any, free };
  if (any.status === "none") return { found: { status: "none", within }, free };
  if (clear.status === "none") return { found: { status: "none", within, where: "defined" }, free };
  const reason = any.status === "time" ? "time" : "no-example";
  return { found: { status: "unknown", reason, free: [...free] }, free };
}

/** The truths that were found, as conditions. */
function pointOf(encoder: Encoder, values: Assignment): Bool[] {
  return encoder.terms.free.flatMap((t) => {
    const value = values.get("name" in t ? t.name : "");
    if (t.op === "bool" && typeof value === "boolean") return [value ? t : encoder.terms.not(t)];
    return [];
  });
}
