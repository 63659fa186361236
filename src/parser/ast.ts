import type { Span } from "../source/span.ts";

/**
 * The syntax tree of a measure, as written: sugar is kept, synonyms are folded to one spelling, numbers
 * stay decimal text. Every node is readonly and knows its span; whatever later phases learn about a node
 * lives in side tables. `children.ts` lists the children of every kind.
 *
 * Order of reading: structure, declarations, rules, effects, conditions and expressions.
 */

// ───────────────────────────── structure ─────────────────────────────

export interface MeasureFile {
  readonly kind: "file";
  readonly span: Span;
  readonly body: readonly Item[];
  /** `#` comments in order, for the formatter. */
  readonly comments: readonly Comment[];
  readonly language: "zh" | "en";
}

export interface Comment {
  readonly span: Span;
  readonly text: string;
}

export type Item = Chapter | Section | Statement;

/** `第二章 考核对象`: grouping only; the sections that follow it stay its siblings. */
export interface Chapter {
  readonly kind: "chapter";
  readonly span: Span;
  readonly label: string;
  readonly title: string;
}

/** The styles a label can have. Their nesting below the article follows their first use there. */
export type LabelStyle =
  | "article" // 第十七条, 第十七条之一, Article 17
  | "enumerated" // 一、
  | "tortoise" // 〔3〕 〔3.2〕
  | "paragraph" // 第二款 末款
  | "parenthesised-han" // (一)
  | "dotted" // 1.  1、
  | "parenthesised-digit" // (1) 1)
  | "circled" // ①
  | "decimal" // 3.2
  | "letter"; // a. (a)

export interface Label {
  readonly span: Span;
  readonly style: LabelStyle;
  /** As written, widths folded: `第十七条`, `(二)`, `1.`. */
  readonly text: string;
  /** Ordinal: 17 for 第十七条, -1 for 末款. A decimal label keeps its parts in `text` only. */
  readonly number: number;
  /** 之一 → 1. */
  readonly inserted?: number;
}

/**
 * A labelled block. A *heading* has sections or unlabelled statements below it; a *leaf clause* has its
 * statements on its own line. Items of a condition list are sections too and hang below the statement
 * that owns them (`items`), not here.
 */
export interface Section {
  readonly kind: "section";
  readonly span: Span;
  readonly label: Label;
  readonly title?: Text;
  readonly heading: boolean;
  readonly body: readonly Item[];
}

/** A word used as a name: widths folded (NFKC), the brackets 「」 removed. */
export interface Name {
  readonly kind: "name";
  readonly span: Span;
  readonly text: string;
}

/** A quoted or bracketed text without its quotes. */
export interface Text {
  readonly kind: "text";
  readonly span: Span;
  readonly text: string;
}

interface StatementBase {
  readonly span: Span;
  /** Lines `注:` directly after the statement. */
  readonly notes?: readonly Text[];
}

export type Statement =
  | MeasureHeader
  | TextDeclaration
  | IssuerDeclaration
  | DateDeclaration
  | PeriodDeclaration
  | GeneralRule
  | Acceptance
  | ParameterDeclaration
  | ActionDeclaration
  | SubjectDeclaration
  | RecordDeclaration
  | ScaleDeclaration
  | Declaratory
  | NoteStatement
  | Scoped
  | ForEachRecord
  | Definition
  | Indicator
  | IndicatorGroup
  | BandChoice
  | RankChoice
  | CaseChoice
  | Ladder
  | StagedLadder
  | DecisionTable
  | ConditionalClause
  | PerOccurrence
  | Requirement
  | Assertion
  | BareCondition
  | Ballot
  | Procedure
  | Draw
  | SetParameter
  | Amend
  | Delete
  | Insert;

// ──────────────────────────── declarations ────────────────────────────

/** `办法 名 [沿用 “base”]`. */
export interface MeasureHeader extends StatementBase {
  readonly kind: "measure";
  readonly name: Name;
  readonly extends?: Text;
}

/** `名称 “…”`, `文号 “…”`, `授权依据 “…”`. */
export interface TextDeclaration extends StatementBase {
  readonly kind: "text-declaration";
  readonly of: "title" | "document-number" | "authority";
  readonly text: Text;
}

export interface IssuerDeclaration extends StatementBase {
  readonly kind: "issuers";
  readonly names: readonly Name[];
}

export interface DateDeclaration extends StatementBase {
  readonly kind: "date-declaration";
  readonly of: "effective" | "expires";
  readonly date: DateLiteral;
  /** `,首次评定 2018年`: a day in the first period assessed, or its year. */
  readonly first?: DateLiteral;
}

export type Frequency = "month" | "two-months" | "quarter" | "half-year" | "year";

/** `考核周期 每年`. */
export interface PeriodDeclaration extends StatementBase {
  readonly kind: "period";
  readonly frequency: Frequency;
}

/** `通则: 以下不含本数;扣完为止;不足一档不计` closes a point once for the measure. */
export interface GeneralRule extends StatementBase {
  readonly kind: "general-rule";
  readonly rules: readonly {
    readonly span: Span;
    readonly rule:
      | "below-excludes"
      | "above-excludes"
      | "strictest-wins"
      | "floor-at-zero"
      | "partial-step-ignored"
      | "pro-rata";
  }[];
}

/** `认可 BF3107 “reason”`. */
export interface Acceptance extends StatementBase {
  readonly kind: "acceptance";
  readonly code: Name;
  readonly reason: Text;
}

/** `参数 优秀名额: 名额 = 20`; `参数 加分 按 级别: 分 = 国家 5分、省 3分`; `参数 D起点 < C起点: 分`. */
export interface ParameterDeclaration extends StatementBase {
  readonly kind: "parameter";
  /** One name, or several in rising order. */
  readonly names: readonly Name[];
  readonly keys: readonly Name[];
  readonly type: TypeNode;
  readonly attributes: readonly Attribute[];
  readonly value?: Expression;
  /** One for each key, or for each of several names. */
  readonly values?: readonly GivenValue[];
}

export interface GivenValue {
  readonly span: Span;
  readonly name: Name;
  readonly value: Expression;
}

/** `措施 惩处: 诫勉谈话、不得提拔(时长)`; `降低绩效奖 < 取消绩效奖` says which absorbs which. */
export interface ActionDeclaration extends StatementBase {
  readonly kind: "action-declaration";
  readonly category: Name;
  readonly polarity?: "positive" | "negative";
  readonly actions: readonly {
    readonly span: Span;
    readonly name: Name;
    readonly argument?: Name;
    /** Absorbed by the action that follows (`<`). */
    readonly absorbedByNext: boolean;
  }[];
}

export interface SubjectDeclaration extends StatementBase {
  readonly kind: "subject";
  readonly name: Name;
  /** `标识 编号`: the field that identifies a subject. */
  readonly key?: Name;
  readonly fields: readonly Field[];
}

export interface RecordDeclaration extends StatementBase {
  readonly kind: "record";
  readonly name: Name;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly kind: "field";
  readonly span: Span;
  readonly name: Name;
  readonly type: TypeNode;
  readonly attributes: readonly Attribute[];
}

export type ListFrequency = Exclude<Frequency, "two-months"> | "many";

export type TypeNode =
  | {
      readonly kind: "range-type";
      readonly span: Span;
      readonly low: NumberLiteral;
      readonly high: NumberLiteral;
    } // 0至30分
  | { readonly kind: "value-type"; readonly span: Span; readonly value: NumberLiteral } // 20天 (exactly that unit, any amount)
  | { readonly kind: "options-type"; readonly span: Span; readonly options: readonly Name[] }
  | { readonly kind: "levels-type"; readonly span: Span; readonly levels: readonly Name[] } // lowest first
  | {
      readonly kind: "subject-type";
      readonly span: Span;
      readonly subject: Name;
      readonly frequency?: ListFrequency;
    }
  | { readonly kind: "yearly-type"; readonly span: Span; readonly of: TypeNode } // 历年 …
  /** 文字, 日期, 是否, 百分比, 金额, 次数, 名额, 人员, 单位, a unit, or the name of a record kind. */
  | {
      readonly kind: "named-type";
      readonly span: Span;
      readonly name: Name;
      readonly frequency?: ListFrequency;
    };

export type Attribute =
  | { readonly kind: "default"; readonly span: Span; readonly value: Expression }
  | { readonly kind: "optional"; readonly span: Span }
  | { readonly kind: "may-not-apply"; readonly span: Span }
  | { readonly kind: "source"; readonly span: Span; readonly names: readonly Name[] }
  | { readonly kind: "step"; readonly span: Span; readonly value: NumberLiteral }
  | { readonly kind: "description"; readonly span: Span; readonly text: Text }
  | { readonly kind: "alias"; readonly span: Span; readonly name: Name }
  | { readonly kind: "as-fraction"; readonly span: Span } // 以小数填报
  | { readonly kind: "dated"; readonly span: Span } // 有任职起止
  | { readonly kind: "inverse"; readonly span: Span; readonly name: Name }; // 反称 所属人员

/** `等次 考核等次 由高到低 优秀、称职,旧称 合格、…`; `外部等次 …` is decided by another assessment. */
export interface ScaleDeclaration extends StatementBase {
  readonly kind: "scale";
  readonly name: Name;
  readonly external: boolean;
  readonly order: Order;
  readonly grades: readonly { readonly name: Name; readonly formerly: readonly Name[] }[];
}

export type Order = "descending" | "ascending";

// ─────────────────────────────── rules ───────────────────────────────

/** `宣示` / `不计算`: the article computes nothing. */
export interface Declaratory extends StatementBase {
  readonly kind: "declaratory";
  readonly text?: Text;
}

/** `注: …` that stands before any statement of its section. */
export interface NoteStatement extends StatementBase {
  readonly kind: "note";
  readonly text: Text;
}

/** `村、帮扶单位: …` or `海拔 4500米以上 的对象: …`: narrows what follows to those subjects. */
export interface Scoped extends StatementBase {
  readonly kind: "scoped";
  readonly subjects: readonly Name[];
  readonly condition?: Condition;
  /** The statements behind the colon, or … */
  readonly statements: readonly Statement[];
  /** … the labelled items below it. */
  readonly items: readonly Section[];
}

/** `每份 考核表: 得分 = …`. */
export interface ForEachRecord extends StatementBase {
  readonly kind: "for-each-record";
  readonly record: Name;
  readonly statements: readonly Statement[];
  readonly items: readonly Section[];
}

export interface Definition extends StatementBase {
  readonly kind: "definition";
  readonly name: Name;
  readonly value: Expression;
  /** Items of a condition list: `合格 = 同时具备下列条件:`. */
  readonly items?: readonly Section[];
}

export interface Indicator extends StatementBase {
  readonly kind: "indicator";
  readonly name: Name;
  readonly bounds: readonly IndicatorBound[];
  readonly value?: Expression;
  readonly items: readonly Section[];
}

export type IndicatorBound =
  | { readonly kind: "full-marks"; readonly span: Span; readonly value: Expression } // 满分10分
  | { readonly kind: "starts-at"; readonly span: Span; readonly value: Expression } // 起评0分
  | { readonly kind: "highest"; readonly span: Span; readonly value: Expression } // 最高5分
  | { readonly kind: "lowest"; readonly span: Span; readonly value: Expression } // 最低 -0.5分
  | { readonly kind: "floor-at-zero"; readonly span: Span } // 扣完为止
  | { readonly kind: "no-floor"; readonly span: Span } // 不设下限
  | { readonly kind: "may-exceed"; readonly span: Span } // 可超满分
  | { readonly kind: "at-most-added"; readonly span: Span; readonly value: Expression } // 最多加 …
  | { readonly kind: "together-highest"; readonly span: Span; readonly value: Expression } // 合计最高15分
  | { readonly kind: "best-one"; readonly span: Span }; // 取最高一项

export interface IndicatorGroup extends StatementBase {
  readonly kind: "indicator-group";
  readonly name: Name;
  readonly bounds: readonly IndicatorBound[];
  readonly items: readonly Section[];
}

/** A row of a choice. `label` where rows are labelled. */
export interface Row<Test> {
  readonly kind: "row";
  readonly span: Span;
  readonly label?: Label;
  readonly test: Test;
  readonly result: RowResult;
  /** Items of a condition list in the row's test (a staged ladder's rung). */
  readonly items?: readonly Section[];
  readonly notes?: readonly Text[];
}

export type RowResult =
  | { readonly kind: "grade"; readonly span: Span; readonly grade: Name } // 为 优秀
  | { readonly kind: "points"; readonly span: Span; readonly value: Expression } // 得10分, 计0分
  | { readonly kind: "effects"; readonly span: Span; readonly effects: readonly Effect[] };

export type BandTest =
  | { readonly kind: "rest"; readonly span: Span } // 其余, 其他情形
  | { readonly kind: "not-applicable"; readonly span: Span }
  | { readonly kind: "between"; readonly span: Span; readonly range: RangeTest }
  /** `1次`, `为 甲、乙`, `不为 甲`. */
  | {
      readonly kind: "equals";
      readonly span: Span;
      readonly values: readonly Expression[];
      readonly negated?: true;
    }
  | { readonly kind: "compare"; readonly span: Span; readonly test: ComparisonTail };

/** `依 X 评定 G:` rows by bands of a value; `处理` when rows carry effects, `分段累计` marginal. */
export interface BandChoice extends StatementBase {
  readonly kind: "band-choice";
  readonly value: Expression;
  /** Scale, or a name that the choice defines; absent with 处理. */
  readonly target?: Name;
  readonly modes: readonly ChoiceMode[];
  readonly rows: readonly Row<BandTest>[];
}

export type ChoiceMode =
  | { readonly kind: "handle"; readonly span: Span } // 处理
  | { readonly kind: "adding"; readonly span: Span } // 逐级累加
  | { readonly kind: "replacing"; readonly span: Span } // 就高
  | { readonly kind: "marginal"; readonly span: Span } // 分段累计
  | { readonly kind: "top-down"; readonly span: Span }; // 依次

/** What a regulation tends to forget about a population: one tail for ranks, rank functions and quotas. */
export type PopulationOption =
  | { readonly kind: "grouped"; readonly span: Span; readonly by: readonly Expression[] } // 按 县 分组
  | { readonly kind: "only"; readonly span: Span; readonly condition: Condition } // 仅 C 者
  | { readonly kind: "without"; readonly span: Span; readonly condition: Condition } // 不含 C 者
  | { readonly kind: "without-restricted"; readonly span: Span } // 不含 受限者
  | { readonly kind: "everyone"; readonly span: Span } // 全体
  | { readonly kind: "ties-share"; readonly span: Span } // 并列者一并列入
  | { readonly kind: "ties-out"; readonly span: Span } // 并列者一并不列入
  | { readonly kind: "ties-by"; readonly span: Span; readonly value: Expression; readonly order?: Order } // 并列者依 Y
  | { readonly kind: "base"; readonly span: Span; readonly value: Expression } // 以 应考人数 为基数
  | { readonly kind: "rounding"; readonly span: Span; readonly mode: RoundingMode } // 向下取整
  | { readonly kind: "direction"; readonly span: Span; readonly order: Order };

export type RoundingMode = "half-up" | "down" | "up";

export type RankTest =
  | { readonly kind: "rest"; readonly span: Span }
  | {
      readonly kind: "places";
      readonly span: Span;
      readonly end: "top" | "bottom";
      /** A count (前 优秀名额 名) or a share (前20%). */
      readonly amount: Expression;
      readonly share: boolean;
      /** `前20%(以 应考人数 为基数,向下取整)`. */
      readonly options: readonly PopulationOption[];
    };

export interface RankChoice extends StatementBase {
  readonly kind: "rank-choice";
  readonly value: Expression;
  readonly order: Order;
  /** Scale, or a name that the ranking gives points to; absent with 处理. */
  readonly target?: Name;
  readonly options: readonly PopulationOption[];
  readonly rows: readonly Row<RankTest>[];
}

/** `按情形 计 系数:` or `按情形 评定 G:` rows that are conditions. */
export interface CaseChoice extends StatementBase {
  readonly kind: "case-choice";
  readonly target: Name;
  readonly modes: readonly ChoiceMode[];
  readonly rows: readonly Row<Condition | { readonly kind: "rest"; readonly span: Span }>[];
}

/** `依 次数 处理,逐级累加:`. */
export interface Ladder extends StatementBase {
  readonly kind: "ladder";
  readonly value: Expression;
  readonly modes: readonly ChoiceMode[];
  readonly rows: readonly Row<BandTest>[];
}

/** `分级处理,就高:` labelled condition rows, lowest rung first. */
export interface StagedLadder extends StatementBase {
  readonly kind: "staged-ladder";
  readonly modes: readonly ChoiceMode[];
  readonly rows: readonly Row<Condition>[];
}

/** `对照表 甲、乙 评定 G:`, `对照表 甲、乙 处理:` with rows `| … | … |`. */
export interface DecisionTable extends StatementBase {
  readonly kind: "decision-table";
  readonly inputs: readonly Expression[];
  /** Scale, or a name that the table defines; absent with 处理. */
  readonly target?: Name;
  readonly modes: readonly ChoiceMode[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly span: Span;
  readonly tests: readonly BandTest[];
  /** A grade or points; with 处理 what the row does. */
  readonly result: Expression | RowResult;
}

/** `C 的,effects`. Items stand here when C or the effects end in a colon with a labelled list below. */
export interface ConditionalClause extends StatementBase {
  readonly kind: "conditional";
  readonly condition: Condition;
  readonly except?: Condition; // 但 C 的除外
  readonly effects: readonly Effect[];
  readonly items: readonly Section[];
}

/** `每 一般事故 1次 扣2分,最多扣6分`; `完成率 每 低于 目标值 1个百分点 扣0.5分,不足一档不计`. */
export interface PerOccurrence extends StatementBase {
  readonly kind: "per-occurrence";
  /** What is counted, or what is measured. */
  readonly of: Expression;
  readonly against?: { readonly span: Span; readonly op: ComparisonOperator; readonly value: Expression };
  readonly step: NumberLiteral;
  readonly partial?: "ignored" | "pro-rata";
  readonly except?: Condition; // 但 C 的除外
  readonly effects: readonly Effect[];
}

/** `应当 C`, `X 应当 不少于 5`, `不得 C`; a finding, met or not. */
export interface Requirement extends StatementBase {
  readonly kind: "requirement";
  readonly polarity: "duty" | "prohibition";
  readonly condition: Condition;
  readonly except?: Condition; // 但 C 的除外
  /** Items of a condition list: `应当 同时具备下列条件:`. */
  readonly items?: readonly Section[];
}

/** `断言 C 的,D`, `断言 D`: a claim about every subject. Nothing is computed from it; it can be proved. */
export interface Assertion extends StatementBase {
  readonly kind: "assertion";
  readonly when?: Condition;
  readonly holds: Condition;
}

/** A condition alone: legal only as an item of a condition list or in a layer's insertion. */
export interface BareCondition extends StatementBase {
  readonly kind: "bare-condition";
  readonly condition: Condition;
  readonly items: readonly Section[];
}

export interface Ballot extends StatementBase {
  readonly kind: "ballot";
  readonly name: Name;
  readonly rows: readonly BallotRow[];
}

export interface BallotRow {
  readonly span: Span;
  readonly label?: Label;
  readonly of: "raters" | "items" | "levels" | "trim" | "valid-share" | "quorum";
  readonly entries: readonly {
    readonly name?: Name;
    readonly value?: Expression;
    readonly test?: ComparisonTail;
  }[];
  readonly withoutSelf: boolean;
  /** How a share of the votes is rounded: `去掉 最高 5%、最低 5%,向下取整`. */
  readonly rounding?: RoundingMode;
}

/** `程序 年终考核:` steps: who, deadline, verb, what, to whom. Kept as data. */
export interface Procedure extends StatementBase {
  readonly kind: "procedure";
  readonly name: Name;
  readonly steps: readonly ProcedureStep[];
}

export interface ProcedureStep {
  readonly kind: "step";
  readonly span: Span;
  readonly label?: Label;
  readonly title?: Text;
  readonly acts: readonly ProcedureAct[];
  readonly notes?: readonly Text[];
}

export interface ProcedureAct {
  readonly span: Span;
  readonly who: readonly Name[];
  readonly deadline?: Deadline;
  readonly modality?: Modality;
  /** `主任、书记 依次 签字`: one after the other, in the order written. */
  readonly inTurn?: true;
  readonly verb: Name;
  readonly what: readonly Name[];
  /** `公示 5个工作日`: how long. */
  readonly duration?: NumberLiteral;
  readonly toWhom: readonly Name[];
  readonly draw?: DrawTerms;
}

/** As written plus its parts; the calendar gives it dates. */
export interface Deadline {
  readonly span: Span;
  readonly text: string;
  readonly recurrence?: Frequency | "odd-months" | "even-months";
  /** `季度考核 结束后10日内`, `初评报告 后5日内`: a procedure, or what a step hands over. */
  readonly anchor?: Name;
  /** 每季度结束后: counted from the end of the period. */
  readonly afterEnd: boolean;
  readonly month?: number;
  readonly day?: number;
  readonly amount?: NumberLiteral;
  readonly edge?: "before" | "within" | "end" | "start" | "early" | "middle" | "late";
  /** `11月初(1至5日)`: which days of the month the vague word means, first and last included. */
  readonly days?: { readonly from: number; readonly to: number };
}

export interface DrawTerms {
  readonly span: Span;
  readonly amount: NumberLiteral;
  readonly from: readonly Name[];
  readonly options: readonly PopulationOption[];
}

/** `抽查 名 随机抽取 20% 的 驻村工作队员,按 县 分组,向上取整`. */
export interface Draw extends StatementBase {
  readonly kind: "draw";
  readonly name?: Name;
  readonly terms: DrawTerms;
}

/** `设定 优秀名额 = 20名`, `设定 加分(省级) = 3分`: a layer closes what its base leaves open. */
export interface SetParameter extends StatementBase {
  readonly kind: "set-parameter";
  readonly name: Name;
  readonly key?: Name;
  readonly value: Expression;
}
export interface Amend extends StatementBase {
  readonly kind: "amend";
  readonly citation: Citation;
  readonly title?: Text;
  readonly statement: Statement | Row<BandTest>;
}
export interface Delete extends StatementBase {
  readonly kind: "delete";
  readonly citations: readonly Citation[];
}
export interface Insert extends StatementBase {
  readonly kind: "insert";
  readonly citation: Citation;
  readonly title?: Text;
  readonly statement?: Statement;
  readonly items: readonly Section[];
}

/** `第十条(六)`, `本条`, `Article 10(6)`: the path of labels it names. */
export interface Citation {
  readonly kind: "citation";
  readonly span: Span;
  readonly text: string;
  /** Canonical path, e.g. ["第十条", "(六)", "3"]; ["本条"] for the own article. */
  readonly path: readonly string[];
  /** `〔昌都市实施细则〕第三条`: the measure in whose numbering it counts, where that is said. */
  readonly of?: string;
}

// ────────────────────────────── effects ──────────────────────────────

/** must: plain or 应当; may: 可以, 可; advisory: 优先; discretionary: 酌情. */
export type Modality = "must" | "may" | "advisory" | "discretionary";

/** Who an effect or consequence is aimed at: 本人, a role field, a link, or a path `所在单位 的 主要领导`. */
export interface Target {
  readonly span: Span;
  /** Empty for 本人 / 本单位. */
  readonly path: readonly Name[];
  /** 事发时, 期末, 任一时: who held the post then. `at`: the day of the event, where it is said. */
  readonly holder?: {
    readonly span: Span;
    readonly when: "at-event" | "at-end" | "any";
    readonly at?: Expression;
  };
}

export type Effect =
  | GradeEffect
  | ShiftEffect
  | ScoreEffect
  | ConsequenceEffect
  | NotAssessedEffect
  | DirectGradeEffect
  | ExemptionEffect
  | RankLastEffect
  | RequirementEffect;

interface EffectBase {
  readonly span: Span;
  /** Empty: the subject itself. */
  readonly targets: readonly Target[];
  readonly modality: Modality;
}

/** 评为 set · 最高评为 ceiling · 最低评为 floor · 不得评为 forbid (ceiling just below). */
export interface GradeEffect extends EffectBase {
  readonly kind: "grade-effect";
  readonly verb: "set" | "ceiling" | "floor" | "forbid";
  /** 一票否决 stood before it. */
  readonly veto: boolean;
  readonly scale?: Name;
  /** More than one: 择一(…). */
  readonly grades: readonly Name[];
}

/** `降低1个等次`, `提高1个等次,最高 一等`, `再降低1个等次`. */
export interface ShiftEffect extends EffectBase {
  readonly kind: "shift-effect";
  readonly verb: "raise" | "lower" | "lower-after";
  readonly scale?: Name;
  readonly steps: Expression;
  readonly limit?: Name;
}

/** 加2分, 扣2分, 得10分, 计0分, 最高计 60分, 最低计 0分, 该指标计0分, 计满分; 酌情 扣1至3分 has a range. */
export interface ScoreEffect extends EffectBase {
  readonly kind: "score-effect";
  readonly verb:
    | "add"
    | "deduct"
    | "earn"
    | "count"
    | "ceiling"
    | "floor"
    | "indicator-counts"
    | "full-marks"
    /** 剔除后折算: an item that does not apply leaves the total, the rest is scaled up. */
    | "drop-and-rescale";
  readonly score?: Name;
  readonly amount?: Expression;
  readonly to?: Expression;
  /** 最多扣6分, 最多加6分. */
  readonly atMost?: Expression;
}

/** `[由 A] 对 T [给予] 措施(arg)、…`. */
export interface ConsequenceEffect extends EffectBase {
  readonly kind: "consequence";
  readonly by?: readonly Name[];
  readonly actions: readonly ActionUse[];
  readonly repeat?: "each" | "once"; // 逐一, 只计一次
  readonly combine?: "cumulate" | "heaviest"; // 累加, 就重
}

export interface ActionUse {
  readonly span: Span;
  readonly modality: Modality;
  /** More than one: 择一(免职、降职). */
  readonly choice: readonly { readonly name: Name; readonly argument?: Expression }[];
}

/** 不予评定 [等次], 不确定等次. */
export interface NotAssessedEffect extends EffectBase {
  readonly kind: "not-assessed";
  readonly scale?: Name;
}

/** 直接评为 M in a condition row. */
export interface DirectGradeEffect extends EffectBase {
  readonly kind: "direct-grade";
  readonly scale?: Name;
  readonly grade: Name;
}

/** 免除 / 减轻 第九条、第十条(六). */
export interface ExemptionEffect extends EffectBase {
  readonly kind: "exemption";
  readonly verb: "exempt" | "mitigate";
  readonly citations: readonly Citation[];
}

/** `列为最后一名`, `考核等次 列为最后一名`. */
export interface RankLastEffect extends EffectBase {
  readonly kind: "rank-last";
  /** What the ranking gives, or the value that it ranks. */
  readonly scale?: Name;
}

/** `C 的,应当 X 不少于 5`: a conditional duty. */
export interface RequirementEffect extends EffectBase {
  readonly kind: "requirement-effect";
  readonly polarity: "duty" | "prohibition";
  readonly condition: Condition;
}

// ─────────────────────── conditions, expressions ───────────────────────

/** Conditions are expressions of truth type; the checker tells them apart. */
export type Condition = Expression;

export type ComparisonOperator = "<" | "<=" | ">" | ">=" | "==" | "!=";

/** `90分以上`, `不满60分`, `>= 5`: an operator and what to compare with. `word` is the spelling used. */
export interface ComparisonTail {
  readonly span: Span;
  readonly op: ComparisonOperator;
  readonly value: Expression;
  readonly word: string;
  /** (含) / (不含) said in place. */
  readonly explicit?: boolean;
}

/** `80至89分`, `70分以上不满90分`; an absent side is open. */
export interface RangeTest {
  readonly span: Span;
  readonly low?: ComparisonTail;
  readonly high?: ComparisonTail;
}

export type Expression =
  | NumberLiteral
  | DateLiteral
  | TextLiteral
  | BooleanLiteral
  | PathExpression
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | WeightedSum
  | RoundExpression
  | ConditionalExpression
  | CompareExpression
  | BetweenExpression
  | IsExpression
  | LogicalExpression
  | ListCondition
  | PastExpression
  | RunExpression
  | AccumulatedExpression
  | WindowExpression
  | PopulationExpression
  | PeriodExpression
  | AfterExpression;

/** `60分`, `-10`, `30%`, `5元/分`. Text is plain ASCII decimal (a fraction `2/3` keeps its bar). */
export interface NumberLiteral {
  readonly kind: "number";
  readonly span: Span;
  readonly text: string;
  /** As written: 分, %, 万元, 元/分; absent for a bare number. */
  readonly unit?: string;
}

export interface DateLiteral {
  readonly kind: "date";
  readonly span: Span;
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

export interface TextLiteral {
  readonly kind: "text-literal";
  readonly span: Span;
  readonly text: string;
}

/** 是 / 否 where a truth value is named (缺省 否). */
export interface BooleanLiteral {
  readonly kind: "boolean";
  readonly span: Span;
  readonly value: boolean;
}

/** `综合得分`, `所在村.考核等次`, `所在单位 的 主要领导`. One segment is a plain name. */
export interface PathExpression {
  readonly kind: "path";
  readonly span: Span;
  readonly segments: readonly Name[];
}

/** `计数(通报, 级别 为 国家, 近12个月)`, `平均(月度考核表.得分, 缺报 剔除)`, `名次(X, 按 县)`. */
export interface CallExpression {
  readonly kind: "call";
  readonly span: Span;
  readonly callee: Name;
  readonly arguments: readonly CallArgument[];
}

export type CallArgument =
  | { readonly kind: "value"; readonly span: Span; readonly value: Expression }
  | { readonly kind: "population"; readonly span: Span; readonly option: PopulationOption }
  | { readonly kind: "missing"; readonly span: Span; readonly policy: "drop" | "zero" | "not-assessed" } // 缺报 …
  | {
      readonly kind: "dedupe";
      readonly span: Span;
      readonly by: readonly Name[];
      readonly keep: "highest" | "one";
    } // 同一 事由 取最高
  | {
      readonly kind: "at-most-per";
      readonly span: Span;
      /** A number of months: 每两个月. */
      readonly every: Frequency | NumberLiteral;
      readonly count: NumberLiteral;
    } // 每季度最多计1次
  | { readonly kind: "holder"; readonly span: Span; readonly when: "at-event" | "at-end" | "any" }; // 事发时 期末 任一时

export interface UnaryExpression {
  readonly kind: "unary";
  readonly span: Span;
  readonly op: "-" | "not";
  readonly operand: Expression;
}

export interface BinaryExpression {
  readonly kind: "binary";
  readonly span: Span;
  readonly op: "+" | "-" | "×" | "÷";
  readonly left: Expression;
  readonly right: Expression;
}

/** `平时掌握 占10%、民意测评 占20%、…`. */
export interface WeightedSum {
  readonly kind: "weighted-sum";
  readonly span: Span;
  readonly terms: readonly { readonly span: Span; readonly value: Expression; readonly weight: Expression }[];
}

/** `… 四舍五入到 0.01`. */
export interface RoundExpression {
  readonly kind: "round";
  readonly span: Span;
  readonly mode: RoundingMode;
  readonly operand: Expression;
  readonly step: NumberLiteral;
}

/** `若 C 则 A 否则 B`. */
export interface ConditionalExpression {
  readonly kind: "if";
  readonly span: Span;
  readonly condition: Condition;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface CompareExpression {
  readonly kind: "compare";
  readonly span: Span;
  readonly left: Expression;
  readonly test: ComparisonTail;
}

export interface BetweenExpression {
  readonly kind: "between";
  readonly span: Span;
  readonly value: Expression;
  readonly range: RangeTest;
}

/** `X 为 甲`, `X 不为 甲`, `X 属于 甲、乙`, `X 为 不适用`. Values are names, numbers, texts or dates. */
export interface IsExpression {
  readonly kind: "is";
  readonly span: Span;
  readonly value: Expression;
  readonly negated: boolean;
  readonly values: readonly Expression[];
  /** `为 不适用`. */
  readonly notApplicable: boolean;
}

export interface LogicalExpression {
  readonly kind: "logical";
  readonly span: Span;
  readonly op: "and" | "or";
  readonly operands: readonly Expression[];
}

/** `有下列情形之一`, `同时具备下列情形`, `具备下列情形2项以上`: refers to the items of its clause. */
export interface ListCondition {
  readonly kind: "list-condition";
  readonly span: Span;
  readonly mode: "any" | "all" | "at-least";
  readonly count?: NumberLiteral;
}

/** `上年 考核等次` (years 1), `上期 X`. */
export interface PastExpression {
  readonly kind: "past";
  readonly span: Span;
  readonly unit: "year" | "period";
  readonly operand: Expression;
}

/** `连续2年(中断) C`, `连续期数(C)` has no length. */
export interface RunExpression {
  readonly kind: "run";
  readonly span: Span;
  readonly length: NumberLiteral;
  readonly gap?: "breaks" | "skips";
  readonly condition: Condition;
}

/** `累计满3次 C`, `每满2次 C`. */
export interface AccumulatedExpression {
  readonly kind: "accumulated";
  readonly span: Span;
  readonly every: boolean;
  readonly count: NumberLiteral;
  readonly condition: Condition;
}

/** `近12个月`, `近3年`, `前3年`, `本年度`, `本期`, with or without what it bounds. */
export interface WindowExpression {
  readonly kind: "window";
  readonly span: Span;
  readonly window: "past-with-current" | "past-without-current" | "this-year" | "this-period" | "since";
  readonly length?: NumberLiteral;
  readonly from?: Expression;
  readonly cumulative: boolean;
  readonly operand?: Expression;
}

/** 全体人数 (no argument); 全体最高(X) and 名次(X, …) are calls. */
export interface PopulationExpression {
  readonly kind: "population-size";
  readonly span: Span;
}

/** `1年`, `自 评定日 起 1年`: a period with or without its start. */
export interface PeriodExpression {
  readonly kind: "period-of";
  readonly span: Span;
  readonly from: Expression;
  readonly length: NumberLiteral;
}

/** `A 后30日内`. */
export interface AfterExpression {
  readonly kind: "after";
  readonly span: Span;
  readonly from: Expression;
  readonly length: NumberLiteral;
}
