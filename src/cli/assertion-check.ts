import { loadProbes } from "../compiler/emit/load.ts";
import type { Assertion, Measure } from "../compiler/ir/ir.ts";
import { refutes } from "../prove/properties/assertions.ts";
import type { Observer } from "../runtime/evaluate.ts";

/** An assertion of the measure that a subject of a case refutes. */
export interface Refuted {
  /** Name of the kind, and the place of the subject among those of its kind. */
  readonly kind: string;
  readonly index: number;
  readonly assertion: Assertion;
  readonly cite: string;
}

/**
 * Looks whether the subjects of cases keep to the assertions of their measure. What is undetermined refutes nothing.
 */
export class AssertionCheck {
  readonly #measure: Measure;
  readonly #probes: ReturnType<typeof loadProbes>;
  #found: Refuted[] = [];

  constructor(measure: Measure) {
    this.#measure = measure;
    this.#probes = loadProbes(
      measure,
      measure.assertions.map((a) => ({ expr: refutes(a), kind: a.subject, list: null })),
    );
  }

  readonly observe: Observer = (row, context) => {
    const { assertions, subjects, citations } = this.#measure;
    for (const [i, assertion] of assertions.entries()) {
      if (assertion.subject !== row.kind || this.#probes[i]!(row, NO_RECORD, context) !== true) continue;
      const cite = citations[assertion.cite]!.text;
      this.#found.push({ kind: subjects[row.kind]!.name, index: row.index, assertion, cite });
    }
  };

  /** What was found since it was last asked. */
  taken(): readonly Refuted[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

const NO_RECORD = undefined as unknown as Parameters<ReturnType<typeof loadProbes>[number]>[1];
