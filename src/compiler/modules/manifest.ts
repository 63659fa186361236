/** What a module was made from, and by what: enough to tell whether it is still that of a measure. */
import { sha256 } from "../../source/sha256.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { CalendarDate, Measure } from "../ir/ir.ts";
import { ConsolidatedText, filesOf } from "../layers/consolidate.ts";
import { COMPILER_VERSION, LANGUAGE_VERSION } from "../version.ts";

/** What a module was made from, and by what. */
export interface Manifest {
  /** Version of this form. */
  readonly manifest: 1;
  readonly language: string;
  readonly compiler: string;
  /** Version of what the module asks of the runtime. */
  readonly abi: 1;
  readonly measure: {
    readonly name: string;
    readonly title: string | null;
    readonly documentNumber: string | null;
    readonly period: "year" | "half-year" | "quarter" | "month";
    /** YYYY-MM-DD */
    readonly effective: string | null;
    readonly expires: string | null;
    /** Name of the file, without its folder. */
    readonly file: string;
    /** See {@link measureHash}; of a layered measure the hash of the hashes of all its files, this one first. */
    readonly hash: string;
    /** The measures that it builds on, the next one first; each counts in the hash. */
    readonly bases?: readonly { readonly file: string; readonly hash: string }[];
  };
}

/**
 * The hash of the text of a measure: `sha256:` and the SHA-256 of its UTF-8, with line ends as a line feed and without
 * a byte-order mark. So a file has one hash whatever its encoding and its line ends, and any other change is another.
 */
export function measureHash(text: string): string {
  return `sha256:${sha256(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"))}`;
}

export function manifestOf(measure: Measure, source: SourceText): Manifest {
  const name = namesIn(source);
  const [first, ...below] = filesOf(source);
  const own = measureHash(first!.text);
  const bases = below.map((f) => ({ file: name(f), hash: measureHash(f.text) }));
  return {
    manifest: 1,
    language: LANGUAGE_VERSION,
    compiler: COMPILER_VERSION,
    abi: 1,
    measure: {
      name: measure.name,
      title: measure.title,
      documentNumber: measure.documentNumber,
      period: measure.period,
      effective: day(measure.effective),
      expires: day(measure.expires),
      file: baseName(source.name),
      hash: bases.length === 0 ? own : measureHash([own, ...bases.map((b) => b.hash)].join("\n")),
      ...(bases.length > 0 && { bases }),
    },
  };
}

/** How artefacts call the files of a measure: a base by its path from the layer. */
export const namesIn = (source: SourceText): ((of: SourceText) => string) => {
  return (of) => (source instanceof ConsolidatedText ? source.names.get(of) : undefined) ?? baseName(of.name);
};

/** The name of a file without its folder: an artefact holds no path of the machine it was made on. */
export const baseName = (path: string): string => path.replace(/^.*[/\\]/, "");

/** `measure` of `policies/guangxi/measure.banfa`. */
export const stemOf = (name: string): string => baseName(name).replace(/\.banfa$/i, "");

const day = (date: CalendarDate | null): string | null =>
  date &&
  `${String(date.year).padStart(4, "0")}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
