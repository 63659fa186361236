import { family } from "../message.ts";

/** BF1xxx: the text cannot be read as a measure. */
export const syntax = family({});
