import type { OpenFunction, OpenProgram, StrictProgram } from "../../runtime/abi.ts";
import type { CompiledMeasure, Parts } from "../../runtime/compiled.ts";
import * as helpers from "../../runtime/helpers.ts";
import type { Measure } from "../ir/ir.ts";
import { once } from "../once.ts";
import { emitApart } from "./js-from-ir.ts";
import { emitProbes, type Probe } from "./probes.ts";

/**
 * A measure ready to be applied with `evaluateCohort`. The emitted text is the only thing that is ever
 * instantiated as code, and all of it is generated (see fragments.ts). Most evaluations need the direct programs only;
 * the strict program, and the formulas of the open program, are made when they are first needed.
 * @param many from how many conditions on clauses have functions of their own; see clause-blocks.ts
 */
export function load(measure: Measure, many?: number): CompiledMeasure {
  const apart = emitApart(measure, many);
  const formulas = once(() => instantiate<Formulas>(apart.formulas()));
  const strict = once(() => instantiate<StrictProgram>(apart.strict()));
  const history = once(() => apart.asks("history"));
  const workDays = once(() => apart.asks("workDays"));
  return {
    tables: apart.tables,
    strict: {
      usesDate: apart.usesDate,
      get make() {
        return strict().make;
      },
      get link() {
        return strict().link;
      },
      get stages() {
        return strict().stages;
      },
      get read() {
        return strict().read;
      },
    },
    open: {
      ...instantiate<Settings>(apart.settings),
      get cells() {
        return formulas().cells;
      },
      get figures() {
        return formulas().figures;
      },
      get bandArguments() {
        return formulas().bandArguments;
      },
    },
    direct: instantiate<CompiledMeasure["direct"]>(apart.direct),
    parts: {
      ...(Object.fromEntries([...apart.parts].map((part) => [part, ALL_PARTS[part]])) as Parts),
      get history() {
        return history() ? helpers.history : undefined;
      },
      get workDays() {
        return workDays() ? helpers.workDays : undefined;
      },
    },
  };
}

const ALL_PARTS: Parts = helpers;

type Formulas = Pick<OpenProgram, "cells" | "figures" | "bandArguments">;
type Settings = Omit<OpenProgram, keyof Formulas>;

const instantiate = <T>(body: string): T => (new Function("R", body) as (r: typeof helpers) => T)(helpers);

/** Expressions of a measure as functions over the rows that its evaluation computed, in their order. */
export function loadProbes(measure: Measure, probes: readonly Probe[]): readonly OpenFunction[] {
  const instantiate = new Function("R", emitProbes(measure, probes)) as (
    r: typeof helpers,
  ) => readonly OpenFunction[];
  return instantiate(helpers);
}
