import { compile } from "../compiler/compile.ts";
import type { Measure } from "../compiler/ir/ir.ts";
import { versionOf } from "../prove/replay.ts";
import { type Proof, type ProofOptions, prove } from "../prove/verdict.ts";
import { diffMeasures } from "./diff.ts";
import { renamingOf } from "./renames.ts";
import { Splicing } from "./splice.ts";
import type { Change, MeasureDiff, Renamed, Version } from "./types.ts";

/**
 * Evidence for each change: somebody who fares differently because of it alone, or a proof that there is nobody. A
 * change is taken alone by making it, and nothing else, in the old text. Where that text does not compile, or turns out
 * to have other changes in it, the changes hang together and are proved together.
 */

export interface ChangeEvidence {
  /**
   * - `alone`: this change in the old text;
   * - `last`: every other change is made already;
   * - `together`: with the changes in `with`;
   * - `whole`: only both versions as they are could be compared;
   * - `because`: its text is the same, and what it means differs because of the changes in `with`.
   */
  readonly how: "alone" | "last" | "together" | "whole" | "because";
  /** Fingerprints. */
  readonly with: readonly string[];
  readonly proof: Proof;
  /** The texts that were compared: of the versions, or with only some of the changes made. */
  readonly texts: { readonly before: string; readonly after: string };
}

export interface Evidence {
  /** Of both versions as they are. */
  readonly whole: Proof;
  /** The old version, in whose terms examples are told. */
  readonly measure: Measure;
  /** By fingerprint; what only rewords has none of its own. */
  readonly changes: ReadonlyMap<string, ChangeEvidence>;
  /** All of it holds where these name the same things. */
  readonly renamed?: readonly Renamed[];
}

/** Most texts that are compiled to take one change alone. */
const ATTEMPTS = 12;

/** null where one of the versions has errors: there is nothing to evaluate. */
export async function evidenceFor(
  before: Version,
  after: Version,
  diff: MeasureDiff,
  options: ProofOptions,
): Promise<Evidence | null> {
  if (!isCompiled(before) || !isCompiled(after)) return null;
  const renaming = diff.renamed.length > 0 ? renamingOf(before, after) : null;
  if (!renaming || !isCompiled(renaming.before)) return new Gathering(before, after, diff, options).run();
  // With the new names in the old version there is no other name: what is left is compared as ever.
  const read = renaming.before;
  const plain = diffMeasures(read, after);
  const found = await new Gathering(read, after, plain, options).run();
  const changes = new Map(found.changes);
  for (const c of diff.changes) {
    if (c.level === "wording" || changes.has(c.fingerprint)) continue;
    const same = plain.changes.find(
      (p) => p.new?.citation === c.new?.citation && p.new?.line === c.new?.line && p.level !== "wording",
    );
    const own = same && found.changes.get(same.fingerprint);
    // Names alone: the compiler makes the same of both, which was looked at before it was told as another name.
    changes.set(c.fingerprint, own ?? renamedOnly(before, read));
  }
  return { ...found, changes, renamed: diff.renamed };
}

const renamedOnly = (before: Version, read: Version): ChangeEvidence => ({
  how: "alone",
  with: [],
  proof: { status: "same", within: null },
  texts: { before: before.source.text, after: read.source.text },
});

/** Two versions between which there is one change, or a few that hang together. */
interface Isolated {
  readonly how: ChangeEvidence["how"];
  readonly with: readonly Change[];
  readonly before: Compiled;
  readonly after: Compiled;
}

interface Compiled extends Version {
  readonly measure: Measure;
}

const isCompiled = (v: Version): v is Compiled => v.measure !== null;

class Gathering {
  readonly #before: Compiled;
  readonly #after: Compiled;
  readonly #diff: MeasureDiff;
  readonly #options: ProofOptions;
  readonly #splicing: Splicing;
  readonly #compiled = new Map<string, Version>();
  /** Changes whose text is the same, with those that turned out to bring them about. */
  readonly #causes = new Map<string, Set<Change>>();

  constructor(before: Compiled, after: Compiled, diff: MeasureDiff, options: ProofOptions) {
    this.#before = before;
    this.#after = after;
    this.#diff = diff;
    this.#options = options;
    this.#splicing = new Splicing(before, after, diff.changes);
  }

  async run(): Promise<Evidence> {
    const whole = await this.#proofOf({ how: "whole", with: [], before: this.#before, after: this.#after });
    const found = new Map<string, ChangeEvidence>();
    const own = this.#diff.changes.filter((c) => c.level !== "wording");
    const minor = own.filter((c) => c.level !== "outcome");
    const together = await this.#minor(minor);
    for (const c of own) {
      if (c.kind === "affected") continue;
      if (together && minor.includes(c)) found.set(c.fingerprint, together);
      else found.set(c.fingerprint, await this.#evidence(c, whole));
    }
    for (const c of own) if (c.kind === "affected") found.set(c.fingerprint, this.#affected(c, found, whole));
    return { whole: whole.proof, measure: this.#before.measure, changes: found };
  }

  async #proofOf(isolated: Isolated): Promise<ChangeEvidence> {
    const { how, before, after } = isolated;
    return {
      how,
      with: isolated.with.map((c) => c.fingerprint),
      proof: await prove(versionOf(before.measure), versionOf(after.measure), this.#options),
      texts: { before: before.source.text, after: after.source.text },
    };
  }

  /** What should not alter any outcome, all at once: mostly one proof will do. */
  async #minor(minor: readonly Change[]): Promise<ChangeEvidence | null> {
    if (minor.length === 0) return null;
    const after = this.#from(new Set(this.#diff.changes.filter((c) => c.level !== "outcome")));
    if (!after) return null;
    const evidence = await this.#proofOf({ how: "alone", with: [], before: this.#before, after });
    return evidence.proof.status === "same" ? evidence : null;
  }

  async #evidence(c: Change, whole: ChangeEvidence): Promise<ChangeEvidence> {
    const isolated = this.#isolate(c);
    const others = isolated.with.filter((o) => o !== c && o.level === "outcome");
    if (isolated.before === this.#before && isolated.after === this.#after)
      return { ...whole, how: isolated.how, with: others.map((o) => o.fingerprint) };
    return this.#proofOf({ ...isolated, with: others });
  }

  #affected(c: Change, found: ReadonlyMap<string, ChangeEvidence>, whole: ChangeEvidence): ChangeEvidence {
    const causes = [...(this.#causes.get(c.fingerprint) ?? [])]
      .filter((o) => o.level !== "wording" && found.has(o.fingerprint))
      .map((o) => o.fingerprint);
    const [first] = causes;
    if (first !== undefined && causes.length === 1)
      return { ...found.get(first)!, how: "because", with: [first] };
    return { ...whole, with: causes };
  }

  #isolate(c: Change): Isolated {
    const all = this.#diff.changes;
    const minor = all.filter((o) => o.level !== "outcome");
    const [before, after] = [this.#before, this.#after];
    // Where nothing else can alter anything, the versions themselves are the comparison.
    if (all.every((o) => o === c || o.level === "wording" || o.kind === "affected")) {
      this.#note(all, new Set([c]));
      return { how: "alone", with: [c], before, after };
    }
    const alone = this.#from(new Set([c])) ?? this.#from(new Set([...minor, c]));
    if (alone) return { how: "alone", with: [c], before, after: alone };
    const rest = this.#version(new Set(all.filter((o) => o !== c)));
    if (isCompiled(rest) && this.#isOnly(rest, after, new Set([c])))
      return { how: "last", with: [c], before: rest, after };
    const group = this.#group(c, minor);
    if (group) return { how: "together", with: group.changes, before, after: group.after };
    return { how: "whole", with: [], before, after };
  }

  /** With as few others as it takes, the nearest first. */
  #group(c: Change, minor: readonly Change[]): { changes: readonly Change[]; after: Compiled } | null {
    const at = (x: Change) => this.#diff.changes.indexOf(x);
    const others = this.#diff.changes
      .filter((o) => o !== c && o.level === "outcome" && o.kind !== "affected")
      .sort((a, b) => Math.abs(at(a) - at(c)) - Math.abs(at(b) - at(c)));
    let attempts = ATTEMPTS;
    for (const o of others.slice(0, attempts)) {
      attempts -= 1;
      const after = this.#from(new Set([...minor, c, o]));
      if (after) return { changes: [c, o], after };
    }
    const made: Change[] = [c];
    for (const o of others.slice(0, attempts)) {
      made.push(o);
      const after = this.#from(new Set([...minor, ...made]));
      if (after) return { changes: made, after };
    }
    return null;
  }

  #from(made: ReadonlySet<Change>): Compiled | null {
    const version = this.#version(made);
    return isCompiled(version) && this.#isOnly(this.#before, version, made) ? version : null;
  }

  #version(made: ReadonlySet<Change>): Version {
    const source = this.#splicing.source(made, this.#after.source.name);
    let version = this.#compiled.get(source.text);
    if (!version) {
      version = compile(source);
      this.#compiled.set(source.text, version);
    }
    return version;
  }

  /** Whether nothing else makes another rule between these two than the changes that were made. */
  #isOnly(a: Version, b: Version, made: ReadonlySet<Change>): boolean {
    const places = new Set([...made].flatMap((c) => [c.old?.citation, c.new?.citation]));
    const found = diffMeasures(a, b).changes.filter((c) => c.level === "outcome");
    this.#note(found, made);
    return found.every(
      (c) => c.kind === "affected" || places.has(c.old?.citation) || places.has(c.new?.citation),
    );
  }

  /** What the changes that were made bring about elsewhere. */
  #note(found: readonly Change[], made: ReadonlySet<Change>): void {
    for (const f of found.filter((x) => x.kind === "affected"))
      for (const c of this.#diff.changes)
        if (c.kind === "affected" && c.new?.text === f.new?.text && c.new?.citation === f.new?.citation)
          this.#causes.set(c.fingerprint, new Set([...(this.#causes.get(c.fingerprint) ?? []), ...made]));
  }
}
