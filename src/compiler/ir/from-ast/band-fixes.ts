import type { Fix } from "../../../diagnostics/problem.ts";
import type * as ast from "../../../parser/ast.ts";
import {
  argumentOf,
  asWritten,
  bracketedAfter,
  placeAt,
  rewritten,
  type Words,
} from "../../analyze/closings.ts";
import type { Lowering } from "./lowering.ts";

/** Closings of gaps and overlaps of bands, from the figures that the rows have. */

/** `其余 为 G` below the last row, for each grade that no row gives. */
export function restRows<Test>(
  lowering: Lowering,
  rows: readonly ast.Row<Test>[],
  enumeration: number,
): Fix[] {
  const last = rows.at(-1);
  if (!last || last.label || last.notes) return [];
  const { text } = lowering.model.source;
  const lineStart = text.lastIndexOf("\n", last.span.start) + 1;
  const lineEnd = text.indexOf("\n", last.span.end);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const indent = /^\s*/.exec(text.slice(lineStart, last.span.start))![0];
  const behind = text.slice(last.span.end, at).trim();
  if (!/^(?:[;；]|#.*)?$/.test(behind) || text.slice(lineStart, last.span.start).trim() !== "") return [];
  const given = new Set(rows.flatMap((r) => (r.result.kind === "grade" ? [r.result.grade.text] : [])));
  const zh = lowering.model.file.language === "zh";
  const members = [...lowering.model.enumerations[enumeration]!.members].reverse();
  return members
    .filter((m) => !given.has(m))
    .map((m) => {
      const grade = /^[\p{L}_]+$/u.test(m) ? m : `「${m}」`;
      return {
        zh: `加一行“其余 为 ${m}”`,
        en: `Add a row “the rest is ${m}”`,
        edits: [
          { span: placeAt(at), text: `\n${indent}${zh ? `其余 为 ${grade}` : `the rest is ${grade}`}` },
        ],
      };
    });
}

/** 80至89分 below 90分以上 becomes 80分以上不满90分; a gap of one unit also goes by rounding to it. */
export function gapFixes(
  lowering: Lowering,
  below: ast.BandTest,
  above: ast.BandTest,
  value: ast.Expression,
  unit: string | null,
): Fix[] {
  const [low, high, next] = [lowOf(below), highOf(below), lowOf(above)];
  if (!low || !high || !next || next.value.kind !== "number" || low.value.kind !== "number") return [];
  const withUnit = (n: ast.NumberLiteral) =>
    `{${n.text}${n.unit ?? (next.value.kind === "number" ? (next.value.unit ?? "") : "")}}`;
  const zh = lowering.model.file.language === "zh";
  if (!zh && (low.value.unit === undefined || next.value.unit === undefined)) return [];
  const first = low.op === ">=" ? `${withUnit(low.value)} 以上` : `超过 ${withUnit(low.value)}`;
  const second = next.op === ">=" ? `不满 ${withUnit(next.value)}` : `不超过 ${withUnit(next.value)}`;
  const written = `${first} ${second}`;
  const narrowed = rewritten(lowering.model, below.span, [zh ? written.replaceAll(" ", "") : written]);
  if (unit === null || value.kind === "round") return narrowed;
  const at = value.span.end;
  const text = zh ? ` 四舍五入到${unit}` : null;
  return text === null
    ? narrowed
    : [
        ...narrowed,
        {
          zh: `先四舍五入到${unit}`,
          en: `Round to ${unit} first`,
          edits: [{ span: placeAt(at), text }],
        },
      ];
}

/** The bound that two rows share belongs to one of them. */
export function overlapFixes(lowering: Lowering, first: ast.BandTest, second: ast.BandTest): Fix[] {
  const sides = [first, second].map((test) => ({ test, low: lowOf(test), high: highOf(test) }));
  return sides.flatMap((own, i) => {
    const other = sides[1 - i]!;
    if (meets(own.high, other.low)) return excluding(lowering, own.test, own.high!);
    return meets(other.high, own.low) ? excluding(lowering, own.test, own.low!) : [];
  });
}

const meets = (high: ast.ComparisonTail | undefined, low: ast.ComparisonTail | undefined): boolean =>
  high?.op === "<=" &&
  low?.op === ">=" &&
  high.value.kind === "number" &&
  low.value.kind === "number" &&
  Number(high.value.text) === Number(low.value.text);

function excluding(lowering: Lowering, test: ast.BandTest, tail: ast.ComparisonTail): Fix[] {
  if (test.kind === "compare" && tail.explicit === undefined)
    return bracketedAfter(lowering.model, tail.span.end, ["不含"]).map((fix) => ({
      ...fix,
      zh: `“${lowering.text(tail.span)}”后面写“(不含)”`,
      en: `Write “(excluding)” behind “${lowering.text(tail.span)}”`,
    }));
  if (test.kind !== "between" || lowering.model.file.language === "en") return [];
  const [low, high] = [lowOf(test), highOf(test)];
  if (low?.value.kind !== "number" || high?.value.kind !== "number") return [];
  const unit = high.value.unit ?? low.value.unit ?? "";
  const of = (n: ast.NumberLiteral) => `${n.text}${n.unit ?? unit}`;
  const lower = tail === low || low.op === ">" ? `超过${of(low.value)}` : `${of(low.value)}以上`;
  const upper = tail === high || high.op === "<" ? `不满${of(high.value)}` : `不超过${of(high.value)}`;
  return rewritten(lowering.model, test.span, [`${lower}${upper}`]);
}

function lowOf(test: ast.BandTest): ast.ComparisonTail | undefined {
  if (test.kind === "between") return test.range.low;
  return test.kind === "compare" && /^>=?$/.test(test.test.op) ? test.test : undefined;
}

function highOf(test: ast.BandTest): ast.ComparisonTail | undefined {
  if (test.kind === "between") return test.range.high;
  return test.kind === "compare" && /^<=?$/.test(test.test.op) ? test.test : undefined;
}

/** `近3年 X`: in total, the highest, the mean; of a condition: in each year, or in one of them. */
export function overYearsFixes(lowering: Lowering, e: ast.WindowExpression): Fix[] {
  const { model } = lowering;
  if (!e.operand || model.file.language === "en" || !e.length) return [];
  const window = asWritten(model, { start: e.span.start, end: e.length.span.end });
  const what = asWritten(model, e.operand.span);
  const ways: Words[] = CONDITIONS.has(e.operand.kind)
    ? [`计数(${window}, ${what}) 1次以上`, `连续${asWritten(model, e.length.span)} ${what}`]
    : [`合计(${window} ${what})`, `平均(${window} ${what})`, `最高(${window} ${what})`];
  return rewritten(model, e.span, ways);
}

const CONDITIONS: ReadonlySet<ast.Expression["kind"]> = new Set(["compare", "between", "is", "logical"]);

/** A further word in the parentheses of a row, or parentheses with it. */
export const inRowBrackets = (
  lowering: Lowering,
  test: Extract<ast.RankTest, { kind: "places" }>,
  ways: readonly Words[],
): Fix[] =>
  test.options.length > 0
    ? argumentOf(lowering.model, test.span.end, ways)
    : bracketedAfter(lowering.model, test.span.end, ways);
