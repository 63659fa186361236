import type { CommanderError } from "commander";
import type { Language } from "../diagnostics/message.ts";
import { alike, enumerated, hinted, inMessage, oneOf, unsaid } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { CommandDefinition } from "./command.ts";
import { COMMANDS, optionsOf } from "./commands.ts";
import type { Io } from "./io.ts";
import { systemLanguage } from "./session.ts";

/** What Commander complains about, as messages of our catalogue. */

/** The language of a complaint about arguments that could not be read: `--lang` where it can be made out. */
export function languageOf(argv: readonly string[], io: Io): Language {
  const said = givenFor("--lang", argv);
  return said === "zh" || said === "en" ? said : systemLanguage(io);
}

/** What an option is given, `--lang en` or `--lang=en`. */
export function givenFor(option: string, argv: readonly string[]): string | undefined {
  const at = argv.indexOf(option);
  return at >= 0 ? argv[at + 1] : argv.find((a) => a.startsWith(`${option}=`))?.slice(option.length + 1);
}

export function usageProblem(error: CommanderError, argv: readonly string[]): Problem {
  const definition = COMMANDS.find((c) => argv.includes(c.name));
  const command = definition?.name ?? "banfa";
  const example = `banfa ${definition?.examples[0]?.command ?? "check measure.banfa"}`;
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((m) => m[1]!);
  const subject = quoted[0] ?? "";
  const hint = (candidates: readonly string[]) => {
    const near = nearest(subject, candidates);
    return near === null ? unsaid("hint") : hinted("did-you-mean", { near });
  };
  switch (error.code) {
    case "commander.unknownCommand": {
      const names = COMMANDS.map((c) => c.name);
      return problem("BF9001", {
        command: subject,
        ...inMessage("commands", enumerated(names)),
        ...hint(names),
      });
    }
    case "commander.unknownOption": {
      const known = optionsOf(definition).map((o) => o.flags.split(" ")[0]!);
      return problem("BF9002", { command, option: subject, ...hint(known) });
    }
    case "commander.missingArgument": {
      const missing = definition?.arguments.find((a) => a.notation.replace(/[<>[\].]/g, "") === subject);
      return problem("BF9003", {
        command,
        ...inMessage("missing", missing ?? { zh: subject, en: subject }),
        example,
      });
    }
    case "commander.missingMandatoryOptionValue":
    case "commander.optionMissingArgument":
      return problem("BF9003", { command, ...alike("missing", subject), example });
    case "commander.invalidArgument": {
      const o = optionsOf(definition).find((c) => c.flags === subject);
      return problem("BF9004", {
        option: subject.split(" ")[0]!,
        value: quoted[1] ?? "",
        ...inMessage("expected", oneOf(o?.choices ?? [])),
      });
    }
    case "commander.excessArguments":
      return problem("BF9005", { command, argument: excess(argv, definition) });
    default:
      return problem("BF9003", { command, ...alike("missing", error.message), example });
  }
}

/** The first argument that a command has no place for. */
function excess(argv: readonly string[], definition: CommandDefinition | undefined): string {
  const flags = optionsOf(definition).map((o) => o.flags.split(" "));
  const takesValue = (a: string) => flags.some(([flag, value]) => flag === a && value !== undefined);
  const positional = argv.filter((a, i) => !a.startsWith("-") && !takesValue(argv[i - 1] ?? ""));
  return positional[1 + (definition?.arguments.length ?? 0)] ?? "";
}
