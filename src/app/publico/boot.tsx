import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactElement, StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import geografiaUrl from "@generated/geografia.json?url";
import { type GeografiaPublica, parseGeografia } from "../../data/publico/geografia.ts";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import type { BasePublica } from "../../views/transparencia/parte.ts";
import { BaseProvider } from "./base.ts";
import { createPublicRouter, loadPage } from "./router.tsx";

/** Fetches the map of the place and draws the public edition; a failure offers a retry. */
export async function boot(container: HTMLElement): Promise<void> {
  // Asked for beside the map; where it does not come, the page says so when it is drawn.
  loadPage().catch(() => undefined);
  await draw(createRoot(container));
}

async function draw(root: Root): Promise<void> {
  try {
    // Only the WebGL drawing asks for a geometry by address, and this edition has none.
    root.render(<App base={{ ...(await fetchGeografia()), topologyUrl: "" }} />);
  } catch (error) {
    root.render(
      <main className="shell-message">
        <ErrorState
          titulo="O mapa dos municípios não pôde ser lido"
          mensagem="O arquivo inicial da página não chegou ou chegou incompleto."
          conserto="Verifique a conexão e tente de novo. Se a página foi copiada para outro lugar, confira se todos os arquivos foram junto."
          detalhe={error instanceof Error ? error.message : String(error)}
          onTentarDeNovo={() => void draw(root)}
        />
      </main>,
    );
  }
}

async function fetchGeografia(): Promise<GeografiaPublica> {
  const response = await fetch(geografiaUrl);
  if (!response.ok) throw new Error(`${geografiaUrl}: HTTP ${response.status}`);
  return parseGeografia(await response.json());
}

interface Services {
  readonly router: ReturnType<typeof createPublicRouter>;
  readonly queryClient: QueryClient;
}

let current: Services | null = null;

function App({ base }: { readonly base: BasePublica }): ReactElement {
  current ??= { router: createPublicRouter(), queryClient: new QueryClient() };
  return (
    <StrictMode>
      <BaseProvider value={base}>
        <QueryClientProvider client={current.queryClient}>
          <RouterProvider router={current.router} />
        </QueryClientProvider>
      </BaseProvider>
    </StrictMode>
  );
}
