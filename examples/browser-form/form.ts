/** A form out of the JSON Schema of a measure: one control a fact, rows for lists of records. */
import { type Language, say, type Word } from "./words.ts";

/** The parts of a schema that a form needs; see `schemaFromIr` for how facts are described. */
interface Part {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly anyOf?: readonly Part[];
}

/** What is filled in: text, a truth, or records. Absent: not known. */
type Filled = string | boolean | readonly Readonly<Record<string, Filled>>[];

/** A group of facts on the page: of the subject, or of one record. */
export interface Group {
  readonly element: HTMLElement;
  read(): Record<string, Filled>;
  /** The control of a fact; of a fact of a record where the record is said. */
  control(field: string, record?: { readonly list: string; readonly index: number }): HTMLElement | undefined;
}

interface Control {
  readonly element: HTMLElement;
  readonly focus: HTMLElement;
  read(): Filled | undefined;
  readonly rows?: () => readonly Group[];
}

let made = 0;

/** Makes an element; `say` marks what is in the language of the page and changes with it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Writes everything marked with `data-say` in a language. */
export function speak(root: ParentNode, language: Language): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-say]"))
    element.textContent = say(element.dataset.say as Word, language);
}

/** The facts that `schema` (of one record) describes. An alias is a second key for the same fact and is left out. */
export function groupOf(schema: unknown, language: () => Language): Group {
  const { properties = {} } = schema as Part;
  const controls = new Map<string, Control>();
  const element = make("div", { class: "group" });
  for (const [name, part] of Object.entries(properties)) {
    if (part.title !== undefined && part.title !== name) continue;
    const control = controlOf(name, part, language);
    controls.set(name, control);
    element.append(control.element);
  }
  return {
    element,
    read() {
      const filled: Record<string, Filled> = {};
      for (const [name, control] of controls) {
        const value = control.read();
        if (value !== undefined) filled[name] = value;
      }
      return filled;
    },
    control(field, record) {
      if (record === undefined) return controls.get(field)?.focus;
      return controls.get(record.list)?.rows?.()[record.index]?.control(field);
    },
  };
}

function controlOf(name: string, part: Part, language: () => Language): Control {
  const forms = part.anyOf ?? [part];
  const records = forms.find((f) => f.type === "array" && f.items?.properties !== undefined);
  if (records) return recordsOf(name, part, records.items!, language);
  const truth = forms.some((f) => f.type === "boolean");
  const options = forms.find((f) => f.enum !== undefined)?.enum?.filter((option) => option !== "");
  if (truth) return field(name, part, choiceOf({ yes: true, no: false }));
  const numeric = forms.some((f) => f.type === "number" && forms.length > 1) && options === undefined;
  if (options && forms.every((f) => f.enum !== undefined || f.type === "null"))
    return field(name, part, choiceOf(options));
  const date = forms.some((f) => f.type === "string" && f.pattern !== undefined);
  const bounded = forms.some((f) => f.type === "string" && "maxLength" in f);
  // A date field of the browser cannot hold a wrong date; a number field would lose what is not a number.
  const input = make("input", date ? { type: "date" } : { type: "text" });
  if (numeric && bounded) input.inputMode = "decimal";
  return field(name, part, { element: input, read: () => input.value.trim() || undefined });
}

/** Options by name, or truths; always with a way to say nothing. */
function choiceOf(options: readonly string[] | { readonly yes: true; readonly no: false }) {
  const unknown = make("option", { value: "", "data-say": "unknown" });
  const select = make("select", {}, unknown);
  if (Array.isArray(options))
    for (const option of options) select.append(make("option", { value: option }, option));
  else for (const word of ["yes", "no"]) select.append(make("option", { value: word, "data-say": word }));
  const read = () =>
    select.value === "" ? undefined : Array.isArray(options) ? select.value : select.value === "yes";
  return { element: select, read };
}

/** A control with its label, its hint and a place for what is wrong with it. */
function field(
  name: string,
  part: Part,
  control: { readonly element: HTMLElement; read(): Filled | undefined },
): Control {
  const id = `f${++made}`;
  control.element.id = id;
  control.element.setAttribute("aria-describedby", `${id}-hint ${id}-error`);
  const label = make("label", { for: id }, part.title ?? name);
  const hint = make("span", { class: "hint", id: `${id}-hint` }, part.description ?? "");
  const error = make("span", { class: "error", id: `${id}-error` });
  return {
    element: make("div", { class: "field" }, label, control.element, hint, error),
    focus: control.element,
    read: control.read,
  };
}

/** Records as rows. No rows say nothing; that there are none is said by a tick. */
function recordsOf(name: string, part: Part, items: Part, language: () => Language): Control {
  const rows: { readonly group: Group; readonly element: HTMLFieldSetElement; readonly number: Text }[] = [];
  const list = make("div", { class: "rows" });
  const none = make("input", { type: "checkbox" });
  const noRows = make("label", { class: "none" }, none, make("span", { "data-say": "none" }));
  const add = make("button", { type: "button", "data-say": "add" });
  const changed = () => {
    for (const [index, { number }] of rows.entries()) number.data = ` ${index + 1}`;
    if (rows.length > 0) none.checked = false;
    noRows.hidden = rows.length > 0;
    speak(fieldset, language());
    fieldset.dispatchEvent(new Event("input", { bubbles: true }));
  };
  add.addEventListener("click", () => {
    const number = document.createTextNode("");
    const group = groupOf(items, language);
    const remove = make("button", { type: "button", class: "remove", "data-say": "remove" });
    const legend = make("legend", {}, part.title ?? name, number);
    const row = { group, number, element: make("fieldset", { class: "row" }, legend, group.element, remove) };
    remove.addEventListener("click", () => {
      rows.splice(rows.indexOf(row), 1);
      row.element.remove();
      changed();
      add.focus();
    });
    rows.push(row);
    list.append(row.element);
    changed();
    group.element.querySelector<HTMLElement>("input, select")?.focus();
  });
  const hint = make("p", { class: "hint" }, part.description ?? "");
  const legend = make("legend", {}, part.title ?? name);
  const fieldset = make("fieldset", { class: "records" }, legend, hint, list, noRows, add);
  return {
    element: fieldset,
    focus: add,
    rows: () => rows.map((r) => r.group),
    read: () => (rows.length > 0 || none.checked ? rows.map((r) => r.group.read()) : undefined),
  };
}
