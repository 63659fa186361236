/** Examples in documents and docstrings are programs: the values that their comments state are compared. */

/** `expression; // value` becomes a comparison where the comment is a value. */
export function compared(line: string): string {
  const found = /^(\s*)(\S.*);\s*\/\/ (\[.*\]|\{.*\}|null|true|false|-?\d[\d.]*|"[^"]*")(?=:|$)/.exec(line);
  return found && !found[2]!.includes("const ")
    ? `${found[1]}same(${found[2]}, ${found[3]}, ${JSON.stringify(line.trim())});`
    : line;
}
