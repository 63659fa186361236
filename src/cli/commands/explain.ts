import type { Language } from "../../diagnostics/message.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { nearestOf } from "../../diagnostics/suggest.ts";
import { visible, wrap } from "../../diagnostics/width.ts";
import { placeSentences } from "../../report/results/place-words.ts";
import { explainSubject } from "../../runtime/explain.ts";
import type { CohortResult, SubjectResult } from "../../runtime/result.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { evaluate } from "../evaluation.ts";
import { factsTable } from "../facts-table.ts";
import { printProblems, type Session } from "../session.ts";

/** `banfa explain MEASURE --data FILE --year Y --subject ID`: why, sentence by sentence. */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const e = await evaluate(s, args, options);
  if (!e.done) return e.exit;
  const { result, language } = e;
  const subject = find(result, String(options.subject), language);
  if ("code" in subject) return stop(s, [{ source: null, problems: [subject] }], language);

  // Of the problems in the data, those of this subject; `run` shows all.
  const problems = e.found.problems.filter(
    (p) => p.data?.subject === undefined || p.data.subject === subject.id,
  );
  const found = { source: null, problems };
  // What everybody's results tell of this one comes first.
  const places = placeSentences(subject, e);
  const sentences = [...places, ...explainSubject(subject, language, e.tables)];
  return answer(s, {
    language,
    config: e.config,
    found: [found, openPoints(e.loaded)],
    json: (lists) => {
      const { measure, year, period, date } = result;
      const assessed = { year, ...(period !== undefined && { period }), date };
      return { measure, ...assessed, subject, sentences, problems: lists.flat() };
    },
    text: () => {
      printProblems(s, found, language, "err");
      const year = result.period ?? (language === "zh" ? `${result.year}年度` : String(result.year));
      const title = result.measure.title ?? result.measure.name;
      s.io.out(`${s.paint.strong(visible(`${subject.id} · ${subject.kind} · ${year}`))}\n`);
      s.io.out(`${s.paint.faint(visible(title))}\n\n`);
      const known = factsTable(subject, e.tables, s, language);
      if (known.length > 0) s.io.out(`${known.join("\n")}\n\n`);
      s.io.out(`${s.paint.info(language === "zh" ? "结果和理由" : "Result and reasons")}\n`);
      for (const sentence of sentences) s.io.out(`${indented(sentence, s.io.columns)}\n`);
    },
  });
}

/** A sentence keeps its own indentation; what is wrapped goes two columns deeper. */
function indented(sentence: string, columns: number): string {
  const margin = `  ${/^ */.exec(sentence)?.[0] ?? ""}`;
  const lines = wrap(visible(sentence.trimStart()), columns - margin.length - 2);
  return lines.map((line, i) => margin + (i === 0 ? "" : "  ") + line).join("\n");
}

/** The subject of that id; `对象名=标识` where kinds share ids. */
export function find(result: CohortResult, wanted: string, language: Language): SubjectResult | Problem {
  const exact = result.subjects.filter((x) => x.id === wanted);
  const equals = wanted.indexOf("=");
  const named =
    exact.length > 0 || equals < 0
      ? exact
      : result.subjects.filter(
          (x) => x.kind === wanted.slice(0, equals) && x.id === wanted.slice(equals + 1),
        );
  const [first, second] = named;
  const zh = language === "zh";
  if (first === undefined) {
    const near = nearestOf(
      wanted,
      result.subjects.map((x) => x.id),
      3,
    );
    const some = result.subjects.slice(0, 3).map((x) => x.id);
    const list = (ids: readonly string[]) => ids.join(zh ? "、" : ", ");
    const hint =
      near.length > 0
        ? zh
          ? `相近的有 ${list(near)}。`
          : `Near it are ${list(near)}.`
        : zh
          ? `数据中有 ${result.subjects.length} 个对象，如 ${list(some)}。`
          : `The data have ${result.subjects.length} subjects, such as ${list(some)}.`;
    return problem("BF9010", { id: wanted, hint });
  }
  if (second === undefined || first.kind === second.kind) return first;
  const kinds = named.map((x) => x.kind).join(zh ? "、" : ", ");
  return problem("BF9011", { id: wanted, kinds, example: `${first.kind}=${first.id}` });
}
