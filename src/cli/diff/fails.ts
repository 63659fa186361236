import { alike } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { ChangeEvidence } from "../../diff/evidence.ts";
import { directionOf, evidenceOf, type FileDiff, levelOf, type Report } from "../../diff/report.ts";
import type { Direction, Level } from "../../diff/types.ts";
import type { Options } from "../command.ts";

/** `--fail-on`: which changes somebody has to answer for. */

/** Words for what fails, in both languages; the first of each is what messages say. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  从严: ["从严", "stricter"],
  从宽: ["从宽", "looser"],
  结果: ["结果", "outcome"],
  填报: ["填报", "data"],
  结构: ["结构", "structure"],
  任何: ["任何", "any"],
};
export type Failure = keyof typeof ASKED;

export function failuresAsked(value: Options[string]): ReadonlySet<Failure> | Problem {
  const asked = new Set<Failure>();
  for (const word of Array.isArray(value)
    ? (value as readonly string[]).flatMap((v) => v.split(/[,、]/))
    : []) {
    const name = Object.keys(ASKED).find((k) => ASKED[k]!.includes(word));
    if (name === undefined)
      return problem("BF9004", {
        option: "--fail-on",
        value: word,
        ...alike("expected", Object.values(ASKED).flat().join(" ")),
      });
    asked.add(name);
  }
  return asked;
}

/** 两可 may be either, so it fails for 从严 and for 从宽. */
function fails(level: Level | null, direction: Direction, asked: ReadonlySet<Failure>): boolean {
  if (level === null) return false;
  if (asked.has("任何")) return true;
  if (asked.has("从严") && (direction === "stricter" || direction === "either")) return true;
  if (asked.has("从宽") && (direction === "looser" || direction === "either")) return true;
  if (asked.has("结果") && level === "outcome") return true;
  if (asked.has("填报") && (level === "outcome" || level === "data")) return true;
  return asked.has("结构") && level !== "wording";
}

/** The changes of a file that fail and that nobody approved. */
export function failures(f: FileDiff, asked: ReadonlySet<Failure>, report: Report): unknown[] {
  if (!f.diff) return fails(levelOf(f), directionOf(f), asked) ? [f] : [];
  const found = evidenceOf(report, f);
  return f.diff.changes.filter((c) => {
    if (report.approved.has(c.fingerprint)) return false;
    const { level, direction } = proved(c, found?.changes.get(c.fingerprint));
    return fails(level, direction, asked);
  });
}

/**
 * What evidence makes of a change: proved for everybody, it is no other outcome; with an example, or without a proof,
 * it is one, whatever it looked like.
 */
function proved(
  c: { readonly level: Level; readonly direction: Direction },
  evidence: ChangeEvidence | undefined,
): { level: Level; direction: Direction } {
  if (!evidence) return c;
  const { proof } = evidence;
  const everybody = proof.status === "same" && proof.within === null && proof.where === undefined;
  if (c.level === "outcome") return everybody ? { level: "structure", direction: "none" } : c;
  if (proof.status === "same") return c;
  return { level: "outcome", direction: "either" };
}
