import type { Phrase } from "../../../diagnostics/message.ts";
import { hinted, inMessage, labelled, phrase, titled, unsaid, worded } from "../../../diagnostics/phrases.ts";
import { nearest } from "../../../diagnostics/suggest.ts";
import type * as ast from "../../../parser/ast.ts";
import { segment } from "../../../parser/words.ts";
import type { ScaleSymbol } from "../../analyze/model.ts";
import { kindOfRecords } from "../../analyze/record-kinds.ts";
import { isDecided } from "../../analyze/scales.ts";
import { englishName, findBuiltIn } from "../../vocabulary/functions.ts";
import type * as ir from "../ir.ts";
import { lastGrade } from "./history.ts";
import { type Lowering, refer, type Scope, subjectScope } from "./lowering.ts";
import { treated } from "./treatments.ts";

/**
 * What a name means where it stands: a column of the record, a fact, a defined value or grade, an open
 * value, or one of the words of the language.
 */
export function lowerName(lowering: Lowering, name: ast.Name, scope: Scope): ir.Expr | null {
  if (isSeveral(name.text, scope)) return severalHere(lowering, name);
  const found = lookUp(lowering, name, scope);
  if (found === "failed") return null;
  if (found) return found;
  return unknownName(lowering, name, scope);
}

/** Several subjects: a links field, or the way back along a link. A column of the record goes before them. */
export const isSeveral = (name: string, { kind, record }: Pick<Scope, "kind" | "record">): boolean =>
  !record?.fieldByName.has(name) &&
  (kind.fieldByName.get(name)?.type?.kind === "links" || kind.inverses.has(name));

const severalHere = (lowering: Lowering, name: ast.Name): null =>
  lowering.report("BF2061", { name: name.text }, { span: name.span });

/** "failed": the name exists, but its declaration has a mistake that is already reported. */
function lookUp(
  lowering: Lowering,
  { text: name, span: at }: ast.Name,
  scope: Scope,
): ir.Expr | "failed" | null {
  const own = lookUpOwn(lowering, name, scope, at);
  if (own) return own;
  // What a record does not say itself, its subject says.
  if (scope.kind.of) {
    const found = lookUpOwn(lowering, name, ownerScope(lowering, scope), at);
    if (found) return found === "failed" ? found : throughOwner(lowering, scope, found, name);
  }
  const parameter = lowering.model.parameterByName.get(name);
  if (parameter)
    return parameter.type ? { op: "parameter", type: parameter.type, parameter: parameter.index } : "failed";
  if (name === "评定日" || name === "assessment_date")
    return { op: "context", type: { kind: "date" }, what: "date" };
  return null;
}

/** What a name means in the record or for the subject itself. */
function lookUpOwn(
  lowering: Lowering,
  name: string,
  scope: Scope,
  at: ast.Name["span"],
): ir.Expr | "failed" | null {
  const { kind, list, record } = scope;
  if (list && record) {
    const column = record.fieldByName.get(name);
    if (column) {
      if (column.type === null) return "failed";
      if (column.type.kind !== "list")
        return { op: "field", type: column.type, of: "record", field: column.index };
    }
    const rows = kindOfRecords(lowering.model.kinds, kind.index, list.index);
    if (rows && lowering.definersOf(rows.index, name).length > 0) {
      const cell = lowering.demand(rows.index, name);
      return cell ? { op: "cell", type: cell.type, of: "record", cell: cell.id } : "failed";
    }
  }
  const field = kind.fieldByName.get(name);
  if (field) {
    if (field.type === null) return "failed";
    if (field.type.kind === "party" && field.type.dated) {
      lowering.report("BF2066", { name }, { span: at });
      return "failed";
    }
    if (field.type.kind === "list" || field.type.kind === "links") return null;
    const raw: ir.Expr = { op: "field", type: field.type, of: "subject", field: field.index };
    const looksBack = !scope.hoists && !list;
    if (raw.type.kind !== "number" || scope.asks || looksBack) return raw;
    return treated(lowering, kind, field, { ...raw, type: raw.type }) ?? "failed";
  }
  if (lowering.definersOf(kind.index, name).length > 0) {
    const grade = scope.mentions ? lastGrade(lowering, name, scope) : null;
    if (grade) return grade;
    const cell = lowering.demand(kind.index, name);
    return cell ? refer(cell) : "failed";
  }
  return null;
}

/** The subject whose record this is, as a place for expressions. */
export function ownerScope(lowering: Lowering, scope: Scope): Scope {
  const { mentions, cite } = scope;
  const kind = lowering.model.kinds[scope.kind.of!.subject]!;
  return { kind, list: null, record: null, hoists: true, cite, ...(mentions && { mentions }) };
}

/** A value of the subject, seen from its record. */
export function throughOwner(
  lowering: Lowering,
  scope: Scope,
  value: ir.Expr,
  text: string,
  span?: ast.Name["span"],
): ir.Expr {
  if (value.op === "parameter" || value.op === "context") return value;
  const target =
    value.op === "field" || value.op === "cell"
      ? value
      : refer(lowering.hoist(ownerScope(lowering, scope), value, text, span ?? { start: 0, end: 0 }));
  return { op: "via", type: target.type, link: scope.kind.of!.owner, target };
}

/** Every name that could stand here, for suggestions. */
function namesInScope(lowering: Lowering, scope: Scope): string[] {
  const rows = scope.list
    ? kindOfRecords(lowering.model.kinds, scope.kind.index, scope.list.index)
    : undefined;
  return [
    ...(scope.record?.fieldByName.keys() ?? []),
    ...(rows ? lowering.definedNames(rows.index) : []),
    ...scope.kind.fieldByName.keys(),
    ...scope.kind.inverses.keys(),
    ...lowering.definedNames(scope.kind.index),
    ...(scope.kind.of ? namesInScope(lowering, ownerScope(lowering, scope)) : []),
    ...lowering.model.parameterByName.keys(),
  ];
}

/** Reports a name that means nothing: words run together first, then a near name. */
export function unknownName(lowering: Lowering, name: ast.Name, scope: Scope): null {
  if (lowering.model.lostNames.has(name.text)) return null;
  const scale = lowering.model.scales.get(name.text);
  if (scale && !isDecided(lowering.model, scale.name)) return undecided(lowering, scale, name);
  const external = lowering.model.externalScales.get(name.text);
  if (external) {
    const grades = external.join(" < ");
    return lowering.report("BF2091", { name: name.text, grades }, { span: name.span });
  }
  const beside = scope.beside && lowering.model.records[scope.beside.of!.record]!;
  if (
    beside &&
    (beside.fieldByName.has(name.text) || lowering.definersOf(scope.beside!.index, name.text).length > 0)
  )
    return lowering.report("BF2161", { name: name.text, record: beside.name }, { span: name.span });
  const known = namesInScope(lowering, scope);
  const members = lowering.model.enumerations.flatMap((e) => e.members);
  const words = segment(name.text, [...known, ...members, ...lowering.model.actionByName.keys()]);
  if (words && words.length > 1)
    return lowering.report(
      "BF2002",
      { name: name.text, split: words.join(" ") },
      {
        span: name.span,
        fixes: [titled("add-spaces", [{ span: name.span, text: words.join(" ") }])],
      },
    );
  const elsewhere = lowering.model.kinds.find(
    (k) => !k.of && k !== scope.kind && k.fieldByName.has(name.text),
  );
  const near = nearest(name.text, known);
  const isList = [scope.kind, scope.kind.of && ownerScope(lowering, scope).kind].some(
    (k) => k?.fieldByName.get(name.text)?.type?.kind === "list",
  );
  const record = scope.kind.of && lowering.model.records[scope.kind.of.record]!.name;
  const hint = isList
    ? hinted("use-count", { name: name.text })
    : findBuiltIn(name.text)
      ? hinted("needs-brackets")
      : elsewhere
        ? hinted("belongs-to", { owner: elsewhere.name, subject: scope.kind.name })
        : near
          ? hinted("did-you-mean", { near })
          : hinted(record === undefined ? "declare-in-subject" : "declare-in-record", {
              holder: record ?? scope.kind.name,
              name: name.text,
            });
  return lowering.report(
    "BF2001",
    { name: name.text, ...worded("what", "value"), ...hint },
    {
      span: name.span,
      ...(near && !elsewhere && !isList
        ? {
            fixes: [titled("change-to", [{ span: name.span, text: near }], { text: near })],
          }
        : {}),
    },
  );
}

/** `所在村.考核等次`, `所在队.派驻单位.主要领导`: through link fields to what the last one holds. */
export function lowerPath(lowering: Lowering, e: ast.PathExpression, scope: Scope): ir.Expr | null {
  const [first, ...rest] = e.segments;
  if (rest.length === 0) return lowerName(lowering, first!, scope);
  // Where records are looked at, the name of their list stands for the one record.
  if (isThisList(first!.text, scope)) return lowerPath(lowering, { ...e, segments: rest }, scope);
  if (isSeveral(first!.text, scope)) return severalHere(lowering, first!);
  if (scope.record?.fieldByName.get(first!.text)?.type?.kind === "link") return ofRecord(lowering, e, scope);
  const field = scope.kind.fieldByName.get(first!.text);
  if (!field && scope.kind.of) {
    const owner = ownerScope(lowering, scope);
    if (owner.kind.fieldByName.has(first!.text)) {
      const there = lowerPath(lowering, e, owner);
      return there && throughOwner(lowering, scope, there, lowering.text(e.span), e.span);
    }
  }
  if (!field) return unknownName(lowering, first!, scope);
  if (field.type === null) return null;
  if (field.type.kind !== "link") {
    if (field.type.kind === "list")
      return lowering.report(
        "BF2016",
        { name: first!.text, ...inMessage("function", { zh: "合计", en: englishName("合计") }) },
        { span: first!.span },
      );
    return lowering.report(
      "BF2007",
      {
        ...worded("expected", "expected-link"),
        text: first!.text,
        ...inMessage("found", describe(field.type)),
        ...hinted("link-before-dot"),
      },
      { span: first!.span },
    );
  }
  const target = lowering.model.kinds[field.type.subject]!;
  const there: Scope = { kind: target, list: null, record: null, hoists: true, cite: scope.cite };
  const inner = lowerPath(lowering, { ...e, segments: rest }, there);
  if (!inner) return null;
  // A second link is followed from the linked subject, as a value of its own there.
  const known = ["field", "cell", "parameter", "context"].includes(inner.op);
  const value = !known
    ? refer(lowering.hoist(there, inner, rest.map((s) => s.text).join("."), e.span))
    : inner;
  if (value.op === "parameter" || value.op === "context") return value;
  return { op: "via", type: value.type, link: field.index, target: value };
}

/** What the link of a record shows is a value of the record, as a row of its own kind. */
function ofRecord(lowering: Lowering, e: ast.PathExpression, scope: Scope): ir.Expr | null {
  const rows = scope.list && kindOfRecords(lowering.model.kinds, scope.kind.index, scope.list.index);
  if (!rows) throw new Error("a link of a record is followed unseen");
  const there = subjectScope(rows, scope.cite);
  const value = lowerPath(lowering, e, there);
  if (!value) return null;
  const cell = lowering.hoist(there, value, lowering.text(e.span), e.span);
  return { op: "cell", type: cell.type, of: "record", cell: cell.id };
}

const isThisList = (name: string, { list, record, kind }: Scope): boolean =>
  list !== null &&
  record !== null &&
  !record.fieldByName.has(name) &&
  (name === list.name || (name === record.name && !kind.fieldByName.has(name)));

/** The type in a clerk's words. */
export function describe(type: ir.Type | ir.ListType): Phrase {
  switch (type.kind) {
    case "number":
      return type.display.unit === "" ? phrase("number") : phrase("number-in", { unit: type.display.unit });
    case "truth":
      return phrase("is-yes-no");
    case "choice":
      return phrase("option");
    case "text":
      return phrase("text");
    case "date":
      return phrase("date");
    case "party":
      return phrase("party");
    case "link":
      return phrase("another-subject");
    case "links":
      return phrase("several-subjects");
    case "list":
      return phrase("several-records");
  }
}

/** A grade that is read and that nothing decides: one problem, where the grades are listed. */
function undecided(lowering: Lowering, scale: ScaleSymbol, read: ast.Name): null {
  const vote = lowering.model.provisions.find((p) => p.statement.kind === "ballot")?.statement;
  const name = vote?.kind === "ballot" ? vote.name : null;
  return lowering.report(
    "BF3250",
    {
      scale: scale.name,
      ...(name ? worded("vote", "yields-something-else", { name: name.text }) : unsaid("vote")),
    },
    {
      span: scale.node.name.span,
      related: [labelled("needed-here", read.span), ...(name ? [labelled("vote", name.span)] : [])],
    },
  );
}
