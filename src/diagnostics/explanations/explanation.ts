/**
 * What stands behind a message: why the rule is there, how the slip usually comes about, and a line of Banfa
 * written wrongly and rightly. `banfa explain-code` and the pages in `docs/diagnostics/` are made from these.
 *
 * One file per family of the catalogue. A test compiles every example: the wrong one raises exactly its code,
 * the right one does not.
 */

export interface Explanation {
  /** One or two short paragraphs, separated by an empty line. */
  readonly zh: string;
  readonly en: string;
  readonly example?: Example;
}

export interface Example {
  /** Lines that raise the code and no other error. */
  readonly wrong: string;
  /** The same lines put right. */
  readonly right: string;
  /** The measure around the lines, with `…` alone on the line where they go. Default: {@link FRAME}. */
  readonly within?: string;
}

/** The explanations of a family of the catalogue; a code without one does not compile. */
export type Explanations<Family> = Readonly<Record<keyof Family & string, Explanation>>;

/** Where an example is a whole file. */
export const WHOLE = "…";

/** The measure in which an example stands unless it says otherwise. */
export const FRAME = `办法 村考核
措施 惩处: 约谈、免职
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  平时得分: 0至40分
  上报率: 百分比
  走访次数: 次数
  资金: 金额
  任职日期: 日期
  类别: 选项 山区、平原
  事故: 等级 无 < 一般 < 重大
  造假: 是否
第一条【目的】宣示
第二条
  等次 考核等次 由高到低 好、中、差
  依 得分 评定 考核等次:
    80分以上 为 好
    60分以上不满80分 为 中
    不满60分 为 差
…
`;

/** The whole measure of an example. */
export function measureOf(example: Example, which: "wrong" | "right"): string {
  const [before = "", after = ""] = (example.within ?? FRAME).split(/^…$/m);
  return `${before}${example[which]}${after}`;
}
