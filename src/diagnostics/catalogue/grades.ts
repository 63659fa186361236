import { family } from "../message.ts";

/** BF3249: what a scale of grades leaves open by itself. */
export const grades = family({
  BF3249: {
    severity: "warning",
    ambiguity: "GAP",
    zh: {
      title: "谁也评不上的等次",
      message: "“{scale}”列了{grades}，没有一条规定评得出来：谁也评不成这一等。",
      help: "写上评为“{grades}”的一档或者条件；确实不设的，从等次里删去；或者用“认可”记下由谁评定。",
    },
    en: {
      title: "A grade nobody can get",
      message: "“{scale}” has {grades}, and no clause ends in it: nobody can get it.",
      help: "Write the row or the condition for it, delete it from the scale, or record who gives it.",
    },
  },
});
