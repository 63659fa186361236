import { join, resolve } from "node:path";
import type { Measure } from "../../compiler/ir/ir.ts";
import { writeFileAtomically, writeFilesAtomically } from "../../data/atomic-write.ts";
import { parseDataArgument, readDataFiles } from "../../data/data-files.ts";
import type { RawCohort } from "../../data/raw.ts";
import { type Form, type FormOptions, formsBySource, wholeForm } from "../../data/template/template.ts";
import type { Language } from "../../diagnostics/message.ts";
import { worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { dataSchemaOf } from "../../facts/data-schema.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { textOption, withoutResult } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import { printProblems, type Session } from "../session.ts";

/** `banfa template MEASURE --out 表.xlsx`: a form that asks for what a measure needs, or one a department. */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  const refuse = (...problems: readonly Problem[]): number => stop(s, [{ source: null, problems }], language);
  const wrong = settingProblem(args, options);
  if (wrong !== null) return refuse(wrong);
  const { measure } = loaded;
  if (measure === null) return stop(s, withoutResult(loaded, "BF9021"), language);

  const known = await knownSubjects(measure, options);
  if (known.unreadable) return refuse(...known.problems);
  const period = textOption(options.period) ?? textOption(options.year) ?? null;
  const written = await write(measure, options, { language, period, cohort: known.cohort });
  if ("code" in written) return refuse(written);

  // Facts that are still missing are what the form asks for.
  const problems = known.problems.filter((p) => p.code !== "BF4024" && p.code !== "BF4111");
  const shown = { source: null, problems };
  return answer(s, {
    language,
    config: loaded.config,
    found: [shown, openPoints(loaded)],
    json: (lists) => ({ files: written, problems: lists.flat() }),
    text: () => {
      printProblems(s, shown, language, "err");
      if (problems.length > 0) s.io.err("\n");
      s.io.out(written.map((f) => `${f.path}${s.paint.faint(summary(f, language))}\n`).join(""));
    },
  });
}

interface Written {
  readonly path: string;
  readonly department: string | null;
  readonly sheets: number;
  readonly columns: number;
}

async function write(measure: Measure, options: Options, form: FormOptions): Promise<Written[] | Problem> {
  const folder = textOption(options.bySource);
  const told = (f: Form, path: string): Written => {
    const { department, sheets, columns } = f;
    return { path, department, sheets, columns };
  };
  if (folder === undefined) {
    const path = String(options.out);
    const whole = await wholeForm(measure, form);
    return writeFileAtomically(path, [whole.bytes]) ?? [told(whole, path)];
  }
  const taken = new Set<string>();
  const forms = await formsBySource(measure, form);
  const files = forms.map((f) => ({ form: f, name: fileName(f.department, form.language, taken) }));
  const failed = writeFilesAtomically(
    folder,
    files.map((f) => ({ name: f.name, text: f.form.bytes })),
  );
  return failed ?? files.map((f) => told(f.form, join(folder, f.name)));
}

/** A name that every system takes. */
function fileName(department: string | null, language: Language, taken: Set<string>): string {
  const rest = language === "zh" ? "没有写明由谁填报" : "nobody named";
  const plain = (department ?? rest).replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").replace(/^[. ]+|[. ]+$/g, "");
  const base = plain === "" ? "_" : [...plain].slice(0, 60).join("");
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base} (${n})`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return `${name}.xlsx`;
  }
}

async function knownSubjects(
  measure: Measure,
  options: Options,
): Promise<{
  readonly cohort: RawCohort;
  readonly problems: readonly Problem[];
  readonly unreadable: boolean;
}> {
  const inputs = [options.data ?? []].flat().map((a) => parseDataArgument(String(a)));
  if (inputs.length === 0) return { cohort: {}, problems: [], unreadable: false };
  return readDataFiles(inputs, dataSchemaOf(measure));
}

function settingProblem(args: readonly Argument[], options: Options): Problem | null {
  const out = textOption(options.out);
  const folder = textOption(options.bySource);
  if (out !== undefined && folder !== undefined) {
    return problem("BF9006", { first: "--out", second: "--by-source" });
  }
  if (out === undefined && folder === undefined) {
    return problem("BF9003", {
      command: "template",
      ...worded("missing", "out-or-folder"),
      example: "banfa template policies/guangxi/measure.banfa --out 2018.xlsx",
    });
  }
  if (out !== undefined && !/\.xlsx$/i.test(out)) {
    const expected = worded("expected", "xlsx-file");
    return problem("BF9004", { option: "--out", value: out, ...expected });
  }
  const inputs = [
    String(args[0]),
    ...[options.data ?? []].flat().map((a) => parseDataArgument(String(a)).path),
  ];
  const clash = out !== undefined && inputs.some((path) => resolve(path) === resolve(out));
  return clash ? problem("BF9013", { file: out }) : null;
}

function summary({ department, sheets, columns }: Written, language: Language): string {
  const by = department === null ? "" : language === "zh" ? `${department}，` : `${department}, `;
  return language === "zh"
    ? `（${by}${sheets} 张表，${columns} 栏）`
    : ` (${by}${sheets} ${sheets === 1 ? "sheet" : "sheets"}, ${columns} ${columns === 1 ? "column" : "columns"})`;
}
