import type { Language } from "../diagnostics/message.ts";
import { hinted, unsaid } from "../diagnostics/phrases.ts";
import { hasErrors, type Problem, problem } from "../diagnostics/problem.ts";
import {
  type SeveritySetting,
  type SeveritySettings,
  severityName,
  severityNames,
} from "../diagnostics/severities.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { entry, isRecord } from "./document.ts";
import { readDocument } from "./read-document.ts";
import { checkAgainst } from "./schema-check.ts";

/** `banfa.config.yaml`: what a project asks of its measures. The nearest one at or above a measure holds. */

export interface Config {
  readonly language?: Language;
  readonly failOn?: "error" | "warning";
  readonly severities: SeveritySettings;
}

export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly Problem[];
}

const NONE: Config = { severities: new Map() };

/** The settings in a file. Settings that cannot be used are problems, and none of them holds. */
export function readConfig(path: string): ReadConfig {
  const { document, problems } = readDocument(path);
  if (document === null) return { config: NONE, problems };
  const found = [...problems, ...checkAgainst(document, "config")];
  const given = entry(document.value, "severity");
  const severities = new Map<string, SeveritySetting>();
  for (const [name, setting] of Object.entries(isRecord(given) ? given : {})) {
    const data = { file: document.file, row: document.lineOf(["severity", name]) };
    const wrong = nameProblem(name, data);
    if (wrong === null) severities.set(name, setting as SeveritySetting);
    else found.push(wrong);
  }
  if (hasErrors(found)) return { config: NONE, problems: found };
  const language = entry(document.value, "language") as Language | undefined;
  const failOn = entry(document.value, "failOn") as Config["failOn"];
  return {
    config: {
      severities,
      ...(language === undefined ? {} : { language }),
      ...(failOn === undefined ? {} : { failOn }),
    },
    problems: found,
  };
}

function nameProblem(name: string, data: { readonly file: string; readonly row: number }): Problem | null {
  switch (severityName(name)) {
    case "known":
      return null;
    case "errors":
      return problem("BF4091", { name }, { data });
    case "unknown": {
      const near = nearest(name, severityNames());
      const hint = near === null ? unsaid("hint") : hinted("did-you-mean", { near });
      return problem("BF4090", { name, ...hint }, { data });
    }
  }
}
