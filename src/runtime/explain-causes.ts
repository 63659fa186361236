/** Causes of open points in words: what is missing, and what would settle it. */
import type { Cause, Figure, FindingResult, ManySubjects, Undetermined } from "./result.ts";

/** More than this many causes of one point are only counted. */
const SHOWN = 6;

/** One clause of a sentence for each cause; the subject is named where it is another one. */
/** @param record that the sentence is about, as a cause names it: 季报(第3季度) */
export function causeWords(
  causes: readonly Cause[],
  language: "zh" | "en",
  id: string,
  record?: string,
): string[] {
  const all = together(causes);
  const say = language === "zh" ? chinese : english;
  const words = all.slice(0, SHOWN).map((c) => say(c, id, record));
  const more = all.length - SHOWN;
  if (more > 0) words.push(language === "zh" ? `另有${more}项` : `and ${more} more`);
  return [...new Set(words)];
}

/** The periods that a list of a subject lacks, or that lack the same fact, are one cause, where the first of them stands. */
function together(causes: readonly Cause[]): Cause[] {
  const all = new Map<string, Cause & Placed>();
  for (const cause of causes as readonly (Cause & Placed)[]) {
    const { periods, record, ...rest } = cause;
    const key = JSON.stringify(rest);
    const before = all.get(key);
    const both = before && {
      ...(record && { record: `${before.record}、${record}` }),
      ...(periods && { periods: [...new Set([...before.periods!, ...periods])] }),
    };
    all.set(key, { ...(before ?? cause), ...both });
  }
  return [...all.values()];
}

interface Placed {
  readonly periods?: readonly string[];
  readonly record?: string;
}

/** 季报(第3季度): the record in which a fact stands; empty where it is none, or that of the sentence. */
function recordWords(c: Cause, here: string | undefined): string {
  if (!("record" in c) || c.record === undefined) return "";
  const words = `${c.list}(${c.record})`;
  return words === here ? "" : words;
}

/** What is open, as it is called in a sentence and in a table: 对 主要领导 约谈 的起止日期. */
export function openName(u: Undetermined, language: "zh" | "en"): string {
  if (u.target === undefined) return u.name;
  if (language === "zh") {
    const part = u.part && { amount: " 的数额", period: " 的起止日期", person: " 具体对谁" }[u.part];
    return `对 ${u.target} ${u.name}${part ?? ""}`;
  }
  const part =
    u.part && { amount: "the amount of ", period: "the days of ", person: "who is met by " }[u.part];
  return `${part ?? ""}${u.name} for ${selfWords(u.target)}`;
}

/** The figures of a requirement without the tests that it says itself: those that miss them would seem to meet them. */
export const figuresLooked = (f: FindingResult): Figure[] =>
  f.figures.map((x) => (f.requirement.includes(x.test) ? { ...x, test: "" } : x));

/** 本人 and 本单位 in English; any other target as the measure names it. */
export const selfWords = (target: string): string =>
  target === "本人" ? "the subject itself" : target === "本单位" ? "the organisation itself" : target;

function chinese(c: Cause, id: string, here?: string): string {
  const owner = "subject" in c && c.subject !== id ? `${c.subject} 的 ` : "";
  const record = recordWords(c, here);
  const of = record === "" ? owner : `${owner}${record} 的 `;
  switch (c.kind) {
    case "missing-fact":
      return `没有填报 ${of}${c.field}`;
    case "bad-fact":
      return `${of}${c.field} 填写有误`;
    case "open-parameter":
      return `参数 ${c.name} 还没有设定${c.cite === null ? "" : `（${c.cite}）`}`;
    case "missing-history":
      return `缺少 ${c.period ?? `${c.year}年`} 的考核结果`;
    case "zero-divisor":
      return `${c.cite} 的除数为零`;
    case "empty":
      return `${c.name} 没有可计算的对象`;
    case "inapplicable":
      return `${c.name} 不适用`;
    case "other-subjects":
      return `${c.name} 要同其他对象比较，只给出了一个`;
    case "not-valid":
      return `${c.name} 没有达到 ${c.cite} 的要求，不计得分`;
    case "weights":
      return `${c.name} 的权重合计不是100%（${c.cite}）`;
    case "missing-period":
      return `${of}${c.field} 缺 ${c.periods.join("、")}`;
    case "missing-date":
      return "没有给出评定日";
    case "missing-calendar":
      return `没有 ${c.year}年 的节假日安排，数不出工作日`;
    case "no-such-subject":
      return `${of}${c.field} 指向的 ${c.id} 不在数据中`;
    case "vacant-post":
      return `${c.day} 没有人担任 ${of}${c.field}`;
    case "tie":
      return `${c.cite} 的名次并列，办法没有说怎样取舍`;
    case "many-subjects":
      return `${c.count}个对象（${c.subjects.join("、")}${c.count > c.subjects.length ? " 等" : ""}）${MANY[c.issue][0](c.list === undefined ? c.field : `${c.list} 的 ${c.field}`)}`;
  }
}

function english(c: Cause, id: string, here?: string): string {
  const owner = "subject" in c && c.subject !== id ? ` of ${c.subject}` : "";
  const record = recordWords(c, here);
  const of = record === "" ? owner : ` in ${record}${owner}`;
  switch (c.kind) {
    case "missing-fact":
      return `${c.field}${of} is missing`;
    case "bad-fact":
      return `${c.field}${of} is wrong`;
    case "open-parameter":
      return `the parameter ${c.name} is not set${c.cite === null ? "" : ` (${c.cite})`}`;
    case "missing-history":
      return `the results of ${c.period ?? c.year} are missing`;
    case "zero-divisor":
      return `a divisor in ${c.cite} is zero`;
    case "empty":
      return `${c.name} has nobody to be computed over`;
    case "inapplicable":
      return `${c.name} does not apply`;
    case "other-subjects":
      return `${c.name} compares with other subjects, and only one is given`;
    case "not-valid":
      return `${c.name} misses what ${c.cite} asks for and does not count`;
    case "weights":
      return `the weights of ${c.name} do not total 100% (${c.cite})`;
    case "missing-period":
      return `${c.field}${of} lacks ${c.periods.join(", ")}`;
    case "missing-date":
      return "the assessment date is not given";
    case "missing-calendar":
      return `there is no table of holidays of ${c.year} to count working days by`;
    case "no-such-subject":
      return `${c.field}${of} points to ${c.id}, which is not in the data`;
    case "vacant-post":
      return `nobody held ${c.field}${of} on ${c.day}`;
    case "tie":
      return `the ranks in ${c.cite} are tied and the measure does not say who goes first`;
    case "many-subjects":
      return `${MANY[c.issue][1](c.list === undefined ? c.field : `${c.field} in ${c.list}`)} for ${c.count} subject${c.count === 1 ? "" : "s"} (${c.subjects.join(", ")}${c.count > c.subjects.length ? " and others" : ""})`;
  }
}

type Saying = (field: string) => string;

/** What is said of a fact of many subjects. */
const MANY: Readonly<Record<ManySubjects["issue"], readonly [zh: Saying, en: Saying]>> = {
  "missing-fact": [(f) => `没有填报 ${f}`, (f) => `${f} is missing`],
  "bad-fact": [(f) => `${f} 填写有误`, (f) => `${f} is wrong`],
  "missing-period": [(f) => `${f} 有缺报的期次`, (f) => `periods of ${f} are missing`],
  "no-such-subject": [(f) => `${f} 指向的对象不在数据中`, (f) => `${f} points to nobody in the data`],
  "vacant-post": [(f) => `当时没有人担任 ${f}`, (f) => `nobody held ${f} then`],
};
