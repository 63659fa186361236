import { Environment } from "@marcbachmann/cel-js";
import { conditions, contextOf, finish, wordsOf } from "./conditions.mjs";

function text(c) {
  if (c.score) return `score < ${c.score}.0`;
  if (c.progress) return `progress < ${c.progress}.0`;
  if (c.truth) return c.truth;
  return wordsOf(c)
    .map((w) => `${c.field} == "${w}"`)
    .join(" || ");
}

export async function prepare() {
  // Doubles: an int of CEL is a BigInt in JavaScript, and whole hundredths are exact in a double.
  const env = new Environment()
    .registerVariable("score", "double")
    .registerVariable("progress", "double")
    .registerVariable("accident", "string")
    .registerVariable("funds", "string")
    .registerVariable("supervision", "string")
    .registerVariable("falsified", "bool")
    .registerVariable("illegal", "bool");
  const tests = conditions.map((c) => env.parse(text(c)));
  return (rows, quota) => {
    const contexts = rows.map(contextOf);
    const held = contexts.map((x) => {
      const list = [];
      for (let k = 0; k < tests.length; k++) if (tests[k](x)) list.push(k);
      return list;
    });
    return finish(rows, contexts, held, quota);
  };
}
