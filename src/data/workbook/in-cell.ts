/** A cell of a sheet as it is read. */
export type InCell = InCellContent & {
  /** One of several joined downwards, which show what the first of them says. */
  readonly joined?: true;
};

type InCellContent =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "number";
      /** The decimal, with `%` where the cell shows a percentage, or the unit that its format shows. */
      readonly text: string;
      /** As an identifier shows it: with the zeros in front that its format adds. */
      readonly shown: string;
      /** The day that this number would be in the workbook's calendar; null: none. */
      readonly day: string | null;
      /** More digits than Excel keeps: the last ones are not what was typed. */
      readonly inexact: boolean;
    }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "truth"; readonly text: string }
  /** #N/A, #REF!, … */
  | { readonly kind: "error"; readonly text: string }
  /** A formula without a result: the file was made by a program that does not compute. */
  | { readonly kind: "uncomputed"; readonly text: string };

/** The cell as one of several that are joined. */
export const joinedCell = (cell: InCell | null): InCell | null =>
  cell === null ? null : { ...cell, joined: true };
