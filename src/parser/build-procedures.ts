import type { Span } from "../source/span.ts";
import type { Deadline, DrawTerms, Name, NumberLiteral, ProcedureAct } from "./ast.ts";
import type { Token } from "./tokens.ts";

/** The steps of a procedure: who does what by when, and the deadlines in their parts. */

export type Act = Omit<ProcedureAct, "who">;

export interface StepActs {
  readonly who: readonly Name[];
  readonly acts: readonly Act[];
}

/** A deadline before those who act is the deadline of what they do first. */
export function stepActs(
  leading: Deadline | undefined,
  who: readonly Name[],
  acts: readonly Act[],
): StepActs {
  const [first, ...rest] = acts;
  if (!leading || !first || first.deadline) return { who, acts };
  return { who, acts: [{ ...first, deadline: leading }, ...rest] };
}

interface ActHead {
  readonly deadline: Deadline | undefined;
  readonly modal: Token | undefined;
  readonly inTurn: boolean;
}

interface ActBody {
  readonly object: readonly Name[] | undefined;
  readonly verbs: readonly Name[];
  readonly what: readonly Name[] | undefined;
  readonly duration: NumberLiteral | undefined;
  readonly toWhom: readonly Name[] | undefined;
}

function headOf({ deadline, modal, inTurn }: ActHead): Pick<Act, "deadline" | "modality" | "inTurn"> {
  const how = modal === undefined || modal.kind === "Shall" ? "must" : modal.meaning;
  return {
    ...(deadline && { deadline }),
    ...(modal && { modality: how as NonNullable<Act["modality"]> }),
    ...(inTurn && { inTurn }),
  };
}

/** `审核、抽查核实 报告` is one act with a verb of two words. */
function verbOf(verbs: readonly Name[]): Name {
  const span = { start: verbs[0]!.span.start, end: verbs[verbs.length - 1]!.span.end };
  return { kind: "name", span, text: verbs.map((v) => v.text).join("、") };
}

export function act(head: ActHead, body: ActBody, span: Span): Act {
  const written = verbOf(body.verbs);
  // 依次签字, as one word.
  const [{ span: word, text }] = body.verbs as [Name];
  const joined = /^依次./.test(text) && word.end - word.start === text.length;
  const verb = joined
    ? { ...written, span: { ...written.span, start: word.start + 2 }, text: written.text.slice(2) }
    : written;
  return {
    ...{ span, ...headOf({ ...head, inTurn: head.inTurn || joined }), verb },
    ...{ what: [...(body.object ?? []), ...(body.what ?? [])], toWhom: body.toWhom ?? [] },
    ...(body.duration && { duration: body.duration }),
  };
}

export function drawAct(head: ActHead, word: Token, draw: DrawTerms, span: Span): Act {
  const verb: Name = { kind: "name", span: word.span, text: "随机抽取" };
  return { span, ...headOf(head), verb, what: [], toWhom: [], draw };
}

/** The parts of a deadline; how they fall on a calendar is for whoever shows it. */
export function deadlineOf(
  words: readonly Token[],
  anchor?: { readonly event: Name; readonly after: Token },
  days?: { readonly from: Token; readonly to: Token; readonly close: Token },
): Deadline {
  const span = {
    start: (anchor?.event ?? words[0]!).span.start,
    end: (days?.close ?? words[words.length - 1]!).span.end,
  };
  const cycle = words.find((w) => w.kind === "Cycle" || w.kind === "CycleEnd");
  const afterEnd = words.some((w) => w.kind === "CycleEnd" || w.kind === "AfterEnd");
  const edges = words.filter((w) => w.kind === "Edge").map((w) => w.meaning);
  const within = edges.includes("within");
  let month: number | undefined;
  let day: number | undefined;
  let amount: NumberLiteral | undefined;
  words.forEach((word, i) => {
    if (word.kind !== "Number") return;
    const unit = words[i + 1]?.kind === "Unit" ? words[i + 1]!.meaning : undefined;
    if (unit === "月" && !within) month = Number(word.text);
    else if (unit === "日" && !within && !afterEnd) day = Number(word.text);
    else amount = { kind: "number", span: word.span, text: word.text, ...(unit !== undefined && { unit }) };
  });
  // 3月底前 is by the end of March: the edge inside the month tells more than 前.
  const edge = edges[edges.length - 1] ?? (words.some((w) => w.kind === "Before") ? "before" : undefined);
  return {
    ...{ span, text: deadlineText(words, anchor, days), afterEnd },
    ...(anchor && { anchor: anchor.event }),
    ...(days && { days: { from: Number(days.from.text), to: Number(days.to.text) } }),
    ...(cycle && { recurrence: cycle.meaning as NonNullable<Deadline["recurrence"]> }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(amount && { amount }),
    ...(edge !== undefined && { edge: edge as NonNullable<Deadline["edge"]> }),
  };
}

function deadlineText(
  words: readonly Token[],
  anchor: { readonly event: Name; readonly after: Token } | undefined,
  days: { readonly from: Token; readonly to: Token } | undefined,
): string {
  const event = anchor ? `${anchor.event.text}${anchor.after.text}` : "";
  const declared = days ? `(${days.from.text}至${days.to.text}日)` : "";
  // Words of the English spelling are set apart as they were written.
  const said = words.reduce(
    (text, w) =>
      text + (/[A-Za-z]$/.test(text) || (/\d$/.test(text) && /^[A-Za-z]/.test(w.text)) ? " " : "") + w.text,
    "",
  );
  return event + said + declared;
}
