/** What was proved, in words: both languages side by side. */
import type { Bounds } from "../encode/encoder.ts";
import type { About, Outcome, PropertyName, Proved } from "./property.ts";

type Language = "zh" | "en";
interface Both {
  readonly zh: string;
  readonly en: string;
}

export const PROPERTY_WORDS: Readonly<Record<PropertyName, Both>> = {
  assertion: { zh: "断言成立", en: "assertions hold" },
  dead: { zh: "每一条都有人够得上", en: "every provision can be met" },
  gap: { zh: "没有空档", en: "no gap" },
  overlap: { zh: "没有重叠", en: "no overlap" },
  subsumed: { zh: "没有多余的规定", en: "no provision is idle" },
  monotone: { zh: "等次随数值单向升降", en: "a grade follows each figure one way" },
};

/** Names for `--only`. */
export const PROPERTY_NAMES: Readonly<Record<string, PropertyName>> = {
  断言: "assertion",
  不可能: "dead",
  空档: "gap",
  重叠: "overlap",
  多余: "subsumed",
  单调: "monotone",
};

export function headOf(p: Proved): string {
  return `${p.about.cites[0]} · ${p.kind} · ${p.about.text.replaceAll(/\s+/g, " ")}`;
}

/** What it means that the property does, or does not, hold. */
export function sentenceOf(p: Proved, language: Language): string {
  const { about, outcome } = p;
  const zh = language === "zh";
  if (outcome.status === "unknown") return unknownSentence(outcome, zh);
  if (outcome.status === "holds") {
    const size = scopeOf(outcome, language);
    if (outcome.direction === undefined) return size;
    const [fact, grade] = about.text.split(" → ");
    const rising = outcome.direction === "rising";
    if (zh) return `${fact} 越高，${grade} ${rising ? "不会越低" : "不会越高"}；${size}`;
    return `a higher ${fact} never ${rising ? "lowers" : "raises"} ${grade}; ${size}`;
  }
  return failure(p.name, about, zh);
}

function failure(name: PropertyName, about: About, zh: boolean): string {
  const others = about.cites.slice(1).join(zh ? "、" : ", ");
  switch (name) {
    case "assertion":
      return zh ? "断言不成立，有反例" : "the assertion does not hold: somebody is otherwise";
    case "dead":
      return dead(about, zh);
    case "gap":
      return zh ? "有对象一行也落不进去" : "somebody falls in no row";
    case "overlap":
      return zh ? "有对象同时落进两行" : "somebody falls in two rows";
    case "subsumed":
      if (about.what === "requirement")
        return zh
          ? `不符合它的必定也不符合 ${others || "同一条的另一项"}，另写它没有作用`
          : `whoever breaches it also breaches ${others || "another one of this clause"}; it asks for nothing more`;
      return zh
        ? `凡是符合的，也都符合 ${others || "同一条的另一项"}，后者的处理不比它轻；去掉它，结果不变，只少一处依据`
        : `whoever meets it also meets ${others || "another item of this clause"}, which does no less; without it no result changes, only a basis is gone`;
    case "monotone":
      return zh
        ? "数值高了，等次反而低；也有高了等次就高的"
        : "a higher figure lowers the grade here and raises it elsewhere";
  }
}

function dead(about: About, zh: boolean): string {
  switch (about.what) {
    case "grade":
      return zh ? "没有对象能得到这个等次" : "nobody can get this grade";
    case "row":
      return zh ? "没有对象会落到这一行" : "nobody can fall in this row";
    case "met":
      return zh ? "没有对象能做到" : "nobody can fulfil it";
    case "breached":
      return zh ? "没有对象会违反，等于没有要求" : "nobody can breach it: it asks for nothing";
    case "together":
      return zh ? "这几项要求，没有对象能同时做到" : "nobody can fulfil these together";
    case "assertion":
      return zh
        ? "没有对象会符合断言的条件，断言等于没有说"
        : "nobody meets the condition of the assertion, so it says nothing";
    case "clause":
    case "item":
    case "base":
    case "table":
    case "fact":
    case "requirement":
      return zh ? "没有对象会符合" : "nobody can meet it";
  }
}

const unknownSentence = (outcome: Extract<Outcome, { status: "unknown" }>, zh: boolean): string => {
  const size = outcome.within ? boundsText(outcome.within, zh) : "";
  switch (outcome.reason) {
    case "bounds":
      return zh
        ? `${size || "凡有定值的情形"}里没有这样的对象，再大的没有查`
        : `nobody like that ${size ? `with ${size}` : "where every figure has a value"}; nothing larger was gone into`;
    case "time":
      return zh
        ? "规定的时间内没有算出来（--timeout 可以放宽）"
        : "not settled in time (--timeout gives more)";
    case "size":
      return zh ? "式子太大，没有证" : "the formulas are too large";
    case "no-example":
      return zh ? "找到的例子经实际计算都不成立" : "no example that was found is borne out by the evaluators";
  }
};

/** For whom something was proved. */
export function scopeOf(outcome: Extract<Outcome, { status: "holds" }>, language: Language): string {
  const zh = language === "zh";
  const size = outcome.within ? boundsText(outcome.within, zh) : "";
  const whom = zh
    ? size
      ? `在${size}的范围内成立`
      : "对任何对象都成立"
    : size
      ? `holds with ${size}`
      : "holds for every subject";
  if (outcome.where !== "defined") return whom;
  return zh ? `${whom}（数值都算得出的）` : `${whom} (where every figure has a value)`;
}

function boundsText({ cohort, records, years }: Bounds, zh: boolean): string {
  const parts = [
    cohort === null ? null : zh ? `同类对象不超过${cohort}个` : `up to ${cohort} subjects of a kind`,
    records === null ? null : zh ? `每种记录不超过${records}份` : `up to ${records} records of a kind`,
    years === null ? null : zh ? `以前年度不超过${years}年` : `up to ${years} earlier years`,
  ];
  return parts.filter((p) => p !== null).join(zh ? "、" : ", ");
}
