import type { Measure } from "../compiler/ir/ir.ts";
import type { Bounds } from "../prove/encode/encoder.ts";
import { factsWords } from "../prove/facts-words.ts";
import { changesWords } from "../prove/said.ts";
import type { Example, Open, Proof } from "../prove/verdict.ts";
import type { ChangeEvidence, Evidence } from "./evidence.ts";
import { nameOf } from "./sentences.ts";
import type { Change, MeasureDiff } from "./types.ts";

/** Evidence in words, the same in every form of report. */

type Language = "zh" | "en";

/** What was found out about a change, in words. */
export interface EvidenceView {
  /** One sentence. */
  readonly verdict: string;
  /** Somebody fares differently, nobody does, or it is open. */
  readonly status: Proof["status"];
  readonly example: ExampleView | null;
}

/** Somebody who fares differently, in words. */
export interface ExampleView {
  /** Who it is: subject by subject. */
  readonly facts: readonly string[];
  /** What comes out differently. */
  readonly changes: readonly string[];
  /** The sentences that are others, in the explanation by each version. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** null: nothing of its own to say. */
export function viewOf(
  c: Change,
  diff: MeasureDiff,
  evidence: Evidence | undefined,
  language: Language,
): EvidenceView | null {
  const own = evidence?.changes.get(c.fingerprint);
  if (!evidence || !own) return null;
  const view = proofView(own.proof, evidence.measure, declaredOtherwise([c]), language);
  const how = howWords(own, diff, language);
  // What it brings about is told where it is changed.
  const example = own.how === "because" ? null : view.example;
  const named = c.parts.some((p) => p.form === "name") ? renamedWords(evidence, language) : "";
  return { ...view, verdict: named + how + view.verdict, example };
}

/** Names are taken at their word: that they are of the same thing no text can prove. */
function renamedWords({ renamed = [] }: Evidence, language: Language): string {
  if (renamed.length === 0) return "";
  return language === "zh" ? "改称前后指同一事项的，" : "where both names are of the same thing, ";
}

/** Of both versions as they are; null where the changes say it all. */
export function wholeView(
  evidence: Evidence | undefined,
  diff: MeasureDiff,
  language: Language,
): EvidenceView | null {
  if (!evidence) return null;
  const { whole, changes, measure } = evidence;
  if (whole.status === "differs" && [...changes.values()].some((c) => c.proof.status === "differs"))
    return null;
  const view = proofView(whole, measure, declaredOtherwise(diff.changes), language);
  const named = renamedWords(evidence, language);
  return { ...view, verdict: (language === "zh" ? "整体：" : "Altogether: ") + named + view.verdict };
}

/**
 * Declarations that say what an action or a grade counts as. They are other rules though nobody's grade, score or
 * actions differ, so that a proof of these alone does not say all.
 */
export const declaredOtherwise = (changes: readonly Change[]): readonly Change[] =>
  changes.filter((c) => c.level === "outcome" && (c.of === "actions" || c.of === "scale") && c.old && c.new);

function proofView(
  proof: Proof,
  measure: Measure,
  declared: readonly Change[],
  language: Language,
): EvidenceView {
  const { status } = proof;
  return {
    status,
    verdict: proofWords(proof, language, declared),
    example: status === "differs" ? exampleView(proof.example, measure, language) : null,
  };
}

/** Most differences of one example that are listed. */
const LISTED = 4;

function exampleView(example: Example, measure: Measure, language: Language): ExampleView {
  const [a, b] = [example.before.explanation[language], example.after.explanation[language]];
  const all = changesWords(example.changes, language);
  const changes = all.slice(0, LISTED);
  const more = all.length - changes.length;
  if (more > 0) changes.push(language === "zh" ? `等${all.length}处` : `and ${more} more`);
  return {
    facts: factsWords(measure, example, language),
    changes,
    before: a.filter((s) => !b.includes(s)),
    after: b.filter((s) => !a.includes(s)),
  };
}

/** What a declaration decides beside who gets what. */
function declaredWords(c: Change, language: Language): string {
  const name = c.new!.citation;
  if (c.of === "actions")
    return language === "zh"
      ? `“${name}”的声明不同：变的是这些措施归为哪一类、算有利还是不利，结果和统计里的归类、从宽从严的判断随之不同`
      : `“${name}” is declared otherwise: of what category these actions are and whether they are favourable, which results and statistics show and which decides what is stricter or looser`;
  return language === "zh"
    ? `“${name}”的声明不同：变的是有哪些等次、谁高谁低，统计的排列、从宽从严的判断随之不同`
    : `“${name}” is declared otherwise: which grades there are and which is higher, which statistics are ordered by and which decides what is stricter or looser`;
}

/** @param declared declarations that differ, of {@link declaredOtherwise}: then what is the same is named */
export function proofWords(proof: Proof, language: Language, declared: readonly Change[] = []): string {
  if (proof.status !== "same" || declared.length === 0) return provedWords(proof, language, false);
  const besides = declared.map((c) => declaredWords(c, language));
  const proved = provedWords(proof, language, true);
  return language === "zh" ? `${proved}；但${besides.join("；")}` : `${proved}; but ${besides.join("; ")}`;
}

function provedWords(proof: Proof, language: Language, declared: boolean): string {
  const zh = language === "zh";
  const same = declared
    ? zh
      ? "等次、得分和措施都相同"
      : "nobody gets another grade, score or action"
    : zh
      ? "结果都相同"
      : "nobody fares differently";
  switch (proof.status) {
    case "differs": {
      const { id, kind, changes } = proof.example;
      const [first] = changesWords(changes, language);
      return zh ? `例：${id}（${kind}） ${first}` : `example: ${id} (${kind}) ${first}`;
    }
    case "same": {
      const where =
        proof.where === "defined"
          ? zh
            ? "每个数值都算得出时，"
            : "wherever every figure has a value, "
          : "";
      if (!proof.within)
        return zh
          ? `已证明：数据齐全时，${where}对任何人${same}`
          : `proved: on complete data, ${where}${same}`;
      const size = sizeWords(proof.within, zh);
      return zh
        ? `在${size}的范围内已证明：数据齐全时，${where}${declared ? same : "结果相同"}；超出的没有证明`
        : `proved for ${size}: on complete data, ${where}${same}; not proved beyond`;
    }
    case "open": {
      const about = proof.about.slice(0, 3).join(zh ? "、" : ", ");
      const name = about === "" ? "" : zh ? `（${about}）` : ` (${about})`;
      return OPEN[proof.reason][language].replace("{name}", name);
    }
  }
}

function sizeWords({ cohort, records, years }: Bounds, zh: boolean): string {
  const parts: string[] = [];
  if (cohort !== null) parts.push(zh ? `每类对象不超过${cohort}个` : `at most ${cohort} subjects of a kind`);
  if (records !== null)
    parts.push(zh ? `每份清单不超过${records}条记录` : `at most ${records} records in a list`);
  if (years !== null) parts.push(zh ? `往年不超过${years}年` : `at most ${years} earlier years`);
  return parts.join(zh ? "、" : ", ");
}

const OPEN: Readonly<Record<Open, Readonly<Record<Language, string>>>> = {
  time: {
    zh: "未定{name}：到了时限，没有证明也没有找到例子，可能有人结果不同；可以用 --timeout 放宽",
    en: "open{name}: neither proved nor refuted in time, somebody may fare differently; allow more with --timeout",
  },
  size: {
    zh: "未定{name}：这里的规则太大，没有证明也没有找到例子，可能有人结果不同",
    en: "open{name}: too large to be proved, and no example was found; somebody may fare differently",
  },
  "no-example": {
    zh: "未定{name}：没有证明，也没有找到两版都确认的例子，可能有人结果不同",
    en: "open{name}: not proved, and no example that both versions confirm was found; somebody may fare differently",
  },
  "no-solver": {
    zh: "未定{name}：试算没有找到例子；要证明，请安装：npm install z3-solver",
    en: "open{name}: a search found no example; for a proof: npm install z3-solver",
  },
  records: {
    zh: "未定{name}：这份清单里逐条评定的规则不同，试算没有找到例子，可能有人结果不同",
    en: "open{name}: rules for each record of this list differ, and a search found no example; somebody may fare differently",
  },
  period: {
    zh: "未定{name}：两版的考核周期不同，结果不能一一对照",
    en: "open{name}: the versions assess other periods, so that results do not correspond",
  },
  draw: {
    zh: "未定{name}：抽查的办法不同，抽到谁不在各人的结果里",
    en: "open{name}: others are drawn by lot, which no result of a subject says",
  },
  kinds: {
    zh: "未定{name}：只有一版考核这类对象",
    en: "open{name}: only one version assesses this kind of subject",
  },
};

function howWords(e: ChangeEvidence, diff: MeasureDiff, language: Language): string {
  const zh = language === "zh";
  const names = e.with
    .flatMap((f) => diff.changes.find((c) => c.fingerprint === f) ?? [])
    .map((c) => nameOf(c, language))
    .join(zh ? "、" : ", ");
  switch (e.how) {
    case "alone":
      return "";
    case "last":
      return zh ? "其余变动都改好以后：" : "with all other changes made: ";
    case "together":
      return names === "" ? "" : zh ? `与 ${names} 一起改：` : `together with ${names}: `;
    case "whole":
      return zh ? "与其余变动分不开，按整体：" : "not apart from the other changes, so altogether: ";
    case "because":
      return zh ? `因 ${names} 而变：` : `because of ${names}: `;
  }
}
