import { family } from "../message.ts";

/** BF2xxx: names, types, units, and constructs that are not supported. */
export const names = family({});
