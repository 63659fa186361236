/** Writes the two cohort files into the folder named on the command line (README.md has the command). */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeCohort } from "./cohort.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("make-cohort: name the folder to write into");
  process.exitCode = 2;
} else {
  writeFileSync(join(folder, "cohort-2017.csv"), makeCohort(2017));
  writeFileSync(join(folder, "cohort.csv"), makeCohort(2018));
}
