import { labelled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { argumentOf, describedAs } from "../analyze/closings.ts";
import type { FieldSymbol, Model, Provision } from "../analyze/model.ts";
import { findBuiltIn } from "../vocabulary/functions.ts";
import { beforeYearEnd } from "./calendar.ts";
import {
  actsOf,
  alsoAt,
  clauseOf,
  groupBy,
  nameOfAct,
  oncePerClause,
  type Place,
  readings,
  rulesOf,
  textAt,
  unique,
} from "./reading.ts";

/** WIN: something is counted or must be reached, and nothing says within which time. */
export function missingWindows(model: Model): Problem[] {
  return [
    ...countedFields(model),
    ...countedRecords(model),
    ...pastFacts(model),
    ...yearsUnlike(model),
    ...undatedWindows(model),
    ...kept(model),
  ];
}

/** Villages, households, people, units: how many there are is a state, as with figures of people. */
const THINGS = /(?:[村户人]|人员|干部|职工|党员|单位|项目|机构|企业|学校|医院|班组)$/;
/** Said in a name or description: the figure is one of a year, a month, a term of office. */
const PERIOD = /年|月|季|期间|期内|本期|周|任期|累计至|以来|\b(?:year|month|quarter|period|week|term|since)/;
/** What accumulates over time. People and shares are a state. */
const ACCUMULATES: ReadonlySet<string> = new Set(["次", "元", "天", "个"]);

interface Found {
  readonly name: string;
  readonly example: string;
  readonly place: Place;
  readonly fixes: readonly Fix[];
}

/** Fields of the measure's subjects by name; a column of a periodic record has its period. */
function fields(model: Model): Map<string, FieldSymbol> {
  return new Map(model.kinds.flatMap((k) => k.fields.map((f) => [f.name, f] as const)));
}

/** 每年2次, in a measure that assesses before the year is over: which twelve months are the year? */
function yearsUnlike(model: Model): Problem[] {
  const [step] = beforeYearEnd(model);
  if (!step) return [];
  const known = fields(model);
  const yearly = (f: FieldSymbol) =>
    /每年|年度|全年/.test(
      [f.name, ...f.node.attributes.map((a) => (a.kind === "description" ? a.text.text : ""))].join(),
    );
  const found = rulesOf(model).flatMap((provision): Found[] =>
    comparisonsOf(provision).flatMap(({ left, node }) =>
      pathsIn(left).flatMap((p): Found[] => {
        const f = known.get(p.segments.at(-1)!.text);
        if (f?.type?.kind !== "number" || !ACCUMULATES.has(f.type.dimension) || !yearly(f)) return [];
        return [
          {
            name: f.name,
            example: textAt(model, node.span),
            place: { span: node.span, provision },
            fixes: [],
          },
        ];
      }),
    ),
  );
  return groupBy(found, (f) => clauseOf(f.place)).map((group) =>
    problem(
      "BF3255",
      {
        name: unique(group.map((f) => f.name)),
        deadline: step.act.deadline!.text,
        step: nameOfAct(step.act),
      },
      {
        span: group[0]!.place.span,
        related: [labelled("assessed-here", step.act.span)],
      },
    ),
  );
}

/** 具有第一书记经历, 曾受表彰: at any time in the past? */
function pastFacts(model: Model): Problem[] {
  const read = readings(model);
  return raise(
    model.kinds.flatMap((k) =>
      k.fields
        .filter((f) => f.type?.kind === "truth" && /经历|曾|受过|有过/.test(f.name) && !saysPeriod(f))
        .flatMap((f) =>
          (read.get(f.name) ?? []).map((place) => ({ name: f.name, example: f.name, place, fixes: [] })),
        ),
    ),
  );
}

const saysPeriod = (f: FieldSymbol): boolean =>
  PERIOD.test(f.name) || f.node.attributes.some((a) => a.kind === "description" && PERIOD.test(a.text.text));

/** A figure of a field that grows with time is compared with a bound. */
function countedFields(model: Model): Problem[] {
  const known = fields(model);
  const several = hasShorterPeriods(model);
  const found = rulesOf(model).flatMap((provision): Found[] => {
    const duty = provision.statement.kind === "requirement";
    return comparisonsOf(provision).flatMap(({ left, node }) => {
      const names = pathsIn(left).flatMap((p) => p.segments.map((s) => s.text));
      return names.flatMap((name): Found[] => {
        const f = known.get(name);
        if (f?.type?.kind !== "number" || saysPeriod(f)) return [];
        const opinion = several && !duty && f.type.dimension === "分";
        if (!ACCUMULATES.has(f.type.dimension) && !opinion) return [];
        const fixes = OF_THE_PERIOD[model.header.period];
        const ways = describedAs(model, [f.node], [fixes]);
        return [
          { name, example: textAt(model, node.span), place: { span: node.span, provision }, fixes: ways },
        ];
      });
    });
  });
  return raise(found);
}

/** Monthly or quarterly forms beside the yearly result: a score can be that of the month or of the year. */
const hasShorterPeriods = (model: Model): boolean =>
  model.kinds.some((k) =>
    k.fields.some(
      (f) => f.type?.kind === "list" && f.type.frequency !== "many" && f.type.frequency !== "year",
    ),
  );

/** A count or sum of records of any age. */
function countedRecords(model: Model): Problem[] {
  const lists = new Map(
    model.kinds.flatMap((k) =>
      k.fields.flatMap((f) =>
        f.type?.kind === "list" && f.type.frequency === "many" ? [[f.name, f] as const] : [],
      ),
    ),
  );
  const found: Found[] = [];
  for (const provision of rulesOf(model))
    walk(provision.statement, (n) => {
      if (n.kind === "window") return false;
      if (n.kind !== "call" || findBuiltIn(n.callee.text)?.family !== "aggregate") return undefined;
      const values = n.arguments.flatMap((a) => (a.kind === "value" ? [a.value] : []));
      const over = values[0]?.kind === "path" ? values[0].segments[0]!.text : "";
      if (!lists.has(over) || values.some((v) => containsWindow(v))) return undefined;
      if (PERIOD.test(over) || THINGS.test(over)) return undefined;
      found.push({
        name: over,
        example: textAt(model, n.span),
        place: { span: n.span, provision },
        fixes: isDated(model, lists.get(over)!) ? argumentOf(model, n.span.end, ["本年度"]) : [],
      });
      return undefined;
    });
  return raise(found);
}

/** A window can bound the records: exactly one of their columns is a date. */
const isDated = (model: Model, { type }: FieldSymbol): boolean =>
  type?.kind === "list" &&
  model.records[type.record]!.fields.filter((f) => f.type?.kind === "date").length === 1;

/** Edits for a clause with one such figure; with several each would be a choice of its own. */
const onlyOne = (group: readonly Found[]): readonly Fix[] => (group.length === 1 ? group[0]!.fixes : []);

/** The period assessed, as a description says it. */
const OF_THE_PERIOD = {
  year: "of-year",
  "half-year": "of-period",
  quarter: "of-quarter",
  month: "of-month",
} as const;

function raise(found: readonly Found[]): Problem[] {
  return groupBy(found, (f) => clauseOf(f.place)).map((group) =>
    problem(
      "BF3168",
      { names: unique(group.map((f) => f.name)), text: group[0]!.example },
      { span: group[0]!.place.span, fixes: onlyOne(group) },
    ),
  );
}

/** A record's only date is called 日期: of the event, or of the paper about it? It decides the year. */
function undatedWindows(model: Model): Problem[] {
  const read = readings(model);
  return model.records.flatMap((record) => {
    const dates = record.fields.filter((f) => f.type?.kind === "date");
    const [date] = dates;
    if (
      dates.length !== 1 ||
      date!.name !== "日期" ||
      date!.node.attributes.some((a) => a.kind === "description")
    )
      return [];
    const lists = model.kinds.flatMap((k) =>
      k.fields.filter((f) => f.type?.kind === "list" && f.type.record === record.index),
    );
    const uses = lists.flatMap((f) => read.get(f.name) ?? []).filter((u) => windowed(u));
    if (uses.length === 0) return [];
    const [first, ...rest] = oncePerClause(uses);
    return [
      problem(
        "BF3169",
        { record: record.name },
        {
          span: first!.span,
          related: [labelled("date-is-declared-here", date!.node.span), ...alsoAt(rest, "goes-by-date-too")],
          fixes: describedAs(model, [date!.node], ["day-of-event", "day-of-paper"]),
        },
      ),
    ];
  });
}

function windowed({ span, provision }: Place): boolean {
  let found = false;
  walk(provision.statement, (n) => {
    if (n.kind === "call" && n.span.start <= span.start && span.end <= n.span.end)
      found ||= n.arguments.some((a) => a.kind === "value" && containsWindow(a.value));
    return undefined;
  });
  return found;
}

function containsWindow(e: ast.Expression): boolean {
  let found = false;
  walk(e, (n) => {
    found ||= n.kind === "window";
    return !found;
  });
  return found;
}

/** Papers that are filed: for how long they are kept. */
function kept(model: Model): Problem[] {
  return actsOf(model).flatMap(({ act }) =>
    /归档|存档|建档|保管/.test(act.verb.text) && act.duration === undefined
      ? [
          problem(
            "BF3170",
            { what: act.what.length > 0 ? act.what.map((n) => n.text) : act.verb.text },
            { span: act.span },
          ),
        ]
      : [],
  );
}

interface Comparison {
  readonly left: ast.Expression;
  readonly node: ast.Expression;
}

/** Comparisons with a bound, not with an exact figure. */
function comparisonsOf(provision: Provision): Comparison[] {
  const found: Comparison[] = [];
  const look = (node: Parameters<typeof walk>[0]) =>
    walk(node, (n) => {
      if (n.kind === "compare" && "left" in n && n.test.op !== "==" && n.test.op !== "!=")
        found.push({ left: n.left, node: n });
      // Inside a window the time is said.
      return n.kind !== "window";
    });
  look(provision.statement);
  return found;
}

function pathsIn(e: ast.Expression): ast.PathExpression[] {
  const found: ast.PathExpression[] = [];
  walk(e, (n) => {
    if (n.kind === "path") found.push(n);
    return n.kind !== "call";
  });
  return found;
}
