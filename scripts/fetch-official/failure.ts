/** A file that could not be had, in words; `isFinal` when trying again now is of no use. */
export class FetchFailure extends Error {
  override readonly name = "FetchFailure";
  readonly conserto: string;
  readonly isFinal: boolean;
  /** What the server asked to wait, ms; null when it did not say. */
  readonly waitMs: number | null;
  constructor(message: string, conserto: string, isFinal: boolean, waitMs: number | null = null) {
    super(message);
    this.conserto = conserto;
    this.isFinal = isFinal;
    this.waitMs = waitMs;
  }
}
