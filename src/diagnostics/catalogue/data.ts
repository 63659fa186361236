import { family } from "../message.ts";

/** BF4xxx: facts, parameters, histories and cases. */
export const data = family({});
