import { visible } from "../diagnostics/width.ts";
import type { Session } from "./session.ts";

/** A diff on a terminal: in colours, and what hides in a line made visible. Elsewhere as `patch` reads it. */
export function coloured(diff: string, s: Session): string {
  if (!s.io.colours) return diff;
  return diff.replace(/^.*$/gm, (line) => {
    const shown = visible(line);
    if (/^(?:---|\+\+\+) /.test(line)) return s.paint.strong(shown);
    if (line.startsWith("@@")) return s.paint.info(shown);
    if (line.startsWith("-")) return s.paint.error(shown);
    return line.startsWith("+") ? s.paint.good(shown) : shown;
  });
}
