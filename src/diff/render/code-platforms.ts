import { type EvidenceView, viewOf } from "../evidence-words.ts";
import { evidenceOf, headingOf, type Report } from "../report.ts";
import { DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, REPORT_WORDS } from "../sentences.ts";
import type { Change, Level } from "../types.ts";
import { linesOf } from "./lines.ts";

/** Changes where a code platform shows them, beside the lines of the new text: SARIF 2.1.0 and GitHub's commands. */

interface Placed {
  readonly change: Change;
  readonly path: string;
  /** What was found out about it; null: nothing was asked. */
  readonly view: EvidenceView | null;
}

/** What stands in the new text; what was removed is told at the file. */
function placed(report: Report): Placed[] {
  return report.files.flatMap((f) => {
    const { newPath: path, diff } = f;
    if (path === null || !diff) return [];
    const evidence = evidenceOf(report, f);
    return diff.changes.map((change) => ({
      change,
      path,
      view: viewOf(change, diff, evidence, report.language),
    }));
  });
}

/** A change as whoever lists findings tells it. */
export interface ToldChange {
  readonly change: Change;
  /** Of the new text. */
  readonly path: string;
  readonly reach: Level;
  /** What it is, and what differs. */
  readonly says: string;
  /** Who fares differently, and the fingerprint for approvals. */
  readonly evidence: string;
}

export function toldChanges(report: Report, language: "zh" | "en"): ToldChange[] {
  return placed(report).map((at) => {
    const { change, path, view } = at;
    const { title } = told(at, language);
    const text = linesOf(change, language).join(language === "zh" ? "；" : "; ");
    const says = text === "" ? title : `${title}${language === "zh" ? "：" : ": "}${text}`;
    const print = `${REPORT_WORDS[language].fingerprint} ${change.fingerprint}`;
    const evidence = [...evidenceLines(view, language), print].join(" ");
    return { change, path, reach: reachOf(at), says, evidence };
  });
}

/** How far it reaches by what was found out: what is proved for everybody is no other outcome. */
const reachOf = ({ change, view }: Placed): Level =>
  change.level === "outcome" && view?.status === "same" ? "structure" : change.level;

function told({ change: c, view }: Placed, language: "zh" | "en"): { title: string; text: string } {
  const direction = c.direction === "none" ? "" : ` · ${DIRECTION_WORDS[c.direction][language]}`;
  const title = `${headingOf(c, language)}: ${KIND_WORDS[c.kind][language]} · ${LEVEL_WORDS[c.level][language]}${direction}`;
  return {
    title,
    text: [...linesOf(c, language), ...evidenceLines(view, language), c.fingerprint].join("\n"),
  };
}

/** The verdict, who it is, what comes out differently, and both explanations. */
function evidenceLines(view: EvidenceView | null, language: "zh" | "en"): string[] {
  if (!view) return [];
  const { byOld, byNew } = REPORT_WORDS[language];
  const { facts = [], changes = [], before = [], after = [] } = view.example ?? {};
  const explained = (title: string, sentences: readonly string[]) =>
    sentences.length > 0 ? [`${title}${language === "zh" ? "：" : ": "}${sentences.join(" ")}`] : [];
  // The first change stands in the verdict.
  return [
    view.verdict,
    ...facts,
    ...changes.slice(1),
    ...explained(byOld, before),
    ...explained(byNew, after),
  ];
}

const SARIF_LEVEL: Readonly<Record<Level, string>> = {
  wording: "note",
  structure: "note",
  data: "warning",
  outcome: "warning",
};

export function diffSarif(report: Report, version: string): string {
  const { language } = report;
  const rules = (Object.keys(SARIF_LEVEL) as Level[]).map((level) => ({
    id: `diff-${level}`,
    shortDescription: { text: LEVEL_WORDS[level][language] },
    fullDescription: { text: REPORT_WORDS[language].levels[level] },
    defaultConfiguration: { level: SARIF_LEVEL[level] },
  }));
  const results = placed(report).map((at) => {
    const { change, path, view } = at;
    const { title, text } = told(at, language);
    return {
      ruleId: `diff-${change.level}`,
      ruleIndex: rules.findIndex((r) => r.id === `diff-${change.level}`),
      level: SARIF_LEVEL[reachOf(at)],
      message: { text: `${title}\n${text}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI((change.new?.file ?? path).replace(/\\/g, "/")) },
            ...(change.new ? { region: { startLine: change.new.line, endLine: change.new.endLine } } : {}),
          },
        },
      ],
      partialFingerprints: { "banfaChange/v1": change.fingerprint },
      ...(report.approved.has(change.fingerprint) ? { suppressions: [{ kind: "external" }] } : {}),
      properties: {
        ...{ kind: change.kind, direction: change.direction },
        ...(view && { evidence: view.status }),
      },
    };
  });
  const run = {
    tool: { driver: { name: "banfa", version, rules } },
    language: language === "zh" ? "zh-CN" : "en",
    columnKind: "utf16CodeUnits",
    results,
  };
  const $schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  return `${JSON.stringify({ $schema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

/** Workflow commands: a per cent sign, a line end or a separator would end them, so those are encoded. */
export function diffGithub(report: Report): string {
  return placed(report)
    .filter(({ change }) => change.level !== "wording" && !report.approved.has(change.fingerprint))
    .map((at) => {
      const { change, path } = at;
      const { title, text } = told(at, report.language);
      const place = change.new ? `,line=${change.new.line},endLine=${change.new.endLine}` : "";
      const command = reachOf(at) === "outcome" ? "warning" : "notice";
      return `::${command} file=${property((change.new?.file ?? path).replace(/\\/g, "/"))}${place},title=${property(title)}::${data(text)}\n`;
    })
    .join("");
}

const data = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const property = (text: string): string => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
