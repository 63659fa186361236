/**
 * IR → JavaScript: the text of a function body that, given the runtime's helpers as `R`, returns
 * `{ tables, strict, open, direct, parts }`. Equal measures give equal bytes; see fragments.ts for why it is safe.
 */
import type { Tables } from "../../runtime/abi.ts";
import type { Measure } from "../ir/ir.ts";
import { directKind } from "./direct-program.ts";
import { type Code, data, joined, js, name } from "./fragments.ts";
import { openProgram } from "./open-program.ts";
import { partsOf } from "./parts.ts";
import { NOWHERE, type Places } from "./places.ts";
import { simpleKind } from "./simple-kinds.ts";
import { StrictProgramEmitter } from "./strict-program.ts";
import { Figures, tablesFromIr } from "./tables-from-ir.ts";
import { usageOf } from "./walk.ts";

/** Definitions at the top of the module, each once. */
class Hoisted {
  readonly lines: Code[] = [];
  private readonly names = new Map<string, Code>();
  private readonly places: Places;
  constructor(places: Places) {
    this.places = places;
  }
  add(prefix: "h" | "k", code: Code): Code {
    const known = this.names.get(code.toString());
    if (known) return known;
    const id = name(prefix, this.names.size);
    this.names.set(code.toString(), id);
    const place = prefix === "h" ? this.places.here : this.places.end;
    this.lines.push(js`${place}const ${id} = ${code};`);
    return id;
  }
}

/** The programs of a measure: what stands before them, and the parts of a `CompiledMeasure` of the runtime. */
export interface Programs {
  readonly declarations: readonly Code[];
  readonly tables: Tables;
  readonly strict: Code;
  readonly open: Code;
  readonly direct: readonly Code[];
  readonly parts: readonly Code[];
}

/** The evaluators of a measure as code. The measure must satisfy the IR's invariants. */
export function programsOf(measure: Measure, places: Places = NOWHERE): Programs {
  const hoisted = new Hoisted(places);
  const usage = usageOf(measure);
  const strict = new StrictProgramEmitter(measure, usage, (code) => hoisted.add("h", code), places);
  const figures = new Figures();
  const tables = tablesFromIr(measure, usage, strict.cells, figures);
  const open = openProgram(
    measure,
    figures,
    (code) => hoisted.add("h", code),
    (code) => hoisted.add("k", code),
    places,
  );
  const { declarations, program } = strict.code();
  const direct = measure.subjects.map((_, kind) => {
    const simple = simpleKind(measure, kind, strict.cells, (code) => hoisted.add("h", code), places);
    return simple && directKind(measure, simple, strict.cells, (code) => hoisted.add("k", code), places);
  });
  const declared = [
    ...hoisted.lines,
    places.end,
    ...declarations,
    ...direct.flatMap((d) => d?.declarations ?? []),
  ];
  const plain = direct.map((d) => d?.program ?? js`null`);
  return {
    declarations: declared,
    tables,
    strict: program,
    open,
    direct: plain,
    parts: partsOf(
      measure,
      direct.map((d) => d !== null),
      [...declared, program, open, ...plain],
    ),
  };
}

/** The text of the function body that makes a measure's evaluators. The measure must satisfy the IR's invariants. */
export function emitJs(measure: Measure): string {
  const programs = programsOf(measure);
  return bodyOf(programs, data(programs.tables));
}

/** The same with the tables apart, for a function of `R` and `T`: as text they are longer than the code. */
export function emitApart(measure: Measure): { readonly body: string; readonly tables: Tables } {
  const programs = programsOf(measure);
  // As they would come out of the text: without absent properties, and sharing nothing with the IR.
  const tables = JSON.parse(JSON.stringify(programs.tables)) as Tables;
  return { body: bodyOf(programs, js`T`), tables };
}

function bodyOf({ declarations, strict, open, direct, parts }: Programs, tables: Code): string {
  return js`"use strict";
${joined(declarations, "\n")}
return {
tables: ${tables},
strict: ${strict},
open: ${open},
direct: [${direct}],
parts: { ${joined(parts, ", ")} }
};
`.toString();
}
