import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { Model } from "../analyze/model.ts";
import { readings } from "./reading.ts";

/** TIE: levels of a vote without points, and nothing computed from it: what do equal numbers of votes mean? */
export function equalVotes(model: Model): Problem[] {
  const read = readings(model);
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "ballot" || read.has(s.name.text)) return [];
    const levels = s.rows.find((r) => r.of === "levels");
    const names = levels?.entries.flatMap((e) => (e.name && e.value === undefined ? [e.name] : [])) ?? [];
    const [first, second] = names;
    if (!levels || !first || !second) return [];
    return [
      problem("BF3259", { vote: s.name.text, first: first.text, second: second.text }, { span: levels.span }),
    ];
  });
}
