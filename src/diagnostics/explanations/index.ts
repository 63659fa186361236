import type { Code } from "../catalogue/index.ts";
import type { Explanation } from "./explanation.ts";
import { openSlots } from "./open-slots.ts";
import { syntax } from "./syntax.ts";
import { usage } from "./usage.ts";

/** Every explanation written so far, by code. */
export const explanations: Readonly<Partial<Record<Code, Explanation>>> = {
  ...openSlots,
  ...syntax,
  ...usage,
};
