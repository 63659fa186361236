/** The data of an example in a few words: what is not at rest, subject by subject. */
import type * as ir from "../compiler/ir/ir.ts";
import { PERIOD_KEY } from "../runtime/fact-periods.ts";
import type { Witness } from "./witness.ts";

type Row = Readonly<Record<string, unknown>>;

/** Lines as 甲（村）：得分 88分，事故 重大；其余2项为0、否或者第一个选项 */
export function factsWords(
  measure: ir.Measure,
  { data, kind, id }: Witness,
  language: "zh" | "en",
): string[] {
  const zh = language === "zh";
  const kinds = [kind, ...Object.keys(data.cohort).filter((k) => k !== kind)];
  const lines = kinds.flatMap((k) => {
    const subject = measure.subjects.find((s) => s.name === k);
    if (!subject) return [];
    return (data.cohort[k] ?? []).map((row) => {
      const name = String((row as Row)[subject.fields[subject.key]!.name]);
      const own = k === kind && name === id;
      const said = subjectWords(measure, subject, row as Row, zh);
      return zh
        ? `${name}（${k}${own ? "" : "，同时参加"}）：${said}`
        : `${name} (${k}${own ? "" : ", beside it"}): ${said}`;
    });
  });
  const parameters = Object.entries(data.context.parameters ?? {});
  if (parameters.length > 0) {
    const said = parameters.map(([n, v]) => `${n} ${valueWords(null, v, zh)}`).join(zh ? "，" : ", ");
    lines.push(zh ? `待定参数：${said}` : `open figures: ${said}`);
  }
  for (const past of data.context.history ?? [])
    for (const s of past.subjects) {
      const grades = Object.entries(s.grades).map(
        ([n, g]) => `${n} ${g.grade ?? (zh ? "没有评定" : "none")}`,
      );
      const values = Object.entries({ ...s.values, ...s.facts }).map(
        ([n, v]) => `${n} ${valueWords(null, v, zh)}`,
      );
      const said = [...grades, ...values].join(zh ? "，" : ", ");
      if (said !== "") lines.push(zh ? `${past.year}年 ${s.id}：${said}` : `${past.year} ${s.id}: ${said}`);
    }
  return lines;
}

function subjectWords(
  measure: ir.Measure,
  subject: ir.Measure["subjects"][number],
  row: Row,
  zh: boolean,
): string {
  let rest = 0;
  const said = subject.fields.flatMap((f, i) => {
    if (i === subject.key || f.derived || !Object.hasOwn(row, f.name) || row[f.name] === undefined) return [];
    if (isAtRest(measure, f, row[f.name])) {
      rest += 1;
      return [];
    }
    return [`${f.name} ${fieldWords(measure, f, row[f.name], zh)}`];
  });
  if (rest > 0)
    said.push(
      zh
        ? `${said.length > 0 ? "其余" : ""}${rest}项为0、否、空或者第一个选项`
        : `${rest} ${said.length > 0 ? "other " : ""}fact${rest === 1 ? "" : "s"} zero, no, empty or the first option`,
    );
  return said.join(zh ? "，" : ", ");
}

function isAtRest(measure: ir.Measure, { type }: ir.Field, value: unknown): boolean {
  switch (type.kind) {
    case "number":
      return value === 0;
    case "truth":
      return value === false;
    case "choice":
      return value === measure.enumerations[type.enumeration]!.members[0];
    case "list":
    case "links":
    case "party":
      return Array.isArray(value) && value.length === 0;
    case "text":
    case "date":
    case "link":
      return false;
  }
}

function fieldWords(measure: ir.Measure, field: ir.Field, value: unknown, zh: boolean): string {
  if (field.type.kind !== "list" || !Array.isArray(value)) return valueWords(field, value, zh);
  const columns = measure.records[field.type.record]!.fields;
  const records = value.map((record: Row) => {
    const parts = columns
      .filter((c) => Object.hasOwn(record, c.name) && !isAtRest(measure, c, record[c.name]))
      .map((c) => `${c.name} ${valueWords(c, record[c.name], zh)}`);
    const period = Object.hasOwn(record, PERIOD_KEY) ? [String(record[PERIOD_KEY])] : [];
    return `(${[...period, ...parts].join(zh ? "，" : ", ")})`;
  });
  return zh ? `${records.length}条${records.join("")}` : `${records.length}: ${records.join("")}`;
}

function valueWords(field: ir.Field | null, value: unknown, zh: boolean): string {
  if (typeof value === "boolean") return zh ? (value ? "是" : "否") : value ? "yes" : "no";
  if (value === null || value === undefined) return zh ? "没有" : "none";
  if (Array.isArray(value)) return value.length === 0 ? (zh ? "没有" : "none") : value.join(zh ? "、" : ", ");
  if (typeof value === "object" && "text" in value) return String(value.text);
  const unit = field?.type.kind === "number" && !field.asFraction ? field.type.display.unit : "";
  return `${String(value)}${typeof value === "number" || field?.type.kind === "number" ? unit : ""}`;
}
