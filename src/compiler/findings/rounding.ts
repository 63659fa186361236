import { labelled, type PlainWord, unsaid, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { rational } from "../../runtime/rational.ts";
import { addedTo, ROUNDINGS } from "../analyze/closings.ts";
import { type Beside, figureBeside, firstOfRows } from "../analyze/example-figures.ts";
import type { Model } from "../analyze/model.ts";
import { namesRead, withDefinitions } from "./counts.ts";
import { groupBy, readings } from "./reading.ts";
import { disjuncts, givenBy, quoted, type Rule, rulesOf } from "./rules.ts";
import { fieldNamed } from "./together.ts";

/** ROUND: shares of people and figures with a long tail that decide something, and nothing says how they are rounded. */
export function unsaidRounding(model: Model): Problem[] {
  return [...shares(model), ...deciding(model), ...reportedShares(model), ...handedOn(model)];
}

/** A share of a group, as a draw or as the argument of a measure. */
function shares(model: Model): Problem[] {
  const draws = model.provisions.flatMap(({ statement: s }) => {
    if (s.kind === "draw") return [s.terms];
    return s.kind === "procedure" ? s.steps.flatMap((step) => step.acts.flatMap((a) => a.draw ?? [])) : [];
  });
  const drawn = draws.filter((d) => d.amount.unit === "%" && !d.options.some((o) => o.kind === "rounding"));
  const measures = rulesOf(model)
    .flatMap(givenBy)
    .filter(
      (g) => g.argument?.kind === "number" && g.argument.unit === "%" && /比例|名额|指标|人数/.test(g.name),
    );
  return [
    ...drawn.map((d) => {
      return problem(
        "BF3245",
        { text: quoted(model, d.amount.span), ...shareOfSeven(d.amount.text) },
        {
          span: d.amount.span,
          fixes: addedTo(model, d.options.at(-1)?.span.end ?? d.span.end, ROUNDINGS),
        },
      );
    }),
    ...measures.map((g) =>
      problem(
        "BF3245",
        { text: quoted(model, g.argument!.span), ...shareOfSeven((g.argument as ast.NumberLiteral).text) },
        { span: g.span },
      ),
    ),
  ];
}

/** What the share is of a small group, as an example. */
function shareOfSeven(percent: string): { of: string; gives: string } {
  const gives = (Number(percent) * 7) / 100;
  return { of: "7", gives: String(Math.round(gives * 100) / 100) };
}

/** Means, quotients and weighted sums that a band, a rank or a limit goes by, unrounded. */
function deciding(model: Model): Problem[] {
  const decisions = [
    ...model.provisions.flatMap(({ statement: s }) =>
      s.kind === "band-choice" || s.kind === "rank-choice"
        ? [
            {
              value: s.value,
              span: s.value.span,
              beside: s.kind === "band-choice" ? firstOfRows(s.rows, LESS_THAN_A_CENT) : null,
            },
          ]
        : [],
    ),
    ...rulesOf(model).flatMap((r) =>
      limitsIn(r).map(({ test, ...at }) => ({ ...at, beside: figureBeside(test, LESS_THAN_A_CENT) })),
    ),
  ];
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "definition" || rounded(s.value)) return [];
    const what = dense(s.value) ?? (isConversion(model, s.value) ? CONVERTED : null);
    if (what === null) return [];
    const by = decisions.filter(
      (d) => !rounded(d.value) && withDefinitions(model, namesRead(d.value)).has(s.name.text),
    );
    if (by.length === 0) return [];
    return [
      problem(
        "BF3246",
        { name: s.name.text, ...worded("what", what), ...roundedOver(by.flatMap((d) => d.beside ?? [])[0]) },
        {
          span: s.span,
          related: by.map((d) => labelled("goes-by-it", d.span)),
        },
      ),
    ];
  });
}

/** Gone when two places are kept. */
const LESS_THAN_A_CENT = rational(4, 1000);

/** The figure that rounding to 0.01 puts on its limit; two that it makes equal where nothing but places is decided. */
const roundedOver = (beside: Beside | undefined) =>
  beside ? worded("case", "rounded-onto-limit", { ...beside }) : worded("case", "rounded-to-a-tie");

const CONVERTED: PlainWord = "converted-by-ratio";

/** `得分 × 折算比例`: marks of one assessment as marks of another. */
function isConversion(model: Model, e: ast.Expression): boolean {
  if (e.kind !== "binary" || e.op !== "×") return false;
  const isRatio = (x: ast.Expression): boolean =>
    (x.kind === "number" && x.unit === "%") ||
    (x.kind === "path" && x.segments.length === 1 && isPercent(model, x.segments[0]!.text));
  return [e.left, e.right].filter(isRatio).length === 1;
}

/** A conversion that no rule of this measure reads: another assessment does. */
function handedOn(model: Model): Problem[] {
  const read = readings(model);
  return model.provisions.flatMap(({ statement: s }) =>
    s.kind === "definition" && isConversion(model, s.value) && !rounded(s.value) && !read.has(s.name.text)
      ? [problem("BF3282", { name: s.name.text }, { span: s.span })]
      : [],
  );
}

function isPercent(model: Model, parameter: string): boolean {
  const type = model.parameterByName.get(parameter)?.node.type;
  return type?.kind === "named-type" && /^(?:百分比|percent)$/.test(type.name.text);
}

interface Limit {
  readonly value: ast.Expression;
  readonly span: ast.Expression["span"];
  readonly test: ast.ComparisonTail;
}

function limitsIn(rule: Rule): Limit[] {
  if (!rule.condition || !rule.effects.some((e) => e.kind === "grade-effect")) return [];
  return disjuncts(rule.condition, rule.items).flatMap((c) =>
    c.kind === "compare" ? [{ value: c.left, span: c.span, test: c.test }] : [],
  );
}

const rounded = (e: ast.Expression): boolean => {
  let found = false;
  walk(e, (n) => {
    if (n.kind === "round") found = true;
    return undefined;
  });
  return found;
};

/** What gives a value more decimals than its parts; null when it has none. */
function dense(e: ast.Expression): PlainWord | null {
  let found: PlainWord | null = null;
  walk(e, (n) => {
    if (n.kind === "weighted-sum") found ??= "weighted-sum";
    if (n.kind === "call" && /^(?:平均|全体平均|mean|mean_of_all)$/.test(n.callee.text)) found ??= "mean";
    if (n.kind === "binary" && n.op === "÷" && !(n.right.kind === "number")) found ??= "quotient";
    return undefined;
  });
  return found;
}

/** A reported share compared with a limit: how exact is the report? */
function reportedShares(model: Model): Problem[] {
  const uses = rulesOf(model).flatMap((rule) =>
    limitsIn(rule).flatMap(({ value, span, test }) => {
      if (value.kind !== "path") return [];
      const field = fieldNamed(model, value.segments.at(-1)!.text);
      const type = field?.node.type;
      if (!field || type?.kind !== "named-type" || !/^(?:百分比|percent)$/.test(type.name.text)) return [];
      return field.node.attributes.some((a) => a.kind === "step") ? [] : [{ field, span, test }];
    }),
  );
  // One figure that several places compare is rounded once.
  return groupBy(uses, (u) => u.field.node.span.start).map(([first, ...others]) => {
    const beside = figureBeside(first!.test, rational(4, 10));
    return problem(
      "BF3247",
      {
        field: first!.field.name,
        test: quoted(model, first!.span),
        ...(beside ? worded("case", "reported-as-whole", { ...beside }) : unsaid("case")),
      },
      {
        span: first!.span,
        related: [
          labelled("reported-here", first!.field.node.span),
          ...others.map((u) => labelled("compared-here-too", u.span)),
        ],
      },
    );
  });
}
