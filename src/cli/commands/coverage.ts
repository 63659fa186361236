import { dirname, join } from "node:path";
import {
  accountFor,
  HOWS,
  type Inventory,
  type InventoryAccount,
  readInventory,
  readInventoryIds,
} from "../../data/inventory.ts";
import type { Language } from "../../diagnostics/message.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { visible } from "../../diagnostics/width.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { loadMeasure } from "../load-measure.ts";
import type { Session } from "../session.ts";
import { account, table } from "../table.ts";

/**
 * `banfa coverage FOLDER`: the account of a measure's inventory. Every rule of the regulation should have
 * an entry, every provision an entry that points to it, and every entry provisions that do what it says.
 */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const folder = String(args[0]);
  const { inventory, problems } = readInventory(join(folder, "inventory.yaml"));
  if (inventory === null) return stop(s, [{ source: null, problems }], s.language());
  const path = typeof options.ids === "string" ? options.ids : join(folder, "..", "inventory-ids.csv");
  const known = readInventoryIds(path);
  if (known.ids === null) return stop(s, [{ source: null, problems: known.problems }], s.language());
  const loaded = await loadMeasure(join(dirname(inventory.file), inventory.measure));
  const language = s.language(loaded.language);
  if (loaded.measure === null) return stop(s, [loaded], language);

  const result = accountFor(inventory, known.ids, loaded.measure);
  const faults = [...problems, ...known.problems, ...faultProblems(result, inventory)];
  return answer(s, {
    language,
    config: loaded.config,
    found: [{ source: null, problems: faults, name: inventory.file }, openPoints(loaded)],
    json: (lists) => {
      const rows = inventory.rows.map(({ line: _, ...row }) => ({
        ...row,
        kind: known.ids?.get(row.id) ?? null,
      }));
      return {
        ...{ measure: loaded.path, inventory: inventory.file, ...result, rows },
        problems: lists.flat(),
      };
    },
    text: () => s.io.out(`${text(result, inventory.file, s, language)}\n`),
  });
}

const WORDS = {
  zh: {
    how: "处理",
    count: "条数",
    hows: {
      computed: "计算",
      checked: "核对",
      scheduled: "定期",
      routed: "流转",
      recorded: "记录",
      declared: "宣示",
      open: "留空",
    },
    open: "留空的原因",
    missing: "没有写到的编号",
    unknownIds: "不认识的编号",
    unclaimed: "没有编号指向的条款",
    unknownClauses: "办法里没有的条款",
    withoutCode: "留空而没有写代码",
    notBorneOut: "所引条款没有这样处理",
    declared: (n: number, allowed: number) => `应当处理而只作宣示的（${n} 条，至多 ${allowed} 条）`,
    perhaps: (clause: string) => `（是不是“${clause}”？）`,
    separator: "、",
    colon: "：",
    comma: "，",
    total: (n: number) => `${n} 条`,
    complete: "齐全",
    incomplete: "不齐全",
  },
  en: {
    how: "How",
    count: "Rules",
    hows: {
      computed: "computed",
      checked: "checked",
      scheduled: "scheduled",
      routed: "routed",
      recorded: "recorded",
      declared: "declared",
      open: "open",
    },
    open: "Open because of",
    missing: "Rules without an entry",
    unknownIds: "Unknown ids",
    unclaimed: "Provisions without a rule",
    unknownClauses: "No such provision",
    withoutCode: "Open without a code",
    notBorneOut: "Not what the provisions do",
    declared: (n: number, allowed: number) => `Declared but for no such kind (${n}, at most ${allowed})`,
    perhaps: (clause: string) => ` (${clause}?)`,
    separator: ", ",
    colon: ": ",
    comma: ", ",
    total: (n: number) => `${n} rules`,
    complete: "complete",
    incomplete: "incomplete",
  },
} as const;

interface Fault {
  readonly what: string;
  /** `id`: the entry of the inventory it is about. */
  readonly items: readonly { readonly id?: string; readonly text: string }[];
}

/** What keeps an inventory from being complete, in the order in which it is told. */
function faultsOf(a: InventoryAccount, language: Language): Fault[] {
  const words = WORDS[language];
  const { ids, allowed } = a.declared;
  const named = (list: readonly string[]) => list.map((id) => ({ id, text: id }));
  return [
    { what: words.missing, items: a.missing.map((id) => ({ text: id })) },
    { what: words.unknownIds, items: named(a.unknownIds) },
    { what: words.unclaimed, items: a.unclaimed.map((clause) => ({ text: clause })) },
    {
      what: words.unknownClauses,
      items: a.unknownClauses.map(({ id, clause, suggestion }) => ({
        id,
        text: `${id} ${clause}${suggestion === null ? "" : words.perhaps(suggestion)}`,
      })),
    },
    { what: words.withoutCode, items: named(a.withoutCode) },
    {
      what: words.notBorneOut,
      items: a.notBorneOut.map(({ id, how }) => ({ id, text: `${id} ${words.hows[how]}` })),
    },
    { what: words.declared(ids.length, allowed), items: ids.length > allowed ? named(ids) : [] },
  ];
}

/** The same as findings, one an item, at the line of its entry. */
function faultProblems(a: InventoryAccount, inventory: Inventory): Problem[] {
  const lines = new Map(inventory.rows.map((row) => [row.id, row.line]));
  const english = faultsOf(a, "en");
  return faultsOf(a, "zh").flatMap(({ what, items }, i) =>
    items.map(({ id, text }, k) => {
      const row = id === undefined ? undefined : lines.get(id);
      const data = { file: inventory.file, ...(row === undefined ? {} : { row }) };
      const en = english[i]!;
      return problem("BF9040", { what, whatEn: en.what, item: text, itemEn: en.items[k]!.text }, { data });
    }),
  );
}

function text(a: InventoryAccount, file: string, s: Session, language: Language): string {
  const words = WORDS[language];
  const counts = table(
    [{ head: words.how }, { head: words.count, align: "right" }],
    HOWS.map((how) => [words.hows[how], String(a.counts[how])]),
    { columns: s.io.columns, head: s.paint.faint },
  );
  const list = (items: readonly string[]) => items.join(words.separator);
  const codes = [...new Set(a.open.map((o) => o.code))].sort();
  const reasons = codes.map((code) => {
    const ids = a.open.filter((o) => o.code === code).map((o) => o.id);
    return [`${code || "—"} ${ids.length}`, list(ids)] as const;
  });
  const wrong = faultsOf(a, language)
    .filter(({ items }) => items.length > 0)
    .map(({ what, items }) => [what, list(items.map((i) => i.text))] as const);
  const options = { columns: s.io.columns };
  const blocks = [counts];
  if (reasons.length > 0) blocks.push([words.open, ...account(reasons, { ...options, indent: 2 })]);
  if (wrong.length > 0) blocks.push(account(wrong, options).map((line) => s.paint.strong(line)));
  const verdict = a.complete ? words.complete : words.incomplete;
  blocks.push([
    `${s.paint.strong(visible(file))}${words.colon}${words.total(a.total)}${words.comma}${verdict}`,
  ]);
  return blocks.map((lines) => lines.join("\n")).join("\n\n");
}
