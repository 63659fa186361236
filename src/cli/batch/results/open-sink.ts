import type { Problem } from "../../../diagnostics/problem.ts";
import type { EncodeSetup } from "./encode.ts";
import type { ResultSink, SinkInput } from "./sink.ts";
import { TableSink } from "./table-sinks.ts";
import { TextSink } from "./text-sink.ts";

/** A sink for a file, or why the file cannot be written. */
export function openSink(path: string, setup: EncodeSetup, input: SinkInput): ResultSink | Problem {
  switch (setup.format) {
    case "csv":
    case "json":
      return TextSink.open(path, setup, input);
    case "md":
    case "xlsx":
      return TableSink.open(path, setup, input);
  }
}
