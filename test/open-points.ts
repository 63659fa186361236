import { lookUp } from "../src/diagnostics/catalogue/index.ts";

/**
 * Findings on what a whole measure leaves open (src/compiler/findings): a short example leaves much open that it
 * is not about. A case or a documented example shows such a finding only where it names the code.
 */
export const isOpenPoint = (code: string): boolean =>
  /^BF3(?:1[6-9]|2[0-578])\d$/.test(code) && lookUp(code)?.severity !== "error";

/** The problems to show for a text that is about the codes `named`. */
export const withoutIncidental = <P extends { readonly code: string }>(
  problems: readonly P[],
  named: readonly string[],
): P[] => problems.filter((p) => !isOpenPoint(p.code) || named.includes(p.code));
