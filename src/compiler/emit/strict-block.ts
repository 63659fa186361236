/** Statements of a strict function under construction, and the values they compute. */
import type { Measure } from "../ir/ir.ts";
import { type Code, joined, js, name } from "./fragments.ts";
import { NO_PLACE, type Places } from "./places.ts";
import type { Holding, Shape } from "./represent.ts";

/** A number as code, with what is known of it and how it is held. */
export interface Num {
  readonly code: Code;
  readonly shape: Shape;
  readonly held: Holding;
}

/** Numbers temporaries within one function. */
export class Temporaries {
  private next = 0;
  fresh(): Code {
    return name("t", this.next++);
  }
}

/**
 * A run of statements. What may bail is written as statements so that it happens only where the value is
 * needed: a division in a branch not taken must not send the cohort to the open program.
 */
export class Block {
  readonly lines: Code[] = [];
  readonly temporaries: Temporaries;
  constructor(temporaries: Temporaries) {
    this.temporaries = temporaries;
  }
  inner(): Block {
    return new Block(this.temporaries);
  }
  push(line: Code): void {
    this.lines.push(line);
  }
  /** Says where the lines after it come from; of no consequence for what they do. */
  mark(place: Code): void {
    if (place !== NO_PLACE) this.lines.push(place);
  }
  /** Binds a value that is used more than once. */
  bind(code: Code): Code {
    const t = this.temporaries.fresh();
    this.push(js`const ${t} = ${code};`);
    return t;
  }
  /** A variable that branches assign. */
  variable(): Code {
    const t = this.temporaries.fresh();
    this.push(js`let ${t};`);
    return t;
  }
  get empty(): boolean {
    return this.lines.length === 0;
  }
  code(): Code {
    return joined(this.lines, "\n");
  }
}

/** What the code of an expression refers to. */
export interface Scope {
  readonly measure: Measure;
  /** Shape and holding of the numeric cells so far. */
  readonly cells: readonly (Pick<Num, "shape" | "held"> | null)[];
  readonly kind: number;
  readonly list: number | null;
  readonly row: Code;
  readonly record: Code | null;
  /** Citation of the cell, for the cause of a zero divisor. */
  readonly cite: string;
  /** Functions over past rows, hoisted to the top of the module. */
  readonly hoist: (code: Code) => Code;
  readonly places: Places;
  /** Facts and cells of the subject are in local variables instead of slots of the row. */
  readonly local?: boolean;
}

/** Leaves the function: the open program is needed. */
export const BAIL: Code = js`return false;`;
