import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A project of somebody who uses the plug-in, in a folder of its own, with the built package installed. */

export const MEASURE = `办法 村考核
施行 2018年1月1日
对象 村,标识 编号
  编号: 文字
  得分: 0至100分  来源 镇
第一条
  总分 = 得分 × 2
第二条
  等次 考核等次 由高到低 优秀、合格
  依 总分 评定 考核等次:
    120分以上 为 优秀
    不满120分 为 合格
`;

export function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "banfa-plugin-"));
  mkdirSync(join(folder, "node_modules"));
  const at = join(folder, "node_modules", "banfa");
  mkdirSync(at);
  for (const part of ["package.json", "client.d.ts"]) cpSync(part, join(at, part));
  symlinkSync(resolve("dist"), join(at, "dist"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
