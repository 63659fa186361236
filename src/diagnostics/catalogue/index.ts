import type { CatalogueEntry } from "../message.ts";
import { ambiguity } from "./ambiguity.ts";
import { choices } from "./choices.ts";
import { classes } from "./classes.ts";
import { conflicts } from "./conflicts.ts";
import { data } from "./data.ts";
import { dataWorkbooks } from "./data-workbooks.ts";
import { format } from "./format.ts";
import { grades } from "./grades.ts";
import { layers } from "./layers.ts";
import { links } from "./links.ts";
import { looseEnds } from "./loose-ends.ts";
import { names } from "./names.ts";
import { openDates } from "./open-dates.ts";
import { openSlots } from "./open-slots.ts";
import { procedures } from "./procedures.ts";
import { reach } from "./reach.ts";
import { records } from "./records.ts";
import { roles } from "./roles.ts";
import { style } from "./style.ts";
import { syntax } from "./syntax.ts";
import { usage } from "./usage.ts";

/** Every message of the tools, by code. The texts live in one file per family beside this one. */
export const catalogue = {
  ...syntax,
  ...names,
  ...layers,
  ...links,
  ...ambiguity,
  ...procedures,
  ...choices,
  ...classes,
  ...conflicts,
  ...openSlots,
  ...openDates,
  ...looseEnds,
  ...reach,
  ...records,
  ...roles,
  ...data,
  ...dataWorkbooks,
  ...style,
  ...format,
  ...grades,
  ...usage,
};

export type Catalogue = typeof catalogue;
/** The code of a message: BF1001 … It never means anything else. */
export type Code = keyof Catalogue & string;

/** The entry of a code that came from outside (an acceptance in a measure, a command-line argument). */
export function lookUp(code: string): CatalogueEntry | undefined {
  return Object.hasOwn(catalogue, code) ? (catalogue as Record<string, CatalogueEntry>)[code] : undefined;
}
