/** Names of a measure as names of types. */

/** Words that name no type, or one that the declarations use. */
const TAKEN: readonly string[] = [
  ..."any as async await bigint boolean break case catch class const continue debugger declare default delete do".split(
    " ",
  ),
  ..."else enum export extends false finally for function if implements import in infer instanceof interface".split(
    " ",
  ),
  ..."is keyof let module namespace never new null number object of package private protected public".split(
    " ",
  ),
  ..."readonly require return satisfies static string super switch symbol this throw true try type typeof".split(
    " ",
  ),
  ..."undefined unique unknown var void while with yield abstract".split(" "),
  ..."Evaluator Exclude Omit Partial Pick Readonly Record R measure".split(" "),
];

/** Gives every name a valid identifier of its own. */
export class Identifiers {
  readonly #taken: Set<string>;

  constructor(taken: readonly string[] = []) {
    this.#taken = new Set([...TAKEN, ...taken]);
  }

  /**
   * An identifier for a name, as like it as can be; the name with each of the suffixes is then free too, and taken.
   * @param suffixes of the types that the name stands for; "" is the name alone
   */
  take(name: string, suffixes: readonly string[] = [""]): string {
    const stem = identifier(name);
    for (let n = 1; ; n++) {
      const candidate = n === 1 ? stem : `${stem}_${n}`;
      const all = suffixes.map((s) => candidate + s);
      // Classes of the emitted code have such names.
      if (all.some((c) => this.#taken.has(c) || /^(?:Row|Record)\d/.test(c))) continue;
      for (const c of all) this.#taken.add(c);
      return candidate;
    }
  }
}

/** Letters and digits of all scripts stay; whatever else becomes an underscore. */
function identifier(name: string): string {
  const word = name.normalize("NFC").replace(/[^\p{ID_Continue}]/gu, "_");
  return /^[\p{ID_Start}_]/u.test(word) ? word : `_${word}`;
}
