import { compile } from "../compiler/compile.ts";
import type { Measure } from "../compiler/ir/ir.ts";
import { versionOf } from "../prove/replay.ts";
import { type Proof, type ProofOptions, prove } from "../prove/verdict.ts";
import { SourceText } from "../source/source-text.ts";
import { diffMeasures } from "./diff.ts";
import { Splicing } from "./splice.ts";
import type { Change, MeasureDiff, Version } from "./types.ts";

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
}

export interface Evidence {
  /** Of both versions as they are. */
  readonly whole: Proof;
  /** The old version, in whose terms examples are told. */
  readonly measure: Measure;
  /** By fingerprint; what only rewords has none of its own. */
  readonly changes: ReadonlyMap<string, ChangeEvidence>;
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
  if (!before.measure || !after.measure) return null;
  return new Gathering(before, after, diff, options).run(before.measure, after.measure);
}

/** Two versions between which there is one change, or a few that hang together. */
interface Isolated {
  readonly how: ChangeEvidence["how"];
  readonly with: readonly Change[];
  readonly before: Measure;
  readonly after: Measure;
}

class Gathering {
  readonly #before: Version;
  readonly #after: Version;
  readonly #diff: MeasureDiff;
  readonly #options: ProofOptions;
  readonly #splicing: Splicing;
  readonly #compiled = new Map<string, Version>();
  readonly #proved = new Map<Measure, Map<Measure, Promise<Proof>>>();
  /** Changes whose text is the same, with those that turned out to bring them about. */
  readonly #causes = new Map<string, Set<Change>>();

  constructor(before: Version, after: Version, diff: MeasureDiff, options: ProofOptions) {
    this.#before = before;
    this.#after = after;
    this.#diff = diff;
    this.#options = options;
    this.#splicing = new Splicing(before, after, diff.changes);
  }

  async run(before: Measure, after: Measure): Promise<Evidence> {
    const whole = await this.#prove(before, after);
    const found = new Map<string, ChangeEvidence>();
    const own = this.#diff.changes.filter((c) => c.level !== "wording");
    const minor = own.filter((c) => c.level !== "outcome");
    const together = await this.#minor(minor, before);
    for (const c of own) {
      if (c.kind === "affected") continue;
      if (together && minor.includes(c)) found.set(c.fingerprint, together);
      else found.set(c.fingerprint, await this.#evidence(c));
    }
    for (const c of own) if (c.kind === "affected") found.set(c.fingerprint, await this.#affected(c, found));
    return { whole, measure: before, changes: found };
  }

  #prove(before: Measure, after: Measure): Promise<Proof> {
    let all = this.#proved.get(before);
    if (!all) {
      all = new Map();
      this.#proved.set(before, all);
    }
    let proof = all.get(after);
    if (!proof) {
      proof = prove(versionOf(before), versionOf(after), this.#options);
      all.set(after, proof);
    }
    return proof;
  }

  /** What should not alter any outcome, all at once: mostly one proof will do. */
  async #minor(minor: readonly Change[], before: Measure): Promise<ChangeEvidence | null> {
    if (minor.length === 0) return null;
    const made = new Set(this.#diff.changes.filter((c) => c.level !== "outcome"));
    const version = this.#version(made);
    if (!version.measure || !this.#isOnly(this.#before, version, made)) return null;
    const proof = await this.#prove(before, version.measure);
    return proof.status === "same" ? { how: "alone", with: [], proof } : null;
  }

  async #evidence(c: Change): Promise<ChangeEvidence> {
    const isolated = this.#isolate(c);
    const others = isolated.with.filter((o) => o !== c && o.level === "outcome");
    return {
      how: isolated.how,
      with: others.map((o) => o.fingerprint),
      proof: await this.#prove(isolated.before, isolated.after),
    };
  }

  async #affected(c: Change, found: ReadonlyMap<string, ChangeEvidence>): Promise<ChangeEvidence> {
    const causes = [...(this.#causes.get(c.fingerprint) ?? [])].filter(
      (o) => o.level !== "wording" && found.has(o.fingerprint),
    );
    const [first] = causes;
    if (causes.length === 1)
      return { how: "because", with: [first!.fingerprint], proof: found.get(first!.fingerprint)!.proof };
    const proof = await this.#prove(this.#before.measure!, this.#after.measure!);
    return { how: "whole", with: causes.map((o) => o.fingerprint), proof };
  }

  #isolate(c: Change): Isolated {
    const all = this.#diff.changes;
    const minor = all.filter((o) => o.level !== "outcome");
    const [before, after] = [this.#before.measure!, this.#after.measure!];
    // Where nothing else can alter anything, the versions themselves are the comparison.
    if (all.every((o) => o === c || o.level === "wording")) return { how: "alone", with: [c], before, after };
    const alone = this.#from(new Set([c])) ?? this.#from(new Set([...minor, c]));
    if (alone) return { how: "alone", with: [c], before, after: alone };
    const others = new Set(all.filter((o) => o !== c));
    const rest = this.#version(others);
    if (rest.measure && this.#isOnly(rest, this.#after, new Set([c])))
      return { how: "last", with: [c], before: rest.measure, after };
    const group = this.#group(c, minor);
    if (group) return { how: "together", with: group.changes, before, after: group.measure };
    return { how: "whole", with: all, before, after };
  }

  /** With as few others as it takes, the nearest first. */
  #group(c: Change, minor: readonly Change[]): { changes: readonly Change[]; measure: Measure } | null {
    const at = (x: Change) => this.#diff.changes.indexOf(x);
    const others = this.#diff.changes
      .filter((o) => o !== c && o.level === "outcome" && o.kind !== "affected")
      .sort((a, b) => Math.abs(at(a) - at(c)) - Math.abs(at(b) - at(c)));
    let attempts = ATTEMPTS;
    for (const o of others.slice(0, attempts)) {
      attempts -= 1;
      const measure = this.#from(new Set([...minor, c, o]));
      if (measure) return { changes: [c, o], measure };
    }
    const made: Change[] = [c];
    for (const o of others.slice(0, attempts)) {
      made.push(o);
      const measure = this.#from(new Set([...minor, ...made]));
      if (measure) return { changes: made, measure };
    }
    return null;
  }

  #from(made: ReadonlySet<Change>): Measure | null {
    const version = this.#version(made);
    return version.measure && this.#isOnly(this.#before, version, made) ? version.measure : null;
  }

  #version(made: ReadonlySet<Change>): Version {
    const text = this.#splicing.text(made);
    let version = this.#compiled.get(text);
    if (!version) {
      const source = new SourceText(this.#after.source.name, text);
      version = { source, ...compile(source) };
      this.#compiled.set(text, version);
    }
    return version;
  }

  /** Whether nothing else makes another rule between these two than the changes that were made. */
  #isOnly(a: Version, b: Version, made: ReadonlySet<Change>): boolean {
    const places = new Set([...made].flatMap((c) => [c.old?.citation, c.new?.citation]));
    const found = diffMeasures(a, b).changes.filter((c) => c.level === "outcome");
    for (const f of found.filter((x) => x.kind === "affected"))
      for (const c of this.#diff.changes)
        if (c.kind === "affected" && c.new?.text === f.new?.text && c.new?.citation === f.new?.citation)
          this.#causes.set(c.fingerprint, new Set([...(this.#causes.get(c.fingerprint) ?? []), ...made]));
    return found.every(
      (c) => c.kind === "affected" || places.has(c.old?.citation) || places.has(c.new?.citation),
    );
  }
}
