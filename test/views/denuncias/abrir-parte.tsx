import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ComponentType } from "react";
import { ESTADOS_DO_PRAZO } from "../../../src/core/denuncias/prazos.ts";
import type { NomeDaPergunta, Perguntas, ResumoDaFila } from "../../../src/data/denuncias/perguntas.ts";
import type { CargaDoRelogio, RespostaDoRelogio } from "../../../src/data/denuncias/relogio-mensagens.ts";
import type { RelogioDaAba } from "../../../src/data/denuncias/relogio-aba.ts";
import type { RelogioEmUso } from "../../../src/ui/denuncias/use-relogio.ts";
import { PADRAO, type Estado } from "../../../src/views/denuncias/estado.ts";
import type { ParteDeDenunciasProps } from "../../../src/views/denuncias/parte.ts";
import { render, settle, type Rendered } from "../../ui/render.tsx";
import { SessionByHand } from "../../ui/session-double.ts";
import { PACTO } from "../../core/pacto/caso.ts";
import { MUNICIPIOS, SNAPSHOT, TERRITORIO } from "../prioridades/fixture.ts";
import { MANIFESTACAO, RESPOSTA } from "./fluxo/amostra.ts";

/** What each question is answered with. */
export type Respostas = { readonly [N in NomeDaPergunta]?: (pede: Perguntas[N]["pede"]) => Perguntas[N]["responde"] };

export const CARGA: CargaDoRelogio = {
  casos: 100,
  eventos: 400,
  repetidas: 3,
  eventosSemCaso: 2,
  protocolosSemCaso: ["X-1", "X-2"],
  primeiroRegistro: "2024-01-02",
  ultimoRegistro: "2026-10-30",
  ms: 1,
};

export const RESUMO: ResumoDaFila = {
  casos: 90,
  abertos: 40,
  encerrados: 50,
  apensadas: 10,
  comInconsistencia: 12,
  porEstadoDoPrazo: Object.fromEntries(ESTADOS_DO_PRAZO.map((estado) => [estado, 0])) as ResumoDaFila["porEstadoDoPrazo"],
  semPrazo: 0,
  divididos: 0,
  porEspera: { ouvidoria: 3, estado: 0, municipio: 3, ninguem: 0, principal: 0 },
};

const FILTRO: ParteDeDenunciasProps["filtro"] = {
  de: null,
  ate: null,
  canais: [],
  temas: [],
  municipios: null,
  superintendencias: [],
  esperas: [],
  prazos: [],
  estadosDoPrazo: [],
};

const AJUSTES: ParteDeDenunciasProps["ajustes"] = {
  hoje: "2026-10-31",
  regra: null,
  prazos: [RESPOSTA, MANIFESTACAO],
  parados: [],
  facultativosParados: true,
  sede: 9900001,
  superintendenciaDoTema: {},
};

/** The clock's process, with the answers given; one that is not given fails. */
function relogioCom(respostas: Respostas): RelogioEmUso {
  const fixos = { numero: 1, ajustes: AJUSTES };
  const aba: RelogioDaAba = {
    extratos: () => ({ demonstracao: true, deLado: null, versao: 1 }),
    fixar: () => fixos,
    carregar: () => Promise.resolve(CARGA),
    perguntar: <N extends NomeDaPergunta>(_: typeof AJUSTES, nome: N, pede: Perguntas[N]["pede"]): Promise<RespostaDoRelogio<N>> => {
      const responder = respostas[nome];
      return responder === undefined
        ? Promise.reject(new Error(`nobody answers ${nome}`))
        : Promise.resolve({ resposta: responder(pede), msDoPreparo: 0, msDaPergunta: 0 });
    },
  };
  return { carga: { estado: "pronto", carga: CARGA }, demonstracao: true, deLado: null, aviso: null, ajustes: fixos, aba, versao: 1 };
}

export interface ParteAberta extends Rendered {
  /** State of the address, as the part left it. */
  readonly estado: () => Estado;
}

/** Lets answers come until nothing on screen waits for one, and the screen says `texto`. */
export async function respondida(host: HTMLElement, texto = ""): Promise<void> {
  for (let vez = 0; vez < MAXIMO_DE_VEZES; vez += 1) {
    await settle();
    if (host.querySelector(".states-loading, [aria-busy=true]") === null && host.textContent.includes(texto)) return;
  }
  throw new Error(`the screen still waits for an answer, or does not say "${texto}"`);
}

const MAXIMO_DE_VEZES = 100;

/** Opens a part of `#/denuncias` over answers given by hand, and lets them come. */
export async function abrirParte(
  Parte: ComponentType<ParteDeDenunciasProps>,
  respostas: Respostas,
  inicial: Partial<Estado> = {},
): Promise<ParteAberta> {
  const relogio = relogioCom(respostas);
  const client = new QueryClient();
  const session = new SessionByHand();
  let agora: Estado = { ...PADRAO, ...inicial };
  function Pagina() {
    const [estado, setEstado] = useState(agora);
    const mudar = (mudanca: Partial<Estado>): void => {
      agora = { ...agora, ...mudanca };
      setEstado(agora);
    };
    return (
      <Parte
        territorio={TERRITORIO}
        doTerritorio={{
          norma: TERRITORIO.normas[0]?.id ?? null,
          prazos: AJUSTES.prazos,
          superintendencias: [],
          ouvidoria: "Ouvidoria",
          gabinete: "Gabinete",
          facultativos: [],
          notas: [],
        }}
        municipios={MUNICIPIOS}
        mesh={SNAPSHOT.mesh}
        nome={(codigo) => MUNICIPIOS.find((m) => m.codigo === codigo)?.nome ?? `município ${codigo}`}
        nomesRegioes={new Map()}
        norma={(id) => TERRITORIO.normas.find((norma) => norma.id === id) ?? null}
        lerPacto={() => Promise.resolve(PACTO)}
        relogio={relogio}
        filtro={FILTRO}
        ajustes={AJUSTES}
        doUsuario={[]}
        estado={estado}
        mudar={mudar}
        filtrar={mudar}
        cabecalho={(titulo) => ({ titulo, fontes: [], filtros: [], dataReferencia: "2026-10-31", demonstracao: true })}
        demonstracao
        hoje="2026-10-31"
        snapshot={SNAPSHOT}
        session={session}
        topologyUrl=""
        lugaresUrl=""
      />
    );
  }
  const aberta = render(
    <QueryClientProvider client={client}>
      <Pagina />
    </QueryClientProvider>,
  );
  await respondida(aberta.host);
  return { ...aberta, estado: () => agora };
}
