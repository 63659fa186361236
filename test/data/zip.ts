import { crc32, deflateRawSync } from "node:zlib";

/** A zip file of texts, made here so that its directory can also lie. */
export function zipOf(
  parts: Readonly<Record<string, string>>,
  lie: { readonly size?: (name: string, size: number) => number } = {},
): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const raw = Buffer.from(text, "utf8");
    const packed = deflateRawSync(raw);
    const path = Buffer.from(name, "utf8");
    const size = lie.size?.(name, raw.length) ?? raw.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(path.length, 22);
    const head = Buffer.concat([Buffer.from("504b0304", "hex"), common, path, packed]);
    const entry = Buffer.alloc(42);
    entry.writeUInt16LE(20, 0);
    common.copy(entry, 2, 0, 26);
    entry.writeUInt32LE(at, 38);
    central.push(Buffer.concat([Buffer.from("504b0102", "hex"), entry, path]));
    local.push(head);
    at += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...local, directory, Buffer.from("504b0506", "hex"), end]));
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface RawSheet {
  readonly name: string;
  /** What stands inside `<worksheet>`. */
  readonly xml: string;
  readonly state?: "hidden" | "veryHidden";
}

/** The parts of a workbook with hand-written sheets, in the plainest form that Excel opens. */
export function workbookParts(
  sheets: readonly RawSheet[],
  more: { readonly styles?: string; readonly date1904?: boolean; readonly prologue?: string } = {},
): Record<string, string> {
  const head = `<?xml version="1.0" encoding="UTF-8"?>${more.prologue ?? ""}`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${more.date1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map(
        (s, i) =>
          `<sheet name="${s.name}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ""} r:id="rId${i + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join("")}<Relationship Id="rIdS" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${head}<styleSheet xmlns="${MAIN}">${more.styles ?? ""}</styleSheet>`,
  };
  sheets.forEach((s, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `${head}<worksheet xmlns="${MAIN}">${s.xml}</worksheet>`;
  });
  return parts;
}

/** Formats 0 General, 1 0%, 2 0.0%, 3 yyyy-mm-dd, 4 000, 5 yyyy"年"m"月". */
export const FORMATS = `<numFmts count="4"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd;@"/><numFmt numFmtId="166" formatCode="000"/><numFmt numFmtId="167" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="9" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf numFmtId="167" applyNumberFormat="1"/></cellXfs>`;
