import { statSync } from "node:fs";
import { worded } from "../../../diagnostics/phrases.ts";
import { readText } from "../../read-text.ts";
import { pipe } from "./pipe.ts";
import type { NoStreams } from "./stream.ts";

/** Larger files that cannot be read are told by the ordinary way. */
const SMALL = 1024 * 1024;

/** Why a file is no text that can be read in pieces. */
export function unreadable(path: string): NoStreams {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status !== undefined && !status.isFile() && !status.isDirectory()) return pipe(path);
  if ((status?.size ?? 0) <= SMALL) {
    const [found] = readText(path).problems;
    if (found !== undefined && found.severity === "error") return { problem: found };
  }
  return {
    whole: {
      ...worded("reason", "encoding-needs-whole-text", { path }),
    },
  };
}
