import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../../compiler/compile.ts";
import { edited } from "../../diagnostics/fixes.ts";
import type { Language } from "../../diagnostics/message.ts";
import { SourceText } from "../../source/source-text.ts";
import type { Head } from "./head.ts";

/** What a measure may begin with: blank, a copy of one of those that come along, or a layer on another. */

export const MODELS = ["blank", "guangxi", "jiange", "nandan", "xizang", "yanglousi", "yingshan"] as const;
export type Model = (typeof MODELS)[number];

const PACKAGE = ["../..", "../../.."].map((up) => fileURLToPath(new URL(up, import.meta.url)));

const folderOf = (model: string): string =>
  PACKAGE.map((p) => join(p, "policies", model)).find((p) => existsSync(p))!;

/** The ways to begin, numbered from 1 as they are shown. */
export const BEGINNINGS = [...MODELS, "layer"] as const;

/** A line for each way to begin. */
export function choices(language: Language): string[] {
  const zh = language === "zh";
  return BEGINNINGS.map((b, i) => {
    const what =
      b === "blank"
        ? zh
          ? "空白，从头写"
          : "blank"
        : b === "layer"
          ? zh
            ? "沿用一份办法，只写不同的地方"
            : "build on a measure, say only what differs"
          : (zh ? "照抄一份来改：" : "a copy of ") + titleOf(b);
    return `  ${i + 1}  ${what}${zh ? `（${b}）` : b === "blank" ? "" : ` (${b})`}`;
  });
}

function titleOf(model: Model): string {
  const text = readFileSync(join(folderOf(model), "measure.banfa"), "utf8");
  return /^名称 “(.*)”/m.exec(text)?.[1] ?? model;
}

/** What an answer means: a number, a code, or a plain word. Null: none of them. */
export function beginning(answer: string): string | null {
  const said = answer.normalize("NFKC").trim().toLowerCase();
  const word = { 空白: "blank", 沿用: "layer" }[said] ?? said;
  const number = /^\d$/.test(word) ? BEGINNINGS[Number(word) - 1] : undefined;
  return number ?? BEGINNINGS.find((b) => b === word) ?? null;
}

/** The measure of a model under a name of its own, and its cases. */
export function copyOf(model: string, head: Head): { readonly measure: string; readonly cases: string } {
  const read = (name: string) => readFileSync(join(folderOf(model), name), "utf8");
  return { measure: withoutIdle(renamed(read("measure.banfa"), head)), cases: read("cases.yaml") };
}

/** A model under a name of its own; the full title and the number are those of another document. */
function renamed(text: string, head: Head): string {
  const line = (pattern: RegExp, by: string, of: string) => of.replace(pattern, () => by);
  let out = line(/^办法 .*$/m, `办法 ${head.name}`, text);
  out = line(/^(?:名称|文号) .*\r?\n/gm, "", out);
  const says = (pattern: RegExp, by: string) => {
    // Where the model does not say it, it stands below the name.
    const whole = pattern.test(out)
      ? line(pattern, by, out)
      : line(/^办法 .*$/m, `办法 ${head.name}\n${by}`, out);
    out = whole;
  };
  says(/^施行 .*$/m, head.effective);
  if (head.issuer !== null) says(/^制定机关 .*$/m, `制定机关 ${head.issuer}`);
  return out;
}

/** Without the acceptances of what the new head has said: from when it holds, who issues it. */
function withoutIdle(text: string): string {
  const idle = compile(new SourceText("measure.banfa", text)).problems.filter((p) => p.code === "BF5103");
  return edited(
    text,
    idle.flatMap((p) => p.fixes?.[0]?.edits ?? []),
  );
}
