/**
 * Made-up cohorts for any measure: so many subjects of each kind, with every fact within its range. Facts of a
 * measure that no hand has tuned: many clauses fire.
 */
import { generator } from "./data.mjs";

const RECORDS = 6;
const PER_YEAR = { year: 1, "half-year": 2, quarter: 4, month: 12 };

/** By name of the kind, `n` subjects of each kind but for those that others link to: so many of those fewer. */
export function madeUp({ tables }, n, year, seed = 7) {
  const random = generator(seed);
  const below = (k) => Math.floor(random() * k);
  const linked = new Set(
    tables.subjects.flatMap((s) =>
      s.fields.flatMap((f) => (f.type.kind === "link" || f.type.kind === "links" ? [f.type.subject] : [])),
    ),
  );
  const sizes = tables.subjects.map((_, kind) => (linked.has(kind) ? Math.max(2, Math.round(n / 20)) : n));
  const pad = (k) => String(k).padStart(2, "0");
  /** `place`: of the record in its list, which takes all options in turn, so that no group of votes is empty. */
  const value = (field, place) => {
    const { type } = field;
    switch (type.kind) {
      case "number": {
        const rational = (text) => {
          const [a, b = "1"] = text.split("/");
          return Number(a) / Number(b);
        };
        const factor = field.asFraction ? 1 : rational(type.factor);
        const step = type.step === null ? 1 : rational(type.step);
        const low = type.low === null ? 0 : rational(type.low);
        const high = type.high === null ? low + 100 * Math.max(step, factor) : rational(type.high);
        const steps = Math.floor((high - low) / (step || 1));
        return Number(((low + below(steps + 1) * (step || 1)) / factor).toFixed(6));
      }
      case "truth":
        return random() < 0.5;
      case "choice": {
        const { members } = tables.enumerations[type.enumeration];
        return members[
          place !== undefined ? place % members.length : random() < 0.7 ? 0 : below(members.length)
        ];
      }
      case "text":
        return `T${below(10)}`;
      case "date":
        return `${year}-${pad(1 + below(12))}-${pad(1 + below(28))}`;
      case "party":
        return type.dated ? undefined : [`P${below(50)}`];
      case "link":
        return `${type.subject}-${below(sizes[type.subject])}`;
      case "links":
        return [...new Set([0, 1].map(() => `${type.subject}-${below(sizes[type.subject])}`))];
      case "list": {
        const periods = PER_YEAR[type.frequency];
        const { fields } = tables.records[type.record];
        return Array.from({ length: periods ?? RECORDS }, (_, i) => ({
          ...(periods && { 期: i + 1 }),
          ...record(fields, i),
        }));
      }
    }
  };
  const record = (fields, place) =>
    Object.fromEntries(
      fields.flatMap((f) => {
        const made = f.derived ? undefined : value(f, place);
        return made === undefined ? [] : [[f.name, made]];
      }),
    );
  return Object.fromEntries(
    tables.subjects.flatMap((s, kind) =>
      s.of
        ? []
        : [
            [
              s.name,
              Array.from({ length: sizes[kind] }, (_, i) => ({
                ...record(s.fields),
                [s.fields[s.key].name]: `${kind}-${i}`,
              })),
            ],
          ],
    ),
  );
}

/** Some value for every parameter. */
export function settings({ tables }, n, year) {
  const some = (type) => {
    switch (type.kind) {
      case "number":
        return type.unit === "%" ? 20 : type.high === null ? Math.max(1, Math.floor(n / 20)) : 1;
      case "truth":
        return false;
      case "date":
        return `${year}-06-30`;
      default:
        return undefined;
    }
  };
  return Object.fromEntries(tables.parameters.map((p) => [p.name, some(p.type)]));
}

/** The cohort with one fact, another from row to row, missing in every so many subjects. */
export function without(cohort, { tables }, every, may = () => true) {
  return Object.fromEntries(
    Object.entries(cohort).map(([name, rows]) => {
      const { fields, key } = tables.subjects.find((s) => s.name === name);
      const names = fields.filter((f, i) => i !== key && f.used && !f.derived && may(f)).map((f) => f.name);
      return [
        name,
        rows.map((row, i) => {
          if (i % every !== 0 || names.length === 0) return row;
          const { [names[(i / every) % names.length]]: _, ...rest } = row;
          return rest;
        }),
      ];
    }),
  );
}
