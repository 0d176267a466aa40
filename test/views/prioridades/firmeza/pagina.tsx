import { useMemo, useState } from "react";
import { methodDiff } from "../../../../src/core/metodo/method-diff.ts";
import type { Metodo } from "../../../../src/core/metodo/method.ts";
import { createDrawsClient, type DrawsClient, type DrawsWorker } from "../../../../src/data/metodo/draws-client.ts";
import { drawsRunner } from "../../../../src/data/metodo/draws-run.ts";
import { vinculosDoMetodo } from "../../../../src/data/metodo/bonds.ts";
import type { Base } from "../../../../src/ui/use-base.ts";
import { cabecalhoDe } from "../../../../src/views/prioridades/cabecalho.ts";
import { ESTADO_PADRAO, type Estado } from "../../../../src/views/prioridades/estado.ts";
import Firmeza from "../../../../src/views/prioridades/firmeza/Firmeza.tsx";
import type { MetodoEmVigor } from "../../../../src/ui/metodo/use-metodo.ts";
import { useModelo } from "../../../../src/views/prioridades/use-model.ts";
import { useSorteios } from "../../../../src/views/prioridades/use-sorteios.ts";
import { CATALOGO, COLUNAS, FONTES, METODO, MUNICIPIOS, SNAPSHOT, TERRITORIO } from "../fixture.ts";

const BASE: Base = {
  municipios: MUNICIPIOS,
  colunas: COLUNAS,
  catalogo: CATALOGO,
  mesh: SNAPSHOT.mesh,
  origem: "instantaneo",
  dataReferencia: SNAPSHOT.dataReferencia,
  proveniencia: () => null,
  carregando: false,
  erro: null,
};

/** The worker's own code on this thread: messages by timers, as between threads. */
export class WorkerAqui implements DrawsWorker {
  onmessage: DrawsWorker["onmessage"] = null;
  onerror: DrawsWorker["onerror"] = null;
  onmessageerror: DrawsWorker["onmessageerror"] = null;
  private readonly run = drawsRunner({
    post: (data) => {
      setTimeout(() => this.onmessage?.(new MessageEvent("message", { data })), 0);
    },
    now: () => performance.now(),
    later: (task) => {
      setTimeout(task, 0);
    },
  });
  postMessage: DrawsWorker["postMessage"] = (request) => {
    setTimeout(() => {
      this.run(request);
    }, 0);
  };
  terminate = (): void => {
    this.postMessage({ tipo: "parar" });
  };
}

export const comWorkerAqui = (): DrawsClient => createDrawsClient(() => new WorkerAqui());

interface PaginaProps {
  readonly metodo?: Metodo;
  readonly estado?: Partial<Estado>;
  readonly abrir?: () => DrawsClient;
  readonly lugaresUrl?: string;
  readonly onEstado?: (mudanca: Partial<Estado>) => void;
}

/** The part as the page shows it, with an address and a method of its own. */
export function Pagina({ metodo: inicial = METODO, estado: doEndereco = {}, abrir = comWorkerAqui, lugaresUrl = "about:blank", onEstado }: PaginaProps) {
  const [estado, setEstado] = useState<Estado>({ ...ESTADO_PADRAO, parte: "firmeza", ...doEndereco });
  const [metodo, setMetodo] = useState(inicial);
  const modelo = useModelo(SNAPSHOT, BASE, estado, metodo);
  const sorteios = useSorteios(modelo, true, abrir);
  const emVigor: MetodoEmVigor = {
    padrao: METODO,
    metodo,
    mudado: methodDiff(METODO, metodo) !== "",
    problemas: [],
    avisos: [],
    mudar: (novo) => {
      const problemas = vinculosDoMetodo(novo, CATALOGO);
      if (problemas.length === 0) setMetodo(novo);
      return problemas;
    },
    voltar: () => {
      setMetodo(METODO);
    },
  };
  const { preparada, scores } = modelo;
  const contexto = useMemo(
    () => ({ preparada, scores, catalogo: CATALOGO, colunas: COLUNAS, fontes: FONTES, municipios: MUNICIPIOS }),
    [preparada, scores],
  );
  const cabecalho = cabecalhoDe({ ...contexto, medida: modelo.medida, eIndice: true, metodo, hashDados: modelo.hashDados, filtros: [], dataReferencia: BASE.dataReferencia });
  return (
    <Firmeza
      territorio={TERRITORIO}
      modelo={modelo}
      emVigor={emVigor}
      contexto={contexto}
      sorteios={sorteios}
      visitas={{ estado: "pronto", ultima: new Map(), demonstracao: false, erro: null }}
      estado={estado}
      mudar={(mudanca) => {
        onEstado?.(mudanca);
        setEstado({ ...estado, ...mudanca });
      }}
      cabecalho={cabecalho}
      dataReferencia={BASE.dataReferencia}
      lugaresUrl={lugaresUrl}
    />
  );
}
