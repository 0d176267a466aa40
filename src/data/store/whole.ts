import { isQuota } from "./room.ts";

interface Transaction {
  readonly done: Promise<void>;
  readonly abort: () => void;
}

/**
 * Runs the requests of a transaction and waits for its end: all of them or none.
 * Left to itself, a transaction whose caller gave up half-way commits that half.
 * Rejects with the reason; where the browser ended it for lack of room, with that.
 */
export async function whole<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  const end = transaction.done.then(
    () => null,
    (reason: unknown) => ({ reason }),
  );
  let result: T;
  try {
    result = await work();
  } catch (error) {
    abort(transaction);
    const ended = await end;
    throw isQuota(ended?.reason) ? ended?.reason : error;
  }
  const ended = await end;
  if (ended !== null) throw ended.reason;
  return result;
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // Already ended, which is what was wanted.
    if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
  }
}
