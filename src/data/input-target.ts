import { orNone } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, kindNamed } from "../facts/data-schema.ts";
import { type TableTarget, tableTarget } from "./csv-header.ts";

/** What a file holds, as far as the user or the measure say it; one place for every way of reading it. */

/** One `--data` argument: `FILE`, `对象名=FILE` or `对象名.列表字段=FILE`. */
export interface DataInput {
  readonly kind: string | null;
  readonly list: string | null;
  readonly path: string;
}

/** The kind that the user named; null: none was. */
export function namedKind(input: DataInput, schema: DataSchema): KindSchema | Problem | null {
  if (input.kind === null) return null;
  const known = schema.kinds.map((k) => k.name);
  const data = { file: input.path };
  return kindNamed(schema, input.kind) ?? problem("BF4013", { name: input.kind, known }, { data });
}

/** The target of a table of one kind. @param guess the kind as its header tells it */
export function targetOfTable(
  path: string,
  kind: KindSchema | null,
  list: string | null,
  schema: DataSchema,
  guess: () => KindSchema | null,
): TableTarget | Problem {
  const only = schema.kinds.length === 1 ? (schema.kinds[0] ?? null) : null;
  const of = kind ?? only ?? guess();
  if (of === null) return unknownKind(path, schema);
  const target = tableTarget(of, list);
  if (target !== null) return target;
  const lists = of.columns.filter((c) => c.type.kind === "list").map((c) => c.name);
  const parameters = { kind: of.name, name: list ?? "", known: orNone(lists) };
  return problem("BF4014", parameters, { data: { file: path } });
}

function unknownKind(path: string, schema: DataSchema): Problem {
  const kinds = schema.kinds.map((k) => k.name);
  const example = `--data ${schema.kinds[0]?.name ?? ""}=${path}`;
  return problem("BF4012", { kinds, path, example }, { data: { file: path } });
}
