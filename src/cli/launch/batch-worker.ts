import { Chunks } from "./chunks.ts";

/** What a thread of a run in batches starts with when it is built. */
new Chunks(new URL("./", import.meta.url)).load("./batch-worker.cjs");
