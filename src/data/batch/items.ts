import type { Problem } from "../../diagnostics/problem.ts";
import type { DataDocument, DocumentPath, ReadDocument } from "../document.ts";
import { placeOfItem, readJson, trailingComma } from "../json.ts";
import type { JsonItem } from "../json-cutter.ts";
import type { RawValue } from "../raw.ts";
import { checkAgainst } from "../schema-check.ts";

/** Items of a list that are read by themselves, with the places and the messages that they have in the whole document. */

/** Most that is told of what is wrong with items: beyond it they are one slip repeated. */
export const MOST_WRONG = 50;

/** The item as a document; its paths begin at the item. */
export function readItem(file: string, item: JsonItem): ReadDocument {
  if (item.comma === true) return { document: null, problems: [trailingComma(file, item)] };
  return readJson(file, item.text, placeOfItem(item));
}

/** The same as the document that it stands in, which has nothing else. */
export function inWhole(document: DataDocument, { list, index }: JsonItem): DataDocument {
  const steps = [...list, index];
  return {
    file: document.file,
    value: within(steps, document.value),
    lineOf: (of) => document.lineOf(of.slice(steps.length)),
  };
}

/** What is wrong with an item according to a part of a published schema. */
export function wrongIn(document: DataDocument, item: JsonItem, reference: string): Problem[] {
  return checkAgainst(inWhole(document, item), reference, document.value, [...item.list, item.index]);
}

function within(path: DocumentPath, value: RawValue): RawValue {
  let found = value;
  for (const step of [...path].reverse()) {
    if (typeof step === "number") {
      const list: RawValue[] = [];
      list[step] = found;
      found = list;
    } else found = { [step]: found };
  }
  return found;
}
