/** Where comments on lines of their own belong: to what follows, or to what stands above. */

/** One line of the page. */
export interface PageLine {
  /** The line of the source it comes from. */
  readonly source: number;
  /** Columns; undefined for a line that holds nothing but a comment, which takes its neighbour's. */
  readonly indent: number | undefined;
  text: string;
  /** The end of a field that stands in a column with those of its block, until it is joined to the text. */
  tail: string | undefined;
  comment: string | undefined;
  /** A blank line comes before it: it begins a chapter, an article or a data block, or follows the latter. */
  readonly apart: boolean;
}

/** Comment lines with no blank line between them. */
export interface CommentGroup {
  readonly first: PageLine;
  /** The line right below; undefined when a blank line comes between. */
  readonly introduces: PageLine | undefined;
  readonly indent: number;
  readonly apart: boolean;
}

/**
 * The group of each comment line. A group is indented like what follows, unless a blank line parts it from
 * that and none from what stands above.
 * @param lines the page in order
 */
export function commentGroups(lines: readonly PageLine[]): Map<PageLine, CommentGroup> {
  const groups = new Map<PageLine, CommentGroup>();
  let next: PageLine | undefined;
  for (let end = lines.length - 1; end >= 0; end--) {
    const last = lines[end]!;
    if (last.indent !== undefined) {
      next = last;
      continue;
    }
    let start = end;
    while (lines[start - 1]?.indent === undefined && start > 0 && touch(lines[start - 1]!, lines[start]!))
      start--;
    const above = lines[start - 1];
    const closes = above?.indent !== undefined && touch(above, lines[start]!);
    const introduces = next !== undefined && touch(last, next) ? next : undefined;
    const group: CommentGroup = {
      first: lines[start]!,
      introduces,
      indent: (closes && introduces === undefined ? above.indent : next?.indent) ?? 0,
      apart: introduces?.apart ?? false,
    };
    for (let k = start; k <= end; k++) groups.set(lines[k]!, group);
    end = start;
  }
  return groups;
}

/** Whether no blank line stands between two lines of the source. */
export function touch(a: PageLine, b: PageLine): boolean {
  return b.source - a.source === 1;
}
