import { family } from "../message.ts";

/** BF6xxx: a file that could be read but not laid out; it stays as it is. */
export const format = family({
  BF6001: {
    severity: "error",
    zh: {
      title: "整理会改变意思",
      message: "第{line}行整理之后读法就变了，所以文件没有改动。",
      help: "把这一行改写得简单些（例如拆成两句，或者给名称加上“「」”），再整理一次。",
    },
    en: {
      title: "Laying out would change the meaning",
      message: "Line {line} would read differently once laid out, so the file was left as it is.",
      help: "Write that line more simply (split it, or put the name in 「」) and try again.",
    },
  },
  BF6002: {
    severity: "error",
    zh: {
      title: "整理会丢失注释",
      message: "第{line}行附近的注释或注在整理之后会丢失或者换了位置，所以文件没有改动。",
      help: "把这处注释单独写成一行，再整理一次。",
    },
    en: {
      title: "Laying out would lose a comment",
      message: "A comment or note near line {line} would be lost or moved, so the file was left as it is.",
      help: "Put that comment on a line of its own and try again.",
    },
  },
  BF6003: {
    severity: "error",
    zh: {
      title: "换了关键词会读成别的意思",
      message: "第{line}行的关键词换成{language}之后，会和旁边的词连起来读成别的意思，所以文件没有改动。",
      help: "把这一行改写一下（例如给后面的条件加括号，或者给名称加上“「」”），再转换一次。",
    },
    en: {
      title: "Other keywords would read differently",
      message:
        "With {languageEn} keywords the words of line {line} would join into something else, so the file was left as it is.",
      help: "Reword that line (put what follows in parentheses, or the name in 「」) and convert again.",
    },
  },
});
