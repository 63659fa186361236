/**
 * A text that is equal for equal plain data, and only for that; but where something stands is no part of what it is.
 * Types recur all the time and are kept.
 */
const ofTypes = new WeakMap<object, string>();

export function structuralKey(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) {
        let text = "[";
        for (const element of value) text += `${structuralKey(element)},`;
        return `${text}]`;
      }
      return ofObject(value as Readonly<Record<string, unknown>>);
    default:
      return String(value);
  }
}

function ofObject(value: Readonly<Record<string, unknown>>): string {
  let text = "{";
  for (const key in value) {
    if (key === "span" || key === "restSpan") continue;
    const part = value[key];
    if (key === "type" && typeof part === "object" && part !== null) {
      let known = ofTypes.get(part);
      if (known === undefined) {
        known = structuralKey(part);
        ofTypes.set(part, known);
      }
      text += `type:${known},`;
    } else text += `${key}:${structuralKey(part)},`;
  }
  return `${text}}`;
}
