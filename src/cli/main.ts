import { processIo } from "./io.ts";
import { main } from "./program.ts";

// The reader of a pipe may leave early (banfa … | head); that is not a failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

// exitCode rather than exit(): what is still to be written to a pipe must get there.
void main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
