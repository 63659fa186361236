import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../src/compiler/compile.ts";
import type { Code } from "../../src/diagnostics/catalogue/index.ts";
import type { Language } from "../../src/diagnostics/message.ts";
import type { Problem } from "../../src/diagnostics/problem.ts";
import { renderProblem } from "../../src/diagnostics/render.ts";
import type { MeasureFile } from "../../src/parser/ast.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { citeAt } from "../literal/compare.ts";
import { fenced } from "./code-pages.ts";

/**
 * A clause of one of the six regulations for every class of ambiguity, with what a check says of it. The clause
 * is that of test/cases/literal, where everything that the regulation leaves open is left open.
 */

const literal = join(import.meta.dirname, "../cases/literal");

/** Of which regulation, which finding, and words of the place where it stands. */
const CLAUSES: Readonly<Record<string, readonly [measure: string, code: Code, words: string]>> = {
  AMT: ["guangxi", "BF3229", "组织保障"],
  CAL: ["xizang", "BF3174", "每年10月底"],
  CHOICE: ["nandan", "BF3211", "驻村第一书记、帮扶责任人,年度考核"],
  CONJ: ["guangxi", "BF3288", "设区市分管领导"],
  CYCLE: ["xizang", "BF3240", "通报批评"],
  DISC: ["guangxi", "BF3233", "提拔任用"],
  DOUBLE: ["guangxi", "BF3219", "存在问题"],
  DUP: ["guangxi", "BF3248", "弄虚作假"],
  EVID: ["jiange", "BF3112", "村"],
  EXACT: ["nandan", "BF3192", "2次"],
  FLOOR: ["guangxi", "BF3210", "加减分"],
  GAP: ["xizang", "BF3101", "80-89分"],
  INC: ["xizang", "BF3230", "11月初"],
  LEVEL: ["nandan", "BF3213", "国家、自治区"],
  LIST: ["yanglousi", "BF3231", "障等"],
  MISS: ["xizang", "BF3109", "月度考核表"],
  MONO: ["yingshan", "BF3194", "组织调整"],
  MULTI: ["xizang", "BF3184", "派驻单位"],
  ORDER: ["xizang", "BF3205", "一票否决"],
  ORPHAN: ["guangxi", "BF3222", "造成结果失真"],
  OVL: ["xizang", "BF3102", "60分以下"],
  POOL: ["yingshan", "BF3188", "15名"],
  QUOTA: ["guangxi", "BF3107", "排名"],
  REF: ["yanglousi", "BF3237", "第六条"],
  REPL: ["guangxi", "BF3190", "连续2年"],
  RETRO: ["guangxi", "BF3179", "2018年"],
  ROLE: ["guangxi", "BF3238", "建设进度"],
  ROUND: ["xizang", "BF3245", "20%"],
  SCALE: ["nandan", "BF3216", "市级表扬次数 1次以上"],
  SCORER: ["yingshan", "BF3166", "现场评议"],
  START: ["nandan", "BF3114", "被免职"],
  SUBJ: ["nandan", "BF3235", "类别: 选项"],
  TIE: ["yanglousi", "BF3103", "排名"],
  TIME: ["xizang", "BF3165", "未及时召回调换"],
  VAGUE: ["nandan", "BF3260", "表现突出"],
  VOC: ["xizang", "BF3242", "实施乡村振兴战略"],
  VRANK: ["guangxi", "BF3106", "排名"],
  WIN: ["xizang", "BF3168", "群众满意度"],
};

interface Read {
  readonly source: SourceText;
  readonly file: MeasureFile;
  readonly problems: readonly Problem[];
}

const read = new Map<string, Read>();

function measure(name: string): Read {
  const known = read.get(name);
  if (known) return known;
  const source = new SourceText("measure.banfa", readFileSync(join(literal, name, "measure.banfa"), "utf8"));
  const { file, problems } = compile(source);
  const fresh = { source, file, problems };
  read.set(name, fresh);
  return fresh;
}

/** What stands on the page of a class: whose clause, and what a check prints of it. */
export function realClause(name: string, language: Language): string[] {
  const clause = CLAUSES[name];
  if (!clause) throw new Error(`say in test/docs/real-clauses.ts which clause shows ${name}`);
  const [regulation, code, words] = clause;
  const { source, file, problems } = measure(regulation);
  const found = problems.find(
    (p) => p.code === code && p.span && lineOf(source.text, p.span.start).includes(words),
  );
  if (!found?.span) throw new Error(`choose another clause for ${name}: ${code} is not raised at “${words}”`);
  const zh = language === "zh";
  const said = (keyword: string) => new RegExp(`^${keyword} “(.+)”`, "m").exec(source.text)?.[1];
  const title = `《${said("名称") ?? said("办法") ?? /^办法 (.+)$/m.exec(source.text)![1]}》`;
  const number = said("文号");
  const at = citeAt(file, found.span);
  const whose = zh
    ? `${title}${number ? `（${number}）` : ""}${at ?? ""}，照原文写下、原文没有说的留空，检查时提示：`
    : `${title}${number ? ` (${number})` : ""}${at ? ` ${at}` : ""}, taken down as it stands, with what it does not say left open. What a check says:`;
  return [
    zh ? "## 实际规定里的一处" : "## In a regulation",
    whose,
    fenced("text", renderProblem(found, source, { language })),
  ];
}

const lineOf = (text: string, at: number): string =>
  text.slice(text.lastIndexOf("\n", at - 1) + 1).split("\n", 1)[0]!;
