import type { Problem } from "../../../diagnostics/problem.ts";
import type { EncodeSetup } from "./encode.ts";
import { PageSink } from "./page-sink.ts";
import { ParquetSink } from "./parquet-sink.ts";
import type { ResultSink, SinkInput } from "./sink.ts";
import { TableSink } from "./table-sinks.ts";
import { TextSink } from "./text-sink.ts";

/** A sink for a file, or why the file cannot be written. */
export async function openSink(
  path: string,
  setup: EncodeSetup,
  input: SinkInput,
): Promise<ResultSink | Problem> {
  switch (setup.format) {
    case "csv":
    case "json":
      return TextSink.open(path, setup, input);
    case "html":
      return PageSink.open(path, setup, input);
    case "parquet":
      return ParquetSink.open(path, setup, input);
    case "md":
    case "xlsx":
      return TableSink.open(path, setup, input);
  }
}
