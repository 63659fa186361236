import { labelled, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type * as ast from "../../parser/ast.ts";
import { ComposedText } from "../../source/composed-text.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { ParameterSymbol } from "./model.ts";

/** `设定 优秀名额 = 20名`: the parameters, with what layers set. Only what was left open can be set, and once. */
export function settingsOf(
  statements: readonly ast.Statement[],
  parameters: readonly ParameterSymbol[],
  source: SourceText,
  problems: Problem[],
): readonly ParameterSymbol[] {
  const found = new Map<string, ast.SetParameter>();
  const known = new Map(parameters.map((p) => [p.name, p]));
  for (const s of statements) {
    if (s.kind !== "set-parameter") continue;
    if (!(source instanceof ComposedText)) {
      problems.push(problem("BF2915", {}, { span: s.span }));
      continue;
    }
    const name = s.key ? `${s.name.text}(${s.key.text})` : s.name.text;
    const parameter = known.get(name);
    const { span } = s.name;
    if (!parameter) {
      const open = parameters.filter((p) => !p.value).map((p) => p.name);
      const near = nearest(name, open);
      const hint = near
        ? worded("hint", "do-you-mean", { near })
        : open.length > 0
          ? worded("hint", "open-are", { open })
          : worded("hint", "leaves-none-open");
      problems.push(problem("BF2912", { name, ...hint }, { span }));
    } else if (parameter.value) {
      const related = [labelled("value-here", parameter.node.span)];
      problems.push(problem("BF2913", { name }, { span, related }));
    } else if (found.has(name)) {
      const related = [labelled("set-here-before", found.get(name)!.span)];
      problems.push(problem("BF2914", { name }, { span, related }));
    } else found.set(name, s);
  }
  return parameters.map((p) => {
    const set = found.get(p.name);
    return set ? { ...p, set: set.value } : p;
  });
}
