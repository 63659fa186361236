/** The types of what a measure is given: facts of subjects, records, parameters. */
import { periodsPerYear } from "../../runtime/periods.ts";
import { text } from "../emit/fragments.ts";
import { factNote } from "../emit/schema-from-ir.ts";
import type { Field, ListType, Type } from "../ir/ir.ts";
import { doc, property, type TypeNames, union } from "./type-names.ts";

export function factTypes(names: TypeNames): string[] {
  const { measure } = names;
  const all = [...measure.subjects, ...measure.records].flatMap((owner) => owner.fields);
  return [
    NUMBER_TEXT,
    ...(all.some((f) => f.type.kind === "party" && f.type.dated) ? [TERM] : []),
    ...measure.enumerations.map(
      (e, i) => `${doc([e.name])}export type ${names.enumerations[i]!} = ${union(e.members)};\n`,
    ),
    ...measure.records.map((r, i) => {
      const list = all.find((f) => f.type.kind === "list" && f.type.record === i)?.type;
      return owner(
        names,
        `${names.records[i]!}Record`,
        r.name,
        r.fields,
        null,
        list?.kind === "list" ? list : null,
      );
    }),
    ...names.given.flatMap((kind) => {
      const { name, fields, key } = measure.subjects[kind]!;
      const type = `${names.kinds[kind]!}Facts`;
      return [owner(names, type, name, fields, key, null), draft(names, kind)];
    }),
    parameters(names),
    context(names),
  ];
}

const NUMBER_TEXT =
  "/** A number as a text: all its digits count. */\nexport type NumberText = `$" + "{number}`;\n";

const TERM = `/** Someone who held a post, and from when to when (YYYY-MM-DD). */
export type Term =
  | { readonly 姓名: string; readonly 自?: string | null; readonly 至?: string | null }
  | { readonly name: string; readonly from?: string | null; readonly to?: string | null };
`;

/** Facts have a name and may have a second one; who uses the second ones uses them throughout. */
function owner(
  names: TypeNames,
  type: string,
  name: string,
  fields: readonly Field[],
  key: number | null,
  list: ListType | null,
): string {
  const members = (nameOf: (f: Field) => string): string => {
    let out = "";
    for (const [i, f] of fields.entries()) if (!f.derived) out += member(names, f, nameOf(f), i === key);
    if (list !== null && list.frequency !== "many" && !fields.some((f) => f.name === "期"))
      out += "  readonly 期?: number | string | null;\n";
    return out;
  };
  const head = doc([name]);
  if (fields.every((f) => f.derived || f.alias === null))
    return `${head}export type ${type} = {\n${members((f) => f.name)}};\n`;
  return `${head}export type ${type} = ${type}ByName | ${type}ByAlias;

export type ${type}ByName = {
${members((f) => f.name)}};

export type ${type}ByAlias = {
${members((f) => f.alias ?? f.name)}};
`;
}

/** A fact that is not known is null; what the measure lets be left out has a question mark. */
function member(names: TypeNames, f: Field, name: string, isKey: boolean): string {
  const other = f.alias === null ? "" : name === f.name ? f.alias : f.name;
  const comment = doc([other, factNote(names.measure, f), names.where(f.span)], "  ");
  const optional = f.optional || f.default !== null ? "?" : "";
  const type = isKey ? "string | number" : `${fact(names, f)} | null`;
  return `${comment}  readonly ${property(name)}${optional}: ${type};\n`;
}

function fact(names: TypeNames, f: Field): string {
  const type =
    f.type.kind === "list" ? `readonly ${names.records[f.type.record]!}Record[]` : written(names, f.type);
  return f.applies === undefined ? type : `${type} | "不适用" | "not applicable"`;
}

/** The exact form of a value; the runtime also reads the forms that tables have (是, 2019年1月3日). */
function written(names: TypeNames, type: Type): string {
  switch (type.kind) {
    case "number":
      return "number | NumberText";
    case "truth":
      return "boolean";
    case "choice": {
      const { former } = names.measure.enumerations[type.enumeration]!;
      const own = names.enumerations[type.enumeration]!;
      return former.length === 0 ? own : `${own} | ${union(former.map((f) => f.name))}`;
    }
    case "date":
      return "string";
    case "text":
    case "link":
      return "string | number";
    case "party":
      return type.dated ? "string | readonly (string | Term)[]" : "string | readonly string[]";
    case "links":
      return "string | readonly string[]";
  }
}

function draft(names: TypeNames, kind: number): string {
  const stem = names.kinds[kind]!;
  const { fields, key } = names.measure.subjects[kind]!;
  const id = fields[key]!;
  const part = (facts: string, name: string): string =>
    `Partial<${facts}> & Pick<${facts}, ${text(name).toString()}>`;
  const type = fields.every((f) => f.derived || f.alias === null)
    ? part(`${stem}Facts`, id.name)
    : `(${part(`${stem}FactsByName`, id.name)}) | (${part(`${stem}FactsByAlias`, id.alias ?? id.name)})`;
  return `/** Facts as far as they are filled in. */\nexport type ${stem}Draft = ${type};\n`;
}

function parameters(names: TypeNames): string {
  const members = names.measure.parameters.map((p) => {
    const unit = p.type.kind === "number" ? p.type.display.unit : "";
    const comment = doc([names.cite(p.cite), unit, names.where(p.span)], "  ");
    return `${comment}  readonly ${property(p.name)}?: ${written(names, p.type)} | null;\n`;
  });
  const says = "/** Figures that the measure leaves open, or that may be given another value. */\n";
  return `${says}export type Parameters = ${members.length === 0 ? "{}" : `{\n${members.join("")}}`};\n`;
}

function context({ measure }: TypeNames): string {
  const count = periodsPerYear(measure.period);
  const periods = Array.from({ length: count }, (_, i) => i + 1).join(" | ");
  const period =
    count === 1
      ? "  readonly period?: 1;\n"
      : `  /** Which period of the year is assessed. */\n  readonly period: ${periods};\n`;
  return `/** What an evaluation needs besides the facts. */
export type Context = Omit<EvaluationContext, "parameters" | "period"> & {
  readonly parameters?: Parameters;
${period}};
`;
}
