/** The parts of the runtime, under the names of {@link Parts}. */
import type { Parts } from "./compiled.ts";
import { runDirect } from "./direct.ts";
import { passColumns } from "./direct-passes.ts";
import { resolveLinks } from "./fact-links.ts";
import { readList } from "./fact-lists.ts";
import { rowsOfRecords } from "./fact-records.ts";
import { datedKey, readYears, Years } from "./fact-years.ts";
import { History } from "./history.ts";
import { Inverse } from "./open-links.ts";
import { exactly } from "./open-values.ts";
import { putInOrder } from "./parameter-order.ts";
import { place } from "./placement.ts";
import { placeOpen, placesOf } from "./placement-open.ts";
import { populate } from "./population.ts";
import { populateOpen } from "./population-open.ts";
import { readPosts } from "./posts.ts";
import { rational } from "./rational.ts";
import { consequencesIn } from "./report-consequences.ts";
import { WorkDays } from "./work-calendar.ts";

type Part<K extends keyof Parts> = NonNullable<Parts[K]>;

export const direct: Part<"direct"> = runDirect;
export const passes: Part<"passes"> = passColumns;
export const placements: Part<"placements"> = {
  strict: (rows, pass, table, amounts, context) =>
    place(rows, pass, table, (r, size, everyone) => {
      const all = exactly(rational(everyone));
      const [low, high] = placesOf(table.rows[r]!, amounts[r]!, size, all, context);
      return low === high ? low : null;
    }),
  open: placeOpen,
};
export const populations: Part<"populations"> = { strict: populate, open: populateOpen };
export const history: Part<"history"> = (results, tables) => new History(results, tables);
export const workDays: Part<"workDays"> = (calendar) => new WorkDays(calendar);
export const lists: Part<"lists"> = readList;
export const records: Part<"records"> = rowsOfRecords;
export const links: Part<"links"> = { resolve: resolveLinks, inverse: () => new Inverse() };
export const years: Part<"years"> = { key: datedKey, read: readYears, given: (tables) => new Years(tables) };
export const order: Part<"order"> = putInOrder;
export const posts: Part<"posts"> = readPosts;
export const consequences: Part<"consequences"> = consequencesIn;
