import { describe, expect, it } from "vitest";
import { type HostProcess, type Io, processIo } from "../../src/cli/io.ts";
import { main } from "../../src/cli/program.ts";

function recorder(over: Partial<Io> = {}) {
  const said = { out: "", err: "" };
  const io: Io = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    colours: false,
    errColours: false,
    columns: 100,
    locale: "en_GB.UTF-8",
    env: {},
    ...over,
  };
  return { io, said };
}

const MEASURE = "policies/guangxi/measure.banfa";

describe("main", () => {
  it("answers a fault of its own with 3 and a request to report it", async () => {
    const broken = {
      out: () => {
        throw new Error("disk on fire");
      },
    };
    const { io, said } = recorder(broken);
    expect(await main(["check", MEASURE], io)).toBe(3);
    expect(said.err).toMatch(/^error BF9090: .*Error: disk on fire\n {2}help: Please report/);
    expect(said.err).not.toContain("program.test.ts");
    const debugged = recorder({ ...broken, env: { BANFA_DEBUG: "1" } });
    await main(["check", MEASURE], debugged.io);
    expect(debugged.said.err).toContain("program.test.ts");
  });

  it("tells its version", async () => {
    const { io, said } = recorder();
    expect(await main(["--version"], io)).toBe(0);
    expect(said.out).toMatch(/^\d+\.\d+\.\d+/);
  });

  it("speaks the user's language where no measure decides", async () => {
    const english = recorder();
    expect(await main(["chekc"], english.io)).toBe(2);
    expect(english.said.err).toContain("Did you mean “check”?");
    const chinese = recorder({ locale: "zh_CN.UTF-8" });
    await main(["chekc"], chinese.io);
    expect(chinese.said.err).toContain("是不是“check”？");
  });

  it("colours the result and the problems apart, by where they go", async () => {
    const { io, said } = recorder({ colours: true });
    await main(["check", MEASURE], io);
    expect(said.out).toContain("\u001b[");
    const wrong = recorder({ colours: true });
    await main(["check", "--nothing"], wrong.io);
    expect(wrong.said.err).not.toContain("\u001b[");
  });
});

describe("processIo", () => {
  const host = (env: HostProcess["env"], isTTY: boolean, columns?: number): HostProcess => ({
    env,
    stdout: { isTTY, write: () => true, ...(columns === undefined ? {} : { columns }) },
    stderr: { isTTY: false, write: () => true },
  });

  it.each([
    ["a terminal", {}, true, true],
    ["a pipe", {}, false, false],
    ["NO_COLOR", { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR", { NO_COLOR: "" }, true, true],
    ["a dumb terminal", { TERM: "dumb" }, true, false],
    ["FORCE_COLOR", { FORCE_COLOR: "1" }, false, true],
    ["both", { FORCE_COLOR: "1", NO_COLOR: "1" }, true, false],
  ])("decides about colours on %s", (_, env, isTTY, colours) => {
    expect(processIo(host(env, isTTY)).colours).toBe(colours);
  });

  it("keeps the width of the terminal within reason, and one width for files", () => {
    expect(processIo(host({}, true, 40)).columns).toBe(60);
    expect(processIo(host({}, true, 300)).columns).toBe(160);
    expect(processIo(host({}, false, 300)).columns).toBe(100);
  });

  it("takes the locale from the environment", () => {
    expect(processIo(host({ LANG: "zh_CN.UTF-8" }, false)).locale).toBe("zh_CN.UTF-8");
    expect(processIo(host({ LC_ALL: "en_US", LANG: "zh_CN" }, false)).locale).toBe("en_US");
  });
});
