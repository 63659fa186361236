import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import { readDataFiles } from "../../src/data/data-files.ts";
import { readHistory } from "../../src/data/history.ts";
import { readParameters } from "../../src/data/params.ts";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import type { CohortResult, SubjectResult } from "../../src/runtime/result.ts";
import { measureOf, root } from "./support.ts";

/** What README.md of examples/guangxi-2018 says can be seen there. */

const folder = join(root, "examples/guangxi-2018");
const measure = measureOf("policies/guangxi/measure.banfa");
const schema = dataSchemaOf(measure);
const compiled = load(measure);

async function run(
  year: number,
  date: string,
  files: { data: string; parameters: string; history: string },
): Promise<CohortResult> {
  const data = await readDataFiles([{ kind: null, list: null, path: join(folder, files.data) }], schema);
  const parameters = readParameters(join(folder, files.parameters), schema);
  const history = readHistory(join(folder, files.history), schema);
  expect([...data.problems, ...parameters.problems, ...history.problems]).toEqual([]);
  const { result, problems } = evaluateCohort(compiled, data.cohort, {
    year,
    date,
    parameters: parameters.parameters!.values,
    history: history.history!,
  });
  expect(problems).toEqual([]);
  return result;
}

const grade = (s: SubjectResult) => s.grades.考核等次!;
const this2018 = await run(2018, "2019-01-10", {
  data: "cohort.csv",
  parameters: "parameters.yaml",
  history: "history-2017.json",
});
const byId = new Map(this2018.subjects.map((s) => [s.id, s]));
const count = (name: string) => this2018.subjects.filter((s) => grade(s).grade === name).length;

describe("examples/guangxi-2018", () => {
  it("grades 403 of 409 leaders", () => {
    expect(this2018.subjects.length).toBe(409);
    expect([count("优秀"), count("称职"), count("基本称职"), count("不称职")]).toEqual([79, 275, 33, 16]);
  });

  it("grades the best score 不称职 for a breach of discipline", () => {
    const best = byId.get("L3001")!;
    expect(best.values.综合得分).toBe(99.06);
    expect(grade(best).grade).toBe("不称职");
    expect(best.clauses.map((c) => c.cite)).toEqual(["第十七条(二)5", "第二十条"]);
  });

  it("adjusts six leaders for the second year of 基本称职", () => {
    const actions = (s: SubjectResult) => s.consequences.map((c) => c.action);
    const twice = this2018.subjects.filter((s) =>
      ["诫勉谈话", "组织调整"].every((a) => actions(s).includes(a)),
    );
    expect(twice.map((s) => s.id)).toEqual(["L2204", "L3607", "L4303", "L4607", "L6205", "L7805"]);
  });

  it("leaves open whoever has a missing fact, and the tie that a missing score decides", () => {
    const open = this2018.subjects.filter((s) => grade(s).grade === null);
    expect(Object.fromEntries(open.map((s) => [s.id, grade(s).possible.join("/")]))).toEqual({
      L2004: "称职/不称职",
      L2504: "基本称职/不称职",
      L2602: "称职/不称职",
      L3905: "优秀/称职/基本称职/不称职",
      L6306: "优秀/称职",
      L6403: "优秀/称职",
    });
  });

  it("history-2017.json holds the grades of the run over cohort-2017.csv", async () => {
    const earlier = await run(2017, "2018-06-30", {
      data: "cohort-2017.csv",
      parameters: "parameters-2017.yaml",
      history: "first-year.json",
    });
    const grades = (of: CohortResult) => of.subjects.map((s) => [s.id, grade(s).grade, grade(s).possible]);
    const { history } = readHistory(join(folder, "history-2017.json"), schema);
    expect(grades(history![0]!)).toEqual(grades(earlier));
  });
});
