import { lookUp } from "../../diagnostics/catalogue/index.ts";
import { titled, worded } from "../../diagnostics/phrases.ts";
import { type Fix, hasErrors, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { parse } from "../../parser/parse.ts";
import { ComposedText } from "../../source/composed-text.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";
import type { Model, PlacedAcceptance } from "./model.ts";

/**
 * `认可 CODE “reason”` keeps a finding on the record instead of raising it, for the provision it stands in
 * (the whole measure when it stands under none). Only warnings can be accepted; an acceptance that covers
 * nothing is itself a finding; not beside errors, which keep some findings from being looked for. Where several
 * cover a finding, the nearest gives the reason: a clause may have one of its own beside that of the whole measure.
 *
 * In a layered measure an acceptance speaks for the words that its author could know: those of its own file and of the
 * bases below. What a layer adds to or changes in a clause, the acceptances of its base do not cover; one that stands
 * in an article of the layer covers the words that this article puts into its base.
 */
export function applyAcceptances(model: Model, problems: readonly Problem[]): Problem[] {
  const extra = unusableAcceptances(model);
  const usable = model.acceptances.filter((a) => isUsable(a.node.code.text));
  const used = new Set<(typeof usable)[number]>();
  const level = levelsOf(model.source);
  // What is said of the measure as a whole stands at its name, which every layer replaces: who wrote what it is about?
  const head = model.file.body.find((s) => s.kind === "measure")?.span ?? { start: -1, end: -1 };
  const levelOf = (p: Problem) =>
    p.span!.start < head.start || p.span!.end > head.end
      ? level(p.span!)
      : Math.min(Number.POSITIVE_INFINITY, ...(p.related ?? []).map((r) => level(r.span)));
  const putElsewhere = ownWords(model);
  const result = problems.map((p) => {
    if (p.severity === "error" || p.accepted !== undefined) return p;
    const at = p.span;
    const covers = usable.filter(
      (a) =>
        a.node.code.text === p.code &&
        at !== undefined &&
        ((at.start >= a.covers.start && at.end <= a.covers.end && levelOf(p) >= level(a.node.span)) ||
          putElsewhere(a, at)),
    );
    const [cover] = covers.sort((a, b) => extent(a) - extent(b));
    if (!cover) return p;
    used.add(cover);
    return { ...p, accepted: cover.node.reason.text };
  });
  const open = new Set<string>(result.flatMap((p) => (p.accepted === undefined ? p.code : [])));
  for (const a of hasErrors(problems) ? [] : usable) {
    if (used.has(a)) continue;
    const code = a.node.code.text;
    // Where the finding stands elsewhere, the reason may belong there: that is for its author to say.
    const fixes = open.has(code) ? [] : withoutIt(model.source.text, a.node.span);
    extra.push(problem("BF5103", { code }, { span: a.node.span, ...(fixes.length > 0 && { fixes }) }));
  }
  return [...result, ...extra];
}

/** The acceptance goes, with its line where it has one of its own; not from behind a label, which would be left empty. */
function withoutIt(text: string, { start, end }: Span): Fix[] {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const to = lineEnd < 0 ? text.length : lineEnd + 1;
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  const stop = /^[;；。]?/.exec(after)![0].length;
  if (before.trim() === "") {
    const alone = after.slice(stop).trim() === "";
    return [
      titled("delete-acceptance", [
        { span: alone ? { start: from, end: to } : { start, end: end + stop }, text: "" },
      ]),
    ];
  }
  // Behind another statement of the line: that one keeps what ends it.
  const joint = /[;；]\s*$/.exec(before)?.[0].length;
  return joint === undefined
    ? []
    : [titled("delete-acceptance", [{ span: { start: start - joint, end }, text: "" }])];
}

/** Acceptances of errors, or of what is no finding: errors themselves. */
export function unusableAcceptances(model: Model): Problem[] {
  return model.acceptances.flatMap(({ node: { code } }) => {
    if (isUsable(code.text)) return [];
    return [
      problem(
        "BF2029",
        { code: code.text, ...worded("why", lookUp(code.text) ? "is-error" : "is-no-finding") },
        { span: code.span },
      ),
    ];
  });
}

function isUsable(code: string): boolean {
  const entry = lookUp(code);
  return entry !== undefined && entry.severity !== "error";
}

/** How far down the chain of layers words were written; 0 is the topmost layer. Of a stretch: its topmost words. */
function levelsOf(source: SourceText): (span: Span) => number {
  if (!(source instanceof ComposedText)) return () => 0;
  const files = "files" in source ? (source.files as readonly SourceText[]) : source.sources;
  const order = new Map(files.map((f, i) => [f, i]));
  return (span) => {
    const levels = source.cut({ start: span.start, end: Math.max(span.end, span.start + 1) });
    return Math.min(...levels.map((piece) => order.get(piece.source) ?? 0));
  };
}

/** Whether an article of a layer, in which an acceptance stands, wrote these words into the base. */
function ownWords({ source }: Model): (a: PlacedAcceptance, words: Span) => boolean {
  if (!(source instanceof ComposedText)) return () => false;
  const articles = new Map<PlacedAcceptance, { readonly of: SourceText; readonly span: Span } | null>();
  const articleOf = (a: PlacedAcceptance) => {
    const { source: of, span } = source.locate(a.node.span);
    const around = (section: ast.Item): Span | null =>
      section.kind === "section" && section.span.start <= span.start && span.end <= section.span.end
        ? (section.body.map(around).find((s) => s !== null) ?? section.span)
        : null;
    const found = parse(of)
      .file.body.map(around)
      .find((s) => s !== null);
    return found ? { of, span: found } : null;
  };
  return (a, words) => {
    const article = articles.has(a) ? articles.get(a)! : articleOf(a);
    articles.set(a, article);
    const there = source.locate(words);
    return (
      article?.of === there.source &&
      article.span.start <= there.span.start &&
      there.span.end <= article.span.end
    );
  };
}

const extent = ({ covers }: Model["acceptances"][number]): number => covers.end - covers.start;
