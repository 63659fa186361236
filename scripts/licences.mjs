/** The licence texts of the packages that a bundle holds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * @param root the folder of the package
 * @param inputs the files of the bundle, relative to it
 * @param what what is bundled with them
 * @throws where a package says nothing of its licence
 */
export function licencesOf(root, inputs, what) {
  const folders = new Set(
    inputs.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const files = readdirSync(join(root, folder)).filter((file) => LICENCE.test(file));
    if (license === undefined && files.length === 0) throw new Error(`${name} says no licence`);
    const words = files.map((file) => readFileSync(join(root, folder, file), "utf8").trim());
    return [`${name} ${version} (${license ?? "see below"})`, ...words].join("\n\n");
  });
  return `${what} of Banfa is bundled with the packages below.\n\n${texts.join(`\n\n${"-".repeat(78)}\n\n`)}\n`;
}
