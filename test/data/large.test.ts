import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDataFiles } from "../../src/data/data-files.ts";
import { readText } from "../../src/data/read-text.ts";
import { leaders } from "./schema-for-tests.ts";

const folder = mkdtempSync(join(tmpdir(), "banfa-large-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MEGABYTE = 1024 * 1024;
/** The whole size is tried by `npm run test:apps`; a fifth of it shows the rate. */
const SIZE = process.env.BANFA_TESTS === "apps" ? 50 : 10;
const SECONDS = SIZE / 5;

/** A file of at least that size; returns its path and how many subjects it holds. */
function large(name: string, head: string, line: (i: number) => string, tail: string) {
  const path = join(folder, name);
  const handle = openSync(path, "w");
  let size = writeSync(handle, head);
  let count = 0;
  while (size < SIZE * MEGABYTE) {
    let batch = "";
    for (let i = 0; i < 5000; i++) batch += line(count++);
    size += writeSync(handle, batch);
  }
  writeSync(handle, tail);
  closeSync(handle);
  return { path, count };
}

/** Time of this process and not of the clock: a busy machine is no slower program. */
async function inTime<T>(work: () => Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(SECONDS);
  return value;
}

const score = (i: number, range: number) => ((i * 7919) % (range * 100)) / 100;

describe(`a file of ${SIZE} MB`, () => {
  it(`is read as CSV in less than ${SECONDS} seconds`, async () => {
    const { path, count } = large(
      "data.csv",
      "编号,县,平时考核分,年终考核分,建房进度,安全事故,弄虚作假\r\n",
      (i) => `L${i},县${i % 78},${score(i, 30)},${score(i, 70)},${score(i, 100)},无,否\r\n`,
      "",
    );
    expect(statSync(path).size).toBeGreaterThan(SIZE * MEGABYTE);
    const { cohort, problems, positions } = await inTime(() =>
      readDataFiles([{ kind: null, list: null, path }], leaders),
    );
    expect(problems).toEqual([]);
    expect(cohort.包点领导).toHaveLength(count);
    const at = { kind: "包点领导", index: count - 1, field: "县", list: null };
    expect(positions.place(at)).toEqual({
      file: path,
      row: count + 1,
      field: "县",
      subject: `L${count - 1}`,
    });
  });

  it(`is read as JSON in less than ${SECONDS} seconds, with lines`, async () => {
    const { path, count } = large(
      "data.json",
      '{ "包点领导": [\n{ "编号": "A" }',
      (i) =>
        `,\n{ "编号": "L${i}", "县": "县${i % 78}", "平时考核分": ${score(i, 30)}, "年终考核分": ${score(i, 70)}, "建房进度": 5, "安全事故": "无" }`,
      "\n] }\n",
    );
    const { cohort, problems, positions } = await inTime(() =>
      readDataFiles([{ kind: null, list: null, path }], leaders),
    );
    expect(problems).toEqual([]);
    expect(cohort.包点领导).toHaveLength(count + 1);
    const at = { kind: "包点领导", index: count, field: "县", list: null };
    expect(positions.place(at).row).toBe(count + 2);
  });

  it("is refused above the limit, which is named", () => {
    const path = join(folder, "limit.csv");
    writeFileSync(path, "x".repeat(2 * MEGABYTE));
    const { file, problems } = readText(path, { limit: MEGABYTE });
    expect(file).toBeNull();
    expect(problems.map((p) => [p.code, p.parameters.size, p.parameters.limit])).toEqual([["BF4004", 2, 1]]);
  });
});
