import { labelled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { describedAs } from "../analyze/closings.ts";
import type { Model } from "../analyze/model.ts";
import { countsOf, readBy, readersOf, withDefinitions } from "./counts.ts";
import { readings } from "./reading.ts";
import { type Given, givenBy, type Rule, rulesOf } from "./rules.ts";

/** CYCLE: what this measure brings about may be the very fact that another of its rules goes by. */
export function feedback(model: Model): Problem[] {
  const rules = rulesOf(model);
  const given = rules.flatMap(givenBy);
  return [...noticesCounted(model, given), ...undoneMeasures(model, rules, given)];
}

const NOTICES = ["通报", "约谈", "问责", "督办", "警告", "表扬", "表彰"] as const;
const PRAISE = /表扬|表彰|嘉奖|红榜/;

/** Words of a description that keep a result of this measure out of its own facts. */
const APART = /不含|不包括|不计|以外|上期|上年|上一|other than|not including|before/;

const describedIn = (field: ast.Field): string =>
  field.attributes.map((a) => (a.kind === "description" ? a.text.text : "")).join();

const listOf = (model: Model, name: string): readonly ast.Field[] =>
  model.kinds.flatMap((k) => k.fields.filter((f) => f.name === name).map((f) => f.node));

function saidApart(record: ast.RecordDeclaration, lists: readonly ast.Field[]): boolean {
  return [...record.fields, ...lists].some((f) => APART.test(describedIn(f)));
}

const apart = (model: Model, field: ast.Field): Fix[] =>
  describedAs(model, [field], ["other-than-by-this-measure"]);

/** A measure that is itself a notice, and records of notices that a rule counts. */
function noticesCounted(model: Model, given: readonly Given[]): Problem[] {
  const told = new Set<string>();
  return countsOf(model).flatMap((count) => {
    const words = [count.record.name, count.list];
    if (saidApart(count.record.node, listOf(model, count.list))) return [];
    const readers = readersOf(model, count);
    if (readers.length === 0) return [];
    const notice = given.find(
      (g) =>
        !/分$/.test(g.name) &&
        NOTICES.some(
          (n) =>
            g.name.includes(n) && words.some((w) => w.includes(n) && PRAISE.test(w) === PRAISE.test(g.name)),
        ),
    );
    if (!notice) return [];
    const key = `${notice.name}/${count.list}`;
    if (told.has(key)) return [];
    told.add(key);
    return [
      problem(
        "BF3240",
        { action: notice.name, cite: notice.rule.cite, record: count.list, reader: readers[0]!.cite },
        {
          span: notice.span,
          related: readers.map((r) => labelled("counted-here", r.span)),
          fixes: listOf(model, count.list).length === 1 ? apart(model, listOf(model, count.list)[0]!) : [],
        },
      ),
    ];
  });
}

/** A fact “not done” about a measure that this measure orders: 未及时召回, beside 召回. */
function undoneMeasures(model: Model, rules: readonly Rule[], given: readonly Given[]): Problem[] {
  const facts = model.kinds
    .flatMap((k) => k.fields)
    .filter((f) => f.type?.kind === "truth" && /未|不|没有|拒/.test(f.name));
  return facts.flatMap((fact) => {
    if (APART.test(describedIn(fact.node))) return [];
    const source = given.find((g) => g.name.length >= 2 && fact.name.includes(g.name));
    const reader = rules.find((r) => withDefinitions(model, readBy(r)).has(fact.name));
    if (!source || !reader || source.rule === reader) return [];
    return [
      problem(
        "BF3241",
        { fact: fact.name, action: source.name, cite: source.rule.cite, reader: reader.cite },
        {
          span: placeOf(model, reader, fact.name),
          related: [labelled("ordered-here", source.span, { name: source.name })],
          fixes: describedAs(model, [fact.node], ["ordered-in-period-before"]),
        },
      ),
    ];
  });
}

/** Where a rule reads a fact: the item of its list rather than the whole list. */
function placeOf(model: Model, rule: Rule, fact: string): ast.Statement["span"] {
  const places = readings(model).get(fact) ?? [];
  return places.find((p) => p.provision === rule.provision)?.span ?? rule.condition?.span ?? rule.span;
}
