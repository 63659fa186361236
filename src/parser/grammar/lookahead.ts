import { type ILookaheadStrategy, type IOrAlt, LLkLookaheadStrategy } from "chevrotain";

type AlternationOptions = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];
type OptionalOptions = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];
type Alternatives = IOrAlt<unknown>[];

/**
 * chevrotain's own lookahead, worked out for each place of the grammar when a text first gets there. A measure uses a
 * part of the language; examining the grammar and working out all of it took a quarter of a cold `check`.
 */
export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: AlternationOptions) {
    const build = () => super.buildLookaheadForAlternation(options);
    let choose: ReturnType<typeof build> | undefined;
    return function (this: unknown, alternatives?: Alternatives): number | undefined {
      choose ??= build();
      return choose.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: OptionalOptions) {
    const build = () => super.buildLookaheadForOptional(options);
    let enter: ReturnType<typeof build> | undefined;
    return function (this: unknown): boolean {
      enter ??= build();
      return enter.call(this);
    };
  }
}
