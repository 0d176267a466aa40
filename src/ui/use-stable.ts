import { useCallback, useEffect, useMemo, useRef } from "react";

/** One function for the life of the view: the shell gives another at each render. */
export function useStable<A extends readonly unknown[]>(call: (...args: A) => void): (...args: A) => void {
  const current = useRef(call);
  useEffect(() => {
    current.current = call;
  });
  return useCallback((...args: A) => {
    current.current(...args);
  }, []);
}

/** The same value while it says the same: what is read of the address is made anew at each render. For plain data only. */
export function useSame<T>(value: T): T {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as T, [text]);
}
