import type { OpenFunction } from "../../runtime/abi.ts";
import type { CompiledMeasure } from "../../runtime/compiled.ts";
import * as helpers from "../../runtime/helpers.ts";
import type { Measure } from "../ir/ir.ts";
import { emitApart } from "./js-from-ir.ts";
import { emitProbes, type Probe } from "./probes.ts";

/**
 * A measure ready to be applied with `evaluateCohort`. The emitted text is the only thing that is ever
 * instantiated as code, and all of it is generated (see fragments.ts).
 */
export function load(measure: Measure): CompiledMeasure {
  const { body, tables } = emitApart(measure);
  const instantiate = new Function("R", "T", body) as (
    r: typeof helpers,
    t: CompiledMeasure["tables"],
  ) => CompiledMeasure;
  return instantiate(helpers, tables);
}

/** Expressions of a measure as functions over the rows that its evaluation computed, in their order. */
export function loadProbes(measure: Measure, probes: readonly Probe[]): readonly OpenFunction[] {
  const instantiate = new Function("R", emitProbes(measure, probes)) as (
    r: typeof helpers,
  ) => readonly OpenFunction[];
  return instantiate(helpers);
}
