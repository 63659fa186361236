import type { Model } from "./model.ts";

/** Whether a choice, a rank or a table anywhere gives the grades of a scale. */
export function isDecided(model: Model, scale: string): boolean {
  return model.provisions.some(({ statement: s }) => "target" in s && s.target?.text === scale);
}
