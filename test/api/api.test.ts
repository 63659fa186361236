/**
 * The public interface, written down in api.txt: whatever changes it changes that file, and the change is looked at.
 * `npx vitest run test/api/api.test.ts --update` writes it; docs/versioning.md says what breaks others.
 */
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { read, root } from "../architecture/sources.ts";

const { exports } = JSON.parse(read("package.json")) as {
  readonly exports: Readonly<Record<string, string | { readonly default?: string }>>;
};

/** Changes with every version: what emitted code calls. */
const NOT_PUBLIC = new Set(["./runtime/helpers"]);

/** Types that are there to be handed on. */
const INNER = new Set(["MeasureIr", "CompiledMeasure"]);

/** Their members are listed elsewhere. */
const LISTED = new Map([["Code", "docs/diagnostics/README.md"]]);

const modules = Object.entries(exports).flatMap(([path, target]) =>
  typeof target === "string" || target.default === undefined || NOT_PUBLIC.has(path)
    ? []
    : [{ path, source: join(root, target.default.replace(/^\.\/dist\/(.*)\.js$/, "src/$1.ts")) }],
);

const FLAGS =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
  ts.TypeFormatFlags.WriteArrayAsGenericType;

function report(): string {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(
    modules.map((m) => m.source),
    options,
  );
  const checker = program.getTypeChecker();
  const typeOf = (type: ts.Type, flags = ts.TypeFormatFlags.None): string =>
    checker.typeToString(type, undefined, FLAGS | flags);

  const isInternal = (symbol: ts.Symbol): boolean =>
    symbol.getJsDocTags().some((tag) => tag.name === "internal");
  const isHidden = (symbol: ts.Symbol): boolean =>
    isInternal(symbol) ||
    symbol.escapedName.toString().startsWith("__#") ||
    (symbol.declarations ?? []).some(
      (d) => (ts.getCombinedModifierFlags(d) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0,
    );

  const member = (symbol: ts.Symbol): string => {
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 ? "?" : "";
    return `  ${symbol.name}${optional}: ${typeOf(checker.getTypeOfSymbol(symbol))}`;
  };
  const members = (type: ts.Type): string[] =>
    type
      .getProperties()
      .filter((p) => !isHidden(p) && p.name !== "prototype")
      .map(member)
      .sort();

  const described = (name: string, symbol: ts.Symbol): string[] => {
    const { flags } = symbol;
    if (INNER.has(name)) return [`${name}: not public, changes with every version`];
    if (LISTED.has(name)) return [`type ${name}: those in ${LISTED.get(name)}`];
    if (flags & ts.SymbolFlags.Class)
      return [`class ${name}`, ...members(checker.getDeclaredTypeOfSymbol(symbol))];
    if (flags & ts.SymbolFlags.Interface)
      return [`interface ${name}`, ...members(checker.getDeclaredTypeOfSymbol(symbol))];
    if (flags & ts.SymbolFlags.TypeAlias) {
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      return [`type ${name} = ${typeOf(type, ts.TypeFormatFlags.InTypeAlias)}`];
    }
    const kind = flags & ts.SymbolFlags.Function ? "function" : "const";
    return [`${kind} ${name}: ${typeOf(checker.getTypeOfSymbol(symbol))}`];
  };

  const known = new Map<ts.Symbol, string>();
  const lines: string[] = [];
  for (const { path, source } of modules) {
    const name = path.replace(".", "banfa");
    lines.push(`# ${name}`, "");
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(source)!)!);
    for (const e of exported.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const symbol = e.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(e) : e;
      const before = known.get(symbol);
      if (before !== undefined) lines.push(`${e.name}: as in ${before}`);
      else if (!isInternal(symbol)) {
        known.set(symbol, name);
        lines.push(...described(e.name, symbol));
      }
    }
    lines.push("");
  }
  return lines.join("\n");
}

it("the public interface is the one in api.txt", async () => {
  await expect(report()).toMatchFileSnapshot("api.txt");
});
