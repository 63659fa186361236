/**
 * What a careful developer would write for article 17 and 23 of the Guangxi measure: one function a row, and
 * the ranking afterwards. Results: `{ id, score, grade, reasons }`, the score in hundredths, a reason is the
 * citation of what fired.
 */

const GRADES = ["优秀", "称职", "基本称职", "不称职"];

/** The ranking of article 17, over rows that have a score and the best grade that the vetoes leave (0 to 3). */
export function rank(scores, ceilings, quota, set) {
  const free = [];
  for (let i = 0; i < scores.length; i++) if (ceilings[i] === 0) free.push(i);
  let bar = Number.NEGATIVE_INFINITY;
  if (free.length > quota) {
    const order = Float64Array.from(free, (i) => scores[i]).sort();
    bar = order[order.length - quota];
  }
  for (let i = 0; i < scores.length; i++) {
    const base = quota > 0 && ceilings[i] === 0 && scores[i] >= bar ? 0 : 1;
    set(i, GRADES[Math.max(base, ceilings[i])]);
  }
}

function row(f, score, progress) {
  const reasons = [];
  let ceiling = 0;
  if (score < 7000) reasons.push("第十七条(一)");
  if (progress < 5000) reasons.push("第十七条(一)1");
  if (f.安全事故 === "损失较大") reasons.push("第十七条(一)2");
  if (f.资金问题 === "违反规定") reasons.push("第十七条(一)3");
  if (f.监管问题 === "通报督办") reasons.push("第十七条(一)4");
  if (reasons.length > 0) ceiling = 2;
  const before = reasons.length;
  if (score < 6000) reasons.push("第十七条(二)");
  if (progress < 3000) reasons.push("第十七条(二)1");
  if (f.安全事故 === "损失严重" || f.安全事故 === "人员死亡") reasons.push("第十七条(二)2");
  if (f.资金问题 === "严重违反规定") reasons.push("第十七条(二)3");
  if (f.弄虚作假) reasons.push("第十七条(二)4");
  if (f.违纪违法) reasons.push("第十七条(二)5");
  if (f.监管问题 === "问责") reasons.push("第十七条(二)6");
  if (f.弄虚作假) reasons.push("第二十三条");
  if (reasons.length > before) ceiling = 3;
  return { id: f.编号, score, ceiling, grade: "", reasons };
}

/** Articles 18 to 20 follow from the grade; article 23 stands after them. */
export function finish(results, quota) {
  rank(
    results.map((r) => r.score),
    results.map((r) => r.ceiling),
    quota,
    (i, grade) => {
      const r = results[i];
      r.grade = grade;
      const { reasons } = r;
      const falsified = reasons.at(-1) === "第二十三条";
      if (falsified) reasons.pop();
      if (grade === "优秀") reasons.push("第十八条", "第十九条");
      else if (grade !== "称职") reasons.push("第二十条");
      if (falsified) reasons.push("第二十三条");
    },
  );
  return results;
}

/** Whole hundredths: exact. */
export function integers(rows, quota) {
  const results = new Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const f = rows[i];
    const score =
      Math.round(f.平时考核分 * 100) + Math.round(f.年终考核分 * 100) + Math.round((f.加减分 ?? 0) * 100);
    results[i] = row(f, score, Math.round(f.建房进度 * 100));
  }
  return finish(results, quota);
}

/** Plain floats, as most would write it: now and then a score beside the threshold is off. */
export function floats(rows, quota) {
  const results = new Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const f = rows[i];
    const score = f.平时考核分 + f.年终考核分 + (f.加减分 ?? 0);
    results[i] = row(f, score * 100, f.建房进度 * 100);
  }
  return finish(results, quota);
}

/** Bits of the reasons in columnar results, in the order in which the row version lists them. */
export const REASONS = [
  "第十七条(一)",
  "第十七条(一)1",
  "第十七条(一)2",
  "第十七条(一)3",
  "第十七条(一)4",
  "第十七条(二)",
  "第十七条(二)1",
  "第十七条(二)2",
  "第十七条(二)3",
  "第十七条(二)4",
  "第十七条(二)5",
  "第十七条(二)6",
  "第十八条",
  "第十九条",
  "第二十条",
  "第二十三条",
];

/** Typed arrays in and out: scores in hundredths, grades 0 to 3, reasons as bits. */
export function columnar(c, quota) {
  const n = c.ordinary.length;
  const scores = new Int32Array(n);
  const grades = new Uint8Array(n);
  const reasons = new Uint16Array(n);
  let free = 0;
  for (let i = 0; i < n; i++) {
    const score = c.ordinary[i] + c.yearEnd[i] + c.extra[i];
    const progress = c.progress[i];
    const accident = c.accident[i];
    const funds = c.funds[i];
    const supervision = c.supervision[i];
    const falsified = c.falsified[i];
    const mild =
      (score < 7000 ? 1 : 0) |
      (progress < 5000 ? 2 : 0) |
      (accident === 1 ? 4 : 0) |
      (funds === 1 ? 8 : 0) |
      (supervision === 1 ? 16 : 0);
    const severe =
      (score < 6000 ? 32 : 0) |
      (progress < 3000 ? 64 : 0) |
      (accident >= 2 ? 128 : 0) |
      (funds === 2 ? 256 : 0) |
      (falsified ? 512 | 32768 : 0) |
      (c.illegal[i] ? 1024 : 0) |
      (supervision === 2 ? 2048 : 0);
    scores[i] = score;
    reasons[i] = mild | severe;
    const ceiling = severe ? 3 : mild ? 2 : 0;
    grades[i] = ceiling;
    if (ceiling === 0) free++;
  }
  let bar = -2147483648;
  if (free > quota) {
    const order = new Int32Array(free);
    let k = 0;
    for (let i = 0; i < n; i++) if (grades[i] === 0) order[k++] = scores[i];
    order.sort();
    bar = order[free - quota];
  }
  for (let i = 0; i < n; i++) {
    if (grades[i] > 1) reasons[i] |= 16384;
    else if (quota > 0 && scores[i] >= bar) reasons[i] |= 4096 | 8192;
    else grades[i] = 1;
  }
  return { scores, grades, reasons };
}
