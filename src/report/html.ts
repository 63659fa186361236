/**
 * HTML as text: escaping, anchors, tables, and the frame of a page. A page of ours needs nothing else: no script, no
 * font, no address, so that it opens offline and may be passed on. Whatever comes from a measure or from data goes
 * through {@link html}.
 */

/** Text as HTML text or attribute. Characters that HTML does not have at all are shown as a replacement mark. */
export function html(text: string): string {
  return text.replace(UNWRITABLE, "\uFFFD").replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`);
}

/** Control characters, halves of surrogate pairs, and the marks that turn the direction of what follows. */
const UNWRITABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The id of what a name or a citation stands for; an id has no spaces. */
export function idOf(kind: string, name: string): string {
  return `${kind}-${name.replace(/\s+/g, "_")}`;
}

/** A link to an id of the same page. `markup` is HTML already. */
export function linkTo(id: string, markup: string): string {
  return `<a href="#${html(encodeURIComponent(id))}">${markup}</a>`;
}

/** A cell: markup, and whether it is a figure, which stands on the right. */
export interface Cell {
  readonly markup: string;
  readonly figure?: boolean;
  readonly rows?: number;
}

export interface HtmlTable {
  /** Read out before the table, and shown above it. Markup. */
  readonly caption?: string;
  /** Text. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly (Cell | string)[])[];
  /** The first cell of a row names it. */
  readonly rowHeads?: boolean;
  readonly className?: string;
}

/** A table that scrolls by itself where the page is too narrow for it. Strings among the cells are text. */
export function htmlTable(t: HtmlTable): string {
  const caption = t.caption === undefined ? "" : `<caption>${t.caption}</caption>`;
  const head =
    t.head.length === 0
      ? ""
      : `<thead><tr>${t.head.map((h) => `<th scope="col">${html(h)}</th>`).join("")}</tr></thead>`;
  const rows = t.rows.map(
    (row) => `<tr>${row.map((c, i) => cell(c, i === 0 && t.rowHeads === true)).join("")}</tr>`,
  );
  const name = t.className === undefined ? "" : ` class="${t.className}"`;
  return `<div class="wide" tabindex="0"><table${name}>${caption}${head}<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function cell(c: Cell | string, heads: boolean): string {
  const { markup, figure = false, rows = 1 } = typeof c === "string" ? { markup: html(c) } : c;
  const span = rows > 1 ? ` rowspan="${rows}"` : "";
  const kind = figure ? ' class="n"' : "";
  return heads ? `<th scope="row"${span}${kind}>${markup}</th>` : `<td${span}${kind}>${markup}</td>`;
}

/** What is folded until somebody asks for it. Both are markup. */
export function unfolding(summary: string, inside: string, attributes = ""): string {
  return `<details${attributes}><summary>${summary}</summary>${inside}</details>`;
}

/** The frame of a page: head, style, body. `body` is markup already; `style` adds to what all pages have. */
export function page(title: string, language: "zh" | "en", body: string, style = ""): string {
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${html(title)}</title>
<style>${(STYLE + style).replace(/\n/g, "")}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Colours that the colour-blind tell apart (Okabe and Ito), dark enough to be read on white. */
const STYLE = `
:root{--ink:#1b1f24;--soft:#5b6470;--line:#d4d9df;--wash:#f4f6f8;--strict:#b35806;--loose:#2166ac;--paper:#fff}
*{box-sizing:border-box}
body{font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 .3rem}h2{font-size:1.15rem;margin:2.2rem 0 .4rem;border-bottom:2px solid var(--ink)}h3{font-size:1rem;margin:1.2rem 0 .3rem;color:var(--soft)}
a{color:var(--loose);text-decoration-thickness:1px;text-underline-offset:.15em}
:target{background:#fff6d6;scroll-margin-top:1rem}
.note{color:var(--soft);margin:.2rem 0}.sum{font-size:1.1rem}
.badge{display:inline-block;border:1.5px solid currentColor;border-radius:.3rem;padding:0 .4rem;font-size:.85rem;font-weight:600;white-space:nowrap}
.wide{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse}caption{text-align:left;color:var(--soft);font-size:.9rem;padding:.1rem 0 .3rem}
th,td{border:1px solid var(--line);padding:.25rem .6rem;text-align:left;vertical-align:top}thead th{background:var(--wash);font-weight:600}tbody th{font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
svg{max-width:100%;height:auto}
details>summary{cursor:pointer}
@media print{body{margin:0;max-width:none;font-size:10.5pt}a{color:inherit;text-decoration:none}h2,h3{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}:target{background:none}}
`;
