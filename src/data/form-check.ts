import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { type JsonSchema, schemaFromIr } from "../compiler/emit/schema-from-ir.ts";
import type { Measure } from "../compiler/ir/ir.ts";
import { type ColumnType, type DataSchema, dataSchemaOf, kindNamed } from "../facts/data-schema.ts";
import { isMissing } from "../runtime/fact-values.ts";
import type { FactProblem } from "../runtime/facts.ts";
import { entry, isList, isRecord } from "./document.ts";
import type { RawCohort, RawRecord, RawValue } from "./raw.ts";

/**
 * Facts, from whatever file they came, against the JSON Schema that the measure compiles to: the same that other programs
 * get from `banfa compile --target json-schema`. What the validator finds is told in the words of every other mistake of a
 * fact, at its cell.
 *
 * An evaluation checks its facts too, exactly and where there is no validator (a browser), and sees what no schema can say:
 * the step of a number, an id that occurs twice, a link to nobody. Where both speak of one fact, the evaluation's word
 * stands; a law (test/laws/form-check.test.ts) holds that it misses nothing that the schema refuses.
 */
export class FormCheck {
  readonly #schema: DataSchema;
  readonly #forms: ReadonlyMap<string, JsonSchema>;
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    // Our own, which tests validate: looking at it anew would take longer than the data of most cohorts.
    validateSchema: false,
    // A field may be called `constructor`.
    ownProperties: true,
  });

  constructor(measure: Measure) {
    this.#schema = dataSchemaOf(measure);
    const { properties } = schemaFromIr(measure) as {
      readonly properties: Readonly<Record<string, { readonly items: JsonSchema }>>;
    };
    this.#forms = new Map(Object.entries(properties).map(([kind, { items }]) => [kind, anyName(items)]));
  }

  /** Every fact that the schema refuses, once. */
  refused(cohort: RawCohort): FactProblem[] {
    return Object.entries(cohort).flatMap(([kind, records]) => {
      const validate = this.#validatorOf(kind);
      if (validate === null) return [];
      const key = kindNamed(this.#schema, kind)!.key;
      return records.flatMap((record, index) => {
        if (validate(record)) return [];
        const id = record[key];
        const at = { kind, index, id: typeof id === "string" ? id : "" };
        return this.#factsOf(kind, record, validate.errors ?? []).map((fact) => ({ ...at, ...fact }));
      });
    });
  }

  #validatorOf(kind: string): ValidateFunction | null {
    const form = this.#forms.get(kind);
    if (form === undefined) return null;
    const known = this.#validators.get(kind) ?? this.#ajv.compile(form);
    this.#validators.set(kind, known);
    return known;
  }

  #factsOf(kind: string, record: RawRecord, errors: readonly ErrorObject[]): Fact[] {
    const facts = new Map<string, { readonly place: Place; readonly errors: ErrorObject[] }>();
    for (const error of errors) {
      const place = this.#placeOf(kind, error);
      const name = JSON.stringify(place);
      const known = facts.get(name) ?? { place, errors: [] };
      facts.set(name, known);
      known.errors.push(error);
    }
    // That a list is none of what it may be follows from what is wrong with a record of it.
    for (const { place } of [...facts.values()])
      if (place.list !== undefined) facts.delete(JSON.stringify({ field: place.list.field }));
    return [...facts.values()].flatMap(({ place, errors: own }) => {
      const value = valueAt(record, place);
      const issue = issueOf(own, this.#typeOf(kind, place), value);
      // A blank is no fact, whatever may stand in its place: a list in a file of JSON too.
      if (issue !== "missing-id" && isMissing(value)) return [];
      return [{ ...place, issue, value: textOf(value), detail: "" }];
    });
  }

  /** `/平时考核/2/得分` is a field of the third record of a list. */
  #placeOf(kind: string, error: ErrorObject): Place {
    const steps = error.instancePath
      .split("/")
      .slice(1)
      .map((s) => s.replace(/~1/g, "/").replace(/~0/g, "~"));
    if (error.keyword === "required" && steps.length === 0) steps.push(String(error.params.missingProperty));
    const [first = "", index, field] = steps;
    const isRecords = this.#typeOf(kind, { field: first })?.kind === "list";
    return isRecords && field !== undefined
      ? { field, list: { field: first, index: Number(index) } }
      : { field: first };
  }

  #typeOf(kind: string, { field, list }: Place): ColumnType | null {
    const columns = kindNamed(this.#schema, kind)?.columns ?? [];
    const named = (name: string) => (c: (typeof columns)[number]) => c.name === name || c.alias === name;
    if (list === undefined) return columns.find(named(field))?.type ?? null;
    const of = columns.find(named(list.field))?.type;
    return of?.kind === "list" ? (of.columns.find(named(field))?.type ?? null) : null;
  }
}

/**
 * Without the rule that no other names may occur: names are judged by the readers, column by column and with the nearest
 * one. (The validator would also take a declared __proto__ for a name too many.)
 */
function anyName(form: unknown): JsonSchema {
  const copy = JSON.stringify(form, (key, value) =>
    key === "additionalProperties" && value === false ? undefined : value,
  );
  return JSON.parse(copy) as JsonSchema;
}

/** Those that the evaluation has not told. */
export function besides(refused: readonly FactProblem[], told: readonly FactProblem[]): FactProblem[] {
  if (refused.length === 0) return [];
  const places = new Set(told.map(nameOf));
  return refused.filter((p) => !places.has(nameOf(p)));
}

const nameOf = ({ kind, index, field, list }: FactProblem): string =>
  JSON.stringify([kind, index, list?.field ?? field.replace(/\s*[(（]\d{4}年?[)）]$/, "")]);

type Place = Pick<FactProblem, "field" | "list">;
type Fact = Omit<FactProblem, "kind" | "index" | "id">;

function issueOf(
  errors: readonly ErrorObject[],
  type: ColumnType | null,
  value: RawValue | undefined,
): FactProblem["issue"] {
  const has = (...keywords: string[]) => errors.some((e) => keywords.includes(e.keyword));
  if (has("required")) return "missing-id";
  if (type?.kind === "choice" && typeof value === "string") return "unknown-member";
  if (type?.kind === "number" && typeof value === "number" && has("minimum", "maximum"))
    return "out-of-range";
  if (type?.kind === "date" && typeof value === "string") return "bad-date";
  if (type?.kind === "list" && has("maxItems")) return "bad-period";
  return "wrong-type";
}

function valueAt(record: RawRecord, { field, list }: Place): RawValue | undefined {
  if (list === undefined) return entry(record, field);
  const records = entry(record, list.field);
  const own = isList(records) ? records[list.index] : undefined;
  return own !== undefined && isRecord(own) ? entry(own, field) : undefined;
}

/** Characters of a value that a message shows. */
const LONGEST = 40;

function textOf(value: RawValue | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
