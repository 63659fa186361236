import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/program.ts";

/** `banfa diff` over the versions of a repository of its own, and what it sets up in one. */

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const bin = join(root, "dist", "cli", "main.js");
const old = readFileSync(join(root, "test/cases/cli/diff/old.banfa"), "utf8");
const home = process.cwd();
const hasGit = spawnSync("git", ["--version"]).status === 0;

let place = "";
const git = (...args: string[]) => {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  const done = spawnSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
    cwd: place,
    encoding: "utf8",
    env,
  });
  return done.stdout + done.stderr;
};

async function banfa(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await main(args, {
    out: (t) => {
      out += t;
    },
    err: (t) => {
      err += t;
    },
    colours: false,
    errColours: false,
    columns: 100,
    locale: "zh_CN.UTF-8",
    env: {},
  });
  return { code, out, err };
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "banfa-git-"));
  git("init", "-q", "-b", "main");
  mkdirSync(join(place, "办法"));
  writeFileSync(join(place, "办法", "村 级.banfa"), old);
  writeFileSync(join(place, "other.banfa"), "办法 乙\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示\n");
  git("add", ".");
  git("commit", "-qm", "one");
  git("switch", "-qc", "change");
  writeFileSync(join(place, "办法", "村 级.banfa"), old.replaceAll("90分", "88分"));
  git("commit", "-qam", "two");
  git("switch", "-q", "main");
  writeFileSync(
    join(place, "other.banfa"),
    "办法 乙\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示\n第二条 宣示\n",
  );
  git("commit", "-qam", "three");
  git("switch", "-q", "change");
  process.chdir(place);
});
afterAll(() => {
  process.chdir(home);
  rmSync(place, { recursive: true, force: true });
});

describe.skipIf(!hasGit)("versions in git", () => {
  it("are compared by revision, and narrowed to paths", async () => {
    const all = await banfa("diff", "main..change");
    expect(all.out).toContain("办法/村 级.banfa");
    expect(all.out).toContain("优秀 的下限 90分 → 88分");
    expect(all.out).toContain("other.banfa");
    const one = await banfa("diff", "main..change", "--", "other.banfa");
    expect(one.out).not.toContain("优秀");
  });

  it("start at the common ancestor with three dots", async () => {
    const { out, code } = await banfa("diff", "main...change", "--fail-on", "从宽");
    expect(out).not.toContain("other.banfa");
    expect(code).toBe(1);
  });

  it("are compared with the work tree, from any folder of it", async () => {
    writeFileSync(join(place, "办法", "村 级.banfa"), old.replaceAll("90分", "85分"));
    process.chdir(join(place, "办法"));
    const { out } = await banfa("diff", "HEAD", "--", "村 级.banfa");
    process.chdir(place);
    expect(out).toContain("优秀 的下限 88分 → 85分");
    git("checkout", "-q", ".");
  });

  it("say what is wrong: an unknown revision, one that looks like an option, no repository, no git", async () => {
    expect((await banfa("diff", "nowhere")).err).toContain("BF9017");
    expect((await banfa("diff", "HEAD..--output=x")).err).toContain("BF9017");
    process.chdir(tmpdir());
    const outside = await banfa("diff", "HEAD");
    expect(outside.err).toContain("BF9015");
    expect(outside.code).toBe(2);
    process.chdir(place);
    const path = process.env.PATH;
    process.env.PATH = "";
    const without = await banfa("diff", "HEAD");
    process.env.PATH = path;
    expect(without.err).toContain("BF9014");
    // Two histories with nothing in common have no base to compare from.
    const tree = git("hash-object", "-w", "-t", "tree", "/dev/null").trim();
    git("branch", "apart", git("commit-tree", tree, "-m", "apart").trim());
    expect((await banfa("diff", "main...apart")).err).toContain("BF9019");
    expect((await banfa("diff", "HEAD", "no-such-folder")).err).toContain("BF9018");
  });
});

describe.skipIf(!hasGit || !existsSync(bin))("git set up", () => {
  const built = (...args: string[]) =>
    spawnSync(process.execPath, [bin, ...args], { cwd: place, encoding: "utf8" });

  it("shows measures clause by clause, and forgets it again", () => {
    writeFileSync(join(place, ".gitattributes"), "*.png binary\n");
    expect(built("diff", "--setup-git").status).toBe(0);
    expect(built("diff", "--setup-git").status).toBe(0);
    expect(readFileSync(join(place, ".gitattributes"), "utf8")).toBe("*.png binary\n*.banfa diff=banfa\n");
    writeFileSync(
      join(place, "办法", "村 级.banfa"),
      old.replaceAll("90分", "86分").replaceAll("  ", "     "),
    );
    expect(git("diff")).toContain("优秀 的下限 88分 → 86分");
    // Without the driver the canonical layout is compared: what is only laid out otherwise does not show.
    const lines = git("diff", "--no-ext-diff")
      .split("\n")
      .filter((l) => /^[+-] /.test(l));
    expect(lines).toHaveLength(4);
    expect(git("log", "-p", "-1")).toContain("88分以上 为 优秀");
    writeFileSync(join(place, "broken.banfa"), "第一条 (((\n");
    git("add", "-N", "broken.banfa");
    expect(git("diff", "--no-ext-diff", "broken.banfa")).toContain("+第一条 (((");
    expect(built("diff", "--setup-git", "--undo").status).toBe(0);
    expect(readFileSync(join(place, ".gitattributes"), "utf8")).toBe("*.png binary\n");
    expect(git("config", "--local", "--get-regexp", "diff.banfa")).toBe("");
    expect(built("diff", "--setup-git", "--undo").status).toBe(0);
  });
});
