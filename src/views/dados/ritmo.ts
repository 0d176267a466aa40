export interface Ritmo<T> {
  readonly push: (value: T) => void;
  /** Forgets what was waiting. */
  readonly stop: () => void;
}

/** Passes values on at most once every `ms`: the first at once, then the latest of those that came meanwhile. */
export function ritmo<T>(emit: (value: T) => void, ms: number): Ritmo<T> {
  let waiting: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const pause = (): void => {
    timer = setTimeout(() => {
      timer = null;
      if (waiting === null) return;
      const { value } = waiting;
      waiting = null;
      emit(value);
      pause();
    }, ms);
  };
  return {
    push(value) {
      if (timer !== null) {
        waiting = { value };
        return;
      }
      emit(value);
      pause();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
    },
  };
}
