/**
 * The pace of a long task in a worker: what it is given runs in a turn of its own,
 * by a message to itself, which waits behind those of the page and unlike a timer
 * is not held back. One task waits at a time: a newer one takes the place of the older.
 */
export function ownTurn(): (task: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  let next: (() => void) | null = null;
  port2.onmessage = () => {
    const task = next;
    next = null;
    task?.();
  };
  return (task) => {
    next = task;
    port1.postMessage(null);
  };
}
