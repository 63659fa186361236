import type { Measure } from "../compiler/ir/ir.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { entry, isList, isRecord } from "./document.ts";
import type { RawValue } from "./raw.ts";
import { readDocument } from "./read-document.ts";
import { readText } from "./read-text.ts";
import { checkAgainst } from "./schema-check.ts";

/**
 * The inventory of a regulation (`inventory.yaml` beside its measure): for every rule of the regulation,
 * which provisions carry it and how. The ids and kinds of the rules stand in `inventory-ids.csv`, one file
 * for all regulations, so that a rule left out of an inventory is noticed.
 *
 * Order of reading: `readInventory` and `readInventoryIds` (the files), `accountFor` (against the measure).
 */

export const HOWS = ["computed", "checked", "scheduled", "routed", "recorded", "declared", "open"] as const;
export type How = (typeof HOWS)[number];

/** What stands before the first article: the names, parameters, kinds of subject. */
export const HEAD = "总则";

export interface InventoryRow {
  readonly id: string;
  /** Citations as written. */
  readonly clauses: readonly string[];
  readonly how: How;
  readonly code: string | null;
  readonly note: string | null;
  readonly line: number;
}

export interface Inventory {
  readonly file: string;
  /** Path of the measure as written, relative to this file. */
  readonly measure: string;
  readonly rows: readonly InventoryRow[];
}

export function readInventory(path: string): {
  readonly inventory: Inventory | null;
  readonly problems: readonly Problem[];
} {
  const { document, problems } = readDocument(path);
  if (document === null) return { inventory: null, problems };
  const wrong = checkAgainst(document, "inventory");
  if (wrong.length > 0) return { inventory: null, problems: [...problems, ...wrong] };
  const rows = entry(document.value, "rows");
  return {
    inventory: {
      file: document.file,
      measure: String(entry(document.value, "measure")),
      rows: Object.entries(isRecord(rows) ? rows : {}).map(([id, row]) => ({
        id,
        clauses: texts(entry(row, "clauses")),
        how: entry(row, "how") as How,
        code: text(entry(row, "code")),
        note: text(entry(row, "note")),
        line: document.lineOf(["rows", id]),
      })),
    },
    problems,
  };
}

const texts = (value: RawValue | undefined): string[] => (isList(value) ? value.map(String) : []);
const text = (value: RawValue | undefined): string | null => (typeof value === "string" ? value : null);

/** Ids of the rules of all regulations with their kinds: a table with the columns id and kind. */
export function readInventoryIds(path: string): {
  readonly ids: ReadonlyMap<string, string> | null;
  readonly problems: readonly Problem[];
} {
  const { file, problems } = readText(path);
  if (file === null) return { ids: null, problems };
  const [head, ...rows] = file.text.split(/\r?\n/).map((line) => line.split(",").map((c) => c.trim()));
  if (head?.[0] !== "id" || head[1] !== "kind") {
    const data = { file: path, row: 1 };
    const wrong = problem("BF4020", { rows: 1, key: "id", example: "id,kind" }, { data });
    return { ids: null, problems: [...problems, wrong] };
  }
  const known = rows.filter(([id]) => id !== undefined && id !== "");
  return { ids: new Map(known.map(([id, kind]) => [id!, kind ?? ""])), problems };
}

/** Kinds of rules that may compute nothing; of all others at most `DECLARED_SHARE` may be declared. */
const MAY_BE_DECLARED = ["purpose", "interpretation", "discretion", "publication"];
const DECLARED_SHARE = 0.03;

/** The account of an inventory. Lists are in the order of the inventory, the ids or the measure. */
export interface InventoryAccount {
  readonly total: number;
  readonly counts: Readonly<Record<How, number>>;
  readonly open: readonly { readonly id: string; readonly code: string }[];
  /** Rules without an entry. */
  readonly missing: readonly string[];
  /** Entries that are no rule of a known regulation. */
  readonly unknownIds: readonly string[];
  /** Provisions of the measure that no entry points to. */
  readonly unclaimed: readonly string[];
  /** Citations of provisions the measure does not have. */
  readonly unknownClauses: readonly {
    readonly id: string;
    readonly clause: string;
    readonly suggestion: string | null;
  }[];
  /** Open entries that do not say why. */
  readonly withoutCode: readonly string[];
  /** Entries whose provisions do nothing of the kind: computed by an article that only declares. */
  readonly notBorneOut: readonly { readonly id: string; readonly how: How }[];
  /** Declared entries of kinds that ought to do something; too many when there are more than `allowed`. */
  readonly declared: { readonly ids: readonly string[]; readonly allowed: number };
  readonly complete: boolean;
}

export function accountFor(
  inventory: Inventory,
  ids: ReadonlyMap<string, string>,
  measure: Measure,
): InventoryAccount {
  const { rows } = inventory;
  const entries = new Set(rows.map((r) => r.id));
  const regulations = new Set(rows.map((r) => regulationOf(r.id)));
  const rules = [...ids.keys()].filter((id) => regulations.size === 0 || regulations.has(regulationOf(id)));
  const mayDeclare = (id: string) => MAY_BE_DECLARED.some((kind) => (ids.get(id) ?? "").startsWith(kind));

  const provisions = provisionsOf(measure);
  const known = new Set([HEAD, ...measure.citations.map((c) => fold(c.text))]);
  const cited = new Set(rows.flatMap((r) => r.clauses.map(fold)));
  const unknownClauses = rows.flatMap(({ id, clauses }) =>
    clauses
      .filter((clause) => !known.has(fold(clause)))
      .map((clause) => ({ id, clause, suggestion: nearest(fold(clause), [...known]) })),
  );

  const counts = Object.fromEntries(HOWS.map((how) => [how, 0])) as Record<How, number>;
  for (const row of rows) counts[row.how] += 1;
  const declaredIds = rows.filter((r) => r.how === "declared" && !mayDeclare(r.id)).map((r) => r.id);
  const allowed = Math.floor(rules.filter((id) => !mayDeclare(id)).length * DECLARED_SHARE);

  const missing = rules.filter((id) => !entries.has(id));
  const unknownIds = rows.filter((r) => !ids.has(r.id)).map((r) => r.id);
  const unclaimed = provisions.filter((p) => !isClaimed(p, provisions, cited)).map((p) => p.text);
  const open = rows.filter((r) => r.how === "open");
  const withoutCode = open.filter((r) => r.code === null).map((r) => r.id);
  const notBorneOut = rows
    .filter((r) => r.clauses.every((c) => known.has(fold(c))) && !isBorneOut(r, provisions))
    .map(({ id, how }) => ({ id, how }));
  const faults = [missing, unknownIds, unclaimed, unknownClauses, withoutCode, notBorneOut];
  return {
    total: rows.length,
    counts,
    open: open.map((r) => ({ id: r.id, code: r.code ?? "" })),
    missing,
    unknownIds,
    unclaimed,
    unknownClauses,
    withoutCode,
    notBorneOut,
    declared: { ids: declaredIds, allowed },
    complete: faults.every((list) => list.length === 0) && declaredIds.length <= allowed,
  };
}

/** `GX` of `GX-17.1-2`: ids of one regulation begin alike. */
const regulationOf = (id: string): string => id.split("-")[0] ?? id;

/** Citations compare with brackets of either width and without spaces. */
const fold = (cite: string): string => cite.normalize("NFKC").replace(/\s/g, "");

/** A labelled provision and what it does by itself. */
interface Provision {
  readonly text: string;
  readonly path: readonly string[];
  readonly heading: boolean;
  readonly computes: boolean;
  readonly routes: boolean;
  readonly schedules: boolean;
}

/** Every labelled provision, also the rungs of a ladder, which are no entries of the outline. */
function provisionsOf(measure: Measure): Provision[] {
  const outlined = new Set(measure.outline.map((o) => o.cite));
  const effective = [
    ...measure.clauses.flatMap((c) => [c.cite, ...c.reasons.map((r) => r.cite)]),
    ...measure.requirements.map((r) => r.cite),
  ];
  const rungs = [...new Set(effective)].filter((cite) => !outlined.has(cite));
  const entries = [...measure.outline, ...rungs.map((cite) => ({ cite, handling: "computed" }) as const)];
  return entries.map(({ cite, handling }) => {
    const { text, path } = measure.citations[cite]!;
    const procedures = measure.procedures.filter((p) => p.cite === cite);
    return {
      text,
      path,
      heading: handling === "heading",
      computes: handling === "computed",
      routes: procedures.length > 0 || measure.draws.some((d) => d.cite === cite),
      schedules: procedures.some((p) => p.steps.some((step) => step.deadline !== null)),
    };
  });
}

const isWithin = (part: Provision, whole: Provision): boolean =>
  whole.path.every((label, i) => part.path[i] === label);

/** A mere heading is claimed by an entry for something under it. */
function isClaimed(p: Provision, all: readonly Provision[], cited: ReadonlySet<string>): boolean {
  if (cited.has(fold(p.text))) return true;
  return p.heading && all.some((q) => q !== p && isWithin(q, p) && cited.has(fold(q.text)));
}

/** Some cited provision, or one under it, does what the entry says. What is kept or left open can stand anywhere. */
function isBorneOut(row: InventoryRow, all: readonly Provision[]): boolean {
  const cited = new Set(row.clauses.map(fold));
  const wholes = all.filter((p) => cited.has(fold(p.text)));
  const parts = all.filter((p) => wholes.some((whole) => isWithin(p, whole)));
  switch (row.how) {
    case "computed":
    case "checked":
      return parts.some((p) => p.computes);
    case "scheduled":
      return parts.some((p) => p.schedules);
    case "routed":
      return parts.some((p) => p.routes || p.computes);
    case "recorded":
    case "declared":
    case "open":
      return true;
  }
}
