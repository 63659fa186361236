/** The types of a cohort in columns: what each kind of subject takes, and what it gives. */
import { text } from "../emit/fragments.ts";
import { type ColumnsOfKind, columnsOfKinds } from "../emit/js-from-ir.ts";
import { factNote } from "../emit/schema-from-ir.ts";
import type { Cell, Field } from "../ir/ir.ts";
import { commentText } from "./source-places.ts";
import { doc, property, type TypeNames } from "./type-names.ts";

/** The declarations, and the signatures of `evaluateColumns`. */
export interface ColumnTypes {
  readonly declarations: readonly string[];
  readonly signatures: string;
}

export function columnTypes(names: TypeNames): ColumnTypes {
  const columns = columnsOfKinds(names.measure);
  const kinds = names.given.flatMap((kind) => {
    const own = columns[kind];
    return own ? [{ kind, own }] : [];
  });
  const declarations = kinds.flatMap(({ kind, own }) => [given(names, kind, own), results(names, kind, own)]);
  const signatures = kinds.map(({ kind }) => {
    const stem = names.kinds[kind]!;
    return `  evaluateColumns(input: ${stem}Columns, context: Context): ${stem}ColumnResults | null;\n`;
  });
  return {
    declarations,
    signatures:
      signatures.length > 0
        ? `  /** \`evaluateAll\` for bulk data in typed arrays; null where something is missing, wrong or undetermined. */
${signatures.join("")}`
        : `  /** Always null: the rules of this measure look at more than columns hold. Use \`evaluateAll\`. */
  evaluateColumns(input: never, context: Context): null;
`,
  };
}

function given(names: TypeNames, kind: number, { facts }: ColumnsOfKind): string {
  const stem = names.kinds[kind]!;
  const { name, fields } = names.measure.subjects[kind]!;
  const members = (nameOf: (f: Field) => string): string => {
    let out = "";
    for (const [i, f] of fields.entries()) {
      if (f.derived) continue;
      const read = facts.has(i);
      const comment = doc([factNote(names.measure, f), names.where(f.span)], "  ");
      const optional = read && f.default === null ? "" : "?";
      const type = read ? columnOf(names, f) : "InputColumn";
      out += `${comment}  readonly ${property(nameOf(f))}${optional}: ${type};\n`;
    }
    return `{\n${out}}`;
  };
  const type = `${stem}ColumnFacts`;
  const plain = fields.every((f) => f.derived || f.alias === null);
  const declared = plain
    ? `export type ${type} = ${members((f) => f.name)};\n`
    : `export type ${type} = ${type}ByName | ${type}ByAlias;

export type ${type}ByName = ${members((f) => f.name)};

export type ${type}ByAlias = ${members((f) => f.alias ?? f.name)};
`;
  const optional = names.given.length === 1 ? "?" : "";
  return `/** ${commentText(name)}: facts as columns of one length; those that no rule reads may be left out. */
${declared}
/** ${commentText(name)}: a cohort in columns. */
export type ${stem}Columns = {
  readonly kind${optional}: ${text(name).toString()};
  /** Needed where a rule looks at earlier years. */
  readonly ids?: readonly string[];
  readonly columns: ${type};
};
`;
}

function columnOf(names: TypeNames, { type }: Field): string {
  switch (type.kind) {
    case "number":
      return "NumberColumn";
    case "truth":
      return "TruthColumn";
    case "choice": {
      const { former } = names.measure.enumerations[type.enumeration]!;
      const own = names.enumerations[type.enumeration]!;
      const known = [own, ...former.map((f) => text(f.name).toString())];
      return `OptionColumn<${known.join(" | ")}>`;
    }
    case "date":
    case "text":
    case "party":
    case "link":
    case "links":
    case "list":
      return "readonly string[]";
  }
}

function results(names: TypeNames, kind: number, { cells }: ColumnsOfKind): string {
  const { measure } = names;
  const stem = names.kinds[kind]!;
  const member = (c: Cell): string => {
    const unit = c.type.kind === "number" ? c.type.display.unit : "";
    const comment = doc([unit, names.cite(c.cite), names.where(c.span)], "    ");
    return `${comment}    readonly ${property(c.name!)}: ${resultOf(names, c, cells.get(c.id)?.by ?? null)};\n`;
  };
  const named = measure.cells.filter((c) => c.subject === kind && c.name !== null && cells.has(c.id));
  const braces = (own: readonly Cell[]): string =>
    own.length === 0 ? "{}" : `{\n${own.map(member).join("")}  }`;
  return `/** ${commentText(measure.subjects[kind]!.name)}: results in columns, in the order of the input. */
export interface ${stem}ColumnResults extends ColumnsOut {
  readonly grades: ${braces(named.filter((c) => c.body.kind === "grade"))};
  readonly values: ${braces(named.filter((c) => c.body.kind !== "grade"))};
}
`;
}

/** As `evaluateColumns` of the runtime gives it: `by` is what whole numbers are divided by, where they are whole. */
function resultOf(names: TypeNames, { type }: Cell, by: number | null): string {
  switch (type.kind) {
    case "number":
      return by === null ? "readonly JsonNumber[]" : "ScaledColumn";
    case "truth":
      return "Uint8Array";
    case "choice":
      return `CodedColumn<${names.enumerations[type.enumeration]!}>`;
    case "date":
    case "text":
    case "party":
    case "link":
    case "links":
      return "readonly string[]";
  }
}
