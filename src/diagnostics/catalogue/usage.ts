import { family } from "../message.ts";

/** BF9xxx: the command line and the files it names. */
export const usage = family({});
