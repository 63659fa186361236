/**
 * Made-up rows for the Guangxi measure, the same for every contender: equal seeds give equal rows. Scores are
 * spread round the thresholds of article 17 so that every clause fires and every branch is taken.
 */

/** mulberry32: small, fast, good enough to spread rows. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const accidents = ["无", "损失较大", "损失严重", "人员死亡"];
export const fundProblems = ["无", "违反规定", "严重违反规定"];
export const supervision = ["无", "通报督办", "问责"];

/** The same cohort as columns of whole hundredths and option numbers; `rowsOf` makes the objects of it. */
export function makeColumns(n, seed = 2018) {
  const random = generator(seed);
  const rare = (options, share) => (random() < share ? 1 + Math.floor(random() * (options - 1)) : 0);
  const columns = {
    ordinary: new Int32Array(n),
    yearEnd: new Int32Array(n),
    extra: new Int32Array(n),
    progress: new Int32Array(n),
    accident: new Uint8Array(n),
    funds: new Uint8Array(n),
    supervision: new Uint8Array(n),
    falsified: new Uint8Array(n),
    illegal: new Uint8Array(n),
  };
  for (let i = 0; i < n; i++) {
    columns.ordinary[i] = 1500 + Math.floor(random() * 1501);
    columns.yearEnd[i] = 4000 + Math.floor(random() * 3001);
    columns.extra[i] = random() < 0.2 ? Math.floor(random() * 401) - 200 : 0;
    columns.progress[i] = random() < 0.15 ? Math.floor(random() * 6001) : 6000 + Math.floor(random() * 4001);
    columns.accident[i] = rare(4, 0.02);
    columns.funds[i] = rare(3, 0.04);
    columns.supervision[i] = rare(3, 0.05);
    columns.falsified[i] = random() < 0.01 ? 1 : 0;
    columns.illegal[i] = random() < 0.01 ? 1 : 0;
  }
  return columns;
}

/** Rows as an application has them: objects with decimal numbers, words and truths. */
export function rowsOf(columns) {
  return Array.from(columns.ordinary, (ordinary, i) => ({
    编号: `L${i}`,
    平时考核分: ordinary / 100,
    年终考核分: columns.yearEnd[i] / 100,
    加减分: columns.extra[i] / 100,
    建房进度: columns.progress[i] / 100,
    安全事故: accidents[columns.accident[i]],
    资金问题: fundProblems[columns.funds[i]],
    监管问题: supervision[columns.supervision[i]],
    弄虚作假: columns.falsified[i] === 1,
    违纪违法: columns.illegal[i] === 1,
  }));
}

export const places = (n) => Math.max(1, Math.floor(n / 20));
