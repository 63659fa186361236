/**
 * The one table of keywords: every Chinese spelling with its English one, one to one, so that
 * converting a file between the two is a change of spelling and nothing else.
 *
 * How to read a row: kind of token, whether it is *reserved* (a keyword wherever it stands, unless the place
 * can only hold a name) or *positional* (a keyword only first in a statement or in its slot, decided in
 * retype.ts), then `[Chinese, English, meaning]`. The meaning tells spellings of one kind apart; the grammar
 * and the builders look at it and never at the spelling. Words of type slots, functions, units
 * and a few special names stand in tables of their own: they are not keywords.
 */

export type KeywordClass = "reserved" | "positional";
type Spelling = readonly [zh: string, en: string, meaning?: string];

const R = "reserved";
const P = "positional";

function row<const Kind extends string>(kind: Kind, use: KeywordClass, ...spellings: Spelling[]) {
  return { kind, use, spellings } as const;
}

/** `有下列情形之一` and its kin; regulations vary the verb, the pointer and the noun. */
function listPhrases(): Spelling[] {
  const out: Spelling[] = [];
  const english = (...parts: string[]) => parts.filter((p) => p !== "").join(" ");
  const pointers = [
    ["下列", "following"],
    ["以下", "below"],
  ] as const;
  const nouns = [
    ["情形", ""],
    ["问题", "problems"],
    ["行为", "acts"],
    ["情况", "circumstances"],
    ["条件", "conditions"],
  ] as const;
  const verbs = [
    ["有", ""],
    ["存在", "existing"],
    ["出现", "occurring"],
    ["发现", "found"],
    ["具有", "present"],
    ["符合", "fulfilled"],
  ] as const;
  for (const [pointer, pointerEn] of pointers)
    for (const [noun, nounEn] of nouns) {
      for (const [verb, verbEn] of verbs) {
        out.push([`${verb}${pointer}${noun}之一`, english("any of the", pointerEn, nounEn, verbEn), "any"]);
        out.push([`${verb}${pointer}${noun}`, english("one of the", pointerEn, nounEn, verbEn), "any"]);
      }
      for (const [verb, verbEn] of [
        ["具备", ""],
        ["符合", "fulfilled"],
        ["满足", "satisfied"],
        ["存在", "existing"],
      ] as const)
        out.push([`同时${verb}${pointer}${noun}`, english("all of the", pointerEn, nounEn, verbEn), "all"]);
      out.push([`具备${pointer}${noun}`, english("among the", pointerEn, nounEn), "some"]);
    }
  return out;
}

export const KEYWORDS = [
  // The head of a measure
  row("Measure", P, ["办法", "measure"]),
  row("Extends", P, ["沿用", "extends"]),
  row(
    "TextOf",
    P,
    ["名称", "title", "title"],
    ["文号", "document number", "document-number"],
    ["授权依据", "authorised by", "authority"],
  ),
  row("Issuers", P, ["制定机关", "issued by"]),
  row("DateOf", P, ["施行", "effective", "effective"], ["失效", "expires", "expires"]),
  row("FirstPeriod", P, ["首次评定", "first assessed"]),
  row("PeriodOf", P, ["考核周期", "period"]),
  row("General", P, ["通则", "general rules"]),
  row(
    "GeneralRule",
    P,
    ["以下不含本数", "or less excludes the figure", "below-excludes"],
    ["以上不含本数", "or more excludes the figure", "above-excludes"],
    ["从严", "the strictest wins", "strictest-wins"],
  ),
  row("Accept", P, ["认可", "accept"]),
  row("SetTo", P, ["设定", "set"]),
  row("Amend", P, ["修改", "amend"]),
  row("Insert", P, ["增加", "insert"]),
  row("Delete", P, ["删除", "delete"]),

  // Declarations
  row("Parameter", P, ["参数", "parameter"]),
  row("Actions", P, ["措施", "action"]),
  row("Polarity", P, ["正向", "favourable", "positive"], ["负向", "adverse", "negative"]),
  row("Subject", P, ["对象", "subject"]),
  row("Record", P, ["记录", "record"]),
  row("Key", P, ["标识", "key"]),
  row("Scale", P, ["等次", "grades", "own"], ["外部等次", "external grades", "external"]),
  row("Formerly", P, ["旧称", "formerly"]),
  row("OptionsType", P, ["选项", "options"]),
  row("LevelsType", P, ["等级", "levels"]),
  row("YearlyType", P, ["历年", "yearly"]),
  row(
    "ListFrequency",
    P,
    ["每月一份", "one a month", "month"],
    ["每季度一份", "one a quarter", "quarter"],
    ["每半年一份", "one a half year", "half-year"],
    ["每年一份", "one a year", "year"],
    ["多份", "several", "many"],
    ["多个", "any number", "many"],
  ),
  row("Default", P, ["缺省", "default"], ["默认", "by default"]),
  row("Optional", P, ["可缺", "optional"], ["可不填", "may be left out"]),
  row("MayNotApply", P, ["可不适用", "may be inapplicable"]),
  row("Source", P, ["来源", "source"]),
  row("Step", P, ["精确到", "step"]),
  row("Alias", P, ["别名", "alias"]),
  row("AsFraction", P, ["以小数填报", "given as a fraction"]),
  row("Inverse", P, ["反称", "inverse"]),
  row("Dated", P, ["有任职起止", "with dates of office"]),

  // What a rule opens with
  row("Assertion", P, ["断言", "assert"]),
  row("Declaratory", P, ["宣示", "declaratory"], ["不计算", "not computed"]),
  row("Indicator", P, ["指标", "indicator"]),
  row("IndicatorGroup", P, ["指标组", "indicator group"]),
  row("Ballot", P, ["测评", "ballot"]),
  row("Procedure", P, ["程序", "procedure"]),
  row("Draw", P, ["抽查", "draw"]),
  row("Table", P, ["对照表", "decision table"]),
  row("Staged", P, ["分级处理", "staged response"]),
  row("ByCase", P, ["按情形", "by case"]),
  row("By", R, ["依", "by"], ["按照", "in line with"], ["根据", "based on"], ["依据", "according to"]),
  row("EachRecord", R, ["每份", "each"]),
  row("Per", R, ["每", "per"]),

  // Indicators
  row("FullMarks", P, ["满分", "full marks"]),
  row("StartsAt", P, ["起评", "starting at"]),
  row("Limit", P, ["最高", "highest", "highest"], ["最低", "lowest", "lowest"]),
  row("FloorAtZero", P, ["扣完为止", "floor at zero"]),
  row("NoFloor", P, ["不设下限", "no floor"]),
  row("MayExceed", P, ["可超满分", "may exceed full marks"]),
  row("Together", P, ["合计最高", "together at most"]),
  row("BestOne", P, ["取最高一项", "best one only"]),
  row("ProRata", P, ["按比例", "pro rata"]),
  row("PartialIgnored", P, ["不足一档不计", "partial steps ignored"]),
  row("NotCounted", R, ["不计", "ignored"]),

  // Choices and populations
  row("Order", R, ["由高到低", "descending", "descending"], ["由低到高", "ascending", "ascending"]),
  row("Ranked", P, ["排名", "ranked"]),
  row("Assign", R, ["评定", "assign"]),
  row("Handle", P, ["处理", "respond"]),
  row(
    "Mode",
    P,
    ["逐级累加", "rung by rung", "adding"],
    ["就高", "highest rung", "replacing"],
    ["分段累计", "marginally", "marginal"],
    ["依次", "top down", "top-down"],
    ["先后", "in turn", "top-down"],
  ),
  row("Front", R, ["前", "top"]),
  row("Back", R, ["后", "bottom"]),
  row("Rest", R, ["其余", "the rest"], ["其他情形", "other cases"]),
  row("Places", P, ["名", "places"]),
  row("TiesShare", P, ["并列者一并列入", "ties share"], ["并列者同等次", "ties get the same grade"]),
  row("TiesOut", P, ["并列者一并不列入", "ties left out"]),
  row("TiesBy", P, ["并列者依", "ties by"]),
  row("Excluding", R, ["不含", "excluding"]),
  row("Only", R, ["仅", "only"]),
  row("Those", R, ["者", "cases"]),
  row("Restricted", P, ["受限者", "those restricted"]),
  row("Everyone", P, ["全体", "everyone"]),
  row("Within", R, ["按", "for each"]),
  row("Grouped", P, ["分组", "separately"]),
  row("BaseOn", P, ["以", "with"]),
  row("AsBase", P, ["为基数", "as the base"]),
  row(
    "Rounding",
    P,
    ["四舍五入", "rounded", "half-up"],
    ["向下取整", "rounded down", "down"],
    ["向上取整", "rounded up", "up"],
  ),
  row(
    "RoundTo",
    R,
    ["四舍五入到", "rounded to", "half-up"],
    ["向下取整到", "rounded down to", "down"],
    ["向上取整到", "rounded up to", "up"],
  ),
  row("KeepPlaces", P, ["保留", "kept to"]),
  row("Decimals", P, ["位小数", "decimals"]),

  // Effects
  row(
    "Verdict",
    R,
    ["评为", "graded", "set"],
    ["评定为", "assessed as", "set"],
    ["定为", "set as", "set"],
    ["最高评为", "capped at", "ceiling"],
    ["最低评为", "floored at", "floor"],
    ["不得评为", "not graded", "forbid"],
    ["不能评为", "cannot be graded", "forbid"],
  ),
  row("DirectGrade", R, ["直接评为", "graded directly"]),
  row("Veto", P, ["一票否决", "veto"]),
  row(
    "Shift",
    R,
    ["降低", "lower by", "lower"],
    ["提高", "raise by", "raise"],
    ["再降低", "further lower by", "lower-after"],
  ),
  row("NotAssessed", R, ["不予评定", "not assessed"], ["不确定等次", "no grade set"]),
  row("IndicatorCounts", R, ["该指标计", "this indicator scores"]),
  row("RankLast", R, ["列为最后一名", "ranked last"]),
  row("On", R, ["对", "on"]),
  row("Agent", R, ["由", "through"]),
  row(
    "Modal",
    R,
    ["可以", "may", "may"],
    ["可", "can", "may"],
    ["优先", "preferably", "advisory"],
    ["酌情", "at discretion", "discretionary"],
  ),
  row("Filler", P, ["给予", "give"], ["予以", "render"], ["进行", "carry out"]),
  row("Exempt", R, ["免除", "waive", "exempt"], ["减轻", "mitigate", "mitigate"]),
  row("ChooseOne", R, ["择一", "choose from"]),
  row("Shall", R, ["应当", "shall", "duty"], ["必须", "must", "duty"], ["不得", "shall not", "prohibition"]),
  row(
    "Points",
    R,
    ["扣", "deduct", "deduct"],
    ["加", "add", "add"],
    ["得", "earn", "earn"],
    ["计", "score", "count"],
  ),
  row("AtMost", R, ["最多扣", "deduct at most", "deduct"], ["最多加", "add at most", "add"]),
  row("ScoreLimit", R, ["最高计", "score at most", "ceiling"], ["最低计", "score at least", "floor"]),
  row("CountsFull", R, ["计满分", "scores full marks"]),
  row("DropRescale", R, ["剔除后折算", "drop and rescale"]),
  row("Repeat", P, ["逐一", "each one", "each"], ["只计一次", "once only", "once"]),
  row("Combine", P, ["累加", "cumulating", "cumulate"], ["就重", "heaviest", "heaviest"]),
  row("But", R, ["但", "but"]),
  row("Excepted", R, ["的除外", "excepted"]),

  // Conditions
  row("De", R, ["的", "then"]),
  row("ClassOf", R, ["的对象", "subjects"]),
  row(
    "Is",
    R,
    ["为", "is", "is"],
    ["不为", "is not", "is-not"],
    ["等于", "equals", "is"],
    ["不等于", "differs from", "is-not"],
  ),
  row("IsOneOf", R, ["属于", "is one of", "is"], ["不属于", "is not one of", "is-not"]),
  row("Or", R, ["或者", "or if"], ["或", "or"]),
  row("And", R, ["并且", "and if"], ["且", "and"]),
  row("Not", R, ["非", "not"]),
  row(
    "Post",
    R,
    ["以上", "or more", ">="],
    ["以下", "or less", "<="],
    ["以内", "or fewer", "<="],
    ["以外", "or beyond", ">"],
    ["及以上", "and above", ">="],
    ["及以下", "and below", "<="],
  ),
  row(
    "Pre",
    R,
    ["达到", "at least", ">="],
    ["不低于", "no lower than", ">="],
    ["不早于", "no earlier than", ">="],
    ["不晚于", "no later than", "<="],
    ["早于", "earlier than", "<"],
    ["晚于", "later than", ">"],
    ["不少于", "no less than", ">="],
    ["不小于", "no smaller than", ">="],
    ["不超过", "no more than", "<="],
    ["不高于", "no higher than", "<="],
    ["不多于", "at most", "<="],
    ["不大于", "no greater than", "<="],
    ["低于", "below", "<"],
    ["不满", "under", "<"],
    ["少于", "less than", "<"],
    ["不足", "short of", "<"],
    ["小于", "smaller than", "<"],
    ["超过", "above", ">"],
    ["高于", "higher than", ">"],
    ["多于", "more than", ">"],
    ["大于", "greater than", ">"],
  ),
  row("Inclusive", P, ["含", "inclusive"]),
  row("NotApplicable", R, ["不适用", "inapplicable"]),
  row("To", R, ["至", "to"]),
  row("Weight", R, ["占", "weighs"]),
  row("If", R, ["若", "if"], ["如果", "in case"]),
  row("Then", R, ["则", "take"]),
  row("Else", R, ["否则", "else"]),
  row("List", R, ...listPhrases()),

  // History
  row("Past", R, ["上年", "last year's", "year"], ["上期", "last period's", "period"]),
  row("ThisYear", R, ["本年度", "this year", "this-year"], ["本期", "this period", "this-period"]),
  row("Near", R, ["近", "past"]),
  row("Consecutive", R, ["连续", "consecutive"]),
  row("AddingUpTo", R, ["累计满", "adding up to"]),
  row("ForEvery", R, ["每满", "for every full"]),
  row("Cumulative", P, ["累计", "in total"]),
  row("Gap", P, ["中断", "broken", "breaks"], ["顺延", "skipped", "skips"]),
  row("From", R, ["自", "from"]),
  row("Lasting", P, ["起", "lasting"]),
  row("Since", P, ["以来", "onwards"]),
  row("Missing", P, ["缺报", "missing"]),
  row("Dropped", P, ["剔除", "dropped"]),
  row("Same", P, ["同一", "same"]),
  row("Keep", P, ["取最高", "take the highest", "highest"], ["计一次", "take one", "one"]),
  row("CountedAtMost", P, ["最多计", "counted at most"]),
  row(
    "Holder",
    P,
    ["事发时", "at the event", "at-event"],
    ["期末", "at period end", "at-end"],
    ["任一时", "at any time", "any"],
  ),

  // Votes, procedures, draws
  row(
    "BallotOf",
    P,
    ["评委", "raters", "raters"],
    ["项目", "topics", "items"],
    ["档次", "marks", "levels"],
    ["去掉", "trim", "trim"],
    ["有效票", "valid votes", "valid-share"],
    ["有效", "valid", "valid-share"],
    ["法定人数", "quorum", "quorum"],
  ),
  row("RandomDraw", R, ["随机抽取", "draw at random"]),
  row("Give", R, ["给", "for"]),
  row(
    "Cycle",
    R,
    ["每月", "monthly", "month"],
    ["每两月", "every two months", "two-months"],
    ["每季度", "quarterly", "quarter"],
    ["每半年", "half yearly", "half-year"],
    ["每年", "annually", "year"],
    ["逢单月", "odd months", "odd-months"],
    ["逢双月", "even months", "even-months"],
  ),
  row(
    "CycleEnd",
    R,
    ["每月结束后", "after each month", "month"],
    ["每季度结束后", "after each quarter", "quarter"],
    ["每半年结束后", "after each half year", "half-year"],
    ["每年结束后", "after each year", "year"],
  ),
  row("AfterEnd", R, ["结束后", "after the end"]),
  row(
    "Edge",
    R,
    ["内", "within", "within"],
    ["底", "end of", "end"],
    ["初", "start of", "start"],
    ["上旬", "early", "early"],
    ["中旬", "middle of", "middle"],
    ["下旬", "late", "late"],
  ),
] as const;

export type KeywordKind = (typeof KEYWORDS)[number]["kind"];

export interface Keyword {
  readonly kind: KeywordKind;
  readonly use: KeywordClass;
  readonly zh: string;
  readonly en: string;
  readonly meaning: string;
}

/**
 * Spellings of a kind that only a position tells from another: 的 inside a path, 前 before a number of years,
 * 后 after a date, 前 at the end of a deadline. Chinese writes both alike, English does not.
 */
export const POSITION_SPELLINGS = [
  { kind: "Of", from: "De", zh: "的", en: "of" },
  { kind: "Prior", from: "Front", zh: "前", en: "prior" },
  { kind: "After", from: "Back", zh: "后", en: "after" },
  { kind: "Before", from: "Front", zh: "前", en: "before" },
] as const;
export type PositionKind = (typeof POSITION_SPELLINGS)[number]["kind"];

/**
 * Second English spellings, for where the first would join with the word before it into another keyword: 应当 非 is no
 * "shall not" (不得), 或 若 no "or if" (或者). Whoever converts to English takes them there and nowhere else.
 */
export const SPELLINGS_APART = [
  { zh: "非", en: "be not" },
  { zh: "若", en: "provided" },
] as const;

type Pair = readonly [zh: string, en: string, ...also: string[]];

/** Words of a type slot that are no keywords. */
export const TYPE_WORDS: readonly Pair[] = [
  ["文字", "text"],
  ["日期", "date"],
  ["是否", "flag"],
  ["百分比", "percent"],
  ["金额", "amount"],
  ["次数", "number"],
  ["名额", "quota"],
  ["人员", "person"],
  ["单位", "organisation"],
];

/** Built-in functions: words before `(`. */
export const FUNCTION_WORDS: readonly Pair[] = [
  ["计数", "count"],
  ["合计", "total"],
  ["平均", "mean"],
  ["最高", "highest"],
  ["最低", "lowest"],
  ["名次", "rank"],
  ["天数", "days_between"],
  ["周岁", "age"],
  ["连续期数", "run_length"],
  ["全体最高", "highest_of_all"],
  ["全体最低", "lowest_of_all"],
  ["全体平均", "mean_of_all"],
  ["全体合计", "total_of_all"],
];

/** Names the language itself gives a meaning. */
export const SPECIAL_WORDS: readonly Pair[] = [
  ["本人", "self"],
  ["本单位", "own_organisation"],
  ["评定日", "assessment_day"],
  ["全体人数", "size_of_all"],
  ["是", "yes"],
  ["否", "no"],
];

/** Units that end a number. English accepts the singular too. */
export const UNIT_WORDS: readonly Pair[] = [
  ["%", "percent"],
  ["‰", "permille"],
  ["分", "points", "point"],
  ["百分点", "pp"],
  ["个百分点", "percentage points", "percentage point"],
  ["元", "yuan"],
  ["万元", "ten thousand yuan"],
  ["亿元", "hundred million yuan"],
  ["人", "people", "person"],
  ["万人", "ten thousand people"],
  ["人次", "attendances", "attendance"],
  ["次", "times", "time"],
  ["名", "places", "place"],
  ["天", "days", "day"],
  ["日", "calendar days", "calendar day"],
  ["工作日", "workdays", "workday"],
  ["个工作日", "working days", "working day"],
  ["周", "weeks", "week"],
  ["月", "month"],
  ["个月", "months"],
  ["季度", "quarter"],
  ["个季度", "quarters"],
  ["年", "years", "year"],
  ["年度", "fiscal years", "fiscal year"],
  ["周岁", "years of age", "year of age"],
  ["小时", "hours", "hour"],
  ["分钟", "minutes", "minute"],
  ["倍", "fold"],
  ["等次", "grade steps", "grade step"],
  ["个等次", "grades", "grade"],
  ["档", "steps", "step"],
  ["个", "pieces", "piece"],
  ["项", "items", "item"],
  ["户", "households", "household"],
  ["级", "levels", "level"],
  ["米", "metres", "metre"],
  ["公里", "kilometres", "kilometre"],
  ["平方米", "square metres", "square metre"],
  ["亩", "mu"],
  ["公顷", "hectares", "hectare"],
  ["吨", "tonnes", "tonne"],
  ["公斤", "kilograms", "kilogram"],
  ["份", "copies", "copy"],
  ["期", "periods", "assessed period"],
  ["篇", "articles", "article"],
  ["条", "entries", "entry"],
  ["件", "cases", "case"],
  ["起", "incidents", "incident"],
  ["处", "sites", "site"],
  ["家", "firms", "firm"],
  ["村", "villages", "village"],
  ["场", "sessions", "session"],
  ["批", "batches", "batch"],
  ["台", "units", "unit"],
  ["套", "sets", "set_of"],
  ["辆", "vehicles", "vehicle"],
  ["头", "head"],
  ["票", "votes", "vote"],
];

/** Every keyword by its Chinese spelling. */
export const CHINESE: ReadonlyMap<string, Keyword> = new Map(entries().map((k) => [k.zh, k]));

/** Every keyword by its English spelling; those of {@link SPELLINGS_APART} lead to the same keywords. */
export const ENGLISH: ReadonlyMap<string, Keyword> = new Map([
  ...entries().map((k) => [k.en, k] as const),
  ...SPELLINGS_APART.map(({ zh, en }) => [en, CHINESE.get(zh)!] as const),
]);

/** Whether words of a kind are keywords only by position. */
export const POSITIONAL: ReadonlySet<string> = new Set(
  KEYWORDS.filter((r) => r.use === "positional").map((r) => r.kind),
);

function entries(): Keyword[] {
  return KEYWORDS.flatMap(({ kind, use, spellings }) =>
    spellings.map(([zh, en, meaning]) => ({ kind, use, zh, en, meaning: meaning ?? "" })),
  );
}

/** A pair table as a map from either spelling to the Chinese one, which the tree uses. */
export function toChinese(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap(([zh, ...english]) => [[zh, zh] as const, ...english.map((e) => [e, zh] as const)]),
  );
}
