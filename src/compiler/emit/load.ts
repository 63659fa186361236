import type { CompiledMeasure } from "../../runtime/abi.ts";
import { helpers } from "../../runtime/helpers.ts";
import type { Measure } from "../ir/ir.ts";
import { emitJs } from "./js-from-ir.ts";

/**
 * A measure ready to be applied with `evaluateCohort`. The emitted text is the only thing that is ever
 * instantiated as code, and all of it is generated (see fragments.ts).
 */
export function load(measure: Measure): CompiledMeasure {
  const instantiate = new Function("R", emitJs(measure)) as (r: typeof helpers) => CompiledMeasure;
  return instantiate(helpers);
}
