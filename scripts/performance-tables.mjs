/**
 * Puts the figures of a benchmark into docs/performance.md and its Chinese version, between the marks that name a
 * section, so that no figure there is typed by hand.
 *
 *   npm run bench -- --json bench.json
 *   node scripts/performance-tables.mjs bench.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const WORDS = {
  en: {
    file: "performance.md",
    ...{
      contender: "contender",
      rows: "rows",
      nsRow: "ns/row",
      times: "× hand-written",
      what: "what",
      ms: "ms",
    },
    ...{ aim: "aim", clauses: "clauses", compileMs: "compile, ms", nsClause: "ns/row/clause" },
    ...{
      subjects: "subjects",
      cohort: "cohort",
      measure: "measure",
      reports: "× complete with reports",
      fn: "function",
      own: "own time",
    },
    machine: (r) => `Node ${r.node}, ${r.cpu || r.arch}, one thread, ${r.date}.`,
  },
  zh: {
    file: "performance.zh-CN.md",
    ...{ contender: "实现", rows: "行数", nsRow: "纳秒/行", times: "相对手写", what: "项目", ms: "毫秒" },
    ...{ aim: "目标", clauses: "条款数", compileMs: "编译，毫秒", nsClause: "纳秒/行/条款" },
    ...{
      subjects: "对象数",
      cohort: "数据",
      measure: "办法",
      reports: "相对完整数据出全部报告",
      fn: "函数",
      own: "自身用时",
    },
    machine: (r) => `Node ${r.node}，${r.cpu || r.arch}，单线程，${r.date}。`,
  },
};

const fixed = (n) => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
const count = (n) => n.toLocaleString("en-US");
const table = (header, lines) =>
  [header, header.map((_, i) => (i === 0 ? "---" : "---:")), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
const contenders = (header, list) =>
  table(
    header,
    list.map((r) => [r.name, count(r.rows), fixed(r.ns), fixed(r.ratio)]),
  );

/** By mark, what stands there. */
const SECTIONS = {
  machine: (report, w) => w.machine(report),
  rows: ({ sections: { rows } }, w) => contenders([w.contender, w.rows, w.nsRow, w.times], rows),
  columns: ({ sections: { columns } }, w) => contenders([w.contender, w.rows, w.nsRow, w.times], columns),
  open: ({ sections: { open } }, w) =>
    table(
      [w.cohort, w.measure, w.rows, w.nsRow, w.reports],
      open.map((r) => [r.name, r.measure, count(r.rows), fixed(r.ns), fixed(r.ratio)]),
    ),
  compile: ({ sections: { compile } }, w) =>
    table(
      [w.what, w.ms, w.aim],
      compile.map((r) => [r.name, fixed(r.ms), r.limit === null ? "" : `< ${r.limit}`]),
    ),
  clauses: ({ sections: { sweep } }, w) =>
    table(
      [w.clauses, w.compileMs, w.nsRow, w.nsClause],
      sweep.clauses.map((c) => [
        count(c.clauses),
        fixed(c.compileMs),
        fixed(c.nsPerRow),
        fixed(c.nsPerRow / c.clauses),
      ]),
    ),
  subjects: ({ sections: { sweep } }, w) =>
    table(
      [w.subjects, w.ms, w.nsRow],
      sweep.subjects.map((s) => [count(s.subjects), fixed(s.ms), fixed(s.nsPerRow)]),
    ),
  profile: ({ sections: { profile } }, w) =>
    table(
      [w.what, w.fn, w.own],
      profile.flatMap(({ name, top }) =>
        top.map((t) => [name, `\`${t.name}\``, `${(t.share * 100).toFixed(1)}%`]),
      ),
    ),
};

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const words of Object.values(WORDS)) {
  const file = join(root, "docs", words.file);
  const filled = readFileSync(file, "utf8").replace(
    /(<!-- bench:(\w+) -->\n)[\s\S]*?(<!-- \/bench -->)/g,
    (_, open, name, close) => `${open}\n${SECTIONS[name](report, words)}\n\n${close}`,
  );
  writeFileSync(file, filled);
}
