declare const BANFA_VERSION: string | undefined;

/** The version of the package; the build writes it in. */
export const VERSION = typeof BANFA_VERSION === "string" ? BANFA_VERSION : "0.0.0-source";
