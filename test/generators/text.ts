import fc from "fast-check";
import { Tape, tapeNumbers } from "./tape.ts";
import { type Block, heading, leaf, type MeasureText, render, statement } from "./text-blocks.ts";
import { clause, condition, type Figure, LEAVES, type Vocabulary } from "./text-conditions.ts";

/** A generated text with what a test needs to know to add to it. */
export interface GeneratedText {
  readonly text: MeasureText;
  readonly words: Vocabulary;
  /** The article whose clauses act on the grade, and the label that is free there. */
  readonly gradeArticle: string;
  readonly freeLabel: string;
  /** Best first. */
  readonly grades: readonly string[];
}

export const SCALE_NAME = "考核等次";

/**
 * Measures as Banfa source: villages and their units, definitions and weights, a grade by bands or by rank,
 * clauses with nested lists, consequences, a parameter, the year before. What is written is analysable:
 * bands cover, ties are said, a conditional 评为 names the lowest grade.
 */
export function arbitraryMeasureText(): fc.Arbitrary<GeneratedText> {
  return fc
    .record({
      data: tapeNumbers(30),
      base: tapeNumbers(20),
      clauses: fc.array(tapeNumbers(40), { maxLength: 5 }),
      results: fc.array(tapeNumbers(24), { maxLength: 4 }),
    })
    .map(buildText);
}

interface TextParts {
  readonly data: readonly number[];
  readonly base: readonly number[];
  readonly clauses: readonly (readonly number[])[];
  readonly results: readonly (readonly number[])[];
}

function buildText(parts: TextParts): GeneratedText {
  const data = new Tape(parts.data);
  const grades = data.pick([
    ["优秀", "称职", "基本称职", "不称职"],
    ["一等", "二等", "三等"],
    ["合格", "不合格"],
  ]);
  const options = { name: "类型", members: ["甲类", "乙类", "丙类"] };
  const levels = { name: "事故", members: ["无", "较大", "重大"] };
  const total = totalOf(data);
  const figures: Figure[] = [
    total.figure,
    { name: "得分甲", unit: "分", thresholds: [60, 50, 40] },
    { name: "得分乙", unit: "分", thresholds: [10, 20] },
    { name: "进度", unit: "%", thresholds: [50, 30, 90] },
    { name: "所在单位.单位得分", unit: "分", thresholds: [60, 30] },
    { name: "通报次数", unit: "次", thresholds: [2, 1, 3] },
  ];
  const words: Vocabulary = { figures, levels, options, truths: ["造假", "违纪"] };
  const effects = parts.clauses.map((numbers, i) => {
    const tape = new Tape(numbers);
    return clause(tape, words, LEAVES[i]!, effect(tape, grades));
  });
  const base = baseOf(new Tape(parts.base), total, grades, effects.length > 0);
  const handled = data.chance(3) ? ladder(data) : null;
  const articles: Block[] = [
    heading(
      "第一条",
      "定义",
      total.definitions.map((d) => statement(d)),
    ),
    heading("第二条", "等次", [
      statement(`等次 ${SCALE_NAME} 由高到低 ${grades.join("、")}`),
      ...base,
      ...effects,
    ]),
  ];
  if (parts.results.length > 0) {
    const consequences = parts.results.map((numbers) =>
      statement(consequence(new Tape(numbers), words, grades)),
    );
    articles.push(heading("第三条", "结果运用", consequences));
  }
  if (handled) articles.push(handled);
  // Decided points act on the score, so the condition may not look at it.
  if (data.chance(4))
    articles.push(leaf("第五条", `违纪 的,${data.pick(["酌情 总分 扣1至3分", "可以 总分 扣2分"])}`));
  const declarations = [
    "办法 测试办法",
    "考核周期 每年",
    `参数 名额数: 名额${data.chance(3) ? " = 2" : ""}`,
    "措施 奖励: 通报表扬、评先优先",
    "措施 惩处: 诫勉谈话、不得提拔(时长)",
    "记录 通报单",
    "  级别: 等级 县级 < 省级 < 国家级",
    "  扣分: 0至5分,精确到 0.5",
    "  日期: 日期",
    "对象 单位,标识 代码",
    "  代码: 文字",
    "  单位得分: 0至100分",
    "对象 村,标识 编号",
    "  编号: 文字",
    "  县: 文字",
    `  得分甲: 0至70分${data.chance(3) ? ",精确到 1" : ""}`,
    `  得分乙: 0至30分${data.chance(2) ? ",缺省 0分" : ""}`,
    "  得分丙: 0至100分,可不适用",
    "  进度: 百分比",
    "  通报次数: 次数",
    "  通报: 通报单 多份",
    "  所在单位: 对象 单位",
    `  ${levels.name}: 等级 ${levels.members.join(" < ")}`,
    `  ${options.name}: 选项 ${options.members.join("、")}`,
    "  造假: 是否",
    "  违纪: 是否,缺省 否",
  ];
  const text = { declarations, articles };
  const shown = { [fc.toStringMethod]: () => `\n${render(text)}` };
  return { text, words, gradeArticle: "第二条", freeLabel: "(八)", grades, ...shown };
}

// ───────────────────────────── the figure judged ─────────────────────────────

interface Total {
  readonly figure: Figure;
  readonly definitions: readonly string[];
}

function totalOf(tape: Tape): Total {
  const figure: Figure = { name: "总分", unit: "分", thresholds: [60, 70, 50] };
  const half = { ...figure, thresholds: [30, 40, 20] };
  switch (tape.below(14)) {
    case 10:
      return {
        figure: half,
        definitions: ["总分 = 得分甲 占40%、得分乙 占30%、得分丙 占30%", "得分丙 不适用 的,剔除后折算"],
      };
    case 11:
      return {
        figure,
        definitions: [
          "总分 = (得分甲 + 得分丙) ÷ 2",
          `得分丙 不适用 的,${tape.pick(["得分丙 计满分", "得分丙 计 40分"])}`,
        ],
      };
    case 12:
      return { figure, definitions: ["总分 = 若 得分丙 为 不适用 则 得分甲 否则 最高(得分甲, 得分丙)"] };
    case 13:
      return {
        figure: half,
        definitions: ["总分 = 得分甲 + 得分乙", "折算 = 得分丙 ÷ 2", "得分丙 不适用 的,不予评定"],
      };
    case 8:
      return {
        figure,
        definitions: [
          "每份 通报单: 实扣 = 若 级别 达到 省级 则 扣分 × 2 否则 扣分",
          "总分 = 得分甲 + 得分乙 - 合计(通报.实扣)",
        ],
      };
    case 9:
      return {
        figure: half,
        definitions: [
          "单位: 单位分 = 单位得分 × 50%",
          "总分 = 得分甲 × 50% + 得分乙 + 所在单位.单位分 × 20%",
        ],
      };
    case 5:
      return { figure, definitions: ["总分 = 得分甲 + 得分乙 - 合计(通报.扣分)"] };
    case 6:
      return {
        figure: half,
        definitions: ["严重次数 = 计数(通报, 级别 为 国家级)", "总分 = 得分甲 + 得分乙 - 严重次数 × 3分/次"],
      };
    case 7:
      return { figure: half, definitions: ["总分 = 得分甲 + 得分乙 ÷ 全体最高(得分乙) × 10分"] };
    case 1:
      return { figure: half, definitions: ["总分 = 得分甲 占70%、得分乙 占30%"] };
    case 2:
      return {
        figure: half,
        definitions: ["折算分 = 得分甲 × 进度", "总分 = 折算分 + 得分乙 四舍五入到 0.01"],
      };
    case 3:
      return { figure, definitions: ["总分 = 基础分 + 得分乙", "基础分 = 若 造假 则 0分 否则 得分甲"] };
    case 4:
      return { figure: half, definitions: ["平均分 = (得分甲 + 得分乙) ÷ 2", "总分 = 最高(平均分, 得分乙)"] };
    default:
      return { figure, definitions: ["总分 = 得分甲 + 得分乙"] };
  }
}

// ────────────────────────────────── grades ──────────────────────────────────

/** One base for everybody, or one for each of two classes. */
function baseOf(tape: Tape, total: Total, grades: readonly string[], restricts: boolean): Block[] {
  if (!tape.chance(4)) return [choiceOf(tape, total, grades, restricts, "")];
  return ["进度 50%以上 的对象: ", "进度 低于50% 的对象: "].map((scope) =>
    choiceOf(tape, total, grades, restricts, scope),
  );
}

/** Bands that cover every score, or a rank with everything said that a regulation tends to forget. */
function choiceOf(
  tape: Tape,
  total: Total,
  grades: readonly string[],
  restricts: boolean,
  scope: string,
): Block {
  if (tape.below(3) === 0) {
    const cuts = [...total.figure.thresholds].sort((a, b) => b - a).slice(0, grades.length - 1);
    const rows = grades.slice(0, cuts.length + 1).map((grade, i) => {
      if (i === cuts.length) return tape.chance(2) ? `其余 为 ${grade}` : `不满${cuts[i - 1]}分 为 ${grade}`;
      return i === 0 ? `${cuts[0]}分以上 为 ${grade}` : `${cuts[i]}分以上不满${cuts[i - 1]}分 为 ${grade}`;
    });
    return statement(`${scope}依 总分 评定 ${SCALE_NAME}:`, ...rows);
  }
  const ties = tape.pick(["并列者一并列入", "并列者一并不列入"]);
  const pool = tape.pick(restricts ? ["不含 受限者", "全体"] : ["全体"]);
  const groups = tape.chance(3) ? ",按 县 分组" : "";
  const rows = [tape.pick(["前 名额数 名", "前2名", "前30%(向下取整)", "前50%(四舍五入)"])];
  const order = [`${rows[0]} 为 ${grades[0]}`];
  if (grades.length > 2 && tape.chance(3)) order.push(`后1名 为 ${grades.at(-1)}`);
  return statement(
    `${scope}依 总分 由高到低 排名 评定 ${SCALE_NAME},${ties},${pool}${groups}:`,
    ...order,
    `其余 为 ${grades[1]}`,
  );
}

function effect(tape: Tape, grades: readonly string[]): string {
  const lowest = grades.at(-1)!;
  const capped = tape.pick(grades.slice(1));
  switch (tape.below(9)) {
    case 6:
      return tape.pick(["可以 降低1个等次", `可以 最高评为 ${capped}`]);
    case 7:
      return grades.length > 2 ? `评为 择一(${grades.at(-2)}、${lowest})` : "可以 评为 不合格";
    case 8:
      return tape.chance(2) ? "可以 不予评定" : "不予评定";
    case 1:
      return `评为 ${lowest}`;
    case 2:
      return "降低1个等次";
    case 3:
      return tape.chance(2) ? `提高1个等次,最高 ${grades[0]}` : "提高1个等次";
    case 4:
      return `最低评为 ${tape.pick(grades.slice(0, -1))}`;
    case 5:
      return `不得评为 ${tape.pick(grades.slice(0, -1))}`;
    default:
      return `最高评为 ${capped}`;
  }
}

// ─────────────────────────────── consequences ───────────────────────────────

/** Rungs over a count, or over conditions on two counts; or the rows of a table of two inputs. */
function ladder(tape: Tape): Block {
  if (tape.chance(3))
    return heading("第四条", "分级", [
      statement(
        `对照表 事故、通报次数 处理${tape.pick(["", ",依次"])}:`,
        "| 无 | 3次以上 | 对 本人 诫勉谈话 |",
        "| 重大 | 2次以上 | 对 本人 不得提拔(1年) |",
        "| 重大 | 1次以下 | 诫勉谈话、可以 不得提拔(2年) |",
      ),
    ]);
  const mode = tape.pick(["逐级累加", "就高"]);
  if (tape.chance(2))
    return heading("第四条", "分级", [
      statement(
        `依 通报次数 处理,${mode}:`,
        "1次 对 本人 诫勉谈话",
        "2次 对 本人 不得提拔(1年)",
        "3次以上 对 本人 不得提拔(2年)",
      ),
    ]);
  // Rungs stand in their order, lowest first: they are rows and not items that a test may shuffle.
  return heading("第四条", "分级", [
    statement(
      `分级处理,${mode}:`,
      "(一) 通报次数 1次以上 或者 事故 达到 较大 的,对 本人 诫勉谈话",
      "(二) 通报次数 2次以上 或者 事故 达到 重大 的,对 本人 不得提拔(1年)",
    ),
  ]);
}

function consequence(tape: Tape, words: Vocabulary, grades: readonly string[]): string {
  const graded = `${SCALE_NAME} 为 ${tape.pick(grades)}`;
  const when = [
    graded,
    `连续2年(${tape.pick(["中断", "顺延"])}) ${graded}`,
    `上年 ${SCALE_NAME} 为 ${tape.pick(grades)}`,
    condition(tape, words),
  ];
  const what = ["诫勉谈话", "通报表扬", "可以 不得提拔(1年)", "不得提拔(自 评定日 起 1年)", "优先 评先优先"];
  return `${tape.pick(when)} 的,对 本人 ${tape.pick(what)}`;
}
