import type { DrawData, Measure } from "../../compiler/ir/ir.ts";
import { writeFileAtomically } from "../../data/atomic-write.ts";
import { parseDataArgument, readDataFiles } from "../../data/data-files.ts";
import { isoDate } from "../../data/dates.ts";
import { type DrawRecord, readDrawRecord } from "../../data/draw-record.ts";
import type { Language } from "../../diagnostics/message.ts";
import { alike, orNone, phrase, worded } from "../../diagnostics/phrases.ts";
import { hasErrors, type Problem, problem } from "../../diagnostics/problem.ts";
import { type DataSchema, dataSchemaOf, kindNamed } from "../../facts/data-schema.ts";
import {
  type Candidate,
  type DrawGroup,
  type DrawResult,
  type DrawTerms,
  draw,
  type OpenTerm,
  termsOf,
} from "../../procedures/draw.ts";
import { multiply, rational, toText } from "../../runtime/rational.ts";
import { sha256 } from "../../source/sha256.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { verification } from "../draw-check.ts";
import { textOption, withoutResult } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import { printProblems, type Session } from "../session.ts";
import { table } from "../table.ts";

/**
 * `banfa sample MEASURE --list FILE --seed TEXT`: draws lots as a 抽查 of the measure says, and writes a record from
 * which anybody can draw them again. Exit codes: 0, 1 where a record does not agree, 2 for what cannot be read or is
 * not said.
 */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  const refuse = (problems: readonly Problem[]) => {
    stop(s, [{ source: null, problems }], language);
    return 2;
  };
  const { measure } = loaded;
  if (measure === null) return stop(s, withoutResult(loaded, "BF9020"), language);
  const record = textOption(options.verify);
  const read = record === undefined ? null : readDrawRecord(record);
  if (read !== null && read.record === null) return refuse(read.problems);
  const earlier = read?.record ?? null;

  const chosen = drawAsked(measure, textOption(options.draw) ?? earlier?.draw);
  if ("code" in chosen) return refuse([chosen]);
  const wanted = settings(options, earlier);
  if ("code" in wanted) return refuse([wanted]);
  const schema = dataSchemaOf(measure);
  const listed = await candidatesOf(chosen, schema, (options.list as readonly string[] | undefined) ?? []);
  if (hasErrors(listed.problems)) return refuse(listed.problems);

  const own = termsOf(chosen);
  const terms: DrawTerms = {
    ...own,
    rounding: own.rounding ?? wanted.rounding,
    kinds: own.kinds ?? wanted.kinds,
  };
  const drawn = draw(listed.candidates, terms, wanted.seed);
  if ("open" in drawn) return refuse(drawn.open.map(openProblem));
  const made: DrawRecord = {
    banfa: "draw/1",
    measure: measure.name,
    measureHash: sha256(loaded.source?.text ?? ""),
    draw: nameOf(measure, chosen),
    clause: measure.citations[chosen.cite]?.text ?? "",
    date: wanted.date,
    seed: wanted.seed,
    rounding: terms.rounding,
    kinds: terms.kinds!,
    groupedBy: chosen.groupedBy,
    groups: drawn.groups,
    lots: drawn.lots,
  };
  const problems = [...listed.problems, ...shortProblems(drawn.groups)];
  if (earlier !== null) problems.push(...differences(earlier, made));
  const out = textOption(options.out);
  if (out !== undefined) {
    const failed = writeFileAtomically(out, [`${JSON.stringify(made, null, 2)}\n`]);
    if (failed) return refuse([failed]);
  }
  const found = { source: null, problems };
  return answer(s, {
    language,
    config: loaded.config,
    found: [found, openPoints(loaded)],
    json: (lists) => ({ ...made, problems: lists.flat() }),
    text: () => {
      const verified = earlier !== null && !hasErrors(problems);
      s.io.out(`${text(made, chosen, drawn, s, language, { out, verified })}\n`);
      printProblems(s, found, language, "err");
    },
  });
}

const nameOf = (m: Measure, d: DrawData): string => d.name ?? m.citations[d.cite]?.text ?? "";

function drawAsked(measure: Measure, asked: string | undefined): DrawData | Problem {
  const names = measure.draws.map((d) => nameOf(measure, d));
  if (asked !== undefined) {
    const cited = (d: DrawData) => measure.citations[d.cite]?.text;
    const found = measure.draws.find((d, i) => names[i] === asked || cited(d) === asked);
    return found ?? problem("BF4217", { ...alike("draw", asked), draws: orNone(names) });
  }
  if (measure.draws.length === 1) return measure.draws[0]!;
  return measure.draws.length === 0
    ? problem("BF4217", { ...worded("draw", "sample"), draws: "—" })
    : problem("BF4210", { draws: names, first: names[0]! });
}

interface Settings {
  readonly seed: string;
  readonly date: string | null;
  readonly rounding: DrawTerms["rounding"];
  readonly kinds: DrawTerms["kinds"];
}

function settings(options: Options, earlier: DrawRecord | null): Settings | Problem {
  const seed = (textOption(options.seed) ?? earlier?.seed ?? "").trim();
  if (seed === "") {
    const expected = worded("expected", "public-seed");
    return problem("BF9004", { option: "--seed", value: "", ...expected });
  }
  const written = textOption(options.date);
  const date = written === undefined ? (earlier?.date ?? null) : isoDate(written);
  if (written !== undefined && date === null) {
    const expected = worded("expected", "day-such-as");
    return problem("BF9004", { option: "--date", value: written, ...expected });
  }
  const rounding = (textOption(options.rounding) ?? earlier?.rounding ?? null) as Settings["rounding"];
  return {
    seed,
    date,
    rounding,
    kinds: (textOption(options.kinds) ?? earlier?.kinds ?? null) as Settings["kinds"],
  };
}

/** The list, with the group of everybody on it. Facts that the list does not have are no matter here. */
async function candidatesOf(d: DrawData, schema: DataSchema, files: readonly string[]) {
  const problems: Problem[] = [];
  const kinds = d.from.flatMap((name) => kindNamed(schema, name) ?? []);
  for (const kind of kinds)
    for (const group of d.groupedBy)
      if (group !== kind.key && !kind.columns.some((c) => c.name === group)) {
        const plain = kind.columns.filter((c) => c.type.kind !== "list").map((c) => c.name);
        problems.push(problem("BF4213", { group, columns: plain.slice(0, 8) }));
      }
  if (problems.length > 0) return { candidates: [], problems };
  const bare: DataSchema = {
    ...schema,
    kinds: kinds.map((k) => ({ ...k, columns: k.columns.map((c) => ({ ...c, required: false })) })),
  };
  const read = await readDataFiles(files.map(parseDataArgument), bare);
  problems.push(...read.problems);
  const candidates: Candidate[] = [];
  for (const kind of kinds)
    for (const record of read.cohort[kind.name] ?? []) {
      const id = String(record[kind.key] ?? "");
      const parts = d.groupedBy.map((g) => {
        const value = record[g];
        if (value === undefined || value === null || value === "")
          problems.push(problem("BF4212", { id, column: g }));
        return String(value ?? "");
      });
      candidates.push({ kind: kind.name, id, group: parts.join("、") });
    }
  if (candidates.length === 0 && !hasErrors(problems)) problems.push(problem("BF4216", { kinds: d.from }));
  return { candidates, problems };
}

function openProblem(o: OpenTerm): Problem {
  switch (o.kind) {
    case "kinds":
      return problem("BF4211", {
        ...worded("what", "apart-or-together", { kinds: o.kinds }),
        option: "--kinds apart|together",
      });
    case "rounding": {
      const group = o.group === "" ? phrase("the-list") : { zh: o.group, en: o.group };
      const { size, exact } = o;
      return problem("BF4211", {
        ...worded("what", "broken-share-of-group", { group: group.zh, groupEn: group.en, size, exact }),
        option: "--rounding up|down|half-up",
      });
    }
  }
}

const shortProblems = (groups: readonly DrawGroup[]): Problem[] =>
  groups
    .filter((g) => g.short)
    .map((g) => {
      const name = [g.kind, g.group].filter((p) => p).join(" ");
      return problem("BF4214", {
        ...(name === "" ? worded("group", "list-short") : alike("group", name)),
        size: g.size,
        wanted: g.wanted,
      });
    });

/** What a draw made anew has otherwise than its record. */
function differences(earlier: DrawRecord, made: DrawRecord): Problem[] {
  const key = (l: DrawRecord["lots"][number]) => JSON.stringify([l.kind, l.id, l.group]);
  const then = new Map(earlier.lots.map((l) => [key(l), l.drawn]));
  const now = new Map(made.lots.map((l) => [key(l), l.drawn]));
  const ids = new Set<string>();
  for (const l of [...earlier.lots, ...made.lots]) if (then.get(key(l)) !== now.get(key(l))) ids.add(l.id);
  const parts: string[] = [...ids].slice(0, 10);
  if (ids.size > 10) parts.push("…");
  return parts.length === 0 ? [] : [problem("BF4215", { differs: parts })];
}

const WORDS = {
  zh: {
    title: (draw: string, clause: string) => `${draw}（${clause}）`,
    terms: (amount: string, from: string, grouped: string, how: "apart" | "together" | null) =>
      `从${from}中${how === null ? "" : how === "apart" ? "分别" : "合在一起"}随机抽取${amount}${grouped === "" ? "" : `，按${grouped}分组`}`,
    amount: (n: string) => `${n}个`,
    seed: (text: string) => `种子：${text}`,
    date: (day: string) => `日期：${day}`,
    kind: "对象",
    group: "组",
    size: "人数",
    exact: "应抽",
    count: "抽取",
    drawn: "抽中",
    id: "标识",
    lot: "签号（前16位）",
    all: "全体",
    verified: "照名单和种子重抽，结果与记录一致",
    written: (file: string) => `记录已写入 ${file}`,
  },
  en: {
    title: (draw: string, clause: string) => `${draw} (${clause})`,
    terms: (amount: string, from: string, grouped: string, how: "apart" | "together" | null) =>
      `${amount} of ${how === "apart" ? "each of " : ""}${from}${how === "together" ? " together" : ""} at random${grouped === "" ? "" : `, by ${grouped}`}`,
    amount: (n: string) => n,
    seed: (text: string) => `seed: ${text}`,
    date: (day: string) => `date: ${day}`,
    kind: "kind",
    group: "group",
    size: "size",
    exact: "share",
    count: "drawn",
    drawn: "Drawn",
    id: "id",
    lot: "lot (first 16 digits)",
    all: "all",
    verified: "Drawn anew from the list and the seed, the result is that of the record",
    written: (file: string) => `The record is in ${file}`,
  },
} as const;

function text(
  made: DrawRecord,
  d: DrawData,
  drawn: DrawResult,
  s: Session,
  language: Language,
  end: { readonly out: string | undefined; readonly verified: boolean },
): string {
  const words = WORDS[language];
  const style = { indent: 2, columns: s.io.columns, head: s.paint.faint };
  const amount = d.share ? `${toText(multiply(d.amount, rational(100)))}%` : words.amount(toText(d.amount));
  const how = d.from.length > 1 ? made.kinds : null;
  const lines = [
    s.paint.strong(words.title(made.draw, made.clause)),
    words.terms(
      amount,
      d.from.join(language === "zh" ? "、" : ", "),
      d.groupedBy.join(language === "zh" ? "、" : ", "),
      how,
    ),
    words.seed(made.seed),
    ...(made.date === null ? [] : [words.date(made.date)]),
    "",
    ...table(
      [words.group, words.size, ...(d.share ? [words.exact] : []), words.count].map((head, i) => ({
        head,
        align: i === 0 ? "left" : "right",
      })),
      drawn.groups.map((g) => [
        nameOfGroup(g, words.all),
        String(g.size),
        ...(d.share ? [g.exact ?? ""] : []),
        String(g.count),
      ]),
      style,
    ),
    "",
    s.paint.info(words.drawn),
  ];
  const chosen = drawn.lots.filter((l) => l.drawn);
  const grouped = d.groupedBy.length > 0;
  lines.push(
    ...table(
      [words.id, ...(how === null ? [] : [words.kind]), ...(grouped ? [words.group] : []), words.lot].map(
        (head) => ({ head }),
      ),
      chosen.map((l) => [
        l.id,
        ...(how === null ? [] : [l.kind]),
        ...(grouped ? [l.group] : []),
        l.lot.slice(0, 16),
      ]),
      style,
    ),
  );
  const checked = verification(made, d.share ? amount : null, language);
  if (checked.length > 0) lines.push("", ...checked);
  if (end.verified) lines.push("", s.paint.good(words.verified));
  if (end.out !== undefined) lines.push("", words.written(end.out));
  return lines.join("\n");
}

const nameOfGroup = (g: DrawGroup, all: string): string => {
  const name = [g.kind, g.group].filter((p) => p).join(" ");
  return name === "" ? all : name;
};
