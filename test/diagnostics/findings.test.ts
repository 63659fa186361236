import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { type Code, catalogue, lookUp } from "../../src/diagnostics/catalogue/index.ts";
import { measureOf } from "../../src/diagnostics/explanations/explanation.ts";
import { explanations } from "../../src/diagnostics/explanations/index.ts";
import { type Problem, wording } from "../../src/diagnostics/problem.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { CLASSES } from "../docs/class-pages.ts";

/**
 * What a finding of ambiguity owes its reader: the class, the clause, what it is about in the words of the text, a
 * case in which it matters, the ways to close it, and an edit where one can be made without knowing more than the
 * text says. Looked at are all that the cases raise; test/compiler/closings.test.ts makes the edits.
 */

const cases = join(import.meta.dirname, "../cases");
const texts = [
  ...["check/bad", "check/good"].flatMap((area) =>
    readdirSync(join(cases, area)).map((name) => join(area, name, "input.banfa")),
  ),
  ...readdirSync(join(cases, "literal"), { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => join("literal", e.name, "measure.banfa")),
]
  .map((path) => readFileSync(join(cases, path), "utf8"))
  .concat(
    Object.values(explanations).flatMap(({ example }) => (example ? [measureOf(example, "wrong")] : [])),
  );

const raised = new Map<string, { problem: Problem; text: string }[]>();
for (const text of texts)
  for (const problem of compile(new SourceText("m.banfa", text)).problems)
    if (/^BF3[12]/.test(problem.code))
      raised.set(problem.code, [...(raised.get(problem.code) ?? []), { problem, text }]);

const codes = (Object.keys(catalogue) as Code[]).filter((code) => /^BF3[12]/.test(code)).sort();

/** Of no class: the statement has no effect, or none can be given to it. */
const WITHOUT_CLASS = ["BF3111", "BF3160"];

/** Two clauses or more meet in these classes; the others may be open within one. */
const BETWEEN_CLAUSES = ["OVL", "ORDER", "DOUBLE", "QUOTA", "CYCLE", "MONO"];
/** Found within one sentence, which the span shows. */
const WITHIN_ONE = [
  ...["BF3110", "BF3206", "BF3207"], // one word of the sentence; signers of one step; norms of one note
  ...["BF3123", "BF3127", "BF3128"], // the rows of one choice, the classes of one value
  ...["BF3200", "BF3271"], // a run that a worse year does not meet; one paper entered into two
];

/** Why no edit is offered: it would bring what the text does not have. */
const WITHOUT_EDIT: Readonly<Record<string, string>> = {
  "a figure, a day or a number of people":
    "BF3161 BF3163 BF3164 BF3165 BF3170 BF3171 BF3172 BF3174 BF3175 BF3176 BF3177 BF3178 BF3180 BF3209 BF3210 BF3220 BF3226 BF3227 BF3228 BF3229 BF3246 BF3247 BF3253 BF3254 BF3255 BF3270 BF3281 BF3282 BF3299",
  "the name of an office or of people": "BF3112 BF3162 BF3221 BF3234 BF3238 BF3274 BF3284 BF3285",
  "a rule of its own":
    "BF3125 BF3167 BF3182 BF3183 BF3185 BF3186 BF3187 BF3190 BF3194 BF3213 BF3214 BF3222 BF3223 BF3224 BF3225 BF3235 BF3236 BF3243 BF3244 BF3249 BF3250 BF3252 BF3257 BF3272 BF3278 BF3279",
  "a test, a list or a text that only its author knows": "BF3191 BF3207 BF3212 BF3232 BF3237 BF3260 BF3277",
  "one of two clauses that would have to go or be narrowed, and with it what somebody relies on":
    "BF3107 BF3126 BF3127 BF3128 BF3197 BF3201 BF3204 BF3205 BF3218 BF3219 BF3242 BF3248 BF3258 BF3259 BF3271",
  "another construct, written anew": "BF3111 BF3206 BF3143 BF3150 BF3151 BF3152 BF3160 BF3291 BF3292",
};
const withoutEdit = new Set(Object.values(WITHOUT_EDIT).flatMap((list) => list.split(" ")));

/** What shows a case in which it matters: a figure or a day, a question about somebody, or two who fare differently. */
const CASE =
  /[?？]|例如|还是|怎[么样]|的时候|会不会|算不算|不一[致样]|[不相]同|两[个处]|同一|一样|一名|中途|缺一|不违反|说得通|没有(?:结果|等次|任何后果)|不给予|谁也|谁先谁后|什么时候|哪一[条处]|是不是|哪些人|不报|同时(?:适用|落在|符合)|都算|不归自己|不是的|\d(?:\.\d+)?(?:分|次|人|年|月|日|米|%)/;

/** No case can be named: there is no result, or no end to the cases. */
const WITHOUT_CASE: Readonly<Record<string, readonly string[]>> = {
  "the sentence has no effect, or computes nothing": [
    "BF3111",
    "BF3118",
    "BF3151",
    "BF3160",
    "BF3291",
    "BF3292",
  ],
  "it names a clause that is not there": ["BF3237"],
  "more combinations than can be looked at": ["BF3123", "BF3127"],
};
const withoutCase = new Set(Object.values(WITHOUT_CASE).flat());

const folded = (text: string) => text.normalize("NFKC").replace(/\s/g, "");

describe("findings of ambiguity", () => {
  it("are all raised by a case", () => {
    expect(codes.filter((code) => !raised.has(code))).toEqual([]);
  });

  it.each(codes)("%s", (code) => {
    const found = raised.get(code)!;
    const { ambiguity } = lookUp(code)!;
    if (WITHOUT_CLASS.includes(code)) expect(ambiguity).toBeUndefined();
    else expect(CLASSES).toContain(ambiguity);

    for (const { problem, text } of found) {
      expect(problem.span, code).toBeDefined();
      expect(text.slice(problem.span!.start, problem.span!.end).trim(), code).not.toBe("");
      for (const language of ["zh", "en"] as const) {
        const { message, help } = wording(problem, language);
        expect(`${message}${help}`).not.toMatch(/\{\w+\}|undefined|NaN/);
        expect(help.length).toBeGreaterThan(language === "zh" ? 5 : 15);
      }
      // What it is about, in the words of the text or as a figure found for it.
      const said = [problem.span, ...(problem.related ?? []).map((r) => r.span)]
        .map((s) => text.slice(s!.start, s!.end))
        .concat(Object.values(problem.parameters).map(String));
      expect(
        said.some((words) => words !== "" && folded(text).includes(folded(words))),
        code,
      ).toBe(true);
    }

    const beside = found.some(({ problem }) => (problem.related ?? []).length > 0);
    if (BETWEEN_CLAUSES.includes(ambiguity ?? "") && !WITHIN_ONE.includes(code))
      expect(beside, code).toBe(true);

    const cased = found.every(({ problem }) => CASE.test(wording(problem, "zh").message));
    expect(cased, `${code}: a case, or its reason in WITHOUT_CASE`).toBe(!withoutCase.has(code));

    const edits = found.some(({ problem }) => (problem.fixes ?? []).length > 0);
    expect(edits, `${code}: an edit, or its reason in WITHOUT_EDIT`).toBe(!withoutEdit.has(code));
  });

  it("each offer of an edit says what it does, in both languages", () => {
    for (const list of raised.values())
      for (const { problem } of list)
        for (const fix of problem.fixes ?? []) {
          expect(fix.zh).not.toBe("");
          expect(fix.en).not.toBe("");
          expect(fix.edits.length).toBeGreaterThan(0);
          expect(fix.preferred, problem.code).toBeUndefined();
        }
  });
});
