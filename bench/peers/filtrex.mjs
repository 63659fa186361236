import { compileExpression } from "filtrex";
import { conditions, contextOf, finish, wordsOf } from "./conditions.mjs";

function text(c) {
  if (c.score) return `score < ${c.score}`;
  if (c.progress) return `progress < ${c.progress}`;
  if (c.truth) return c.truth;
  return wordsOf(c)
    .map((w) => `${c.field} == "${w}"`)
    .join(" or ");
}

/** Its own property check walks the prototype chain on every access; the rows are ours, so a plain read is honest. */
const plain = { customProp: (name, _, object) => object[name] };

export async function prepare() {
  const tests = conditions.map((c) => compileExpression(text(c), plain));
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
