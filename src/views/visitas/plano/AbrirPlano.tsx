import { useState } from "react";
import type { EntradaDoPlano } from "../../../core/visitas/plano.ts";
import { calendarioDaAba } from "../../../data/visitas/export/calendario-da-aba.ts";
import { readPlanFile } from "../../../data/visitas/plan-file.ts";
import { FileButton } from "../../../ui/file/FileButton.tsx";
import { Frases } from "../Frases.tsx";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";

/** Longest plan file read, in bytes. */
const TAMANHO_MAXIMO = 20_000_000;

export type Abertura =
  | { readonly aberto: true; readonly feito: PlanoFeito; readonly calendario: unknown }
  | { readonly aberto: false; readonly frases: readonly string[] };

/** Reads a plan's file over the municipalities in use. Rejects when the browser cannot read the file. */
export async function lerPlano(file: File, entrada: EntradaDoPlano): Promise<Abertura> {
  if (file.size > TAMANHO_MAXIMO) return { aberto: false, frases: ["O arquivo é grande demais para ser um plano. Confira se é o arquivo certo."] };
  const { arquivo, problemas } = readPlanFile(await file.text());
  if (arquivo === null) return { aberto: false, frases: problemas.map(({ mensagem, conserto }) => `${mensagem} ${conserto}`) };
  const doPlano = { ...entrada, ajustes: arquivo.ajustes, hoje: arquivo.hoje };
  return {
    aberto: true,
    calendario: arquivo.calendario,
    feito: {
      plano: arquivo.plano,
      entrada: doPlano,
      gulosa: null,
      ordemDaLista: null,
      limitadoPor: doPlano,
      metodo: arquivo.metodo.sha256,
      dados: arquivo.dados.sha256,
      origem: "arquivo",
    },
  };
}

/** The button that opens a `.mirante.json`, with what became of it. */
export function AbrirPlano({ entrada, aplicar }: Pick<ParteDeVisitasProps, "entrada" | "aplicar">) {
  const [frases, setFrases] = useState<readonly string[]>([]);
  const abrir = async (file: File, atual: EntradaDoPlano): Promise<void> => {
    const lido = await lerPlano(file, atual);
    if (!lido.aberto) {
      setFrases([...lido.frases, "Nada mudou."]);
      return;
    }
    const recusa = await aplicar({ tipo: "abrir", feito: lido.feito });
    if (recusa === null && lido.calendario !== null) calendarioDaAba.adotar(lido.calendario);
    setFrases(recusa === null ? [`${file.name} está na tela.`] : [recusa, "Nada mudou."]);
  };
  return (
    <div className="visitas-abrir ui-no-print">
      <FileButton
        rotulo="Abrir um plano (.mirante.json)"
        aceita=".json,application/json"
        desligado={entrada === null}
        onArquivo={(file) => {
          if (entrada === null) return;
          abrir(file, entrada).catch((error: unknown) => {
            console.error("plan file not read", error);
            setFrases([`${file.name} não pôde ser lido: escolha o arquivo de novo.`]);
          });
        }}
      />
      <Frases frases={frases} />
    </div>
  );
}
