import { titled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import type { Span } from "../../source/span.ts";
import { placeAt } from "../analyze/closings.ts";
import type { Model } from "../analyze/model.ts";
import { actsOf, clauseOf, effectsOf, groupBy, unique } from "./reading.ts";

/** INC, LIST, REF, DISC: what single words leave open, in texts that the measure keeps as they are. */
export function openWording(model: Model): Problem[] {
  return [...bounds(model), ...lists(model), ...references(model), ...discretion(model)];
}

/** Descriptions and declaratory texts; notes explain and are left alone. */
function texts(model: Model): ast.Text[] {
  const found: ast.Text[] = [];
  walk(model.file, (n) => {
    if (n.kind === "description") found.push(n.text);
    else if (n.kind === "declaratory" && n.text) found.push(n.text);
    return undefined;
  });
  return found;
}

const BOUND =
  /[0-9一二两三四五六七八九十百千万%％级年月日]\s*[分元次天人名岁个]?(?:以上|以下|以内|以前|之内)(?!\s*[((](?:不)?含)/;

/** `(含)` or `(不含)` behind the words, in the text itself. */
function inclusion(model: Model, t: ast.Text, words: string): Fix[] {
  const at = model.source.slice(t.span).indexOf(words);
  if (at < 0) return [];
  // A description stays in its own language whatever that of the keywords.
  const span = placeAt(t.span.start + at + words.length);
  return ["(含)", "(不含)"].map((text) => titled("say", [{ span, text }], { text }));
}

/** INC: a bound whose own number is not said to count; a month's beginning or end. */
function bounds(model: Model): Problem[] {
  const written = texts(model).flatMap((t) => {
    const hit = BOUND.exec(t.text)?.[0];
    return hit ? [problem("BF3230", { words: hit }, { span: t.span, fixes: inclusion(model, t, hit) })] : [];
  });
  const dated = actsOf(model).flatMap(({ act: { deadline: d } }) =>
    d && d.day === undefined && !d.days && !d.amount && (d.edge === "early" || d.edge === "start")
      ? [problem("BF3230", { words: d.text }, { span: d.span })]
      : [],
  );
  return [...written, ...dated];
}

/** LIST: 其他 among options, 等 in a text, a source that names everybody concerned. */
function lists(model: Model): Problem[] {
  const found: Problem[] = [];
  const open = (words: string, span: ast.Text["span"], fixes: readonly Fix[] = []) =>
    found.push(problem("BF3231", { words }, { span, fixes }));
  for (const t of texts(model)) {
    const hit = /[^\s、,。;]{1,8}等(?=[^级次同于待]|$)/.exec(t.text)?.[0];
    if (hit) open(hit, t.span, complete(model, t, hit));
  }
  const declared = new Set<ast.Statement>(model.provisions.map((p) => p.statement));
  for (const owner of [...model.kinds, ...model.records].filter((o) => declared.has(o.node)))
    for (const f of owner.fields) {
      if (!owner.node.fields.includes(f.node)) continue;
      const t = f.node.type;
      if (t.kind === "options-type")
        for (const o of t.options) if (/^其[他它余]|^等$/.test(o.text)) open(o.text, o.span);
      for (const a of f.node.attributes)
        if (a.kind === "source")
          for (const n of a.names) if (/有关|相关|各/.test(n.text)) open(n.text, n.span);
    }
  return found;
}

/** The list is complete: 等 goes. */
function complete(model: Model, t: ast.Text, words: string): Fix[] {
  const at = model.source.slice(t.span).indexOf(words);
  const end = t.span.start + at + words.length;
  return at < 0 ? [] : [titled("list-complete", [{ span: { start: end - 1, end }, text: "" }])];
}

/** REF: another text, table or attachment that the measure does not hold. */
function references(model: Model): Problem[] {
  return texts(model).flatMap((t) => {
    const hit = /《[^》]+》|附件[0-9一二三四五六七八九十]*|附表|按(?:有关|相关)?规定|另行(?:制定|规定)/.exec(
      t.text,
    )?.[0];
    return hit ? [problem("BF3232", { what: hit }, { span: t.span })] : [];
  });
}

/** DISC: an effect that may be or not be. */
function discretion(model: Model): Problem[] {
  const effects = effectsOf(model).flatMap(({ effect, provision }) => {
    if (effect.kind !== "consequence") return [];
    const uses = effect.actions.filter((u) => {
      const m = u.modality === "must" ? effect.modality : u.modality;
      return m === "may" || m === "advisory";
    });
    return uses.map((u) => ({
      words: u.choice.map((c) => c.name.text),
      span: u.span,
      provision,
      modal: modalIn(model, effect.span, u.choice[0]!.name.span),
    }));
  });
  const modal = texts(model).flatMap((t) => {
    const hit = /原则上|一般应|重要依据|重要参考|优先考虑|可以|酌情/.exec(t.text)?.[0];
    return hit ? [problem("BF3233", { words: hit }, { span: t.span })] : [];
  });
  return [
    ...groupBy(effects, clauseOf).map((group) =>
      problem(
        "BF3233",
        { words: unique(group.flatMap((e) => e.words)) },
        { span: group[0]!.span, fixes: withoutModal(group.map((e) => e.modal)) },
      ),
    ),
    ...modal,
  ];
}

/** Where `可以`, `优先` or `酌情` stands before the action; null where it cannot be told. */
function modalIn(model: Model, effect: Span, action: Span): Span | null {
  if (model.file.language === "en") return null;
  const before = model.source.slice({ start: effect.start, end: action.start });
  const found = [...before.matchAll(/(?:可以|可|优先|酌情)\s*/g)];
  const [only] = found;
  if (!only || found.length > 1) return null;
  const start = effect.start + only.index;
  // Without it nothing would say that an effect begins here.
  if (start === effect.start && /^(?:给予|予以)/.test(model.source.text.slice(start + only[0].length)))
    return null;
  return { start, end: start + only[0].length };
}

function withoutModal(places: readonly (Span | null)[]): Fix[] {
  const spans = places.filter((s) => s !== null);
  if (spans.length < places.length) return [];
  const distinct = [...new Map(spans.map((s) => [s.start, s])).values()];
  return [
    titled(
      "always-given",
      distinct.map((span) => ({ span, text: "" })),
    ),
  ];
}
