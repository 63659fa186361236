import type { IToken } from "chevrotain";
import type { ActionUse, Citation, Expression, Modality, Name, Target } from "../ast.ts";
import * as make from "../build-effects.ts";
import { T, type Token } from "../tokens.ts";
import { ExpressionGrammar, type Rule } from "./expressions.ts";

/**
 * Effects: what a clause does to a grade or a score, and its consequences. A list of them is read as
 * *parts*, because some parts only complete the one before (`最多扣6分`, `按比例`, `但 C 的除外`).
 */
export abstract class EffectGrammar extends ExpressionGrammar {
  readonly effects: Rule<make.Part[]> = this.RULE("effects", (): make.Part[] => {
    const parts: make.Part[] = [];
    parts.push(this.SUBRULE(this.effectPart));
    this.MANY(() => {
      this.CONSUME(T.Comma);
      parts.push(this.SUBRULE2(this.effectPart));
    });
    return parts;
  });

  readonly effectPart: Rule<make.Part> = this.RULE(
    "effectPart",
    (): make.Part =>
      this.OR<make.Part>([
        { ALT: () => this.SUBRULE(this.leadPart) },
        { ALT: () => this.SUBRULE(this.periodMeasures) },
        { ALT: () => this.SUBRULE(this.namedEffect) },
      ]),
  );

  /** Parts that begin with a keyword, so that a statement may begin with them too (after `;`). */
  readonly leadPart: Rule<make.Part> = this.RULE("leadPart", (): make.Part => {
    const first = this.LA(1);
    return this.OR<make.Part>([
      { ALT: () => this.SUBRULE(this.agentEffect) },
      { ALT: () => this.SUBRULE(this.targetedEffect) },
      {
        ALT: () => {
          this.CONSUME(T.Shall);
          return this.SUBRULE(this.dutyEffect);
        },
      },
      {
        ALT: () => {
          const modal = this.CONSUME(T.Modal);
          const part = this.SUBRULE(this.modalBody);
          return this.ACTION(() => make.aimed([], make.modality(modal as Token), part, this.spanFrom(first)));
        },
      },
      { ALT: () => this.SUBRULE(this.bareEffect) },
      { ALT: () => this.SUBRULE(this.choice) },
      {
        ALT: () => {
          this.CONSUME(T.Filler);
          return this.SUBRULE(this.body);
        },
      },
      { ALT: () => this.SUBRULE(this.modifier) },
    ]);
  });

  /** `由 A 对 T 给予 M`. */
  readonly agentEffect: Rule<make.Part> = this.RULE("agentEffect", (): make.Part => {
    const first = this.LA(1);
    this.CONSUME(T.Agent);
    const by = this.SUBRULE(this.names);
    const part = this.OR<make.Part>([
      { ALT: () => this.SUBRULE(this.targetedEffect) },
      {
        ALT: () => {
          const modal = this.OPTION(() =>
            this.OR2([{ ALT: () => this.CONSUME(T.Modal) }, { ALT: () => this.CONSUME(T.Shall) }]),
          );
          const body = this.SUBRULE(this.modalBody);
          return this.ACTION(() =>
            make.aimed([], make.modality(modal as Token | undefined), body, this.spanFrom(first)),
          );
        },
      },
    ]);
    return this.ACTION(() => make.byAgent(by, part, this.spanFrom(first), this.found));
  });

  /** `对 T [可以] [给予] …`. */
  readonly targetedEffect: Rule<make.Part> = this.RULE("targetedEffect", (): make.Part => {
    const first = this.LA(1);
    this.CONSUME(T.On);
    const targets: Target[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.Enumerate,
      DEF: () => {
        const start = this.LA(1);
        const holder = this.OPTION3(() => this.SUBRULE(this.holder));
        const path = this.SUBRULE(this.path);
        this.ACTION(() => targets.push(make.target(path, this.spanFrom(start), holder)));
      },
    });
    this.OPTION(() => this.CONSUME(T.Comma));
    const modal = this.OPTION2(() =>
      this.OR([{ ALT: () => this.CONSUME(T.Modal) }, { ALT: () => this.CONSUME(T.Shall) }]),
    );
    const body = this.SUBRULE(this.modalBody);
    return this.ACTION(() =>
      make.aimed(targets, make.modality(modal as Token | undefined), body, this.spanFrom(first)),
    );
  });

  /** `事发时`, `事发时(事故日期)`: who held the post. */
  readonly holder: Rule<NonNullable<Target["holder"]>> = this.RULE("holder", () => {
    const word = this.CONSUME(T.Holder);
    const at = this.OPTION<Expression>(() => {
      this.CONSUME(T.Open);
      const day = this.SUBRULE(this.sum);
      this.CONSUME(T.Close);
      return day;
    });
    return this.ACTION(() => make.holderOf(word as Token, at, this.spanFrom(word)));
  });

  /** What may follow 对 T and 可以. */
  readonly modalBody: Rule<make.Part> = this.RULE("modalBody", (): make.Part => {
    this.OPTION(() => this.CONSUME(T.Filler));
    return this.SUBRULE(this.body);
  });

  /** What may follow 给予. */
  readonly body: Rule<make.Part> = this.RULE(
    "body",
    (): make.Part =>
      this.OR<make.Part>([
        { ALT: () => this.SUBRULE(this.bareEffect) },
        { ALT: () => this.SUBRULE(this.choice) },
        { ALT: () => this.SUBRULE(this.periodMeasures) },
        { ALT: () => this.SUBRULE(this.namedEffect) },
      ]),
  );

  /** `应当 C` as an effect; `应当 通报批评、召回` is a consequence that must be. */
  readonly dutyEffect: Rule<make.Part> = this.RULE("dutyEffect", (): make.Part => {
    const shall = this.LA(0);
    const condition = this.SUBRULE(this.expression);
    const more: ActionUse[] = [];
    this.MANY(() => {
      this.CONSUME(T.Enumerate);
      more.push(this.SUBRULE(this.measure));
    });
    return this.ACTION(() => make.duty(shall as Token, condition, more, this.spanFrom(shall)));
  });

  /** `一票否决 评为 …`; regulations often put a comma behind it. */
  readonly veto: Rule<true> = this.RULE("veto", (): true => {
    this.CONSUME(T.Veto);
    this.OPTION(() => this.CONSUME(T.Comma));
    return true;
  });

  /** Effects on a grade, a score or a clause that begin with their own keyword. */
  readonly bareEffect: Rule<make.Part> = this.RULE("bareEffect", (): make.Part => {
    const first = this.LA(1);
    const span = () => this.spanFrom(first);
    return this.OR<make.Part>([
      {
        ALT: () => {
          const veto = this.OPTION(() => this.SUBRULE(this.veto));
          const grade = this.SUBRULE(this.verdict);
          return this.ACTION(() => make.grade(grade, veto !== undefined, undefined, span()));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.DirectGrade);
          const grade = this.SUBRULE(this.nameSlot);
          return this.ACTION(() => make.direct(grade, undefined, span()));
        },
      },
      {
        ALT: () => {
          const shift = this.SUBRULE(this.shift);
          return this.ACTION(() => make.shifted(shift, undefined, span()));
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(T.Exempt);
          const citations = this.SUBRULE(this.citations);
          return this.ACTION(() => make.exemption(word as Token, citations, span()));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.NotAssessed);
          const scale = this.OPTION2(() => this.SUBRULE2(this.nameSlot));
          return this.ACTION(() =>
            make.effect({ kind: "not-assessed", ...make.plain(span()), ...(scale && { scale }) }),
          );
        },
      },
      {
        ALT: () => {
          const points = this.SUBRULE(this.points);
          return this.ACTION(() => make.score(points, undefined, span()));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.RankLast);
          return this.ACTION(() => make.effect({ kind: "rank-last", ...make.plain(span()) }));
        },
      },
    ]);
  });

  readonly verdict: Rule<make.Verdict> = this.RULE("verdict", (): make.Verdict => {
    const word = this.CONSUME(T.Verdict);
    const grades = this.OR<Name[]>([
      {
        ALT: () => {
          this.CONSUME(T.ChooseOne);
          this.CONSUME(T.Open);
          const names = this.SUBRULE(this.names);
          this.CONSUME(T.Close);
          return names;
        },
      },
      {
        ALT: () => {
          const only = this.SUBRULE(this.nameSlot);
          return this.ACTION(() => [only]);
        },
      },
    ]);
    return this.ACTION(() => ({ verb: make.verdictVerb(word as Token), grades }));
  });

  /** `降低1个等次`, `提高1个等次,最高 一等`. */
  readonly shift: Rule<make.Shift> = this.RULE("shift", (): make.Shift => {
    const word = this.CONSUME(T.Shift);
    const steps = this.SUBRULE(this.factor);
    const limit = this.OPTION({
      GATE: () => this.peek(2) === "Limit",
      DEF: () => {
        this.CONSUME(T.Comma);
        this.CONSUME(T.Limit);
        return this.SUBRULE(this.nameSlot);
      },
    });
    return this.ACTION(() => ({ verb: make.shiftVerb(word as Token), steps, ...(limit && { limit }) }));
  });

  /** `扣1至3分`, `最高计 60分`, `该指标计0分`, `计满分`. */
  readonly points: Rule<make.Points> = this.RULE(
    "points",
    (): make.Points =>
      this.OR<make.Points>([
        {
          ALT: () => {
            const word = this.CONSUME(T.Points);
            const amount = this.SUBRULE(this.sum);
            const to = this.OPTION(() => {
              this.CONSUME(T.To);
              return this.SUBRULE2(this.sum);
            });
            return this.ACTION(() => make.points(word as Token, amount, to));
          },
        },
        {
          ALT: () => {
            const word = this.OR2([
              { ALT: () => this.CONSUME(T.ScoreLimit) },
              { ALT: () => this.CONSUME(T.IndicatorCounts) },
            ]);
            const amount = this.SUBRULE3(this.sum);
            return this.ACTION(() => make.points(word as Token, amount, undefined));
          },
        },
        {
          ALT: () => {
            const word = this.OR3([
              { ALT: () => this.CONSUME(T.CountsFull) },
              { ALT: () => this.CONSUME(T.DropRescale) },
            ]);
            return this.ACTION(() => make.points(word as Token, undefined, undefined));
          },
        },
      ]),
  );

  readonly citations: Rule<Citation[]> = this.RULE("citations", (): Citation[] => {
    const list: Citation[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.Enumerate,
      DEF: () => {
        const token = this.CONSUME(T.Citation);
        this.ACTION(() => list.push(make.citation(token as Token)));
      },
    });
    return list;
  });

  /** Parts that complete the effect before them. */
  readonly modifier: Rule<make.Part> = this.RULE("modifier", (): make.Part => {
    const first = this.LA(1);
    return this.OR<make.Part>([
      {
        ALT: () => {
          const word = this.CONSUME(T.AtMost);
          const value = this.SUBRULE(this.sum);
          return this.ACTION(() => ({
            kind: "at-most",
            verb: make.atMostVerb(word as Token),
            value,
            span: this.spanFrom(first),
          }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.But);
          const condition = this.SUBRULE(this.expression);
          this.CONSUME(T.Excepted);
          return this.ACTION(() => ({ kind: "except", condition, span: this.spanFrom(first) }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Pre);
          this.SUBRULE(this.quantity);
          this.CONSUME(T.NotCounted);
          return this.ACTION(() => ({ kind: "partial", partial: "ignored", span: this.spanFrom(first) }));
        },
      },
      {
        ALT: () => {
          const word = this.OR2([
            { ALT: () => this.CONSUME(T.ProRata) },
            { ALT: () => this.CONSUME(T.PartialIgnored) },
            { ALT: () => this.CONSUME(T.Repeat) },
            { ALT: () => this.CONSUME(T.Combine) },
          ]);
          return this.ACTION(() => make.modifier(word as Token));
        },
      },
    ]);
  });

  /** `1年内 不得提拔`: the period is the measure's argument. */
  readonly periodMeasures: Rule<make.Part> = this.RULE("periodMeasures", (): make.Part => {
    const first = this.LA(1);
    const length = this.SUBRULE(this.quantity);
    this.CONSUME(T.Edge);
    const actions = this.SUBRULE(this.measures);
    return this.ACTION(() => make.consequence(make.lasting(actions, length), this.spanFrom(first)));
  });

  /** Effects that begin with a name: of a scale, of a score, or of the measure itself. */
  readonly namedEffect: Rule<make.Part> = this.RULE("namedEffect", (): make.Part => {
    const first = this.LA(1);
    const subject = this.SUBRULE(this.reference);
    const tail = this.OPTION(() => this.SUBRULE(this.namedTail));
    return this.ACTION(() => make.named(subject, tail, this.spanFrom(first), this.found));
  });

  readonly namedTail: Rule<make.NamedTail> = this.RULE("namedTail", (): make.NamedTail => {
    const first = this.LA(1);
    return this.OR<make.NamedTail>([
      {
        ALT: () => {
          const veto = this.OPTION(() => this.SUBRULE2(this.veto));
          const verdict = this.SUBRULE(this.verdict);
          return this.ACTION(() => ({ kind: "verdict", verdict, veto: veto !== undefined }));
        },
      },
      {
        ALT: () => {
          const shift = this.SUBRULE(this.shift);
          return this.ACTION(() => ({ kind: "shift", shift }));
        },
      },
      {
        ALT: () => {
          const points = this.SUBRULE(this.points);
          return this.ACTION(() => ({ kind: "points", points }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.DirectGrade);
          const grade = this.SUBRULE(this.nameSlot);
          return this.ACTION(() => ({ kind: "direct", grade }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.RankLast);
          return this.ACTION(() => ({ kind: "last" }));
        },
      },
      {
        ALT: () => {
          const shall = this.CONSUME(T.Shall);
          const tail = this.SUBRULE(this.tail);
          return this.ACTION(() => ({
            kind: "shall",
            polarity: make.polarity(shall as Token),
            tail,
            span: this.spanFrom(first),
          }));
        },
      },
      {
        ALT: () => {
          const more: ActionUse[] = [];
          this.AT_LEAST_ONE(() => {
            this.CONSUME(T.Enumerate);
            more.push(this.SUBRULE(this.measure));
          });
          return this.ACTION(() => ({ kind: "measures", more }));
        },
      },
    ]);
  });

  /** `择一(免职、降职)、不得提拔(1年)`. */
  readonly choice: Rule<make.Part> = this.RULE("choice", (): make.Part => {
    const first = this.LA(1);
    const actions: ActionUse[] = [];
    actions.push(this.SUBRULE(this.oneOf));
    this.MANY(() => {
      this.CONSUME(T.Enumerate);
      actions.push(this.SUBRULE(this.measure));
    });
    return this.ACTION(() => make.consequence(actions, this.spanFrom(first)));
  });

  readonly measures: Rule<ActionUse[]> = this.RULE("measures", (): ActionUse[] => {
    const actions: ActionUse[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Enumerate, DEF: () => actions.push(this.SUBRULE(this.measure)) });
    return actions;
  });

  readonly measure: Rule<ActionUse> = this.RULE("measure", (): ActionUse => {
    const first = this.LA(1);
    let modal: IToken | undefined;
    this.OPTION(() => {
      modal = this.CONSUME(T.Modal);
    });
    const use = this.OR<ActionUse>([
      { ALT: () => this.SUBRULE(this.oneOf) },
      {
        ALT: () => {
          const action = this.SUBRULE(this.measureName);
          return this.ACTION(() => ({ span: this.spanFrom(first), modality: "must", choice: [action] }));
        },
      },
    ]);
    return this.ACTION(() => (modal ? { ...use, modality: make.modality(modal as Token) as Modality } : use));
  });

  readonly oneOf: Rule<ActionUse> = this.RULE("oneOf", (): ActionUse => {
    const first = this.LA(1);
    const choice: make.ActionName[] = [];
    this.CONSUME(T.ChooseOne);
    this.CONSUME(T.Open);
    this.AT_LEAST_ONE_SEP({ SEP: T.Enumerate, DEF: () => choice.push(this.SUBRULE(this.measureName)) });
    this.CONSUME(T.Close);
    return this.ACTION(() => ({ span: this.spanFrom(first), modality: "must", choice }));
  });

  readonly measureName: Rule<make.ActionName> = this.RULE("measureName", (): make.ActionName => {
    const token = this.CONSUME(T.Name);
    const argument = this.OPTION<Expression>(() => {
      this.CONSUME(T.Open);
      const value = this.SUBRULE(this.sum);
      this.CONSUME(T.Close);
      return value;
    });
    return this.ACTION(() => make.actionName(token as Token, argument));
  });
}
