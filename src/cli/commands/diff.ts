import { readApprovals } from "../../data/approvals.ts";
import { alike } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { Impact } from "../../diff/impact.ts";
import { diffGithub, diffSarif } from "../../diff/render/code-platforms.ts";
import { diffHtml } from "../../diff/render/html.ts";
import { impactHtml } from "../../diff/render/impact-html.ts";
import { impactTables } from "../../diff/render/impact-lines.ts";
import { diffMarkdown } from "../../diff/render/markdown.ts";
import { pathOf, type Report, reportJson } from "../../diff/report.ts";
import { answer, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { baseSides, changedUnderneath, layerProblems } from "../diff/bases.ts";
import { compareSides } from "../diff/compare.ts";
import { gatherEvidence, proofSettings, writeWitnesses } from "../diff/evidence.ts";
import { failures, failuresAsked } from "../diff/fails.ts";
import { changeProblems } from "../diff/findings.ts";
import { driverSides, textconv } from "../diff/git-driver.ts";
import { setUpGit, undoGit } from "../diff/git-setup.ts";
import { impactOn, impactText } from "../diff/impact.ts";
import { sidesOf } from "../diff/sides.ts";
import { diffText } from "../diff/text.ts";
import { textOption } from "../evaluation.ts";
import { exitCode, printProblems, type Session } from "../session.ts";
import { VERSION } from "../version.ts";

/**
 * `banfa diff OLD NEW`: what differs between two versions, for whoever has to answer for it. Exit codes: 0 compared (also
 * when there are changes), 1 when `--fail-on` names a change that nobody approved, 2 when something could not be read.
 */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const names = [args[0]].flat().filter((a) => a !== undefined);
  const refuse = (problems: readonly Problem[]) => stop(s, [{ source: null, problems }], s.language());
  if (options.setupGit === true) return setUp(s, options);
  if (options.undo === true) return refuse([problem("BF9008", { option: "--undo", other: "--setup-git" })]);
  if (options.textconv === true && names[0] !== undefined) {
    s.io.out(textconv(names[0]));
    return 0;
  }
  if (names.length === 0)
    return refuse([
      problem("BF9003", {
        command: "diff",
        ...alike("missing", "OLD NEW"),
        example: "banfa diff old.banfa new.banfa",
      }),
    ]);
  const wanted = failuresAsked(options.failOn);
  if ("code" in wanted) return refuse([wanted]);

  const driven = options.gitDriver === true ? driverSides(names) : null;
  const base = textOption(options.base);
  if (base !== undefined) {
    const found = layerProblems(names, base);
    if (found.length > 0) return stop(s, found, s.language());
  }
  const sides =
    base !== undefined
      ? { ok: true as const, ...baseSides(names[0]!, base) }
      : driven
        ? { ok: true as const, ...driven }
        : sidesOf(names);
  if (!sides.ok) return refuse(sides.problems);
  const settings = proofSettings(options);
  if ("code" in settings) return refuse([settings]);
  const compared = compareSides(sides.old, sides.new);
  if (compared.problems.length > 0) return refuse(compared.problems);

  const language = s.language(compared.language);
  const approvals = textOption(options.approvals);
  const read = approvals === undefined ? { approvals: [], problems: [] } : readApprovals(approvals);
  const problems: Problem[] = [...read.problems, ...(base === undefined ? [] : changedUnderneath(compared))];
  const known = new Set(compared.files.flatMap((f) => (f.diff?.changes ?? []).map((c) => c.fingerprint)));
  for (const a of read.approvals)
    if (!known.has(a.fingerprint))
      problems.push(
        problem(
          "BF9060",
          { fingerprint: a.fingerprint, by: a.by },
          { data: { file: approvals!, row: a.line } },
        ),
      );
  const approved = new Set(read.approvals.map((a) => a.fingerprint));
  // git shows many files in a row; whoever wants evidence asks for it.
  const evidence = options.proof === false || driven ? null : await gatherEvidence(compared, settings);
  const folder = textOption(options.witnessDir);
  if (folder !== undefined && evidence) problems.push(...writeWitnesses(folder, evidence).problems);
  const report: Report = {
    old: sides.old.name,
    new: sides.new.name,
    files: compared.files,
    approved,
    language,
    ...(evidence && { evidence }),
  };

  let impact: Impact | null = null;
  if (options.data !== undefined) {
    const computed = await impactOn(compared, options);
    if (!computed.ok) return refuse(computed.problems);
    impact = computed.impact;
    problems.push(...computed.problems);
  }
  const failing = compared.files.flatMap((f) => failures(f, wanted, report));
  if (failing.length > 0)
    problems.push(
      problem("BF9061", {
        count: failing.length,
        what: [...wanted],
      }),
    );
  return write(s, report, impact, options, problems, new Set(failing));
}

/** Says what was set up, and how to take it back. */
function setUp(s: Session, options: Options): number {
  const undo = options.undo === true;
  const program = [process.execPath, ...process.argv.slice(1, 2)];
  const { top, problems } = undo ? undoGit(process.cwd()) : setUpGit(process.cwd(), program);
  const language = s.language();
  if (problems.length > 0) return stop(s, [{ source: null, problems }], language);
  return answer(s, {
    language,
    found: [],
    json: () => ({ gitSetup: undo ? "removed" : "set up", repository: top, problems: [] }),
    text: () => s.io.out(`${SETUP_WORDS[language][undo ? "removed" : "done"].join("\n")}\n`),
  });
}

const SETUP_WORDS = {
  zh: {
    done: [
      "已设好：git diff 按条款显示 .banfa 的变动，git log -p、git show 比较规范排版",
      "写入了 .gitattributes（请提交）和本仓库的 git 设置；撤销：banfa diff --setup-git --undo",
    ],
    removed: ["已撤销：.gitattributes 和本仓库的 git 设置里不再有 banfa"],
  },
  en: {
    done: [
      "Done: git diff shows changes of .banfa files clause by clause; git log -p and git show compare the canonical layout.",
      "Written: .gitattributes (commit it) and the settings of this clone; undo with banfa diff --setup-git --undo",
    ],
    removed: ["Removed: banfa is no longer in .gitattributes nor in the settings of this clone."],
  },
} as const;

function write(
  s: Session,
  report: Report,
  impact: Impact | null,
  options: Options,
  problems: readonly Problem[],
  failing: ReadonlySet<unknown>,
): number {
  const { language } = report;
  const found = { source: null, problems };
  const name = report.files.map(pathOf).find((path) => path !== "") ?? report.new;
  const changes = {
    ...{ source: null, problems: changeProblems(report, failing), name },
    // With fingerprints and approvals, which these can show.
    own: { sarif: () => diffSarif(report, VERSION), github: () => diffGithub(report) },
  };
  const extra = impact === null ? {} : { impact };
  answer(s, {
    language,
    found: [changes, found],
    json: (lists) => ({ ...reportJson(report), ...extra, problems: lists.flat() }),
    text: () => {
      const rendered = typeof options.format === "string" ? RENDERED[options.format] : undefined;
      const said = rendered
        ? rendered(report, impact)
        : diffText(report, s) + (impact ? impactText(impact, s, language) : "");
      s.io.out(said);
      if (!rendered && problems.length > 0) s.io.err("\n");
      printProblems(s, found, language, "err");
    },
  });
  // That there are changes is no failure; those that fail are counted by a problem of their own.
  return exitCode(s, problems);
}

const RENDERED: Readonly<Record<string, (report: Report, impact: Impact | null) => string>> = {
  md: (report, impact) => diffMarkdown(report, impact ? impactTables(impact, report.language) : []),
  html: (report, impact) => diffHtml(report, impact ? impactHtml(impact, report.language) : ""),
};
