import type { DataFiles } from "../../src/data/data-files.ts";
import type { Problem } from "../../src/diagnostics/problem.ts";
import type { ColumnType, DataSchema } from "../../src/facts/data-schema.ts";
import { describeFactProblem } from "../../src/facts/fact-problems.ts";
import type {
  EnumerationTable,
  FieldTable,
  OpenContext,
  OpenProgram,
  Tables,
} from "../../src/runtime/abi.ts";
import type { CompiledMeasure } from "../../src/runtime/compiled.ts";
import { readCohort } from "../../src/runtime/facts.ts";
import * as parts from "../../src/runtime/parts.ts";

/**
 * The tables of a measure without any rule, only as far as reading facts looks at them: so the way from a
 * file to a message about a fact is tested without a compiler.
 */
export function factProblems(read: DataFiles, schema: DataSchema, year: number): Problem[] {
  const enumerations: EnumerationTable[] = [];
  const records: { name: string; fields: FieldTable[] }[] = [];
  const fieldType = (type: ColumnType): FieldTable["type"] => {
    switch (type.kind) {
      case "number": {
        const percent = type.unit === "%";
        const shown = (text: string | null) => (text === null || !percent ? text : `${text}/100`);
        return {
          kind: "number",
          low: shown(type.low),
          high: shown(type.high),
          step: shown(type.step),
          unit: type.unit,
          factor: percent ? "1/100" : "1",
          rep: { kind: "rat" },
        };
      }
      case "choice":
        enumerations.push({ name: "", kind: "levels", members: type.members, former: [] });
        return { kind: "choice", enumeration: enumerations.length - 1 };
      case "link":
      case "links":
        return { kind: type.kind, subject: schema.kinds.findIndex((k) => k.name === type.subject) };
      case "list": {
        const fields = type.columns.map(field);
        records.push({ name: type.record, fields });
        return { kind: "list", record: records.length - 1, frequency: type.frequency };
      }
      case "truth":
      case "text":
      case "date":
      case "party":
        return { kind: type.kind };
    }
  };
  const field = (c: {
    name: string;
    alias: string | null;
    type: ColumnType;
    required: boolean;
  }): FieldTable => ({
    name: c.name,
    alias: c.alias,
    optional: !c.required,
    asFraction: false,
    hasDefault: false,
    used: true,
    type: fieldType(c.type),
  });
  const subjects = schema.kinds.map((k) => ({
    name: k.name,
    key: k.columns.findIndex((c) => c.name === k.key),
    fields: k.columns.map(field),
  }));
  const tables = { subjects, records, enumerations } as unknown as Tables;
  const none = (fields: readonly FieldTable[]) => fields.map(() => null);
  const open = {
    subjectDefaults: subjects.map((s) => none(s.fields)),
    recordDefaults: records.map((r) => none(r.fields)),
  } as unknown as OpenProgram;
  const found = readCohort({ tables, open, parts } as unknown as CompiledMeasure, read.cohort, {
    year,
    period: 1,
    per: "year",
  } as unknown as OpenContext);
  return found.problems.map((p) => describeFactProblem(p, read.positions));
}
