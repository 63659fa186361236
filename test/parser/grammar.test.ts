import { expect, test } from "vitest";
import { Grammar } from "../../src/parser/grammar/rules.ts";

// The parser that users get is built without looking for these, because that takes longer than most measures.
test("the grammar has no ambiguity, no left recursion and no empty loop", () => {
  expect(() => new Grammar(true)).not.toThrow();
});
