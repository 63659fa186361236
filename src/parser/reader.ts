import { EOF, type IRecognitionException, type IToken } from "chevrotain";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { join, type Span } from "../source/span.ts";
import type {
  BallotRow,
  BandTest,
  Condition,
  Expression,
  Field,
  RankTest,
  RowResult,
  Statement,
} from "./ast.ts";
import type { StepActs } from "./build-procedures.ts";
import type { RowOf, RuleResult } from "./build-rules.ts";
import { type EffectiveLine, firstPeriodSlip } from "./first-period.ts";
import type { Rule } from "./grammar/expressions.ts";
import { Grammar } from "./grammar/rules.ts";
import { headerSlip } from "./header-slips.ts";
import { tooLarge } from "./limits.ts";
import {
  gluedCycle,
  missingSpace,
  mistypedKeyword,
  numberInWords,
  shortenedDuty,
  spacedUnit,
} from "./mistyped.ts";
import { type Shape, shapeOf } from "./openers.ts";
import { subjectWithColon } from "./other-forms.ts";
import { retype } from "./retype.ts";
import { explain, unbalanced } from "./syntax-errors.ts";
import { makeToken, type Token } from "./tokens.ts";

/**
 * One statement, row, field or step at a time through the grammar: retyped, parsed by the rule of its shape, and
 * at its first error given up. A slip therefore costs one message and one statement.
 */

/** What each shape yields. */
export interface Readings extends Record<Shape, unknown> {
  rule: RuleResult;
  condition: Condition;
  field: Field;
  bandRow: RowOf<BandTest>;
  rankRow: RowOf<RankTest>;
  caseRow: RowOf<Condition | { kind: "rest"; span: BandTest["span"] }>;
  tableTest: BandTest;
  tableResult: Expression;
  tableEffects: RowResult;
  step: StepActs;
  ballotRow: BallotRow;
  measure: Statement;
  textDeclaration: Statement;
  issuers: Statement;
  dateDeclaration: Statement;
  period: Statement;
  generalRule: Statement;
  acceptance: Statement;
  parameter: Statement;
  actions: Statement;
  data: Statement;
  scale: Statement;
  declaratory: Statement;
  indicator: Statement;
  indicatorGroup: Statement;
  ballot: Statement;
  procedure: Statement;
  draw: Statement;
  table: Statement;
  staged: Statement;
  byCase: Statement;
  choice: Statement;
  setParameter: Statement;
  delete: Statement;
  definition: Statement;
  perOccurrence: Statement;
  requirement: Statement;
  assertion: Statement;
}

// Building the parser costs some 30 ms; it holds no state between statements.
let shared: Grammar | undefined;
let entries: { [S in Shape]: Rule<Readings[S]> } | undefined;

export function grammar(): Grammar {
  shared ??= new Grammar();
  return shared;
}

function entryRules(): { [S in Shape]: Rule<Readings[S]> } {
  const g = grammar();
  entries ??= {
    ...{ measure: g.measureHeader, textDeclaration: g.textDeclaration, issuers: g.issuers },
    ...{ dateDeclaration: g.dateDeclaration, period: g.period, generalRule: g.generalRule },
    ...{ acceptance: g.acceptance, parameter: g.parameter, actions: g.actions, data: g.data, scale: g.scale },
    ...{ declaratory: g.declaratory, indicator: g.indicator, indicatorGroup: g.indicatorGroup },
    ...{ ballot: g.ballot, procedure: g.procedure, draw: g.draw, table: g.table, staged: g.staged },
    ...{ byCase: g.byCase, choice: g.choiceHead, setParameter: g.setParameter, delete: g.delete },
    ...{ definition: g.definition, perOccurrence: g.perOccurrence, requirement: g.requirement, rule: g.rule },
    assertion: g.assertion,
    ...{ condition: g.expression, bandRow: g.bandRow, rankRow: g.rankRow, caseRow: g.caseRow },
    ...{
      tableTest: g.tableTest,
      tableResult: g.tableResult,
      tableEffects: g.tableEffects,
      step: g.step,
      ballotRow: g.ballotRow,
      field: g.field,
    },
  };
  return entries;
}

/** What a clerk calls those who are in none of the classes above. */
const REST = /^(?:其余|其他|其它|剩余|the rest)$/u;

export class Reader {
  /** Words the measure declares: none of them is a slip. */
  readonly #known: ReadonlySet<string>;
  readonly problems: Problem[] = [];
  /** Names that stood in text which could not be read: a later phase should not call them unknown. */
  readonly lost = new Set<string>();
  /** Statements that could not be read. */
  readonly broken: Span[] = [];
  /** The last unlabelled line that could not be read, and how deep it is indented. */
  brokenHead: { readonly indent: number; readonly last: number } | undefined;
  /** The last line that was a row without a table, or whose head could not be read. */
  lastStray = -1;
  /** The last line of the last 分级处理. */
  lastRung = -1;
  /** The class (`C 的对象:`) on a line above whose statements are being read: an effect alone has its condition. */
  enclosing: Condition | undefined;
  /** What is read are items of a condition list, so a word alone is a condition. */
  inList = false;
  readonly #classes = new Map<readonly Token[], Condition | undefined>();

  readonly #effective: EffectiveLine | undefined;

  constructor(known: ReadonlySet<string>, effective: EffectiveLine | undefined) {
    this.#known = known;
    this.#effective = effective;
  }

  /**
   * Reads one piece. Undefined after a syntax error.
   * @param quiet a lexical problem was already reported here: say nothing more
   */
  read<S extends Shape>(shape: S, tokens: readonly Token[], quiet: boolean): Readings[S] | undefined {
    const limit = tooLarge(tokens);
    if (limit) {
      this.#give(tokens, limit, quiet);
      return undefined;
    }
    const before = tokens.map(({ kind, meaning }) => ({ kind, meaning }));
    const { result, error, found } = this.#parse(shape, tokens);
    const cycle = shape === "step" && !quiet ? gluedCycle(tokens, this.#known) : undefined;
    if (cycle) {
      this.#give(tokens, cycle, quiet);
      return undefined;
    }
    if (error) {
      const at = error.token.tokenType === EOF ? undefined : (error.token as Token);
      const until = at ? tokens.indexOf(at) : tokens.length;
      const guess =
        quiet || unbalanced(tokens)
          ? undefined
          : (shortenedDuty(tokens, this.#known, shape) ??
            numberInWords(tokens, this.#known) ??
            spacedUnit(tokens, this.#known) ??
            missingSpace(tokens, this.#known) ??
            mistypedKeyword(tokens, until, this.#known, (index, token) => {
              const tried = tokens.map((t, i) =>
                i === index
                  ? token
                  : makeToken(before[i]!.kind, t.text, t.span, t.line, before[i]!.meaning, t.quoted),
              );
              return this.#parse(index === 0 ? shapeOf(tried) : shape, tried).error === undefined;
            }));
      this.#give(tokens, guess ?? explain(error.message, at, tokens, shape), quiet);
      return undefined;
    }
    if (!quiet) this.problems.push(...found);
    return result;
  }

  #parse<S extends Shape>(
    shape: S,
    tokens: readonly Token[],
  ): { result: Readings[S]; error: IRecognitionException | undefined; found: readonly Problem[] } {
    retype(tokens, shape);
    const parser = grammar();
    parser.input = tokens as unknown as IToken[];
    parser.found = [];
    const result = entryRules()[shape].call(parser);
    return { result, error: parser.errors[0], found: parser.found };
  }

  /** The condition of a class, read once. */
  classCondition(tokens: readonly Token[], quiet: boolean): Condition | undefined {
    if (!this.#classes.has(tokens) && tokens.length === 1 && REST.test(tokens[0]!.text)) {
      this.#classes.set(tokens, undefined);
      this.#give(tokens, problem("BF1096", { found: tokens[0]!.text }, { span: tokens[0]!.span }), quiet);
    }
    if (!this.#classes.has(tokens)) this.#classes.set(tokens, this.read("condition", tokens, quiet));
    return this.#classes.get(tokens);
  }

  report(p: Problem): void {
    this.problems.push(p);
  }

  /** Whether a line is one of the head, written as a form has it, or a part of one. */
  headerSlip(tokens: readonly Token[], labelled: boolean, quiet: boolean): boolean {
    const slip =
      firstPeriodSlip(tokens, this.#known, this.#effective) ??
      (labelled ? undefined : (subjectWithColon(tokens) ?? headerSlip(tokens, this.#known)));
    if (slip) this.#give(tokens, slip, quiet);
    return slip !== undefined;
  }

  #give(tokens: readonly Token[], p: Problem, quiet: boolean): void {
    this.broken.push(join(tokens[0]!.span, tokens[tokens.length - 1]!.span));
    for (const token of tokens) if (token.kind === "Name") this.lost.add(token.text.normalize("NFKC"));
    if (!quiet) this.problems.push(p);
  }
}
