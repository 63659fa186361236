import type { Language } from "../../diagnostics/message.ts";
import { enumerated, inMessage } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { visible, wrap } from "../../diagnostics/width.ts";
import { Asking } from "../../prove/solver.ts";
import { type Alternative, type WhatIf, whatIf } from "../../prove/what-if.ts";
import type { JsonValue, SubjectResult } from "../../runtime/result.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { evaluate, textOption } from "../evaluation.ts";
import { LazySolver } from "../lazy-solver.ts";
import { printProblems, type Session } from "../session.ts";
import { find } from "./explain.ts";

/**
 * `banfa what-if`: what would have had to be otherwise. Exit codes: 0 found (or reached already), 1 no change that was
 * tried does it, 2 the call is wrong or something cannot be read.
 */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const e = await evaluate(s, args, options);
  if (!e.done) return e.exit;
  const { measure, language } = e;
  const refuse = (p: Problem) => stop(s, [{ source: null, problems: [p] }], language);
  const subject = find(e.result, String(options.subject), language);
  if ("code" in subject) return refuse(subject);
  const kind = measure.subjects.findIndex((k) => k.name === subject.kind);

  const scales = measure.cells.filter(
    (c) => c.subject === kind && c.name !== null && c.body.kind === "grade",
  );
  const asked = textOption(options.grade) ?? (scales.length === 1 ? scales[0]!.name! : "");
  const grade = scales.find((c) => c.name === asked);
  if (grade === undefined || grade.body.kind !== "grade")
    return refuse(
      problem("BF9004", {
        option: "--grade",
        value: asked,
        ...inMessage("expected", enumerated(scales.map((c) => c.name!))),
      }),
    );
  const { members } = measure.enumerations[grade.body.enumeration]!;
  const reach = members.indexOf(String(options.reach));
  if (reach < 0)
    return refuse(
      problem("BF9004", {
        option: "--reach",
        value: String(options.reach),
        ...inMessage("expected", enumerated(members.toReversed())),
      }),
    );
  const known = new Set(measure.subjects[kind]!.fields.map((f) => f.name));
  for (const option of ["only", "keep"] as const)
    for (const name of factsOf(options[option]))
      if (!known.has(name))
        return refuse(
          problem("BF9004", {
            option: `--${option}`,
            value: name,
            ...inMessage("expected", enumerated([...known])),
          }),
        );

  const only = factsOf(options.only);
  const solver = options.proof === false ? null : new LazySolver();
  const asking = solver && new Asking(solver, 5000, () => performance.now(), 20_000);
  const question = {
    measure,
    compiled: e.compiled,
    cohort: e.cohort,
    context: e.context,
    kind: subject.kind,
    index: e.result.subjects.filter((x) => x.kind === subject.kind).indexOf(subject),
    grade,
    reach,
    only: only.length > 0 ? new Set(only) : null,
    keep: new Set(factsOf(options.keep)),
  };
  const found = await whatIf(question, asking).finally(() => solver?.close());
  const wanted = { grade: grade.name!, reach: members[reach]! };
  const none = !found.reached && found.alternatives.length === 0;
  const id = subject.id;
  const refused = problem("BF9073", { id, most: found.upTo, reach: wanted.reach });
  const exit = answer(s, {
    language,
    config: e.config,
    found: [
      { source: null, problems: [...e.found.problems, ...(none ? [refused] : [])] },
      openPoints(e.loaded),
    ],
    json: (lists) => ({ ...json(found, wanted), problems: lists.flat() }),
    text: () => {
      printProblems(s, e.found, language, "err");
      s.io.out(text(found, wanted, s, language, solver === null || !solver.missing));
    },
  });
  return Math.max(none ? 1 : 0, exit);
}

const factsOf = (given: Options[string]): readonly string[] =>
  (Array.isArray(given) ? given : []).flatMap((g: string) => g.split(/[,，、]/)).filter((n) => n !== "");

interface Wanted {
  readonly grade: string;
  readonly reach: string;
}

/** Citations of what fired before and does not with the change; and the other way round. */
function clausesGone(before: SubjectResult, after: SubjectResult): string[] {
  const there = new Set(after.clauses.map((c) => `${c.cite} ${c.condition}`));
  const gone = before.clauses.filter((c) => !there.has(`${c.cite} ${c.condition}`));
  return [...new Set(gone.map((c) => c.cite))];
}

function json(found: WhatIf, { grade, reach }: Wanted): object {
  const { result } = found;
  return {
    subject: { id: result.id, kind: result.kind },
    grade,
    reach,
    now: result.grades[grade]?.grade ?? null,
    reached: found.reached,
    alternatives: found.alternatives.map((a) => ({
      changes: a.changes,
      grade: a.result.grades[grade]?.grade ?? null,
      noLonger: clausesGone(result, a.result),
      instead: clausesGone(a.result, result),
      displaced: a.displaced,
    })),
    proof: found.proof,
    tried: { facts: found.facts, upTo: found.upTo },
  };
}

function text(
  found: WhatIf,
  { grade, reach }: Wanted,
  s: Session,
  language: Language,
  asked: boolean,
): string {
  const zh = language === "zh";
  const { result } = found;
  const now = result.grades[grade]?.grade ?? (zh ? "待定" : "open");
  const out = [`${s.paint.strong(visible(`${result.id} · ${result.kind}`))}  ${grade} ${now}`];
  const list = (words: readonly string[]) => words.join(zh ? "、" : ", ");
  const say = (line: string, by = 2) =>
    out.push(...wrap(visible(line), s.io.columns - by).map((l) => " ".repeat(by) + l));
  const end = () => `${out.join("\n")}\n`;
  if (found.reached) {
    say(zh ? `已经达到 ${reach}` : `It has reached ${reach} as it is.`);
    return end();
  }
  const facts = list(found.facts);
  if (found.alternatives.length === 0 && facts === "") {
    say(zh ? `没有可以改动的数据，达不到 ${reach}` : `There is no fact to change; ${reach} is out of reach.`);
    return end();
  }
  if (found.alternatives.length === 0) {
    if (found.proof === "impossible")
      say(
        zh
          ? `已证明：只改动 ${facts}，怎样改都达不到 ${reach}`
          : `Proved: no change of ${facts} leads to ${reach}.`,
      );
    else {
      say(
        zh
          ? `同时改动不超过${found.upTo}项（${facts}），没有找到能达到 ${reach} 的`
          : `No change of up to ${found.upTo} facts (${facts}) was found that leads to ${reach}.`,
      );
      say(unproved(asked, zh));
    }
    return end();
  }
  say(zh ? `假如下面的数据不同，就会达到 ${reach}：` : `It would have reached ${reach} if:`);
  for (const [i, a] of found.alternatives.entries()) {
    const changes = a.changes.map(
      (c) => `${c.fact} ${shown(c.from, c.unit, zh)} → ${shown(c.to, c.unit, zh)}`,
    );
    say(`${i + 1}. ${changes.join(zh ? "，" : ", ")}`, 4);
    for (const line of follows(a, result, grade, zh)) say(line, 7);
  }
  if (found.proof === "least")
    say(
      zh
        ? "已证明第1种是最小的改动：改动的项数更少，或者项数相同而幅度更小，都达不到"
        : "Proved that 1 is the least change: nothing with fewer facts, nor a smaller one of as many, leads there.",
    );
  else say(unproved(asked, zh));
  return end();
}

/** Neither that it is the least nor that there is none. */
function unproved(asked: boolean, zh: boolean): string {
  if (asked)
    return zh
      ? "这是逐一试出来的，没有证明：也许有更小的改动"
      : "Found by trying, and not proved: there may be a smaller change.";
  return zh
    ? "这是逐一试出来的，没有证明；要证明，请安装：npm install z3-solver"
    : "Found by trying, and not proved; for a proof: npm install z3-solver";
}

function follows(a: Alternative, before: SubjectResult, grade: string, zh: boolean): string[] {
  const list = (words: readonly string[]) => words.join(zh ? "、" : ", ");
  const lines: string[] = [];
  const got = a.result.grades[grade]?.grade ?? "";
  const gone = clausesGone(before, a.result);
  const came = clausesGone(a.result, before);
  const base = a.result.grades[grade]?.base?.cites ?? [];
  const by = base.length > 0 ? (zh ? `，依 ${list(base)}` : ` by ${list(base)}`) : "";
  lines.push(`${grade} ${got}${by}`);
  if (gone.length > 0) lines.push(zh ? `${list(gone)} 不再适用` : `no longer: ${list(gone)}`);
  if (came.length > 0) lines.push(zh ? `另外适用 ${list(came)}` : `but also: ${list(came)}`);
  if (a.displaced.length > 0) {
    const who = a.displaced.slice(0, 3).map((d) => `${d.id} ${d.from ?? "—"} → ${d.to ?? "—"}`);
    const more =
      a.displaced.length > 3
        ? zh
          ? `等${a.displaced.length}个`
          : ` and ${a.displaced.length - 3} more`
        : "";
    lines.push(zh ? `别人的等次因此改变：${list(who)}${more}` : `others change with it: ${list(who)}${more}`);
  }
  return lines;
}

function shown(v: JsonValue, unit: string, zh: boolean): string {
  if (v === null) return zh ? "（未报）" : "(missing)";
  if (typeof v === "boolean") return v ? (zh ? "是" : "yes") : zh ? "否" : "no";
  return typeof v === "object" && "text" in v ? `${v.text}${unit}` : `${v}${unit}`;
}
