import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The example is started as its README says, on a port of the system's choice, and called. */

let service: ChildProcess;
let address = "";
let log = "";

beforeAll(async () => {
  service = spawn(process.execPath, ["examples/node-service/server.mjs"], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  service.stderr!.on("data", (chunk) => {
    log += String(chunk);
  });
  const [line] = (await Promise.race([
    once(service.stdout!, "data"),
    once(service, "exit").then(() => Promise.reject(new Error(`the service does not start: ${log}`))),
  ])) as [Buffer];
  address = line.toString().trim();
});

afterAll(() => {
  service.kill();
});

const post = (body: unknown, headers: Record<string, string> = { "content-type": "application/json" }) =>
  fetch(`${address}/evaluate`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

interface Answer {
  readonly reasons: readonly string[];
  readonly explanation: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly missing: readonly unknown[];
}

interface Refusal {
  readonly errors: readonly { field?: string; code?: string; zh: string; en: string }[];
}

describe("the Node service", () => {
  it("answers with grades, reasons and what is missing", async () => {
    const response = await post({
      kind: "包点领导",
      year: 2018,
      facts: { 编号: "甲", 平时考核分: 24.5, 年终考核分: 33 },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("application/json");
    const answer = (await response.json()) as Answer;
    expect(answer).toMatchObject({
      id: "甲",
      settled: false,
      grades: { 考核等次: "不称职" },
      values: { 综合得分: 57.5 },
    });
    expect(answer.reasons).toContain("第十七条(二)");
    expect(answer.explanation.zh[0]).toContain("结果为 不称职");
    expect(answer.explanation.en[0]).toContain("the result is 不称职");
    expect(answer.missing[0]).toMatchObject({ field: expect.any(String), answers: expect.any(Array) });
  });

  it("has the schema of the facts", async () => {
    const schema = await (await fetch(`${address}/schema`)).json();
    const title = { title: "平时考核分" };
    expect(schema).toMatchObject({
      properties: { 包点领导: { items: { properties: { 平时考核分: title } } } },
    });
  });

  it("says in both languages which fact is wrong", async () => {
    const response = await post({
      kind: "包点领导",
      year: 2018,
      facts: { 编号: "甲", 平时考核分: 35, 安全事故: "严重损失" },
    });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Refusal;
    expect(errors.map((e) => e.field)).toEqual(["平时考核分", "安全事故"]);
    expect(errors[0]!.zh).toContain("允许的范围是0~30分");
    expect(errors[0]!.en).toContain("should lie within 0~30分");
    expect(errors[0]!.code).toMatch(/^BF\d{4}$/);
  });

  it.each([
    ["no JSON", "{", 400],
    ["no object", "[]", 400],
    ["no year", { kind: "包点领导", facts: {} }, 400],
    ["no such kind", { kind: "__proto__", year: 2018, facts: {} }, 400],
    ["no facts", { kind: "包点领导", year: 2018 }, 400],
    ["facts that are none", { kind: "包点领导", year: 2018, facts: "甲" }, 400],
    ["an unknown fact", '{"kind":"包点领导","year":2018,"facts":{"编号":"甲","__proto__":1}}', 400],
    ["no id", { kind: "包点领导", year: 2018, facts: {} }, 400],
    ["too much", { facts: "长".repeat(40_000) }, 413],
  ])("refuses %s", async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    for (const error of ((await response.json()) as Refusal).errors) {
      expect(error.zh).toMatch(/\p{Script=Han}/u);
      expect(error.en).toMatch(/[a-z]/);
    }
  });

  it("refuses other paths, methods and kinds of content", async () => {
    expect((await fetch(`${address}/`)).status).toBe(404);
    const response = await fetch(`${address}/evaluate`);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    expect((await post("year=2018", { "content-type": "text/plain" })).status).toBe(415);
  });

  it("answers before a body that is too large is all there", async () => {
    const { hostname, port } = new URL(address);
    const call = request({
      ...{ hostname, port, method: "POST", path: "/evaluate" },
      headers: { "content-type": "application/json" },
    });
    call.on("error", () => {});
    call.write("x".repeat(100_000));
    const [response] = await once(call, "response");
    expect(response.statusCode).toBe(413);
    call.destroy();
    expect((await fetch(`${address}/schema`)).status).toBe(200);
  });

  it("has logged nothing: a client's mistake is no failure of the service", () => {
    expect(log).toBe("");
  });
});
