import { changedWords } from "../prove/said.ts";
import type { Example, Proof, Shown } from "../prove/verdict.ts";
import type { ChangeEvidence } from "./evidence.ts";
import { proofWords } from "./evidence-words.ts";

/** Evidence for programs, by `schemas/diff.schema.json`. null: none was asked for, or none could be given. */

export function evidenceJson(e: ChangeEvidence | undefined): Record<string, unknown> | null {
  return e ? { how: e.how, with: e.with, proof: proofJson(e.proof) } : null;
}

export function proofJson(proof: Proof | undefined): Record<string, unknown> | null {
  if (!proof) return null;
  const words = { zh: proofWords(proof, "zh"), en: proofWords(proof, "en") };
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
