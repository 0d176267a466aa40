import { useState } from "react";
import type { ItemDaAgenda } from "../../../data/denuncias/perguntas.ts";
import { downloadBlob } from "../../../ui/download/download.ts";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { unidadeDoItem } from "./colunas.tsx";

interface BaixarIcsProps extends Pick<ParteDeDenunciasProps, "doTerritorio" | "ajustes" | "nome" | "norma" | "cabecalho" | "hoje"> {
  readonly itens: readonly ItemDaAgenda[];
}

/** Saves the dues as a calendar; the writer is loaded when asked for. */
export function BaixarIcs({ itens, doTerritorio, ajustes, nome, norma, cabecalho, hoje }: BaixarIcsProps) {
  const [aviso, setAviso] = useState("");
  const [fazendo, setFazendo] = useState(false);
  const { regra } = ajustes;
  const { prazos } = doTerritorio;
  const baixar = async (): Promise<void> => {
    const { AgendaGrande, escreverAgenda } = await import("../../../data/denuncias/exportar/agenda-ics.ts");
    const titulo = cabecalho("Prazos das denúncias: uso interno");
    try {
      const texto = await escreverAgenda(itens, {
        prazos,
        regra,
        unidade: (item) => unidadeDoItem(item, { nome, norma, doTerritorio, regra }),
        norma: (id) => norma(id)?.nomeCurto ?? id,
        cabecalho: titulo,
        agora: new Date().toISOString(),
      });
      downloadBlob(`denuncias-agenda-${hoje}${titulo.demonstracao ? "-demonstracao" : ""}.ics`, new Blob([texto], { type: "text/calendar;charset=utf-8" }));
      setAviso("");
    } catch (error) {
      console.error("agenda not written", error);
      setAviso(
        error instanceof AgendaGrande
          ? `O calendário não foi feito: ${error.message}.`
          : "O calendário não pôde ser gerado: tente de novo ou baixe o CSV.",
      );
    }
  };
  return (
    <>
      <button
        type="button"
        className="ui-button"
        disabled={itens.length === 0 || fazendo}
        onClick={() => {
          setFazendo(true);
          void baixar().finally(() => {
            setFazendo(false);
          });
        }}
      >
        {fazendo ? "Gerando o calendário…" : "Baixar para o calendário (.ics)"}
      </button>
      <span role="status" className={aviso === "" ? "ui-hidden" : "ui-small"}>
        {aviso}
      </span>
    </>
  );
}
