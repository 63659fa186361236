import { labelled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { addedTo, argumentOf, MISSING } from "../analyze/closings.ts";
import type { FieldSymbol, Model } from "../analyze/model.ts";
import { actsOf, clauseOf, groupBy, nameOfAct, rulesOf, textAt, unique } from "./reading.ts";

/** MISS: something can fail to come in, and nothing says what then holds. */
export function missingValues(model: Model): Problem[] {
  return [
    ...components(model),
    ...submissions(model),
    ...periodicDuties(model),
    ...signatures(model),
    ...abstentions(model),
    ...notMet(model),
  ];
}

/** A score put together from reported parts, none of which may be absent and none of which has a default. */
function components(model: Model): Problem[] {
  return rulesOf(model).flatMap((provision) => {
    const { statement: s, scoping } = provision;
    if (s.kind !== "definition") return [];
    const terms = partsOf(s.value);
    if (terms.length < 2) return [];
    const owners = scoping.record
      ? model.records.filter((r) => r.name === scoping.record!.text)
      : model.kinds.filter((k) => scoping.subjects?.some((n) => n.text === k.name) ?? true);
    const parts = unique(terms.filter((name) => owners.some((o) => isOpenScore(o.fieldByName.get(name)))));
    if (parts.length < 2) return [];
    const fields = owners.flatMap((o) =>
      parts.flatMap((name) => {
        const f = o.fieldByName.get(name);
        return f && isOpenScore(f) ? [{ field: f, written: o.node.fields.includes(f.node) }] : [];
      }),
    );
    return [
      problem(
        "BF3181",
        { name: s.name.text, parts: parts, first: parts[0]! },
        {
          span: s.name.span,
          related: parts.flatMap((part) => {
            const f = owners.flatMap((o) => o.fieldByName.get(part) ?? [])[0];
            return f ? [labelled("part-may-be-absent", f.node.name.span)] : [];
          }),
          fixes: fields.every((f) => f.written)
            ? defaults(
                model,
                fields.map((f) => f.field),
              )
            : [],
        },
      ),
    ];
  });
}

/** 缺省 0分 or 可缺 at every part that may fail to come in. Marks that people give an indicator have no line for it. */
function defaults(model: Model, fields: readonly FieldSymbol[]): Fix[] {
  const each = fields.map((f) => addedTo(model, f.node.type.span.end, ["缺省 0分", "可缺"]));
  return (each[0] ?? []).map((fix, i) => ({ ...fix, edits: each.flatMap((fixes) => fixes[i]!.edits) }));
}

/** The names added up: of a sum, or of a weighted sum. */
function partsOf(e: ast.Expression): string[] {
  if (e.kind === "path") return e.segments.length === 1 ? [e.segments[0]!.text] : [];
  if (e.kind === "binary" && (e.op === "+" || e.op === "×")) return [...partsOf(e.left), ...partsOf(e.right)];
  if (e.kind === "weighted-sum") return e.terms.flatMap((t) => partsOf(t.value));
  if (e.kind === "round") return partsOf(e.operand);
  return [];
}

function isOpenScore(f: FieldSymbol | undefined): boolean {
  if (f?.type?.kind !== "number" || f.type.dimension !== "分") return false;
  return !f.node.attributes.some(
    (a) => a.kind === "default" || a.kind === "optional" || a.kind === "may-not-apply",
  );
}

/** Reports that are due again and again, and the list that says who is assessed. */
function submissions(model: Model): Problem[] {
  const found = actsOf(model).filter(
    ({ act }) =>
      /报送|上报|提交|报备|备案|报告/.test(act.verb.text) &&
      act.what.length > 0 &&
      ((act.deadline?.recurrence !== undefined && /自查|自评|总结|月报|季报|报告/.test(nameOfAct(act))) ||
        act.what.some((n) => /名单|名册|花名册/.test(n.text))),
  );
  return groupBy(found, (a) => a.procedure.span.start).map(([first]) =>
    problem(
      "BF3182",
      {
        who: first!.who.map((n) => n.text),
        what: first!.act.what.map((n) => n.text),
      },
      { span: first!.act.span },
    ),
  );
}

/** A duty of every month: what of a month that is excused, or for which nothing was reported. */
function periodicDuties(model: Model): Problem[] {
  const lists = new Map(
    model.kinds.flatMap((k) =>
      k.fields.flatMap((f) =>
        f.type?.kind === "list" && f.type.frequency !== "many" ? [[f.name, f] as const] : [],
      ),
    ),
  );
  return rulesOf(model).flatMap(({ statement: s }) => {
    if (s.kind !== "requirement") return [];
    let open: string | null = null;
    const calls: ast.CallExpression[] = [];
    walk(s.condition, (n) => {
      if (n.kind === "call" && n.arguments.some((a) => a.kind === "missing")) return false;
      if (n.kind === "call") calls.push(n);
      if (n.kind === "path" && lists.has(n.segments[0]!.text)) open ??= n.segments[0]!.text;
      return undefined;
    });
    return open === null
      ? []
      : [
          problem(
            "BF3189",
            { list: open, text: textAt(model, s.condition.span) },
            { span: s.condition.span, fixes: missingFixes(model, calls) },
          ),
        ];
  });
}

/** Said in the one call that looks at the list. */
const missingFixes = (model: Model, calls: readonly ast.CallExpression[]): Fix[] =>
  calls.length === 1 ? argumentOf(model, calls[0]!.span.end, MISSING) : [];

/** Several sign, several levels study it, several hold one post together: one is absent, or they differ. */
function signatures(model: Model): Problem[] {
  return actsOf(model).flatMap(({ act, who }) =>
    who.length > 1 && !act.inTurn && /签字|签署|签批|会签|集体研究|逐级研究|^担任$/.test(act.verb.text)
      ? [problem("BF3225", { who: who.map((n) => n.text), what: nameOfAct(act) }, { span: act.span })]
      : [],
  );
}

/** A vote that says nothing of ballots left blank or never returned. */
function abstentions(model: Model): Problem[] {
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "ballot" || s.rows.some((r) => r.of === "valid-share" || r.of === "quorum")) return [];
    const levels = s.rows.find((r) => r.of === "levels");
    return [problem("BF3226", { vote: s.name.text }, { span: levels?.span ?? s.name.span })];
  });
}

/** A fact about meeting somebody: 党委书记见面, 走访户数. Not the record of it. */
const MEETS = /(?:见面|走访|入户|面谈|座谈|访谈)(?:次数|户数|人数)?$/;
const MET_SAID = /外出|不在|委托|电话|视频|代/;

/** Everybody must be met: what of those who are away? One finding per clause. */
function notMet(model: Model): Problem[] {
  const found = rulesOf(model).flatMap((provision) => {
    const s = provision.statement;
    if (s.kind !== "requirement" || s.polarity !== "duty") return [];
    const facts: string[] = [];
    walk(s.condition, (n) => {
      if (n.kind === "path") facts.push(...n.segments.map((x) => x.text).filter((x) => MEETS.test(x)));
      return undefined;
    });
    const fact = facts.find((f) => !saidInDescription(model, f));
    return fact === undefined ? [] : [{ fact, span: s.condition.span, provision }];
  });
  return groupBy(found, clauseOf).map(([first]) =>
    problem("BF3279", { text: textAt(model, first!.span), fact: first!.fact }, { span: first!.span }),
  );
}

function saidInDescription(model: Model, name: string): boolean {
  return [...model.kinds, ...model.records].some((o) =>
    o.fields.some(
      (f) =>
        f.name === name &&
        f.node.attributes.some((a) => a.kind === "description" && MET_SAID.test(a.text.text)),
    ),
  );
}
