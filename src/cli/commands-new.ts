import type { CommandDefinition } from "./command.ts";

/** How a measure begins. */
export const BEGINNING: readonly CommandDefinition[] = [
  {
    name: "new",
    arguments: [{ notation: "[folder]", zh: "放在哪个文件夹", en: "the folder for it" }],
    options: [
      {
        flags: "--from <model>",
        zh: "从哪里开始：blank（空白，默认）或者自带的六份办法之一，照抄一份来改",
        en: "begin with blank (the default) or with a copy of one of the six measures that come along",
        choices: ["blank", "guangxi", "jiange", "nandan", "xizang", "yanglousi", "yingshan"],
      },
      {
        flags: "--layer-of <measure>",
        zh: "沿用这份办法（.banfa），只写不同的地方",
        en: "build on this measure (.banfa) and say only what differs",
      },
      { flags: "--name <name>", zh: "办法的名称", en: "name of the measure" },
      { flags: "--issuer <issuer>", zh: "制定机关，几个的用“、”隔开", en: "who issues it; several with 、" },
      { flags: "--effective <date>", zh: "哪天施行，如 2026-01-01", en: "in force from, as 2026-01-01" },
    ],
    zh: "新写一份办法和它的第一个案例；在终端上没有写的会一一问",
    en: "begin a measure and its first case; on a terminal it asks for what is not given",
    examples: [
      { command: "new my-town --name 某镇考核 --effective 2026-01-01", zh: "从空白开始", en: "from blank" },
      {
        command: "new county --layer-of policies/xizang/measure.banfa --name 某县细则 --effective 2026-01-01",
        zh: "沿用上位办法",
        en: "as a layer",
      },
    ],
    load: () => import("./commands/new.ts"),
  },
];
