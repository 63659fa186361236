import { edits, type Kind, LABEL, next } from "./text.ts";

const BAND = /^ +(?:[\d.]+分?(?:以上|-\d+分|至\d+分)|不满[\d.]+分|[\d.]+分以上不满[\d.]+分) 为 /;

/** Lines that are pasted, doubled, broken or lost, and what a word processor leaves in them. */
export const LINES: readonly Kind[] = [
  {
    name: "invisible-character",
    zh: "名称里粘进了看不见的字符",
    en: "an invisible character pasted into a name",
    slips: (t) =>
      edits(t, ["rule", "field"], /(?<=^ +\p{L}{2})(?=\p{L})/gu, () => ({ put: "\u200b", code: "BF1001" })),
  },
  {
    name: "bullet",
    zh: "行首粘进了项目符号",
    en: "a bullet pasted at the start of a line",
    slips: (t) =>
      edits(t, ["rule", "field"], /^( +)(?=\p{L})/gu, (m) => ({ put: `${m[1]}● `, code: "BF1003" })),
  },
  {
    name: "page-number",
    zh: "粘进了页码",
    en: "a page number pasted in",
    slips: (t) =>
      t.lines.flatMap((l) =>
        l.sort === "rule" && LABEL.test(l.text) && !l.text.endsWith(":")
          ? [{ line: l.at, after: `${l.text}\n— ${(l.at % 9) + 2} —`, code: "BF1003", at: l.at + 2 }]
          : [],
      ),
  },
  {
    name: "symbol",
    zh: "粘进了别的符号",
    en: "a symbol pasted in",
    slips: (t) => edits(t, ["rule"], / (?=的,)/g, () => ({ put: "◎ ", code: "BF1003" })),
  },
  {
    name: "line-broken",
    zh: "一句话在“为”“对”后面断成两行",
    en: "a sentence broken into two lines after 为 or 对",
    slips: (t) =>
      edits(t, ["rule"], /(?<=[^ ] (?:为|低于|少于)) ?(?=[^ :]+ 的,)/g, () => ({
        put: "\n",
        code: "BF1071",
      })),
  },
  {
    name: "field-doubled",
    zh: "一栏粘了两遍",
    en: "a column pasted twice",
    slips: (t) =>
      t.lines.flatMap((l) =>
        l.sort === "field" && /^ +[^ :]+: /.test(l.code)
          ? [{ line: l.at, after: `${l.text}\n${l.text}`, code: "BF2003", at: l.at + 2 }]
          : [],
      ),
  },
  {
    name: "item-doubled",
    zh: "一项粘了两遍",
    en: "an item pasted twice",
    slips: (t) => {
      let list = false;
      return t.lines.flatMap((l) => {
        if (/下列情形.*:$/.test(l.code)) list = true;
        else if (l.sort === "blank") list = false;
        return list && /^ +\d+\. [^:]*$/.test(l.code)
          ? [{ line: l.at, after: `${l.text}\n${l.text}`, code: "BF5106", at: l.at + 2 }]
          : [];
      });
    },
  },
  {
    name: "definition-doubled",
    zh: "一个算式粘了两遍",
    en: "a definition pasted twice",
    slips: (t) =>
      t.lines.flatMap((l) =>
        l.sort === "rule" && /^ +[^ ]+ = /.test(l.code)
          ? [{ line: l.at, after: `${l.text}\n${l.text}`, code: "BF2003", at: l.at + 2 }]
          : [],
      ),
  },
  {
    name: "band-deleted",
    zh: "删掉了一段",
    en: "a band deleted",
    slips: (t) =>
      t.lines.flatMap((l) =>
        BAND.test(l.code) && BAND.test(t.lines[l.at - 1]!.code) && BAND.test(next(t, l.at)?.code ?? "")
          ? [{ line: l.at, after: null, code: "BF3101", at: l.at + 1 }]
          : [],
      ),
  },
  {
    name: "band-doubled",
    zh: "一段粘了两遍",
    en: "a band pasted twice",
    slips: (t) =>
      t.lines.flatMap((l) =>
        BAND.test(l.code)
          ? [{ line: l.at, after: `${l.text}\n${l.text}`, code: "BF3102", at: l.at + 2 }]
          : [],
      ),
  },
  {
    name: "boundary-included-twice",
    zh: "“不满”写成“以下”",
    en: "a bound included in two bands",
    slips: (t) =>
      edits(t, ["rule"], /(?<=^ +)不满(\d+)分(?= 为)/g, (m) => ({ put: `${m[1]}分以下`, code: "BF3102" })),
  },
  {
    name: "band-outside",
    zh: "表外多了一行分段",
    en: "a row of bands where there is no table",
    slips: (t) =>
      t.lines.flatMap((l) =>
        l.sort === "rule" && /^第.*宣示$/.test(l.text)
          ? [{ line: l.at, after: `${l.text}\n  90分以上 为 优秀`, code: "BF1024", at: l.at + 2 }]
          : [],
      ),
  },
  {
    name: "first-line-lost",
    zh: "复制时漏了第一行",
    en: "the first line left out in copying",
    slips: (t) =>
      edits(t, ["rule"], /^办法 .*$/g, (_, line) => ({ put: "", code: "BF2020", at: line.at + 2 })),
  },
  {
    name: "name-lost",
    zh: "名称一行只剩引号里的字",
    en: "only the quoted part of the line with the name is left",
    slips: (t) => edits(t, ["rule"], /^名称 /g, () => ({ put: "", code: "BF1025" })),
  },
];
