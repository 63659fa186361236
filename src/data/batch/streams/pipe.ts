import { worded } from "../../../diagnostics/phrases.ts";
import type { NoStreams } from "./stream.ts";

/** Said of what is no file: it cannot be gone through twice. */
export const pipe = (path: string): NoStreams => ({
  whole: {
    ...worded("reason", "read-only-once", { path }),
  },
});
