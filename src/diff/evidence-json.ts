import { changedWords } from "../prove/said.ts";
import type { Example, Proof, Shown } from "../prove/verdict.ts";
import type { ChangeEvidence } from "./evidence.ts";
import { declaredOtherwise, proofWords } from "./evidence-words.ts";
import type { Change } from "./types.ts";

/** Evidence for programs, by `schemas/diff.schema.json`. null: none was asked for, or none could be given. */

export function evidenceJson(e: ChangeEvidence | undefined, change: Change): Record<string, unknown> | null {
  return e ? { how: e.how, with: e.with, proof: proofJson(e.proof, [change]) } : null;
}

/** @param changes those that it is about */
export function proofJson(
  proof: Proof | undefined,
  changes: readonly Change[],
): Record<string, unknown> | null {
  if (!proof) return null;
  const declared = declaredOtherwise(changes);
  const words = { zh: proofWords(proof, "zh", declared), en: proofWords(proof, "en", declared) };
  switch (proof.status) {
    case "differs":
      return { status: proof.status, ...words, example: exampleJson(proof.example) };
    case "same":
      return { status: proof.status, ...words, within: proof.within, where: proof.where ?? null };
    case "open":
      return { status: proof.status, ...words, reason: proof.reason, about: proof.about };
  }
}

function exampleJson({ kind, id, data, changes, before, after }: Example): Record<string, unknown> {
  const shown = ({ result, explanation }: Shown) => ({ result, explanation });
  return {
    kind,
    id,
    data: data.cohort,
    context: data.context,
    changes: changes.map((c) => ({ ...c, zh: changedWords(c, "zh"), en: changedWords(c, "en") })),
    before: shown(before),
    after: shown(after),
  };
}
