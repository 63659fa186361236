/** Binds parameters: what the caller supplies, else the value in the measure, else open. */
import type { OpenContext, Tables, TypeTable } from "./abi.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { FactProblem } from "./fact-rows.ts";
import {
  BadValue,
  isMissing,
  memberNames,
  NumberReader,
  plain,
  rawText,
  readDay,
  readParty,
  readText,
  readTruth,
} from "./fact-values.ts";
import { lift, missing } from "./lift.ts";
import { nearest } from "./nearest.ts";
import type { OpenValue } from "./open-values.ts";

/** Writes the values into `values`, which `context.parameters` shows to later ones. */
export function bindParameters(
  { tables, open, parts }: CompiledMeasure,
  supplied: Readonly<Record<string, unknown>>,
  values: OpenValue[],
  context: OpenContext,
): FactProblem[] {
  const problems: FactProblem[] = [];
  const report = (issue: FactProblem["issue"], field: string, raw: unknown, detail: string) =>
    problems.push({ kind: "", index: -1, id: "", field, issue, value: rawText(raw), detail });
  const names = new Map(tables.parameters.map((p, i) => [plain(p.name), i] as const));
  const bound = new Map<number, unknown>();
  for (const key of Object.keys(supplied)) {
    const index = names.get(plain(key));
    if (index === undefined) {
      const near =
        nearest(
          key,
          tables.parameters.map((p) => p.name),
        ) ?? "";
      report("unknown-parameter", key, supplied[key], near);
    } else if (!isMissing(supplied[key])) bound.set(index, supplied[key]);
  }
  for (const index of open.parameterOrder) {
    const { name, type, cite } = tables.parameters[index]!;
    let value = bound.has(index)
      ? readParameter(bound.get(index), type, tables)
      : open.parameters[index]?.(context);
    if (value instanceof BadValue) {
      report("bad-parameter", name, bound.get(index), value.detail);
      // A value that cannot be read leaves the parameter open rather than at the measure's own value.
      value = undefined;
    }
    values[index] =
      value ??
      missing(type, tables, [{ kind: "open-parameter", name, cite: tables.citations[cite!]?.text ?? null }]);
  }
  parts.order?.(tables, values, problems, supplied);
  return problems;
}

function readParameter(raw: unknown, type: TypeTable, tables: Tables): OpenValue | BadValue {
  switch (type.kind) {
    case "number": {
      const value = new NumberReader(type, false).read(raw);
      return value instanceof BadValue ? value : lift(value, type);
    }
    case "truth":
      return readTruth(raw);
    case "choice": {
      const enumeration = tables.enumerations[type.enumeration]!;
      const member = typeof raw === "string" ? memberNames(enumeration).get(plain(raw)) : undefined;
      return member ?? new BadValue("unknown-member", nearest(String(raw), enumeration.members) ?? "");
    }
    case "date":
      return readDay(raw);
    case "party":
      return readParty(raw);
    case "text":
      return readText(raw);
    case "link":
    case "links":
      return new BadValue("wrong-type");
  }
}
