/** Measures of any size: one score, and so many clauses that cap the grade, on facts of their own. */
export function measureOf(clauses) {
  const lines = [
    "办法 规模试验",
    "考核周期 每年",
    "对象 村,标识 编号",
    "  编号: 文字",
    "  得分: 0至100分  来源 统计部门",
  ];
  const facts = Math.min(40, clauses);
  for (let i = 0; i < facts; i++) lines.push(`  ${fact(i)}: 0至100分  来源 统计部门`);
  lines.push("第一条【等次】", "  等次 等级 由高到低 优、良、中、差", "  依 得分 评定 等级:");
  lines.push(
    "    90分以上 为 优",
    "    75分以上不满90分 为 良",
    "    60分以上不满75分 为 中",
    "    不满60分 为 差",
  );
  for (let i = 0; i < clauses; i++) {
    const grade = ["良", "中", "差"][i % 3];
    const effect = grade === "差" ? "评为 差" : `最高评为 ${grade}`;
    lines.push(`第${i + 2}条 ${fact(i % facts)} 低于${(i % 97) + 1}分 的,${effect}`);
  }
  return `${lines.join("\n")}\n`;
}

const DIGITS = "甲乙丙丁戊己庚辛壬癸";
export const fact = (i) => `指标${DIGITS[Math.floor(i / 10) % 10]}${DIGITS[i % 10]}`;
export const factCount = (clauses) => Math.min(40, clauses);
