import type { Measure } from "../../src/compiler/ir/ir.ts";
import { Builder, bound, cmp, lit, member, num, param, SCORE, TEXT, TRUTH } from "./build.ts";

/** Texts that try to become code, and a measure that has one wherever a user can write. */

export const HOSTILE = [
  "__proto__",
  "constructor",
  "toString",
  "x\u2028\u2029\ufeff",
  '"; globalThis.pwned = true; //',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an attack on a template
  "'`${globalThis.pwned = true}`",
  "</script><script>globalThis.pwned = true</script>",
  "\\u0022);globalThis.pwned=true;(\\",
  "名\n字\r\0",
  "\ud800",
];

/** The name stands wherever a name or a text of the user can stand. */
export function named(n: string): Measure {
  const b = new Builder(n);
  const p = b.parameter(n, num("0", "10", "1", n), lit("1"));
  const g = b.scale(n, n, `${n}2`);
  const action = b.action(n);
  const s = b.subject(n, `${n}1`);
  const score = b.field(s, n, SCORE, { description: n, sources: [n] });
  const word = b.field(s, `${n}w`, TEXT);
  const low = b.expr(s, `${n}值`, cmp(b.fact(s, score), "<", param(p, SCORE)));
  b.expr(s, `${n}文`, {
    op: "compare",
    type: TRUTH,
    cmp: "==",
    left: b.fact(s, word),
    right: { op: "text", type: TEXT, value: n },
  });
  b.expr(s, `${n}比`, {
    op: "divide",
    type: num(null, null, null),
    left: b.fact(s, score),
    right: b.fact(s, score),
  });
  b.expr(s, `${n}往`, { op: "past", type: TRUTH, back: 1, arg: b.cell(low) });
  const base = b.expr(s, null, member(g, 1));
  const clause = b.clause(s, low, n, n, [{ holds: low, name: n, value: b.fact(s, score), test: n }]);
  b.grade(s, n, g, base, { ceilings: [bound(clause, low, 0)] });
  b.consequence(clause, action, { target: { kind: "role", text: n }, by: [n] });
  b.requirement(s, low, "duty");
  return b.measure();
}
