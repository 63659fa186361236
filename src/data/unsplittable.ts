/** Thrown where a file that is read in pieces turns out to be one that has to be read as a whole. */
export class Unsplittable extends Error {}
