import { LogicEngine } from "json-logic-engine";
import { conditions, contextOf, finish, wordsOf } from "./conditions.mjs";

function logic(c) {
  if (c.score) return { "<": [{ var: "score" }, c.score] };
  if (c.progress) return { "<": [{ var: "progress" }, c.progress] };
  if (c.truth) return { var: c.truth };
  const tests = wordsOf(c).map((w) => ({ "===": [{ var: c.field }, w] }));
  return tests.length === 1 ? tests[0] : { or: tests };
}

export async function prepare() {
  const engine = new LogicEngine();
  const tests = conditions.map((c) => engine.build(logic(c)));
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
