import type { Problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { SourceText } from "../../source/source-text.ts";
import type * as ir from "../ir/ir.ts";
import { type Origin, originOf } from "../layers/origins.ts";

/**
 * What is known about a measure's declarations before any rule is read: the symbols, and the rules as a
 * flat list of provisions with their place and scope. Side tables only; the tree stays as parsed.
 */
export interface Model {
  readonly source: SourceText;
  readonly file: ast.MeasureFile;
  readonly header: Header;
  /** The declared kinds, and behind them one for each list of records with rules of their own (每份). */
  readonly kinds: readonly KindSymbol[];
  /** The declared ones. */
  readonly kindByName: ReadonlyMap<string, KindSymbol>;
  readonly records: readonly RecordSymbol[];
  readonly enumerations: readonly ir.Enumeration[];
  /** Scales by name: their enumeration and declaration. */
  readonly scales: ReadonlyMap<string, ScaleSymbol>;
  /** 外部等次: scales that another assessment decides; members lowest first. Effects on them are recorded. */
  readonly externalScales: ReadonlyMap<string, readonly string[]>;
  readonly parameters: readonly ParameterSymbol[];
  readonly parameterByName: ReadonlyMap<string, ParameterSymbol>;
  /** 参数 甲 按 级别: one open value per option; the parameters by option name. */
  readonly keyedParameters: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** 参数 丙起点 < 乙起点: names in rising order. */
  readonly orders: readonly (readonly string[])[];
  readonly actions: readonly ActionSymbol[];
  readonly actionByName: ReadonlyMap<string, ActionSymbol>;
  readonly provisions: readonly Provision[];
  /** The field that settles an effect which is left to be decided, by effect; see decisions.ts. */
  readonly decisions: ReadonlyMap<ast.Effect, string>;
  readonly acceptances: readonly PlacedAcceptance[];
  readonly general: GeneralRules;
  readonly citations: CitationTable;
  readonly outline: ir.OutlineEntry[];
  readonly problems: Problem[];
  /** Names that statements with a syntax error would have declared; not reported as unknown. */
  readonly lostNames: ReadonlySet<string>;
}

export interface Header {
  readonly name: string;
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly issuers: readonly string[];
  readonly effective: ir.CalendarDate | null;
  readonly expires: ir.CalendarDate | null;
  readonly period: "year" | "half-year" | "quarter" | "month";
}

export interface FieldSymbol {
  readonly name: string;
  readonly index: number;
  readonly node: ast.Field;
  /** null: its type has a mistake that is already reported. */
  readonly type: ir.Type | ir.ListType | null;
  /** 可不适用: index of the truth field that says whether it applies. */
  readonly applies?: number;
  /** It is such a truth field: nobody fills it in. */
  readonly derived?: true;
}

interface WithFields {
  readonly index: number;
  readonly name: string;
  readonly fields: readonly FieldSymbol[];
  readonly fieldByName: ReadonlyMap<string, FieldSymbol>;
}
export interface KindSymbol extends WithFields {
  readonly node: ast.SubjectDeclaration;
  readonly key: number;
  /** 反称: the link fields of (other) kinds that lead here, by the name of the way back. */
  readonly inverses: ReadonlyMap<string, InverseSymbol>;
  /** Its rows are the records of a list of another kind; see {@link ir.RecordRows}. */
  readonly of?: ir.RecordRows & { readonly record: number };
}
export interface InverseSymbol {
  readonly name: ast.Name;
  /** The kind that has the link, and its field. */
  readonly kind: number;
  readonly field: number;
}
export interface RecordSymbol extends WithFields {
  readonly node: ast.RecordDeclaration;
}
export interface ScaleSymbol {
  readonly name: string;
  readonly enumeration: number;
  readonly node: ast.ScaleDeclaration;
}
export interface ParameterSymbol {
  readonly index: number;
  readonly name: string;
  readonly node: ast.ParameterDeclaration;
  readonly type: ir.Type | null;
  /** What its declaration says. */
  readonly value?: ast.Expression;
  readonly cite: number | null;
  /** What a layer sets (设定). */
  readonly set?: ast.Expression;
}
export interface ActionSymbol {
  readonly index: number;
  readonly name: string;
  readonly category: string;
  readonly polarity: "positive" | "negative";
  readonly argument: string | null;
  /** Indexes of the actions that absorb this one. */
  readonly absorbedBy: readonly number[];
  readonly node: ast.ActionDeclaration;
}

export interface GeneralRules {
  readonly belowExcludes: boolean;
  readonly aboveExcludes: boolean;
  /** 扣完为止 for every indicator. */
  readonly floorAtZero: boolean;
  /** 不足一档不计 / 按比例 for every 每…. */
  readonly partial: "ignored" | "pro-rata" | null;
  /** 从严: effects on a grade act as this language has it, raises first and limits last. */
  readonly strictest: boolean;
}

/** A label on the way from the article to a provision, with its title. */
export interface PathStep {
  readonly label: ast.Label;
  readonly title: string | null;
}

/** Who a provision is about: what the scopes around it say. */
export interface Scoping {
  /** null: not said. */
  readonly subjects: readonly ast.Name[] | null;
  readonly conditions: readonly ast.Condition[];
  /** 每份 R. */
  readonly record: ast.Name | null;
}

export interface Provision {
  readonly statement: ast.Statement;
  readonly path: readonly PathStep[];
  readonly cite: number;
  readonly scoping: Scoping;
}

export interface PlacedAcceptance {
  readonly node: ast.Acceptance;
  /** The span it covers: its section, or the whole file. */
  readonly covers: { readonly start: number; readonly end: number };
}

/** Interns citations: one entry per path of labels. */
export class CitationTable {
  readonly entries: ir.Citation[] = [];
  readonly #byKey = new Map<string, number>();

  /**
   * The index of a path; the first use fixes title and span.
   * @param writer of a sentence that a layer set under labels of its base
   */
  intern(
    path: readonly PathStep[],
    span: { start: number; end: number },
    writer: Origin | null = null,
  ): number {
    const labels = path.map((step) => labelText(step.label));
    const last = path.at(-1);
    const label = last && originOf(last.label);
    // One of several sentences under a label that a layer wrote, amended by another one.
    const origin = (writer?.how === "amended" ? writer : label) ?? writer;
    const mark = origin && [origin.layer, origin.how, origin.by, origin.numbering];
    const key = JSON.stringify([labels, mark ?? null]);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const index = this.entries.length;
    this.#byKey.set(key, index);
    this.entries.push({
      text: withWriter(plainCitation(path), origin ?? null, labels),
      path: labels,
      title: last?.title ?? null,
      span,
      ...(origin && { layer: { name: origin.layer, how: origin.how, by: origin.by } }),
    });
    return index;
  }
}

/** A label as citations write it: 1. → 1. */
export const labelText = (label: ast.Label): string =>
  label.style === "dotted" || label.style === "letter" ? label.text.replace(/[.、]$/, "") : label.text;

/** The citation of a path, with the layer that wrote it: `〔某市细则〕第三条`, `第七条(一)5〔某市细则增加〕`. */
export function citationText(path: readonly PathStep[]): string {
  const last = path.at(-1);
  const labels = path.map((step) => labelText(step.label));
  return withWriter(plainCitation(path), (last && originOf(last.label)) ?? null, labels);
}

/** What a layer numbers itself is named by the layer in front; what it did to its base, behind. */
function withWriter(text: string, origin: Origin | null, labels: readonly string[]): string {
  if (origin === null) return text;
  const { before, behind } = writerWords(origin, /^Article/.test(labels[0] ?? ""));
  return before + text + behind;
}

/** What a citation says of the layer that wrote a provision: in front, whose numbering it is; behind, who changed it. */
export function writerWords({ layer, how, by, numbering }: Origin, english: boolean) {
  const before = numbering === null ? "" : `〔${numbering}〕`;
  if (how === "own") return { before, behind: "" };
  const behind = english
    ? `〔${how === "added" ? "added" : "amended"} by ${layer}${by === null ? "" : ` ${by}`}〕`
    : `〔${layer}${by ?? ""}${how === "added" ? "增加" : "修改"}〕`;
  return { before, behind };
}

/** `第十七条（二）1`: labels joined; 〔3.2〕 and 3.2 name their whole path themselves. */
function plainCitation(path: readonly PathStep[]): string {
  let text = "";
  for (const { label } of path) {
    const own = labelText(label);
    if (label.style === "tortoise" || label.style === "decimal") text = own;
    else if (label.style === "enumerated" && text === "") text = own.replace(/、$/, "");
    else {
      const last =
        path[0]!.label.style === "enumerated" && text === labelText(path[0]!.label).replace(/、$/, "");
      text += (last && /^[0-9]/.test(own) ? "、" : "") + own;
    }
  }
  return text === "" ? "总则" : text;
}
