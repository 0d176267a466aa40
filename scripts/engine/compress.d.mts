export interface CompressionReport {
  readonly files: number;
  readonly bytes: number;
  readonly br: number;
  readonly gz: number;
  /** Files that went out at quality 9 because their best copy is not in the cache yet. */
  readonly waitingForBest: readonly string[];
}

export interface CompressionOptions {
  /** Wait for brotli 11 of the large files too (minutes). */
  readonly best?: boolean;
  /** Make the missing best copies in another process; default: yes, except under CI. */
  readonly background?: boolean;
  readonly cache?: string;
  /** Files up to this size get brotli 11 at once. */
  readonly largeBytes?: number;
}

/** Writes `.br` and `.gz` beside every compressible file of `dir`; safe to call again. */
export function precompress(dir: string, options?: CompressionOptions): Promise<CompressionReport>;

/** Makes the best brotli of one file in the cache; false when another process is at it. */
export function compressBest(path: string, cache?: string): Promise<boolean>;
