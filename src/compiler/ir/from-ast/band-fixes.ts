import type { Phrase } from "../../../diagnostics/message.ts";
import { phrase, titled } from "../../../diagnostics/phrases.ts";
import type { Fix } from "../../../diagnostics/problem.ts";
import type * as ast from "../../../parser/ast.ts";
import {
  addedTo,
  argumentOf,
  asWritten,
  bracketedAfter,
  placeAt,
  rewritten,
  type Words,
} from "../../analyze/closings.ts";
import { HEAD } from "../../analyze/provisions.ts";
import type { Lowering } from "./lowering.ts";

/** Closings of gaps and overlaps of bands, from the figures that the rows have. */

/** `其余 为 G` below the last row, for each grade that no row gives. */
export function restRows<Test>(
  lowering: Lowering,
  rows: readonly ast.Row<Test>[],
  enumeration: number,
): Fix[] {
  const given = new Set(rows.flatMap((r) => (r.result.kind === "grade" ? [r.result.grade.text] : [])));
  const zh = lowering.model.file.language === "zh";
  const members = [...lowering.model.enumerations[enumeration]!.members].reverse();
  return members
    .filter((m) => !given.has(m))
    .flatMap((m) => {
      const grade = /^[\p{L}_]+$/u.test(m) ? m : `「${m}」`;
      const fix = belowRows(lowering, rows, zh ? `其余 为 ${grade}` : `the rest is ${grade}`);
      const row = phrase("row-for-rest", { grade: m });
      return fix ? [titled("add-row", fix.edits, { row: row.zh, rowEn: row.en })] : [];
    });
}

/** `其余` or `其他情形` below the last row, with the result of a row that is there: once for each result. */
export function restAsRows<Test>(lowering: Lowering, rows: readonly ast.Row<Test>[], words: Phrase): Fix[] {
  const own = lowering.model.file.language === "zh" ? words.zh : words.en;
  const results = [...new Set(rows.map((r) => lowering.text(r.result.span)))];
  return results.flatMap((result) => {
    const fix = /[\n;；]/.test(result) ? null : belowRows(lowering, rows, `${own} ${result}`);
    return fix
      ? [titled("add-row", fix.edits, { row: `${words.zh} ${result}`, rowEn: `${words.en} ${result}` })]
      : [];
  });
}

/** One more row, laid out and numbered like the last one; null where something else stands on its line. */
function belowRows<Test>(
  lowering: Lowering,
  rows: readonly ast.Row<Test>[],
  written: string,
): Pick<Fix, "edits"> | null {
  const last = rows.at(-1);
  if (!last || last.notes || last.items) return null;
  const { text } = lowering.model.source;
  const start = last.label?.span.start ?? last.span.start;
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const lineEnd = text.indexOf("\n", last.span.end);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const label = last.label ? nextLabel(last.label.text) : "";
  const before = /^\s*(?:[|｜]\s*)?/.exec(text.slice(lineStart, start))![0];
  const behind = text.slice(last.span.end, at).trim();
  if (label === null || before.length !== start - lineStart || !/^(?:[;；]|#.*)?$/.test(behind)) return null;
  const ended = behind.startsWith("#") || behind === "" ? "" : behind;
  const edits = [{ span: placeAt(at), text: `\n${before}${label}${written}${ended}` }];
  return { edits };
}

/** `3. ` behind `2.`; null for a label in Chinese numerals. */
function nextLabel(text: string): string | null {
  const [, open, number, close] = /^([(（]?)(\d+)([.)）、])$/.exec(text) ?? [];
  return number === undefined ? null : `${open}${Number(number) + 1}${close} `;
}

/** `参数 甲 < 乙: 分` in the place of two declarations, where both say nothing else. */
export function orderedFixes(
  lowering: Lowering,
  orders: readonly (readonly [lower: string, higher: string])[],
): Fix[] {
  return orders.flatMap(([lower, higher]) => {
    const [first, second] = lowering.model.parameters
      .filter((p) => p.name === lower || p.name === higher)
      .map((p) => p.node)
      .sort((a, b) => a.span.start - b.span.start);
    if (!first || !second || ![first, second].every(isPlain)) return [];
    if (lowering.text(first.type.span) !== lowering.text(second.type.span)) return [];
    const line = lineOf(lowering, second);
    if (!line) return [];
    const words = [lower, higher].map((n) => (/^[\p{L}_]+$/u.test(n) ? n : `「${n}」`)).join(" < ");
    return [
      titled(
        "declare-below",
        [
          { span: first.names[0]!.span, text: words },
          { span: line, text: "" },
        ],
        { lower, higher },
      ),
    ];
  });
}

const isPlain = (p: ast.ParameterDeclaration): boolean =>
  p.names.length === 1 && p.keys.length === 0 && p.attributes.length === 0 && !p.value && !p.notes;

/** The whole line of a statement that has it for itself. */
function lineOf(lowering: Lowering, { span }: ast.ParameterDeclaration): ast.Expression["span"] | null {
  const { text } = lowering.model.source;
  const start = text.lastIndexOf("\n", span.start) + 1;
  const end = text.indexOf("\n", span.end);
  if (end < 0 || text.slice(start, end).trim() !== text.slice(span.start, span.end).trim()) return null;
  return { start, end: end + 1 };
}

/** An open value for the full marks: they are asked for, and a lower measure may set them. */
export function openMarks(lowering: Lowering, name: ast.Name): Fix[] {
  const { model } = lowering;
  const zh = model.file.language === "zh";
  const marks = `${name.text}${zh ? "满分" : "_full_marks"}`;
  const head = model.provisions.findLast((p) => HEAD.has(p.statement.kind));
  if (!head || !/^[\p{L}_]+$/u.test(marks) || model.parameters.some((p) => p.name === marks)) return [];
  const at = head.statement.span.end;
  const declared = zh ? `\n参数 ${marks}: 分` : `\nparameter ${marks}: points`;
  return addedTo(model, name.span.end, [`满分 {${marks}}`]).map((fix) =>
    titled("leave-marks-open", [{ span: placeAt(at), text: declared }, ...fix.edits], { name: marks }),
  );
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
    : [...narrowed, titled("round-to-first", [{ span: placeAt(at), text }], { unit })];
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
    return bracketedAfter(lowering.model, tail.span.end, ["不含"]).map((fix) =>
      titled("write-excluding", fix.edits, { text: lowering.text(tail.span) }),
    );
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
