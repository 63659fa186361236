import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CalendarDate, Measure } from "../compiler/ir/ir.ts";
import { inForce } from "../compiler/layers/in-force.ts";
import { enumerated, inMessage, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Options } from "./command.ts";
import { type LoadedMeasure, loadMeasure } from "./load-measure.ts";

/** A folder of versions of a measure instead of a file: the one in force on the day of assessment. */

export type Picked =
  | { readonly ok: true; readonly loaded: LoadedMeasure }
  /** `loaded`: a version that cannot be used; its problems are said with it. */
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly loaded?: LoadedMeasure };

export async function pickVersion(path: string, options: Options): Promise<Picked> {
  if (!isFolder(path)) return { ok: true, loaded: await loadMeasure(path) };
  const data = { file: path };
  const names = measuresIn(path);
  const day = dayOf(options);
  const versions: { readonly loaded: LoadedMeasure; readonly measure: Measure }[] = [];
  for (const name of names) {
    const loaded = await loadMeasure(join(path, name));
    if (loaded.measure === null) return { ok: false, problems: [], loaded };
    versions.push({ loaded, measure: loaded.measure });
  }
  const kinds = [...new Set(versions.map((v) => v.measure.name))];
  if (kinds.length > 1)
    return {
      ok: false,
      problems: [problem("BF2932", inMessage("names", enumerated(kinds)), { data })],
    };
  const text = dayText(day);
  const found = inForce(
    versions.map((v) => ({ ...v.measure, loaded: v.loaded })),
    day,
  );
  const [only, another] = found;
  if (only && !another) return { ok: true, loaded: only.loaded };
  const list = (of: readonly { readonly loaded: LoadedMeasure }[]) =>
    of.map((v) => v.loaded.path.slice(path.length).replace(/^[/\\]/, ""));
  if (!only) {
    const all = list(versions);
    return {
      ok: false,
      problems: [
        problem(
          "BF2930",
          {
            day: text,
            ...(all.length === 0 ? worded("versions", "no-version") : inMessage("versions", enumerated(all))),
          },
          { data },
        ),
      ],
    };
  }
  const both = list(found);
  return {
    ok: false,
    problems: [problem("BF2931", { day: text, ...inMessage("versions", enumerated(both)) }, { data })],
  };
}

const measuresIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((n) => n.endsWith(".banfa"))
    .sort();

/** The measures of a folder, to be checked one after the other; null where it is none, or has none. */
export function filesToCheck(path: string): string[] | null {
  if (!isFolder(path)) return null;
  const names = measuresIn(path);
  return names.length === 0 ? null : names.map((n) => join(path, n));
}

type Version = Pick<Measure, "effective" | "expires"> & { readonly path: string };

/** Versions of one measure, by its name, that hold at the same time: no period could choose between them. */
export function overlapping(folder: string, loaded: readonly LoadedMeasure[]): Problem[] {
  const byName = new Map<string, Version[]>();
  for (const { measure, path } of loaded)
    if (measure)
      byName.set(measure.name, [
        ...(byName.get(measure.name) ?? []),
        { effective: measure.effective, expires: measure.expires, path },
      ]);
  return [...byName.values()].flatMap((versions) =>
    versions.length < 2
      ? []
      : versions.flatMap((version) => {
          const day = version.effective ?? FIRST_DAY;
          const both = inForce(versions, day);
          const first = versions.find((v) => dayText(v.effective ?? FIRST_DAY) === dayText(day));
          // Told once, where the later one of them begins.
          if (both.length < 2 || first !== version) return [];
          const list = both.map((v) => v.path.slice(folder.length).replace(/^[/\\]/, ""));
          return [
            problem(
              "BF2931",
              { day: dayText(day), ...inMessage("versions", enumerated(list)) },
              { data: { file: folder } },
            ),
          ];
        }),
  );
}

/** A measure that does not say when it takes effect has always held. */
const FIRST_DAY: CalendarDate = { year: 1, month: 1, day: 1 };

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const dayText = ({ year, month, day }: CalendarDate): string =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

const two = (n: number): string => String(n).padStart(2, "0");

/** The day of assessment; where only the period is said, its last day. */
function dayOf(options: Options): CalendarDate {
  const [date, period, year] = [options.date, options.period, options.year].map((o) =>
    typeof o === "string" ? o : "",
  );
  const exact = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date!);
  if (exact) return { year: Number(exact[1]), month: Number(exact[2]), day: Number(exact[3]) };
  const within = /^(\d{4})-(?:Q([1-4])|H([12])|(\d\d))$/i.exec(period!);
  if (within) {
    const [, y, quarter, half, month] = within;
    const last = quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : Number(month);
    return { year: Number(y), month: last, day: new Date(Date.UTC(Number(y), last, 0)).getUTCDate() };
  }
  return { year: Number(/\d{4}/.exec(period! || year!)?.[0] ?? 0), month: 12, day: 31 };
}
