/**
 * The page: a form built from the schema of a measure, its verdict beside it, computed anew at every key stroke.
 * Nothing is sent anywhere.
 */
import type { FactProblem, Outcome } from "banfa/runtime";
import { groupOf, make, speak } from "./form.ts";
import measure, { explain, missing, type 驻村队员Facts } from "./measure.banfa";
import schema from "./measure.banfa?schema";
import { type Language, say, wrong } from "./words.ts";

let language: Language = navigator.language.startsWith("zh") ? "zh" : "en";
const [kind] = measure.kinds as readonly ["驻村队员"];

const at = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;
const year = at<HTMLInputElement>("year");
const { title, properties } = schema as unknown as Schema;
const group = groupOf(properties[kind]!.items, () => language);

interface Schema {
  readonly title: string;
  readonly properties: Readonly<Record<string, { readonly items: unknown }>>;
}

function update(): void {
  if (!/^(19|2[01])\d\d$/.test(year.value)) {
    at("grades").replaceChildren(make("p", { class: "error" }, say("badYear", language)));
    return;
  }
  // Whatever is filled in: the evaluator says what is wrong with it, and what is missing.
  const facts = group.read() as unknown as 驻村队员Facts;
  const context = { year: Number(year.value), kind };
  const outcome = measure.evaluate(facts, context);
  const touched = Object.keys(facts).length > 0;
  showProblems(touched ? outcome.problems : []);
  showGrades(outcome);
  showQuestion(facts, context);
  at("reasons").replaceChildren(
    ...explain(outcome, { lang: language }).map((sentence) => make("li", {}, sentence)),
  );
}

function showProblems(problems: readonly FactProblem[]): void {
  for (const control of at("facts").querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    at(`${control.id}-error`).textContent = "";
  }
  for (const problem of problems) {
    const { field, list } = problem;
    const control = group.control(field, list && { list: list.field, index: list.index });
    const place = control && document.getElementById(`${control.id}-error`);
    if (!control || !place) continue;
    control.setAttribute("aria-invalid", "true");
    place.textContent = wrong(problem, language);
  }
}

function showGrades(outcome: Outcome): void {
  const lines = Object.entries(outcome.report.grades).map(([name, { grade, possible }]) =>
    make(
      "p",
      { class: grade === null ? "grade open" : "grade" },
      make("span", {}, name),
      make("strong", {}, grade ?? say("open", language)),
      grade === null ? make("small", {}, `${say("possible", language)} ${possible.join("、")}`) : "",
    ),
  );
  const figures = Object.entries(outcome.values).map(([name, value]) =>
    make("li", {}, `${name} `, make("b", {}, value === null ? "—" : textOf(value))),
  );
  at("grades").replaceChildren(...lines, make("ul", { class: "figures" }, ...figures));
}

/** A figure that no decimal hits has a text of its own. */
function textOf(value: Exclude<Outcome["values"][string], null>): string {
  return typeof value === "object" && "text" in value ? value.text : String(value);
}

function showQuestion(facts: 驻村队员Facts, context: { year: number; kind: "驻村队员" }): void {
  const [first] = missing(facts, context);
  if (!first) {
    at("question").replaceChildren(make("p", { class: "hint" }, say("nothingToAsk", language)));
    return;
  }
  const control = group.control(first.field);
  const answers = first.answers.map((answer) => {
    const value = typeof answer === "boolean" ? (answer ? "yes" : "no") : answer;
    const words = typeof answer === "boolean" ? say(answer ? "yes" : "no", language) : answer;
    const button = make("button", { type: "button" }, words);
    button.addEventListener("click", () => {
      if (control instanceof HTMLSelectElement) control.value = value;
      update();
      // The next question stands where this one stood: whoever uses the keyboard goes on from here.
      at("question").querySelector("button")?.focus();
    });
    return button;
  });
  const goTo = make("button", { type: "button", class: "plain" }, say("goTo", language));
  goTo.addEventListener("click", () => control?.focus());
  at("question").replaceChildren(
    make("h3", {}, say("ask", language)),
    make("p", { class: "ask", id: "ask" }, first.field, first.unit === "" ? "" : ` (${first.unit})`),
    make("div", { class: "answers", role: "group", "aria-labelledby": "ask" }, ...answers, goTo),
  );
}

function setLanguage(to: Language): void {
  language = to;
  document.documentElement.lang = to;
  speak(document, to);
  at("language").textContent = say("language", to);
  at("language").lang = to === "zh" ? "en" : "zh";
  update();
}

document.title = title;
at("title").textContent = title;
year.value = "2018";
at("facts").append(group.element);
at("facts").addEventListener("input", update);
at("facts").addEventListener("submit", (event) => event.preventDefault());
year.addEventListener("input", update);
at("language").addEventListener("click", () => setLanguage(language === "zh" ? "en" : "zh"));
setLanguage(language);
