/** What an artefact says it was made by. The first is the version of the package; a test compares them. */
export const COMPILER_VERSION = "0.1.0";

/** The version of the language: the second number rises with every change of meaning while the first is 0. */
export const LANGUAGE_VERSION = "0.1";
