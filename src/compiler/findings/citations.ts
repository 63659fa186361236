import { worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { NUMERAL as CHINESE, numeralValue } from "../../parser/numerals.ts";
import { labelText, type Model } from "../analyze/model.ts";
import { notesIn } from "./reading.ts";

/**
 * REF: a text of the measure cites a clause that the measure does not have, or an attachment that is not there.
 * What a formula cites is checked when it is read; this looks into descriptions, notes and reasons.
 */
export function citedInTexts(model: Model): Problem[] {
  const articles = articlesOf(model);
  const [first, last] = [articles[0]?.text, articles.at(-1)?.text];
  const known = new Set(articles.map((a) => a.key));
  // Written twice, a number has taken the place of the next: that is said of the number, not of whoever cites the next.
  articles.forEach(({ key }, i) => {
    if (articles.findIndex((a) => a.key === key) < i) known.add(`${Number.parseInt(key, 10) + 1}/0`);
  });
  return textsOf(model).flatMap(({ text, span, notes }) => {
    const found: Problem[] = [];
    const missing = citationsIn(text).find((c) => !known.has(c.key));
    if (missing)
      found.push(
        problem(
          "BF3237",
          {
            cite: missing.text,
            ...(first
              ? worded("range", "measure-has", { first, last: last ?? first })
              : worded("range", "numbered-in-another-way")),
          },
          { span },
        ),
      );
    const attachment = notes
      ? /附件[0-9一二三四五六七八九十]*|附表[0-9一二三四五六七八九十]*/.exec(text)
      : null;
    if (attachment) found.push(problem("BF3232", { what: attachment[0] }, { span }));
    return found;
  });
}

interface Told {
  readonly text: string;
  readonly span: ast.Text["span"];
  /** A note: other texts are looked at for attachments elsewhere. */
  readonly notes: boolean;
}

function textsOf(model: Model): Told[] {
  const found: Told[] = notesIn(model).map((t) => ({ text: t.text, span: t.span, notes: true }));
  walk(model.file, (n) => {
    if (n.kind === "description") found.push({ text: n.text.text, span: n.text.span, notes: false });
    else if (n.kind === "declaratory" && n.text)
      found.push({ text: n.text.text, span: n.text.span, notes: false });
    else if (n.kind === "acceptance") found.push({ text: n.reason.text, span: n.reason.span, notes: false });
    return undefined;
  });
  return found;
}

const NUMERAL = `[0-9０-９${CHINESE}]+`;
const CITED = new RegExp(`第(${NUMERAL})条(?:之(${NUMERAL}))?`, "g");
/** What stands before a citation of another text: 《…》第三条, 条例第五条, 原办法第六条, 上级规定第二条. */
const OF_ANOTHER =
  /(?:》(?:[(（〔][^)）〕]*[)）〕])?|法|法典|条例|规定|细则|办法|意见|通知|方案|章程|决定|原|旧|该|另一)[的之]?\s*[“"「]?$/;
const OF_THIS = /(?:本|这份|这个)(?:办法|规定|细则|方案|意见)\s*$/;

function citationsIn(text: string): { text: string; key: string }[] {
  return [...text.matchAll(CITED)].flatMap((m) => {
    const before = text.slice(0, m.index);
    if (OF_ANOTHER.test(before) && !OF_THIS.test(before)) return [];
    return [{ text: m[0], key: keyOf(m[1]!, m[2]) }];
  });
}

const ARTICLE = new RegExp(`^第(${NUMERAL})条(?:之(${NUMERAL}))?$`);

function articlesOf(model: Model): { text: string; key: string }[] {
  const found: { text: string; key: string }[] = [];
  walk(model.file, (n) => {
    if (n.kind !== "section") return undefined;
    const text = labelText(n.label);
    const [, number, inserted] = ARTICLE.exec(text) ?? [];
    if (number !== undefined) found.push({ text, key: keyOf(number, inserted) });
    return undefined;
  });
  return found;
}

const keyOf = (number: string, inserted: string | undefined): string =>
  `${numberOf(number)}/${inserted === undefined ? 0 : numberOf(inserted)}`;

const numberOf = (numeral: string): number => {
  const folded = numeral.normalize("NFKC");
  return /^\d+$/.test(folded) ? Number(folded) : numeralValue(folded);
};
