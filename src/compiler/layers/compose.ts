import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { type Piece, piecesOf } from "../../source/composed-text.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";
import { compare } from "./additions.ts";
import type { Link } from "./chain.ts";
import type { Change, ChangesRead } from "./change.ts";
import type { Origin } from "./origins.ts";
import { lastOffset } from "./places.ts";

/**
 * The consolidated text of a base and one layer:
 *
 *   what the layer says of itself (办法, 名称, 制定机关, 施行 …), in place of what the base says of itself
 *   the base up to its first article, then what the layer declares and sets
 *   the articles of the base, as changed
 *   the articles of the layer
 */
type P = Piece<Origin | null>;

interface Edit {
  readonly at: Span;
  readonly pieces: readonly P[];
  readonly order: readonly number[];
  /** It belongs to what stands in front of the first article, also right before it. */
  readonly declares?: true;
}

export function compose(
  link: Link,
  root: string,
  below: SourceText,
  under: ast.MeasureFile,
  read: ChangesRead,
): P[] {
  const own: Origin = {
    ...{ layer: link.name, how: "own", by: null, numbering: link.name },
    ...{ issuers: link.issuers, root },
  };
  const { source, file } = link;
  const { text } = source;
  const statements = file.body.filter(
    (i): i is ast.Statement => i.kind !== "chapter" && i.kind !== "section",
  );
  const words = (t: string, span: Span): P => ({ source, span, text: t, mark: own });

  const identity = statements.filter((s) => IDENTITY.has(s.kind));
  const header = identity.flatMap((s): P[] => {
    if (s.kind === "period") return [];
    const end = s.kind === "measure" ? s.name.span.end : lastOffset(s);
    return [...piecesOf<Origin | null>(source, { start: s.span.start, end }, own), words("\n", s.span)];
  });

  const cuts: Edit[] = identity.map((s) => removal(s, text));
  const blocks = mergedBlocks(link, under);
  for (const { block } of blocks) cuts.push(removal(block, text));
  cutChanges(file.body, text, words, cuts);

  const first = file.body.find((i) => i.kind === "chapter" || i.kind === "section");
  const split = first ? text.lastIndexOf("\n", first.span.start - 1) + 1 : text.length;
  const head = edited(source, { start: 0, end: split }, cuts, own);
  const tail = edited(source, { start: split, end: text.length }, cuts, own);

  const edits: Edit[] = read.changes.map(({ at, pieces, order }) => ({ at, pieces, order }));
  for (const s of under.body) if (replacedIdentity(s, statements)) edits.push(removal(s, below.text));
  for (const { block, host } of blocks) edits.push(...fieldsInto(host, block, source, below, own));
  edits.push(...joints(read.changes, below.text));
  const start = under.body.find((i) => i.kind === "chapter" || i.kind === "section");
  const articles = start ? below.text.lastIndexOf("\n", start.span.start - 1) + 1 : below.text.length;
  const line = { source, span: { start: text.length, end: text.length }, text: "\n", mark: own };
  const isHead = (e: Edit) => e.at.start < articles || (e.declares === true && e.at.start === articles);
  return [
    ...header,
    ...edited(
      below,
      { start: 0, end: articles },
      edits.filter((e) => isHead(e)),
      null,
    ),
    line,
    ...head,
    line,
    ...edited(
      below,
      { start: articles, end: below.text.length },
      edits.filter((e) => !isHead(e)),
      null,
    ),
    line,
    ...tail,
  ].filter((p) => p.text !== "");
}

/** What a measure says of itself. */
const IDENTITY: ReadonlySet<ast.Statement["kind"]> = new Set([
  "measure",
  "text-declaration",
  "issuers",
  "date-declaration",
  "period",
]);

/** Name, title, number and authority are always the layer's; the rest where the layer says it. */
function replacedIdentity(s: ast.Item, layer: readonly ast.Statement[]): s is ast.Statement {
  if (s.kind === "measure" || s.kind === "text-declaration") return true;
  if (s.kind === "issuers") return layer.some((l) => l.kind === "issuers");
  return s.kind === "date-declaration" && layer.some((l) => l.kind === "date-declaration" && l.of === s.of);
}

/** Takes a sentence out, with its line when nothing else stands on it. */
function removal(s: ast.Statement, text: string, pieces: readonly P[] = []): Edit {
  const last = lastOffset(s);
  const line = text.lastIndexOf("\n", s.span.start - 1) + 1;
  const behind = /^[ \t]*[;；。]?[ \t]*(?:#[^\n\r]*)?(\r?\n|$)/.exec(text.slice(last, last + 2000));
  const alone = text.slice(line, s.span.start).trim() === "" && behind !== null && pieces.length === 0;
  const at = alone
    ? { start: line, end: last + behind[0].length }
    : {
        start: s.span.start,
        end: last + (/^[ \t]*[;；]?/.exec(text.slice(last, last + 40))?.[0].length ?? 0),
      };
  return { at, pieces, order: [] };
}

/** Takes the changing sentences out; an article that says nothing else computes nothing of its own. */
function cutChanges(
  body: readonly ast.Item[],
  text: string,
  words: (t: string, span: Span) => P,
  cuts: Edit[],
  labelled = false,
): void {
  const isChange = (i: ast.Item) => i.kind === "amend" || i.kind === "delete" || i.kind === "insert";
  const says = body.some(
    (i) => !isChange(i) && i.kind !== "note" && i.kind !== "chapter" && i.kind !== "acceptance",
  );
  let stands = labelled && !says;
  for (const item of body) {
    if (item.kind === "section") cutChanges(item.body, text, words, cuts, true);
    else if (item.kind !== "chapter" && isChange(item)) {
      cuts.push(removal(item, text, stands ? [words("宣示", item.span)] : []));
      stands = false;
    }
  }
}

interface Block {
  readonly block: ast.SubjectDeclaration | ast.RecordDeclaration;
  readonly host: ast.SubjectDeclaration | ast.RecordDeclaration;
}

/** 对象 and 记录 of the layer that the base has already: their fields join those of the base. */
function mergedBlocks(link: Link, under: ast.MeasureFile): Block[] {
  const hosts = new Map<string, Block["host"]>();
  walk(under, (node) => {
    if (node.kind === "subject" || node.kind === "record") hosts.set(`${node.kind} ${node.name.text}`, node);
    return undefined;
  });
  return link.file.body.flatMap((s) => {
    if (s.kind !== "subject" && s.kind !== "record") return [];
    const host = hosts.get(`${s.kind} ${s.name.text}`);
    return host && s.fields.length > 0 ? [{ block: s, host }] : [];
  });
}

/** What the header of a layer cannot say, because its base has said it. */
export function headerProblems(link: Link, under: ast.MeasureFile): Problem[] {
  const problems: Problem[] = [];
  const period = (file: ast.MeasureFile) => file.body.find((s) => s.kind === "period");
  const [own, theirs] = [period(link.file), period(under)];
  if (own?.kind === "period" && own.frequency !== (theirs?.kind === "period" ? theirs.frequency : "year"))
    problems.push(problem("BF2920", {}, { span: own.span }));
  for (const { block, host } of mergedBlocks(link, under))
    if (block.kind === "subject" && host.kind === "subject" && block.key && block.key.text !== host.key?.text)
      problems.push(
        problem("BF2922", { subject: block.name.text, key: host.key?.text ?? "" }, { span: block.key.span }),
      );
  return problems;
}

function fieldsInto(
  host: Block["host"],
  block: Block["block"],
  source: SourceText,
  below: SourceText,
  own: Origin,
): Edit[] {
  const { text } = below;
  const last = lastOffset(host.fields.at(-1) ?? host);
  const end = text.indexOf("\n", last);
  const at = end < 0 ? text.length : end + 1;
  const fields = block.fields;
  const start = source.text.lastIndexOf("\n", fields[0]!.span.start - 1) + 1;
  const word = (t: string): P => ({ source, span: block.span, text: t, mark: own });
  return [
    {
      at: { start: at, end: at },
      pieces: [
        word(end < 0 ? "\n" : ""),
        ...piecesOf<Origin | null>(source, { start, end: lastOffset(block) }, own),
        word("\n"),
      ].filter((p) => p.text !== ""),
      order: [],
      declares: true,
    },
  ];
}

/** A `;` in front of what goes away would draw the next sentence to the one before it: it becomes a full stop. */
function joints(changes: readonly Change[], text: string): Edit[] {
  return changes.flatMap(({ kind, at }) => {
    if (kind !== "delete") return [];
    const before = /[;；,，][ \t]*(?:#[^\n\r]*)?\s*$/.exec(text.slice(Math.max(0, at.start - 500), at.start));
    if (!before) return [];
    const start = at.start - before[0].length;
    if (changes.some((c) => c.at.start <= start && start < c.at.end)) return [];
    const source = { ...{ start, end: start + 1 } };
    return [{ at: source, pieces: [], order: [] }];
  });
}

/** A stretch of a text with these edits made. */
function edited(source: SourceText, span: Span, edits: readonly Edit[], mark: Origin | null): P[] {
  const out: P[] = [];
  let at = span.start;
  const sorted = edits
    .filter((e) => e.at.start >= span.start && e.at.end <= span.end)
    // At one place: what goes, then what comes in the order of its numbers.
    .sort(
      (a, b) =>
        a.at.start - b.at.start ||
        a.at.end - b.at.end ||
        (a.order.length > 0 && b.order.length > 0
          ? compare(a.order, b.order)
          : a.order.length - b.order.length),
    );
  for (const e of sorted) {
    if (e.at.start < at) continue;
    out.push(...piecesOf(source, { start: at, end: e.at.start }, mark), ...e.pieces);
    at = e.at.end;
  }
  out.push(...piecesOf(source, { start: at, end: span.end }, mark));
  return out;
}
