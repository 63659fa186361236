import type { Field, Measure } from "../../src/compiler/ir/ir.ts";
import type { RawCohort } from "../reference/reference.ts";

/** A cohort as tables of text, as an office would hand them in: one of each kind of subject and of each list of records. */
export interface TextTable {
  readonly kind: string;
  readonly list: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function tablesOf(measure: Measure, cohort: RawCohort): TextTable[] {
  return measure.subjects
    .filter((kind) => !kind.of)
    .flatMap((kind): TextTable[] => {
      const subjects = (cohort[kind.name] ?? []) as readonly Record<string, unknown>[];
      const key = kind.fields[kind.key]!.name;
      const plain = kind.fields.filter((f) => !f.derived && f.type.kind !== "list");
      const lists = kind.fields.filter((f) => !f.derived && f.type.kind === "list");
      const own: TextTable = {
        kind: kind.name,
        list: null,
        header: plain.map((f) => f.name),
        rows: subjects.map((s) => plain.map((f) => cell(s[f.name]))),
      };
      const records = lists.map((list): TextTable => {
        const fields = fieldsOf(measure, list);
        return {
          kind: kind.name,
          list: list.name,
          header: [
            fields.some((f) => f.name === key) ? `${kind.name}.${key}` : key,
            ...fields.map((f) => f.name),
          ],
          rows: subjects.flatMap((s) =>
            ((s[list.name] ?? []) as readonly Record<string, unknown>[]).map((r) => [
              cell(s[key]),
              ...fields.map((f) => cell(r[f.name])),
            ]),
          ),
        };
      });
      return [own, ...records];
    });
}

function fieldsOf(measure: Measure, list: Field): readonly Field[] {
  if (list.type.kind !== "list") return [];
  return measure.records[list.type.record]!.fields.filter((f) => !f.derived && f.type.kind !== "list");
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  return Array.isArray(value) ? value.map(cell).join("、") : String(value);
}

export const csvOf = ({ header, rows }: TextTable): string =>
  `${[header, ...rows].map((r) => r.map(quoted).join(",")).join("\n")}\n`;

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
