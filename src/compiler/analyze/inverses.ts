import type { Phrase } from "../../diagnostics/message.ts";
import { inMessage, labelled, phrase } from "../../diagnostics/phrases.ts";
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
          refuse(field, name.text, phrase("links-to-no-other-subject"), problems);
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
                related: [labelled("first-declared-here", before.span)],
              },
            ),
          );
        else found[target]!.set(name.text, { name, kind: kind.index, field: field.index });
      }
    }
  for (const record of records)
    for (const field of record.fields)
      for (const name of namesOf(field))
        refuse(field, name.text, phrase("column-of-record", { record: record.name }), problems);
  return found;
}

const namesOf = (field: FieldSymbol) =>
  field.node.attributes.flatMap((a) => (a.kind === "inverse" ? [a.name] : []));

function refuse(field: FieldSymbol, inverse: string, why: Phrase, problems: Problem[]): void {
  problems.push(
    problem("BF2060", { name: field.name, inverse, ...inMessage("why", why) }, { span: field.node.span }),
  );
}
