import { edits, type Kind, LABEL, type Slip, type Text } from "./text.ts";

const CHINESE = "一二三四五六七八九十";

/** Items of one list: labelled lines of one sort in a row, in the order of the text. */
function runs(t: Text, label: RegExp): { line: number; number: number }[][] {
  const found: { line: number; number: number; indent: number }[][] = [];
  for (const l of t.lines) {
    const m = l.sort === "rule" ? label.exec(l.code) : null;
    if (!m) {
      if (l.sort === "rule" && LABEL.test(l.code) && l.code.search(/\S/) < (found.at(-1)?.[0]?.indent ?? 0))
        found.push([]);
      continue;
    }
    const number = /\d/.test(m[1]!) ? Number(m[1]) : CHINESE.indexOf(m[1]!) + 1;
    const item = { line: l.at, number, indent: l.code.search(/\S/) };
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run && last && number === last.number + 1 && last.indent === item.indent) run.push(item);
    else found.push([item]);
  }
  return found.filter((r) => r.length > 1);
}

const BRACKETED = /^ *\(([一二三四五六七八九])\)/;
const DOTTED = /^ +(\d)\. /;

const relabel = (t: Text, line: number, from: RegExp, to: string): string =>
  t.lines[line]!.text.replace(from, to);

/** Numbers and levels of labels. */
export const LABELS: readonly Kind[] = [
  {
    name: "bracketed-as-article",
    zh: "（二）写成二、",
    en: "(二) written 二、",
    slips: (t) =>
      t.lines.some((l) => /^第/.test(l.text))
        ? runs(t, BRACKETED).flatMap((run): Slip[] =>
            run.slice(1).map(({ line, number }) => ({
              line,
              after: relabel(t, line, /\(.\)/, `${CHINESE[number - 1]}、`),
              code: "BF5108",
              at: line + 1,
            })),
          )
        : [],
  },
  {
    name: "dotted-as-chinese",
    zh: "2. 写成二、",
    en: "2. written 二、",
    slips: (t) =>
      t.lines.some((l) => /^第/.test(l.text))
        ? runs(t, DOTTED).flatMap((run) =>
            run.slice(1).map(({ line, number }) => ({
              line,
              after: relabel(t, line, /\d\. /, `${CHINESE[number - 1]}、`),
              code: "BF5108",
              at: line + 1,
            })),
          )
        : [],
  },
  {
    name: "label-half-bracket",
    zh: "（二）写成二）",
    en: "(二) written 二)",
    slips: (t) =>
      runs(t, BRACKETED).flatMap((run) =>
        run.map(({ line }) => ({
          line,
          after: relabel(t, line, /\((?=.\))/, ""),
          code: "BF1006",
          at: line + 1,
        })),
      ),
  },
  {
    name: "label-not-closed",
    zh: "（二）写成（二",
    en: "(二) written (二",
    slips: (t) =>
      runs(t, BRACKETED).flatMap((run) =>
        run.map(({ line }) => ({
          line,
          after: relabel(t, line, /(?<=\(.)\)/, " "),
          code: "BF1005",
          at: line + 1,
        })),
      ),
  },
  {
    name: "label-repeated",
    zh: "复制一项以后没有改序号",
    en: "a copied item with its old number",
    slips: (t) =>
      [...runs(t, BRACKETED), ...runs(t, DOTTED)].flatMap((run) =>
        run.slice(1).map(({ line, number }) => ({
          line,
          after: /\d/.test(t.lines[line]!.text.trim()[0]!)
            ? relabel(t, line, /\d/, `${number - 1}`)
            : relabel(t, line, /(?<=\()./, CHINESE[number - 2]!),
          code: "BF5106",
          at: line + 1,
        })),
      ),
  },
  {
    name: "article-repeated",
    zh: "两条用了同一个条号",
    en: "two articles with one number",
    slips: (t) => {
      const articles = t.lines.filter((l) => /^第[一二三四五六七八九十]+条/.test(l.text));
      return articles.slice(1).map((l, i) => ({
        line: l.at,
        after: l.text.replace(/^第.*?条/, /^第.*?条/.exec(articles[i]!.text)![0]),
        code: "BF5106",
        at: l.at + 1,
      }));
    },
  },
  {
    name: "label-skipped",
    zh: "删去一项以后没有改序号",
    en: "a number left out after an item was deleted",
    slips: (t) =>
      [...runs(t, BRACKETED), ...runs(t, DOTTED)].flatMap((run) =>
        run.slice(-1).map(({ line, number }) => ({
          line,
          after: /\d/.test(t.lines[line]!.text.trim()[0]!)
            ? relabel(t, line, /\d/, `${number + 1}`)
            : relabel(t, line, /(?<=\()./, CHINESE[number]!),
          code: "BF5107",
          at: line + 1,
        })),
      ),
  },
  {
    name: "two-labels",
    zh: "两项粘成了一行",
    en: "two items run into one line",
    slips: (t) =>
      t.lines.flatMap((l) => {
        const label = /^ +(?:\(.\)|\d\.) ?/.exec(l.code);
        const following = t.lines[l.at + 1];
        return label && l.sort === "rule" && following && LABEL.test(following.code) && !/:$/.test(l.code)
          ? [
              {
                line: l.at,
                after: l.text.replace(
                  /(?<=^ *(?:\(.\)|\d\.))/,
                  ` ${following.text.trim().match(LABEL)![0]} `,
                ),
                code: "BF1020",
                at: l.at + 1,
              },
            ]
          : [];
      }),
  },
  {
    name: "wrong-indentation",
    zh: "没有序号的一句缩进在有序号的一项之下",
    en: "an unlabelled sentence indented under a labelled one that is complete",
    slips: (t) =>
      t.lines.flatMap((l) => {
        const before = t.lines.slice(0, l.at).findLast((p) => p.sort === "rule");
        return l.sort === "rule" &&
          / 的,对 /.test(l.code) &&
          !LABEL.test(l.code) &&
          before &&
          / 的,对 /.test(before.code)
          ? [{ line: l.at, after: `    ${l.text}`, code: "BF1023", at: l.at + 1 }]
          : [];
      }),
  },
  {
    name: "colon-without-items",
    zh: "一句后面多了冒号",
    en: "a colon too many after a sentence",
    slips: (t) => edits(t, ["rule"], /(?<= 的,对 [^ ]+ [^ ,:;]+)$/g, () => ({ put: ":", code: "BF1022" })),
  },
];
