/**
 * Small changes to the text of a measure, as an amendment makes them: a figure one step up or down, a comparison
 * turned, an item dropped or doubled, a grade replaced, two neighbouring items exchanged, a label renumbered. Each is
 * one change of one place; whether the text still compiles is for the caller to see.
 */
export interface Mutation {
  readonly what: string;
  readonly line: number;
  readonly text: string;
}

const COMPARISONS: readonly (readonly [string, string])[] = [
  ["不满", "不超过"],
  ["低于", "不高于"],
  ["达到", "超过"],
  ["以上", "以下"],
  ["不低于", "高于"],
  ["不少于", "多于"],
];

/** All mutations of a text, in the order of its lines. */
export function mutationsOf(text: string): Mutation[] {
  const lines = text.split("\n");
  const out: Mutation[] = [];
  const put = (what: string, at: number, now: readonly string[]) =>
    out.push({
      what,
      line: at + 1,
      text: [...lines.slice(0, at), ...now, ...lines.slice(at + 1)].join("\n"),
    });
  const rules = lines.findIndex((l) => /^第一[条章]|^一、|^〔1〕/.test(l));
  for (const [i, line] of lines.entries()) {
    if (/^\s*(?:#|注|认可|名称|文号)/.test(line) || line.trim() === "") continue;
    const body = line.replace(/\s*[#].*$/, "");
    for (const m of body.matchAll(/(?<![第\d.])(\d+)(?=分|%|次|名|年|元|个|天|人)/g)) {
      for (const step of [-1, 1]) {
        const now = String(Number(m[1]) + step);
        if (Number(now) >= 0)
          put(`figure ${step > 0 ? "up" : "down"}`, i, [
            body.slice(0, m.index) + now + body.slice(m.index + m[1]!.length),
          ]);
      }
    }
    for (const [a, b] of COMPARISONS) {
      if (body.includes(a)) put("comparison", i, [body.replace(a, b)]);
      else if (body.includes(b)) put("comparison", i, [body.replace(b, a)]);
    }
    const label = /^(\s*)(?:\d+\.|\([一二三四五六七八九十]+\))/.exec(body);
    const next = lines[i + 1] ?? "";
    if (i > rules && label && !/[::]\s*$/.test(body)) {
      put("item dropped", i, []);
      const nextLabel = /^(\s*)(?:\d+\.|\([一二三四五六七八九十]+\))\s*/.exec(next);
      if (nextLabel && nextLabel[1] === label[1] && !/[::]\s*$/.test(next)) {
        const own = /^\s*(?:\d+\.|\([一二三四五六七八九十]+\))\s*/.exec(body)![0];
        const swapped = [own + next.slice(nextLabel[0].length), nextLabel[0] + body.slice(own.length)];
        out.push({
          what: "items exchanged",
          line: i + 1,
          text: [...lines.slice(0, i), ...swapped, ...lines.slice(i + 2)].join("\n"),
        });
      }
    }
    const grades: readonly (readonly [string, string])[] = [
      ["评为 不称职", "评为 基本称职"],
      ["为 优秀", "为 称职"],
      ["最高评为 基本称职", "最高评为 称职"],
    ];
    for (const [a, b] of grades) if (body.includes(a)) put("grade", i, [body.replace(a, b)]);
    if (/^第.+条/.test(body)) put("renumbered", i, [body.replace(/^(第.+?条)/, "$1之九")]);
  }
  return out;
}
