import { expect, test } from "vitest";
import { parse } from "../../src/parser/parse.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { Forms } from "./forms.ts";
import { heldTexts } from "./texts.ts";

/**
 * Every form that a syntax tree can have stands in a measure that is held against the oracle (agreement.test.ts), or in
 * the list below, with the reason why it need not.
 */
test("every form of the syntax tree is held against the oracle", () => {
  const forms = new Forms(["src/parser/ast.ts"]);
  const counts = new Map<string, number>();
  for (const { name, text } of heldTexts())
    forms.count("MeasureFile", parse(new SourceText(name, text)).file, counts);
  const every = [...forms.every("MeasureFile")];
  expect(every.length).toBeGreaterThan(400);
  const missing = every.filter((f) => !counts.has(f) && !NOT_HELD.some(({ form }) => form.test(f)));
  expect(missing).toEqual([]);
  // Nothing is excused that is there.
  const idle = NOT_HELD.filter(({ form }) => !every.some((f) => form.test(f) && !counts.has(f)));
  expect(idle.map(({ form }) => form.source)).toEqual([]);
});

const NOT_HELD: readonly { readonly form: RegExp; readonly why: string }[] = [
  { form: /\.notes$/, why: "kept for documents and explanations; nothing is computed of it" },
  { form: /^Label\.style=/, why: "styles differ in how they nest, which the cases of the parser hold" },
  { form: /\.title$|^declaratory\.text$/, why: "shown only" },
  { form: /^(?:==|!=)\.explicit/, why: "said with 以上 and the like only" },
  {
    form: /\.explicit=false$/,
    why: "(不含) and (含) decide the operator; where nothing else is said the mark is the same",
  },
  { form: /^[<>]=?\.explicit/, why: "the text generator has them, with both operators" },
  {
    form: /\.modality=(?:may|advisory|discretionary)$/,
    why: "a decision, or recorded, whatever the effect: the other effects hold it",
  },
  { form: /^period\.frequency=two-months$/, why: "no measure is assessed so; the grammar refuses it" },
  { form: /^subject-type\.frequency/, why: "refused by the checker: links are not listed by period" },
  { form: /^holder/, why: "of an argument: refused by the checker" },
  { form: /\.at$/, why: "of posts at the end or at any time no day is said" },
  { form: /^ProcedureAct\.draw$/, why: "a draw among the steps of a procedure is a draw" },
];
