import { ZenEngine } from "@gorules/zen-engine";
import { conditions, contextOf, finish, wordsOf } from "./conditions.mjs";

const inputs = ["score", "progress", "accident", "funds", "supervision", "falsified", "illegal"];

function cells(c, k) {
  const cell = Object.fromEntries(inputs.map((name) => [name, ""]));
  if (c.score) cell.score = `< ${c.score}`;
  else if (c.progress) cell.progress = `< ${c.progress}`;
  else if (c.truth) cell[c.truth] = "true";
  else
    cell[c.field] = wordsOf(c)
      .map((w) => `"${w}"`)
      .join(", ");
  return { _id: `r${k}`, ...cell, k: String(k) };
}

/** One decision table that collects every row that holds: the form its own editor makes. */
const model = {
  nodes: [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    {
      id: "table",
      name: "table",
      type: "decisionTableNode",
      position: { x: 1, y: 0 },
      content: {
        hitPolicy: "collect",
        inputs: inputs.map((field) => ({ id: field, name: field, type: "expression", field })),
        outputs: [{ id: "k", name: "k", type: "expression", field: "k" }],
        rules: conditions.map(cells),
      },
    },
    { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "a", sourceId: "in", targetId: "table", type: "edge" },
    { id: "b", sourceId: "table", targetId: "out", type: "edge" },
  ],
};

export async function prepare() {
  const engine = new ZenEngine();
  const decision = engine.createDecision(Buffer.from(JSON.stringify(model)));
  return async (rows, quota) => {
    const contexts = rows.map(contextOf);
    const held = [];
    // A few at a time: its thread pool works while JavaScript waits.
    for (let i = 0; i < contexts.length; i += 64)
      for (const { result } of await Promise.all(contexts.slice(i, i + 64).map((x) => decision.evaluate(x))))
        held.push((Array.isArray(result) ? result : []).map((r) => r.k));
    return finish(rows, contexts, held, quota);
  };
}
