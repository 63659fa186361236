/**
 * IR → JavaScript: the text of a function body that, given the runtime's helpers as `R`, returns
 * `{ tables, strict, open, direct, parts }`. Equal measures give equal bytes; see fragments.ts for why it is safe.
 */
import type { Measure } from "../ir/ir.ts";
import { directKind } from "./direct-program.ts";
import { type Code, data, joined, js, name } from "./fragments.ts";
import { openProgram } from "./open-program.ts";
import { partsOf } from "./parts.ts";
import { simpleKind } from "./simple-kinds.ts";
import { StrictProgramEmitter } from "./strict-program.ts";
import { Figures, tablesFromIr } from "./tables-from-ir.ts";
import { usageOf } from "./walk.ts";

/** Definitions at the top of the module, each once. */
class Hoisted {
  readonly lines: Code[] = [];
  private readonly names = new Map<string, Code>();
  add(prefix: "h" | "k", code: Code): Code {
    const known = this.names.get(code.toString());
    if (known) return known;
    const id = name(prefix, this.names.size);
    this.names.set(code.toString(), id);
    this.lines.push(js`const ${id} = ${code};`);
    return id;
  }
}

/** The text of the module body of a measure's evaluators. The measure must satisfy the IR's invariants. */
export function emitJs(measure: Measure): string {
  const hoisted = new Hoisted();
  const usage = usageOf(measure);
  const strict = new StrictProgramEmitter(measure, usage, (code) => hoisted.add("h", code));
  const figures = new Figures();
  const tables = tablesFromIr(measure, usage, strict.cells, figures);
  const open = openProgram(
    measure,
    figures,
    (code) => hoisted.add("h", code),
    (code) => hoisted.add("k", code),
  );
  const { declarations, program } = strict.code();
  const direct = measure.subjects.map((_, kind) => {
    const simple = simpleKind(measure, kind, strict.cells, (code) => hoisted.add("h", code));
    return simple && directKind(measure, simple, strict.cells, (code) => hoisted.add("k", code));
  });
  const plain = direct.map((d) => d?.program ?? js`null`);
  const parts = partsOf(
    measure,
    direct.map((d) => d !== null),
    [
      ...hoisted.lines,
      ...declarations,
      ...direct.flatMap((d) => d?.declarations ?? []),
      program,
      open,
      ...plain,
    ],
  );
  const body = js`"use strict";
${joined(hoisted.lines, "\n")}
${joined(declarations, "\n")}
${joined(
  direct.flatMap((d) => d?.declarations ?? []),
  "\n",
)}
return {
tables: ${data(tables)},
strict: ${program},
open: ${open},
direct: [${plain}],
parts: { ${joined(parts, ", ")} }
};
`;
  return body.toString();
}
