/** Exact numbers in the JSON of results. */
import { parseRational, type Rational, toFixed, toText } from "./rational.ts";
import type { JsonNumber, JsonValue } from "./result.ts";

/** A terminating decimal of at most 15 digits as a number; anything else as its exact fraction. */
export function jsonNumber(value: Rational): JsonNumber {
  const text = toText(value);
  const digits = text.replace(/[-.]/g, "").replace(/^0+/, "");
  if (!text.includes("/") && digits.length <= 15) return Number(text);
  const shown = text.includes("/") ? toFixed(value, 6).replace(/0+$/, "").replace(/\.$/, "") : text;
  return { num: value.num.toString(), den: value.den.toString(), text: shown };
}

/** The exact number behind a JSON number of a result. */
export function jsonRational(value: JsonValue | undefined): Rational | undefined {
  if (typeof value === "number") return parseRational(String(value));
  if (typeof value === "object" && value !== null && "num" in value)
    return parseRational(`${value.num}/${value.den}`);
  return undefined;
}
