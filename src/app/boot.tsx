import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactElement, StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import engine from "@generated/engine/engine.json";
import databaseUrl from "@generated/mirante.duckdb?url";
import snapshotUrl from "@generated/snapshot.json?url";
import lugaresUrl from "@generated/lugares.json?url";
import topologyUrl from "@generated/malha.topo.json?url";
import wasmUrl from "@generated/engine/duckdb-eh.wasm?url";
import workerUrl from "../data/session/engine-worker.ts?worker&url";
import { createSession } from "../data/session/create-session.ts";
import { parseSnapshot } from "../data/snapshot/parse.ts";
import type { Snapshot } from "../data/snapshot/snapshot.ts";
import { ErrorState } from "../ui/states/ErrorState.tsx";
import { type AppContext, AppContextProvider } from "./app-context.ts";
import { openKeptLoads, prepareKeptLoads } from "./kept-loads.ts";
import { createAppRouter } from "./router.tsx";
import { afterLivePage, startEngineAfterLivePage } from "./start-order.ts";

/** Fetches the first picture and draws the app over it; a failure offers a retry. */
export async function boot(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  await draw(root);
}

async function draw(root: Root): Promise<void> {
  try {
    root.render(<App snapshot={await fetchSnapshot()} />);
  } catch (error) {
    root.render(
      <main className="shell-message">
        <ErrorState
          titulo="O retrato dos municípios não pôde ser lido"
          mensagem="O arquivo inicial do aplicativo não chegou ou chegou incompleto."
          conserto="Verifique a conexão e tente de novo. Se o aplicativo foi copiado para outra pasta, confira se todos os arquivos foram junto."
          detalhe={error instanceof Error ? error.message : String(error)}
          onTentarDeNovo={() => void draw(root)}
        />
      </main>,
    );
  }
}

async function fetchSnapshot(): Promise<Snapshot> {
  const response = await fetch(snapshotUrl);
  if (!response.ok) throw new Error(`${snapshotUrl}: HTTP ${response.status}`);
  return parseSnapshot(await response.json());
}

function App({ snapshot }: { readonly snapshot: Snapshot }): ReactElement {
  const { context, router, queryClient } = services(snapshot);
  return (
    <StrictMode>
      <AppContextProvider value={context}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AppContextProvider>
    </StrictMode>
  );
}

interface Services {
  readonly context: AppContext;
  readonly router: ReturnType<typeof createAppRouter>;
  readonly queryClient: QueryClient;
}

let current: Services | null = null;

/** One engine session, one router and one query cache a page life. */
function services(snapshot: Snapshot): Services {
  if (current !== null) return current;
  const session = createSession({
    wasmUrl,
    wasmBytes: engine.bytes,
    workerUrl,
    databaseUrl,
    snapshot,
    workerViaBlob: document.querySelector('meta[http-equiv="Content-Security-Policy"]') !== null,
  });
  startEngineAfterLivePage(session);
  prepareKeptLoads(session, snapshot);
  void afterLivePage().then(openKeptLoads);
  const context = { snapshot, session, topologyUrl, lugaresUrl };
  current = { context, router: createAppRouter(), queryClient: new QueryClient() };
  return current;
}
