import { citationText, labelText, type PathStep } from "../../compiler/analyze/model.ts";
import { numberingOf } from "../../compiler/layers/origins.ts";
import type * as ast from "../../parser/ast.ts";
import { childrenOf, type Node } from "../../parser/children.ts";
import { sha256 } from "../../source/sha256.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { UnitKind, Version } from "../types.ts";
import { canonical, generalRules, type Reading } from "./canonical.ts";

/**
 * A version as a tree of *units*, the things that a reviewer sees changed: every labelled provision or item, every
 * declaration and every field of one. What stands on the lines of a unit itself is its `content`; what is numbered
 * below it is a unit of its own.
 */
export interface Unit {
  /** In the order of the text, from 0; the root is the file. */
  readonly index: number;
  readonly kind: UnitKind;
  /** Tells it from its siblings: its label, or what it declares. */
  readonly key: string;
  readonly citation: string;
  /** The labels from the outside in, as citations of the IR have them; of a declaration those around it. */
  readonly path: readonly string[];
  /** The layer whose own numbering that is; null for the measure at the bottom. */
  readonly numbering: string | null;
  readonly title: string | null;
  readonly span: ast.MeasureFile["span"];
  readonly content: readonly Node[];
  readonly parent: Unit | null;
  readonly children: Unit[];
  /** The canonical text of the content, and the fingerprint made of it. */
  readonly canon: string;
  readonly fingerprint: string;
  /** As written, on one line, without comments and notes. */
  readonly text: string;
  /** Notes and acceptances: no part of the structure. */
  readonly beside: string;
}

export interface UnitTree {
  readonly root: Unit;
  /** All units, by `index`. */
  readonly units: readonly Unit[];
}

const HEAD: ReadonlySet<string> = new Set([
  "measure",
  "text-declaration",
  "issuers",
  "date-declaration",
  "period",
  "general-rule",
]);

/** Heads that only name the document: nothing is computed from them. */
const NAMES: ReadonlySet<string> = new Set(["measure", "title", "document-number", "authority", "issuers"]);

export function unitsOf(version: Version): UnitTree {
  return new Builder(version).tree();
}

interface Making {
  readonly kind: UnitKind;
  readonly key: string;
  readonly citation: string;
  readonly path: readonly PathStep[];
  readonly title: string | null;
  readonly span: ast.MeasureFile["span"];
  readonly content: readonly Node[];
}

class Builder {
  readonly #source: SourceText;
  readonly #file: ast.MeasureFile;
  readonly #units: Unit[] = [];
  readonly #reading: Reading;

  constructor({ source, file }: Version) {
    this.#source = source;
    this.#file = file;
    const cited = citedClauses(file);
    const general = generalRules(file);
    const plain: Reading = { general, cited: (path) => path.at(-1) ?? "" };
    this.#reading = {
      general,
      cited: (path) => {
        const section = cited.get(path.join("\u0000"));
        return section ? sha256(canonical(section.body, plain)) : path.join(" ");
      },
    };
  }

  tree(): UnitTree {
    const { body, span } = this.#file;
    const own = body.filter((i): i is ast.Statement => i.kind !== "section" && i.kind !== "chapter");
    const root = this.#add(null, {
      kind: "provision",
      key: "",
      citation: citationText([]),
      path: [],
      title: null,
      span,
      content: own.filter((s) => !HEAD.has(s.kind) && !isDeclaration(s)),
    });
    this.#body(body, root, []);
    return { root, units: this.#units };
  }

  #add(parent: Unit | null, m: Making): Unit {
    const twins =
      parent?.children.filter((c) => c.key === m.key || c.key.startsWith(`${m.key}\u0000`)).length ?? 0;
    const counted = m.content.filter((n) => n.kind !== "note" && n.kind !== "acceptance");
    const canon = m.kind === "head" && NAMES.has(m.key) ? "" : canonicalContent(counted, this.#reading);
    const unit: Unit = {
      ...m,
      index: this.#units.length,
      key: twins === 0 ? m.key : `${m.key}\u0000${twins}`,
      path: m.path.map((s) => labelText(s.label)),
      numbering: numberingOf(m.path[0]?.label),
      parent,
      children: [],
      canon,
      fingerprint: sha256(`${m.kind}${canon}`).slice(0, 16),
      text: counted.map((n) => ownText(this.#source, n)).join(";"),
      beside: besideText(m.content),
    };
    this.#units.push(unit);
    parent?.children.push(unit);
    return unit;
  }

  #body(items: readonly ast.Item[], parent: Unit, path: readonly PathStep[]): void {
    for (const item of items) {
      if (item.kind === "chapter") this.#chapter(item, parent);
      else if (item.kind === "section") this.#section(item, parent, path);
      else this.#statement(item, parent, path);
    }
  }

  #chapter({ label, title, span }: ast.Chapter, parent: Unit): void {
    this.#add(parent, {
      kind: "chapter",
      key: `chapter ${label}`,
      citation: label,
      path: [],
      title,
      span,
      content: [],
    });
  }

  #section(node: ast.Section, parent: Unit, above: readonly PathStep[]): void {
    const title = node.title?.text ?? null;
    const path = [...above, { label: node.label, title }];
    const content = node.body.filter(
      (i): i is ast.Statement => i.kind !== "section" && i.kind !== "chapter" && !isDeclaration(i),
    );
    const unit = this.#add(parent, {
      kind: "provision",
      key: (path.length === 1 ? (numberingOf(node.label) ?? "") : "") + labelText(node.label),
      citation: citationText(path),
      path,
      title,
      span: node.span,
      content,
    });
    this.#body(node.body, unit, path);
  }

  #statement(s: ast.Statement, parent: Unit, path: readonly PathStep[]): void {
    const common = { path, title: null, span: s.span };
    const declare = (kind: UnitKind, name: string) =>
      this.#add(parent, { ...common, kind, key: `${s.kind} ${name}`, citation: name, content: [s] });
    switch (s.kind) {
      case "subject":
      case "record": {
        const unit = declare(s.kind, s.name.text);
        for (const f of s.fields)
          this.#add(unit, {
            ...common,
            kind: "field",
            key: `field ${f.name.text}`,
            citation: `${s.name.text}.${f.name.text}`,
            span: f.span,
            content: [f],
          });
        return;
      }
      case "parameter":
        declare("parameter", s.names.map((n) => n.text).join("、"));
        return;
      case "action-declaration":
        declare("actions", s.category.text);
        return;
      case "scale":
        declare("scale", s.name.text);
        return;
      case "measure":
      case "text-declaration":
      case "issuers":
      case "date-declaration":
      case "period":
      case "general-rule":
        if (parent.parent === null)
          this.#add(parent, { ...common, kind: "head", key: headKey(s), citation: headKey(s), content: [s] });
        return;
      case "acceptance":
      case "declaratory":
      case "note":
      case "scoped":
      case "for-each-record":
      case "definition":
      case "indicator":
      case "indicator-group":
      case "band-choice":
      case "rank-choice":
      case "case-choice":
      case "ladder":
      case "staged-ladder":
      case "decision-table":
      case "conditional":
      case "per-occurrence":
      case "requirement":
      case "bare-condition":
      case "ballot":
      case "procedure":
      case "draw":
      case "set-parameter":
      case "amend":
      case "delete":
      case "insert":
        for (const section of sectionsBelow(s)) this.#section(section, parent, path);
        return;
    }
  }
}

const headKey = (s: ast.Statement): string => ("of" in s && typeof s.of === "string" ? s.of : s.kind);

function isDeclaration(s: ast.Statement): boolean {
  return (
    s.kind === "subject" ||
    s.kind === "record" ||
    s.kind === "parameter" ||
    s.kind === "action-declaration" ||
    s.kind === "scale"
  );
}

/** A subject's own line goes without its fields, which are units of their own; statements stand in no order. */
function canonicalContent(content: readonly Node[], reading: Reading): string {
  const texts = content.map((n) =>
    n.kind === "subject" || n.kind === "record"
      ? canonical({ ...n, fields: [] }, reading)
      : canonical(n, reading),
  );
  return texts.sort().join(";");
}

/** The labelled sections that hang below a statement, wherever in it (items, rungs, items of a scope). */
function sectionsBelow(node: Node): ast.Section[] {
  return childrenOf(node).flatMap((child) => (child.kind === "section" ? [child] : sectionsBelow(child)));
}

/** The text of a node without comments and notes, and without what is numbered below it. */
export function ownText(source: SourceText, node: Node): string {
  const firstBelow = Math.min(
    ...sectionsBelow(node).map((s) => s.span.start),
    ...(node.kind === "subject" || node.kind === "record" ? node.fields.map((f) => f.span.start) : []),
  );
  const end = Math.min(lastOffset(node), firstBelow);
  return tidy(source.text.slice(node.span.start, end));
}

/** Rows, steps and fields may lie behind the span of what they belong to. */
function lastOffset(node: Node): number {
  let last = node.span.end;
  for (const child of childrenOf(node))
    if (child.kind !== "section") last = Math.max(last, lastOffset(child));
  return last;
}

/** One line, without comments, notes and what a line break or a list leaves at the end. */
export function tidy(text: string): string {
  return text
    .replace(/#[^\n]*/g, "")
    .replace(/^[ \t\u3000]*(?:注|note)\s*[::][^\n]*$/gim, "")
    .replace(/\s+/g, " ")
    .replace(/[;;。、,,\s]+$/, "")
    .trim();
}

function besideText(content: readonly Node[]): string {
  const found: string[] = [];
  const look = (node: Node) => {
    if (node.kind === "section") return;
    if (node.kind === "note") found.push(node.text.text);
    if (node.kind === "acceptance") found.push(`${node.code.text} ${node.reason.text}`);
    if ("notes" in node) for (const n of node.notes ?? []) found.push(n.text);
    for (const child of childrenOf(node)) look(child);
  };
  for (const node of content) look(node);
  return found.sort().join("\n");
}

function citedClauses(file: ast.MeasureFile): ReadonlyMap<string, ast.Section> {
  const found = new Map<string, ast.Section>();
  const look = (node: Node, path: readonly string[]) => {
    for (const child of childrenOf(node)) {
      const own = child.kind === "section" ? [...path, labelText(child.label)] : path;
      if (child.kind === "section") found.set(own.join("\u0000"), child);
      look(child, own);
    }
  };
  look(file, []);
  return found;
}
