/**
 * The direct program of a simple kind (see simple-kinds.ts): records or columns → columns of facts → columns of
 * cells, stage by stage → outcomes or columns. Its functions go over all subjects in one loop. Whatever is
 * unusual about a record (a text where a number is expected, a missing fact, a value out of range) makes it
 * give up, and the reader that knows every form and explains every mistake takes the whole cohort.
 */
import type { Column, FactColumn } from "../../runtime/abi.ts";
import type { Cell, Field, Measure } from "../ir/ir.ts";
import { BITS } from "./clause-blocks.ts";
import { cellColumn, factColumn, load, store } from "./columns.ts";
import { type Code, data, integer, joined, js, name, text } from "./fragments.ts";
import { NOWHERE, type Places } from "./places.ts";
import type { SimpleKind, SimplePart, SimpleStage } from "./simple-kinds.ts";
import type { Num } from "./strict-block.ts";

type Info = Pick<Num, "shape" | "held"> | null;
type Hoist = (code: Code) => Code;

export interface DirectKind {
  readonly declarations: readonly Code[];
  /** A `DirectProgram` of the runtime. */
  readonly program: Code;
  /** The facts that it reads, by field. */
  readonly facts: ReadonlyMap<number, FactColumn>;
  /** The cells that it keeps, by id. */
  readonly cells: ReadonlyMap<number, Column>;
}

/** null: one of its facts needs the general reader. */
export function directKind(
  measure: Measure,
  simple: SimpleKind,
  infos: readonly Info[],
  hoist: Hoist,
  places: Places = NOWHERE,
): DirectKind | null {
  const { kind } = simple;
  const subject = measure.subjects[kind]!;
  const sizes = measure.enumerations.map((e) => e.members.length);
  const facts: [number, FactColumn][] = [];
  for (const f of simple.fields) {
    const column = factColumn(subject.fields[f]!, sizes);
    if (column === null) return null;
    facts.push([f, column]);
  }
  const percents = facts.flatMap(([f, c]) => (c.percent ? [f] : []));
  if (percents.length > BITS) return null;

  const isTruth = (f: number): boolean => subject.fields[f]!.type.kind === "truth";
  const keys = subject.fields.flatMap((f) =>
    f.derived ? [] : f.alias === null ? [f.name] : [f.name, f.alias],
  );
  const known = hoist(js`new Set(${data(keys)})`);
  const columns = simple.fields.map((f) => js`const ${name("F", f)} = F[${integer(f)}];`);
  const read = js`function ${name("read", kind)}(a, n, I, F, x) {
${joined(columns, "\n")}
for (let i = 0; i < n; i++) {
const s = a[i];
if (!R.isObject(s)) return false;
const id = R.nameOf(${property(subject.fields[subject.key]!)});
if (id === null) return false;
let unusual = i === 0;
${joined(
  facts.map(
    ([f, c]) => js`${places.field(subject.fields[f]!)}${reader(measure, subject.fields[f]!, f, c, hoist)}`,
  ),
  "\n",
)}
${places.end}if (unusual && !R.onlyKnown(s, ${known})) return false;
I[i] = id;
${joined(
  simple.fields.map((f) => js`${name("F", f)}[i] = ${store(name("f", f), isTruth(f))};`),
  "\n",
)}
}
return true;
}`;
  const columnsOf = new Map(facts);
  const stages = simple.stages.map((s, k) => {
    const before = new Set(simple.stages.slice(0, k).flatMap((earlier) => earlier.fields));
    const checks = s.fields.filter((f) => !before.has(f));
    const wordsOf = (stage: SimpleStage) => stage.reasons.map((i) => Math.floor(i / BITS));
    const written = new Set(simple.stages.slice(0, k).flatMap(wordsOf));
    const fresh = new Set(wordsOf(s).filter((w) => !written.has(w)));
    return {
      stratum: s.stratum,
      name: name("direct", kind, s.stratum),
      code: stage(
        measure,
        simple,
        s,
        new Map(checks.map((f) => [f, columnsOf.get(f)!])),
        percents,
        fresh,
        places,
      ),
    };
  });
  const kept = measure.cells.filter(
    (c) =>
      c.subject === kind &&
      (c.body.kind === "placement" ||
        c.body.kind === "population" ||
        simple.stages.some((s) => s.kept.includes(c.id))),
  );
  const strata = measure.cells.reduce((most, c) => Math.max(most, c.stratum + 1), 0);
  const byStratum = Array.from(
    { length: strata },
    (_, s) => stages.find((stage) => stage.stratum === s)?.name ?? js`null`,
  );
  const cells = new Map(kept.map((c) => [c.id, cellColumn(c, infos[c.id] ?? null, sizes)]));
  const words = Math.ceil(simple.reasons.length / BITS);
  return {
    facts: columnsOf,
    cells,
    declarations: [read, ...stages.map((s) => s.code), outcome(measure, simple, cells, hoist)],
    program: js`{
facts: ${data(facts)},
cells: ${data([...cells])},
words: ${integer(words)},
ceilings: ${data(simple.stages.flatMap((s) => s.ceilings.map((c) => c.cell)))},
reasons: ${data(simple.reasons.map((r) => r.cite))},
read: ${name("read", kind)},
stages: [${byStratum}],
outcomes: ${name("outcome", kind)}
}`,
  };
}

/**
 * One loop: facts and earlier cells into variables, the statements, what is kept back into columns. The stage that
 * reads a fact first also checks its range, whoever supplied the column.
 */
function stage(
  measure: Measure,
  simple: SimpleKind,
  s: SimpleStage,
  checks: ReadonlyMap<number, FactColumn>,
  percents: readonly number[],
  fresh: ReadonlySet<number>,
  places: Places,
): Code {
  const subject = measure.subjects[simple.kind]!;
  const truthCell = (id: number): boolean => measure.cells[id]!.type.kind === "truth";
  const inParts = new Set(s.parts.flatMap((p) => p.reasons));
  const partWords = new Set(s.parts.map((p) => p.word));
  const bits = bitsOf(
    simple,
    s.reasons.filter((i) => !inParts.has(i)),
  );
  const parts = s.parts.map((p) => part(measure, simple, s, p, fresh.has(p.word)));
  const cells = [...new Set([...s.earlier, ...s.kept])].sort((a, b) => a - b);
  const doubtful = [...checks].some(([, column]) => column.percent);
  const lines = [
    ...s.fields.map((f) => js`const ${name("F", f)} = F[${integer(f)}];`),
    ...cells.map((id) => js`const ${name("C", id)} = C[${integer(id)}];`),
    ...[...new Set([...s.ceilings.map((c) => c.cell), ...s.limits])].map(
      (cell) => js`const ${name("K", cell)} = K[${integer(cell)}];`,
    ),
    ...[...new Set([...partWords, ...bits.keys()])].map((w) => js`const ${name("W", w)} = W[${integer(w)}];`),
    ...(doubtful ? [js`let beyond = 0, within = 0;`] : []),
  ];
  const checkOf = (f: number): Code[] => {
    const column = checks.get(f);
    return column ? [checked(js`${name("F", f)}[i]`, column, percents.indexOf(f))] : [];
  };
  const body = [
    ...s.fields.flatMap((f) => {
      const truth = subject.fields[f]!.type.kind === "truth";
      const take = js`const ${name("f", f)} = ${load(js`${name("F", f)}[i]`, truth)};`;
      return parts.length > 0 ? [take] : [...checkOf(f), take];
    }),
    ...s.earlier.map((id) => js`const ${name("c", id)} = ${load(js`${name("C", id)}[i]`, truthCell(id))};`),
    ...[...partWords].map((w) => js`const ${name("w", w)} = ${name("W", w)}[i];`),
    s.code,
    ...(places === NOWHERE ? [] : [places.end]),
    ...s.kept.map((id) => js`${name("C", id)}[i] = ${store(name("c", id), truthCell(id))};`),
    ...s.ceilings.map(({ cell, code }) => js`${name("K", cell)}[i] = ${code};`),
    ...[...bits].map(([w, list]) => wordCode(w, list, fresh.has(w) && !partWords.has(w))),
  ];
  // Parts look at facts that were checked.
  const first = [
    js`for (let i = 0; i < n; i++) {`,
    ...s.fields.flatMap(checkOf),
    js`}`,
    ...s.parts.map((p) => js`if (!${partName(simple, s, p)}(n, I, F, C, K, W, x)) ${GIVE_UP}`),
  ];
  return js`${joined(parts, "")}function ${name("direct", simple.kind, s.stratum)}(n, I, F, C, K, W, x) {
${joined(lines, "\n")}
${parts.length > 0 ? js`${joined(first, "\n")}\n` : js``}for (let i = 0; i < n; i++) {
${joined(body, "\n")}
}
${doubtful ? js`x.beyond |= beyond;\nx.within |= within;` : js``}
return true;
}`;
}

const partName = (simple: SimpleKind, s: SimpleStage, p: SimplePart): Code =>
  name("part", simple.kind, s.stratum, p.word);

/** The conditions of one word of reasons, in a loop of their own. */
function part(measure: Measure, simple: SimpleKind, s: SimpleStage, p: SimplePart, fresh: boolean): Code {
  const subject = measure.subjects[simple.kind]!;
  const fact = (f: number): Code => load(js`${name("F", f)}[i]`, subject.fields[f]!.type.kind === "truth");
  const cell = (id: number): Code => load(js`${name("C", id)}[i]`, measure.cells[id]!.type.kind === "truth");
  const bits = bitsOf(simple, p.reasons).get(p.word)!;
  const lines = [
    ...p.fields.map((f) => js`const ${name("F", f)} = F[${integer(f)}];`),
    ...p.earlier.map((id) => js`const ${name("C", id)} = C[${integer(id)}];`),
    js`const ${name("W", p.word)} = W[${integer(p.word)}];`,
    js`for (let i = 0; i < n; i++) {`,
    ...p.fields.map((f) => js`const ${name("f", f)} = ${fact(f)};`),
    ...p.earlier.map((id) => js`const ${name("c", id)} = ${cell(id)};`),
    p.code,
    wordCode(p.word, bits, fresh),
    js`}`,
  ];
  return js`function ${partName(simple, s, p)}(n, I, F, C, K, W, x) {
${joined(lines, "\n")}
return true;
}
`;
}

/** Reasons as bits, by word. */
function bitsOf(simple: SimpleKind, reasons: readonly number[]): Map<number, Code[]> {
  const bits = new Map<number, Code[]>();
  for (const i of reasons) {
    const word = Math.floor(i / BITS);
    const bit = js`(${simple.reasons[i]!.code} ? ${integer(1 << (i % BITS))} : 0)`;
    const list = bits.get(word);
    if (list) list.push(bit);
    else bits.set(word, [bit]);
  }
  return bits;
}

const wordCode = (word: number, bits: readonly Code[], fresh: boolean): Code =>
  js`${name("W", word)}[i] ${fresh ? js`=` : js`|=`} ${joined(bits, " + ")};`;

/** Gives up at a slot that is no value of its type. */
function checked(slot: Code, column: FactColumn, percentBit: number): Code {
  const { array, low, high, step } = column;
  // Dates and texts are checked where they are read.
  if (array === "any" || (low === 0 && high === 0)) return js``;
  // A negative 32-bit integer is above every bound when it is read as unsigned.
  const outside =
    low === 0 && array !== "float64"
      ? js`${slot} >>> 0 > ${integer(high)}`
      : js`${slot} < ${integer(low)} || ${slot} > ${integer(high)}`;
  const lines = [js`if (${outside}) ${GIVE_UP}`];
  if (step !== 1) lines.push(js`if (${slot} % ${integer(step)} !== 0) ${GIVE_UP}`);
  if (column.percent) {
    const one = integer(column.by!);
    const flag = integer(1 << percentBit);
    lines.push(
      js`if (${slot} > ${one} || ${slot} < 0) beyond |= ${flag};\nelse if (${slot} > 0 && ${slot} < ${one}) within |= ${flag};`,
    );
  }
  return joined(lines, "\n");
}

// ──────────────────────────────── facts ────────────────────────────────

const property = (field: Field): Code =>
  field.alias === null ? js`s[${text(field.name)}]` : js`(s[${text(field.name)}] ?? s[${text(field.alias)}])`;

const GIVE_UP: Code = js`return false;`;

/** Statements that declare `f<field>`; they return false for what they do not take. */
function reader(measure: Measure, field: Field, index: number, column: FactColumn, hoist: Hoist): Code {
  const [given, fact] = [name("s", index), name("f", index)];
  const source = js`const ${given} = ${property(field)};\nlet ${fact};`;
  const take = taking(measure, field, given, fact, column, hoist);
  if (field.default === null) return js`${source}\n${take}`;
  const own = js`${fact} = x.defaults[${integer(index)}];\nif (${fact} === undefined) ${GIVE_UP}\nunusual = true;`;
  return js`${source}\nif (${given} === undefined || ${given} === null) {\n${own}\n} else {\n${take}\n}`;
}

function taking(
  measure: Measure,
  { type }: Field,
  given: Code,
  fact: Code,
  column: FactColumn,
  hoist: Hoist,
): Code {
  switch (type.kind) {
    case "number": {
      const by = integer(column.by!);
      // Its range is checked in the column, which must hold it as it is.
      const holds =
        column.array === "int32" ? js`(${fact} | 0) !== ${fact}` : js`!(Math.abs(${fact}) < 1e15)`;
      // A decimal of at most 15 digits is the only one that this quotient gives back; a text, null, NaN never is.
      return js`${fact} = Math.round(${given} * ${by}) + 0;\nif (${fact} / ${by} !== ${given} || ${holds}) ${GIVE_UP}`;
    }
    case "truth":
      return js`if (typeof ${given} !== "boolean") ${GIVE_UP}\n${fact} = ${given};`;
    case "choice": {
      const { members, former } = measure.enumerations[type.enumeration]!;
      const byName = new Map<string, number>();
      for (const f of former) byName.set(f.name, f.member);
      for (const [i, m] of members.entries()) byName.set(m, i);
      const find =
        byName.size <= 8
          ? [...byName].reduceRight(
              (rest, [word, i]) => js`${given} === ${text(word)} ? ${integer(i)} : ${rest}`,
              js`-1`,
            )
          : js`${hoist(js`new Map(${data([...byName])})`)}.get(${given}) ?? -1`;
      return js`${fact} = ${find};\nif (${fact} < 0) ${GIVE_UP}`;
    }
    case "text":
      return js`${fact} = R.nameOf(${given});\nif (${fact} === null) ${GIVE_UP}`;
    case "date":
      return js`${fact} = R.dayOf(${given});\nif (${fact} === null) ${GIVE_UP}`;
    case "party":
    case "link":
    case "links":
    case "list":
      throw new Error("no simple kind has a fact of this type");
  }
}

// ─────────────────────────────── outcomes ───────────────────────────────

function outcome(
  measure: Measure,
  simple: SimpleKind,
  columns: ReadonlyMap<number, Column>,
  hoist: Hoist,
): Code {
  const named = measure.cells.filter((c) => c.subject === simple.kind && c.name !== null);
  const slot = (cell: Cell): Code => js`${name("C", cell.id)}[i]`;
  const entry = (cell: Cell): Code =>
    js`${key(cell.name!)}: ${shown(measure, cell, slot(cell), columns.get(cell.id)!, hoist)}`;
  const grades = named.filter((c) => c.body.kind === "grade");
  const values = named.filter((c) => c.body.kind !== "grade").map(entry);
  // Mostly there is one scale; its grades are objects that rows share.
  const only = grades.length === 1 ? grades[0]! : null;
  const lines = [...named.map((c) => js`const ${name("C", c.id)} = C[${integer(c.id)}];`)];
  if (only?.type.kind === "choice") {
    const { members } = measure.enumerations[only.type.enumeration]!;
    lines.push(js`const grades = R.gradesBy(${text(only.name!)}, ${hoist(data(members))});`);
  }
  const texts = simple.reasons.map((r) => measure.citations[r.cite]!.text);
  if (texts.length > 0) lines.push(js`const reasons = R.reasonsBy(${hoist(data(texts))}, W);`);
  const fields = [
    text(measure.subjects[simple.kind]!.name),
    js`I[i]`,
    only ? js`grades(${slot(only)})` : js`{ ${grades.map(entry)} }`,
    js`{ ${values} }`,
    texts.length > 0 ? js`reasons(i)` : js`[]`,
    ...[js`true`, js`batch`, js`i`],
  ];
  return js`function ${name("outcome", simple.kind)}(n, I, C, W, batch) {
${joined(lines, "\n")}
const list = new Array(n);
for (let i = 0; i < n; i++) list[i] = new R.Outcome(${fields});
return list;
}`;
}

/** A property name; `__proto__` in a literal would set the prototype instead. */
const key = (word: string): Code => (word === "__proto__" ? js`[${text(word)}]` : text(word));

/** A named cell as results show it: numbers as written, members by name. */
function shown(measure: Measure, cell: Cell, slot: Code, { by, rep }: Column, hoist: Hoist): Code {
  switch (cell.type.kind) {
    case "number": {
      if (by !== null) return js`${slot} / ${integer(by)} + 0`;
      const { num, den } = cell.type.display.factor;
      return js`R.shown(${slot}, ${hoist(data(rep))}, ${text(`${num}/${den}`)})`;
    }
    case "choice":
      return js`${hoist(data(measure.enumerations[cell.type.enumeration]!.members))}[${slot}] ?? null`;
    case "date":
      return js`R.dayText(${slot})`;
    case "truth":
      return load(slot, true);
    case "text":
      return slot;
    case "party":
    case "link":
    case "links":
      throw new Error("no simple kind has a cell of this type");
  }
}
