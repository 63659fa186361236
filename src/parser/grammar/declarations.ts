import { EOF, type IToken } from "chevrotain";
import type {
  Attribute,
  Expression,
  Field,
  GivenValue,
  IndicatorBound,
  Name,
  NumberLiteral,
  Statement,
  Text,
  TypeNode,
} from "../ast.ts";
import * as make from "../build-declarations.ts";
import { T, type Token } from "../tokens.ts";
import { EffectGrammar } from "./effects.ts";
import type { Rule } from "./expressions.ts";

/** What stands behind a value that is one word. */
const ENDS_VALUE: ReadonlySet<unknown> = new Set([EOF, T.Comma]);

/** The head of a measure, data, scales, indicators and layers: everything a declaring word opens. */
export abstract class DeclarationGrammar extends EffectGrammar {
  readonly text: Rule<Text> = this.RULE("text", (): Text => {
    const token = this.CONSUME(T.Text);
    return this.ACTION(() => make.text(token as Token));
  });

  readonly measureHeader: Rule<Statement> = this.RULE("measureHeader", (): Statement => {
    const first = this.CONSUME(T.Measure);
    const name = this.SUBRULE(this.nameSlot);
    const base = this.OPTION(() => {
      this.CONSUME(T.Extends);
      return this.SUBRULE(this.text);
    });
    return this.ACTION(() => ({
      kind: "measure",
      span: this.spanFrom(first),
      name,
      ...(base && { extends: base }),
    }));
  });

  readonly textDeclaration: Rule<Statement> = this.RULE("textDeclaration", (): Statement => {
    const word = this.CONSUME(T.TextOf);
    const text = this.SUBRULE(this.text);
    return this.ACTION(() => make.textDeclaration(word as Token, text, this.spanFrom(word)));
  });

  readonly issuers: Rule<Statement> = this.RULE("issuers", (): Statement => {
    const first = this.CONSUME(T.Issuers);
    const names = this.SUBRULE(this.names);
    return this.ACTION(() => ({ kind: "issuers", span: this.spanFrom(first), names }));
  });

  readonly dateDeclaration: Rule<Statement> = this.RULE("dateDeclaration", (): Statement => {
    const word = this.CONSUME(T.DateOf);
    const token = this.CONSUME(T.Date);
    const first = this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(T.Comma));
      this.CONSUME(T.FirstPeriod);
      return this.CONSUME1(T.Date);
    });
    return this.ACTION(() =>
      make.dateDeclaration(
        word as Token,
        token as Token,
        first as Token | undefined,
        this.spanFrom(word),
        this.found,
      ),
    );
  });

  readonly period: Rule<Statement> = this.RULE("period", (): Statement => {
    const first = this.CONSUME(T.PeriodOf);
    const cycle = this.CONSUME(T.Cycle);
    return this.ACTION(() => make.period(cycle as Token, this.spanFrom(first), this.found));
  });

  readonly generalRule: Rule<Statement> = this.RULE("generalRule", (): Statement => {
    const first = this.CONSUME(T.General);
    const rules: Token[] = [];
    this.CONSUME(T.Colon);
    rules.push(this.SUBRULE(this.generalRuleWord));
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(T.Semicolon) },
        { ALT: () => this.CONSUME(T.Comma) },
        { ALT: () => this.CONSUME(T.Enumerate) },
      ]);
      rules.push(this.SUBRULE2(this.generalRuleWord));
    });
    return this.ACTION(() => make.generalRule(rules, this.spanFrom(first)));
  });

  readonly generalRuleWord: Rule<Token> = this.RULE("generalRuleWord", (): Token => {
    const word = this.OR([
      { ALT: () => this.CONSUME(T.GeneralRule) },
      { ALT: () => this.CONSUME(T.FloorAtZero) },
      { ALT: () => this.CONSUME(T.PartialIgnored) },
      { ALT: () => this.CONSUME(T.ProRata) },
    ]);
    return word as Token;
  });

  readonly acceptance: Rule<Statement> = this.RULE("acceptance", (): Statement => {
    const first = this.CONSUME(T.Accept);
    const code = this.SUBRULE(this.nameSlot);
    const reason = this.SUBRULE(this.text);
    return this.ACTION(() => ({ kind: "acceptance", span: this.spanFrom(first), code, reason }));
  });

  /** `参数 X: 类型 = 值`, `参数 加分 按 级别: 分`, `参数 D起点 < C起点: 分`. */
  readonly parameter: Rule<Statement> = this.RULE("parameter", (): Statement => {
    const first = this.CONSUME(T.Parameter);
    const names: Name[] = [];
    let keys: Name[] = [];
    names.push(this.SUBRULE(this.nameSlot));
    this.MANY(() => {
      this.CONSUME(T.Compare);
      names.push(this.SUBRULE2(this.nameSlot));
    });
    this.OPTION(() => {
      this.CONSUME(T.Within);
      keys = this.SUBRULE(this.names);
    });
    this.CONSUME(T.Colon);
    const type = this.SUBRULE(this.type);
    const attributes = this.SUBRULE(this.attributes);
    let value: Expression | undefined;
    let values: GivenValue[] | undefined;
    let more: Attribute[] = [];
    this.OPTION2(() => {
      this.CONSUME(T.Equals);
      this.OR([
        {
          GATE: () => keys.length + names.length > 1 && !ENDS_VALUE.has(this.LA(2).tokenType),
          ALT: () => {
            values = this.SUBRULE(this.givenValues);
          },
        },
        {
          ALT: () => {
            value = this.SUBRULE(this.expression);
          },
        },
      ]);
      more = this.SUBRULE2(this.attributes);
    });
    return this.ACTION(() => ({
      ...{ kind: "parameter", span: this.spanFrom(first), names, keys, type },
      attributes: [...attributes, ...more],
      ...(value && { value }),
      ...(values && { values }),
    }));
  });

  /** `国家 5分、省 3分`: one value for each key, or for each of several parameters. */
  readonly givenValues: Rule<GivenValue[]> = this.RULE("givenValues", (): GivenValue[] => {
    const list: GivenValue[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Enumerate, DEF: () => list.push(this.SUBRULE(this.givenValue)) });
    return list;
  });

  readonly givenValue: Rule<GivenValue> = this.RULE("givenValue", (): GivenValue => {
    const first = this.LA(1);
    const name = this.SUBRULE(this.nameSlot);
    const value = this.SUBRULE(this.factor);
    return this.ACTION(() => ({ span: this.spanFrom(first), name, value }));
  });

  /** `措施 惩处: 诫勉谈话、不得提拔(时长)`. */
  readonly actions: Rule<Statement> = this.RULE("actions", (): Statement => {
    const first = this.CONSUME(T.Actions);
    const list: make.DeclaredAction[] = [];
    const category = this.SUBRULE(this.nameSlot);
    const polarity = this.OPTION(() => {
      this.OPTION2(() => this.CONSUME(T.Comma));
      return this.CONSUME(T.Polarity);
    });
    this.CONSUME(T.Colon);
    list.push(this.SUBRULE(this.declaredAction));
    this.MANY(() => {
      const separator = this.OR([
        { ALT: () => this.CONSUME(T.Enumerate) },
        { ALT: () => this.CONSUME(T.Compare) },
      ]);
      this.ACTION(() => make.absorb(list, separator as Token));
      list.push(this.SUBRULE2(this.declaredAction));
    });
    return this.ACTION(() =>
      make.actions(category, polarity as Token | undefined, list, this.spanFrom(first)),
    );
  });

  readonly declaredAction: Rule<make.DeclaredAction> = this.RULE(
    "declaredAction",
    (): make.DeclaredAction => {
      const first = this.LA(1);
      const name = this.SUBRULE(this.nameSlot);
      const argument = this.OPTION(() => {
        this.CONSUME(T.Open);
        const inner = this.SUBRULE2(this.nameSlot);
        this.CONSUME(T.Close);
        return inner;
      });
      return this.ACTION(() => ({
        ...{ span: this.spanFrom(first), name, absorbedByNext: false },
        ...(argument && { argument }),
      }));
    },
  );

  /** `对象 村,标识 代码` and `记录 通报`, without their fields. */
  readonly data: Rule<Statement> = this.RULE("data", (): Statement => {
    const word = this.OR([{ ALT: () => this.CONSUME(T.Subject) }, { ALT: () => this.CONSUME(T.Record) }]);
    const name = this.SUBRULE(this.nameSlot);
    const key = this.OPTION(() => {
      this.OPTION2(() => this.CONSUME(T.Comma));
      this.CONSUME(T.Key);
      return this.SUBRULE2(this.nameSlot);
    });
    return this.ACTION(() => make.data(word as Token, name, key, this.spanFrom(word)));
  });

  readonly field: Rule<Field> = this.RULE("field", (): Field => {
    const first = this.LA(1);
    const name = this.SUBRULE(this.nameSlot);
    this.CONSUME(T.Colon);
    const type = this.SUBRULE(this.type);
    const attributes = this.SUBRULE(this.attributes);
    return this.ACTION(() => ({ kind: "field", span: this.spanFrom(first), name, type, attributes }));
  });

  readonly type: Rule<TypeNode> = this.RULE("type", (): TypeNode => {
    const first = this.LA(1);
    return this.OR<TypeNode>([
      {
        ALT: () => {
          const low = this.SUBRULE(this.quantity);
          const high = this.OPTION<NumberLiteral>(() => {
            this.CONSUME(T.To);
            return this.SUBRULE2(this.quantity);
          });
          return this.ACTION(() => make.rangeType(low, high, this.spanFrom(first)));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.OptionsType);
          const options = this.SUBRULE(this.names);
          return this.ACTION(() => ({ kind: "options-type", span: this.spanFrom(first), options }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.LevelsType);
          const levels: Name[] = [];
          const marks: Token[] = [];
          levels.push(this.SUBRULE(this.nameSlot));
          this.MANY(() => {
            marks.push(this.CONSUME(T.Compare) as Token);
            levels.push(this.SUBRULE2(this.nameSlot));
          });
          return this.ACTION(() => make.levelsType(levels, marks, this.spanFrom(first), this.found));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Subject);
          const subject = this.SUBRULE3(this.nameSlot);
          const frequency = this.OPTION2(() => this.CONSUME(T.ListFrequency));
          return this.ACTION(() => ({
            ...{ kind: "subject-type", span: this.spanFrom(first), subject },
            ...(frequency && { frequency: make.listFrequency(frequency as Token) }),
          }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.YearlyType);
          const of = this.SUBRULE(this.type);
          return this.ACTION(() => ({ kind: "yearly-type", span: this.spanFrom(first), of }));
        },
      },
      {
        ALT: () => {
          const name = this.SUBRULE4(this.nameSlot);
          // 元/分: a rate.
          const below = this.OPTION4(() => {
            const bar = this.CONSUME(T.Times);
            return { bar, name: this.SUBRULE5(this.nameSlot) };
          });
          const frequency = this.OPTION3(() => this.CONSUME2(T.ListFrequency));
          return this.ACTION(() => ({
            ...{ kind: "named-type", span: this.spanFrom(first) },
            name: below ? make.rate(name, below.bar as Token, below.name, this.found) : name,
            ...(frequency && { frequency: make.listFrequency(frequency as Token) }),
          }));
        },
      },
    ]);
  });

  readonly attributes: Rule<Attribute[]> = this.RULE("attributes", (): Attribute[] => {
    const list: Attribute[] = [];
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(T.Comma));
      list.push(this.SUBRULE(this.attribute));
    });
    return list;
  });

  readonly attribute: Rule<Attribute> = this.RULE("attribute", (): Attribute => {
    const first = this.LA(1);
    const span = () => this.spanFrom(first);
    return this.OR<Attribute>([
      {
        ALT: () => {
          this.CONSUME(T.Default);
          const value = this.SUBRULE(this.sum);
          return this.ACTION(() => ({ kind: "default", span: span(), value }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Source);
          const names = this.SUBRULE(this.names);
          return this.ACTION(() => ({ kind: "source", span: span(), names }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Step);
          const value = this.SUBRULE(this.quantity);
          return this.ACTION(() => ({ kind: "step", span: span(), value }));
        },
      },
      {
        ALT: () => {
          const text = this.SUBRULE(this.text);
          return this.ACTION(() => ({ kind: "description", span: span(), text }));
        },
      },
      {
        ALT: () => {
          const word = this.OR2([
            { ALT: () => this.CONSUME(T.Alias) },
            { ALT: () => this.CONSUME(T.Inverse) },
          ]);
          const name = this.SUBRULE(this.nameSlot);
          return this.ACTION(() => ({
            kind: (word as Token).kind === "Alias" ? "alias" : "inverse",
            span: span(),
            name,
          }));
        },
      },
      {
        ALT: () => {
          const word = this.OR3([
            { ALT: () => this.CONSUME(T.Optional) },
            { ALT: () => this.CONSUME(T.MayNotApply) },
            { ALT: () => this.CONSUME(T.AsFraction) },
            { ALT: () => this.CONSUME(T.Dated) },
          ]);
          return this.ACTION(() => make.flag(word as Token));
        },
      },
    ]);
  });

  /** `等次 考核等次 由高到低 优秀、称职,旧称 合格、不称职`. */
  readonly scale: Rule<Statement> = this.RULE("scale", (): Statement => {
    const word = this.CONSUME(T.Scale);
    const name = this.SUBRULE(this.nameSlot);
    const order = this.CONSUME(T.Order);
    const grades: make.DeclaredGrade[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Enumerate, DEF: () => grades.push(this.SUBRULE(this.declaredGrade)) });
    return this.ACTION(() => make.scale(word as Token, name, order as Token, grades, this.spanFrom(word)));
  });

  readonly declaredGrade: Rule<make.DeclaredGrade> = this.RULE("declaredGrade", (): make.DeclaredGrade => {
    const name = this.SUBRULE(this.nameSlot);
    const formerly: Name[] = [];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      this.CONSUME(T.Formerly);
      formerly.push(this.SUBRULE2(this.nameSlot));
    });
    return { name, formerly };
  });

  readonly declaratory: Rule<Statement> = this.RULE("declaratory", (): Statement => {
    const first = this.CONSUME(T.Declaratory);
    const text = this.OPTION(() => this.SUBRULE(this.text));
    return this.ACTION(() => ({ kind: "declaratory", span: this.spanFrom(first), ...(text && { text }) }));
  });

  readonly indicator: Rule<Statement> = this.RULE("indicator", (): Statement => {
    const first = this.CONSUME(T.Indicator);
    const name = this.SUBRULE(this.nameSlot);
    const bounds: IndicatorBound[] = [];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      bounds.push(this.SUBRULE(this.bound));
    });
    const value = this.OPTION<Expression>(() => {
      this.CONSUME(T.Equals);
      return this.SUBRULE(this.weighted);
    });
    return this.ACTION(() => ({
      ...{ kind: "indicator", span: this.spanFrom(first), name, bounds, items: [] },
      ...(value && { value }),
    }));
  });

  readonly indicatorGroup: Rule<Statement> = this.RULE("indicatorGroup", (): Statement => {
    const first = this.CONSUME(T.IndicatorGroup);
    const name = this.SUBRULE(this.nameSlot);
    const bounds: IndicatorBound[] = [];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      bounds.push(this.SUBRULE(this.bound));
    });
    return this.ACTION(() => ({
      kind: "indicator-group",
      span: this.spanFrom(first),
      name,
      bounds,
      items: [],
    }));
  });

  readonly bound: Rule<IndicatorBound> = this.RULE("bound", (): IndicatorBound => {
    const first = this.LA(1);
    return this.OR<IndicatorBound>([
      {
        ALT: () => {
          const word = this.OR2([
            { ALT: () => this.CONSUME(T.FullMarks) },
            { ALT: () => this.CONSUME(T.StartsAt) },
            { ALT: () => this.CONSUME(T.Limit) },
            { ALT: () => this.CONSUME(T.AtMost) },
            { ALT: () => this.CONSUME(T.Together) },
          ]);
          const value = this.SUBRULE(this.sum);
          return this.ACTION(() => make.valueBound(word as Token, value, this.spanFrom(first), this.found));
        },
      },
      {
        ALT: () => {
          const word: IToken = this.OR3([
            { ALT: () => this.CONSUME(T.FloorAtZero) },
            { ALT: () => this.CONSUME(T.NoFloor) },
            { ALT: () => this.CONSUME(T.MayExceed) },
            { ALT: () => this.CONSUME(T.BestOne) },
          ]);
          return this.ACTION(() => make.flagBound(word as Token));
        },
      },
    ]);
  });

  readonly setParameter: Rule<Statement> = this.RULE("setParameter", (): Statement => {
    const first = this.CONSUME(T.SetTo);
    const name = this.SUBRULE(this.nameSlot);
    // 设定 加分(省级) = 3分: one of the values that are set by option.
    const key = this.OPTION(() => {
      this.CONSUME(T.Open);
      const option = this.SUBRULE2(this.nameSlot);
      this.CONSUME(T.Close);
      return option;
    });
    this.CONSUME(T.Equals);
    const value = this.SUBRULE(this.weighted);
    return this.ACTION(() => ({
      ...{ kind: "set-parameter", span: this.spanFrom(first), name, value },
      ...(key && { key }),
    }));
  });

  readonly delete: Rule<Statement> = this.RULE("delete", (): Statement => {
    const first = this.CONSUME(T.Delete);
    const citations = this.SUBRULE(this.citations);
    return this.ACTION(() => ({ kind: "delete", span: this.spanFrom(first), citations }));
  });
}
