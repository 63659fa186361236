import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { ConsolidatedText } from "../../src/compiler/layers/consolidate.ts";
import { placesOf } from "../../src/compiler/layers/places.ts";
import { diffMeasures } from "../../src/diff/diff.ts";
import { parse } from "../../src/parser/parse.ts";
import { sha256 } from "../../src/source/sha256.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** Laws of layers, over the shipped measures. */

const policies = readdirSync("policies", { withFileTypes: true })
  .filter((e) => e.isDirectory() && existsSync(`policies/${e.name}/measure.banfa`))
  .map((e) => [e.name, readFileSync(`policies/${e.name}/measure.banfa`, "utf8")] as const);

const HEAD = "授权依据 “某办法第九条”\n制定机关 某市\n";

/** The last of the texts, each of which builds on the one before. */
function layered(...texts: readonly string[]) {
  const names = texts.map((_, i) => `${i}.banfa`);
  const resolve = (reference: string) => {
    const at = names.indexOf(reference);
    return at < 0 ? null : { path: reference, text: texts[at]! };
  };
  return compile(new SourceText(names.at(-1)!, texts.at(-1)!), { resolve });
}

const layer = (base: number, body: string, name = `${"甲乙丙"[base]}细则`): string =>
  `办法 ${name} 沿用 “${base}.banfa”\n${HEAD}${body}`;

/** What a measure computes: the IR without the names of instruments, places in the text and who wrote what. */
function meaning(measure: Measure | null): string {
  if (measure === null) throw new Error("it does not compile");
  const { name: _n, title: _t, documentNumber: _d, issuers: _i, ...rest } = measure;
  const words = JSON.stringify(rest, (key, value) => {
    if (key === "span" || key === "layer") return undefined;
    if (typeof value === "bigint") return `${value}n`;
    return typeof value === "string" ? value.replace(/〔[甲乙丙]细则[^〕]*〕/g, "") : value;
  });
  // A difference of two of them would fill the screen many times.
  return sha256(words);
}

/** Labelled provisions that stand in a list with others, so that one can be added behind the last. */
function lists(text: string) {
  const { top } = placesOf(parse(new SourceText("", text)).file);
  return { last: top.at(-1)! };
}

describe.each(policies)("%s", (_, text) => {
  const alone = compile(new SourceText("0.banfa", text));

  it("is the same under a layer that says nothing, or two of them", () => {
    expect(meaning(layered(text, layer(0, "")).measure)).toBe(meaning(alone.measure));
    expect(meaning(layered(text, layer(0, ""), layer(1, "")).measure)).toBe(meaning(alone.measure));
  });

  it("is the same when one layer deletes what another added", () => {
    const { last } = lists(text);
    const enumerated = last.path[0]!.endsWith("、");
    const article = enumerated ? "九十九、" : last.path[0]!.startsWith("〔") ? "〔99〕" : "第九百条";
    const cite = article.replace(/、$/, enumerated ? "、(一)" : "");
    if (enumerated) return; // 一、 is cited with what stands below it
    const added = layered(text, layer(0, `增加 ${cite} 宣示\n`));
    expect(meaning(added.measure)).not.toBe(meaning(alone.measure));
    const back = layered(text, layer(0, `增加 ${cite} 宣示\n`), layer(1, `删除 ${cite}\n`));
    expect(meaning(back.measure)).toBe(meaning(alone.measure));
  });

  it("knows for each place of the consolidated text the file and the words", () => {
    const { source } = layered(text, layer(0, "注: 说明。\n"));
    expect(source).toBeInstanceOf(ConsolidatedText);
    fc.assert(
      fc.property(fc.nat(source.text.length - 1), (start) => {
        const found = source.locate({ start, end: start + 1 });
        // Words of our own stand for a place; all else is word for word what the file has there.
        const piece = (source as ConsolidatedText).cut({ start, end: start + 1 })[0]!;
        if (piece.text === undefined)
          expect(found.source.slice(found.span)).toBe(source.text.slice(start, start + 1));
      }),
      { numRuns: 200 },
    );
  });

  it("is compared with the layer clause by clause: one that says nothing differs only in name", () => {
    const now = layered(text, layer(0, ""));
    const { changes } = diffMeasures(alone, now);
    expect(
      changes.filter((c) => c.level === "outcome" || c.level === "data").map((c) => c.new ?? c.old),
    ).toEqual([]);
  });
});

describe("a layer", () => {
  const BASE = readFileSync("test/cases/check/good/layer-changes/base.banfa", "utf8");
  const SENTENCES = [
    "设定 走访下限 = 12次",
    "设定 加分(省级) = 3分",
    "修改 第二条 90分以上 为 好",
    "修改 第二条 60分以上不满90分 为 中",
    "增加 第三条(三) 出错",
    "增加 第三条(四) 得分 低于10分",
    "删除 第四条(二)",
    "增加 第四条(三) 出错 的,对 本人 通报",
    "增加 第五条 出错 的,对 本人 约谈",
  ];

  it("means the same in whatever order its sentences stand", () => {
    const of = (sentences: readonly string[]) =>
      meaning(layered(BASE, layer(0, `${sentences.join("\n")}\n`)).measure);
    const expected = of(SENTENCES);
    fc.assert(
      fc.property(fc.shuffledSubarray(SENTENCES, { minLength: SENTENCES.length }), (sentences) => {
        expect(of(sentences)).toBe(expected);
      }),
      { numRuns: 6 },
    );
  });

  it("never throws, whatever it says", () => {
    const words = [
      "修改",
      "删除",
      "增加",
      "设定",
      "第三条",
      "第三条(一)",
      "第九条",
      "〔甲细则〕第一条",
      "出错",
      "的",
      ",",
      "对 本人 约谈",
      "宣示",
      ":",
      "\n",
      "(一)",
      "1.",
      "= 3次",
      "走访下限",
      "、",
      "第二条",
      "90分以上 为 好",
      "【题】",
      ";",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (said) => {
        const { problems, source } = layered(BASE, layer(0, `${said.join(" ")}\n`));
        for (const p of problems) if (p.span) source.placeOf(p.span);
      }),
      { numRuns: 30 },
    );
  });
});
