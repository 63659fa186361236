import { EmbeddedActionsParser, type IToken, type ParserMethod } from "chevrotain";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Span } from "../../source/span.ts";
import type {
  CallArgument,
  ComparisonTail,
  Expression,
  Name,
  NumberLiteral,
  PopulationOption,
} from "../ast.ts";
import * as build from "../build-expressions.ts";
import { errorMessages } from "../syntax-errors.ts";
import { ALL_TOKEN_TYPES, T, type Token, type TokenKind } from "../tokens.ts";
import { LazyLookahead } from "./lookahead.ts";

/**
 * Expressions and conditions are one grammar: the checker tells truth values from numbers. Each layer of the grammar
 * is a class that extends the one below, so rules can only refer downwards.
 *
 * chevrotain runs every rule once with dummy tokens to learn the grammar; whatever looks into a result
 * therefore stands inside `ACTION`.
 */

const LOOKAHEAD = 2;

export type Rule<R> = ParserMethod<[], R>;

export abstract class ExpressionGrammar extends EmbeddedActionsParser {
  /** Mistakes the grammar accepts in order to explain them better than an exception could. */
  found: Problem[] = [];

  /** @param validate look for ambiguities in the grammar itself, which takes long: for its test */
  constructor(validate = false) {
    super([...ALL_TOKEN_TYPES], {
      recoveryEnabled: false,
      maxLookahead: LOOKAHEAD,
      lookaheadStrategy: new LazyLookahead({ maxLookahead: LOOKAHEAD }),
      skipValidations: !validate,
      errorMessageProvider: errorMessages,
    });
  }

  protected peek(distance = 1): TokenKind | undefined {
    return (this.LA(distance) as Partial<Token>).kind;
  }

  /** From a rule's first token to the last one read. */
  protected spanFrom(first: IToken): Span {
    const last = this.LA(0);
    return { start: first.startOffset, end: Math.max(first.startOffset, (last.endOffset ?? 0) + 1) };
  }

  // ── names ──

  readonly nameSlot: Rule<Name> = this.RULE("nameSlot", (): Name => {
    const token = this.OR([{ ALT: () => this.CONSUME(T.Name) }, { ALT: () => this.CONSUME(T.Text) }]);
    return this.ACTION(() => build.name(token as Token));
  });

  readonly names: Rule<Name[]> = this.RULE("names", (): Name[] => {
    const names: Name[] = [];
    names.push(this.SUBRULE(this.nameSlot));
    this.MANY(() => {
      this.CONSUME(T.Enumerate);
      names.push(this.SUBRULE2(this.nameSlot));
    });
    return names;
  });

  readonly path: Rule<Name[]> = this.RULE("path", (): Name[] => {
    const segments: Name[] = [];
    const first = this.CONSUME(T.Name);
    this.ACTION(() => segments.push(build.name(first as Token)));
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(T.Dot) }, { ALT: () => this.CONSUME(T.Of) }]);
      const next = this.CONSUME2(T.Name);
      this.ACTION(() => segments.push(build.name(next as Token)));
    });
    return segments;
  });

  // ── numbers ──

  readonly quantity: Rule<NumberLiteral> = this.RULE("quantity", (): NumberLiteral => {
    const first = this.LA(1);
    const minus = this.OPTION(() => this.CONSUME(T.Minus));
    const digits = this.CONSUME(T.Number);
    const unit = this.OPTION2(() => this.CONSUME(T.Unit));
    return this.ACTION(() =>
      build.number(digits as Token, unit as Token | undefined, minus !== undefined, this.spanFrom(first)),
    );
  });

  // ── conditions ──

  readonly expression: Rule<Expression> = this.RULE("expression", (): Expression => {
    const operands: Expression[] = [];
    const operators: IToken[] = [];
    operands.push(this.SUBRULE(this.negation));
    this.MANY(() => {
      operators.push(this.OR([{ ALT: () => this.CONSUME(T.Or) }, { ALT: () => this.CONSUME(T.And) }]));
      operands.push(this.SUBRULE2(this.negation));
    });
    return this.ACTION(() => build.logical(operands, operators as Token[], this.found));
  });

  readonly negation: Rule<Expression> = this.RULE("negation", (): Expression => {
    const first = this.LA(1);
    return this.OR<Expression>([
      {
        ALT: () => {
          this.CONSUME(T.Not);
          const operand = this.SUBRULE(this.negation);
          return this.ACTION(() => ({ kind: "unary", span: this.spanFrom(first), op: "not", operand }));
        },
      },
      { ALT: () => this.SUBRULE(this.run) },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]);
  });

  /** `连续2年(中断) C`, `累计满3次 C`, `每满2次 C`. */
  readonly run: Rule<Expression> = this.RULE("run", (): Expression => {
    const first = this.LA(1);
    const word = this.OR([
      { ALT: () => this.CONSUME(T.Consecutive) },
      { ALT: () => this.CONSUME(T.AddingUpTo) },
      { ALT: () => this.CONSUME(T.ForEvery) },
    ]);
    const count = this.SUBRULE(this.quantity);
    let gap: IToken | undefined;
    this.OPTION(() => {
      this.CONSUME(T.Open);
      gap = this.CONSUME(T.Gap);
      this.CONSUME(T.Close);
    });
    const condition = this.SUBRULE(this.negation);
    return this.ACTION(() =>
      build.run(word as Token, count, gap as Token | undefined, condition, this.spanFrom(first)),
    );
  });

  readonly comparison: Rule<Expression> = this.RULE("comparison", (): Expression => {
    const first = this.LA(1);
    const value = this.SUBRULE(this.sum);
    const tail = this.OPTION(() => this.SUBRULE(this.tail));
    return this.ACTION(() => (tail ? build.compared(value, tail, this.spanFrom(first), this.found) : value));
  });

  readonly tail: Rule<build.Tail> = this.RULE(
    "tail",
    (): build.Tail =>
      this.OR<build.Tail>([
        { ALT: () => this.SUBRULE(this.preTail) },
        { ALT: () => this.SUBRULE(this.symbolTail) },
        { ALT: () => this.SUBRULE(this.postTail) },
        { ALT: () => this.SUBRULE(this.namePostTail) },
        {
          ALT: () => {
            const word = this.CONSUME(T.Is);
            return this.OR2<build.Tail>([
              {
                ALT: () => {
                  this.CONSUME(T.NotApplicable);
                  return this.ACTION(() => ({
                    kind: "not-applicable",
                    negated: (word as Token).meaning === "is-not",
                  }));
                },
              },
              {
                ALT: () => {
                  const values = this.SUBRULE(this.values);
                  return this.ACTION(() => ({
                    kind: "is",
                    negated: (word as Token).meaning === "is-not",
                    values,
                  }));
                },
              },
            ]);
          },
        },
        {
          ALT: () => {
            const word = this.CONSUME(T.IsOneOf);
            const values = this.SUBRULE2(this.values);
            return this.ACTION(() => ({ kind: "is", negated: (word as Token).meaning === "is-not", values }));
          },
        },
        {
          ALT: () => {
            this.CONSUME2(T.NotApplicable);
            return { kind: "not-applicable", negated: false };
          },
        },
      ]),
  );

  readonly values: Rule<Expression[]> = this.RULE("values", (): Expression[] => {
    const values: Expression[] = [];
    values.push(this.SUBRULE(this.sum));
    this.MANY(() => {
      this.CONSUME(T.Enumerate);
      values.push(this.SUBRULE2(this.sum));
    });
    return values;
  });

  /** `(含)` or `(不含)`: whether the bound itself counts. */
  readonly inclusion: Rule<boolean> = this.RULE("inclusion", (): boolean => {
    this.CONSUME(T.Open);
    const word = this.OR([
      { ALT: () => this.CONSUME(T.Inclusive) },
      { ALT: () => this.CONSUME(T.Excluding) },
    ]);
    this.CONSUME(T.Close);
    return this.ACTION(() => (word as Token).kind === "Inclusive");
  });

  /** `不满50%`, `超过60分不满70分`. */
  readonly preTail: Rule<build.Tail> = this.RULE("preTail", (): build.Tail => {
    const low = this.SUBRULE(this.preBound);
    const second = this.OPTION({
      GATE: () => this.startsSecondBound(),
      DEF: () => this.SUBRULE(this.secondBound),
    });
    return this.ACTION(() => build.bounds(low, second));
  });

  readonly preBound: Rule<ComparisonTail> = this.RULE("preBound", (): ComparisonTail => {
    const first = this.LA(1);
    const word = this.CONSUME(T.Pre);
    const value = this.SUBRULE(this.sum);
    const inclusive = this.OPTION(() => this.SUBRULE(this.inclusion));
    return this.ACTION(() => build.bound(word as Token, value, inclusive, this.spanFrom(first)));
  });

  /** `80分以上`, `80至89分`, `70分以上不满90分`. */
  readonly postTail: Rule<build.Tail> = this.RULE("postTail", (): build.Tail => {
    const first = this.LA(1);
    const value = this.SUBRULE(this.quantity);
    const rest = this.OPTION(() => this.SUBRULE(this.postRest));
    return this.ACTION(() => build.postTail(value, rest, this.spanFrom(first)));
  });

  /** What follows a number in a bound. The hyphen of 80-89分 is a range in rows only; build.postTail says so. */
  readonly postRest: Rule<build.PostRest> = this.RULE("postRest", (): build.PostRest => {
    const first = this.LA(1);
    return this.OR<build.PostRest>([
      {
        ALT: () => {
          const word = this.CONSUME(T.Post);
          const inclusive = this.OPTION(() => this.SUBRULE(this.inclusion));
          const span = this.ACTION(() => this.spanFrom(first));
          const second = this.OPTION2({
            GATE: () => this.startsSecondBound(),
            DEF: () => this.SUBRULE(this.secondBound),
          });
          return this.ACTION(() => build.post(word as Token, inclusive, span, second));
        },
      },
      {
        ALT: () => {
          const word = this.OR2([{ ALT: () => this.CONSUME(T.To) }, { ALT: () => this.CONSUME(T.Minus) }]);
          const high = this.SUBRULE(this.quantity);
          this.OPTION3(() => this.CONSUME2(T.Post));
          return this.ACTION(() => ({ kind: "to", word: word as Token, high }));
        },
      },
    ]);
  });

  /** A parameter in place of the number: `得分 及格线 以上`. */
  readonly namePostTail: Rule<build.Tail> = this.RULE("namePostTail", (): build.Tail => {
    const first = this.LA(1);
    const segments = this.SUBRULE(this.path);
    const pathSpan = this.ACTION(() => this.spanFrom(first));
    const word = this.CONSUME(T.Post);
    const inclusive = this.OPTION(() => this.SUBRULE(this.inclusion));
    const span = this.ACTION(() => this.spanFrom(first));
    const second = this.OPTION2({
      GATE: () => this.startsSecondBound(),
      DEF: () => this.SUBRULE(this.secondBound),
    });
    return this.ACTION(() =>
      build.bounds(build.bound(word as Token, build.path(segments, pathSpan), inclusive, span), second),
    );
  });

  protected startsSecondBound(): boolean {
    const next = this.peek();
    if (next === "Comma" || next === "Enumerate") {
      if (this.peek(2) === "Pre") return this.peek(5) !== "NotCounted";
      return this.peek(2) === "Number" && (this.peek(3) === "Post" || this.peek(4) === "Post");
    }
    return next === "Pre" || next === "Number";
  }

  readonly secondBound: Rule<ComparisonTail> = this.RULE("secondBound", (): ComparisonTail => {
    this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(T.Enumerate) }]),
    );
    const first = this.LA(1);
    return this.OR2<ComparisonTail>([
      { ALT: () => this.SUBRULE(this.preBound) },
      {
        ALT: () => {
          const value = this.SUBRULE(this.quantity);
          const word = this.CONSUME(T.Post);
          const inclusive = this.OPTION2(() => this.SUBRULE(this.inclusion));
          return this.ACTION(() => build.bound(word as Token, value, inclusive, this.spanFrom(first)));
        },
      },
    ]);
  });

  /** `>= 5`, and `60 <= X < 70`. */
  readonly symbolTail: Rule<build.Tail> = this.RULE("symbolTail", (): build.Tail => {
    const bounds: ComparisonTail[] = [];
    this.AT_LEAST_ONE(() => {
      const first = this.LA(1);
      const word = this.CONSUME(T.Compare);
      const value = this.SUBRULE(this.sum);
      this.ACTION(() => bounds.push(build.bound(word as Token, value, undefined, this.spanFrom(first))));
    });
    return this.ACTION(() => ({
      kind: "compare",
      test: bounds[0]!,
      ...(bounds[1] && { second: bounds[1] }),
    }));
  });

  // ── arithmetic ──

  /** `平时掌握 占10%、民意测评 占20%`, or any expression. */
  readonly weighted: Rule<Expression> = this.RULE("weighted", (): Expression => {
    const first = this.LA(1);
    const terms: { value: Expression; weight: Expression; span: Span }[] = [];
    const value = this.SUBRULE(this.expression);
    this.OPTION(() => {
      this.CONSUME(T.Weight);
      const weight = this.SUBRULE(this.factor);
      this.ACTION(() => terms.push({ value, weight, span: this.spanFrom(first) }));
      this.MANY(() => {
        this.OR([{ ALT: () => this.CONSUME(T.Enumerate) }, { ALT: () => this.CONSUME(T.Comma) }]);
        const start = this.LA(1);
        const next = this.SUBRULE2(this.sum);
        this.CONSUME2(T.Weight);
        const share = this.SUBRULE2(this.factor);
        this.ACTION(() => terms.push({ value: next, weight: share, span: this.spanFrom(start) }));
      });
    });
    return this.ACTION(() =>
      terms.length === 0 ? value : { kind: "weighted-sum", span: this.spanFrom(first), terms },
    );
  });

  readonly sum: Rule<Expression> = this.RULE("sum", (): Expression => {
    const first = this.LA(1);
    let value = this.SUBRULE(this.product);
    this.MANY(() => {
      const op = this.OR([{ ALT: () => this.CONSUME(T.Plus) }, { ALT: () => this.CONSUME(T.Minus) }]);
      const right = this.SUBRULE2(this.product);
      this.ACTION(() => {
        value = build.binary((op as Token).kind === "Plus" ? "+" : "-", value, right);
      });
    });
    this.OPTION(() => {
      const rounding = this.SUBRULE(this.rounding);
      this.ACTION(() => {
        value = { kind: "round", span: this.spanFrom(first), operand: value, ...rounding };
      });
    });
    return value;
  });

  /** `四舍五入到 0.01`, `保留2位小数`. */
  readonly rounding: Rule<build.Rounding> = this.RULE(
    "rounding",
    (): build.Rounding =>
      this.OR<build.Rounding>([
        {
          ALT: () => {
            const word = this.CONSUME(T.RoundTo);
            const step = this.SUBRULE(this.quantity);
            return this.ACTION(() => ({ mode: build.roundingMode(word as Token), step }));
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.KeepPlaces);
            const places = this.CONSUME(T.Number);
            this.CONSUME(T.Decimals);
            return this.ACTION(() => ({ mode: "half-up", step: build.decimalStep(places as Token) }));
          },
        },
      ]),
  );

  readonly product: Rule<Expression> = this.RULE("product", (): Expression => {
    let value = this.SUBRULE(this.factor);
    this.MANY(() => {
      const op = this.CONSUME(T.Times);
      const right = this.SUBRULE2(this.factor);
      this.ACTION(() => {
        value = build.binary((op as Token).meaning === "÷" ? "÷" : "×", value, right);
      });
    });
    return value;
  });

  readonly factor: Rule<Expression> = this.RULE("factor", (): Expression => {
    const first = this.LA(1);
    const minus = this.OPTION(() => this.CONSUME(T.Minus));
    const operand = this.SUBRULE(this.primary);
    return this.ACTION(() => (minus === undefined ? operand : build.negative(operand, this.spanFrom(first))));
  });

  readonly primary: Rule<Expression> = this.RULE("primary", (): Expression => {
    const first = this.LA(1);
    return this.OR<Expression>([
      {
        ALT: () => {
          const digits = this.CONSUME(T.Number);
          const unit = this.OPTION(() => this.CONSUME(T.Unit));
          return this.ACTION(() =>
            build.number(digits as Token, unit as Token | undefined, false, this.spanFrom(first)),
          );
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(T.Text);
          return this.ACTION(() => ({
            kind: "text-literal",
            span: (token as Token).span,
            text: token.image,
          }));
        },
      },
      {
        ALT: () => {
          // The parentheses belong to the span, so that the text of a larger expression is complete.
          const open = this.CONSUME(T.Open);
          const inner = this.SUBRULE(this.expression);
          this.CONSUME(T.Close);
          return this.ACTION(() => ({ ...inner, span: this.spanFrom(open) }));
        },
      },
      { ALT: () => this.SUBRULE(this.ifElse) },
      { ALT: () => this.SUBRULE(this.listPhrase) },
      {
        ALT: () => {
          const word = this.CONSUME(T.Past);
          const operand = this.SUBRULE(this.primary);
          return this.ACTION(() => build.past(word as Token, operand, this.spanFrom(first)));
        },
      },
      { ALT: () => this.SUBRULE(this.window) },
      { ALT: () => this.SUBRULE(this.dated) },
    ]);
  });

  readonly ifElse: Rule<Expression> = this.RULE("ifElse", (): Expression => {
    const first = this.LA(1);
    this.CONSUME(T.If);
    const condition = this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(T.Comma));
    this.CONSUME(T.Then);
    const then = this.SUBRULE2(this.expression);
    this.OPTION2(() => this.CONSUME2(T.Comma));
    this.CONSUME(T.Else);
    const otherwise = this.SUBRULE3(this.expression);
    return this.ACTION(() => ({ kind: "if", span: this.spanFrom(first), condition, then, otherwise }));
  });

  /** `有下列情形之一`, `具备下列情形2项以上`. */
  readonly listPhrase: Rule<Expression> = this.RULE("listPhrase", (): Expression => {
    const first = this.LA(1);
    const word = this.CONSUME(T.List);
    const count = this.OPTION(() => {
      const quantity = this.SUBRULE(this.quantity);
      this.CONSUME(T.Post);
      return quantity;
    });
    return this.ACTION(() => build.listCondition(word as Token, count, this.spanFrom(first), this.found));
  });

  /** `近3年 累计 X`, `前3年 X`, `本年度`, `自 A 起 1年`, `自 A 以来 X`. */
  readonly window: Rule<Expression> = this.RULE("window", (): Expression => {
    const first = this.LA(1);
    let head: build.WindowHead | undefined;
    this.OR([
      {
        ALT: () => {
          const word = this.CONSUME(T.ThisYear);
          this.ACTION(() => {
            head = { window: (word as Token).meaning as "this-year" | "this-period" };
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Near);
          const length = this.SUBRULE(this.quantity);
          head = { window: "past-with-current", length };
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Prior);
          const length = this.SUBRULE2(this.quantity);
          head = { window: "past-without-current", length };
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.From);
          const from = this.SUBRULE(this.sum);
          this.OR2([
            {
              ALT: () => {
                this.CONSUME(T.Lasting);
                const length = this.SUBRULE3(this.quantity);
                head = { window: "period", from, length };
              },
            },
            {
              ALT: () => {
                this.CONSUME(T.Since);
                head = { window: "since", from };
              },
            },
          ]);
        },
      },
    ]);
    const cumulative = this.OPTION(() => this.CONSUME(T.Cumulative));
    const operand = this.OPTION2({
      GATE: () => ["Name", "Open", "AddingUpTo"].includes(this.peek() ?? ""),
      DEF: () =>
        this.OR3<Expression>([
          { ALT: () => this.SUBRULE(this.primary) },
          { ALT: () => this.SUBRULE(this.run) },
        ]),
    });
    return this.ACTION(() => build.window(head!, cumulative !== undefined, operand, this.spanFrom(first)));
  });

  /** A date, a name or a call, and what may follow it: `通知日期 后30日内`. */
  readonly dated: Rule<Expression> = this.RULE("dated", (): Expression => {
    const first = this.LA(1);
    const from = this.OR<Expression>([
      {
        ALT: () => {
          const token = this.CONSUME(T.Date);
          return this.ACTION(() => build.date(token as Token, this.found));
        },
      },
      { ALT: () => this.SUBRULE(this.reference) },
    ]);
    const length = this.OPTION(() => {
      this.CONSUME(T.After);
      const quantity = this.SUBRULE(this.quantity);
      this.OPTION2(() => this.CONSUME(T.Edge));
      return quantity;
    });
    return this.ACTION(() => (length ? { kind: "after", span: this.spanFrom(first), from, length } : from));
  });

  /** A name, a path or a call. */
  readonly reference: Rule<Expression> = this.RULE("reference", (): Expression => {
    const first = this.LA(1);
    const segments = this.SUBRULE(this.path);
    const list = this.OPTION(() => this.SUBRULE(this.callArguments));
    return this.ACTION(() =>
      list
        ? build.call(segments, list, this.spanFrom(first), this.found)
        : build.path(segments, this.spanFrom(first)),
    );
  });

  readonly callArguments: Rule<CallArgument[]> = this.RULE("callArguments", (): CallArgument[] => {
    const list: CallArgument[] = [];
    this.CONSUME(T.Open);
    this.MANY_SEP({
      SEP: T.Comma,
      DEF: () => {
        const parts = this.SUBRULE(this.callArgument);
        this.ACTION(() => list.push(...parts));
      },
    });
    this.CONSUME(T.Close);
    return list;
  });

  readonly callArgument: Rule<CallArgument[]> = this.RULE("callArgument", (): CallArgument[] => {
    const first = this.LA(1);
    return this.OR<CallArgument[]>([
      {
        ALT: () => {
          const option = this.SUBRULE(this.populationOption);
          return this.ACTION(() => [{ kind: "population", span: option.span, option }]);
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Missing);
          const word = this.OR2([
            { ALT: () => this.CONSUME(T.Dropped) },
            { ALT: () => this.CONSUME(T.NotAssessed) },
            {
              ALT: () => {
                const points = this.CONSUME(T.Points);
                this.SUBRULE(this.quantity);
                return points;
              },
            },
          ]);
          return this.ACTION(() => [build.missing(word as Token, this.spanFrom(first))]);
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Same);
          const by = this.SUBRULE(this.names);
          const keep = this.CONSUME(T.Keep);
          return this.ACTION(() => [build.dedupe(by, keep as Token, this.spanFrom(first))]);
        },
      },
      {
        ALT: () => {
          const every = this.OR3<Token | NumberLiteral>([
            { ALT: () => this.CONSUME(T.Cycle) as Token },
            {
              ALT: () => {
                this.CONSUME(T.Per);
                return this.SUBRULE3(this.quantity);
              },
            },
          ]);
          this.CONSUME(T.CountedAtMost);
          const count = this.SUBRULE2(this.quantity);
          return this.ACTION(() => [build.atMostPer(every, count, this.spanFrom(first))]);
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(T.Holder);
          return this.ACTION(() => [build.holder(word as Token)]);
        },
      },
      {
        ALT: () => {
          const value = this.SUBRULE(this.expression);
          const order = this.OPTION(() => this.CONSUME(T.Order));
          return this.ACTION(() => build.valueArgument(value, order as Token | undefined));
        },
      },
    ]);
  });

  /** What is said about a population, the same in rank tails, rank functions, quotas and draws. */
  readonly populationOption: Rule<PopulationOption> = this.RULE("populationOption", (): PopulationOption => {
    const first = this.LA(1);
    return this.OR<PopulationOption>([
      {
        ALT: () => {
          this.CONSUME(T.Within);
          const by: Expression[] = [];
          by.push(this.SUBRULE(this.reference));
          this.MANY(() => {
            this.CONSUME(T.Enumerate);
            by.push(this.SUBRULE2(this.reference));
          });
          this.OPTION(() => this.CONSUME(T.Grouped));
          return this.ACTION(() => ({ kind: "grouped", span: this.spanFrom(first), by }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Only);
          const condition = this.SUBRULE(this.expression);
          this.CONSUME(T.Those);
          return this.ACTION(() => ({ kind: "only", span: this.spanFrom(first), condition }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Excluding);
          return this.OR2<PopulationOption>([
            {
              ALT: () => {
                this.CONSUME(T.Restricted);
                return this.ACTION(() => ({ kind: "without-restricted", span: this.spanFrom(first) }));
              },
            },
            {
              ALT: () => {
                const condition = this.SUBRULE2(this.expression);
                this.CONSUME2(T.Those);
                return this.ACTION(() => ({ kind: "without", span: this.spanFrom(first), condition }));
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.TiesBy);
          const value = this.SUBRULE(this.sum);
          const order = this.OPTION2(() => this.CONSUME(T.Order));
          return this.ACTION(() => ({
            kind: "ties-by",
            span: this.spanFrom(first),
            value,
            ...(order && { order: build.orderOf(order as Token) }),
          }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.BaseOn);
          const value = this.SUBRULE2(this.sum);
          this.CONSUME(T.AsBase);
          return this.ACTION(() => ({ kind: "base", span: this.spanFrom(first), value }));
        },
      },
      {
        ALT: () => {
          const word = this.OR3([
            { ALT: () => this.CONSUME(T.TiesShare) },
            { ALT: () => this.CONSUME(T.TiesOut) },
            { ALT: () => this.CONSUME(T.Everyone) },
            { ALT: () => this.CONSUME(T.Rounding) },
            { ALT: () => this.CONSUME2(T.Order) },
          ]);
          return this.ACTION(() => build.plainOption(word as Token));
        },
      },
    ]);
  });
}
