import { labelled } from "../../../diagnostics/phrases.ts";
import type { Problem, Related } from "../../../diagnostics/problem.ts";
import type { Model } from "../../analyze/model.ts";

/**
 * Why a name is of the type that a message complains of: the place that declares it, or computes it. A clerk who is
 * told that “安全事故” is no number looks there next.
 */

/** Parameters of messages about types that hold a name of the measure. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  BF2006: ["left", "right"],
  BF2007: ["text"],
  BF2008: ["of"],
  BF2016: ["name"],
  BF2018: ["name"],
  BF2028: ["text"],
  BF2031: ["left", "right"],
};

/** More places than these would bury the message: a name that many kinds of subject have. */
const MOST = 2;

export function withReasons(model: Model, p: Problem): Problem {
  const parameters = NAMES[p.code];
  if (parameters === undefined || p.related !== undefined) return p;
  const names = new Set(parameters.map((key) => lastName(String(p.parameters[key] ?? ""))));
  const related = [...names].flatMap((name) => declarationsOf(model, name));
  return related.length === 0 || related.length > MOST ? p : { ...p, related };
}

/** `所在村.考核等次` is of the type of 考核等次. */
const lastName = (path: string): string => (path.split(".").at(-1) ?? "").replace(/^「(.*)」$/, "$1");

function declarationsOf(model: Model, name: string): Related[] {
  const declared = [
    ...[...model.kinds.filter((k) => k.of === undefined), ...model.records].flatMap(
      (holder) => holder.fieldByName.get(name)?.node.name.span ?? [],
    ),
    ...(model.scales.get(name)?.node.name.span ? [model.scales.get(name)!.node.name.span] : []),
    ...model.parameters.flatMap((p) =>
      p.node.names.filter((n) => n.text === name && p.name === name).map((n) => n.span),
    ),
  ];
  const computed = model.provisions.flatMap(({ statement: s }) =>
    (s.kind === "definition" || s.kind === "indicator") && s.name.text === name ? [s.name.span] : [],
  );
  return [
    ...declared.map((span) => labelled("declared-here", span, { name })),
    ...computed.map((span) => labelled("computed-here", span, { name })),
  ];
}
