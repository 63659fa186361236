import type { Code } from "../catalogue/index.ts";
import { ambiguity } from "./ambiguity.ts";
import { choices } from "./choices.ts";
import { classes } from "./classes.ts";
import { conflicts } from "./conflicts.ts";
import { data } from "./data.ts";
import { dataWorkbooks } from "./data-workbooks.ts";
import type { Explanation } from "./explanation.ts";
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

/** Every explanation by code. A code without one does not compile. */
export const explanations: Readonly<Record<Code, Explanation>> = {
  ...ambiguity,
  ...classes,
  ...conflicts,
  ...openSlots,
  ...openDates,
  ...looseEnds,
  ...reach,
  ...syntax,
  ...names,
  ...layers,
  ...links,
  ...records,
  ...roles,
  ...procedures,
  ...choices,
  ...data,
  ...dataWorkbooks,
  ...style,
  ...format,
  ...grades,
  ...usage,
};
