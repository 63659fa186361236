/** The source map (version 3) of a module: from its code to the text of the measure. */
import { addSegment, GenMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import { LINE_BREAK, type SourceText } from "../../source/source-text.ts";
import type { Segment } from "./layout.ts";
import type { Place } from "./source-places.ts";

/** As bundlers and browsers take it. */
export interface SourceMap {
  readonly version: 3;
  readonly file: string;
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/**
 * @param file name of the module
 * @param from name of a file of the measure, relative to the module
 * @param above lines of the module above the code that the segments are in
 */
export function sourceMap(
  file: string,
  from: (of: SourceText) => string,
  files: readonly SourceText[],
  segments: readonly Segment[],
  places: readonly Place[],
  above: number,
): SourceMap {
  const map = new GenMapping({ file });
  const sources = new Map<string, SourceText>(files.map((f) => [from(f), f]));
  let before = -1;
  let line = -1;
  for (const segment of segments) {
    // Some readers carry a place over to the next line, others forget it: every line says where it comes from.
    if (segment.mark === before && segment.line === line) continue;
    const place = places[segment.mark]!;
    const generated = segment.line + above;
    if (place.at === null) addSegment(map, generated, segment.column);
    else {
      const { line: l, column } = place.at;
      const named = from(place.of!);
      sources.set(named, place.of!);
      if (place.name === null) addSegment(map, generated, segment.column, named, l - 1, column - 1);
      else addSegment(map, generated, segment.column, named, l - 1, column - 1, place.name);
    }
    before = segment.mark;
    line = segment.line;
  }
  // A reader counts lines by common line ends; the measure may have others.
  for (const [named, source] of sources) setSourceContent(map, named, source.text.replace(LINE_BREAK, "\n"));
  const { sources: written, sourcesContent, names, mappings } = toEncodedMap(map);
  return {
    version: 3,
    file,
    sources: written.map((s) => s ?? ""),
    sourcesContent: (sourcesContent ?? []).map((s) => s ?? ""),
    names: [...names],
    mappings,
  };
}
