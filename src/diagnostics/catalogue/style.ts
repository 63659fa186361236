import { family } from "../message.ts";

/** BF5xxx: the meaning is clear, the writing could mislead. */
export const style = family({});
