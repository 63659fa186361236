import { edits, type Kind } from "./text.ts";

const RULES = ["rule", "step", "field"] as const;

/** Marks that are left out, and marks put for others. */
export const PUNCTUATION: readonly Kind[] = [
  {
    name: "field-colon-dropped",
    zh: "一栏的名称后面漏了冒号",
    en: "no colon after the name of a column",
    slips: (t) => edits(t, ["field"], /^( +[^ :]+):/g, (m) => ({ put: m[1]!, code: "BF1035" })),
  },
  {
    name: "owner-colon-dropped",
    zh: "列项、分段前一句漏了冒号",
    en: "no colon before items or bands",
    slips: (t) => edits(t, ["rule"], /:$/g, () => ({ put: "", code: "BF1021" })),
  },
  {
    name: "semicolon-for-colon",
    zh: "列项、分段前一句的冒号写成分号",
    en: "a semicolon for the colon before items or bands",
    slips: (t) => edits(t, ["rule"], /:$/g, () => ({ put: "；", code: "BF1021" })),
  },
  {
    name: "header-colon-dropped",
    zh: "“措施”“参数”后面漏了冒号",
    en: "no colon after the category of actions or the name of a parameter",
    slips: (t) => edits(t, ["rule"], /^((?:措施|参数) [^:]+):/g, (m) => ({ put: m[1]!, code: "BF1035" })),
  },
  {
    name: "bracket-not-closed",
    zh: "括号没有写后一半",
    en: "a bracket that is not closed",
    slips: (t) =>
      edits(t, RULES, /\)(?=.)/g, (m, line) =>
        (m.index ?? 0) < 8 || line.code.slice(0, m.index ?? 0).includes("「")
          ? null
          : { put: "", code: "BF1005" },
      ),
  },
  {
    name: "bracket-not-opened",
    zh: "括号没有写前一半",
    en: "a bracket that is not opened",
    slips: (t) =>
      edits(t, RULES, /(?<=[^ (])\((?=[^)]*\))/g, (m, line) =>
        (m.index ?? 0) < 8 || line.code.slice(0, m.index ?? 0).includes("「")
          ? null
          : { put: "", code: "BF1006" },
      ),
  },
  {
    name: "title-not-closed",
    zh: "标题漏了“】”",
    en: "a title without its closing 】",
    slips: (t) =>
      t.lines.flatMap((l) =>
        l.sort === "rule" && /【[^】]*】/.test(l.text)
          ? [{ line: l.at, after: l.text.replace("】", ""), code: "BF1004", at: l.at + 1 }]
          : [],
      ),
  },
  {
    name: "title-marks-dropped",
    zh: "标题没有写在【】里",
    en: "a title without 【】",
    slips: (t) =>
      t.lines.flatMap((l) =>
        l.sort === "rule" && /【[^】]*】$/.test(l.text)
          ? [{ line: l.at, after: l.text.replace(/【([^】]*)】/, " $1"), code: "BF1025", at: l.at + 1 }]
          : [],
      ),
  },
  {
    name: "quote-not-closed",
    zh: "引号没有写后一半",
    en: "a quotation mark that is not closed",
    slips: (t) =>
      t.lines.flatMap((l) =>
        l.sort !== "comment" && l.sort !== "note" && /“[^”]*”/.test(l.text)
          ? [{ line: l.at, after: l.text.replace("”", ""), code: "BF1004", at: l.at + 1 }]
          : [],
      ),
  },
  {
    name: "quote-turned",
    zh: "两个引号都是前一半",
    en: "both quotation marks opening ones",
    slips: (t) =>
      t.lines.flatMap((l) =>
        l.sort !== "comment" && l.sort !== "note" && /^[^“]*“[^“”]*”[^“”]*$/.test(l.text)
          ? [{ line: l.at, after: l.text.replace("”", "“"), code: "BF1004", at: l.at + 1 }]
          : [],
      ),
  },
  {
    name: "corner-bracket-not-closed",
    zh: "「」没有写后一半",
    en: "「 without 」",
    slips: (t) => edits(t, ["rule"], /」/g, () => ({ put: "", code: "BF1004" })),
  },
  {
    name: "enumeration-mark-dropped",
    zh: "列举的词之间漏了顿号",
    en: "nothing between two words of an enumeration",
    slips: (t) =>
      edits(t, ["rule", "field"], /(?<=(?:措施 [^:]+: |选项 |由高到低 )[^、□]*)、(?=[^(]*$)/g, () => ({
        put: " ",
        code: "BF1033",
      })),
  },
  {
    name: "stop-inside-sentence",
    zh: "句子中间的逗号写成句号",
    en: "a full stop for a comma inside a sentence",
    slips: (t) =>
      edits(t, ["rule"], / 的,/g, (_, line) => ({
        put: " 的。",
        code: line.code.includes("下列") ? "BF1049" : "BF1031",
      })),
  },
  {
    name: "pause-for-comma",
    zh: "句子中间的逗号写成顿号",
    en: "an enumeration mark for a comma inside a sentence",
    slips: (t) => edits(t, ["rule"], / 的,/g, () => ({ put: " 的、", code: "BF1030" })),
  },
  {
    name: "stop-for-enumeration-mark",
    zh: "顿号写成句点",
    en: "a full point for an enumeration mark",
    slips: (t) =>
      edits(t, ["rule", "field"], /(?<=(?:措施 [^:]+: |选项 )[^、□]*)、(?=[^(]*$)/g, () => ({
        put: ".",
        code: "BF1030",
      })),
  },
];
