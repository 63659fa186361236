/** Which parts of the runtime a measure needs besides what every measure does; see the runtime's compiled.ts. */
import type { Parts } from "../../runtime/compiled.ts";
import type { Field, Measure } from "../ir/ir.ts";
import { type Code, js } from "./fragments.ts";

/** Parts that are needed where certain helpers are called. */
export type AskedPart = "history" | "workDays";
const CALLS: Readonly<Record<AskedPart, RegExp>> = {
  // Helpers that ask earlier results.
  history: /\bR\.(?:past|run|runLength|overYears|recordBefore|runOfRecords|lengthOfRecordRun)\b/,
  workDays: /\bR\.(?:workingDay|openWorkingDay)\b/,
};

/** The code is asked instead of the expressions, so that no way to an operation is forgotten. */
export const asksFor = (part: AskedPart, code: string): boolean => CALLS[part].test(code);

const PARTS: Readonly<Record<keyof Parts, Code>> = {
  direct: js`direct: R.direct`,
  passes: js`passes: R.passes`,
  placements: js`placements: R.placements`,
  populations: js`populations: R.populations`,
  history: js`history: R.history`,
  workDays: js`workDays: R.workDays`,
  order: js`order: R.order`,
  lists: js`lists: R.lists`,
  records: js`records: R.records`,
  links: js`links: R.links`,
  years: js`years: R.years`,
  posts: js`posts: R.posts`,
  consequences: js`consequences: R.consequences`,
};

/**
 * The parts that the measure's declarations ask for.
 * @param direct whether there is a direct program, by kind
 */
export function partsDeclared(
  { subjects, records, cells, consequences, parameters }: Measure,
  direct: readonly boolean[],
): ReadonlySet<keyof Parts> {
  const fields: Field[] = [...subjects, ...records].flatMap((s) => s.fields);
  const has = (...kinds: readonly Field["type"]["kind"][]): boolean =>
    fields.some((f) => kinds.includes(f.type.kind));
  const needed: Readonly<Record<Exclude<keyof Parts, AskedPart>, boolean>> = {
    direct: direct.includes(true),
    passes: cells.some(
      (c) => direct[c.subject] && (c.body.kind === "placement" || c.body.kind === "population"),
    ),
    placements: cells.some((c) => c.body.kind === "placement"),
    populations: cells.some((c) => c.body.kind === "population"),
    order: parameters.some((p) => p.above !== null),
    lists: has("list"),
    records: subjects.some((s) => s.of !== undefined),
    links: has("link", "links") || subjects.some((s) => s.of !== undefined),
    years: fields.some((f) => f.yearly),
    posts: fields.some((f) => f.type.kind === "party" && f.type.dated),
    consequences: consequences.length > 0,
  };
  return new Set((Object.keys(needed) as (keyof typeof needed)[]).filter((part) => needed[part]));
}

/** All parts as properties. @param code all that was emitted */
export function partsOf(measure: Measure, direct: readonly boolean[], code: readonly Code[]): Code[] {
  const declared = partsDeclared(measure, direct);
  const texts = code.map(String);
  const asked = (part: keyof Parts): boolean =>
    (part === "history" || part === "workDays") && texts.some((text) => asksFor(part, text));
  return (Object.keys(PARTS) as (keyof Parts)[])
    .filter((part) => declared.has(part) || asked(part))
    .map((part) => PARTS[part]);
}
