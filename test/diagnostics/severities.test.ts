import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Code, catalogue } from "../../src/diagnostics/catalogue/index.ts";
import type { CatalogueEntry } from "../../src/diagnostics/message.ts";
import type { Problem } from "../../src/diagnostics/problem.ts";
import {
  type SeveritySetting,
  severityName,
  severityNames,
  withSeverities,
} from "../../src/diagnostics/severities.ts";

const codes = Object.keys(catalogue) as Code[];
const entryOf = (code: Code): CatalogueEntry => catalogue[code];
const found = (code: Code): Problem => ({ code, severity: entryOf(code).severity, parameters: {} });
const setting = fc.constantFrom<SeveritySetting>("off", "info", "warning", "error");
const name = fc.constantFrom(...codes, ...severityNames(), "syntax", "names", "ambiguity", "style");

describe("severities", () => {
  it("leave every error as it is, whatever is set", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, setting)), (settings) => {
        const errors = codes.filter((c) => entryOf(c).severity === "error").map(found);
        expect(withSeverities(errors, new Map(settings))).toEqual(errors);
      }),
    );
  });

  it("set a code before its class, a class before its family", () => {
    const unused = [found("BF5101")];
    const set = (...settings: [string, SeveritySetting][]) =>
      withSeverities(unused, new Map(settings))[0]?.severity;
    expect(set()).toBe("warning");
    expect(set(["style", "info"])).toBe("info");
    expect(set(["style", "info"], ["ORPHAN", "error"])).toBe("error");
    expect(set(["style", "info"], ["ORPHAN", "error"], ["BF5101", "off"])).toBeUndefined();
  });

  it("keep what was accepted accepted", () => {
    const accepted = { ...found("BF5101"), accepted: "以后用" };
    expect(withSeverities([accepted], new Map([["BF5101", "error"]]))).toEqual([
      { ...accepted, severity: "error" },
    ]);
  });

  it("know which names can be set", () => {
    expect(severityNames().filter((n) => severityName(n) !== "known")).toEqual([]);
    expect(["BF2001", "names"].map(severityName)).toEqual(["errors", "errors"]);
    expect(["BF9999", "BF4057", "data", "__proto__", ""].map(severityName)).toEqual(Array(5).fill("unknown"));
  });
});
