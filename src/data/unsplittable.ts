/** Thrown where a file that is read in pieces turns out to be one that has to be read as a whole. */
export class Unsplittable extends Error {}

/** One that is known to have something wrong in a line of it. */
export class BrokenText extends Unsplittable {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** A row without end: most likely its quote has no partner. Or bytes that are no text in the encoding of the rest. */
  readonly is: "endless-row" | "no-text";

  constructor(path: string, line: number, is: BrokenText["is"]) {
    super();
    this.path = path;
    this.line = line;
    this.is = is;
  }
}
