import type { Session } from "./session.ts";

/** What a command is: its definition (how it is called, its help) and its module (what it does). */

export interface CommandDefinition {
  readonly name: string;
  /** Commander's notation: `<measure>` is required, `[cases]` optional, `<file...>` one or more. */
  readonly arguments: readonly ArgumentDefinition[];
  readonly options: readonly OptionDefinition[];
  readonly zh: string;
  readonly en: string;
  readonly examples: readonly { readonly command: string; readonly zh: string; readonly en: string }[];
  readonly load: () => Promise<CommandModule>;
}

export interface ArgumentDefinition {
  readonly notation: string;
  readonly zh: string;
  readonly en: string;
}

export interface OptionDefinition {
  readonly flags: string;
  readonly zh: string;
  readonly en: string;
  readonly required?: boolean;
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
  readonly default?: string;
}

export interface CommandModule {
  /** @returns the exit code */
  readonly execute: (s: Session, args: readonly Argument[], options: Options) => Promise<number>;
}

export type Argument = string | readonly string[] | undefined;
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
