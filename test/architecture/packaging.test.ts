import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMPILER_VERSION } from "../../src/compiler/version.ts";
import { filesUnder, read, root } from "./sources.ts";

interface Package {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(read("package.json")) as Package;

describe("the package", () => {
  it("has the version that its compiler says", () => {
    expect(COMPILER_VERSION).toBe(manifest.version);
  });

  it("pins every dependency exactly", () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });

  it("has a lock file without download addresses that agrees with it", () => {
    const lock = JSON.parse(read("package-lock.json")) as {
      readonly packages: Readonly<Record<string, Package & { readonly resolved?: string }>>;
    };
    const addresses = Object.entries(lock.packages).filter(([, p]) => p.resolved !== undefined);
    expect(addresses.map(([name]) => name)).toEqual([]);
    expect(lock.packages[""]?.dependencies).toEqual(manifest.dependencies);
    expect(lock.packages[""]?.devDependencies).toEqual(manifest.devDependencies);
  });

  it("runs only scripts that exist", () => {
    const cited = Object.values(manifest.scripts).flatMap((s) => s.match(/scripts\/[\w-]+\.mjs/g) ?? []);
    expect(cited.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("needs nothing of the machine it was written on", () => {
    const files = [
      ...["src", "scripts", "docs", "policies", "examples"].flatMap((f) =>
        filesUnder(f, /\.(ts|mjs|md|json|ya?ml|banfa)$/),
      ),
      ...["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "ARCHITECTURE.md", ".ci/run"].filter((f) =>
        existsSync(join(root, f)),
      ),
    ];
    expect(files.filter((f) => /\/(?:work|home|Users)\/\w/.test(read(f)))).toEqual([]);
  });
});
