import { lookUp } from "../../diagnostics/catalogue/index.ts";
import { hasErrors, type Problem, problem } from "../../diagnostics/problem.ts";
import type { Model } from "./model.ts";

/**
 * `认可 CODE “reason”` keeps a finding on the record instead of raising it, for the provision it stands in
 * (the whole measure when it stands under none). Only warnings can be accepted; an acceptance that covers
 * nothing is itself a finding; not beside errors, which keep some findings from being looked for. Where several
 * cover a finding, the nearest gives the reason: a clause may have one of its own beside that of the whole measure.
 */
export function applyAcceptances(model: Model, problems: readonly Problem[]): Problem[] {
  const extra = unusableAcceptances(model);
  const usable = model.acceptances.filter((a) => isUsable(a.node.code.text));
  const used = new Set<(typeof usable)[number]>();
  const result = problems.map((p) => {
    if (p.severity === "error" || p.accepted !== undefined) return p;
    const at = p.span;
    const covers = usable.filter(
      (a) =>
        a.node.code.text === p.code &&
        at !== undefined &&
        at.start >= a.covers.start &&
        at.end <= a.covers.end,
    );
    const [cover] = covers.sort((a, b) => extent(a) - extent(b));
    if (!cover) return p;
    used.add(cover);
    return { ...p, accepted: cover.node.reason.text };
  });
  for (const a of hasErrors(problems) ? [] : usable)
    if (!used.has(a)) extra.push(problem("BF5103", { code: a.node.code.text }, { span: a.node.span }));
  return [...result, ...extra];
}

/** Acceptances of errors, or of what is no finding: errors themselves. */
export function unusableAcceptances(model: Model): Problem[] {
  return model.acceptances.flatMap(({ node: { code } }) => {
    if (isUsable(code.text)) return [];
    const [why, whyEn] = lookUp(code.text)
      ? ["是错误", "is an error"]
      : ["不是检查结果的代码", "is not a code of the check"];
    return [problem("BF2029", { code: code.text, why, whyEn }, { span: code.span })];
  });
}

function isUsable(code: string): boolean {
  const entry = lookUp(code);
  return entry !== undefined && entry.severity !== "error";
}

const extent = ({ covers }: Model["acceptances"][number]): number => covers.end - covers.start;
