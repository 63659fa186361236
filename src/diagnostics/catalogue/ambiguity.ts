import { family } from "../message.ts";

/** BF3xxx: the rule can be read in more than one way, or leaves cases open. */
export const ambiguity = family({});
