import type { KindSchema } from "../../facts/data-schema.ts";
import type { CohortBuilder } from "../cohort.ts";
import type { MutableRecord } from "../raw.ts";
import { readItem } from "./items.ts";
import { subjectRecord } from "./streams/documents.ts";
import type { DocumentList, StreamedRow } from "./streams/stream.ts";

/** Some subjects of a list in a document into the cohort, as they would be there with all others. */
export function addDocumentRows(
  file: string,
  kind: KindSchema,
  { path, fields, missing }: DocumentList,
  rows: readonly StreamedRow[],
  first: boolean,
  builder: CohortBuilder,
): void {
  const documentOf = (local: number) => {
    const { number, subject } = rows[local]!;
    return readItem(file, { list: path, index: number, ...subject! }).document!;
  };
  const records = rows.map((_, local): MutableRecord => subjectRecord(documentOf(local), kind));
  builder.append(kind, records, {
    name: { file },
    fields,
    missing: first ? missing : null,
    place(local, field, list) {
      const inner = list === null ? [] : [list.field, list.index];
      return { file, row: documentOf(local).lineOf([...inner, ...(field === null ? [] : [field])]) };
    },
  });
}
