import type { Language } from "../diagnostics/message.ts";
import type { Tables, TypeTable } from "../runtime/abi.ts";
import { type JsonValue, NOT_APPLICABLE, type SubjectResult } from "../runtime/result.ts";
import type { Session } from "./session.ts";
import { table } from "./table.ts";
import { valueText } from "./values.ts";

/** What is known of one subject: the facts as reported and the values computed from them, with units. */
export function factsTable(subject: SubjectResult, tables: Tables, s: Session, language: Language): string[] {
  const zh = language === "zh";
  const kind = tables.subjects.find((k) => k.name === subject.kind);
  const key = kind?.fields[kind.key]?.name;
  const text = (value: JsonValue | undefined, type: TypeTable | undefined, optional = false) => {
    if (value === null || value === undefined) {
      return (optional ? s.paint.faint : s.paint.warning)(zh ? "没有填报" : "not reported");
    }
    const unit = type?.kind === "number" && value !== NOT_APPLICABLE ? type.unit : "";
    return valueText(value, language) + unit;
  };
  const facts = Object.keys(subject.facts)
    .filter((name) => name !== key)
    .map((name) => {
      const field = kind?.fields.find((f) => f.name === name);
      const type = field?.type.kind === "list" ? undefined : field?.type;
      return [name, text(subject.facts[name], type, field?.optional)];
    });
  const values = Object.keys(subject.values).map((name) => {
    const value = subject.values[name];
    const type = tables.cells.find(
      (c) => c.name === name && tables.subjects[c.subject]?.name === subject.kind,
    )?.type;
    const open = value === null ? s.paint.warning(valueText(null, language)) : text(value, type);
    return [name, open];
  });
  return table(
    [{}, {}],
    [
      ...(facts.length === 0 ? [] : [[s.paint.info(zh ? "报来的事实" : "Facts")], ...indented(facts)]),
      ...(values.length === 0 ? [] : [[s.paint.info(zh ? "算出的数值" : "Values")], ...indented(values)]),
    ],
    { columns: s.io.columns },
  );
}

function indented(rows: readonly (readonly string[])[]): string[][] {
  return rows.map(([name, ...rest]) => [`  ${name}`, ...rest]);
}
