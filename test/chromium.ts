import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's Chromium, for tests of what runs in a browser. */
const PATH = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why tests in a browser do not run; null where they do. In CI they must. */
export const noChromium: string | null =
  existsSync(PATH) || process.env.CI === "true"
    ? null
    : `there is no ${PATH}: apt-get install chromium, or set CHROMIUM to its path`;

if (noChromium !== null) console.warn(`skipped: ${noChromium}`);

/** Starts it without the sandbox, which containers do not allow, and without calls home. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: PATH,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  });
