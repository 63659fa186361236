/**
 * What holds of every page we write: tags close in the order they opened, ids are there once, links lead somewhere, and
 * nothing in it runs or calls anybody.
 */
export function pageFaults(page: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const links: string[] = [];
  const body = page.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/^<!doctype html>/, "");
  for (const tag of body.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*(\/?)>|[<]/g)) {
    const [all, closing, name, attributes = "", self] = tag;
    if (name === undefined) {
      faults.push(`a bare < at ${body.slice(tag.index, tag.index + 40)}`);
      continue;
    }
    for (const [, attribute, value = ""] of attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
      if (/^on/i.test(attribute!)) faults.push(`handler ${attribute}`);
      if (/^(?:src|srcset|action|data|xlink:href)$/i.test(attribute!)) faults.push(`${attribute} ${value}`);
      if (attribute === "id") {
        if (ids.has(value)) faults.push(`id twice: ${value}`);
        ids.add(value);
      }
      if (attribute === "href") links.push(value);
    }
    if (/^(?:script|iframe|object|embed|link|img|base|form)$/i.test(name)) faults.push(`element ${name}`);
    if (closing === "/") {
      const last = open.pop();
      if (last !== name) faults.push(`</${name}> closes <${last}>`);
    } else if (self !== "/" && !/^(?:meta|br|wbr|hr|col)$/.test(name)) open.push(name);
    if (all === "") break;
  }
  if (open.length > 0) faults.push(`still open: ${open.join(" ")}`);
  for (const link of links)
    if (!link.startsWith("#")) faults.push(`link to ${link}`);
    else if (!ids.has(decodeURIComponent(link.slice(1)).replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`)))
      faults.push(`link to nothing: ${decodeURIComponent(link)}`);
  return faults;
}
