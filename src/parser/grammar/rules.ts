import type { IToken } from "chevrotain";
import type {
  BallotRow,
  BandTest,
  ChoiceMode,
  Condition,
  Deadline,
  DrawTerms,
  Expression,
  Name,
  NumberLiteral,
  PopulationOption,
  RankTest,
  Statement,
} from "../ast.ts";
import type { Part } from "../build-effects.ts";
import type { Tail } from "../build-expressions.ts";
import * as steps from "../build-procedures.ts";
import * as make from "../build-rules.ts";
import { T, type Token } from "../tokens.ts";
import { DeclarationGrammar } from "./declarations.ts";
import type { Rule } from "./expressions.ts";

/** Rules and the rows, steps and ballots below them. The top of the grammar: its entry rules are the shapes. */
export class Grammar extends DeclarationGrammar {
  /** @param validate see {@link ExpressionGrammar} */
  constructor(validate = false) {
    super(validate);
    this.performSelfAnalysis();
  }

  // ── definitions, conditions, effects ──

  readonly definition: Rule<Statement> = this.RULE("definition", (): Statement => {
    const first = this.LA(1);
    const name = this.SUBRULE(this.nameSlot);
    this.CONSUME(T.Equals);
    const value = this.SUBRULE(this.weighted);
    return this.ACTION(() => ({ kind: "definition", span: this.spanFrom(first), name, value }));
  });

  /** A condition with its effects, a bare condition, a requirement, or effects that share the condition before. */
  readonly rule: Rule<make.RuleResult> = this.RULE("rule", (): make.RuleResult => {
    const first = this.LA(1);
    const parts: Part[] = [];
    const head = this.OR<make.RuleHead>([
      {
        ALT: () => {
          const part = this.SUBRULE(this.leadPart);
          this.ACTION(() => parts.push(part));
          return { kind: "effects" };
        },
      },
      {
        ALT: () => {
          const condition = this.SUBRULE(this.expression);
          const tail = this.OPTION(() => this.SUBRULE(this.ruleTail));
          return this.ACTION(() => make.ruleHead(condition, tail, parts, this.spanFrom(first), this.found));
        },
      },
    ]);
    this.MANY({
      GATE: () => make.takesParts(head) || this.LA(2).tokenType === T.But,
      DEF: () => {
        this.CONSUME(T.Comma);
        const part = this.SUBRULE(this.effectPart);
        this.ACTION(() => parts.push(part));
      },
    });
    return this.ACTION(() => ({ head, parts, span: this.spanFrom(first) }));
  });

  readonly ruleTail: Rule<make.RuleTail> = this.RULE(
    "ruleTail",
    (): make.RuleTail =>
      this.OR<make.RuleTail>([
        {
          ALT: () => {
            const de = this.CONSUME(T.De);
            this.OPTION(() => this.CONSUME(T.Comma));
            const part = this.OPTION2(() => this.SUBRULE(this.effectPart));
            return this.ACTION(() => ({ kind: "then", de: de as Token, part }));
          },
        },
        {
          ALT: () => {
            const tail = this.SUBRULE(this.namedTail);
            return this.ACTION(() => ({ kind: "named", tail }));
          },
        },
      ]),
  );

  /** `应当 C`, `不得 C`, with `但 D 的除外`. */
  readonly requirement: Rule<Statement> = this.RULE("requirement", (): Statement => {
    const word = this.CONSUME(T.Shall);
    const condition = this.SUBRULE(this.expression);
    const except = this.OPTION(() => {
      this.CONSUME(T.Comma);
      this.CONSUME(T.But);
      const excepted = this.SUBRULE2(this.expression);
      this.CONSUME(T.Excepted);
      return excepted;
    });
    return this.ACTION(() => make.requirement(word as Token, condition, except, this.spanFrom(word)));
  });

  /** `断言 安全事故 为 人员死亡 的,考核等次 为 不称职`; without 的 it is claimed of everybody. */
  readonly assertion: Rule<Statement> = this.RULE("assertion", (): Statement => {
    const word = this.CONSUME(T.Assertion);
    const first = this.SUBRULE(this.expression);
    const then = this.OPTION(() => {
      this.CONSUME(T.De);
      this.OPTION2(() => this.CONSUME(T.Comma));
      return this.SUBRULE2(this.expression);
    });
    return this.ACTION(() => make.assertion(first, then, this.spanFrom(word)));
  });

  /** `每 一般事故 1次 扣2分`, `完成率 每 低于 目标值 1个百分点 扣0.5分`. */
  readonly perOccurrence: Rule<Statement> = this.RULE("perOccurrence", (): Statement => {
    const first = this.LA(1);
    let of: Expression | undefined;
    let step: NumberLiteral | undefined;
    let against: make.Against | undefined;
    this.OR([
      {
        ALT: () => {
          this.CONSUME(T.Per);
          this.OR2([
            {
              ALT: () => {
                step = this.SUBRULE(this.quantity);
                of = this.SUBRULE(this.reference);
              },
            },
            {
              ALT: () => {
                of = this.SUBRULE2(this.reference);
                step = this.SUBRULE2(this.quantity);
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          of = this.SUBRULE3(this.reference);
          this.CONSUME2(T.Per);
          const start = this.LA(1);
          const word = this.CONSUME(T.Pre);
          const value = this.SUBRULE(this.sum);
          against = this.ACTION(() => make.against(word as Token, value, this.spanFrom(start)));
          step = this.SUBRULE3(this.quantity);
        },
      },
    ]);
    this.OPTION(() => this.CONSUME(T.De));
    this.OPTION2(() => this.CONSUME(T.Comma));
    const parts = this.SUBRULE(this.effects);
    return this.ACTION(() =>
      make.perOccurrence(of!, step!, against, parts, this.spanFrom(first), this.found),
    );
  });

  // ── choices ──

  /** `依 X 评定 G`, `依 X 由高到低 排名 评定 G`, `依 X 处理,逐级累加`. */
  readonly choiceHead: Rule<Statement> = this.RULE("choiceHead", (): Statement => {
    const first = this.CONSUME(T.By);
    const value = this.SUBRULE(this.sum);
    const order = this.OPTION(() => {
      const word = this.CONSUME(T.Order);
      this.CONSUME(T.Ranked);
      return word;
    });
    const target = this.SUBRULE(this.choiceTarget);
    const options: (ChoiceMode | PopulationOption)[] = [];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      options.push(this.SUBRULE(this.choiceOption));
    });
    return this.ACTION(() =>
      make.choice(value, order as Token | undefined, target, options, this.spanFrom(first), this.found),
    );
  });

  readonly choiceTarget: Rule<make.ChoiceTarget> = this.RULE(
    "choiceTarget",
    (): make.ChoiceTarget =>
      this.OR<make.ChoiceTarget>([
        {
          ALT: () => {
            this.OR2([{ ALT: () => this.CONSUME(T.Assign) }, { ALT: () => this.CONSUME(T.Points) }]);
            const name = this.SUBRULE(this.nameSlot);
            return this.ACTION(() => ({ name }));
          },
        },
        {
          ALT: () => {
            const word = this.CONSUME(T.Handle);
            return this.ACTION(() => ({ handle: (word as Token).span }));
          },
        },
      ]),
  );

  readonly choiceOption: Rule<ChoiceMode | PopulationOption> = this.RULE(
    "choiceOption",
    (): ChoiceMode | PopulationOption =>
      this.OR<ChoiceMode | PopulationOption>([
        { ALT: () => this.SUBRULE(this.populationOption) },
        { ALT: () => this.SUBRULE(this.mode) },
      ]),
  );

  readonly mode: Rule<ChoiceMode> = this.RULE("mode", (): ChoiceMode => {
    const word = this.CONSUME(T.Mode);
    return this.ACTION(() => make.mode(word as Token));
  });

  readonly modes: Rule<ChoiceMode[]> = this.RULE("modes", (): ChoiceMode[] => {
    const list: ChoiceMode[] = [];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      list.push(this.SUBRULE(this.mode));
    });
    return list;
  });

  readonly byCase: Rule<Statement> = this.RULE("byCase", (): Statement => {
    const first = this.CONSUME(T.ByCase);
    this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(T.Assign) }, { ALT: () => this.CONSUME(T.Points) }]),
    );
    const target = this.SUBRULE(this.nameSlot);
    const modes = this.SUBRULE(this.modes);
    return this.ACTION(() => ({ kind: "case-choice", span: this.spanFrom(first), target, modes, rows: [] }));
  });

  readonly staged: Rule<Statement> = this.RULE("staged", (): Statement => {
    const first = this.CONSUME(T.Staged);
    const modes = this.SUBRULE(this.modes);
    return this.ACTION(() => ({ kind: "staged-ladder", span: this.spanFrom(first), modes, rows: [] }));
  });

  readonly table: Rule<Statement> = this.RULE("table", (): Statement => {
    const first = this.CONSUME(T.Table);
    const inputs: Expression[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Enumerate, DEF: () => inputs.push(this.SUBRULE(this.sum)) });
    const target = this.SUBRULE(this.choiceTarget);
    const modes = this.SUBRULE(this.modes);
    return this.ACTION(() => make.decisionTable(inputs, target, modes, this.spanFrom(first)));
  });

  // ── rows ──

  readonly bandTest: Rule<BandTest> = this.RULE("bandTest", (): BandTest => {
    const first = this.LA(1);
    return this.OR<BandTest>([
      {
        ALT: () => {
          const tail = this.OR2<Tail>([
            { ALT: () => this.SUBRULE(this.preTail) },
            { ALT: () => this.SUBRULE(this.symbolTail) },
            { ALT: () => this.SUBRULE(this.postTail) },
          ]);
          return this.ACTION(() => make.bandTest(tail, this.spanFrom(first), this.found));
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(T.Is);
          const values = this.SUBRULE(this.values);
          return this.ACTION(() => make.equals(word as Token, values, this.spanFrom(first)));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Rest);
          return this.ACTION(() => ({ kind: "rest", span: this.spanFrom(first) }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.NotApplicable);
          return this.ACTION(() => ({ kind: "not-applicable", span: this.spanFrom(first) }));
        },
      },
    ]);
  });

  readonly rowResult: Rule<make.Result> = this.RULE("rowResult", (): make.Result => {
    const first = this.LA(1);
    this.OPTION(() => this.CONSUME(T.De));
    this.OPTION2(() => this.CONSUME(T.Comma));
    return this.OR<make.Result>([
      {
        ALT: () => {
          const start = this.LA(1);
          this.CONSUME(T.Is);
          const grade = this.SUBRULE(this.nameSlot);
          const given = this.ACTION(() => this.spanFrom(start));
          const parts: Part[] = [];
          this.MANY(() => {
            this.CONSUME2(T.Comma);
            const part = this.SUBRULE(this.effectPart);
            this.ACTION(() => parts.push(part));
          });
          return this.ACTION(() => make.gradeResult(grade, parts, this.spanFrom(first), given, this.found));
        },
      },
      {
        ALT: () => {
          const start = this.LA(1);
          const parts = this.SUBRULE(this.effects);
          return this.ACTION(() => make.rowResult(parts, this.spanFrom(start), this.found));
        },
      },
    ]);
  });

  readonly bandRow: Rule<make.RowOf<BandTest>> = this.RULE("bandRow", (): make.RowOf<BandTest> => {
    const test = this.SUBRULE(this.bandTest);
    const result = this.SUBRULE(this.rowResult);
    return { test, result };
  });

  readonly rankRow: Rule<make.RowOf<RankTest>> = this.RULE("rankRow", (): make.RowOf<RankTest> => {
    const first = this.LA(1);
    const test = this.OR<RankTest>([
      {
        ALT: () => {
          this.CONSUME(T.Rest);
          return this.ACTION(() => ({ kind: "rest", span: this.spanFrom(first) }));
        },
      },
      {
        ALT: () => {
          const end = this.OR2([{ ALT: () => this.CONSUME(T.Front) }, { ALT: () => this.CONSUME(T.Back) }]);
          const amount = this.SUBRULE(this.rankAmount);
          const places = this.OPTION(() => this.CONSUME(T.Places));
          const options: PopulationOption[] = [];
          this.OPTION2(() => {
            this.CONSUME(T.Open);
            this.AT_LEAST_ONE_SEP({
              SEP: T.Comma,
              DEF: () => options.push(this.SUBRULE(this.populationOption)),
            });
            this.CONSUME(T.Close);
          });
          return this.ACTION(() =>
            make.rankTest(end as Token, amount, places !== undefined, options, this.spanFrom(first)),
          );
        },
      },
    ]);
    const result = this.SUBRULE(this.rowResult);
    return { test, result };
  });

  readonly rankAmount: Rule<Expression> = this.RULE("rankAmount", (): Expression => {
    const first = this.LA(1);
    return this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.quantity) },
      {
        ALT: () => {
          const segments = this.SUBRULE(this.path);
          return this.ACTION(() => ({ kind: "path", span: this.spanFrom(first), segments }));
        },
      },
    ]);
  });

  readonly caseRow: Rule<make.RowOf<Condition | { kind: "rest"; span: BandTest["span"] }>> = this.RULE(
    "caseRow",
    (): make.RowOf<Condition | { kind: "rest"; span: BandTest["span"] }> => {
      this.OPTION(() => this.CONSUME(T.Bar));
      const first = this.LA(1);
      const test = this.OR<Condition | { kind: "rest"; span: BandTest["span"] }>([
        {
          ALT: () => {
            this.CONSUME(T.Rest);
            return this.ACTION(() => ({ kind: "rest", span: this.spanFrom(first) }));
          },
        },
        { ALT: () => this.SUBRULE(this.expression) },
      ]);
      const result = this.SUBRULE(this.rowResult);
      this.OPTION2(() => this.CONSUME2(T.Bar));
      return { test, result };
    },
  );

  /** One cell of a decision table, between its bars. */
  readonly tableTest: Rule<BandTest> = this.RULE("tableTest", (): BandTest => {
    const first = this.LA(1);
    return this.OR<BandTest>([
      { ALT: () => this.SUBRULE(this.bandTest) },
      {
        ALT: () => {
          const values: Expression[] = [];
          this.AT_LEAST_ONE_SEP({ SEP: T.Enumerate, DEF: () => values.push(this.SUBRULE(this.tableWord)) });
          return this.ACTION(() => ({ kind: "equals", span: this.spanFrom(first), values }));
        },
      },
    ]);
  });

  readonly tableWord: Rule<Expression> = this.RULE(
    "tableWord",
    (): Expression =>
      this.OR<Expression>([
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
        { ALT: () => this.SUBRULE(this.reference) },
      ]),
  );

  readonly tableResult: Rule<Expression> = this.RULE("tableResult", (): Expression => {
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(T.Is) }, { ALT: () => this.CONSUME(T.Points) }]));
    return this.SUBRULE(this.sum);
  });

  /** The last cell of a table 处理. */
  readonly tableEffects: Rule<make.Result> = this.RULE("tableEffects", (): make.Result => {
    const first = this.LA(1);
    const parts = this.SUBRULE(this.effects);
    return this.ACTION(() => make.rowResult(parts, this.spanFrom(first), this.found));
  });

  // ── votes, procedures, draws ──

  readonly ballot: Rule<Statement> = this.RULE("ballot", (): Statement => {
    const first = this.CONSUME(T.Ballot);
    const name = this.SUBRULE(this.nameSlot);
    return this.ACTION(() => ({ kind: "ballot", span: this.spanFrom(first), name, rows: [] }));
  });

  readonly ballotRow: Rule<BallotRow> = this.RULE("ballotRow", (): BallotRow => {
    const word = this.CONSUME(T.BallotOf);
    const entries: make.BallotEntry[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Enumerate, DEF: () => entries.push(this.SUBRULE(this.ballotEntry)) });
    const excluded: Name[] = [];
    let rounding: IToken | undefined;
    this.MANY(() => {
      this.CONSUME(T.Comma);
      this.OR([
        {
          ALT: () => {
            this.CONSUME(T.Excluding);
            excluded.push(this.SUBRULE(this.nameSlot));
          },
        },
        {
          ALT: () => {
            rounding = this.CONSUME(T.Rounding);
          },
        },
      ]);
    });
    return this.ACTION(() =>
      make.ballotRow(
        word as Token,
        entries,
        excluded,
        rounding as Token | undefined,
        this.spanFrom(word),
        this.found,
      ),
    );
  });

  /** `领导 占50%`, `好 10分`, `差 差的分值`, `最高 1票`, `2/3以上`, `村民代表 不少于 最少人数`. */
  readonly ballotEntry: Rule<make.BallotEntry> = this.RULE("ballotEntry", (): make.BallotEntry => {
    const first = this.LA(1);
    const read = this.OR<make.BallotRead>([
      {
        ALT: () => {
          const name = this.SUBRULE(this.nameSlot);
          const rest = this.OPTION(() =>
            this.OR2<make.BallotRead>([
              {
                ALT: () => {
                  this.CONSUME(T.Weight);
                  return { value: this.SUBRULE(this.factor) };
                },
              },
              { ALT: () => ({ test: this.SUBRULE(this.preBound) }) },
              { ALT: () => ({ value: this.SUBRULE2(this.factor) }) },
            ]),
          );
          return { name, ...rest };
        },
      },
      { ALT: () => ({ test: this.SUBRULE2(this.preBound) }) },
      { ALT: () => ({ value: this.SUBRULE(this.quantity) }) },
    ]);
    const edge = this.OPTION2(() => {
      const word = this.CONSUME(T.Post);
      const inclusive = this.OPTION3(() => this.SUBRULE(this.inclusion));
      return { word: word as Token, inclusive };
    });
    return this.ACTION(() => make.ballotEntry(read, edge, this.spanFrom(first)));
  });

  readonly procedure: Rule<Statement> = this.RULE("procedure", (): Statement => {
    const first = this.CONSUME(T.Procedure);
    const name = this.SUBRULE(this.nameSlot);
    return this.ACTION(() => ({ kind: "procedure", span: this.spanFrom(first), name, steps: [] }));
  });

  /** Who, deadline, verb, what, to whom; further acts of the same people after commas. The deadline may come first. */
  readonly step: Rule<steps.StepActs> = this.RULE("step", (): steps.StepActs => {
    const leading = this.OPTION(() => {
      const words = this.SUBRULE(this.deadline);
      this.OPTION2(() => this.CONSUME(T.Comma));
      return words;
    });
    const who = this.SUBRULE(this.names);
    const acts: steps.Act[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => acts.push(this.SUBRULE(this.act)) });
    return this.ACTION(() => steps.stepActs(leading, who, acts));
  });

  readonly act: Rule<steps.Act> = this.RULE("act", (): steps.Act => {
    const first = this.LA(1);
    // 应当 每月10日前 报送 and 每月10日前 应当 报送.
    const before = this.OPTION7(() => this.CONSUME2(T.Shall));
    const deadline = this.OPTION(() => this.SUBRULE(this.deadline));
    const modal = this.OPTION2(() =>
      this.OR([{ ALT: () => this.CONSUME(T.Modal) }, { ALT: () => this.CONSUME(T.Shall) }]),
    );
    const turn = this.OPTION8(() => this.CONSUME(T.Mode)) as Token | undefined;
    const head = { deadline, modal: (modal ?? before) as Token | undefined, inTurn: turn !== undefined };
    return this.OR2<steps.Act>([
      {
        ALT: () => {
          const start = this.LA(1);
          const draw = this.SUBRULE(this.drawTerms);
          return this.ACTION(() => steps.drawAct(head, start as Token, draw, this.spanFrom(first)));
        },
      },
      {
        ALT: () => {
          const object = this.OPTION3<Name[]>(() => {
            this.CONSUME(T.On);
            return this.SUBRULE(this.names);
          });
          const verbs = this.SUBRULE4(this.names);
          const what = this.OPTION4<Name[]>(() => this.SUBRULE2(this.names));
          const duration = this.OPTION5<NumberLiteral>(() => this.SUBRULE(this.quantity));
          const toWhom = this.OPTION6<Name[]>(() => {
            this.CONSUME(T.Give);
            return this.SUBRULE3(this.names);
          });
          return this.ACTION(() =>
            steps.act(head, { object, verbs, what, duration, toWhom }, this.spanFrom(first)),
          );
        },
      },
    ]);
  });

  /** `每月10日前`, `每季度结束后10日内`, `每年10月下旬`, `每年11月初(1至5日)`, `季度考核 结束后10日内`, `初评报告 后5日内`. */
  readonly deadline: Rule<Deadline> = this.RULE("deadline", (): Deadline => {
    const anchor = this.OPTION(() => {
      const event = this.SUBRULE(this.nameSlot);
      const after = this.OR([{ ALT: () => this.CONSUME(T.AfterEnd) }, { ALT: () => this.CONSUME(T.After) }]);
      return { event, after: after as Token };
    });
    const words: IToken[] = [];
    this.AT_LEAST_ONE(() => {
      words.push(
        this.OR2([
          { ALT: () => this.CONSUME(T.Cycle) },
          { ALT: () => this.CONSUME(T.CycleEnd) },
          { ALT: () => this.CONSUME2(T.AfterEnd) },
          { ALT: () => this.CONSUME(T.Number) },
          { ALT: () => this.CONSUME(T.Unit) },
          { ALT: () => this.CONSUME(T.Edge) },
          { ALT: () => this.CONSUME(T.Before) },
        ]),
      );
    });
    const days = this.OPTION2(() => {
      this.CONSUME(T.Open);
      const from = this.CONSUME2(T.Number);
      this.CONSUME(T.To);
      const to = this.CONSUME3(T.Number);
      this.CONSUME2(T.Unit);
      const close = this.CONSUME(T.Close);
      return { from: from as Token, to: to as Token, close: close as Token };
    });
    return this.ACTION(() => steps.deadlineOf(words as Token[], anchor, days));
  });

  readonly drawTerms: Rule<DrawTerms> = this.RULE("drawTerms", (): DrawTerms => {
    const first = this.CONSUME(T.RandomDraw);
    const amount = this.SUBRULE(this.quantity);
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(T.De) }, { ALT: () => this.CONSUME(T.Of) }]));
    const from = this.SUBRULE(this.names);
    const options: PopulationOption[] = [];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      options.push(this.SUBRULE(this.populationOption));
    });
    return this.ACTION(() => ({ span: this.spanFrom(first), amount, from, options }));
  });

  readonly draw: Rule<Statement> = this.RULE("draw", (): Statement => {
    const first = this.CONSUME(T.Draw);
    const name = this.OPTION(() => this.SUBRULE(this.nameSlot));
    const terms = this.SUBRULE(this.drawTerms);
    return this.ACTION(() => ({ kind: "draw", span: this.spanFrom(first), ...(name && { name }), terms }));
  });
}
