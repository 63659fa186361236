import { type Problem, problem } from "../../diagnostics/problem.ts";
import { walk } from "../../parser/children.ts";
import { describedAs } from "../analyze/closings.ts";
import type { FieldSymbol, KindSymbol, Model } from "../analyze/model.ts";
import {
  alsoAt,
  brief,
  clauseOf,
  groupBy,
  mentions,
  oncePerClause,
  type Place,
  readings,
  rulesOf,
  unique,
} from "./reading.ts";

/** Words of a description that say which of several counts, or that there is only one. */
const SAID =
  /期末|年末|期初|年初|事发|任一时|任职|在任|任期|只有一|只能有一|唯一|不变|分别|at the (?:start|end|time)|in office|one only|only one/;

const WAYS = ["at-end-of-period", "at-time-of-event", "one-only-all-along"] as const;

/**
 * MULTI: a link or a role of a subject. Nothing says whether there may be several, and who counts when the
 * assignment changes within the period. One finding per kind of subject, with the clauses that go by it; a link
 * that nothing goes by changes no result.
 */
export function changingAssignments(model: Model): Problem[] {
  const read = readings(model);
  const mentioned = mentions(model);
  const kinds = new Set(model.kinds.map((k) => k.name));
  return model.kinds.flatMap((kind) => {
    const fields = kind.fields.filter(
      (f) =>
        (f.type?.kind === "link" || f.type?.kind === "party") &&
        kind.node.fields.includes(f.node) &&
        !f.node.attributes.some(
          (a) =>
            // 有任职起止: a consequence has to say for whom at which time.
            a.kind === "inverse" ||
            a.kind === "dated" ||
            (a.kind === "description" && SAID.test(a.text.text)),
        ),
    );
    if (fields.length === 0) return [];
    // A step that names a kind of subject means its subjects, not a link that happens to have the kind's name.
    const named = (f: FieldSymbol) => (kinds.has(f.name) ? [] : (mentioned.get(f.name) ?? []));
    const uses = fields.flatMap((f) => [...(read.get(f.name) ?? []), ...named(f)]);
    // 单位正职现场办公次数 is about the role whose name it carries.
    for (const f of kind.fields)
      if (fields.some((r) => r !== f && r.type?.kind === "party" && f.name.startsWith(r.name)))
        uses.push(...(read.get(f.name) ?? []));
    const linked = fields.some((f) => f.type?.kind === "link");
    const steps = linked ? (mentioned.get(kind.name) ?? []) : [];
    const related = oncePerClause([...uses, ...steps, ...acrossPeriods(model, kind)]);
    if (related.length === 0) return [];
    return [
      problem(
        "BF3184",
        { subject: kind.name, ...brief(fields.map((f) => f.name)) },
        {
          span: kind.node.name.span,
          related: alsoAt(related, "goes-by-it"),
          fixes: describedAs(
            model,
            fields.map((f) => f.node),
            WAYS,
          ),
        },
      ),
    ];
  });
}

/** Going somewhere: to which of several places. */
const VISITS = /到(?!位|达|期|岗)|走访|入户|现场|下村|进村|上门/;
const SHARED = /合计|一共|总共|累计|每个|每一|各个|各村|分别|平均/;

/** How often a subject went to see the several others that are linked to it: in all, or each of them? */
export function figuresOfSeveral(model: Model): Problem[] {
  const declared = model.kinds.filter((k) => !k.of);
  return declared.flatMap((kind) => {
    const many = declared.filter((k) =>
      k.fields.some(
        (f) =>
          f.type?.kind === "link" &&
          f.type.subject === kind.index &&
          !f.node.attributes.some((a) => a.kind === "inverse"),
      ),
    );
    if (many.length === 0) return [];
    const open = kind.fields.filter(
      (f) =>
        f.type?.kind === "number" &&
        f.type.dimension === "次" &&
        VISITS.test(f.name) &&
        !f.node.attributes.some((a) => a.kind === "description" && SHARED.test(a.text.text)),
    );
    const found = rulesOf(model)
      .filter((p) => p.scoping.subjects?.some((n) => n.text === kind.name) ?? false)
      .flatMap((provision) => {
        const places: (Place & { readonly name: string })[] = [];
        walk(provision.statement, (n) => {
          if (n.kind !== "compare" || !("left" in n) || n.left.kind !== "path") return undefined;
          const name = n.left.segments.at(-1)!.text;
          const known = open.some((f) => f.name === name) && n.left.segments.length === 1;
          if (known) places.push({ span: n.span, provision, name });
          return undefined;
        });
        return places;
      });
    return groupBy(found, clauseOf).map((group) =>
      problem(
        "BF3256",
        {
          subject: kind.name,
          many: many.map((k) => k.name),
          name: unique(group.map((f) => f.name)),
        },
        {
          span: group[0]!.span,
          fixes: describedAs(
            model,
            kind.fields.filter((f) => group.some((g) => g.name === f.name)).map((f) => f.node),
            ["in-all-of-them-together", "each-of-them-separately"],
          ),
        },
      ),
    );
  });
}

/** Rules over several periods: the assignment may differ from one to the next. */
function acrossPeriods(model: Model, kind: KindSymbol): Place[] {
  const lists = new Set(
    kind.fields.filter((f) => f.type?.kind === "list" && f.type.frequency !== "many").map((f) => f.name),
  );
  const about = (p: { scoping: { subjects: readonly { text: string }[] | null } }) =>
    p.scoping.subjects?.some((n) => n.text === kind.name) ?? true;
  return rulesOf(model)
    .filter(about)
    .flatMap((provision) => {
      const found: Place[] = [];
      walk(provision.statement, (n) => {
        const over =
          n.kind === "run" || n.kind === "past" || (n.kind === "path" && lists.has(n.segments[0]!.text));
        if (over) found.push({ span: n.span, provision });
        return undefined;
      });
      return found;
    });
}
