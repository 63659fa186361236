/**
 * The conditions of articles 17 and 23 once, with the grade that each leaves at best (2: 基本称职, 3: 不称职).
 * Every peer gets them in its own language from here, over whole hundredths.
 */
export const conditions = [
  { cite: "第十七条(一)", ceiling: 2, score: 7000 },
  { cite: "第十七条(一)1", ceiling: 2, progress: 5000 },
  { cite: "第十七条(一)2", ceiling: 2, field: "accident", from: 1, to: 1 },
  { cite: "第十七条(一)3", ceiling: 2, field: "funds", from: 1, to: 1 },
  { cite: "第十七条(一)4", ceiling: 2, field: "supervision", from: 1, to: 1 },
  { cite: "第十七条(二)", ceiling: 3, score: 6000 },
  { cite: "第十七条(二)1", ceiling: 3, progress: 3000 },
  { cite: "第十七条(二)2", ceiling: 3, field: "accident", from: 2, to: 3 },
  { cite: "第十七条(二)3", ceiling: 3, field: "funds", from: 2, to: 2 },
  { cite: "第十七条(二)4", ceiling: 3, truth: "falsified" },
  { cite: "第十七条(二)5", ceiling: 3, truth: "illegal" },
  { cite: "第十七条(二)6", ceiling: 3, field: "supervision", from: 2, to: 2 },
  { cite: "第二十三条", ceiling: 3, truth: "falsified" },
];

import { accidents, fundProblems, supervision } from "../data.mjs";
import { finish as finished } from "../hand-written.mjs";

export const options = { accident: accidents, funds: fundProblems, supervision };

/** The row a peer sees: short names, whole hundredths, the words of the options as they are. */
export function contextOf(f) {
  return {
    score:
      Math.round(f.平时考核分 * 100) + Math.round(f.年终考核分 * 100) + Math.round((f.加减分 ?? 0) * 100),
    progress: Math.round(f.建房进度 * 100),
    accident: f.安全事故,
    funds: f.资金问题,
    supervision: f.监管问题,
    falsified: f.弄虚作假,
    illegal: f.违纪违法,
  };
}

/** What a condition accepts, as words. */
export const wordsOf = (c) => options[c.field].slice(c.from, c.to + 1);

/** Results from the numbers of the conditions that hold for each row. */
export function finish(rows, contexts, held, quota) {
  const results = rows.map((f, i) => {
    let ceiling = 0;
    const reasons = [];
    for (const k of held[i]) {
      const c = conditions[k];
      reasons.push(c.cite);
      if (c.ceiling > ceiling) ceiling = c.ceiling;
    }
    return { id: f.编号, score: contexts[i].score, ceiling, grade: "", reasons };
  });
  return finished(results, quota);
}
