import { existsSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { compile } from "../../compiler/compile.ts";
import { writeFilesAtomically } from "../../data/atomic-write.ts";
import { resolveOnDisk } from "../../data/base-files.ts";
import type { Language } from "../../diagnostics/message.ts";
import { alike, inMessage, phrase } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { SourceText } from "../../source/source-text.ts";
import { answer, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { blankCases, blankMeasure } from "../scaffold/blank.ts";
import { firstCase } from "../scaffold/first-case.ts";
import { effectiveLine, type Head, nameText } from "../scaffold/head.ts";
import { BEGINNINGS, beginning, choices, copyOf } from "../scaffold/models.ts";
import { Questions } from "../scaffold/questions.ts";
import type { Session } from "../session.ts";

/** `banfa new FOLDER`: a measure to begin with and its first case, by flags or by questions; all files or none. */

interface Wanted {
  readonly folder: string;
  readonly from: string;
  readonly base: string | null;
  readonly name: string;
  readonly issuer: string;
  readonly effective: string;
}

export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const language = s.language();
  const refuse = (p: Problem, source: SourceText | null = null) =>
    stop(s, [{ source, problems: [p] }], language);
  if (options.from !== undefined && options.layerOf !== undefined)
    return refuse(problem("BF9008", { option: "--layer-of", other: "--from blank" }));
  const given = givenBy(args, options);
  const wanted = await complete(s, given, language);
  if ("code" in wanted) return refuse(wanted);
  const there = taken(wanted.folder);
  if (there !== null) return refuse(problem("BF9066", { path: there }, { data: { file: there } }));
  const made = filesOf(wanted, language);
  if ("problems" in made) return stop(s, [made], language);
  const failed = writeFilesAtomically(wanted.folder, made);
  if (failed !== null) return refuse(failed);
  const paths = made.map((f) => join(wanted.folder, f.name));
  return answer(s, {
    language,
    found: [],
    json: () => ({ files: paths, problems: [] }),
    text: () => s.io.out(done(paths, language)),
  });
}

/** A file that would be written over. */
const taken = (folder: string): string | null =>
  ["measure.banfa", "cases.yaml"].map((n) => join(folder, n)).find((p) => existsSync(p)) ?? null;

function givenBy(args: readonly Argument[], options: Options): Partial<Wanted> {
  const text = (o: Options[string]) => (typeof o === "string" ? o : undefined);
  const folder = text(args[0] as string | undefined);
  const [name, issuer, effective] = [text(options.name), text(options.issuer), text(options.effective)];
  const base = text(options.layerOf);
  const from = base === undefined ? text(options.from) : "layer";
  return {
    ...(folder !== undefined && { folder }),
    ...(from !== undefined && { from }),
    ...(base !== undefined && { base }),
    ...(name !== undefined && { name }),
    ...(issuer !== undefined && { issuer }),
    ...(effective !== undefined && { effective }),
  };
}

/** What the flags leave out is asked on a terminal; elsewhere what cannot be guessed is missing. */
async function complete(s: Session, given: Partial<Wanted>, language: Language): Promise<Wanted | Problem> {
  const zh = language === "zh";
  const bad = {
    from: (a: string) =>
      beginning(a) !== null ? null : phrase("number-from-1", { most: BEGINNINGS.length }),
    base: (a: string) => (a.endsWith(".banfa") && existsSync(a) ? null : phrase("no-such-file")),
    name: (a: string) => (nameText(a) === null ? phrase("plain-name") : null),
    issuer: (a: string) =>
      a === "" || a.split("、").every((n) => nameText(n) !== null) ? null : phrase("names-of-bodies"),
    effective: (a: string) => (effectiveLine(a) === null ? phrase("day-in-digits") : null),
    folder: (a: string) => {
      if (a === "") return phrase("a-folder");
      const there = taken(a);
      return there === null ? null : phrase("another-folder", { there });
    },
  };
  for (const key of ["from", "base", "name", "issuer", "effective"] as const) {
    const value = given[key];
    const expected = value === undefined || value === null ? null : bad[key](value);
    if (expected !== null) {
      const option = key === "base" ? "--layer-of" : `--${key}`;
      return problem("BF9004", { option, value: String(value), ...inMessage("expected", expected) });
    }
  }
  const missing = (["folder", "name", "effective"] as const).filter((k) => given[k] === undefined);
  const example = "banfa new my-town --name 某镇考核 --effective 2026-01-01";
  const lacks = () =>
    problem("BF9003", {
      command: "new",
      ...alike("missing", missing.map((k) => (k === "folder" ? "FOLDER" : `--${k}`)).join(" ")),
      example,
    });
  const { input } = s.io;
  if (missing.length === 0 || input === undefined) {
    const { folder, name, effective, from = "blank", base = null, issuer = "" } = given;
    if (folder === undefined || name === undefined || effective === undefined) return lacks();
    return { folder, from, base, name, issuer, effective };
  }
  const questions = new Questions(s.io, input);
  try {
    const ask = async (key: keyof typeof bad, words: readonly [string, string], fallback: string) =>
      given[key] ??
      (await questions.ask(words[zh ? 0 : 1], fallback, (a) => bad[key](a)?.[language] ?? null));
    const asked = await ask(
      "from",
      [
        `从哪里开始：\n${choices("zh").join("\n")}\n写编号`,
        `Begin with:\n${choices("en").join("\n")}\nNumber`,
      ],
      "1",
    );
    const from = asked === null ? null : beginning(asked);
    if (from === null) return lacks();
    const base =
      from === "layer"
        ? await ask("base", ["沿用哪一份（.banfa 文件）", "Build on which measure (.banfa)"], "")
        : "";
    const name = base === null ? null : await ask("name", ["办法的名称", "Name of the measure"], "");
    const issuer =
      name === null ? null : await ask("issuer", ["制定机关（可以不写）", "Issued by (may be left out)"], "");
    const effective =
      issuer === null ? null : await ask("effective", ["哪天施行", "In force from"], "2026-01-01");
    const folder = effective === null ? null : await ask("folder", ["放在哪个文件夹", "Folder"], "measure");
    if (folder === null) return lacks();
    return {
      folder,
      from,
      base: base === "" ? null : base,
      name: name!,
      issuer: issuer!,
      effective: effective!,
    };
  } finally {
    questions.close();
  }
}

const yearOf = ({ effective }: Head): number => Number(/\d{4}/.exec(effective)![0]);

type File = { readonly name: string; readonly text: string };

function filesOf(
  wanted: Wanted,
  language: Language,
): File[] | { readonly source: SourceText | null; readonly problems: readonly Problem[] } {
  const issuers =
    wanted.issuer === ""
      ? null
      : wanted.issuer
          .split("、")
          .map((n) => nameText(n)!)
          .join("、");
  const head: Head = {
    name: nameText(wanted.name)!,
    issuer: issuers,
    effective: effectiveLine(wanted.effective)!,
  };
  if (wanted.base === null && wanted.from === "blank")
    return [
      { name: "measure.banfa", text: blankMeasure(head, language) },
      { name: "cases.yaml", text: blankCases(language, yearOf(head)) },
    ];
  if (wanted.base === null) {
    const { measure, cases } = copyOf(wanted.from, head);
    return [
      { name: "measure.banfa", text: measure },
      { name: "cases.yaml", text: cases },
    ];
  }
  const path = relative(wanted.folder, wanted.base).replace(/\\/g, "/");
  const said = language === "zh" ? LAYER.zh : LAYER.en;
  const text = `办法 ${head.name} 沿用 “${isAbsolute(path) ? wanted.base : path}”
${head.issuer === null ? "" : `制定机关 ${head.issuer}\n`}${head.effective}
${said}`;
  const { measure, problems, source } = compile(new SourceText(join(wanted.folder, "measure.banfa"), text), {
    resolve: resolveOnDisk,
  });
  if (measure === null) return { source, problems: problems.filter((p) => p.severity === "error") };
  const name = language === "zh" ? "什么都还没有填报" : "nothing is reported yet";
  return [
    { name: "measure.banfa", text },
    { name: "cases.yaml", text: firstCase(measure, name) },
  ];
}

const LAYER = {
  zh: `
# 只写与上位办法不同的地方：
#   设定 参数 = 值          填上上位办法留空的数
#   增加 第七条(一)5 …      加一项、加一条
#   修改 第六条(四) …       改一句或者一行，要写 授权依据 “…”
#   删除 第七条(一)3        去掉一项，要写 授权依据 “…”
`,
  en: `
# Say only where it differs from its base:
#   set parameter = value         closes what the base leaves open
#   insert Article 7(1)5 …        adds an item or an article
#   amend Article 6(4) …          changes a sentence or a row; needs authority “…”
#   delete Article 7(1)3          drops an item; needs authority “…”
`,
} as const;

function done(paths: readonly string[], language: Language): string {
  const [measure] = paths;
  return language === "zh"
    ? `写好了：\n${paths.map((p) => `  ${p}\n`).join("")}\n接着：\n  banfa check ${measure}\n  banfa test ${measure}\n`
    : `Written:\n${paths.map((p) => `  ${p}\n`).join("")}\nNext:\n  banfa check ${measure}\n  banfa test ${measure}\n`;
}
