/** Undoes one subscription or resource. Safe to call twice. */
export type Dispose = () => void;

/** Collects disposers and runs them once, last first. A failing one does not stop the others. */
export function createDisposer(): { add: (dispose: Dispose) => void; dispose: Dispose } {
  const stack: Dispose[] = [];
  return {
    add: (dispose) => {
      stack.push(dispose);
    },
    dispose: () => {
      const errors: unknown[] = [];
      for (let next = stack.pop(); next; next = stack.pop()) {
        try {
          next();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, 'Disposing failed');
    },
  };
}
