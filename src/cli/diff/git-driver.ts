import { existsSync } from "node:fs";
import { format } from "../../format/format.ts";
import { SourceText } from "../../source/source-text.ts";
import { readSource } from "../load-measure.ts";
import { inWorkTree, layered, type Side } from "./sides.ts";

/** What git calls: the text to compare line by line, and the two files of a changed measure. */

/** Canonical layout, so that a change of layout is none; a text that cannot be laid out as it is. */
export function textconv(path: string): string {
  const { source } = readSource(path);
  if (source === null) return "";
  return format(source, {}).text ?? source.text;
}

/** git names: path, old file, old hash, old mode, new file, new hash, new mode. A file that is not there is /dev/null. */
export function driverSides(names: readonly string[]): { old: Side; new: Side } | null {
  const [path, oldFile, , , newFile] = names;
  if (path === undefined || oldFile === undefined || newFile === undefined) return null;
  const side = (file: string): Side => ({
    name: "",
    files: file === "/dev/null" || !existsSync(file) ? new Map() : new Map([[path, path]]),
    read: () => {
      const got = readSource(file);
      const source = got.source && new SourceText(path, got.source.text);
      // git gives one file of each side; bases are as they are now.
      return layered({ ...got, source }, inWorkTree(process.cwd()));
    },
  });
  return { old: side(oldFile), new: side(newFile) };
}
