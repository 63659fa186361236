/** The Guangxi measure, compiled, with the call that its cohort needs. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../dist/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const path = join(root, "policies", "guangxi", "measure.banfa");
export const text = readFileSync(path, "utf8");
export const { measure } = compile(text, { name: "measure.banfa" });
export const KIND = "包点领导";

/** A first year: no run of years reaches back. */
export const context = (places) => ({ year: 2018, parameters: { 优秀名额: places }, history: [] });
