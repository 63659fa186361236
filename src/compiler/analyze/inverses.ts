import type { Problem } from "../../diagnostics/problem.ts";
import { problem } from "../../diagnostics/problem.ts";
import type { FieldSymbol, InverseSymbol, KindSymbol, RecordSymbol } from "./model.ts";

/** The ways back along links (反称), by kind of subject they lead to. Reports those that cannot be. */
export function inversesOf(
  kinds: readonly Omit<KindSymbol, "inverses">[],
  records: readonly RecordSymbol[],
  problems: Problem[],
): readonly ReadonlyMap<string, InverseSymbol>[] {
  const found = kinds.map(() => new Map<string, InverseSymbol>());
  for (const kind of kinds)
    for (const field of kind.fields) {
      for (const name of namesOf(field)) {
        if (field.type === null) continue;
        if (field.type.kind !== "link" && field.type.kind !== "links") {
          refuse(field, name.text, "不联系别的对象", "links to no other subject", problems);
          continue;
        }
        const target = field.type.subject;
        const before =
          found[target]!.get(name.text)?.name ?? kinds[target]!.fieldByName.get(name.text)?.node.name;
        if (before)
          problems.push(
            problem(
              "BF2003",
              { name: name.text },
              {
                span: name.span,
                related: [{ span: before.span, zh: "第一次声明在这里", en: "first declared here" }],
              },
            ),
          );
        else found[target]!.set(name.text, { name, kind: kind.index, field: field.index });
      }
    }
  for (const record of records)
    for (const field of record.fields)
      for (const name of namesOf(field))
        refuse(field, name.text, `是记录“${record.name}”的一栏`, "is a column of a record", problems);
  return found;
}

const namesOf = (field: FieldSymbol) =>
  field.node.attributes.flatMap((a) => (a.kind === "inverse" ? [a.name] : []));

function refuse(field: FieldSymbol, inverse: string, why: string, whyEn: string, problems: Problem[]): void {
  problems.push(problem("BF2060", { name: field.name, inverse, why, whyEn }, { span: field.node.span }));
}
