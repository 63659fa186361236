import { titled, unsaid, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { join, type Span } from "../source/span.ts";
import { CHINESE } from "./keywords.ts";
import type { Shape } from "./openers.ts";
import type { Token } from "./tokens.ts";

/** What regulations write in another form than the language does, and means one thing only. */

type Words = Readonly<Record<"why" | "whyEn", string>>;

function written(
  found: string,
  instead: string,
  span: Span,
  text: string,
  why: Words = unsaid("why"),
): Problem {
  const fixes = [titled("change-to", [{ span, text }], { text })];
  return problem("BF1073", { found, instead, ...why }, { span, fixes });
}

const ROWS: ReadonlySet<Shape> = new Set<Shape>(["bandRow", "rankRow", "tableTest"]);

/** @param index of the token that does not fit */
export function otherForm(tokens: readonly Token[], index: number, shape: Shape): Problem | undefined {
  if (ROWS.has(shape)) return joinedEnds(tokens, index);
  if (shape === "step") return nextMonth(tokens);
  if (shape === "field") return listedLevels(tokens, index);
  if (shape === "indicator") return bareMarks(tokens, index);
  return undefined;
}

/** `60分以上且不满90分`: the two ends of a band stand side by side. */
function joinedEnds(tokens: readonly Token[], index: number): Problem | undefined {
  const and = tokens[index];
  if (and?.kind !== "And" || index === 0 || tokens[index + 1]?.kind !== "Pre") return undefined;
  const end = tokens.findIndex((t, i) => i > index && (t.kind === "Is" || t.kind === "Points"));
  const range = tokens.slice(0, end < 0 ? tokens.length : end);
  const text = (part: readonly Token[]) => part.map((t) => t.text).join("");
  const open = range.some((t) => t.kind === "Name");
  const spaced = (part: readonly Token[]) => part.map((t) => t.text).join(" ");
  const instead = open
    ? `${spaced(range.slice(0, index))}、${spaced(range.slice(index + 1))}`
    : text(range.filter((t) => t !== and));
  return written(text(range), instead, join(range[0]!.span, range.at(-1)!.span), instead);
}

/** `次月10日前`: a step that comes back every month is written with 每月. */
function nextMonth(tokens: readonly Token[]): Problem | undefined {
  const at = tokens.findIndex((t) => t.kind === "Name" && /^(?:次月|下月|下个月)$/.test(t.text));
  const rest = tokens.slice(at + 1);
  if (at < 0 || rest[0]?.kind !== "Number" || rest[1]?.text !== "日") return undefined;
  const day = `${rest[0].text}日`;
  const before = rest[2]?.text === "前" || rest[2]?.text === "以前" ? rest[2].text : "";
  const found = `${tokens[at]!.text}${day}${before}`;
  const why = worded("why", "which-month-in-a-note");
  return written(found, `每月${day}${before}`, tokens[at]!.span, "每月", why);
}

/** `指标 安全生产 10分:`: the marks of an indicator say that they are its full marks. */
function bareMarks(tokens: readonly Token[], index: number): Problem | undefined {
  const [word, name, number, unit] = tokens;
  if (index !== 2 || name?.kind !== "Name" || number?.kind !== "Number") return undefined;
  const marks = `${number.text}${unit?.kind === "Unit" ? unit.text : ""}`;
  const full = word!.text === CHINESE.get("指标")!.zh ? `,满分${marks}` : `, full marks ${marks}`;
  const span = join(name.span, unit?.kind === "Unit" ? unit.span : number.span);
  return written(`${name.text} ${marks}`, `${name.text}${full}`, span, `${name.text}${full}`);
}

/** `等级 无、一般、重大`: levels have an order. */
function listedLevels(tokens: readonly Token[], index: number): Problem | undefined {
  const at = tokens[index];
  const levels = tokens.slice(0, index).some((t) => t.kind === "LevelsType");
  return levels && at?.kind === "Enumerate"
    ? problem("BF1056", { mark: at.text }, { span: at.span })
    : undefined;
}

/** `对象：村`: a form's way to say whom a block is about. */
export function subjectWithColon(tokens: readonly Token[]): Problem | undefined {
  const [word, colon, name, ...more] = tokens;
  if ((word?.kind !== "Subject" && word?.kind !== "Record") || colon?.kind !== "Colon") return undefined;
  if (name?.kind !== "Name" || more.length > 0) return undefined;
  const instead = `${word.text} ${name.text}${word.kind === "Subject" ? ",标识 编号" : ""}`;
  const span = join(word.span, name.span);
  return written(`${word.text}${colon.text}${name.text}`, instead, span, instead);
}
