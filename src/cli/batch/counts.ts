import type { Language } from "../../diagnostics/message.ts";
import type { SubjectResult } from "../../runtime/result.ts";
import type { Session } from "../session.ts";
import { table } from "../table.ts";

/** Counts as plain data. */
export interface Counted {
  readonly subjects: number;
  readonly undetermined: number;
  readonly grades: readonly (readonly [
    scale: string,
    counts: readonly (readonly [key: string, n: number])[],
  ])[];
}

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
        this.#count(scale, grade ?? (possible.length === 0 ? NOT_GRADED : OPEN), 1);
      }
    }
  }

  /** Those of another part. */
  join({ subjects, undetermined, grades }: Counted): void {
    this.subjects += subjects;
    this.undetermined += undetermined;
    for (const [scale, counts] of grades) for (const [key, n] of counts) this.#count(scale, key, n);
  }

  plain(): Counted {
    const { subjects, undetermined } = this;
    return { subjects, undetermined, grades: [...this.#grades].map(([scale, of]) => [scale, [...of]]) };
  }

  #count(scale: string, key: string, n: number): void {
    const counts = this.#grades.get(scale) ?? new Map<string, number>();
    this.#grades.set(scale, counts);
    counts.set(key, (counts.get(key) ?? 0) + n);
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
