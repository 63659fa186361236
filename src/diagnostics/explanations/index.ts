import type { ambiguity } from "../catalogue/ambiguity.ts";
import type { classes } from "../catalogue/classes.ts";
import type { Code } from "../catalogue/index.ts";
import { choices } from "./choices.ts";
import { conflicts } from "./conflicts.ts";
import { data } from "./data.ts";
import type { Explanation } from "./explanation.ts";
import { format } from "./format.ts";
import { grades } from "./grades.ts";
import { links } from "./links.ts";
import { looseEnds } from "./loose-ends.ts";
import { names } from "./names.ts";
import { openSlots } from "./open-slots.ts";
import { records } from "./records.ts";
import { style } from "./style.ts";
import { syntax } from "./syntax.ts";
import { usage } from "./usage.ts";

/** Families that still lack explanations. */
type Unfinished = keyof typeof ambiguity | keyof typeof classes;

/** Every explanation by code. A code without one does not compile, but for those families. */
const all: Readonly<Record<Exclude<Code, Unfinished>, Explanation>> = {
  ...conflicts,
  ...openSlots,
  ...looseEnds,
  ...syntax,
  ...names,
  ...links,
  ...records,
  ...choices,
  ...data,
  ...style,
  ...format,
  ...grades,
  ...usage,
};

export const explanations: Readonly<Partial<Record<Code, Explanation>>> = all;
