import { useEffect, useRef, useState } from "react";
import { count } from "../../../core/format.ts";
import type { Escolha } from "../../../core/mescla/index.ts";
import type { Palavras } from "../../../data/trabalho/palavras.ts";
import type { ProblemaDoTrabalho } from "../../../data/trabalho/arquivo.ts";
import type { PreviaDaImportacao } from "../../../data/trabalho/previa.ts";
import { createTrocaClient, TrocaInterrompida, type TrocaClient } from "../../../data/trabalho/troca-client.ts";
import type { Etapa, TrabalhoDaPagina } from "../../../data/trabalho/troca-mensagens.ts";
import { downloadBlob } from "../../../ui/download/download.ts";
import { escopoDoTrabalho, type TrabalhoEmUso } from "../../../ui/trabalho/use-trabalho.ts";

/** Where the exchange of files stands. */
export type EstadoDaTroca =
  | { readonly passo: "parado"; readonly dito: string }
  | { readonly passo: "andando"; readonly oQue: "exportar" | "importar"; readonly etapa: Etapa; readonly arquivo: string }
  | { readonly passo: "recusado"; readonly arquivo: string; readonly problemas: readonly ProblemaDoTrabalho[]; readonly total: number }
  | { readonly passo: "mostrando"; readonly arquivo: string; readonly previa: PreviaDaImportacao; readonly avisos: readonly Palavras[] }
  | { readonly passo: "falhou"; readonly oQue: string; readonly detalhe: string };

export interface TrocaEmUso {
  readonly estado: EstadoDaTroca;
  readonly cliente: TrocaClient;
  readonly exportar: () => void;
  readonly preparar: (arquivo: File) => void;
  readonly concluir: (escolhas: ReadonlyMap<string, Escolha>, resto: "meu" | "deles" | null) => void;
  /** Stops what is under way, or leaves what is shown; nothing has changed. */
  readonly largar: () => void;
}

const PARADO: EstadoDaTroca = { passo: "parado", dito: "" };

/** Exports and imports of one tab: in a worker, which reads and writes what the browser keeps. */
export function useTroca(trabalho: TrabalhoEmUso, uf: string): TrocaEmUso {
  const [estado, setEstado] = useState<EstadoDaTroca>(PARADO);
  const [cliente] = useState(createTrocaClient);
  const passo = useRef(estado);
  useEffect(() => {
    passo.current = estado;
  });
  useEffect(
    () => () => {
      const { current } = passo;
      // What is being written ends by itself; closing it would leave unsaid whether it did.
      if (!(current.passo === "andando" && current.etapa === "gravando")) cliente.cancelar();
    },
    [cliente],
  );
  const { aba } = trabalho;

  const daPagina = async (): Promise<TrabalhoDaPagina> => ({
    escopo: escopoDoTrabalho(uf),
    territorio: uf,
    pendentes: (await aba.guarda()).porGravar(),
  });
  const fazer = (oQue: "exportar" | "importar", arquivo: string, etapa: Etapa, tarefa: (onEtapa: (etapa: Etapa) => void) => Promise<EstadoDaTroca>): void => {
    const andando = (agora: Etapa): void => {
      setEstado({ passo: "andando", oQue, etapa: agora, arquivo });
    };
    andando(etapa);
    tarefa(andando).then(setEstado, (error: unknown) => {
      if (error instanceof TrocaInterrompida && error.isCancelada) setEstado({ passo: "parado", dito: "Nada mudou." });
      else setEstado({ passo: "falhou", oQue: oQue === "exportar" ? "O trabalho não foi exportado" : "O arquivo não foi trazido", detalhe: String(error) });
    });
  };

  return {
    estado,
    cliente,
    exportar() {
      fazer("exportar", "", "escrevendo-o-arquivo", async (onEtapa) => {
        const { nome, arquivo, registros, avisos } = await cliente.exportar(await daPagina(), onEtapa);
        downloadBlob(nome, arquivo);
        // Where the browser keeps nothing, the file is where the work is.
        aba.exportado();
        await aba.gravar([]);
        return { passo: "parado", dito: [`${count(registros, "registro", "registros")} em ${nome}.`, ...avisos.map(({ motivo, conserto }) => `${motivo} ${conserto}`)].join(" ") };
      });
    },
    preparar(arquivo) {
      fazer("importar", arquivo.name, "lendo-o-arquivo", async (onEtapa) => {
        const preparado = await cliente.preparar(await daPagina(), arquivo, onEtapa);
        return preparado.previa === null
          ? { passo: "recusado", arquivo: arquivo.name, problemas: preparado.problemas, total: preparado.total }
          : { passo: "mostrando", arquivo: arquivo.name, previa: preparado.previa, avisos: preparado.avisos };
      });
    },
    concluir(escolhas, resto) {
      const arquivo = estado.passo === "mostrando" ? estado.arquivo : "";
      fazer("importar", arquivo, "gravando", async (onEtapa) => {
        const { gravacao, porGravar } = await cliente.concluir({ escolhas: [...escolhas], resto }, onEtapa);
        await aba.gravar(porGravar);
        await aba.reler();
        const sobra = gravacao.aviso === null ? "" : ` ${gravacao.aviso.motivo} ${gravacao.aviso.conserto}`;
        return { passo: "parado", dito: `O que havia em ${arquivo} está aqui.${sobra}` };
      });
    },
    largar() {
      cliente.cancelar();
      setEstado({ passo: "parado", dito: estado.passo === "mostrando" ? "Nada foi trazido: o seu trabalho está como antes." : "" });
    },
  };
}
