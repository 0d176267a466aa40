import { EngineError, type CanonicalExtract, type Session } from "../../../src/data/session/session.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";

/** The engine's door, remembering the loads; `fail` makes the next change fail. */
export class EngineDoor implements Session {
  private list: readonly CanonicalExtract[] = [];
  private readonly listeners = new Set<() => void>();
  private failing = false;
  private held: Promise<void> = Promise.resolve();
  private readonly summaries: readonly ExtractSummary[];

  constructor(summaries: readonly ExtractSummary[] = []) {
    this.summaries = summaries;
  }

  fail(): void {
    this.failing = true;
  }

  /** Makes the next load wait; the function returned lets it end. */
  hold(): () => void {
    let release = (): void => undefined;
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** File names of the loads of an extract, oldest first. */
  files(id: string): string[] {
    return this.list.filter((load) => load.id === id).map(({ fileName }) => fileName);
  }

  readonly phase = () => ({ phase: "ready", ms: 1 }) as const;
  readonly version = (): number => this.list.length;
  readonly extracts = (): readonly ExtractSummary[] => this.summaries;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly start = (): Promise<void> => Promise.resolve();
  readonly ask = (): Promise<never> => Promise.reject(new Error("no questions here"));
  readonly askColumns = (): Promise<never> => Promise.reject(new Error("no questions here"));
  readonly loads = (): readonly CanonicalExtract[] => this.list;
  readonly load = async (extract: CanonicalExtract): Promise<void> => {
    await this.held;
    await this.change([...this.list.filter(({ id, carga }) => id !== extract.id || carga.id !== extract.carga.id), extract]);
  };
  readonly remove = (extract: string, carga: string): Promise<void> =>
    this.change(this.list.filter((load) => load.id !== extract || load.carga.id !== carga));
  readonly restore = (id: string): Promise<void> => this.change(this.list.filter((load) => load.id !== id));

  private change(next: readonly CanonicalExtract[]): Promise<void> {
    if (this.failing) {
      this.failing = false;
      return Promise.reject(new EngineError("O motor parou.", "Tente de novo.", "test"));
    }
    this.list = next;
    for (const listener of this.listeners) listener();
    return Promise.resolve();
  }
}
