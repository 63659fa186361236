import { hinted, unsaid } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type * as ast from "../../parser/ast.ts";

/**
 * The values that a declaration gives its parameters, by option or by name: `参数 加分 按 级别: 分 = 国家 5分、省 3分`,
 * `参数 合格起点 < 优秀起点: 分 = 合格起点 60分、优秀起点 90分`. What is not named stays open. One value behind `=` is
 * that of every option; of parameters in rising order it cannot be.
 */
export function givenValues(
  node: ast.ParameterDeclaration,
  keys: readonly string[],
  problems: Problem[],
): ReadonlyMap<string, ast.Expression> {
  const found = new Map<string, ast.Expression>();
  if (node.value) {
    if (node.names.length > 1) {
      const example = node.names.map((n) => `${n.text} …`);
      const order = node.names.map((n) => n.text).join(" < ");
      problems.push(problem("BF2039", { order, example }, { span: node.value.span }));
    } else for (const key of keys) found.set(key, node.value);
  }
  const of = node.keys[0]?.text ?? node.names.map((n) => n.text).join(" < ");
  for (const { name, value } of node.values ?? []) {
    const key = name.text;
    const { span } = name;
    if (!keys.includes(key)) {
      const near = nearest(key, keys);
      const hint = near ? hinted("did-you-mean", { near }) : unsaid("hint");
      problems.push(problem("BF2008", { name: key, of, members: keys, ...hint }, { span }));
    } else if (found.has(key)) {
      problems.push(problem("BF2003", { name: key }, { span }));
    } else found.set(key, value);
  }
  return found;
}
