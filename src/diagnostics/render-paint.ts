/** Colours by meaning, so that a renderer never knows about escape sequences. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;

export const plainPaint: Paint = {
  error: same,
  warning: same,
  info: same,
  good: same,
  strong: same,
  faint: same,
};

function sgr(on: number, off: number): (text: string) => string {
  return (text) => (text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`);
}

export const ansiPaint: Paint = {
  error: sgr(31, 39),
  warning: sgr(33, 39),
  info: sgr(36, 39),
  good: sgr(32, 39),
  strong: sgr(1, 22),
  faint: sgr(2, 22),
};
