import type { Unit } from "../text/units.ts";

/** One name for a place in the regulation, for what the tree and the IR say about it. */
export const pathKey = (path: readonly string[], numbering: string | null = null): string =>
  `path ${numbering === null ? "" : `〔${numbering}〕`}${path.join("\u0000")}`;

/** The name under which the pieces of the meaning cite a unit. */
export function unitKey(u: Unit): string {
  switch (u.kind) {
    case "provision":
      return pathKey(u.path, u.numbering);
    case "head":
      return `head ${u.key}`;
    case "parameter":
    case "field":
    case "scale":
    case "subject":
    case "record":
    case "actions":
    case "chapter":
      return `${u.kind} ${u.citation}`;
  }
}
