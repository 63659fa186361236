/**
 * Causes of what is open. A comparison makes what is missing of each subject a cause for all the others; where many
 * causes differ only in the subject, they are told as one that everybody shares, so that a cohort has no more causes
 * than facts.
 */
import type { Cause, ManySubjects } from "./result.ts";

export type Causes = readonly Cause[];
export const NO_CAUSES: Causes = [];

const keys = new WeakMap<Cause, string>();

function keyOf(cause: Cause): string {
  let key = keys.get(cause);
  if (key === undefined) {
    key = JSON.stringify(cause);
    keys.set(cause, key);
  }
  return key;
}

// Of missing and wrong facts there may be as many causes as facts: they are told apart without a text of each.
const isOfFact = (c: Cause) => c.kind === "missing-fact" || c.kind === "bad-fact";
const sortOf = (c: Cause): string => (isOfFact(c) ? `${c.kind}/${c.list ?? ""}/${c.field}` : "");
const keyWithin = (c: Cause): string => (isOfFact(c) ? c.subject : keyOf(c));

const same = (a: Cause, b: Cause): boolean =>
  a === b || (keyWithin(a) === keyWithin(b) && sortOf(a) === sortOf(b));

/** Both lists without repetition; the same list when one adds nothing, so that unions stay cheap. */
export function unite(a: Causes, b: Causes): Causes {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  if (a.length * b.length > FEW) {
    const all = new CauseSet();
    all.add(a);
    all.add(b);
    return all.list().length === a.length ? a : all.list();
  }
  const more = b.filter((cause) => !a.some((known) => same(known, cause)));
  return more.length === 0 ? a : [...a, ...more];
}

/** So few pairs are compared one by one. */
const FEW = 64;

/** Gathers causes of many values in linear time. */
export class CauseSet {
  private readonly seen = new Map<string, Set<string>>();
  /** Those that many values share. */
  private readonly lists = new Set<Causes>();
  private readonly out: Cause[] = [];
  /** Folded once, when so many had been gathered: those who share it share one cause. */
  private fold: { readonly of: number; readonly causes: Causes } | null = null;
  add(causes: Causes): void {
    if (causes.length === 0 || this.lists.has(causes)) return;
    if (causes.length > SHORT || causes.some((c) => c.kind === "many-subjects")) this.lists.add(causes);
    for (const cause of causes) if (this.isNew(cause)) this.out.push(cause);
  }
  private isNew(cause: Cause): boolean {
    const sort = sortOf(cause);
    const seen = this.seen.get(sort) ?? new Set();
    this.seen.set(sort, seen);
    return seen.size < seen.add(keyWithin(cause)).size;
  }
  list(): Causes {
    return this.out;
  }
  /** Those that differ only in the subject as one, where they are many. */
  folded(): Causes {
    if (this.fold?.of !== this.out.length) this.fold = { of: this.out.length, causes: fold(this.out) };
    return this.fold.causes;
  }
}

/** Longer lists are hardly of one value alone. */
const SHORT = 16;

/** More causes than this that differ only in the subject are told as one. */
const MOST = 10;
/** How many subjects such a cause names. */
const NAMED = 3;

/** What a cause of many subjects stands for, by subject. */
const parts = new WeakMap<ManySubjects, PartsOfCause>();

/** Mostly a subject has one cause, for which a list would be most of what it takes. */
export type PartOfCause = Cause | Causes;
const listOfPart = (part: PartOfCause): Causes => ("kind" in part ? [part] : part);

/** What a cause of many subjects stands for, by subject: a map, or what is read like one. */
export interface PartsOfCause {
  get(subject: string): PartOfCause | undefined;
  entries(): Iterable<readonly [subject: string, part: PartOfCause]>;
}

export const partsBySubject = (cause: ManySubjects): PartsOfCause => parts.get(cause) ?? new Map();

/** Of a copy of such a cause, or kept in another way. */
export function restoreParts(cause: ManySubjects, bySubject: PartsOfCause): void {
  parts.set(cause, bySubject);
}

/** The causes of single subjects that a cause stands for; of all, or of one. */
export function partsOf(cause: Cause, subject?: string): Causes {
  if (cause.kind !== "many-subjects") return subject === undefined ? [cause] : NO_CAUSES;
  const all = parts.get(cause);
  if (subject !== undefined) return listOfPart(all?.get(subject) ?? NO_CAUSES);
  return [...(all?.entries() ?? [])].flatMap(([, part]) => part);
}

function fold(causes: Causes): Causes {
  if (causes.length <= MOST) return causes;
  const alike = new Map<string, Cause[]>();
  for (const [i, c] of causes.entries()) {
    // Those that stand for many stay as they are while they are few: to take them apart costs as many.
    const key =
      "field" in c ? JSON.stringify([c.kind, "issue" in c ? c.issue : "", c.field, listOf(c)]) : `${i}`;
    const before = alike.get(key);
    if (before) before.push(c);
    else alike.set(key, [c]);
  }
  return [...alike.values()].flatMap((list) => (list.length > MOST ? [asOne(list)] : list));
}

const listOf = (c: Cause): string | undefined => ("list" in c ? c.list : undefined);

function asOne(list: Causes): Cause {
  const bySubject = new Map<string, PartOfCause>();
  let field = "";
  let within: string | undefined;
  let issue: ManySubjects["issue"] = "missing-fact";
  const take = (cause: Cause): void => {
    if (!("subject" in cause)) return;
    field = cause.field;
    within = listOf(cause);
    issue = cause.kind;
    const before = bySubject.get(cause.subject);
    bySubject.set(cause.subject, before === undefined ? cause : unite(listOfPart(before), [cause]));
  };
  for (const cause of list) {
    if (cause.kind === "many-subjects") partsOf(cause).forEach(take);
    else take(cause);
  }
  const subjects = [...bySubject.keys()].slice(0, NAMED);
  const one: ManySubjects = {
    ...{ kind: "many-subjects", issue, field, ...(within !== undefined && { list: within }) },
    ...{ count: bySubject.size, subjects },
  };
  parts.set(one, bySubject);
  return one;
}
