import type { Language } from "../../diagnostics/message.ts";
import type { SubjectResult } from "../../runtime/result.ts";
import { reach } from "./figures.ts";
import { LISTED } from "./page-facts.ts";
import { type PageGatherer, personKey } from "./page-gather.ts";
import { placeSentence } from "./place-words.ts";

/** Sentences on the places of those who are explained, by `personKey`. */
export function placesOfPeople(
  all: PageGatherer,
  people: readonly SubjectResult[],
  language: Language,
): ReadonlyMap<string, readonly string[]> {
  const sentences = new Map<string, string[]>();
  for (const [i, { kind, ranked }] of all.lists.entries()) {
    const wanted = new Map(people.flatMap((s) => (s.kind === kind ? [[s.id, s]] : [])));
    // A rank that the measure names is among the values.
    const table = ranked === null || ranked.place !== null || wanted.size === 0 ? null : all.table(i);
    if (ranked === null || table === null) continue;
    let at = -1;
    for (const row of table.rows()) {
      at++;
      const s = wanted.get(String(row[LISTED.id]));
      if (s === undefined) continue;
      const known = reach(sentences, personKey(s), (): string[] => []);
      known.push(placeSentence(table.place(at), s, ranked, language));
      wanted.delete(s.id);
      if (wanted.size === 0) break;
    }
  }
  return sentences;
}
