import { hinted, unsaid } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { hasValidity, validName } from "./implied.ts";
import type { KindSymbol, Model, Provision } from "./model.ts";
import { type NameOracle, namesUsed } from "./names-used.ts";

/**
 * Which kinds of subject a rule is about. A scope says so; without one, a rule is about every kind that
 * has all the names it uses. Definitions give kinds new names, so this is a greatest fixed point: start
 * with everything and drop what cannot be read, until nothing changes.
 */
export function applicability(model: Model, problems: Problem[]): Map<Provision, readonly KindSymbol[]> {
  const members = new Set(model.enumerations.flatMap((e) => e.members));
  const listNames = new Set([
    ...model.records.map((r) => r.name),
    ...model.kinds.flatMap((k) =>
      k.fields.filter((f) => f.type?.kind === "list" || f.type?.kind === "links").map((f) => f.name),
    ),
    ...model.kinds.flatMap((k) => [...k.inverses.keys()]),
  ]);
  const linkNames = new Set(
    model.kinds.flatMap((k) => k.fields.filter((f) => f.type?.kind === "link").map((f) => f.name)),
  );
  const fieldNames = new Set(model.kinds.flatMap((k) => k.fields.map((f) => f.name)));
  const oracle: NameOracle = {
    // 所在单位.所属人员 is walked through a link.
    isListLike: (path) => {
      const first = path.findIndex((n) => !linkNames.has(n.text));
      return first >= 0 && listNames.has(path[first]!.text);
    },
    isMember: (n) => members.has(n),
    isFieldSomewhere: (n) => fieldNames.has(n),
    isExternalScale: (n) => model.externalScales.has(n),
    isAction: (n) => model.actionByName.has(n),
  };

  const declared = model.kinds.filter((k) => !k.of);
  const candidates = new Map<Provision, Set<KindSymbol>>();
  const fixed = new Set<Provision>();
  for (const p of model.provisions) {
    const said = p.scoping.subjects;
    const record = p.scoping.record?.text;
    // 每份 leads from the subjects said (or all) to their records.
    const rowsOf = (kinds: ReadonlySet<KindSymbol>) =>
      new Set(
        model.kinds.filter(
          (k) => k.of && model.records[k.of.record]!.name === record && kinds.has(model.kinds[k.of.subject]!),
        ),
      );
    if (said) {
      fixed.add(p);
      const kinds = new Set<KindSymbol>();
      for (const name of said) {
        const kind = model.kindByName.get(name.text);
        if (kind) kinds.add(kind);
        else {
          const near = nearest(name.text, model.kindByName.keys());
          problems.push(
            problem(
              "BF2011",
              {
                name: name.text,
                known: [...model.kindByName.keys()],
                ...(near ? hinted("did-you-mean", { near }) : unsaid("hint")),
              },
              { span: name.span },
            ),
          );
        }
      }
      candidates.set(p, record === undefined ? kinds : rowsOf(kinds));
    } else if (record !== undefined) {
      fixed.add(p);
      candidates.set(p, rowsOf(new Set(declared)));
    } else candidates.set(p, new Set(declared));
  }

  if (declared.length > 1) {
    const used = new Map(model.provisions.map((p) => [p, namesUsed(p.statement, oracle)]));
    const definers = new Map<string, Provision[]>();
    for (const p of model.provisions) {
      for (const name of definedNames(p)) definers.set(name, [...(definers.get(name) ?? []), p]);
    }
    const listOf = (kind: KindSymbol, name: string) =>
      kind.fields.some((f) => f.type?.kind === "list" && model.records[f.type.record]!.name === name);
    const resolves = (kind: KindSymbol, name: string): boolean =>
      kind.fieldByName.has(name) ||
      kind.inverses.has(name) ||
      model.parameterByName.has(name) ||
      listOf(kind, name) ||
      name === "评定日" ||
      name === "本人" ||
      (definers.get(name)?.some((p) => candidates.get(p)!.has(kind)) ?? false) ||
      (members.has(name) && !fieldNames.has(name) && !definers.has(name));
    for (let changed = true; changed; ) {
      changed = false;
      for (const p of model.provisions) {
        if (fixed.has(p)) continue;
        for (const kind of candidates.get(p)!) {
          if ([...used.get(p)!].every((name) => resolves(kind, name))) continue;
          candidates.get(p)!.delete(kind);
          changed = true;
        }
      }
    }
    for (const p of model.provisions) {
      if (fixed.has(p) || candidates.get(p)!.size > 0 || used.get(p)!.size === 0) continue;
      // No kind fits: go on with the one that misses fewest names, so that the message names those.
      const misses = (kind: KindSymbol) => [...used.get(p)!].filter((n) => !resolves(kind, n));
      const best = [...declared].sort((a, b) => misses(a).length - misses(b).length)[0]!;
      const unknownEverywhere = misses(best).filter((n) => !declared.some((k) => resolves(k, n)));
      if (unknownEverywhere.length > 0) candidates.get(p)!.add(best);
      else
        problems.push(
          problem(
            "BF2010",
            { names: [...used.get(p)!], example: model.kinds[0]!.name },
            { span: p.statement.span },
          ),
        );
    }
  }
  return new Map([...candidates].map(([p, kinds]) => [p, [...kinds].sort((a, b) => a.index - b.index)]));
}

/** The names a rule gives to the subjects it is about: a vote also says whether it counts. */
export function definedNames(p: Provision): string[] {
  const name = definedName(p);
  const s = p.statement;
  if (name === null) return [];
  return s.kind === "ballot" && hasValidity(s) ? [name, validName(name)] : [name];
}

/** The name a rule gives to the subjects it is about, if any. */
export function definedName(p: Provision): string | null {
  const s = p.statement;
  switch (s.kind) {
    case "definition":
    case "indicator":
    case "indicator-group":
    case "ballot":
      return s.name.text;
    case "band-choice":
    case "rank-choice":
    case "decision-table":
      return s.target?.text ?? null;
    case "case-choice":
      return s.target.text;
    case "measure":
    case "text-declaration":
    case "issuers":
    case "date-declaration":
    case "period":
    case "general-rule":
    case "acceptance":
    case "parameter":
    case "action-declaration":
    case "subject":
    case "record":
    case "scale":
    case "declaratory":
    case "note":
    case "scoped":
    case "for-each-record":
    case "ladder":
    case "staged-ladder":
    case "conditional":
    case "per-occurrence":
    case "requirement":
    case "assertion":
    case "bare-condition":
    case "procedure":
    case "draw":
    case "set-parameter":
    case "amend":
    case "delete":
    case "insert":
      return null;
  }
}
