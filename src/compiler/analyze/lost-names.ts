import type { Problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { type Node, walk } from "../../parser/children.ts";

/**
 * Problems without those that follow from a name that is missing: a line that declares it could not be read, or nobody
 * declares it. The first place that uses it is told; the others, and what is computed from it, are not.
 */
export function withoutConsequences(
  file: ast.MeasureFile,
  lost: ReadonlySet<string>,
  problems: readonly Problem[],
): Problem[] {
  const folded = (p: Problem) => String(p.parameters.name).normalize("NFKC");
  const unknown = problems.filter((p) => p.code === "BF2001");
  if (lost.size === 0 && unknown.length === 0) return [...problems];
  const first = new Map<string, Problem>();
  for (const p of unknown) {
    const before = first.get(folded(p));
    if (!before || p.span!.start < before.span!.start) first.set(folded(p), p);
  }
  const names = rulesOf(file);
  // A name that a rule computes is missing only because of what it is computed from.
  const missing = [...first.keys()].filter((name) => !names.some((r) => r.name === name));
  const uncertain = uncertainNames(names, new Set([...lost, ...missing]));
  return problems.filter((p) =>
    p.code === "BF2001" && missing.includes(folded(p)) && !lost.has(folded(p))
      ? first.get(folded(p)) === p
      : !saysLost(p, uncertain),
  );
}

/**
 * Names that a line declares which could not be read, and names that are computed from those: nobody can say of
 * them what they are, so that they seem to be missing is no mistake of its own.
 */
function uncertainNames(rules: readonly Rule[], lost: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(lost);
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const { name, uses } of rules) if ([...uses].some((u) => names.has(u))) names.add(name);
  }
  return names;
}

/** A rule that computes something, and the names it reads. */
interface Rule {
  readonly name: string;
  readonly uses: ReadonlySet<string>;
}

function rulesOf(file: ast.MeasureFile): Rule[] {
  const rules: Rule[] = [];
  for (const item of file.body)
    walk(item, (n) => {
      const name =
        n.kind === "definition" || n.kind === "indicator"
          ? n.name
          : n.kind === "band-choice" || n.kind === "rank-choice" || n.kind === "case-choice"
            ? n.target
            : undefined;
      if (name) rules.push({ name: name.text.normalize("NFKC"), uses: namesIn(n) });
      return undefined;
    });
  return rules;
}

function namesIn(node: Node): Set<string> {
  const found = new Set<string>();
  walk(node, (n) => {
    if (n.kind === "path") for (const s of n.segments) found.add(s.text.normalize("NFKC"));
    return undefined;
  });
  return found;
}

/** Messages that a name is not there, or is of no kind of subject. */
const ABOUT_NAMES: ReadonlySet<string> = new Set([
  "BF2001",
  "BF2008",
  "BF2010",
  "BF2011",
  "BF2012",
  "BF2013",
  "BF2025",
]);

/** Whether a problem only says that an uncertain name is not there. */
function saysLost(p: Problem, uncertain: ReadonlySet<string>): boolean {
  return (
    ABOUT_NAMES.has(p.code) &&
    Object.values(p.parameters).some(
      (value) =>
        typeof value !== "number" &&
        (typeof value === "string" ? [value] : value).some((name) => uncertain.has(name.normalize("NFKC"))),
    )
  );
}
