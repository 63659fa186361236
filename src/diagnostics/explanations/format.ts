import type { format as messages } from "../catalogue/format.ts";
import type { Explanations } from "./explanation.ts";

export const format: Explanations<typeof messages> = {
  BF6001: {
    zh: "整理排版只改空格和换行，不改内容。写回文件之前，整理后的文字会重新读一遍；读出来的与原来不同，就不写，文件保持原样。",
    en: "Laying out changes spaces and line breaks, never the content. The result is read again before it is written; if it reads differently, nothing is written.",
  },
  BF6002: {
    zh: "注释和“注:”说明为什么这样写，丢了就找不回来。整理之后位置变了或者不见了，就不写回。",
    en: "Comments and notes say why a text is as it is, and once lost they are gone. If laying out would lose or move one, nothing is written.",
  },
  BF6003: {
    zh: "同一个关键词的中文和英文写法，与旁边的词连起来可能读成别的意思。转换之后读法不同，就不转换。",
    en: "A keyword in the other language may join with the words beside it and read as something else. If it would, the file is not converted.",
  },
};
