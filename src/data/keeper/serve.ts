/** Has the worker this runs in answer by `runner`; see `keeperRunner`. */
export function serveKeeper<Request, Message>(
  runner: (mundo: { readonly post: (mensagem: Message) => void; readonly now: () => number }) => (pedido: Request) => void,
): void {
  const run = runner({
    post: (mensagem) => {
      self.postMessage(mensagem);
    },
    now: () => performance.now(),
  });
  self.onmessage = ({ data }: MessageEvent<Request>): void => {
    run(data);
  };
}
