import type {
  Action,
  Cell,
  CellBody,
  Clause,
  Consequence,
  Enumeration,
  Expr,
  Measure,
  Parameter,
  Reason,
  RecordKind,
  Requirement,
  SubjectKind,
  Type,
} from "../../src/compiler/ir/ir.ts";
import { NO_SPAN } from "../../src/source/span.ts";
import { partsOf } from "./walk.ts";

/** The row an expression is built for: a subject of a kind, or a record of one of its lists. */
export interface Row {
  readonly subject: number;
  readonly list: number | null;
}

/** A measure in the making. Every addition keeps the invariants of ir.ts: ids, strata, order. */
export class Draft {
  readonly enumerations: Enumeration[] = [];
  readonly parameters: Parameter[] = [];
  readonly actions: Action[] = [];
  readonly records: RecordKind[] = [];
  readonly subjects: SubjectKind[] = [];
  readonly cells: Cell[] = [];
  readonly clauses: Clause[] = [];
  readonly consequences: Consequence[] = [];
  readonly requirements: Requirement[] = [];
  readonly #citations: Measure["citations"][number][] = [];
  #names = 0;

  /** A citation of its own: 第n条. */
  cite(): number {
    const text = `第${this.#citations.length + 1}条`;
    this.#citations.push({ text, path: [text], title: null, span: NO_SPAN });
    return this.#citations.length - 1;
  }

  name(stem: string): string {
    this.#names += 1;
    return `${stem}${this.#names}`;
  }

  /** Appends a cell. Its stratum is the lowest that its uses and the cells before it allow. */
  addCell(row: Row, name: string | null, type: Type, body: CellBody, cite = this.cite()): number {
    const id = this.cells.length;
    const stratum = Math.max(0, this.cells.at(-1)?.stratum ?? 0, this.#lowestStratum(body));
    const text = name ?? `c${id}`;
    this.cells.push({ id, name, text, subject: row.subject, type, cite, span: NO_SPAN, stratum, body });
    return id;
  }

  addExpression(row: Row, name: string | null, expr: Expr): number {
    return this.addCell(row, name, expr.type, { kind: "expression", expr });
  }

  #lowestStratum(body: CellBody): number {
    const own = (cell: number) => this.cells[cell]!.stratum;
    const { sameRow, below } = partsOf(body);
    return Math.max(0, ...sameRow.map(own), ...below.map((c) => own(c) + 1));
  }

  addClause(subject: number, when: number, reasons: readonly Reason[], effect: string, cite: number): number {
    const id = this.clauses.length;
    this.clauses.push({ id, cite, subject, when, reasons, effect, span: NO_SPAN });
    return id;
  }

  finish(): Measure {
    const citations = this.#citations;
    return {
      irVersion: 1,
      language: "zh",
      name: "生成的办法",
      title: null,
      documentNumber: null,
      issuers: [],
      effective: null,
      expires: null,
      period: "year",
      citations,
      enumerations: this.enumerations,
      parameters: this.parameters,
      actions: this.actions,
      records: this.records,
      subjects: this.subjects,
      cells: this.cells,
      clauses: this.clauses,
      consequences: this.consequences,
      requirements: this.requirements,
      assertions: [],
      outline: citations.map((_, cite) => ({ cite, depth: 0, handling: "computed", notes: [] })),
      procedures: [],
      draws: [],
    };
  }
}
