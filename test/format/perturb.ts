import { lex } from "../../src/parser/lexer.ts";
import { SourceText } from "../../src/source/source-text.ts";
import type { Tape } from "../generators/tape.ts";

/**
 * Typing habits: the same words with other spaces, widths, indentation and line ends. A change that makes a line
 * read as other words (`综合得分` for `综合 得分`) is taken back.
 */
export function perturb(text: string, tape: Tape): string {
  const lines = text.split("\n").map((line) => perturbLine(line, tape));
  const blankLines = lines.map((line) => (line === "" && tape.below(2) === 1 ? "\n \t" : line));
  return blankLines.join(tape.below(2) === 1 ? "\r\n" : "\n");
}

/** Comments, notes, blank lines and line breaks where an author may put them. The result may not be a measure any more. */
export function annotate(text: string, tape: Tape): string {
  const out: string[] = [];
  text.split("\n").forEach((line, i) => {
    const [head, rest] = tape.below(6) === 1 ? broken(line, tape) : [line, undefined];
    if (tape.below(5) === 1) out.push("");
    if (tape.below(5) === 1) out.push(`${tape.pick(INDENTS)}${tape.pick(["# 甲", "#乙 ", "＃丙", "#"])}${i}`);
    if (tape.below(9) === 1) out.push("");
    const plain = line.trim() !== "" && !/[#注第]/.test(line);
    out.push(plain && tape.below(4) === 1 ? `${head} # 末${i}` : head);
    if (rest !== undefined && tape.below(4) === 1) out.push(`# 中${i}`);
    if (rest !== undefined) out.push(plain && tape.below(4) === 1 ? `${rest}  ＃尾${i}` : rest);
    else if (plain && tape.below(9) === 1) out.push(`注:   “原文,${i}” # 不是注释`);
  });
  return out.join("\n");
}

/** A line in two, where it may continue. */
function broken(line: string, tape: Tape): [string, string | undefined] {
  const places = [...line.matchAll(/[,、;=+] ?(?=[^ ])| (?=(?:或|且|的|或者|并且) )/g)];
  if (places.length === 0 || /[#注“「【]/.test(line)) return [line, undefined];
  const { index, 0: mark } = tape.pick(places);
  return [line.slice(0, index + mark.length), tape.pick(INDENTS) + line.slice(index + mark.length)];
}

const SPACES = [" ", "   ", "\t", "\u3000", "\u00a0"];
const INDENTS = ["", " ", "   ", "\t", "\u3000\u3000", "            "];

function perturbLine(line: string, tape: Tape): string {
  const content = line.trimStart();
  if (content === "") return line;
  let now = content;
  for (const change of [spaceOut, squeeze, widen, relabel]) {
    const next = change(now, tape);
    if (reading(next) === reading(content)) now = next;
  }
  return tape.pick(INDENTS) + now + tape.pick(["", "", "  ", "\t"]);
}

/** The words of a line, or what a stranger would take for them. */
function reading(line: string): string {
  const { lines, problems } = lex(new SourceText("", line));
  const words = lines[0]!.tokens.map((t) => `${t.kind} ${t.text} ${t.meaning}`);
  return [...words, lines[0]!.comment?.text.trimEnd() ?? "", problems.length].join("|");
}

/** Offsets between two tokens of a line. */
function seams(line: string): { from: number; to: number }[] {
  const { tokens } = lex(new SourceText("", line)).lines[0]!;
  return tokens.slice(1).map((t, i) => ({ from: tokens[i]!.span.end, to: t.span.start }));
}

function spaceOut(line: string, tape: Tape): string {
  return reseam(line, (gap) => (tape.below(3) === 0 ? gap + tape.pick(SPACES) : gap));
}

function squeeze(line: string, tape: Tape): string {
  let now = line;
  for (let i = 0; i < seams(now).length; i++) {
    if (tape.below(3) !== 0) continue;
    const { from, to } = seams(now)[i]!;
    const next = now.slice(0, from) + now.slice(to);
    if (reading(next) === reading(line)) now = next;
  }
  return now;
}

function reseam(line: string, change: (gap: string) => string): string {
  let out = "";
  let at = 0;
  for (const { from, to } of seams(line)) {
    out += line.slice(at, from) + change(line.slice(from, to));
    at = to;
  }
  return out + line.slice(at);
}

/** Punctuation and digits in their full-width forms, outside quotes, notes and comments. */
function widen(line: string, tape: Tape): string {
  const { tokens } = lex(new SourceText("", line)).lines[0]!;
  let out = "";
  let at = 0;
  for (const { span, kind, quoted } of tokens) {
    out += line.slice(at, span.start);
    at = span.end;
    const written = line.slice(span.start, span.end);
    const keeps = quoted || kind === "Note" || kind === "Chapter" || kind === "Title";
    out += keeps ? written : written.replace(/[!-~]/g, (c) => (tape.below(2) === 0 ? wide(c) : c));
  }
  return out + line.slice(at);
}

function wide(c: string): string {
  return String.fromCharCode(c.charCodeAt(0) + 0xfee0);
}

function relabel(line: string, tape: Tape): string {
  return tape.below(2) === 0 ? line.replace(/^(\d+)\. /, "$1、") : line;
}
