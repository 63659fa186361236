import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ReadConfig } from "./config.ts";

const CONFIG_FILE = "banfa.config.yaml";

/** The settings for a measure; none where no file holds for it. */
export async function configFor(measure: string): Promise<ReadConfig> {
  const path = findConfig(measure);
  if (path === null) return { config: { severities: new Map() }, problems: [] };
  // Loaded only where there is one: the reader of YAML and the validator take long to load.
  const { readConfig } = await import("./config.ts");
  return readConfig(path);
}

/** The nearest one at or above a measure. */
function findConfig(measure: string): string | null {
  for (let folder = dirname(measure); ; folder = join(folder, "..")) {
    const path = join(folder, CONFIG_FILE);
    if (existsSync(path)) return path;
    if (resolve(folder) === resolve(folder, "..")) return null;
  }
}
