#!/usr/bin/env node
import { Chunks } from "./chunks.ts";

/** What `banfa` starts when it is built. */
new Chunks(new URL("./", import.meta.url)).load("./main.cjs");
