import type { layers as messages } from "../catalogue/layers.ts";
import { type Explanations, WHOLE } from "./explanation.ts";

/** Most need two files to be shown; `docs/language/layers.md` has such examples. */
const ALONE = `${WHOLE}\n`;

export const layers: Explanations<typeof messages> = {
  BF2902: {
    zh: "细则只写与上位办法不同的地方，其余都从上位办法来；上位办法不在手边，就什么也算不出来。两份文件要一起保管、一起传送。",
    en: "A layer says only where it differs; the rest comes from the base. Without the base nothing can be computed. Keep and send the two files together.",
    example: {
      wrong: "办法 某市实施细则 沿用 “../省/measure.banfa”\n第一条 宣示",
      right: "办法 某市办法\n施行 2024年1月1日\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示",
      within: ALONE,
    },
  },
  BF2903: {
    zh: "路径从写着“沿用”的文件算起，两份文件放在哪里都一样能找到。网址会变，绝对路径换一台机器就没有了，所以都不用。",
    en: "The path counts from the file that says it, so that the two are found wherever they lie. Addresses change, and absolute paths hold on one machine only.",
    example: {
      wrong: "办法 某市实施细则 沿用 “/measure.banfa”\n第一条 宣示",
      right: "办法 某市办法\n施行 2024年1月1日\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示",
      within: ALONE,
    },
  },
  BF2904: {
    zh: "甲沿用乙，乙又沿用甲，那么谁也不是上位办法。",
    en: "If each of two measures builds on the other, neither is the base.",
  },
  BF2905: {
    zh: "自治区、市、县、乡一层一层细化，三四层就够了；层数太多，没有人看得出最后是什么规定。",
    en: "From a region to a town there are three or four layers; with many more nobody can tell what holds in the end.",
  },
  BF2906: {
    zh: "细则按编号指明改的是哪一条款。编号写错，或者上位办法后来改了编号、删了条款，这一句就落空。提示里有最接近的条款。",
    en: "A layer says by its number which provision it changes. With a wrong number, or after the base was renumbered, the sentence points at nothing. The message names the nearest provision.",
  },
  BF2907: {
    zh: "几层办法各有自己的第三条。只写“第三条”，分不出指的是哪一份的。",
    en: "Several layers may each have an article 3. The number alone does not say whose is meant.",
  },
  BF2908: {
    zh: "“增加”是添一条新的。编号已经有了的，要么是想改它，要么是编号写错了。",
    en: "To add is to put in something new. If the number is there already, either a change was meant or the number is wrong.",
  },
  BF2909: {
    zh: "各句都是对着上位办法原来的样子说的，先后写在哪里都一样。两句动到同一处，结果就要看先后，所以不行。",
    en: "All sentences of a layer speak of the base as it was, in whatever order they stand. Two about the same words would make the result depend on that order.",
  },
  BF2910: {
    zh: "下级机关可以细化上级的办法，增加自己的条款；要改动、删除上级写明的规定，得有上级的授权，并且写出来，审查的人才能核对。同一机关改自己的办法，不用写。",
    en: "A lower body may detail the measure of a higher one and add to it. To change or drop what the higher one wrote it needs to be allowed, and to say by what. A body that amends its own measure needs no authority.",
  },
  BF2911: {
    zh: "有没有权改上位办法，要看是不是同一机关。没有写制定机关，就无从判断。",
    en: "Whether a layer may change its base depends on who made it. Without an issuer that cannot be told.",
  },
  BF2912: {
    zh: "“设定”填上上位办法留空的参数。名字写错，或者上位办法后来不再留空，就没有可填的。",
    en: "Setting closes what the base leaves open. With a wrong name, or after the base closed it, there is nothing to set.",
  },
  BF2913: {
    zh: "上位办法已经定了的值，不是留给下级定的。想定得不一样，就要有权修改声明它的那一条。",
    en: "What the base has fixed is not left to its layers.",
  },
  BF2914: {
    zh: "同一个参数有两个值，以哪个为准看不出来；上一层已经定了的，下一层也不能另定。",
    en: "With two values nobody can tell which holds; what a layer has set is no longer open to the next.",
  },
  BF2915: {
    zh: "这几种写法说的是怎样改动上位办法。没有沿用哪一份，就没有可改的。",
    en: "These sentences say how a layer differs from its base. Without a base there is nothing to differ from.",
    example: {
      wrong: "第三条\n  删除 第二条",
      right: "第三条 宣示",
    },
  },
  BF2916: {
    zh: "一个条款里有几句话、几行分档时，要看得出改的是哪一句、哪一行：评定同一个等次的句子，结果相同的行。看不出来的，不猜。上位办法后来改成了别的写法，也会这样提示。",
    en: "Where a clause has several sentences or rows, it must show which is changed: the sentence that decides the same grade, the row with the same result. It is never guessed. The message also comes when the base was rewritten since.",
  },
  BF2917: {
    zh: "新的项排进原来的各项中间，编号样式要一样；原来没有分项的，也就没有地方放。",
    en: "A new item takes its place among the others and is numbered as they are; where there is no list there is no place for it.",
  },
  BF2918: {
    zh: "“有下列情形之一”后面一项也没有，这句话就不成话了。",
    en: "A sentence that announces items says nothing without them.",
  },
  BF2919: {
    zh: "合并以后的编号，应当正好是上位办法的编号加上这一份改动的。如果放进去的文字把层次带乱了，就停在这里，不照错的算。",
    en: "After merging, the numbering must be that of the base with the changes made. If the words that are set in disturb it, nothing is computed.",
  },
  BF2920: {
    zh: "连续几年、上年、每季度，都按考核周期算。周期换了，上位办法的各条就不是原来的意思了。",
    en: "Runs of years, last year, each quarter: all of it counts by the period. With another one the clauses of the base would mean something else.",
  },
  BF2922: {
    zh: "名单按标识核对，各层必须是同一个，否则上位办法的名单和这一份的名单对不上。",
    en: "Lists are matched by the key; it has to be the same in all layers.",
  },
  BF2923: {
    zh: "这一份自己的第三条，和上位办法的第三条，是两条。要免除的是哪一条，必须写明。",
    en: "The layer's own article and the base's article of the same number are two. Which one is waived has to be said.",
  },
  BF2930: {
    zh: "评定日那一天，要么还没有施行，要么已经失效，没有办法可以依照。只写了年度的，按那一年的最后一天算。",
    en: "On the day of assessment every version either has not taken effect or has expired. Where only a year is given, its last day counts.",
  },
  BF2931: {
    zh: "新版本施行了，旧版本没有写什么时候失效，看不出照哪一个算。失效的当天起不再有效。",
    en: "A newer version is in force and the older one does not say when it ends. From the day it expires a version no longer holds.",
  },
  BF2932: {
    zh: "给的是文件夹时，里面的每个文件都看作同一份办法的一个版本；名称不同，就不是版本，而是别的办法。",
    en: "Given a folder, each file in it is taken for a version of one measure; another name makes it another measure.",
  },
};
