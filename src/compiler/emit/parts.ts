/** Which parts of the runtime a measure needs besides what every measure does; see the runtime's compiled.ts. */
import type { Parts } from "../../runtime/compiled.ts";
import type { Field, Measure } from "../ir/ir.ts";
import { type Code, js } from "./fragments.ts";

/** Helpers that ask earlier results. */
const HISTORY = /\bR\.(?:past|run|runLength|overYears|recordBefore|runOfRecords|lengthOfRecordRun)\b/;
const WORK_DAYS = /\bR\.(?:workingDay|openWorkingDay)\b/;

const PARTS: Readonly<Record<keyof Parts, Code>> = {
  direct: js`direct: R.direct`,
  passes: js`passes: R.passes`,
  placements: js`placements: R.placements`,
  populations: js`populations: R.populations`,
  history: js`history: R.history`,
  workDays: js`workDays: R.workDays`,
  lists: js`lists: R.lists`,
  records: js`records: R.records`,
  links: js`links: R.links`,
  years: js`years: R.years`,
  posts: js`posts: R.posts`,
  consequences: js`consequences: R.consequences`,
};

/**
 * @param direct whether there is a direct program, by kind
 * @param code what was emitted; asked instead of the expressions, so that no way to an operation is forgotten
 */
export function partsOf(
  { subjects, records, cells, consequences }: Measure,
  direct: readonly boolean[],
  code: readonly Code[],
): Code[] {
  const fields: Field[] = [...subjects, ...records].flatMap((s) => s.fields);
  const has = (...kinds: readonly Field["type"]["kind"][]): boolean =>
    fields.some((f) => kinds.includes(f.type.kind));
  const calls = (what: RegExp): boolean => code.some((c) => what.test(c.toString()));
  const needed: Readonly<Record<keyof Parts, boolean>> = {
    direct: direct.includes(true),
    passes: cells.some(
      (c) => direct[c.subject] && (c.body.kind === "placement" || c.body.kind === "population"),
    ),
    placements: cells.some((c) => c.body.kind === "placement"),
    populations: cells.some((c) => c.body.kind === "population"),
    history: calls(HISTORY),
    workDays: calls(WORK_DAYS),
    lists: has("list"),
    records: subjects.some((s) => s.of !== undefined),
    links: has("link", "links") || subjects.some((s) => s.of !== undefined),
    years: fields.some((f) => f.yearly),
    posts: fields.some((f) => f.type.kind === "party" && f.type.dated),
    consequences: consequences.length > 0,
  };
  return (Object.keys(PARTS) as (keyof Parts)[]).filter((part) => needed[part]).map((part) => PARTS[part]);
}
