import type { HelpConfiguration } from "commander";
import { ansiPaint, plainPaint } from "../diagnostics/render-paint.ts";
import { textWidth, wrap } from "../diagnostics/width.ts";
import type { Io } from "./io.ts";

/** Help in both languages at once: whoever asks for help may not know which one to ask for. */

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法 Usage:",
  "Arguments:": "参数 Arguments:",
  "Options:": "选项 Options:",
  "Commands:": "命令 Commands:",
};

export function helpConfiguration(io: Io): HelpConfiguration {
  const paint = io.colours ? ansiPaint : plainPaint;
  return {
    // Commander counts characters; a Chinese one takes two columns.
    displayWidth: textWidth,
    boxWrap: (text: string, width: number) =>
      text
        .split("\n")
        .flatMap((line) => wrap(line, width))
        .join("\n"),
    styleTitle: (title: string) => paint.strong(TITLES[title] ?? title),
  };
}

interface Example {
  readonly command: string;
  readonly zh: string;
  readonly en: string;
}

export function helpFooter(examples: readonly Example[]): string {
  const lines = examples.flatMap((e) => [`  # ${e.zh} / ${e.en}`, `  banfa ${e.command}`]);
  return `
示例 Examples:
${lines.join("\n")}

退出码 Exit codes:
  0  通过，或者只有警告 / clean, or warnings only
  1  有错误、案例不符或数据有误 / errors, failed cases, bad data
  2  用法不对或文件读不出来 / wrong usage or unreadable input
  3  程序内部错误 / internal failure
`;
}
