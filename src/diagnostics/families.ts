export type FamilyName = (typeof FAMILIES)[number]["name"];

/** The families by the first digit of their codes. */
export const FAMILIES = [
  { digit: "1", name: "syntax", zh: "写法", en: "Syntax" },
  { digit: "2", name: "names", zh: "名称和单位", en: "Names and types" },
  { digit: "3", name: "ambiguity", zh: "歧义", en: "Ambiguity" },
  { digit: "4", name: "data", zh: "数据和文件", en: "Data and files" },
  { digit: "5", name: "style", zh: "文风", en: "Style" },
  { digit: "6", name: "layout", zh: "排版", en: "Layout" },
  { digit: "9", name: "usage", zh: "命令用法", en: "The command line" },
] as const;

export function familyOf(code: string): FamilyName {
  return FAMILIES.find((f) => f.digit === code[2])?.name ?? "usage";
}
