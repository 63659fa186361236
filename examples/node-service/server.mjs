/**
 * An HTTP endpoint around one measure: the measure is compiled once, every request is a plain record.
 *
 *   POST /evaluate   { "year": 2018, "kind": "…", "facts": { … } } → grades, reasons, what is missing
 *   GET  /schema     JSON Schema of the facts
 *
 * A client's mistake is answered with 4xx and sentences in Chinese and English; it never reaches the log as a crash.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { compile, problemToJson, wording } from "banfa";

/** A record of one subject is a few kilobytes. */
const LARGEST_BODY = 64 * 1024;

/** What a client did wrong. */
class Refused extends Error {
  /**
   * @param {number} status
   * @param {{ field?: string, code?: string, zh: string, en: string }[]} errors
   * @param {Record<string, string>} headers
   */
  constructor(status, errors, headers = {}) {
    super(errors[0]?.en);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/**
 * Compiles a measure; a service with a wrong measure must not start.
 * @param {string} path
 */
export function loadMeasure(path) {
  const { measure, problems } = compile(readFileSync(path, "utf8"), { name: path });
  if (measure === null) {
    const errors = problems.filter((p) => p.severity === "error");
    throw new Error(errors.map((p) => `${p.code} ${wording(p, "en").message}`).join("\n"));
  }
  return measure;
}

/**
 * @param {import("banfa").Measure} measure
 * @param {{ parameters?: Record<string, unknown>, history?: import("banfa").CohortResult[] }} known
 *   what the office knows and a client does not say: figures set for the year, results of earlier years
 */
export function createService(measure, known = {}) {
  const schema = JSON.stringify(measure.schema);

  /** @param {unknown} body */
  function evaluate(body) {
    const { facts, kind = measure.kinds[0], year } = /** @type {Record<string, unknown>} */ (object(body));
    if (typeof kind !== "string" || !measure.kinds.includes(kind))
      throw refusedField(
        "kind",
        `应当是 ${measure.kinds.join("、")} 之一`,
        `one of ${measure.kinds.join(", ")}`,
      );
    if (!Number.isInteger(year) || Number(year) < 1900 || Number(year) > 2199)
      throw refusedField("year", "应当是年份,如 2018", "a year, such as 2018");
    if (facts === undefined) throw refusedField("facts", "没有填", "missing");

    const record = /** @type {Record<string, unknown>} */ (object(facts));
    const context = { ...known, kind, year: Number(year) };
    const outcome = measure.evaluate(record, context);
    if (outcome.problems.length > 0)
      throw new Refused(
        400,
        outcome.problems.map((found) => fieldError(measure.describe(found))),
      );
    return {
      kind: outcome.kind,
      id: outcome.id,
      settled: outcome.settled,
      grades: outcome.grades,
      values: outcome.values,
      reasons: outcome.reasons,
      explanation: {
        zh: measure.explain(outcome, { lang: "zh" }),
        en: measure.explain(outcome, { lang: "en" }),
      },
      missing: measure.missing(record, context),
    };
  }

  return createServer(async (request, response) => {
    /** @type {(status: number, json: string, headers?: Record<string, string>) => void} */
    const answer = (status, json, headers = {}) => {
      response
        .writeHead(status, {
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(json),
          "x-content-type-options": "nosniff",
          ...headers,
        })
        .end(json);
    };
    try {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const route = `${request.method} ${pathname}`;
      if (route === "GET /schema") answer(200, schema);
      else if (route === "POST /evaluate") answer(200, JSON.stringify(evaluate(await readJson(request))));
      else if (pathname === "/schema") throw refusedMethod("GET");
      else if (pathname === "/evaluate") throw refusedMethod("POST");
      else throw new Refused(404, [{ zh: "没有这个地址。", en: "There is nothing here." }]);
    } catch (error) {
      if (error instanceof Refused) {
        answer(error.status, JSON.stringify({ errors: error.errors }), error.headers);
        return;
      }
      console.error(error);
      answer(500, JSON.stringify({ errors: [{ zh: "服务内部出错。", en: "The service failed." }] }));
    }
  });
}

/** @param {import("banfa").Problem} problem */
function fieldError(problem) {
  const [zh, en] = [problemToJson(problem, null, "zh"), problemToJson(problem, null, "en")];
  return {
    ...(problem.data?.field !== undefined && { field: problem.data.field }),
    code: problem.code,
    zh: `${zh.message}${zh.help}`,
    en: `${en.message} ${en.help}`,
  };
}

/** @param {string} field @param {string} zh @param {string} en */
const refusedField = (field, zh, en) =>
  new Refused(400, [{ field, zh: `“${field}”${zh}。`, en: `“${field}”: ${en}.` }]);

/** @param {string} allow */
const refusedMethod = (allow) =>
  new Refused(405, [{ zh: `请用 ${allow}。`, en: `Use ${allow}.` }], { allow });

/** @param {unknown} value */
function object(value) {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Refused(400, [{ zh: "应当是 JSON 对象。", en: "A JSON object is expected." }]);
}

/**
 * The body, at most LARGEST_BODY bytes of it.
 * @param {import("node:http").IncomingMessage} request
 */
async function readJson(request) {
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refused(415, [{ zh: "请发送 application/json。", en: "Send application/json." }]);
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  // Destroying the request would cut off the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > LARGEST_BODY)
      throw new Refused(
        413,
        [{ zh: `内容超过 ${LARGEST_BODY} 字节。`, en: `The body exceeds ${LARGEST_BODY} bytes.` }],
        { connection: "close" },
      );
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new Refused(400, [{ zh: "内容不是 JSON(UTF-8)。", en: "The body is not JSON (UTF-8)." }]);
  }
}

// node examples/node-service/server.mjs [measure.banfa]
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path =
    process.argv[2] ?? fileURLToPath(new URL("../../policies/guangxi/measure.banfa", import.meta.url));
  const service = createService(loadMeasure(path), { history: [] });
  // A client that sends nothing must not hold a connection for long.
  service.requestTimeout = 10_000;
  service.listen(Number(process.env.PORT ?? 8080), "127.0.0.1", () => {
    console.log(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (service.address()).port}`);
  });
}
