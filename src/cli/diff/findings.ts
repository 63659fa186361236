import type { Severity } from "../../diagnostics/message.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { toldChanges } from "../../diff/render/code-platforms.ts";
import { pathOf, type Report } from "../../diff/report.ts";
import { REPORT_WORDS } from "../../diff/sentences.ts";

/**
 * Changes as findings. What may come out otherwise is a warning, the rest a note; what `--fail-on` names and nobody
 * approved is an error. Approved changes are not told.
 */
export function changeProblems(report: Report, failing: ReadonlySet<unknown>): Problem[] {
  const english = toldChanges(report, "en");
  const changed = toldChanges(report, "zh").flatMap(({ change, path, reach, says, evidence }, i) => {
    if (report.approved.has(change.fingerprint)) return [];
    const file = change.new?.file ?? path;
    const p = problem(
      "BF9063",
      { what: says, whatEn: english[i]!.says, says: evidence, saysEn: english[i]!.evidence },
      { data: { file, ...(change.new && { row: change.new.line }) } },
    );
    return [{ ...p, severity: severityOf(failing.has(change), reach === "outcome") }];
  });
  // A whole measure that comes or goes has no changes of its own.
  const whole = report.files.flatMap((f) => {
    if (f.diff || f.status === "same") return [];
    const key = f.status === "added" ? "wholeAdded" : "wholeRemoved";
    const [what, whatEn] = [REPORT_WORDS.zh[key], REPORT_WORDS.en[key]];
    const p = problem("BF9063", { what, whatEn, says: "", saysEn: "" }, { data: { file: pathOf(f) } });
    return [{ ...p, severity: severityOf(failing.has(f), true) }];
  });
  return [...changed, ...whole];
}

const severityOf = (failing: boolean, outcome: boolean): Severity =>
  failing ? "error" : outcome ? "warning" : "info";
