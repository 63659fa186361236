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

/** Both lists without repetition; the same list when one adds nothing, so that unions stay cheap. */
export function unite(a: Causes, b: Causes): Causes {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const all = new CauseSet();
  all.add(a);
  all.add(b);
  return all.list().length === a.length ? a : all.list();
}

/** Gathers causes of many values in linear time. */
export class CauseSet {
  private readonly seen = new Set<string>();
  private readonly lists = new Set<Causes>();
  private readonly out: Cause[] = [];
  /** Folded once, when so many had been gathered: those who share it share one cause. */
  private fold: { readonly of: number; readonly causes: Causes } | null = null;
  add(causes: Causes): void {
    if (causes.length === 0 || this.lists.has(causes)) return;
    this.lists.add(causes);
    for (const cause of causes) {
      const key = keyOf(cause);
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      this.out.push(cause);
    }
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

/** More causes than this that differ only in the subject are told as one. */
const MOST = 10;
/** How many subjects such a cause names. */
const NAMED = 3;

/** What a cause of many subjects stands for, by subject. */
const parts = new WeakMap<ManySubjects, ReadonlyMap<string, Causes>>();

/** What a cause of many subjects stands for, as plain data. */
export type PartsOfCause = ReadonlyMap<string, Causes>;

export const partsBySubject = (cause: ManySubjects): PartsOfCause => parts.get(cause) ?? new Map();

/** Of a copy of such a cause. */
export function restoreParts(cause: ManySubjects, bySubject: PartsOfCause): void {
  parts.set(cause, bySubject);
}

/** The causes of single subjects that a cause stands for; of all, or of one. */
export function partsOf(cause: Cause, subject?: string): Causes {
  if (cause.kind !== "many-subjects") return subject === undefined ? [cause] : NO_CAUSES;
  const all = parts.get(cause);
  return subject === undefined ? [...(all?.values() ?? [])].flat() : (all?.get(subject) ?? NO_CAUSES);
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
  const bySubject = new Map<string, Causes>();
  let field = "";
  let within: string | undefined;
  let issue: ManySubjects["issue"] = "missing-fact";
  for (const cause of list.flatMap((c) => partsOf(c))) {
    if (!("subject" in cause)) continue;
    field = cause.field;
    within = listOf(cause);
    issue = cause.kind;
    bySubject.set(cause.subject, unite(bySubject.get(cause.subject) ?? NO_CAUSES, [cause]));
  }
  const subjects = [...bySubject.keys()].slice(0, NAMED);
  const one: ManySubjects = {
    ...{ kind: "many-subjects", issue, field, ...(within !== undefined && { list: within }) },
    ...{ count: bySubject.size, subjects },
  };
  parts.set(one, bySubject);
  return one;
}
