import { Command, CommanderError, Option } from "commander";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { stop } from "./answer.ts";
import type { Argument, CommandDefinition, OptionDefinition, Options } from "./command.ts";
import { COMMANDS, optionsOf } from "./commands.ts";
import { helpConfiguration, helpFooter } from "./help.ts";
import type { Io } from "./io.ts";
import { type CommonOptions, FORMATS, session } from "./session.ts";
import { givenFor, languageOf, usageProblem } from "./usage.ts";
import { VERSION } from "./version.ts";

/**
 * From arguments to an exit code. Commander reads the arguments; what it complains about becomes messages
 * of our catalogue.
 */

/**
 * Runs one command.
 * @param argv arguments after the program's name
 * @returns 0 clean or warnings only, 1 findings, 2 wrong usage or unreadable input, 3 internal failure
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = new Command("banfa");
  program
    .description("办法：考核办法的语言和编译器\nBanfa: a language for assessment measures, and its compiler")
    .version(VERSION, "-V, --version", "版本号 / version")
    .helpOption("-h, --help", "帮助 / help")
    .addHelpCommand(false);
  configure(program, io);
  program.addHelpText("after", helpFooter(COMMANDS.flatMap((c) => c.examples.slice(0, 1))));
  for (const definition of COMMANDS) {
    addCommand(
      program,
      definition,
      async (args, options) => {
        const command = await definition.load();
        code = await command.execute(await session(io, commonOptions(options)), args, options);
      },
      io,
    );
  }
  if (argv.length === 0) {
    io.out(program.helpInformation() + helpFooter(COMMANDS.flatMap((c) => c.examples.slice(0, 1))));
    return 2;
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      return complain(usageProblem(error, argv), argv, io, 2);
    }
    return internalFailure(error, argv, io);
  }
}

function configure(command: Command, io: Io): void {
  command
    .exitOverride()
    .configureHelp(helpConfiguration(io))
    .configureOutput({
      writeOut: io.out,
      writeErr: () => {}, // what Commander says there is said again, in both languages, by usageProblem
      getOutHelpWidth: () => io.columns,
    });
}

function addCommand(
  program: Command,
  definition: CommandDefinition,
  action: (args: readonly Argument[], options: Options) => Promise<void>,
  io: Io,
): void {
  const command = program.command(definition.name);
  configure(command, io);
  command
    .description(`${definition.zh}\n${definition.en}`)
    .summary(`${definition.zh}\n${definition.en}`)
    .helpOption("-h, --help", "帮助 / help")
    .allowExcessArguments(false);
  for (const a of definition.arguments) command.argument(a.notation, `${a.zh}\n${a.en}`);
  for (const o of optionsOf(definition)) command.addOption(option(o));
  command.addHelpText("after", helpFooter(definition.examples));
  command.action(async (...received: unknown[]) => {
    const args = received.slice(0, definition.arguments.length) as Argument[];
    await action(args, command.opts<Options>());
  });
}

function option(definition: OptionDefinition): Option {
  const made = new Option(definition.flags, `${definition.zh}\n${definition.en}`);
  if (definition.required === true) made.makeOptionMandatory();
  if (definition.choices !== undefined) made.choices(definition.choices);
  if (definition.default !== undefined) made.default(definition.default);
  if (definition.repeatable === true) {
    made.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  }
  return made;
}

/** Commander has checked the choices. */
function commonOptions(options: Options): CommonOptions {
  return {
    format: FORMATS.find((f) => f === options.format) ?? "text",
    ...(options.lang === "zh" || options.lang === "en" ? { lang: options.lang } : {}),
    ...(options.failOn === "warning" || options.failOn === "error" ? { failOn: options.failOn } : {}),
  };
}

/** In the format asked for, as far as that can be made out of a call that could not be read. */
async function complain(p: Problem, argv: readonly string[], io: Io, code: number): Promise<number> {
  const language = languageOf(argv, io);
  const said = givenFor("--format", argv);
  const format = FORMATS.find((f) => f === said) ?? "text";
  stop(await session(io, { format }), [{ source: null, problems: [p] }], language);
  return code;
}

/** A fault of ours: asks for a report, and shows the stack only when asked. */
async function internalFailure(error: unknown, argv: readonly string[], io: Io): Promise<number> {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  await complain(problem("BF9090", { reason }), argv, io, 3);
  if ((io.env.BANFA_DEBUG ?? "") !== "" && error instanceof Error) io.err(`${error.stack}\n`);
  return 3;
}
