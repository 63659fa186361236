/**
 * The direct program of a simple kind (see simple-kinds.ts): records or columns → columns of facts → columns of
 * cells, stage by stage → outcomes or columns. Its functions go over all subjects in one loop. Whatever is
 * unusual about a record (a text where a number is expected, a missing fact, a value out of range) makes it
 * give up, and the reader that knows every form and explains every mistake takes the whole cohort.
 */
import { multiply, rational } from "../../runtime/rational.ts";
import type { Cell, Field, Measure, NumberType } from "../ir/ir.ts";
import { cellColumn, factColumn, load, store } from "./columns.ts";
import { type Code, data, integer, joined, js, name, text } from "./fragments.ts";
import { holdingOf, limitOf, repOf, shapeOf } from "./represent.ts";
import type { SimpleKind, SimpleStage } from "./simple-kinds.ts";
import type { Num } from "./strict-block.ts";

type Info = Pick<Num, "shape" | "held"> | null;
type Hoist = (code: Code) => Code;

/** Reasons and doubtful columns are bits of small integers. */
const BITS = 30;

/** A power of ten up to which every decimal slot divides to the nearest double of its decimal. */
const POWER_OF_TEN = /^10{0,14}$/;

export interface DirectKind {
  readonly declarations: readonly Code[];
  /** A `DirectProgram` of the runtime. */
  readonly program: Code;
}

/** null: one of its facts needs the general reader. */
export function directKind(
  measure: Measure,
  simple: SimpleKind,
  infos: readonly Info[],
  hoist: Hoist,
): DirectKind | null {
  const { kind } = simple;
  const subject = measure.subjects[kind]!;
  const sizes = measure.enumerations.map((e) => e.members.length);
  const readers = new Map(
    simple.fields.map((f) => [f, readerOf(measure, subject.fields[f]!, f, hoist)] as const),
  );
  if ([...readers.values()].some((r) => r === null)) return null;
  const percents = simple.fields.filter((f) => readers.get(f)!.percent);
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
  simple.fields.map((f) => readers.get(f)!.code(percents.indexOf(f))),
  "\n",
)}
if (unusual && !R.onlyKnown(s, ${known})) return false;
I[i] = id;
${joined(
  simple.fields.map((f) => js`${name("F", f)}[i] = ${store(name("f", f), isTruth(f))};`),
  "\n",
)}
}
return true;
}`;
  const stages = simple.stages.map((s) => ({
    stratum: s.stratum,
    name: name("direct", kind, s.stratum),
    code: stage(measure, simple, s),
  }));
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
  const factColumns = simple.fields.map((f) => [f, factColumn(subject.fields[f]!, sizes)]);
  const cellColumns = kept.map((c) => [c.id, cellColumn(c, infos[c.id] ?? null, sizes)]);
  const words = Math.ceil(simple.reasons.length / BITS);
  return {
    declarations: [read, ...stages.map((s) => s.code), outcome(measure, simple, infos, hoist)],
    program: js`{
facts: ${data(factColumns)},
cells: ${data(cellColumns)},
words: ${integer(words)},
reasons: ${data(simple.reasons.map((r) => r.cite))},
percents: ${data(percents)},
read: ${name("read", kind)},
stages: [${byStratum}],
outcomes: ${name("outcome", kind)}
}`,
  };
}

/** One loop: facts and earlier cells into variables, the statements, what is kept back into columns. */
function stage(measure: Measure, simple: SimpleKind, s: SimpleStage): Code {
  const subject = measure.subjects[simple.kind]!;
  const truthCell = (id: number): boolean => measure.cells[id]!.type.kind === "truth";
  const bits = new Map<number, Code[]>();
  for (const i of s.reasons) {
    const word = Math.floor(i / BITS);
    const bit = js`(${simple.reasons[i]!.code} ? ${integer(1 << (i % BITS))} : 0)`;
    bits.set(word, [...(bits.get(word) ?? []), bit]);
  }
  const cells = [...new Set([...s.earlier, ...s.kept])].sort((a, b) => a - b);
  const lines = [
    ...s.fields.map((f) => js`const ${name("F", f)} = F[${integer(f)}];`),
    ...cells.map((id) => js`const ${name("C", id)} = C[${integer(id)}];`),
    ...[...bits.keys()].map((w) => js`const ${name("W", w)} = W[${integer(w)}];`),
  ];
  const body = [
    ...s.fields.map((f) => {
      const slot = load(js`${name("F", f)}[i]`, subject.fields[f]!.type.kind === "truth");
      return js`const ${name("f", f)} = ${slot};`;
    }),
    ...s.earlier.map((id) => js`const ${name("c", id)} = ${load(js`${name("C", id)}[i]`, truthCell(id))};`),
    s.code,
    ...s.kept.map((id) => js`${name("C", id)}[i] = ${store(name("c", id), truthCell(id))};`),
    ...[...bits].map(([w, list]) => js`${name("W", w)}[i] |= ${joined(list, " + ")};`),
  ];
  return js`function ${name("direct", simple.kind, s.stratum)}(n, I, F, C, W, x) {
${joined(lines, "\n")}
for (let i = 0; i < n; i++) {
${joined(body, "\n")}
}
return true;
}`;
}

// ──────────────────────────────── facts ────────────────────────────────

interface Reader {
  /** Its column is doubtful when all of it lies within 0 to 1. */
  readonly percent: boolean;
  /** Statements that declare `f<field>`; they return false for what they do not take. */
  readonly code: (percentBit: number) => Code;
}

const property = (field: Field): Code =>
  field.alias === null ? js`s[${text(field.name)}]` : js`(s[${text(field.name)}] ?? s[${text(field.alias)}])`;

const GIVE_UP: Code = js`return false;`;

function readerOf(measure: Measure, field: Field, index: number, hoist: Hoist): Reader | null {
  const { type } = field;
  const [given, fact] = [name("s", index), name("f", index)];
  const wrap = (percent: boolean, take: (bit: number) => Code): Reader => ({
    percent,
    code: (bit) => {
      const source = js`const ${given} = ${property(field)};\nlet ${fact};`;
      if (field.default === null) return js`${source}\n${take(bit)}`;
      const own = js`${fact} = x.defaults[${integer(index)}];\nif (${fact} === undefined) ${GIVE_UP}\nunusual = true;`;
      return js`${source}\nif (${given} === undefined || ${given} === null) {\n${own}\n} else {\n${take(bit)}\n}`;
    },
  });
  switch (type.kind) {
    case "number":
      return numberReader(field, type, given, fact, wrap);
    case "truth":
      return wrap(false, () => js`if (typeof ${given} !== "boolean") ${GIVE_UP}\n${fact} = ${given};`);
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
      return wrap(false, () => js`${fact} = ${find};\nif (${fact} < 0) ${GIVE_UP}`);
    }
    case "text":
      return wrap(false, () => js`${fact} = R.nameOf(${given});\nif (${fact} === null) ${GIVE_UP}`);
    case "date":
      return wrap(false, () => js`${fact} = R.dayOf(${given});\nif (${fact} === null) ${GIVE_UP}`);
    case "party":
    case "link":
    case "links":
    case "list":
      return null;
  }
}

function numberReader(
  field: Field,
  type: NumberType,
  given: Code,
  fact: Code,
  wrap: (percent: boolean, take: (bit: number) => Code) => Reader,
): Reader | null {
  const shape = shapeOf(type);
  const rep = repOf(holdingOf(shape), limitOf(type));
  const factor = field.asFraction ? rational(1) : type.display.factor;
  if (rep.kind !== "int" || type.step === null || type.step.num === 0n) return null;
  const shift = multiply(factor, rational(rep.scale));
  if (shift.den !== 1n || !POWER_OF_TEN.test(shift.num.toString())) return null;
  const slot = (value: { num: bigint; den: bigint }) => (value.num * BigInt(rep.scale)) / value.den;
  const [low, high, step] = [slot(shape.low!), slot(shape.high!), slot(type.step)];
  const percent =
    !field.asFraction &&
    factor.num === 1n &&
    factor.den === 100n &&
    (type.high === null || type.high.num * 100n > type.high.den);
  const by = integer(shift.num);
  return wrap(percent, (bit) => {
    // A decimal of at most 15 digits is the only one that this quotient gives back; a text, null, NaN never is.
    const lines = [
      js`${fact} = Math.round(${given} * ${by}) + 0;`,
      js`if (${fact} / ${by} !== ${given} || ${fact} < ${integer(low)} || ${fact} > ${integer(high)}) ${GIVE_UP}`,
    ];
    if (step !== 1n) lines.push(js`if (${fact} % ${integer(step)} !== 0) ${GIVE_UP}`);
    if (percent) {
      const flag = integer(1 << bit);
      lines.push(
        js`if (${given} > 1 || ${given} < 0) x.beyond |= ${flag};\nelse if (${given} > 0 && ${given} < 1) x.within |= ${flag};`,
      );
    }
    return joined(lines, "\n");
  });
}

// ─────────────────────────────── outcomes ───────────────────────────────

function outcome(measure: Measure, simple: SimpleKind, infos: readonly Info[], hoist: Hoist): Code {
  const named = measure.cells.filter((c) => c.subject === simple.kind && c.name !== null);
  const entry = (cell: Cell): Code =>
    js`${key(cell.name!)}: ${shown(measure, cell, infos[cell.id] ?? null, hoist)}`;
  const grades = named.filter((c) => c.body.kind === "grade").map(entry);
  const values = named.filter((c) => c.body.kind !== "grade").map(entry);
  const words = Math.ceil(simple.reasons.length / BITS);
  const lines: Code[] = [];
  for (let w = 0; w < words; w++) {
    const tests = simple.reasons
      .slice(w * BITS, (w + 1) * BITS)
      .map(
        (reason, i) =>
          js`if (${name("w", w)} & ${integer(1 << i)}) reasons.push(${text(measure.citations[reason.cite]!.text)});`,
      );
    lines.push(
      js`const ${name("w", w)} = ${name("W", w)}[i];\nif (${name("w", w)} !== 0) {\n${joined(tests, "\n")}\n}`,
    );
  }
  const subject = text(measure.subjects[simple.kind]!.name);
  return js`function ${name("outcome", simple.kind)}(n, I, C, W, batch) {
${joined(
  named.map((c) => js`const ${name("C", c.id)} = C[${integer(c.id)}];`),
  "\n",
)}
${joined(
  Array.from({ length: words }, (_, w) => js`const ${name("W", w)} = W[${integer(w)}];`),
  "\n",
)}
const list = new Array(n);
for (let i = 0; i < n; i++) {
const reasons = [];
${joined(lines, "\n")}
list[i] = new R.Outcome(${subject}, I[i], { ${grades} }, { ${values} }, reasons, true, batch, i);
}
return list;
}`;
}

/** A property name; `__proto__` in a literal would set the prototype instead. */
const key = (word: string): Code => (word === "__proto__" ? js`[${text(word)}]` : text(word));

/** A named cell as results show it: numbers as written, members by name. */
function shown(measure: Measure, cell: Cell, info: Info, hoist: Hoist): Code {
  const slot = js`${name("C", cell.id)}[i]`;
  switch (cell.type.kind) {
    case "number": {
      const { factor } = cell.type.display;
      const held = info!.held;
      if (held.kind === "int" && factor.num === 1n) {
        const by = held.scale / factor.den;
        if (held.scale % factor.den === 0n && POWER_OF_TEN.test(by.toString()) && small(info!))
          return js`${slot} / ${integer(by)} + 0`;
      }
      return js`R.shown(${slot}, ${hoist(data(repOf(held)))}, ${text(`${factor.num}/${factor.den}`)})`;
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

/** Its slots have at most 15 digits, so that a JSON number shows them all. */
function small({ shape, held }: NonNullable<Info>): boolean {
  if (held.kind !== "int" || shape.low === null || shape.high === null) return false;
  const limit = 10n ** 15n;
  const size = (v: { num: bigint; den: bigint }) => ((v.num < 0n ? -v.num : v.num) * held.scale) / v.den;
  return size(shape.low) < limit && size(shape.high) < limit;
}
