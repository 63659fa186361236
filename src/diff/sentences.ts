import type { Change, Direction, Level, Part, PartForm, UnitKind } from "./types.ts";

/**
 * Every sentence that a comparison says, both languages side by side. A form has up to three sentences: one thing
 * became another, something came, something went. `{subject}`, `{old}` and `{new}` are the words of the measure.
 */

interface Form {
  readonly changed: string;
  readonly added?: string;
  readonly removed?: string;
}
interface Bilingual {
  readonly zh: Form;
  readonly en: Form;
}

const FORMS: Readonly<Record<PartForm, Bilingual>> = {
  name: {
    zh: { changed: "{of}{old} 改称 {new}，各处随着改，规则照旧" },
    en: { changed: "{old}{of} is now called {new}, wherever it is written; the rules are the same" },
  },
  label: {
    zh: { changed: "编号 {old} → {new}" },
    en: { changed: "number {old} → {new}" },
  },
  heading: {
    zh: { changed: "从 {old} 移到 {new}" },
    en: { changed: "moved from {old} to {new}" },
  },
  order: {
    zh: { changed: "下面各项的先后次序调整" },
    en: { changed: "what stands below is in another order" },
  },
  title: {
    zh: { changed: "标题 {old} → {new}", added: "新加标题 {new}", removed: "删去标题 {old}" },
    en: { changed: "title {old} → {new}", added: "title {new} added", removed: "title {old} removed" },
  },
  note: {
    zh: { changed: "注 {old} → {new}", added: "新加注 {new}", removed: "删去注 {old}" },
    en: { changed: "note {old} → {new}", added: "note added: {new}", removed: "note removed: {old}" },
  },
  wording: {
    zh: { changed: "文字 {old} → {new}" },
    en: { changed: "wording {old} → {new}" },
  },
  limit: {
    zh: { changed: "{subject} 的界限 {old} → {new}" },
    en: { changed: "limit of {subject}: {old} → {new}" },
  },
  lower: {
    zh: {
      changed: "{subject} 的下限 {old} → {new}",
      added: "{subject} 新设下限 {new}",
      removed: "{subject} 取消下限 {old}",
    },
    en: {
      changed: "lower limit of {subject}: {old} → {new}",
      added: "{subject} now has the lower limit {new}",
      removed: "{subject} no longer has the lower limit {old}",
    },
  },
  upper: {
    zh: {
      changed: "{subject} 的上限 {old} → {new}",
      added: "{subject} 新设上限 {new}",
      removed: "{subject} 取消上限 {old}",
    },
    en: {
      changed: "upper limit of {subject}: {old} → {new}",
      added: "{subject} now has the upper limit {new}",
      removed: "{subject} no longer has the upper limit {old}",
    },
  },
  band: {
    zh: { changed: "{subject} 的条件 {old} → {new}", added: "新加一档 {new}", removed: "删去一档 {old}" },
    en: {
      changed: "row of {subject}: {old} → {new}",
      added: "row added: {new}",
      removed: "row removed: {old}",
    },
  },
  result: {
    zh: { changed: "{subject} 的结果 {old} → {new}" },
    en: { changed: "result of {subject}: {old} → {new}" },
  },
  places: {
    zh: { changed: "{subject} 的名额 {old} → {new}", added: "新加名额 {new}", removed: "删去名额 {old}" },
    en: {
      changed: "places for {subject}: {old} → {new}",
      added: "places added: {new}",
      removed: "places removed: {old}",
    },
  },
  population: {
    zh: {
      changed: "排名和统计的口径 {old} → {new}",
      added: "排名和统计新加口径 {new}",
      removed: "排名和统计删去口径 {old}",
    },
    en: {
      changed: "who is compared: {old} → {new}",
      added: "who is compared, added: {new}",
      removed: "who is compared, removed: {old}",
    },
  },
  alternative: {
    zh: { changed: "情形 {old} → {new}", added: "新加一种情形 {new}", removed: "删去一种情形 {old}" },
    en: { changed: "case {old} → {new}", added: "one more case: {new}", removed: "one case less: {old}" },
  },
  requirement: {
    zh: { changed: "条件 {old} → {new}", added: "另须符合 {new}", removed: "不再要求 {old}" },
    en: {
      changed: "condition {old} → {new}",
      added: "also required: {new}",
      removed: "no longer required: {old}",
    },
  },
  exception: {
    zh: { changed: "除外情形 {old} → {new}", added: "新加除外情形 {new}", removed: "删去除外情形 {old}" },
    en: {
      changed: "exception {old} → {new}",
      added: "exception added: {new}",
      removed: "exception removed: {old}",
    },
  },
  effect: {
    zh: { changed: "后果 {old} → {new}", added: "新加后果 {new}", removed: "删去后果 {old}" },
    en: { changed: "effect {old} → {new}", added: "effect added: {new}", removed: "effect removed: {old}" },
  },
  formula: {
    zh: {
      changed: "{subject} 的算法 {old} → {new}",
      added: "{subject} 新加一项 {new}",
      removed: "{subject} 删去一项 {old}",
    },
    en: {
      changed: "formula of {subject}: {old} → {new}",
      added: "{subject} has one more term: {new}",
      removed: "{subject} has one term less: {old}",
    },
  },
  weight: {
    zh: { changed: "{subject} 的权重 {old} → {new}", added: "新加权重 {new}", removed: "删去权重 {old}" },
    en: {
      changed: "weight of {subject}: {old} → {new}",
      added: "weight added: {new}",
      removed: "weight removed: {old}",
    },
  },
  figure: {
    zh: { changed: "{subject} 中的数 {old} → {new}" },
    en: { changed: "figure in {subject}: {old} → {new}" },
  },
  bound: {
    zh: {
      changed: "{subject} 的封顶保底 {old} → {new}",
      added: "{subject} 新设 {new}",
      removed: "{subject} 取消 {old}",
    },
    en: {
      changed: "bound of {subject}: {old} → {new}",
      added: "{subject} now has {new}",
      removed: "{subject} no longer has {old}",
    },
  },
  scope: {
    zh: { changed: "适用对象 {old} → {new}", added: "只适用于 {new}", removed: "不再只适用于 {old}" },
    en: {
      changed: "applies to {old} → {new}",
      added: "now applies to {new} only",
      removed: "no longer applies to {old} only",
    },
  },
  mode: {
    zh: { changed: "读法 {old} → {new}", added: "新加读法 {new}", removed: "删去读法 {old}" },
    en: {
      changed: "reading {old} → {new}",
      added: "reading added: {new}",
      removed: "reading removed: {old}",
    },
  },
  type: {
    zh: { changed: "{subject} 的填报范围 {old} → {new}" },
    en: { changed: "what {subject} may hold: {old} → {new}" },
  },
  attribute: {
    zh: {
      changed: "{subject} 的填报要求 {old} → {new}",
      added: "{subject} 新加填报要求 {new}",
      removed: "{subject} 删去填报要求 {old}",
    },
    en: {
      changed: "{subject}: {old} → {new}",
      added: "{subject}: {new} added",
      removed: "{subject}: {old} removed",
    },
  },
  value: {
    zh: {
      changed: "{subject} 的值 {old} → {new}",
      added: "{subject} 定为 {new}",
      removed: "{subject} 不再定值(原为 {old})",
    },
    en: {
      changed: "value of {subject}: {old} → {new}",
      added: "{subject} is set to {new}",
      removed: "{subject} is left open (was {old})",
    },
  },
  word: {
    zh: {
      changed: "{subject} 的词 {old} → {new}",
      added: "{subject} 新加 {new}",
      removed: "{subject} 删去 {old}",
    },
    en: {
      changed: "word of {subject}: {old} → {new}",
      added: "{subject}: {new} added",
      removed: "{subject}: {old} removed",
    },
  },
  grades: {
    zh: { changed: "{subject} 的等次 {old} → {new}" },
    en: { changed: "grades of {subject}: {old} → {new}" },
  },
  statement: {
    zh: { changed: "{old} → {new}", added: "新加 {new}", removed: "删去 {old}" },
    en: { changed: "{old} → {new}", added: "added: {new}", removed: "removed: {old}" },
  },
};

/** The sentence of a part. */
export function sentence(part: Part, language: "zh" | "en"): string {
  const form: Form = FORMS[part.form][language];
  const text = part.old === null ? form.added : part.new === null ? form.removed : form.changed;
  const values: Readonly<Record<string, string>> = {
    subject: part.subject,
    of: part.subject === "" ? "" : language === "zh" ? `${part.subject} 的 ` : ` of ${part.subject}`,
    old: part.old ?? "",
    new: part.new ?? "",
  };
  return (text ?? form.changed).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

type Words = { readonly zh: string; readonly en: string };

export const KIND_WORDS: Readonly<Record<Change["kind"], Words>> = {
  added: { zh: "新增", en: "added" },
  removed: { zh: "删去", en: "removed" },
  moved: { zh: "移动", en: "moved" },
  renumbered: { zh: "改号", en: "renumbered" },
  renamed: { zh: "改称", en: "renamed" },
  reworded: { zh: "改字句", en: "reworded" },
  changed: { zh: "修改", en: "changed" },
  affected: { zh: "受影响", en: "affected" },
};

export const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  wording: { zh: "文字", en: "wording" },
  structure: { zh: "结构", en: "structure" },
  data: { zh: "填报", en: "data needed" },
  outcome: { zh: "结果", en: "outcome" },
};

export const DIRECTION_WORDS: Readonly<Record<Direction, Words>> = {
  none: { zh: "不变", en: "none" },
  stricter: { zh: "从严", en: "stricter" },
  looser: { zh: "从宽", en: "looser" },
  either: { zh: "两可", en: "either" },
};

export const UNIT_WORDS: Readonly<Record<UnitKind, Words>> = {
  head: { zh: "文件信息", en: "heading" },
  provision: { zh: "", en: "" },
  chapter: { zh: "", en: "" },
  subject: { zh: "对象", en: "subject" },
  record: { zh: "记录", en: "record" },
  field: { zh: "字段", en: "field" },
  parameter: { zh: "参数", en: "parameter" },
  actions: { zh: "措施", en: "measures taken" },
  scale: { zh: "等次", en: "grades" },
};

/** Lines of the head of a measure, which no label names. */
const HEAD_WORDS: Readonly<Record<string, Words>> = {
  measure: { zh: "办法", en: "measure" },
  title: { zh: "名称", en: "title" },
  "document-number": { zh: "文号", en: "document number" },
  authority: { zh: "授权依据", en: "authority" },
  issuers: { zh: "制定机关", en: "issuers" },
  effective: { zh: "施行", en: "effective" },
  expires: { zh: "失效", en: "expires" },
  period: { zh: "考核周期", en: "period" },
  "general-rule": { zh: "通则", en: "general rule" },
};

/** What a change is called: `第十七条(二)1`, `字段 包点领导.建房进度`. */
export function nameOf(change: Pick<Change, "of" | "old" | "new">, language: "zh" | "en"): string {
  const { citation } = (change.new ?? change.old)!;
  if (change.of === "head") return HEAD_WORDS[citation]?.[language] ?? citation;
  return `${UNIT_WORDS[change.of][language]} ${citation}`.trim();
}

/** For `affected`, which has no part of its own. */
export const AFFECTED: Words = {
  zh: "文字未变,因其他修改而意思不同",
  en: "its text is the same; another change makes it mean something else",
};

/** Words around the changes, for reports of every form. */
export const REPORT_WORDS = {
  zh: {
    title: "办法的变动",
    level: "最高一级",
    nothing: "没有变动",
    clause: "条款",
    kind: "变动",
    direction: "方向",
    what: "内容",
    fingerprint: "指纹",
    byOld: "改前的说明",
    byNew: "改后的说明",
    sameWords: "说明的文字相同",
    approved: "已认可",
    renamedFrom: "原文件",
    wholeAdded: "新增一个办法",
    wholeRemoved: "删去一个办法",
    textOnly: "有一版存在错误,只比较了文字",
    changes: "处变动",
    levels: {
      wording: "只有字句、标题、注、编号或者次序不同",
      structure: "写法不同,每条规则的意思相同",
      data: "要填报的内容不同,两版都能用的数据上结果相同",
      outcome: "有规则不同,结果可能不同",
    },
  },
  en: {
    title: "Changes of the measure",
    level: "Highest level",
    nothing: "No change",
    clause: "clause",
    kind: "change",
    direction: "direction",
    what: "what",
    fingerprint: "fingerprint",
    byOld: "explained before the change",
    byNew: "explained after the change",
    sameWords: "the same words",
    approved: "approved",
    renamedFrom: "was",
    wholeAdded: "A measure was added",
    wholeRemoved: "A measure was removed",
    textOnly: "One of the versions has errors: only the texts were compared",
    changes: "change(s)",
    levels: {
      wording: "only words, titles, notes, numbers or order differ",
      structure: "written differently, every rule means the same",
      data: "other data have to be supplied; on data valid for both nothing comes out differently",
      outcome: "a rule is another rule; outcomes can differ",
    },
  },
} as const;

/** Words of the impact on data. */
export const IMPACT_WORDS = {
  zh: {
    title: "对数据的影响",
    subjects: "个对象两版都算了",
    from: "旧版",
    to: "新版",
    undetermined: "未定",
    notAssessed: "不予评定",
    moved: "等次有变动的",
    nobody: "没有人的等次变动",
    subject: "对象",
    grade: "等次",
    because: "依据",
    displaced: "本身没有变动，因排名递补或者挤出",
    gained: "新增的后果",
    lost: "不再有的后果",
    consequence: "后果",
    target: "对",
    more: "另有",
    up: "上升",
    down: "下降",
    open: "未定",
    unchanged: "不变",
  },
  en: {
    title: "Impact on the data",
    subjects: "subjects computed by both versions",
    from: "old",
    to: "new",
    undetermined: "undetermined",
    notAssessed: "not assessed",
    moved: "Whose grade changes",
    nobody: "Nobody's grade changes",
    subject: "subject",
    grade: "grade",
    because: "because of",
    displaced: "nothing of their own changed: another place in the ranking",
    gained: "Consequences gained",
    lost: "Consequences lost",
    consequence: "consequence",
    target: "for",
    more: "more:",
    up: "up",
    down: "down",
    open: "open",
    unchanged: "unchanged",
  },
} as const;
