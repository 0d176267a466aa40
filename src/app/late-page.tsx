import { type ComponentType, lazy } from "react";

/** The code of a page did not arrive. The browser keeps that answer until the app is reloaded. */
export class MissingCode extends Error {
  override readonly name = "MissingCode";
}

/** A page whose code arrives when it is first drawn; draws throw `MissingCode` where it does not. */
export function latePage<P>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  return lazy(() =>
    load().catch((error: unknown) => {
      throw new MissingCode(error instanceof Error ? error.message : String(error), { cause: error });
    }),
  );
}
