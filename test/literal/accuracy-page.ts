import { byClass, type Comparison, percent } from "./compare.ts";

/** docs/ambiguities/accuracy: the figures of the comparison, written anew by `npx vitest run test/literal --update`. */

export const ACCURACY_PAGES = { en: "accuracy.md", zh: "accuracy.zh-CN.md" } as const;

type Language = keyof typeof ACCURACY_PAGES;

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  guangxi: ["广西：安置点包点领导专项考核", "Guangxi: leaders in charge of resettlement sites"],
  jiange: ["剑阁：五个必须", "Jiange: the five musts"],
  nandan: ["南丹：脱贫攻坚奖惩", "Nandan: rewards and sanctions"],
  xizang: ["西藏：干部驻村考核", "Xizang: cadres posted to villages"],
  yanglousi: ["羊楼司：脱贫攻坚工作考核", "Yanglousi: poverty relief work"],
  yingshan: ["营山：双述双评", "Yingshan: reports and ratings of first secretaries"],
};

export function accuracyPage(comparisons: readonly Comparison[], language: Language): string {
  const text = language === "zh" ? zh : en;
  const sum = (of: (c: Comparison) => number) => comparisons.reduce((n, c) => n + of(c), 0);
  const total = {
    pairs: sum((c) => c.pairs.length),
    found: sum((c) => c.found.length),
    direct: sum((c) => c.found.filter((p) => p.direct).length),
    findings: sum((c) => c.findings.length),
    unmatched: sum((c) => c.unmatched.length),
    alarms: sum((c) => c.unmatched.filter((f) => f.verdict === "false alarm").length),
  };
  const row = (name: string, part: Omit<typeof total, "alarms" | "direct">) =>
    `| ${name} | ${part.pairs} | ${part.found} | ${percent(part.found, part.pairs)} | ` +
    `${part.findings} | ${part.unmatched} | ${percent(part.unmatched, part.findings)} |`;
  const measures = comparisons.map((c) =>
    row((NAMES[c.measure] ?? [c.measure, c.measure])[language === "zh" ? 0 : 1], {
      pairs: c.pairs.length,
      found: c.found.length,
      findings: c.findings.length,
      unmatched: c.unmatched.length,
    }),
  );
  const link = (name: string) => `[${name}](${name}${language === "zh" ? ".zh-CN" : ""}.md)`;
  const classes = byClass(comparisons).map(
    (r) => `| ${link(r.class)} | ${r.pairs} | ${r.found} | ${percent(r.found, r.pairs)} |`,
  );
  const parts = [
    `# ${text.title}`,
    text.links,
    text.what,
    text.how,
    `## ${text.byMeasure}`,
    [
      text.measureHead,
      "| --- | --- | --- | --- | --- | --- | --- |",
      ...measures,
      row(text.total, total),
    ].join("\n"),
    text.notes(total.direct, total.found, total.alarms, total.unmatched),
    `## ${text.byClass}`,
    [text.classHead, "| --- | --- | --- | --- |", ...classes].join("\n"),
    `## ${text.whyTitle}`,
    text.why,
  ];
  return `${parts.join("\n\n")}\n`;
}

interface Wording {
  readonly title: string;
  readonly links: string;
  readonly what: string;
  readonly how: string;
  readonly byMeasure: string;
  readonly measureHead: string;
  readonly total: string;
  readonly notes: (direct: number, found: number, alarms: number, unmatched: number) => string;
  readonly byClass: string;
  readonly classHead: string;
  readonly whyTitle: string;
  readonly why: string;
}

const en: Wording = {
  title: "How much of what is open is found",
  links: "[中文](accuracy.zh-CN.md) · [Contents](README.md)",
  what: "Real regulations were read rule by rule before the checks were written, and every ambiguity was put down with the rule it is in and its class: a pair. The regulations were then written down in Banfa as they stand, with every slot left empty that the text leaves empty, and checked. The figures compare the two.",
  how: "A pair is found when a finding of its class stands in, or names, the clause that holds the rule, or a clause below it. Compared are the classes in the table below; the classes that go by single words (INC, LIST, REF, DISC, VAGUE and the like) are not part of the comparison. The transcriptions were made with the checks at hand and some checks were sharpened on them, so the figures say how the checks do on these texts and not how they will do on others.",
  byMeasure: "By regulation",
  measureHead: "| regulation | pairs | found | share | findings | without a pair | share |",
  total: "total",
  notes: (direct, found, alarms, unmatched) =>
    `Of the ${found} pairs found, ${direct} have a finding in the clause itself; for the others it stands elsewhere and names the clause. Each of the ${unmatched} findings without a pair was looked at: ${alarms} are false alarms, the others are true of the text although no reader wrote them down there.`,
  byClass: "By class",
  classHead: "| class | pairs | found | share |",
  whyTitle: "What is not found",
  why: "Mostly what only a reader can see. The clause has no slot to be empty: how many cases an office tolerates before it says “inaccurate”, or whether a plan that was never approved counts. The answer needs knowledge of another procedure or norm: that an acceptance comes after the year's end, how long a warning has effect. Two words mean one thing, or one word two, without being alike. A group is left out in prose that a transcription writes as a general rule. And some pairs are found under another class or at another clause than the readers chose, which counts as not found. Every pair that is not found has its own reason in `test/cases/literal/*/not-found.yaml`, and every finding without a pair its verdict in `unmatched.yaml`; `npm run findings` prints them.",
};

const zh: Wording = {
  title: "没有说清的地方能查出多少",
  links: "[English](accuracy.md) · [目录](README.zh-CN.md)",
  what: "先逐条读实际的规定，把每一处歧义连同所在的规则和类别记下来，一处叫一对；检查是后写的。再把这些规定照原文写成办法，原文留空的一律留空，然后检查。下面的数字是两者的对照。",
  how: "一对算查出，要有一条同类的提示出在写这条规则的条款或者它的下级，或者点到那里。参加对照的是下表里的类别；只看个别词语的类别（INC、LIST、REF、DISC、VAGUE 等）不在其内。照原文写的文本是在已有检查的情况下写的，有的检查又在这些文本上改进过，所以数字说明的是在这几份规定上查得怎样，不保证在别的规定上也一样。",
  byMeasure: "按规定分",
  measureHead: "| 规定 | 对数 | 查出 | 占比 | 提示 | 对不上的 | 占比 |",
  total: "合计",
  notes: (direct, found, alarms, unmatched) =>
    `查出的${found}对中，${direct}对的提示就出在那一条，其余的出在别处而点到那一条。对不上的${unmatched}条提示逐条看过：误报${alarms}条，其余说的是实情，只是读的人没有记在那里。`,
  byClass: "按类别分",
  classHead: "| 类别 | 对数 | 查出 | 占比 |",
  whyTitle: "没有查出的",
  why: "多数要人才看得出。有的条款里没有可以留空的地方：差错多少算“不准确”，没有批下来的计划算不算。有的要知道别的程序或者规定：验收在年后才做，诫勉管多长时间。有的是两个词指一样东西，或者一个词指两样，而字面并不相近。有的是原文在行文里漏了一类人，写成办法时成了普遍的规定。还有一些是查出来了，但是归的类别或者所在的条款和读的人不同，不算查出。每一对没有查出的理由在 `test/cases/literal/*/not-found.yaml`，每一条对不上的提示的判断在 `unmatched.yaml`；`npm run findings` 把它们列出来。",
};
