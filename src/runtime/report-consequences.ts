/** Consequences of the clauses that fired, merged by target and measure with every basis kept. */
import type { ArgumentTable, ConsequenceTable, OpenContext, Tables, TargetTable } from "./abi.ts";
import { addPeriod, dayText } from "./calendar.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { SettledCohort } from "./context.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import { type Causes, Interval, type Term, Unknown, whyOf } from "./open-values.ts";
import { periodDays, periodName } from "./periods.ts";
import { inOffice } from "./posts.ts";
import { absorbed, type Draft, PENDING, taken } from "./report-merging.ts";
import type { ConsequenceResult, Undetermined } from "./result.ts";
import { possibleWords, sortedCauses, toWords } from "./show.ts";

const NO_RECORD = undefined as unknown as OpenRecord;

/** The consequences of each subject and of his records; what they leave open is added to `open`. */
export function consequencesIn(
  compiled: CompiledMeasure,
  settled: SettledCohort,
): (row: OpenRow, own: readonly OpenRow[], open: Undetermined[]) => ConsequenceResult[] {
  const received = receivedOnce(compiled, settled);
  return (row, own, open) => {
    const { drafts, unsure } = received.get(row) ?? { drafts: [], unsure: [] };
    const all = consequencesOf(compiled, [row, ...own], settled.context, open, drafts);
    open.push(...unsure);
    return all;
  };
}

/** What others bring about, or may bring about, for a subject. */
interface Received {
  readonly drafts: Draft[];
  readonly unsure: Undetermined[];
}

/** 只计一次: what others bring about for a subject, by the subject. */
function receivedOnce(
  compiled: CompiledMeasure,
  { rows, row, context }: SettledCohort,
): ReadonlyMap<OpenRow, Received> {
  const received = new Map<OpenRow, Received>();
  if (!compiled.tables.consequences.some((q) => q.repeat === "once")) return received;
  for (const list of rows)
    for (const r of list) {
      if (r.lacking) continue;
      for (const { to, draft, unsure } of sentFrom(compiled, row(r.kind, r.index), context)) {
        const so = received.get(to) ?? { drafts: [], unsure: [] };
        received.set(to, so);
        if (draft) so.drafts.push(draft);
        so.unsure.push(...unsure);
      }
    }
  return received;
}

/**
 * @param rows the subject and its records
 * @param received what others bring about once for the subject
 */
function consequencesOf(
  compiled: CompiledMeasure,
  rows: readonly OpenRow[],
  context: OpenContext,
  open: Undetermined[],
  received: readonly Draft[],
): ConsequenceResult[] {
  const { tables } = compiled;
  const merged = new Map<string, Draft[]>();
  const take = (draft: Draft): void => {
    const added = draft.combine !== null && draft.amount !== null;
    const key = JSON.stringify([
      draft.target,
      draft.targetIds,
      draft.action,
      draft.choice,
      draft.period,
      draft.combine,
      draft.period || added ? "" : `=${draft.argument}`,
      added ? null : draft.apart,
    ]);
    merged.set(key, taken(merged.get(key) ?? [], draft));
  };
  for (const table of tables.consequences)
    for (const row of rows) {
      // What is once for somebody else is told with him.
      if (receiver(table, row, context) !== null) continue;
      const draft = drafted(compiled, table, row, context, open);
      if (draft !== null) take(draft);
    }
  for (const draft of received) take(draft);
  return absorbed([...merged.values()].flat(), tables).map(
    ({ period: _p, combine: _c, amount: _a, apart: _o, ...result }) => result,
  );
}

/** 只计一次 on a linked subject: it is his, whoever brings it about. null: it stays where it arises. */
function receiver({ repeat, target }: ConsequenceTable, row: OpenRow, context: OpenContext): OpenRow | null {
  if (repeat !== "once" || target.kind === "self" || target.kind === "role") return null;
  return target.links.length === 0 ? null : follow(target.links, row, context);
}

/** What a row brings about once for other subjects, with the row it is for. */
function sentFrom(
  compiled: CompiledMeasure,
  row: OpenRow,
  context: OpenContext,
): { readonly to: OpenRow; readonly draft: Draft | null; readonly unsure: readonly Undetermined[] }[] {
  return compiled.tables.consequences.flatMap((table) => {
    if (table.repeat !== "once" || compiled.tables.clauses[table.clause]!.subject !== row.kind) return [];
    const to = receiver(table, row, context);
    if (!to) return [];
    const open: Undetermined[] = [];
    const draft = drafted(compiled, table, row, context, open);
    const called = (target: string) => (table.target.kind === "subject" ? "本人" : partyName(target));
    const unsure = open.map((u) => ({ ...u, target: called(u.target!), object: row.id }));
    return [{ to, draft: draft && { ...draft, target: called(draft.target) }, unsure }];
  });
}

/** 所在单位.主要领导 is 主要领导 to the unit. */
const partyName = (target: string): string => target.split(/[.的]/).at(-1)?.trim() ?? target;

/** The consequence of a row, when its clause fires; else null, and what is open is noted. */
function drafted(
  compiled: CompiledMeasure,
  table: ConsequenceTable,
  row: OpenRow,
  context: OpenContext,
  open: Undetermined[],
): Draft | null {
  const { tables } = compiled;
  const clause = tables.clauses[table.clause]!;
  if (clause.subject !== row.kind) return null;
  const fires = row.c[clause.when];
  if (fires === true && !applies(table.target, row, context, tables)) return null;
  if (fires === true)
    return spared(compiled, draftOf(compiled, table, row, context, open), table, row, context, open);
  if (fires instanceof Unknown)
    open.push(unsettled(compiled, table, row, actionNames(compiled, table).join("、"), fires.why));
  return null;
}

/** `part`: what of a certain consequence is open. */
function unsettled(
  { tables }: CompiledMeasure,
  { cite, target }: ConsequenceTable,
  row: OpenRow,
  name: string,
  why: Causes,
  part?: Undetermined["part"],
  possible: readonly string[] = [],
): Undetermined {
  return {
    what: "consequence",
    name,
    cite: tables.citations[cite]!.text,
    possible,
    because: sortedCauses(why, row.id),
    target: target.kind === "self" ? (target.called ?? "本人") : target.text,
    ...(tables.subjects[row.kind]!.of && { object: recordOf(row) }),
    ...(part && { part }),
  };
}

/** 第2季度: of a record of a subject. */
const recordOf = (row: OpenRow): string => row.id.slice(row.id.lastIndexOf("/") + 1);

/** 对 某人 免除: takes the exempted names out; null when nobody is left. */
function spared(
  compiled: CompiledMeasure,
  draft: Draft,
  table: ConsequenceTable,
  row: OpenRow,
  context: OpenContext,
  open: Undetermined[],
): Draft | null {
  let { targetIds } = draft;
  const unsure = ({ why }: Unknown): void => {
    open.push(unsettled(compiled, table, row, draft.action, why, "person"));
  };
  for (const s of table.spares) {
    const holds = row.c[s.when];
    if (holds === true) {
      const at = follow(s.links, row, context);
      const party = s.field === null ? at && [at.id] : at?.f[s.field];
      if (Array.isArray(party)) targetIds = targetIds.filter((name) => !party.includes(name));
      else if (party instanceof Unknown && party.why.length > 0) unsure(party);
    } else if (holds instanceof Unknown) unsure(holds);
  }
  return targetIds.length === 0 && draft.targetIds.length > 0 ? null : { ...draft, targetIds };
}

const actionNames = (compiled: CompiledMeasure, table: ConsequenceTable): string[] =>
  table.actions.map((a) => compiled.tables.actions[a.action]!.name);

function draftOf(
  compiled: CompiledMeasure,
  table: ConsequenceTable,
  row: OpenRow,
  context: OpenContext,
  open: Undetermined[],
): Draft {
  const { tables } = compiled;
  const names = actionNames(compiled, table);
  const [first] = table.actions;
  const { category, polarity } = tables.actions[first!.action]!;
  const argument = table.actions.length === 1 ? first!.argument : null;
  const cite = tables.citations[table.cite]!.text;
  const shown = showArgument(compiled, argument, row, context, (possible, why) =>
    open.push(
      unsettled(
        compiled,
        table,
        row,
        names[0]!,
        why,
        argument?.kind === "period" ? "period" : "amount",
        possible,
      ),
    ),
  );
  return {
    ...targetOf(compiled, table.target, row, context, (why) =>
      open.push(unsettled(compiled, table, row, names[0]!, why, "person")),
    ),
    action: names.join("、"),
    category,
    polarity,
    ...shown,
    ...(table.repeat ? { objects: [row.id] } : tables.subjects[row.kind]!.of && { records: [recordOf(row)] }),
    apart: table.repeat === "each" ? row.id : null,
    period: argument?.kind === "period",
    combine: table.combine,
    amount: argument?.kind === "value" ? amountOf(compiled, argument, row, context) : null,
    modality: table.modality,
    by: table.by,
    choice: table.actions.length > 1 ? names : [],
    cites: [cite],
    mitigation: table.mitigations.flatMap((m) =>
      row.c[m.when] === true ? [tables.citations[m.cite]!.text] : [],
    ),
  };
}

/** Who it is aimed at: links are followed as far as the data go. */
function targetOf(
  compiled: CompiledMeasure,
  target: TargetTable,
  row: OpenRow,
  context: OpenContext,
  unsure: (why: Causes) => void,
): Pick<ConsequenceResult, "target" | "targetIds" | "called"> {
  switch (target.kind) {
    case "self":
      return { target: "本人", targetIds: [row.id], ...(target.called && { called: target.called }) };
    case "role":
      return { target: target.text, targetIds: [] };
    case "party": {
      const holder = follow(target.links, row, context);
      const party = holder?.f[target.field];
      if (target.holder)
        return { target: target.text, targetIds: heldBy(compiled, target, row, holder, context, unsure) };
      return { target: target.text, targetIds: Array.isArray(party) ? party : [] };
    }
    case "subject": {
      const subject = follow(target.links, row, context);
      const targetIds = subject ? [subject.id] : [];
      return { target: target.text, targetIds, ...(target.called && { called: target.called }) };
    }
  }
}

/** Who held a dated post, as far as it is known; what is not, and days without anybody, are reported. */
function heldBy(
  compiled: CompiledMeasure,
  { field, holder }: Extract<TargetTable, { kind: "party" }>,
  row: OpenRow,
  at: OpenRow | null,
  context: OpenContext,
  unsure: (why: Causes) => void,
): readonly string[] {
  const terms = at?.f[field];
  if (!at || !Array.isArray(terms)) {
    if (terms !== undefined) unsure(whyOf(terms));
    return [];
  }
  const post = (first: number, last: number, day: string): readonly string[] => {
    const names = inOffice(terms as readonly Term[], first, last);
    const { name } = compiled.tables.subjects[at.kind]!.fields[field]!;
    if (names.length === 0) unsure([{ kind: "vacant-post", subject: at.id, field: name, day }]);
    return names;
  };
  const [first, last] = periodDays(context);
  if (holder?.when !== "days")
    return holder?.when === "any" ? post(first, last, periodName(context)) : post(last, last, dayText(last));
  const days = compiled.open.figures[holder.days]!(row, NO_RECORD, context);
  if (days instanceof Unknown) {
    unsure(days.why);
    return [];
  }
  const all = typeof days === "number" ? [days] : [...new Set(days as readonly number[])];
  return [...new Set(all.flatMap((day) => post(day, day, dayText(day))))];
}

/** Whether there is a target at all: no link on the way and no party of it is 不适用. */
function applies(target: TargetTable, row: OpenRow, context: OpenContext, tables: Tables): boolean {
  if (target.kind === "self" || target.kind === "role") return true;
  const path = target.kind === "party" ? [...target.links, target.field] : target.links;
  return path.every((field, i) => {
    const at = follow(path.slice(0, i), row, context);
    const truth = at ? tables.subjects[at.kind]!.fields[field]!.applies : undefined;
    return truth === undefined || at!.f[truth] !== false;
  });
}

function follow(links: readonly number[], row: OpenRow, context: OpenContext): OpenRow | null {
  let at = row;
  for (const field of links) {
    const link = at.f[field];
    const next = typeof link === "number" ? context.follow(at.kind, field, link) : null;
    if (next === null) return null;
    at = next;
  }
  return at;
}

function showArgument(
  compiled: CompiledMeasure,
  argument: ArgumentTable | null,
  row: OpenRow,
  context: OpenContext,
  pending: (possible: readonly string[], why: ReturnType<typeof whyOf>) => void,
): Pick<ConsequenceResult, "argument" | "from" | "until"> {
  if (argument === null) return { argument: null, from: null, until: null };
  if (argument.kind === "value") {
    const value = compiled.open.figures[argument.figure]!(row, NO_RECORD, context);
    const words = toWords(value, argument.type, compiled.tables, context);
    if (words === null) pending(possibleWords(value, argument.type, compiled.tables), whyOf(value));
    return { argument: words ?? PENDING, from: null, until: null };
  }
  if (argument.from === null) return { argument: argument.text, from: null, until: null };
  const start = compiled.open.figures[argument.from]!(row, NO_RECORD, context);
  if (typeof start !== "number") {
    pending([], whyOf(start));
    return { argument: argument.text, from: null, until: null };
  }
  const end = addPeriod(start, argument.years, argument.months, argument.days);
  return { argument: argument.text, from: dayText(start), until: dayText(end) };
}

function amountOf(
  compiled: CompiledMeasure,
  argument: Extract<ArgumentTable, { kind: "value" }>,
  row: OpenRow,
  context: OpenContext,
): Draft["amount"] {
  const value = compiled.open.figures[argument.figure]!(row, NO_RECORD, context);
  if (!(value instanceof Interval)) return null;
  return { value, show: (v) => toWords(v, argument.type, compiled.tables, context) };
}
