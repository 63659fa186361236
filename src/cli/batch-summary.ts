import type { Language } from "../diagnostics/message.ts";
import type { SubjectResult } from "../runtime/result.ts";
import type { Session } from "./session.ts";
import { table } from "./table.ts";

/** What a run in batches says at its end: how many got which grade. */
export class BatchCounts {
  subjects = 0;
  undetermined = 0;
  readonly #grades = new Map<string, Map<string, number>>();

  add(subjects: readonly SubjectResult[]): void {
    for (const s of subjects) {
      this.subjects++;
      if (s.undetermined.length > 0) this.undetermined++;
      for (const [scale, { grade, possible }] of Object.entries(s.grades)) {
        const counts = this.#grades.get(scale) ?? new Map<string, number>();
        this.#grades.set(scale, counts);
        const key = grade ?? (possible.length === 0 ? NOT_GRADED : OPEN);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }

  text(s: Session, language: Language): string {
    const zh = language === "zh";
    const total = zh ? `共 ${this.subjects} 个对象` : `${this.subjects} subjects`;
    const rows = [...this.#grades].flatMap(([scale, counts]) => [
      [s.paint.strong(scale), zh ? "人数" : "number"],
      ...[...counts].sort(([, a], [, b]) => b - a).map(([grade, n]) => [`  ${wordOf(grade, zh)}`, String(n)]),
    ]);
    const lines = table([{}, { align: "right" }], rows, { columns: s.io.columns });
    return `${[total, ...(lines.length > 0 ? ["", ...lines] : [])].join("\n")}\n`;
  }
}

/** No names of a measure: those have no control characters. */
const OPEN = "\u0000open";
const NOT_GRADED = "\u0000none";

function wordOf(grade: string, zh: boolean): string {
  if (grade === OPEN) return zh ? "未定" : "undetermined";
  if (grade === NOT_GRADED) return zh ? "不予评定" : "not assessed";
  return grade;
}
