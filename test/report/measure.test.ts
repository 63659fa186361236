import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { html } from "../../src/report/html.ts";
import { measureHtml } from "../../src/report/measure/page.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { filesUnder, read } from "../architecture/sources.ts";
import { pageFaults } from "./page-checks.ts";

function inputOf(text: string) {
  const source = new SourceText("m.banfa", text);
  const { measure, file, problems } = compile(source);
  if (measure === null)
    throw new Error(problems.map((p) => `${p.code} ${JSON.stringify(p.parameters)}`).join());
  return { measure, file, source, problems };
}

/** The text of a page, without its markup. */
const seen = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)))
    .replace(/\s+/g, " ");

const measures = [...filesUnder("policies", /measure\.banfa$/), "examples/language-tour/measure.banfa"];

describe.each(measures)("the page of %s", (path) => {
  const input = inputOf(read(path));
  const page = measureHtml({ ...input, language: "zh" });

  it("is sound in both languages, and the same each time", () => {
    expect(pageFaults(page)).toEqual([]);
    expect(pageFaults(measureHtml({ ...input, language: "en" }))).toEqual([]);
    expect(measureHtml({ ...input, language: "zh" })).toBe(page);
  });

  it("has every provision, fact, parameter, consequence and accepted reading", () => {
    const { measure: m, problems } = input;
    const shown = seen(page);
    for (const e of m.outline)
      expect(page).toContain(`id="${html(`clause-${m.citations[e.cite]!.text.replace(/\s+/g, "_")}`)}"`);
    const names = [
      ...m.subjects
        .filter((k) => !k.of)
        .flatMap((k) => k.fields.filter((f) => !f.derived).map((f) => f.name)),
      ...m.parameters.map((p) => p.name),
      ...m.actions.map((a) => a.name),
      ...m.procedures.map((p) => p.name),
      ...m.outline.flatMap((e) => e.notes),
      ...problems.flatMap((p) => p.accepted ?? []),
    ];
    expect(names.filter((n) => !shown.includes(n.replace(/\s+/g, " ")))).toEqual([]);
  });
});

it("the page of a layered measure says who wrote what", () => {
  const folder = "test/cases/cli/layers-deep";
  const compiled = compile(new SourceText("town.banfa", read(`${folder}/town.banfa`)), {
    resolve: (path) => ({ path, text: read(`${folder}/${path}`) }),
  });
  const { measure, file, source, problems } = compiled;
  const shown = seen(measureHtml({ measure: measure!, file, source, problems, language: "zh" }));
  for (const text of [
    "〔某市细则〕第四条 〔某县细则第一条修改〕",
    "〔某市细则〕第五条 〔某镇细则第一条增加〕",
    "〔某镇细则〕第二条",
    "第一条 等次 考核等次 由高到低 好 ＞ 中 ＞ 差 〔某市细则第一条修改〕",
    "(四) 〔某镇细则第一条增加〕 走访次数 少于4次",
  ])
    expect(shown).toContain(text);
});

describe("texts in a page", () => {
  it("never become markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const escaped = html(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!#\d+;)/);
        expect(escaped).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u2066-\u2069]/);
      }),
      { numRuns: 60 },
    );
  });

  it("stay what they are in every place of a measure", () => {
    const nasty = `<img src=x onerror=alert(1)>&amp;'`;
    const text = `办法 甲
名称 “${nasty}”
文号 “${nasty}”
制定机关 「${nasty}」
认可 BF3112 “${nasty}”
参数 「<b>p」: 分
措施 惩处: 「<i>谈话」
对象 「<u>人」,标识 编号
  编号: 文字
  得分: 0至100分 “${nasty}” 来源 「<s>谁」
第一条【</section><script>】
  等次 等第 由高到低 「<甲>」、乙
  依 得分 评定 等第:
    60分以上 为 「<甲>」
    不满60分 为 乙
    注: ${nasty}
第二条 等第 为 乙 的,对 本人 「<i>谈话」
  注: ${nasty}
第三条
  程序 「<a>步」:
    1. 「<s>谁」 报送 「<x>表」
`;
    const page = measureHtml({ ...inputOf(text), language: "zh" });
    expect(pageFaults(page)).toEqual([]);
    expect(seen(page)).toContain(nasty);
  });
});
