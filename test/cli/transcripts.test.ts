import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/program.ts";

/**
 * Every folder of test/cases/cli is a session: `transcript.txt` has the commands (`$ banfa …`), what they
 * print (lines of standard error begin with `! `) and their exit codes, beside the files they read. `$ cat
 * FILE` shows a file a command wrote. `BANFA_UPDATE=1` writes what the commands print now.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const cases = join(root, "test", "cases", "cli");
/** Sessions that ask a solver much: with the longer checks (`npm run test:apps`). */
const LONG = ["assertions", "diff", "layers-deep", "prove", "what-if"];
const long = process.env.BANFA_TESTS === "apps";
const update = (process.env.BANFA_UPDATE ?? "") !== "";

let scratch = "";
const home = process.cwd();
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "banfa-cli-"));
});
afterAll(() => {
  process.chdir(home);
  rmSync(scratch, { recursive: true, force: true });
});

/** Splits at spaces outside double quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!);
}

async function play(command: string): Promise<string> {
  const [program, ...args] = words(command);
  if (program === "cat") return readFileSync(args[0]!, "utf8").replace(/\n?$/, "\n");
  let output = "";
  const put = (mark: string) => (text: string) => {
    output += text.replace(/^(?=[^\n])/gm, mark);
  };
  const io: Io = {
    out: put(""),
    err: put("! "),
    colours: false,
    errColours: false,
    columns: 100,
    locale: "zh_CN.UTF-8",
    env: {},
  };
  const code = await main(args, io);
  return `${output}${output === "" || output.endsWith("\n") ? "" : "\n"}[${code}]\n`;
}

describe("a session", () => {
  const names = readdirSync(cases).sort();
  for (const name of update ? names : names.filter((n) => LONG.includes(n) === long)) {
    it(name, async () => {
      const place = join(scratch, name);
      cpSync(join(cases, name), place, { recursive: true });
      for (const folder of ["policies", "examples"]) symlinkSync(join(root, folder), join(place, folder));
      process.chdir(place);
      const path = join(cases, name, "transcript.txt");
      const expected = readFileSync(path, "utf8");
      let actual = "";
      for (const line of expected.split("\n")) {
        if (line.startsWith("$ ")) actual += `${line}\n${await play(line.slice(2))}\n`;
        // Comments stand at the top or between a result and the next command.
        else if (line.startsWith("## ")) actual += `${line}\n`;
      }
      if (update) writeFileSync(path, actual);
      else expect(actual).toBe(expected);
    });
  }
});
