/** Posts with dates of office: how they are written, and who held one on a day. */
import { dayText, parseDay } from "./calendar.ts";
import { BadValue, plain } from "./fact-values.ts";
import type { Term } from "./open-values.ts";

/** Longer texts are no terms of office. */
const LONGEST = 2000;

/**
 * `甲(2024-01-01至2024-06-30)、乙(2024-07-01至今)`, the same as a list of texts, or of `{姓名, 自, 至}`. Without
 * dates someone held the post all the time. One person's own terms must not overlap; several people's may.
 */
export function readPosts(raw: unknown): readonly Term[] | BadValue {
  const parts: unknown[] = typeof raw === "string" ? split(raw) : Array.isArray(raw) ? raw : [null];
  const terms: Term[] = [];
  for (const part of parts) {
    const term = typeof part === "string" ? fromText(part) : fromObject(part);
    if (term instanceof BadValue) return term;
    if (term.from !== null && term.to !== null && term.from > term.to)
      return new BadValue("bad-term", `${postText(term)}`);
    const twice = terms.find((t) => t.name === term.name && overlap(t, term.from, term.to));
    if (twice) return new BadValue("bad-term", `${postText(twice)}、${postText(term)}`);
    terms.push(term);
  }
  return terms;
}

const split = (text: string): string[] =>
  text.length > LONGEST
    ? [""]
    : text
        .split(/[、;；\n]/)
        .map((p) => p.trim())
        .filter((p) => p !== "");

function fromText(text: string): Term | BadValue {
  const folded = plain(text);
  const open = folded.indexOf("(");
  if (open < 0) return named(folded, null, null);
  if (!folded.endsWith(")")) return new BadValue("bad-term", text);
  const [first = "", last, ...more] = folded.slice(open + 1, -1).split(/至|到|~|—/);
  if (more.length > 0) return new BadValue("bad-term", text);
  const from = first.trim().replace(/^自/, "");
  // 自2024-07-01起 has no end.
  const start = last === undefined ? from.replace(/起$/, "") : from;
  return named(folded.slice(0, open).trim(), start, last === undefined ? null : last.trim());
}

const own = (record: object, key: string): unknown =>
  Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : undefined;

function fromObject(part: unknown): Term | BadValue {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return new BadValue("wrong-type");
  const known = new Set(["姓名", "名称", "name", "自", "from", "至", "to"]);
  if (!Object.keys(part).every((key) => known.has(key))) return new BadValue("wrong-type");
  const name = own(part, "姓名") ?? own(part, "名称") ?? own(part, "name");
  const from = own(part, "自") ?? own(part, "from") ?? null;
  const to = own(part, "至") ?? own(part, "to") ?? null;
  const isText = (v: unknown): v is string | null => v === null || typeof v === "string";
  if (typeof name !== "string" || !isText(from) || !isText(to)) return new BadValue("wrong-type");
  return named(plain(name), from, to);
}

const NOW = new Set(["", "今", "now"]);

function named(name: string, from: string | null, to: string | null): Term | BadValue {
  if (name === "") return new BadValue("wrong-type");
  const day = (text: string | null): number | null | undefined =>
    text === null || NOW.has(plain(text)) ? null : parseDay(plain(text));
  const [start, end] = [day(from), day(to)];
  if (start === undefined || end === undefined)
    return new BadValue("bad-term", `${name}(${from ?? ""}至${to ?? ""})`);
  return { name, from: start, to: end };
}

const overlap = (t: Term, first: number | null, last: number | null): boolean =>
  (t.from === null || last === null || t.from <= last) && (t.to === null || first === null || t.to >= first);

/** A term as it is written in a cell. */
export function postText({ name, from, to }: Term): string {
  if (from === null && to === null) return name;
  return `${name}(${from === null ? "" : dayText(from)}至${to === null ? "今" : dayText(to)})`;
}

/** Who held a post on any of the days from `first` to `last`, each once. */
export const inOffice = (terms: readonly Term[], first: number, last: number): readonly string[] => [
  ...new Set(terms.filter((t) => overlap(t, first, last)).map((t) => t.name)),
];
