import type { ResultTable } from "../../src/report/results/columns.ts";
import { Figures, figuresOf } from "../../src/report/results/figures.ts";
import { type RowStore, rowLine, TableGatherer } from "../../src/report/results/gather.ts";
import { figureTables, tablePlans } from "../../src/report/results/tables.ts";
import type { ResultInput } from "../../src/report/results/view.ts";

/** All tables of a result, with rows kept in memory. */
export function resultTables(input: ResultInput): ResultTable[] {
  const { result, measure } = input;
  const kinds = measure.subjects.map((k) => k.name).filter((k) => result.subjects.some((s) => s.kind === k));
  const plans = tablePlans(input, kinds);
  const gatherers = plans.map((p) => new TableGatherer(p, inMemory()));
  const figures = new Figures();
  for (const s of result.subjects) {
    figures.add(figuresOf(s, measure));
    for (const [i, plan] of plans.entries())
      for (const row of plan.rowsOf(s)) gatherers[i]!.add(new TextEncoder().encode(rowLine(row)));
  }
  return [
    ...figureTables({ ...input, head: result }, figures),
    ...gatherers.flatMap((g) => g.table(kinds) ?? []),
  ];
}

function inMemory(): RowStore {
  const lines: string[] = [];
  return {
    add: (line) => lines.push(new TextDecoder().decode(line)),
    rows: (order) => (order === null ? lines : [...order].map((i) => lines[i]!)),
  };
}
