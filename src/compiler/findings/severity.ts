/**
 * How hard the usual measures against a person are, lightest first, as the rules on accountability list
 * them: a heavier one need not repeat the lighter. Only the order is used.
 */
const LADDER: readonly RegExp[] = [
  /提醒|函询/,
  /谈话提醒|约谈|批评教育/,
  /检查/,
  /通报批评|^通报$/,
  /诫勉/,
  /停职|调整职务|调离|组织调整/,
  /责令辞职|引咎辞职/,
  /降职/,
  /免职|撤职/,
  /开除/,
];

/** Whether `heavier` is a heavier measure of the same sort than `lighter`. */
export function outweighs(heavier: string, lighter: string): boolean {
  const above = LADDER.findLastIndex((r) => r.test(heavier));
  const below = LADDER.findLastIndex((r) => r.test(lighter));
  return below >= 0 && above > below;
}

const VERBS =
  /^(?:不得参加|不得|不予|取消|降低|提高|扣减|减扣|扣发|停发|扣除|暂停|减少|增加|给予|责令|限制|个人|当年|年度|本年度)+/;

/** What a measure acts on, without the word for what it does to it: 取消年度绩效奖 and 减扣绩效奖 → 绩效奖. */
export function objectOf(action: string): { readonly verb: string; readonly object: string } {
  const plain = action.normalize("NFKC").replace(/[一1]个?(?:等次|档次|等级|级)$/, "");
  const lead = VERBS.exec(plain)?.[0] ?? "";
  const inner = plain.slice(lead.length);
  // 个人绩效奖降低: the verb may stand behind.
  const tail = /(?:降低|提高|取消|扣减)$/.exec(inner)?.[0] ?? "";
  const verb = tail || lead.replace(/个人|当年|本?年度/g, "");
  return { verb, object: inner.slice(0, inner.length - tail.length) };
}

/** Whether one measure takes away altogether what the other only lowers: 取消绩效奖, 扣减绩效奖. */
export function takesAll(heavier: string, lighter: string): boolean {
  const [above, below] = [objectOf(heavier), objectOf(lighter)];
  return (
    above.object.length >= 2 &&
    above.object === below.object &&
    /取消/.test(above.verb) &&
    !/取消/.test(below.verb)
  );
}
