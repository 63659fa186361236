/** What `make` makes, made when it is first asked for. Whatever it needed is let go then. */
export function once<T>(make: () => T): () => T {
  let pending: (() => T) | null = make;
  let made: T;
  return () => {
    if (pending !== null) {
      made = pending();
      pending = null;
    }
    return made;
  };
}
