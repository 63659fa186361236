import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { compileModule } from "../../src/compiler/modules/index.ts";
import { examplesOf, pageNames, readPage } from "../docs/pages.ts";
import { POLICIES, policy, RUNTIME, workshop } from "./workshop.ts";

/** The declarations of a module, to the real compiler of TypeScript: what is right passes, what is wrong does not. */

const root = join(import.meta.dirname, "../..");
const shop = workshop();
afterAll(() => shop.remove());

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  types: [],
  paths: Object.fromEntries(
    Object.entries(RUNTIME).map(([name, file]) => [
      name === "index" ? "banfa/runtime" : `banfa/runtime/${name}`,
      [join(root, "src/runtime", file)],
    ]),
  ),
};

/** Reads what is not in the workshop once: the library of TypeScript and the runtime are the same for all programs. */
const host = ts.createCompilerHost(OPTIONS);
const read = host.getSourceFile.bind(host);
const outside = new Map<string, ts.SourceFile | undefined>();
host.getSourceFile = (path, ...how) => {
  if (path.startsWith(shop.folder)) return read(path, ...how);
  if (!outside.has(path)) outside.set(path, read(path, ...how));
  return outside.get(path);
};

/** The errors in a file of the workshop and in what it imports there. */
function errorsIn(entry: string): string[] {
  const program = ts.createProgram([join(shop.folder, entry)], OPTIONS, host);
  const own = program.getSourceFiles().filter((f) => f.fileName.startsWith(shop.folder));
  return own
    .flatMap((f) => [...program.getSyntacticDiagnostics(f), ...program.getSemanticDiagnostics(f)])
    .map((d) => {
      const { line } = d.file!.getLineAndCharacterOfPosition(d.start!);
      const text = d.file!.text.split("\n")[line]!.trim();
      return `${text} ⇒ ${ts.flattenDiagnosticMessageText(d.messageText, " ")}`;
    });
}

const FACTS = `{
  编号: "甲", 平时考核分: 24.5, 年终考核分: "33.25", 建房进度: null,
  安全事故: "损失较大", 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false,
}`;

const RIGHT = `
import measure, { evaluate, explain, evaluateColumns, missing, type 包点领导Facts } from "./guangxi.js";
import { explain as explainAny } from "banfa/runtime/explain";
import type { Evaluator } from "banfa/runtime";

const facts: 包点领导Facts = ${FACTS};
const outcome = measure.evaluate(facts, { kind: "包点领导", year: 2018, history: [], parameters: { 优秀名额: 1 } });
const grade: "优秀" | "称职" | "基本称职" | "不称职" | null = outcome.grades.考核等次;
const points = outcome.values.综合得分;
if (typeof points === "number") points.toFixed(2);
const cites: readonly string[] = outcome.reasons;
for (const c of outcome.report.consequences) if (c.action === "诫勉谈话") c.by;
outcome.report.grades.考核等次.possible[0] === "优秀";

const other = evaluate({ 工号: 7, 失职致结果失真: true }, { kind: "考核人员", year: 2018 });
other.kind === "考核人员";

const all = measure.evaluateAll({ 包点领导: [facts] }, { year: 2018 });
all.outcomes.包点领导.map((o) => o.grades.考核等次 === "优秀");
all.problems.map((p) => p.field);
all.result.subjects.length;

missing({ 编号: "乙" }, { kind: "包点领导", year: 2018 })[0]?.field;
explain(outcome, { lang: "en" }).join();
const any: Evaluator = measure;
explainAny(any, outcome);
const columns = {
  ...{ 平时考核分: { scaled: Int32Array.of(2450), by: 100 }, 年终考核分: [33], 建房进度: Float64Array.of(80) },
  ...{ 安全事故: Uint8Array.of(0), 资金问题: ["无"] as const, 监管问题: ["无"] as const },
  ...{ 弄虚作假: [false], 违纪违法: Uint8Array.of(0) },
};
const out = evaluateColumns({ kind: "包点领导", columns }, { year: 2018 });
const member: "优秀" | "称职" | "基本称职" | "不称职" | undefined = out?.grades.考核等次.members[0];
const scaled: number | undefined = out?.values.综合得分.by;
out?.reasons.words[0];
const none: {} | undefined = evaluateColumns({ kind: "考核人员", columns: { 失职致结果失真: [true] } }, { year: 2018 })?.grades;
measure.kinds.includes("包点领导");
export { cites, grade, member, none, scaled };
`;

/** Each line is wrong in one thing, which the message names. */
const WRONG: readonly (readonly [string, RegExp])[] = [
  [`measure.evaluate({ ...facts, 安全事故: "轻微" }, context)`, /"轻微"' is not assignable/],
  [`measure.evaluate({ ...facts, 平时考核分: "二十" }, context)`, /"二十"' is not assignable/],
  [`measure.evaluate({ ...facts, 平时考核: 20 }, context)`, /平时考核' does not exist/],
  [`measure.evaluate({ 编号: "甲" }, context)`, /missing the following properties/],
  [`measure.evaluate(facts, { kind: "考核人员", year: 2018 })`, /失职致结果失真/],
  [`measure.evaluate(facts, { kind: "包点干部", year: 2018 })`, /"包点干部"' is not assignable/],
  [`measure.evaluate(facts, { year: 2018 })`, /kind/],
  [`measure.evaluate(facts, { ...context, period: 2 })`, /'2' is not assignable to type '1'/],
  [`measure.evaluate(facts, { ...context, parameters: { 名额: 1 } })`, /名额' does not exist/],
  [`measure.evaluate(facts, context).grades.等次`, /'等次' does not exist/],
  [`measure.evaluate(facts, context).grades.考核等次 === "良好"`, /have no overlap/],
  [`measure.evaluate(facts, context).values.得分`, /'得分' does not exist/],
  [
    `measure.evaluateAll({ 包点领导: [{ ...facts, 监管问题: "问则" }] }, { year: 2018 })`,
    /"问则"' is not assignable/,
  ],
  [
    `measure.evaluateAll({ 包点领导: [facts] }, { year: 2018 }).outcomes.考核人员`,
    /考核人员' does not exist/,
  ],
  [`missing({ 平时考核分: 1 }, context)`, /编号/],
  [`evaluateColumns({ kind: "包点领导", columns: { 平时考核分: [1] } }, context)`, /missing the following/],
  [
    `evaluateColumns({ kind: "包点领导", columns: { ...columns, 平时: [1] } }, context)`,
    /平时' does not exist/,
  ],
  [
    `evaluateColumns({ kind: "包点领导", columns: { ...columns, 弄虚作假: Float64Array.of(1) } }, context)`,
    /Float64Array/,
  ],
  [`evaluateColumns({ kind: "包点领导", columns: { ...columns, 资金问题: ["有"] } }, context)`, /"有"/],
  [`evaluateColumns({ kind: "包点领导", columns }, context)?.grades.等次`, /'等次' does not exist/],
  [`evaluateColumns({ kind: "包点领导", columns }, context)?.values.得分`, /'得分' does not exist/],
  [`evaluateColumns({ columns }, context)`, /kind/],
];

describe("the declarations", () => {
  it("take and give what the measure of Guangxi has", () => {
    shop.module("guangxi", policy("guangxi"));
    shop.write("right.ts", RIGHT);
    expect(errorsIn("right.ts")).toEqual([]);
  });

  it("hold what the guide for developers shows, which runs", () => {
    const page = readFileSync(join(root, "docs/guide/developers.md"), "utf8");
    const blocks = [...page.matchAll(/```typescript\n([\s\S]*?)```/g)].map((m) => m[1]!);
    const text = blocks
      .filter((b) => b.includes("./build/measure.js"))
      .join("")
      .replaceAll("./build/measure.js", "./guangxi.js");
    shop.module("guangxi", policy("guangxi"));
    shop.write("guide.ts", `${text}export {};\n`);
    expect(errorsIn("guide.ts")).toEqual([]);
    const print =
      "console.log(JSON.stringify([outcome.grades, outcome.values, results.grades.考核等次, results.values.综合得分.by]));";
    const { code } = transformSync(`${text}${print}`, { loader: "ts", format: "esm" });
    const codes = { codes: { 0: 0, 1: 1 }, members: ["不称职", "基本称职", "称职", "优秀"] };
    expect(JSON.parse(shop.run(code))).toEqual([{ 考核等次: "不称职" }, { 综合得分: 57.5 }, codes, 100]);
  });

  it("refuse what it has not, each on its line", () => {
    shop.module("guangxi", policy("guangxi"));
    const head = `import measure, { evaluateColumns, missing } from "./guangxi.js";
import type { 包点领导ColumnFacts, 包点领导Facts } from "./guangxi.js";
declare const facts: 包点领导Facts;
declare const columns: 包点领导ColumnFacts;
const context = { kind: "包点领导", year: 2018 } as const;
`;
    shop.write("wrong.ts", head + WRONG.map(([line]) => `${line};\n`).join(""));
    const errors = errorsIn("wrong.ts");
    for (const [line, message] of WRONG) {
      const found = errors.filter((e) => e.startsWith(line));
      expect(found, line).toHaveLength(1);
      expect(found[0]).toMatch(message);
    }
    expect(errors).toHaveLength(WRONG.length);
  });

  it("of every policy hold, also beside the module in TypeScript", () => {
    for (const name of POLICIES) {
      shop.module(`${name}-js`, policy(name));
      const { code } = shop.module(`${name}-ts`, policy(name), { target: "ts" });
      shop.write(`${name}.ts`, code);
    }
    const imports = POLICIES.map(
      (name, i) => `import js${i} from "./${name}-js.js";
import ts${i} from "./${name}.ts";
type Same${i} = typeof js${i}.kinds extends typeof ts${i}.kinds ? true : false;
export const same${i}: Same${i} = true;
`,
    );
    shop.write("all.ts", imports.join(""));
    expect(errorsIn("all.ts")).toEqual([]);
  });

  it("of every example of the language reference hold", () => {
    const examples = pageNames
      .filter((name) => !name.endsWith(".zh-CN.md"))
      .flatMap((name) => examplesOf(readPage(name)))
      .flatMap(({ text }) => compileModule(text).module?.types ?? []);
    expect(examples.length).toBeGreaterThan(50);
    for (const [i, types] of examples.entries()) shop.write(`example-${i}.d.ts`, types);
    shop.write(
      "examples.ts",
      examples.map((_, i) => `export * as e${i} from "./example-${i}.js";\n`).join(""),
    );
    expect(errorsIn("examples.ts")).toEqual([]);
  });

  it("know facts by their second names, which are used throughout", () => {
    const [example] = examplesOf(readPage("subjects-and-fields.md"));
    shop.module("village", example!.text);
    const rest = `编号: 1, 上报率: 97.5, 超额率: 1.2, 资金: 1, 满意度: null, 类别: "山区", 事故: "一般", 造假: false`;
    const wrong = `measure.evaluate({ ${rest}, 到任: "2024-07-01", points: 80.5 }, { year: 2024 });`;
    shop.write(
      "application.ts",
      `import measure, { missing } from "./village.js";
measure.evaluate({ ${rest}, 到任: "2024-07-01", 得分: 80.5 }, { year: 2024 }).values.符合;
measure.evaluate({ ${rest}, 到任: null, score: 80.5 }, { year: 2024, kind: "村" });
missing({ 编号: 1, score: 3 }, { year: 2024 });
${wrong}
`,
    );
    expect(errorsIn("application.ts").map((e) => e.replace(/ ⇒.*/, ""))).toEqual([wrong]);
  });
});
