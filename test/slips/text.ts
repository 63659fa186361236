/** A measure as somebody sees it who types it: lines, and which parts of them are words of the language. */

export interface Line {
  /** From 0. */
  readonly at: number;
  readonly text: string;
  /** The line with strings, titles and comments blotted out, so that a slip is made outside them. */
  readonly code: string;
  readonly sort: "blank" | "comment" | "note" | "acceptance" | "field" | "step" | "rule";
}

export interface Text {
  readonly measure: string;
  readonly lines: readonly Line[];
  /** Names of declared facts with their type as written, kinds of subject, actions, and options of facts and grades. */
  readonly facts: ReadonlyMap<string, string>;
  readonly kinds: readonly string[];
  readonly actions: readonly string[];
  readonly values: readonly string[];
}

export const BLOT = "□";
const blot = (s: string): string => BLOT.repeat(s.length);

/** What a slip changes: a line becomes other lines (null: it is gone). */
export interface Slip {
  readonly line: number;
  readonly after: string | null;
  /** The code the first message should have, and the line it should stand on (from 1, in the changed text). */
  readonly code: string;
  readonly at: number;
}

export interface Kind {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly slips: (text: Text) => Slip[];
}

export function readText(measure: string, source: string): Text {
  let block: "field" | "step" | null = null;
  let blockIndent = 0;
  const lines = source.split("\n").map((text, at): Line => {
    const code = text.replace(/“[^”]*”|【[^】]*】|#.*$/g, blot);
    const body = text.trim();
    const indent = text.length - text.trimStart().length;
    if (body === "" || indent <= blockIndent) block = null;
    const sort: Line["sort"] =
      body === ""
        ? "blank"
        : body.startsWith("#")
          ? "comment"
          : body.startsWith("注:")
            ? "note"
            : body.startsWith("认可")
              ? "acceptance"
              : (block ?? "rule");
    if (/^(对象|记录) /.test(body)) [block, blockIndent] = ["field", indent];
    if (/^(程序|测评) /.test(body.replace(/^[^ ]+: /, ""))) [block, blockIndent] = ["step", indent];
    return { at, text, code: sort === "note" || sort === "comment" ? blot(text) : code, sort };
  });
  const facts = new Map<string, string>();
  const values: string[] = [];
  for (const { sort, code } of lines) {
    const field = sort === "field" ? /^ *([^ :]+): *([^ ,□]+)/.exec(code) : null;
    if (field) facts.set(field[1]!, field[2]!);
    const options = /(?:选项|等级|由高到低) ([^,□]+)/.exec(code)?.[1];
    if (options) values.push(...options.split(/[、<]/).map((v) => v.trim()));
  }
  const after = (word: string) =>
    lines.flatMap(({ code }) => {
      const m = new RegExp(`^ *${word} ([^,: ]+)`).exec(code);
      return m ? [m[1]!] : [];
    });
  const actions = lines.flatMap(({ text }) =>
    /^措施 /.test(text)
      ? text
          .slice(text.indexOf(":") + 1)
          .split(/[、<]/)
          .map((a) => a.replace(/\(.*/, "").trim())
      : [],
  );
  return { measure, lines, facts, kinds: after("对象"), actions, values };
}

/** All lines of these sorts where the pattern matches the code, one slip for each match that gives one. */
export function edits(
  text: Text,
  sorts: readonly Line["sort"][],
  pattern: RegExp,
  change: (m: RegExpMatchArray, line: Line) => { put: string; code: string; at?: number } | null,
): Slip[] {
  return text.lines.flatMap((line) =>
    sorts.includes(line.sort)
      ? [...line.code.matchAll(pattern)].flatMap((m) => {
          const made = change(m, line);
          if (made === null) return [];
          const end = m.index + m[0].length;
          const after = line.text.slice(0, m.index) + made.put + line.text.slice(end);
          return [{ line: line.at, after, code: made.code, at: made.at ?? line.at + 1 }];
        })
      : [],
  );
}

/** The next line that is not blank, a comment, a note or an acceptance. */
export function next(text: Text, at: number): Line | undefined {
  return text.lines.slice(at + 1).find((l) => !["blank", "comment", "note", "acceptance"].includes(l.sort));
}

/** The first line after the declarations that uses a name as a word of its own. */
export function firstUse(text: Text, name: string, besides: number): Line | undefined {
  const word = new RegExp(`(?<![\\p{L}_·「])${name}(?![\\p{L}_·」])`, "u");
  return text.lines.find((l) => l.at !== besides && l.sort !== "field" && word.test(l.code));
}

export const LABEL =
  /^ *(第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、|〔[\d.]+〕|\([一二三四五六七八九十\d]+\)|\d+\.)/;
