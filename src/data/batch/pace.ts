/** Somebody wants it to end; thrown between two parts of a file. */
export class Stopped extends Error {}

/** Asked between the parts of a file, so that what happens outside is heard while a large one is gone through. */
export interface Pace {
  /** @throws Stopped */
  turn(): Promise<void>;
  /** So much of a file has been looked through before its rows are read, 0 to 1. @throws Stopped */
  looked(path: string, share: number): Promise<void>;
}

export const UNHEARD: Pace = { async turn() {}, async looked() {} };
