import type { Code } from "../catalogue/index.ts";
import { conflicts } from "./conflicts.ts";
import { data } from "./data.ts";
import type { Explanation } from "./explanation.ts";
import { format } from "./format.ts";
import { links } from "./links.ts";
import { names } from "./names.ts";
import { openSlots } from "./open-slots.ts";
import { records } from "./records.ts";
import { style } from "./style.ts";
import { syntax } from "./syntax.ts";
import { usage } from "./usage.ts";

/** Every explanation written so far, by code. */
export const explanations: Readonly<Partial<Record<Code, Explanation>>> = {
  ...conflicts,
  ...openSlots,
  ...syntax,
  ...names,
  ...links,
  ...records,
  ...data,
  ...style,
  ...format,
  ...usage,
};
