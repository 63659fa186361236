import { type Code, catalogue, lookUp } from "./catalogue/index.ts";
import { familyOf } from "./families.ts";
import type { CatalogueEntry, Severity } from "./message.ts";
import type { Problem } from "./problem.ts";

/**
 * What a project makes of findings: a warning may count as an error, or not be shown. Errors stay: a measure
 * that has one does not determine a result, and no setting changes that.
 */

export type SeveritySetting = Severity | "off";

/** By code (`BF5101`), class of ambiguity (`ORPHAN`) or family (`style`). */
export type SeveritySettings = ReadonlyMap<string, SeveritySetting>;

/** Families whose findings a check of a measure can raise. */
const CHECKED = /^BF[1235]/;

/** The problems with their severities as set; the code goes before its class, the class before its family. */
export function withSeverities(problems: readonly Problem[], settings: SeveritySettings): readonly Problem[] {
  if (settings.size === 0) return problems;
  return problems.flatMap((p) => {
    const setting = isSettable(p.code) ? settingOf(p.code, settings) : undefined;
    if (setting === undefined) return [p];
    return setting === "off" ? [] : [{ ...p, severity: setting }];
  });
}

function settingOf(code: Code, settings: SeveritySettings): SeveritySetting | undefined {
  const { ambiguity } = catalogue[code] as CatalogueEntry;
  return (
    settings.get(code) ??
    (ambiguity === undefined ? undefined : settings.get(ambiguity)) ??
    settings.get(familyOf(code))
  );
}

function isSettable(code: string): boolean {
  const entry = lookUp(code);
  return entry !== undefined && entry.severity !== "error" && CHECKED.test(code);
}

/** Whether a name is one whose severity can be set: `errors` for a name of which there are only errors. */
export function severityName(name: string): "known" | "unknown" | "errors" {
  const codes = Object.entries<CatalogueEntry>(catalogue)
    .filter(([code, entry]) => code === name || entry.ambiguity === name || familyOf(code) === name)
    .map(([code]) => code)
    .filter((code) => CHECKED.test(code));
  if (codes.length === 0) return "unknown";
  return codes.some(isSettable) ? "known" : "errors";
}

/** Every name whose severity can be set, for suggestions. */
export function severityNames(): string[] {
  const names = Object.entries<CatalogueEntry>(catalogue).flatMap(([code, entry]) =>
    isSettable(code)
      ? [code, familyOf(code), ...(entry.ambiguity === undefined ? [] : [entry.ambiguity])]
      : [],
  );
  return [...new Set(names)];
}
