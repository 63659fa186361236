import { Growing } from "../../runtime/growing.ts";
import { jsonRational } from "../../runtime/json-numbers.ts";
import { type Rational, subtract } from "../../runtime/rational.ts";
import type { JsonNumber } from "../../runtime/result.ts";

/** A figure that is not known. */
const NONE = -2;
/** A number that is as exact as it looks. */
const PLAIN = -1;

/** Figures, compared exactly; what is not known stands last. */
export class ExactColumn {
  readonly #sign: 1 | -1;
  readonly #figure = new Growing(Float64Array);
  /** PLAIN, NONE, or the number of the fraction. */
  readonly #exact = new Growing(Int32Array);
  readonly #fractions = new Map<string, number>();
  readonly #rationals: Rational[] = [];

  /** @param sign −1: higher stands before */
  constructor(sign: 1 | -1) {
    this.#sign = sign;
  }

  push(value: JsonNumber | null): void {
    if (value === null || typeof value === "number") {
      this.#figure.push(value ?? 0);
      this.#exact.push(value === null ? NONE : PLAIN);
    } else {
      this.#figure.push(Number(value.num) / Number(value.den));
      this.#exact.push(this.#fraction(value));
    }
  }

  #fraction(value: Exclude<JsonNumber, number>): number {
    const name = `${value.num}/${value.den}`;
    const known = this.#fractions.get(name);
    if (known !== undefined) return known;
    this.#fractions.set(name, this.#rationals.length);
    this.#rationals.push(jsonRational(value)!);
    return this.#rationals.length - 1;
  }

  known(row: number): boolean {
    return this.#exact.at(row) !== NONE;
  }

  /** How far from the front: lower stands before. */
  at(row: number): number {
    return this.#sign * this.#figure.at(row);
  }

  /** The same of a figure of which only bounds are known. */
  between(low: number | null, high: number | null): { readonly best: number; readonly worst: number } {
    const [front, back] = this.#sign === 1 ? [low, high] : [high, low];
    return {
      best: front === null ? -Infinity : this.#sign * front,
      worst: back === null ? Infinity : this.#sign * back,
    };
  }

  exactly(row: number): { readonly best: number; readonly worst: number } {
    return { best: this.at(row), worst: this.at(row) };
  }

  compare(a: number, b: number): number {
    const [x, y] = [this.#exact.at(a), this.#exact.at(b)];
    if (x === NONE || y === NONE) return (x === NONE ? 1 : 0) - (y === NONE ? 1 : 0);
    const [f, g] = [this.#figure.at(a), this.#figure.at(b)];
    const difference = f - g;
    // Far enough apart that rounding cannot have turned them round.
    if ((x === PLAIN && y === PLAIN) || Math.abs(difference) > 1e-9 * (Math.abs(f) + Math.abs(g)))
      return this.#sign * difference;
    if (x === y) return 0;
    const { num } = subtract(this.#rational(x, f), this.#rational(y, g));
    return num === 0n ? 0 : this.#sign * (num < 0n ? -1 : 1);
  }

  #rational(exact: number, figure: number): Rational {
    return exact === PLAIN ? jsonRational(figure)! : this.#rationals[exact]!;
  }
}
