import { BLOT, edits, firstUse, type Kind, type Slip, type Text } from "./text.ts";

/** A name as somebody mistypes it: two characters changed round. */
function mistyped(name: string, taken: ReadonlySet<string>): string | null {
  const c = [...name];
  const at = c.length - 2;
  if (at < 0 || c[at] === c[at + 1]) return null;
  [c[at], c[at + 1]] = [c[at + 1]!, c[at]!];
  const wrong = c.join("");
  return taken.has(wrong) ? null : wrong;
}

/** Each of the names where the pattern around it matches. */
function misspelt(t: Text, names: readonly string[], around: (name: string) => RegExp, code: string): Slip[] {
  const taken = new Set([...t.facts.keys(), ...t.kinds, ...t.actions, ...t.values]);
  return [...new Set(names)].flatMap((name) => {
    const wrong = /[「(]/.test(name) ? null : mistyped(name, taken);
    return wrong === null ? [] : edits(t, ["rule"], around(name), () => ({ put: wrong, code }));
  });
}

const MISSING_SPACE = "BF1062/BF2002";
const wordsOf = (text: string) => text.replaceAll(BLOT, "");

/** Names that are mistyped, and words that run into each other. */
export const NAMES: readonly Kind[] = [
  {
    name: "fact-misspelt",
    zh: "用到的一栏写错了字",
    en: "a fact misspelt where it is used",
    slips: (t) =>
      misspelt(
        t,
        [...t.facts.keys()],
        (n) => new RegExp(`(?<=[ (])${n}(?=[ ,)]|$)(?<!(?:对|由|为) ${n})`, "g"),
        "BF2001",
      ),
  },
  {
    name: "option-misspelt",
    zh: "选项、等次写错了字",
    en: "an option or a grade misspelt",
    slips: (t) => misspelt(t, t.values, (n) => new RegExp(`(?<= 为 )${n}(?=[ ,)]|$)`, "g"), "BF2008"),
  },
  {
    name: "action-misspelt",
    zh: "措施写错了字",
    en: "an action misspelt",
    slips: (t) => misspelt(t, t.actions, (n) => new RegExp(`(?<= 对 [^ ]+ )${n}(?=[,、(]|$)`, "g"), "BF2013"),
  },
  {
    name: "kind-misspelt",
    zh: "对象写错了字",
    en: "the subject of a clause misspelt",
    slips: (t) => misspelt(t, t.kinds, (n) => new RegExp(`(?<=^ *)${n}(?=: )`, "g"), "BF2011"),
  },
  {
    name: "type-misspelt",
    zh: "数据类型写错了字",
    en: "a type of data misspelt",
    slips: (t) =>
      edits(t, ["field"], /(?<=: )(文字|是否|百分比|次数|金额|日期)/g, (m) => ({
        put: { 文字: "文本字", 是否: "是非", 百分比: "百分率", 次数: "此数", 金额: "金颔", 日期: "期日" }[
          m[1]!
        ]!,
        code: "BF2004",
      })),
  },
  {
    name: "keyword-misspelt",
    zh: "“评定”写错了字",
    en: "评定 misspelt",
    slips: (t) => edits(t, ["rule"], /(?<= )评定(?= )/g, () => ({ put: "评订", code: "BF1064" })),
  },
  {
    name: "declared-nothing-misspelt",
    zh: "“宣示”写错了字",
    en: "宣示 misspelt",
    slips: (t) => edits(t, ["rule"], /宣示$/g, () => ({ put: "宣誓", code: "BF1064" })),
  },
  {
    name: "header-misspelt",
    zh: "开头的项目写错了字",
    en: "a word of the header misspelt",
    slips: (t) =>
      edits(t, ["rule"], /^(考核周期|施行|制定机关)(?= )/g, (m) => ({
        put: { 考核周期: "考核期周", 施行: "实施行", 制定机关: "制订机构" }[m[1]!]!,
        code: "BF1064",
      })),
  },
  {
    name: "acceptance-code-misspelt",
    zh: "认可的代码打错",
    en: "the code of an acceptance mistyped",
    slips: (t) =>
      edits(t, ["acceptance"], /BF(\d)(\d+)/g, (m) => ({
        put: `BF${m[1]}l${m[2]!.slice(1)}`,
        code: "BF2029",
      })),
  },
  {
    name: "space-after-keyword-dropped",
    zh: "关键词和名称之间少了空格",
    en: "no space between a keyword and a name",
    slips: (t) =>
      edits(t, ["rule"], /(?<= )(对|由|最高评为|评为|评定|依) (?=[^\d「])/g, (m) => ({
        put: m[1]!,
        code: MISSING_SPACE,
      })),
  },
  {
    name: "space-before-keyword-dropped",
    zh: "名称和关键词之间少了空格",
    en: "no space between a name and a keyword",
    slips: (t) =>
      edits(
        t,
        ["rule"],
        /(?<=(?<![\d\p{L}])\p{L}+) (为|低于|不满|少于|达到|属于|评定|或者|且) (?=[^\d])/gu,
        (m) => ({
          put: `${m[1]!} `,
          code: MISSING_SPACE,
        }),
      ),
  },
  {
    name: "action-joined",
    zh: "对象和措施之间少了空格",
    en: "no space between the target and the action",
    slips: (t) =>
      edits(t, ["rule"], /(?<= 对 \p{L}+) (?=\p{L}+$)/gu, () => ({ put: "", code: MISSING_SPACE })),
  },
  {
    name: "fact-deleted",
    zh: "删掉了条文还要用的一栏",
    en: "a column deleted that a clause still uses",
    slips: (t) =>
      t.lines.flatMap((l) => {
        const name = l.sort === "field" ? /^ +([^ :]+):/.exec(l.code)?.[1] : undefined;
        const identity = t.lines.some((k) => new RegExp(`^ *对象 .*标识 ${name}$`).test(wordsOf(k.code)));
        const twice =
          t.lines.filter((k) => k.sort === "field" && k.code.trim().startsWith(`${name}:`)).length > 1;
        const use = name && !identity && !twice ? firstUse(t, name, l.at) : undefined;
        return use && use.at > l.at ? [{ line: l.at, after: null, code: "BF2001", at: use.at }] : [];
      }),
  },
];
