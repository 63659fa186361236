/** What versions say differently, in words. */
import type { ConsequenceResult, JsonValue } from "../runtime/result.ts";
import type { Changed, Said } from "./replay.ts";

type Words = "zh" | "en";

/** 考核等次: 优秀 → 称职 */
export function changedWords(c: Changed, language: Words): string {
  const arrow = `${saidWords(c.before, language)} → ${saidWords(c.after, language)}`;
  return language === "zh" ? `${c.name}：${arrow}` : `${c.name}: ${arrow}`;
}

/**
 * All of them. Where somebody is spared one thing and given another instead, that is one difference: 本人：约谈 → 免职
 */
export function changesWords(changes: readonly Changed[], language: Words): string[] {
  const out: string[] = [];
  const told = new Set<Changed>();
  for (const c of changes) {
    if (told.has(c)) continue;
    const other = instead(c, changes);
    if (!other) {
      out.push(changedWords(c, language));
      continue;
    }
    told.add(other);
    const [before, after] = c.before ? [c.before, other.after] : [other.before, c.after];
    out.push(changedWords({ ...c, name: targetOf(c)!, before, after }, language));
  }
  return out;
}

/** What follows instead, where that is plain: the only one for the same person that comes as the other goes. */
function instead(c: Changed, changes: readonly Changed[]): Changed | null {
  const target = targetOf(c);
  if (target === null || (c.before !== null) === (c.after !== null)) return null;
  const same = changes.filter((o) => targetOf(o) === target && categoryOf(o) === categoryOf(c));
  const gone = same.filter((o) => o.after === null);
  const come = same.filter((o) => o.before === null);
  if (gone.length !== 1 || come.length !== 1) return null;
  return c.after === null ? come[0]! : gone[0]!;
}

function targetOf({ before, after }: Changed): string | null {
  const said = before ?? after;
  return said?.says === "consequence" ? said.consequence.target : null;
}

function categoryOf({ before, after }: Changed): string {
  const said = before ?? after;
  return said?.says === "consequence" ? said.consequence.category : "";
}

/** One side of it. */
function saidWords(said: Said | null, language: Words): string {
  const zh = language === "zh";
  if (said === null) return zh ? "没有" : "none";
  switch (said.says) {
    case "grade":
      if (said.grade !== null) return said.grade;
      if (said.possible.length === 0) return zh ? "没有评定" : "no grade";
      return zh ? `尚不能确定（${said.possible.join("、")}）` : `not settled (${said.possible.join(", ")})`;
    case "finding":
      return zh
        ? { met: "符合", "not-met": "不符合", undetermined: "尚不能确定" }[said.status]
        : { met: "met", "not-met": "not met", undetermined: "not settled" }[said.status];
    case "value":
      return valueWords(said.value, zh);
    case "consequence":
      return consequenceWords(said.consequence, zh);
  }
}

function valueWords(value: JsonValue, zh: boolean): string {
  if (value === null) return zh ? "尚不能确定" : "not settled";
  if (typeof value === "boolean") return zh ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if ("text" in value) return value.text;
  return value.length === 0 ? (zh ? "没有" : "none") : value.join(zh ? "、" : ", ");
}

/** What is done, without for whom and under which clause: that stands beside it. */
function consequenceWords(c: ConsequenceResult, zh: boolean): string {
  const modality = zh
    ? { must: "", may: "可以", advisory: "优先", discretionary: "酌情" }[c.modality]
    : { must: "", may: "may: ", advisory: "with priority: ", discretionary: "at discretion: " }[c.modality];
  const pick = c.choice.length > 0 ? (zh ? "择一：" : "one of ") : "";
  const action = c.choice.length > 0 ? c.choice.join(zh ? "、" : ", ") : c.action;
  const argument = c.argument === null ? "" : `(${c.argument})`;
  const time = c.until === null ? "" : zh ? `，自 ${c.from} 至 ${c.until}` : ` from ${c.from} to ${c.until}`;
  const by = c.by.length === 0 ? "" : zh ? `，由${c.by.join("、")}` : `, by ${c.by.join(", ")}`;
  const whom =
    c.targetIds.length === 0 || c.target === "本人" ? "" : `，${c.target}(${c.targetIds.join("、")})`;
  const relief = c.mitigation.length === 0 ? "" : zh ? "，可减轻" : ", may be mitigated";
  const from = c.objects
    ? zh
      ? `（由 ${c.objects.join("、")} 引起）`
      : ` (because of ${c.objects.join(", ")})`
    : "";
  return `${modality}${pick}${action}${argument}${time}${by}${whom}${relief}${from}`;
}
