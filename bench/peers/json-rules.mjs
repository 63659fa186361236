import { Engine } from "json-rules-engine";
import { conditions, contextOf, finish, wordsOf } from "./conditions.mjs";

function rule(c) {
  if (c.score) return { fact: "score", operator: "lessThan", value: c.score };
  if (c.progress) return { fact: "progress", operator: "lessThan", value: c.progress };
  if (c.truth) return { fact: c.truth, operator: "equal", value: true };
  return { fact: c.field, operator: "in", value: wordsOf(c) };
}

export async function prepare() {
  const engine = new Engine([], { replaceFactsInEventParams: false });
  conditions.forEach((c, k) => {
    engine.addRule({ conditions: { all: [rule(c)] }, event: { type: "held", params: { k } } });
  });
  return async (rows, quota) => {
    const contexts = rows.map(contextOf);
    const held = [];
    for (const x of contexts) {
      const { events } = await engine.run(x);
      held.push(events.map((e) => e.params.k).sort((a, b) => a - b));
    }
    return finish(rows, contexts, held, quota);
  };
}
