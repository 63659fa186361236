import { readFileSync } from "node:fs";
import ts from "typescript";

/**
 * The forms that a tree can have, read off the declarations of its types: every kind of node, every word that a
 * property can hold, every property that may be absent. `compare.cmp=<=` is one, `conditional.except` another. What a
 * tree has of them is found by walking it along the same declarations.
 */
export class Forms {
  readonly #types = new Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>();

  constructor(files: readonly string[]) {
    for (const file of files) {
      const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
      for (const s of source.statements)
        if (ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s)) this.#types.set(s.name.text, s);
    }
  }

  /** All forms that a value of that type can have. */
  every(root: string): ReadonlySet<string> {
    const forms = new Set<string>();
    const seen = new Set<Shape>();
    const visit = (node: ts.TypeNode, given: Given): void => {
      for (const shape of this.#shapes(node, given)) {
        if (seen.has(shape)) continue;
        seen.add(shape);
        for (const name of namesOf(shape)) {
          forms.add(name);
          for (const p of shape.properties) {
            if (p.absent) forms.add(`${name}.${p.name}`);
            for (const word of this.#words(p.type, shape.given)) forms.add(`${name}.${p.name}=${word}`);
          }
        }
        for (const p of shape.properties) visit(p.type, shape.given);
      }
    };
    visit(ts.factory.createTypeReferenceNode(root), new Map());
    return forms;
  }

  /** Counts the forms that a value of that type has. */
  count(root: string, value: unknown, counts: Map<string, number>): void {
    const put = (form: string) => counts.set(form, (counts.get(form) ?? 0) + 1);
    const visit = (node: ts.TypeNode, given: Given, value: unknown): void => {
      if (Array.isArray(value)) {
        for (const v of value) visit(node, given, v);
        return;
      }
      if (typeof value !== "object" || value === null) return;
      const record = value as Readonly<Record<string, unknown>>;
      const shape = this.#shapes(node, given).find(
        (s) => s.mark === null || s.mark.values.includes(String(record[s.mark.name])),
      );
      if (!shape) return;
      const name = shape.mark ? String(record[shape.mark.name]) : shape.name;
      put(name);
      for (const p of shape.properties) {
        const v = record[p.name];
        if (v === undefined || v === null) continue;
        if (p.absent) put(`${name}.${p.name}`);
        if (typeof v !== "object" && this.#words(p.type, shape.given).includes(String(v)))
          put(`${name}.${p.name}=${v}`);
        visit(p.type, shape.given, v);
      }
    };
    visit(ts.factory.createTypeReferenceNode(root), new Map(), value);
  }

  /** The words that a type consists of: those of a union of words, and of a truth value. */
  #words(node: ts.TypeNode, given: Given): string[] {
    if (ts.isUnionTypeNode(node)) return node.types.flatMap((t) => this.#words(t, given));
    if (ts.isLiteralTypeNode(node))
      return ts.isStringLiteral(node.literal)
        ? [node.literal.text]
        : node.literal.kind === ts.SyntaxKind.TrueKeyword
          ? ["true"]
          : [];
    if (node.kind === ts.SyntaxKind.BooleanKeyword) return ["true", "false"];
    if (!ts.isTypeReferenceNode(node)) return [];
    const name = (node.typeName as ts.Identifier).text;
    if (name === "Exclude" && node.typeArguments) {
      const [all, out] = node.typeArguments.map((t) => this.#words(t, given));
      return all!.filter((w) => !out!.includes(w));
    }
    const declared = this.#types.get(name);
    return declared && ts.isTypeAliasDeclaration(declared) ? this.#words(declared.type, given) : [];
  }

  readonly #known = new Map<string, Shape[]>();

  /** The shapes of objects that a type stands for. */
  #shapes(node: ts.TypeNode, given: Given): Shape[] {
    if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node))
      return node.types.flatMap((t) => this.#shapes(t, given));
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node))
      return this.#shapes(node.type, given);
    if (ts.isArrayTypeNode(node)) return this.#shapes(node.elementType, given);
    if (ts.isTypeLiteralNode(node)) return [this.#shape(node, [node], "", given)];
    if (!ts.isTypeReferenceNode(node)) return [];
    const name = (node.typeName as ts.Identifier).text;
    const bound = given.get(name);
    if (bound) return this.#shapes(bound, given);
    if (name === "Extract" || name === "Omit" || name === "Pick")
      return this.#shapes(node.typeArguments![0]!, given);
    const declared = this.#types.get(name);
    if (!declared) return [];
    const inner = new Map(given);
    declared.typeParameters?.forEach((p, i) => {
      const argument = node.typeArguments?.[i];
      if (argument) inner.set(p.name.text, argument);
    });
    const key = `${name} ${[...inner.values()].map((t) => t.getText()).join()}`;
    const known = this.#known.get(key);
    if (known) return known;
    const found: Shape[] = [];
    this.#known.set(key, found);
    if (ts.isTypeAliasDeclaration(declared)) found.push(...this.#shapes(declared.type, inner));
    else found.push(this.#shape(declared, this.#inherited(declared), name, inner));
    return found;
  }

  readonly #made = new Map<ts.Node, Shape>();

  #shape(
    at: ts.Node,
    from: readonly (ts.InterfaceDeclaration | ts.TypeLiteralNode)[],
    name: string,
    given: Given,
  ): Shape {
    const known = given.size === 0 ? this.#made.get(at) : undefined;
    if (known) return known;
    const members = from.flatMap((d) => [...d.members]).filter(ts.isPropertySignature);
    const properties = members.map((m): Property => {
      const type = m.type!;
      const nullable =
        ts.isUnionTypeNode(type) &&
        type.types.some((t) => ts.isLiteralTypeNode(t) && t.literal.kind === ts.SyntaxKind.NullKeyword);
      return { name: m.name.getText(), type, absent: m.questionToken !== undefined || nullable };
    });
    const mark = MARKS.map((m) => properties.find((p) => p.name === m)).find(
      (p) => p && this.#words(p.type, given).length > 0,
    );
    const values = mark ? this.#words(mark.type, given) : [];
    const path = name === "" ? placeOf(at) : name;
    const shape = {
      ...{ name: path, given, mark: mark && values.length > 0 ? { name: mark.name, values } : null },
      properties: properties.filter((p) => p !== mark && !IGNORED.has(p.name)),
    };
    if (given.size === 0) this.#made.set(at, shape);
    return shape;
  }

  #inherited(declared: ts.InterfaceDeclaration): ts.InterfaceDeclaration[] {
    const bases = declared.heritageClauses?.flatMap((h) => [...h.types]) ?? [];
    return [
      declared,
      ...bases.flatMap((b) => {
        const base = this.#types.get(b.expression.getText());
        return base && ts.isInterfaceDeclaration(base) ? this.#inherited(base) : [];
      }),
    ];
  }
}

/** What type parameters stand for. */
type Given = ReadonlyMap<string, ts.TypeNode>;

interface Property {
  readonly name: string;
  readonly type: ts.TypeNode;
  /** It may be left out, or be null. */
  readonly absent: boolean;
}

interface Shape {
  /** Where no `kind` or `op` tells what it is. */
  readonly name: string;
  readonly mark: { readonly name: string; readonly values: readonly string[] } | null;
  readonly properties: readonly Property[];
  readonly given: Given;
}

/** Of a type without a name: the property that has it, under the declaration that it stands in. */
function placeOf(at: ts.Node): string {
  const names: string[] = [];
  for (let n: ts.Node | undefined = at; n && !ts.isSourceFile(n); n = n.parent) {
    if (ts.isPropertySignature(n)) names.unshift(n.name.getText());
    if (ts.isInterfaceDeclaration(n) || ts.isTypeAliasDeclaration(n)) names.unshift(n.name.text);
  }
  return names.join("/");
}

const namesOf = (s: Shape): readonly string[] => s.mark?.values ?? [s.name];

/** What tells the members of a union apart. */
const MARKS = ["kind", "op", "how", "when"];

const IGNORED = new Set(["span", "restSpan", "cite"]);
