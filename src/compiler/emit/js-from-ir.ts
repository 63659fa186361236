/**
 * IR → JavaScript: the text of a function body that, given the runtime's helpers as `R`, returns
 * `{ tables, strict, open, direct, parts }`. Equal measures give equal bytes; see fragments.ts for why it is safe.
 */
import type { Tables } from "../../runtime/abi.ts";
import type { Parts } from "../../runtime/compiled.ts";
import type { Measure } from "../ir/ir.ts";
import { type DirectKind, directKind } from "./direct-program.ts";
import { type Code, data, joined, js, name } from "./fragments.ts";
import { type OpenPieces, openFormulas, openPieces, openProgram, openSettings } from "./open-program.ts";
import { type AskedPart, asksFor, partsDeclared, partsOf } from "./parts.ts";
import { NOWHERE, type Places } from "./places.ts";
import { simpleKind } from "./simple-kinds.ts";
import { StrictProgramEmitter } from "./strict-program.ts";
import { Figures, tablesFromIr } from "./tables-from-ir.ts";
import { type Usage, usageOf } from "./walk.ts";

/** Definitions at the top of the module, each once. */
class Hoisted {
  readonly lines: Code[] = [];
  private readonly names = new Map<string, Code>();
  private readonly places: Places;
  constructor(places: Places) {
    this.places = places;
  }
  readonly function = (code: Code): Code => this.add("h", code);
  readonly constant = (code: Code): Code => this.add("k", code);
  private add(prefix: "h" | "k", code: Code): Code {
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

/** The programs of a measure, each made when it is asked for; those asked for together share what is hoisted. */
class Emission {
  readonly measure: Measure;
  readonly places: Places;
  readonly figures = new Figures();
  readonly tables: Tables;
  readonly usage: Usage;
  readonly strict: StrictProgramEmitter;

  constructor(measure: Measure, hoisted: Hoisted, places: Places = NOWHERE) {
    this.measure = measure;
    this.places = places;
    this.usage = usageOf(measure);
    // How numbers are held comes out of the strict code.
    this.strict = new StrictProgramEmitter(measure, this.usage, hoisted.function, places);
    this.tables = tablesFromIr(measure, this.usage, this.strict.cells, this.figures);
  }

  open(hoisted: Hoisted): OpenPieces {
    return openPieces(this.measure, this.figures, hoisted.function, hoisted.constant, this.places);
  }

  direct(hoisted: Hoisted, many?: number): readonly (DirectKind | null)[] {
    const { measure, strict, places } = this;
    return measure.subjects.map((_, kind) => {
      const simple = simpleKind(measure, kind, strict.cells, hoisted.function, places, many);
      return simple && directKind(measure, simple, strict.cells, hoisted.constant, places);
    });
  }
}

const declarationsOf = (direct: readonly (DirectKind | null)[]): Code[] =>
  direct.flatMap((d) => d?.declarations ?? []);
const programsIn = (direct: readonly (DirectKind | null)[]): Code[] =>
  direct.map((d) => d?.program ?? js`null`);

/** What a kind of subject has in columns: facts that are read, by field, and results, by cell. */
export type ColumnsOfKind = Pick<DirectKind, "facts" | "cells">;

/** By kind of subject; null: it cannot be evaluated in columns. */
export function columnsOfKinds(measure: Measure): readonly (ColumnsOfKind | null)[] {
  const hoisted = new Hoisted(NOWHERE);
  return new Emission(measure, hoisted).direct(hoisted);
}

/** The evaluators of a measure as code. The measure must satisfy the IR's invariants. */
export function programsOf(measure: Measure, places: Places = NOWHERE): Programs {
  const hoisted = new Hoisted(places);
  const emission = new Emission(measure, hoisted, places);
  const open = openProgram(emission.open(hoisted));
  const { declarations, program } = emission.strict.code();
  const direct = emission.direct(hoisted);
  const declared = [...hoisted.lines, places.end, ...declarations, ...declarationsOf(direct)];
  const plain = programsIn(direct);
  const parts = partsOf(
    measure,
    direct.map((d) => d !== null),
    [...declared, program, open, ...plain],
  );
  return {
    declarations: declared,
    tables: emission.tables,
    strict: program,
    open,
    direct: plain,
    parts,
  };
}

/** The text of the function body that makes a measure's evaluators. The measure must satisfy the IR's invariants. */
export function emitJs(measure: Measure): string {
  const { declarations, tables, strict, open, direct, parts } = programsOf(measure);
  return js`"use strict";
${joined(declarations, "\n")}
return {
tables: ${data(tables)},
strict: ${strict},
open: ${open},
direct: [${direct}],
parts: { ${joined(parts, ", ")} }
};
`.toString();
}

/**
 * The same in pieces for {@link load}: bodies of functions of the runtime's helpers `R`. Most evaluations need the
 * direct programs only.
 */
export interface Apart {
  readonly tables: Tables;
  readonly usesDate: boolean;
  /** The direct programs by kind. */
  readonly direct: string;
  /** The strict program. */
  strict(): string;
  /** The properties of the open program that every evaluation needs. */
  readonly settings: string;
  /** Its other properties. */
  formulas(): string;
  readonly parts: ReadonlySet<keyof Parts>;
  /** Whether a part is needed of which only the code says it. */
  asks(part: AskedPart): boolean;
}

export function emitApart(measure: Measure, many?: number): Apart {
  const ofStrict = new Hoisted(NOWHERE);
  const emission = new Emission(measure, ofStrict);
  const body = (declarations: readonly Code[], value: Code): string =>
    js`"use strict";\n${joined(declarations, "\n")}\nreturn ${value};\n`.toString();
  const ofDirect = new Hoisted(NOWHERE);
  const direct = emission.direct(ofDirect, many);
  const directBody = body([...ofDirect.lines, ...declarationsOf(direct)], js`[${programsIn(direct)}]`);
  const ofSettings = new Hoisted(NOWHERE);
  const settings = openSettings(emission.open(ofSettings));
  const strict = (): string => {
    const { declarations, program } = emission.strict.code();
    return body([...ofStrict.lines, ...declarations], program);
  };
  const formulas = (): string => {
    const ofFormulas = new Hoisted(NOWHERE);
    const code = openFormulas(emission.open(ofFormulas));
    return body(ofFormulas.lines, code);
  };
  const settingsBody = body(ofSettings.lines, settings);
  return {
    tables: plainData(emission.tables),
    usesDate: emission.usage.date,
    direct: directBody,
    strict,
    settings: settingsBody,
    formulas,
    parts: partsDeclared(
      measure,
      direct.map((d) => d !== null),
    ),
    asks: (part) => [directBody, settingsBody, strict(), formulas()].some((code) => asksFor(part, code)),
  };
}

/** As it would come out of a text: without absent properties, and sharing no list or object with the IR. */
function plainData<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plainData) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    if (part !== undefined) copy[key] = plainData(part);
  }
  return copy as T;
}
