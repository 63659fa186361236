import type { Problem } from "../diagnostics/problem.ts";
import { hasErrors } from "../diagnostics/problem.ts";
import { entry, isList } from "./document.ts";
import { readDocument } from "./read-document.ts";
import { checkAgainst } from "./schema-check.ts";

/** The file in which somebody answers for a change of a measure, by the fingerprint of the change. */
export interface Approval {
  readonly fingerprint: string;
  /** Who, when and why, in words. */
  readonly by: string;
  readonly on: string;
  readonly reason: string;
  readonly line: number;
}

export interface ReadApprovals {
  readonly approvals: readonly Approval[];
  readonly problems: readonly Problem[];
}

/** With an error in the file nothing is approved. */
export function readApprovals(path: string): ReadApprovals {
  const { document, problems } = readDocument(path);
  if (document === null) return { approvals: [], problems };
  const found = [...problems, ...checkAgainst(document, "approvals")];
  if (hasErrors(found)) return { approvals: [], problems: found };
  const list = entry(document.value, "approvals");
  const text = (value: unknown) => (value === undefined ? "" : String(value));
  const approvals = (isList(list) ? list : []).map((a, i) => ({
    fingerprint: text(entry(a, "fingerprint")),
    by: text(entry(a, "by")),
    on: text(entry(a, "on")),
    reason: text(entry(a, "reason")),
    line: document.lineOf(["approvals", i]),
  }));
  return { approvals, problems: found };
}
