import { chosenFix } from "../../diagnostics/fixes.ts";
import type { Language } from "../../diagnostics/message.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { inOrder, renderProblem, summary, tally } from "../../diagnostics/render.ts";
import { visible } from "../../diagnostics/width.ts";
import { acceptedTable } from "../accepted.ts";
import { accountOf } from "../account.ts";
import { measureJson } from "../account-json.ts";
import { answer, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { coloured } from "../diff-view.ts";
import { type LoadedMeasure, loadMeasure } from "../load-measure.ts";
import { type MendedFile, mendFile } from "../mend-file.ts";
import { printProblems, type Session } from "../session.ts";
import { filesToCheck, overlapping } from "../versions.ts";

/** `banfa check FILE…`: problems, then what the measure holds and leaves open. */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const dryRun = options.dryRun === true;
  if (dryRun && options.fix !== true) {
    const alone = problem("BF9008", { option: "--dry-run", other: "--fix" });
    return stop(s, [{ source: null, problems: [alone] }], s.language());
  }
  const files: MendedFile[] = [];
  for (const path of [args[0]].flat().filter((path) => path !== undefined)) {
    const inside = filesToCheck(path);
    const own: MendedFile[] = [];
    for (const file of inside ?? [path]) {
      const loaded = await loadMeasure(file);
      own.push(options.fix === true ? await mendFile(loaded, dryRun) : { ...UNTOUCHED, loaded });
    }
    files.push(...own);
    const clashes =
      inside === null
        ? []
        : overlapping(
            path,
            own.map((f) => f.loaded),
          );
    if (clashes.length > 0) files.push({ ...UNTOUCHED, loaded: folderOf(path, clashes, own[0]!.loaded) });
  }
  const repeated = withoutRepeats();
  const loaded = files.map((f) => repeated(f.loaded));
  return answer(s, {
    language: s.language(),
    found: loaded.map((l) => ({
      ...{ source: l.source, problems: l.problems, name: l.path, config: l.config },
      language: s.language(l.language),
    })),
    json: (problems) => ({
      files: loaded.map((l, i) => ({
        file: l.path,
        measure: l.measure === null ? null : measureJson(l.measure),
        ...tally(l.problems),
        problems: problems[i],
        ...(options.fix === true ? { fixed: fixedJson(files[i]!) } : {}),
      })),
    }),
    text: () => {
      if (dryRun) showRepairs(s, files, loaded);
      else {
        for (const f of files) s.io.err(repairs(f, s) || (options.fix === true ? nothingMended(f, s) : ""));
        s.io.out(loaded.map((l) => report(s, l, s.language(l.language))).join("\n"));
      }
    },
  });
}

/** `--fix --dry-run`: the changes as a diff, and beside it why each was made. */
function showRepairs(s: Session, files: readonly MendedFile[], loaded: readonly LoadedMeasure[]): void {
  for (const f of files) s.io.out(coloured(f.diff, s));
  for (const f of files) s.io.err((repairs(f, s) || nothingMended(f, s)).replace(/\n\n$/, "\n"));
  for (const l of loaded) {
    // Beside the diff only what kept something from being repaired; the rest is for a check without --fix.
    const problems = l.problems.filter((p) => p.data !== undefined || p.code === "BF9050");
    printProblems(s, { source: l.source, problems }, s.language(l.language), "err");
  }
}

/** What is said of the versions of a folder, as if of a file. */
function folderOf(path: string, problems: readonly Problem[], first: LoadedMeasure): LoadedMeasure {
  const { config, encoding, language } = first;
  return { path, measure: null, source: null, problems, config, encoding, ...(language && { language }) };
}

const UNTOUCHED = { applied: [], written: false, diff: "" } as const;

function fixedJson({ applied, written, diff }: MendedFile) {
  return { applied: applied.length, written, diff };
}

/** What was repaired, a line each: a repair nobody sees would be a change nobody reviewed. */
function repairs({ loaded, applied, written }: MendedFile, s: Session): string {
  const language = s.language(loaded.language);
  const zh = language === "zh";
  const lines = applied.map(({ problem: p, line }) => {
    const what = chosenFix(p)?.[language] ?? "";
    return visible(`${loaded.path}:${line}: ${p.code} ${what}`);
  });
  if (lines.length === 0) return "";
  const count = lines.length;
  const done = written
    ? zh
      ? `已改正 ${count} 处`
      : `${count} mended`
    : zh
      ? `可改正 ${count} 处，文件没有改动`
      : `${count} can be mended; the file was left as it is`;
  return `${[...lines, `${visible(loaded.path)}${zh ? "：" : ": "}${s.errPaint.good(done)}`].join("\n")}\n\n`;
}

/** Nothing goes without a choice; how many findings offer one to choose from. */
function nothingMended({ loaded }: MendedFile, s: Session): string {
  const zh = s.language(loaded.language) === "zh";
  const open = loaded.problems.filter((p) => p.accepted === undefined && (p.fixes ?? []).length > 0).length;
  const none = zh ? "没有不用选择就能改正的" : "nothing can be mended without a choice";
  const rest = zh
    ? `；有 ${open} 处列出了几种改法，用 banfa check ${loaded.path} 查看，选一种写进去`
    : `; ${open} offer ways to choose from: banfa check ${loaded.path}`;
  return `${visible(`${loaded.path}${zh ? "：" : ": "}${none}${open > 0 ? rest : ""}`)}\n\n`;
}

/** Settings that cannot be used are told once, however many measures stand under them. */
function withoutRepeats(): (l: LoadedMeasure) => LoadedMeasure {
  const told = new Set<string>();
  return (l) => {
    const problems = l.problems.filter((p) => {
      const key = JSON.stringify([p.code, p.data, p.parameters]);
      const again = p.data !== undefined && told.has(key);
      told.add(key);
      return !again;
    });
    return { ...l, problems };
  };
}

function report(s: Session, l: LoadedMeasure, language: Language): string {
  const options = { language, paint: s.paint, columns: s.io.columns };
  const open = inOrder(l.problems.filter((p) => p.accepted === undefined));
  const blocks = open.map((p) => renderProblem(p, l.source, options));
  const accepted = acceptedTable(l, s, language);
  if (accepted.length > 0) blocks.push(accepted.join("\n"));
  if (l.measure !== null) blocks.push(accountOf(l.measure, s, language));
  blocks.push(
    `${s.paint.strong(visible(l.path))}${language === "zh" ? "：" : ": "}${summary(l.problems, options)}`,
  );
  return `${blocks.join("\n\n")}\n`;
}
