import type { Tape } from "./tape.ts";
import { type Block, leaf } from "./text-blocks.ts";

/** Conditions in the words of regulations, over the figures and facts of the generated subjects. */

/** A figure that conditions compare, with thresholds that lie inside its range. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly thresholds: readonly number[];
}

export interface Vocabulary {
  readonly figures: readonly Figure[];
  readonly levels: { readonly name: string; readonly members: readonly string[] };
  readonly options: { readonly name: string; readonly members: readonly string[] };
  readonly truths: readonly string[];
}

export const LEAVES = ["(一)", "(二)", "(三)", "(四)", "(五)", "(六)", "(七)", "(八)"] as const;

const BEFORE = ["低于", "不满", "少于", "不足", "超过", "高于", "多于", "达到", "不低于", "不超过"] as const;
const AFTER = ["以上", "以下", "以上(不含)", "以下(不含)"] as const;

/** One elementary test: 总分 低于60分, 事故 达到 重大, 类型 属于 甲类、乙类, 造假. */
export function atom(tape: Tape, words: Vocabulary): string {
  switch (tape.below(8)) {
    case 3: {
      const { name, members } = words.levels;
      return `${name} ${tape.pick(["为", "不为", "达到", "低于"])} ${members[1 + tape.below(members.length - 1)]}`;
    }
    case 4: {
      const { name, members } = words.options;
      if (tape.chance(2)) return `${name} 属于 ${members.slice(0, 2).join("、")}`;
      return `${name} ${tape.pick(["为", "不为"])} ${tape.pick(members)}`;
    }
    case 5:
      return tape.pick(words.truths);
    case 6:
      return `非 ${tape.pick(words.truths)}`;
    default: {
      const { name, unit, thresholds } = tape.pick(words.figures);
      const number = `${tape.pick(thresholds)}${unit}`;
      return tape.chance(3)
        ? `${name} ${number}${tape.pick(AFTER)}`
        : `${name} ${tape.pick(BEFORE)}${number}`;
    }
  }
}

/** An elementary test, or two or three joined by one connective, with parentheses where they mix. */
export function condition(tape: Tape, words: Vocabulary): string {
  const part = () => atom(tape, words);
  switch (tape.below(6)) {
    case 3:
      return `${part()} 或者 ${part()}`;
    case 4:
      return `${part()} 并且 ${part()}`;
    case 5:
      return `(${part()} 或 ${part()}) 且 ${part()}`;
    default:
      return part();
  }
}

/** `C 的,effect`, or `… 有下列情形之一 的,effect:` with its items. */
export function clause(tape: Tape, words: Vocabulary, label: string, effect: string): Block {
  if (!tape.chance(2)) return leaf(label, `${condition(tape, words)} 的,${effect}`);
  const items = tape.times(2 + tape.below(3), (i) => item(tape, words, i));
  const before = tape.chance(2) ? `${atom(tape, words)} 或者 ` : "";
  return leaf(label, `${before}${tape.pick(LISTS)} 的,${effect}:`, items);
}

const LISTS = ["有下列情形之一", "有下列情形之一", "同时具备下列情形", "具备下列情形2项以上"] as const;

/** An item is a test, two joined ones, or a list of its own. */
function item(tape: Tape, words: Vocabulary, index: number): Block {
  const label = `${index + 1}.`;
  const inner = (i: number) => leaf(`(${i + 1})`, atom(tape, words));
  switch (tape.below(6)) {
    case 4:
      return leaf(label, `${atom(tape, words)} 并且 ${atom(tape, words)}`);
    case 5:
      return leaf(label, `${tape.pick(LISTS)} 的:`, tape.times(2 + tape.below(2), inner));
    default:
      return leaf(label, atom(tape, words));
  }
}
