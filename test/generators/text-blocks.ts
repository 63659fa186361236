import type { Tape } from "./tape.ts";

/**
 * A measure as a tree of provisions, so that a test can reorder what stands side by side. Labels travel with
 * their provisions: a shuffled text cites what it cited before.
 */
export interface Block {
  /** `第二条`, `(一)`, `1.`; null for a statement without a label. */
  readonly label: string | null;
  readonly title: string | null;
  /** The statement; several lines where it has rows. Empty for a heading. */
  readonly text: readonly string[];
  readonly children: readonly Block[];
}

export interface MeasureText {
  /** Declarations before the first article, one block a declaration. */
  readonly declarations: readonly string[];
  readonly articles: readonly Block[];
}

export const statement = (...text: string[]): Block => ({ label: null, title: null, text, children: [] });

export const leaf = (label: string, text: string, children: readonly Block[] = []): Block => ({
  label,
  title: null,
  text: [text],
  children,
});

export const heading = (label: string, title: string, children: readonly Block[]): Block => ({
  label,
  title,
  text: [],
  children,
});

export function render({ declarations, articles }: MeasureText): string {
  return `${[...declarations, ...articles.flatMap((a) => lines(a, ""))].join("\n")}\n`;
}

function lines(block: Block, indent: string): string[] {
  const title = block.title === null ? "" : `【${block.title}】`;
  const [first = "", ...rest] = block.text;
  const head = `${block.label ?? ""}${title}${block.label !== null && first !== "" && title === "" ? " " : ""}${first}`;
  return [
    ...(head === "" ? [] : [indent + head]),
    ...rest.map((row) => `${indent}  ${row}`),
    ...block.children.flatMap((child) => lines(child, `${indent}  `)),
  ];
}

/**
 * The same provisions in another order: articles among themselves, clauses within their article, items
 * within their list. Statements without a label stay before the labelled ones, which would adopt them.
 */
export function shuffle(text: MeasureText, tape: Tape): MeasureText {
  return { ...text, articles: shuffled(text.articles, tape) };
}

function shuffled(blocks: readonly Block[], tape: Tape): Block[] {
  const inside = blocks.map((b) => ({ ...b, children: shuffled(b.children, tape) }));
  const plain = inside.filter((b) => b.label === null);
  const labelled = inside.filter((b) => b.label !== null);
  return [...tape.some(plain, plain.length), ...tape.some(labelled, labelled.length)];
}

/** Adds a clause to the article of that label, at any place among its labelled clauses. */
export function insertClause(text: MeasureText, article: string, clause: Block, place: number): MeasureText {
  const articles = text.articles.map((a) => {
    if (a.label !== article) return a;
    const plain = a.children.filter((b) => b.label === null);
    const labelled = a.children.filter((b) => b.label !== null);
    labelled.splice(place % (labelled.length + 1), 0, clause);
    return { ...a, children: [...plain, ...labelled] };
  });
  return { ...text, articles };
}
