/**
 * Sum, count, mean, maximum and minimum over members of which it may be open whether they belong: the
 * records of a list, or the pool of a population.
 */
import {
  CauseSet,
  type Causes,
  compareHigh,
  compareLow,
  type Interval,
  interval,
  unbounded,
} from "./open-values.ts";
import { add, divide, type Rational, rational, ZERO } from "./rational.ts";

export type Figure = "count" | "sum" | "mean" | "max" | "min";

/** A figure being gathered: {@link Gathering.take} each member, then read {@link Gathering.result}. */
export class Gathering {
  private sure = 0;
  private unsure = 0;
  private low: Rational | null = ZERO;
  private high: Rational | null = ZERO;
  private lowest: Interval | null = null;
  private highest: Interval | null = null;
  private lowestSure: Interval | null = null;
  private highestSure: Interval | null = null;
  private readonly causes = new CauseSet();
  private readonly figure: Figure;
  private readonly name: string;

  /** `name` is what would be empty, for the cause "empty". */
  constructor(figure: Figure, name: string) {
    this.figure = figure;
    this.name = name;
  }

  /** One that has gathered the same so far. */
  copy(): Gathering {
    const copy = new Gathering(this.figure, this.name);
    const { sure, unsure, low, high, lowest, highest, lowestSure, highestSure } = this;
    Object.assign(copy, { sure, unsure, low, high, lowest, highest, lowestSure, highestSure });
    copy.causes.add(this.causes.folded());
    return copy;
  }

  /** `doubt`: why it is open whether the member belongs; null when it does. */
  take(value: Interval | null, doubt: Causes | null): void {
    if (doubt === null) this.sure += 1;
    else {
      this.unsure += 1;
      this.causes.add(doubt);
    }
    if (value === null || this.figure === "count") return;
    this.causes.add(value.why);
    if (this.figure === "sum" || this.figure === "mean") {
      const low = doubt !== null && value.low && value.low.num > 0n ? ZERO : value.low;
      const high = doubt !== null && value.high && value.high.num < 0n ? ZERO : value.high;
      this.low = this.low && low && add(this.low, low);
      this.high = this.high && high && add(this.high, high);
    }
    if (this.lowest === null || compareLow(value.low, this.lowest.low) < 0) this.lowest = value;
    if (this.highest === null || compareHigh(value.high, this.highest.high) > 0) this.highest = value;
    if (doubt !== null) return;
    if (this.highestSure === null || compareLow(value.low, this.highestSure.low) > 0)
      this.highestSure = value;
    if (this.lowestSure === null || compareHigh(value.high, this.lowestSure.high) < 0)
      this.lowestSure = value;
  }

  result(): Interval {
    const sure = this.sure;
    const unsure = this.unsure;
    const why = this.causes.folded();
    switch (this.figure) {
      case "count":
        return interval(rational(sure), rational(sure + unsure), why);
      case "sum":
        return interval(this.low, this.high, why);
      case "mean":
        if (sure === 0) return this.nobody();
        if (unsure > 0) return interval(this.lowest!.low, this.highest!.high, why);
        return interval(
          this.low && divide(this.low, rational(sure)),
          this.high && divide(this.high, rational(sure)),
          why,
        );
      case "max":
        return sure === 0 ? this.nobody() : interval(this.highestSure!.low, this.highest!.high, why);
      case "min":
        return sure === 0 ? this.nobody() : interval(this.lowest!.low, this.lowestSure!.high, why);
    }
  }

  private nobody(): Interval {
    this.causes.add([{ kind: "empty", name: this.name }]);
    return unbounded(this.causes.folded());
  }
}
