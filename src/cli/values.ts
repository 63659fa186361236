import type { Language } from "../diagnostics/message.ts";
import type { Cause, JsonValue } from "../runtime/result.ts";

/** Values and causes of a result in words, for summaries. Sentences about one subject are the runtime's. */

export function valueText(value: JsonValue | undefined, language: Language): string {
  if (value === null || value === undefined) return language === "zh" ? "未定" : "open";
  if (typeof value === "boolean") {
    if (language === "zh") return value ? "是" : "否";
    return value ? "yes" : "no";
  }
  if (typeof value === "object")
    return "text" in value ? value.text : value.join(language === "zh" ? "、" : ", ");
  return String(value);
}

/**
 * A cause without the subject it stands with, so that equal causes of many subjects are one line:
 * 缺“建房进度” stands for everyone whose 建房进度 is missing.
 */
/** “季报”的“事故”: a fact, with the list of the record in which it stands. */
const fact = ({ field, list }: { readonly field: string; readonly list?: string }, zh: boolean): string =>
  list === undefined ? `“${field}”` : zh ? `“${list}”的“${field}”` : `“${field}” in “${list}”`;

export function causeText(cause: Cause, language: Language): string {
  const zh = language === "zh";
  switch (cause.kind) {
    case "missing-fact":
      return zh ? `没有填报${fact(cause, zh)}` : `${fact(cause, zh)} was not reported`;
    case "bad-fact":
      return zh ? `${fact(cause, zh)}填报有误` : `${fact(cause, zh)} was reported wrongly`;
    case "open-parameter":
      return zh
        ? `参数“${cause.name}”没有给定${cause.cite === null ? "" : `（${cause.cite}）`}`
        : `the parameter “${cause.name}” is not set${cause.cite === null ? "" : ` (${cause.cite})`}`;
    case "missing-history":
      return zh
        ? `没有 ${cause.period ?? `${cause.year} 年度`}的结果`
        : `the results of ${cause.period ?? cause.year} are missing`;
    case "zero-divisor":
      return zh ? `${cause.cite}的除数为零` : `a divisor in ${cause.cite} is zero`;
    case "empty":
      return zh ? `“${cause.name}”没有可以计算的内容` : `“${cause.name}” has nothing to compute from`;
    case "other-subjects":
      return zh ? `“${cause.name}”要同其他对象比较` : `“${cause.name}” compares with other subjects`;
    case "inapplicable":
      return zh ? `“${cause.name}”不适用` : `“${cause.name}” does not apply`;
    case "not-valid":
      return zh
        ? `“${cause.name}”没有达到${cause.cite}的要求`
        : `“${cause.name}” misses what ${cause.cite} asks for`;
    case "weights":
      return zh
        ? `“${cause.name}”的权重合计不是100%（${cause.cite}）`
        : `the weights of “${cause.name}” do not total 100% (${cause.cite})`;
    case "missing-period":
      return zh ? `“${cause.field}”有缺报的期次` : `periods of “${cause.field}” are missing`;
    case "missing-calendar":
      return zh ? `没有 ${cause.year} 年的节假日安排` : `there is no table of holidays of ${cause.year}`;
    case "missing-date":
      return zh ? "没有给定评定日（--date）" : "the day of assessment (--date) is not given";
    case "no-such-subject":
      return zh
        ? `“${cause.field}”所指的对象不在数据中`
        : `the subject named in “${cause.field}” is not in the data`;
    case "vacant-post":
      return zh ? `当时没有人担任“${cause.field}”` : `nobody held “${cause.field}” then`;
    case "tie":
      return zh ? `${cause.cite}的名次并列` : `a tie in ${cause.cite}`;
    case "many-subjects":
      return causeText(
        {
          ...{ kind: cause.issue, field: cause.field, subject: "", periods: [], id: "", day: "" },
          ...(cause.list !== undefined && { list: cause.list }),
        },
        language,
      );
  }
}
