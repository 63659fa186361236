/** Blocks of code in pages, as programs that check themselves: what a comment says a line gives is compared. */

/** The blocks of a page in languages of that name. */
export const blocksOf = (page, language) =>
  [...page.matchAll(/^```(\w*)[^\n]*\n(.*?)^```$/gms)].filter((m) => language.test(m[1])).map((m) => m[2]);

/** What pages take for granted: the text of a measure, and records of a cohort. */
const GIVEN = {
  js: `import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
const text = readFileSync("node_modules/banfa/policies/guangxi/measure.banfa", "utf8");
const plain = { 安全事故: "无", 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false };
const records = [
  { 编号: "甲", 平时考核分: 24.5, 年终考核分: 33, 建房进度: 80, ...plain },
  { 编号: "乙", 平时考核分: 29, 年终考核分: 68.25, 建房进度: 100, ...plain },
];
let comparisons = 0;
function same(got, expected, line) {
  comparisons++;
  const written = got === undefined ? undefined : JSON.parse(JSON.stringify(got));
  if (!isDeepStrictEqual(written, expected)) throw new Error(\`\${line}\\ngives \${JSON.stringify(got)}\`);
}
`,
  ts: `declare const text: string;
declare const records: readonly Readonly<Record<string, unknown>>[];
`,
};

/** `expression; // value` becomes a comparison where the comment begins with a value. */
function compared(line) {
  const found = /^(\S.*);\s*\/\/ (\[.*\]|null|true|false|-?\d[\d.]*|"[^"]*")(?=:|$)/.exec(line);
  return found && !/^(?:const|let|import|export)\b/.test(found[1])
    ? `same(${found[1]}, ${found[2]}, ${JSON.stringify(line)});`
    : line;
}

/** The blocks of a page, one after the other, as a program and as a module to be type-checked. */
export function programOf(blocks) {
  const lines = blocks.join("\n").split("\n");
  return {
    js: [
      GIVEN.js,
      ...lines.map(compared),
      'if (comparisons === 0) throw new Error("nothing was compared");',
      "",
    ].join("\n"),
    ts: [GIVEN.ts, ...lines, "export {};", ""].join("\n"),
  };
}
