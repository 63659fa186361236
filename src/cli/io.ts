/**
 * What a command may touch besides files: its streams and what it must know of the terminal. Tests pass
 * their own, so that a command runs inside the test's process.
 */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard output is a terminal that shows colours. */
  readonly colours: boolean;
  /** Standard error is one. */
  readonly errColours: boolean;
  /** Columns of the terminal; a fixed number when there is none, so that output is the same everywhere. */
  readonly columns: number;
  /** BCP 47 name of the user's language, for messages about a command that names no measure. */
  readonly locale: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard input where somebody sits before it: a command may ask. */
  readonly input?: NodeJS.ReadableStream;
  /** Standard error is a terminal, on which a line can be written over. */
  readonly terminal?: boolean;
  /** How wide that one is now; it may become wider or narrower. */
  readonly errColumns?: () => number;
}

const COLUMNS = 100;

interface HostStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** As much of Node's process as is used here. */
export interface HostProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: HostStream;
  readonly stderr: HostStream;
  readonly stdin?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
}

/** The streams of this process. NO_COLOR (any value but empty) turns colours off, FORCE_COLOR on. */
export function processIo(process: HostProcess = globalThis.process): Io {
  const { env } = process;
  const off = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  const on = (env.FORCE_COLOR ?? "0") !== "0" && !off;
  const columns = process.stdout.isTTY ? (process.stdout.columns ?? COLUMNS) : COLUMNS;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colours: on || (process.stdout.isTTY === true && !off),
    errColours: on || (process.stderr.isTTY === true && !off),
    columns: Math.max(60, Math.min(columns, 160)),
    locale: env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
    env,
    ...(process.stdin?.isTTY === true && { input: process.stdin }),
    terminal: process.stderr.isTTY === true && env.TERM !== "dumb",
    errColumns: () => process.stderr.columns ?? COLUMNS,
  };
}
