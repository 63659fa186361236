import type { Enumeration, Field, ListType, Type } from "../../compiler/ir/ir.ts";
import { divide, type Rational, toText } from "../../runtime/rational.ts";
import { type Cell, html, htmlTable } from "../html.ts";
import { type Document, factId } from "./document.ts";

/** What is reported: the facts of every kind of subject and of every record, with unit, range, source and meaning. */
export function facts(d: Document): string {
  const { measure: m, words } = d;
  const kinds = m.subjects.filter((k) => !k.of);
  return [
    ...kinds.map((k) => block(k.name, words.ofKind(k.name), k.fields, k.fields[k.key]?.name ?? "", d)),
    ...m.records.map((r) => block(r.name, words.record(r.name), r.fields, "", d)),
  ].join("\n");
}

function block(owner: string, title: string, fields: readonly Field[], key: string, d: Document): string {
  const supplied = fields.filter((f) => !f.derived);
  const rows = supplied.map((f): (Cell | string)[] => [
    { markup: `<span id="${html(factId(owner, f.name))}">${html(f.name)}</span>` },
    [typeWords(f.type, f, d), ...remarks(f, f.name === key, d)].join(d.language === "zh" ? "；" : "; "),
    f.sources.join(d.words.separator),
    f.description ?? "",
  ]);
  return `<h3>${html(title)}</h3>${htmlTable({ head: d.words.factHead, rows, rowHeads: true, className: "facts" })}`;
}

function remarks(f: Field, isKey: boolean, d: Document): string[] {
  const { words } = d;
  if (isKey) return [words.key];
  const out: string[] = [];
  if (f.default !== null) out.push(words.default(defaultWords(f, d)));
  else out.push(f.optional ? words.optional : words.required);
  if (f.applies !== undefined) out.push(words.mayNotApply);
  if (f.yearly) out.push(words.yearly);
  return out;
}

function defaultWords(f: Field, d: Document): string {
  const e = f.default;
  if (e === null || f.type.kind === "list") return "";
  if (e.op === "number" && f.type.kind === "number")
    return `${shown(e.value, f.type.display.factor)}${f.type.display.unit}`;
  if (e.op === "truth") return yes(e.value, d);
  if (e.op === "member" && f.type.kind === "choice")
    return d.measure.enumerations[f.type.enumeration]?.members[e.value] ?? "";
  if (e.op === "text") return e.value;
  return "…";
}

const yes = (value: boolean, d: Document): string => {
  const [t = "", f = ""] = d.words.yesNo.split(/\s*[／/]\s*/);
  return value ? t : f;
};

/** How a value is written: unit, range and step, or the words to choose from. */
export function typeWords(
  type: Type | ListType,
  f: { readonly asFraction: boolean } | null,
  d: Document,
): string {
  const { words, measure: m } = d;
  switch (type.kind) {
    case "number": {
      if (f?.asFraction) return words.fraction;
      const { unit, factor } = type.display;
      const [low, high] = [type.low, type.high].map((v) => (v === null ? null : shown(v, factor)));
      const step = type.step === null ? "" : words.step(shown(type.step, factor), unit);
      if (low != null && high != null)
        return (low === high ? `${low}${unit}` : words.range(low, high, unit)) + step;
      if (low != null) return words.atLeast(low, unit) + step;
      if (high != null) return words.atMost(high, unit) + step;
      return (unit === "" ? words.plainNumber : unit) + step;
    }
    case "choice":
      return choices(m.enumerations[type.enumeration], d);
    case "truth":
      return words.yesNo;
    case "text":
      return words.text;
    case "date":
      return words.date;
    case "party":
      return words.party + (type.dated ? words.dated : "");
    case "link":
    case "links":
      return words[type.kind](m.subjects[type.subject]?.name ?? "");
    case "list":
      return words.lists[type.frequency](m.records[type.record]?.name ?? "");
  }
}

function choices(e: Enumeration | undefined, d: Document): string {
  if (e === undefined) return "";
  return e.kind === "options" ? e.members.join(d.words.separator) : e.members.join(" ＜ ");
}

function shown(value: Rational, factor: Rational): string {
  return toText(divide(value, factor));
}
