/** Names for the subjects of an example that one can talk about: 甲, 乙, 丙. */
import type * as ir from "../compiler/ir/ir.ts";
import type { Data } from "./decode.ts";

const NAMES = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

type Plain = Readonly<Record<string, unknown>>;

/** The same data under other names, the subject that it is about first. */
export function plainNames(measure: ir.Measure, data: Data, kind: string): Data {
  const others = Object.keys(data.cohort).filter((k) => k !== kind);
  const names = new Map<string, string>();
  for (const k of [kind, ...others]) {
    const key = keyOf(measure, k);
    if (key === null) return data;
    for (const row of data.cohort[k] ?? []) {
      const id = row[key];
      if (typeof id !== "string") return data;
      const n = names.size;
      names.set(
        `${k}\n${id}`,
        n < NAMES.length ? NAMES[n]! : `${NAMES[n % NAMES.length]}${Math.floor(n / NAMES.length) + 1}`,
      );
    }
  }
  const cohort = Object.fromEntries(
    Object.entries(data.cohort).map(([k, rows]) => [k, rows.map((r) => renamed(measure, k, r, names))]),
  );
  const history = (data.context.history ?? []).map((year) => ({
    ...year,
    subjects: year.subjects.map((s) => ({ ...s, id: names.get(`${s.kind}\n${s.id}`) ?? s.id })),
  }));
  return { cohort, context: { ...data.context, ...(data.context.history ? { history } : {}) } };
}

function keyOf(measure: ir.Measure, kind: string): string | null {
  const subject = measure.subjects.find((s) => s.name === kind);
  return subject ? subject.fields[subject.key]!.name : null;
}

/** With its own name and the names of those that it is linked with. */
function renamed(measure: ir.Measure, kind: string, row: Plain, names: ReadonlyMap<string, string>): Plain {
  const { fields, key } = measure.subjects.find((s) => s.name === kind)!;
  const now: Record<string, unknown> = { ...row };
  for (const [i, { name, type }] of fields.entries()) {
    const of =
      i === key
        ? kind
        : type.kind === "link" || type.kind === "links"
          ? measure.subjects[type.subject]!.name
          : null;
    if (of === null || !Object.hasOwn(row, name)) continue;
    const other = (id: unknown) => names.get(`${of}\n${String(id)}`) ?? id;
    const value = row[name];
    now[name] = Array.isArray(value) ? value.map(other) : other(value);
  }
  return now;
}
