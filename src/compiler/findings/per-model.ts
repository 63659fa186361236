import type { Model } from "../analyze/model.ts";

/** What several finders learn about a model is learnt once. */
export function perModel<T>(learn: (model: Model) => T): (model: Model) => T {
  const known = new WeakMap<Model, { readonly value: T }>();
  return (model) => {
    let entry = known.get(model);
    if (!entry) {
      entry = { value: learn(model) };
      known.set(model, entry);
    }
    return entry.value;
  };
}
