import { useMemo, useState } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import type { EntradaDoPlano } from "../../../core/visitas/plano.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { equipesDe } from "../equipes.ts";
import { COLUNAS_DE_TROCAS_CSV, colunasDeTrocas } from "./colunas.tsx";
import { fraseDasTrocas, trocasEntre, type LinhaDeTroca, type PlanoComparado } from "./model.ts";

interface TrocasProps {
  readonly este: PlanoComparado;
  readonly outro: PlanoComparado;
  readonly entrada: EntradaDoPlano;
  readonly nome: (codigo: number) => string;
  readonly metodo: string;
  readonly cabecalho: ExportHeader;
}

/** Which municipalities two plans treat differently. */
export function Trocas({ este, outro, entrada, nome, metodo, cabecalho }: TrocasProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const linhas = useMemo(
    () => trocasEntre(este.plano, outro.plano, nome, equipesDe(entrada.ajustes, nome)),
    [este.plano, outro.plano, nome, entrada.ajustes],
  );
  const colunas = useMemo(() => colunasDeTrocas(metodo), [metodo]);
  const relativoA = outro.naFrase.startsWith("a ") ? `à ${outro.naFrase.slice(2)}` : `ao ${outro.naFrase.slice(2)}`;
  return (
    <section className="visitas-comparar-bloco" aria-labelledby="visitas-trocas">
      <h2 id="visitas-trocas">Quem muda</h2>
      <p aria-live="polite">{fraseDasTrocas(linhas, relativoA)}</p>
      {linhas.length === 0 ? null : (
        <>
          <DataTable
            legenda={`Municípios que mudam entre este plano e ${outro.naFrase}`}
            colunas={colunas}
            linhas={linhas}
            chave={chave}
            ordem={ordem}
            onOrdem={setOrdem}
            altura="28rem"
            nomeLinhas={["município", "municípios", "m"]}
            vazio="Nenhum município muda."
          />
          <div className="ui-row ui-no-print">
            <TableCsvButton
              arquivo={`trocas-entre-planos-${entrada.ajustes.inicio}`}
              cabecalho={{ ...cabecalho, titulo: `Diferenças entre este plano e ${outro.naFrase}` }}
              colunas={COLUNAS_DE_TROCAS_CSV}
              linhas={linhas}
            />
          </div>
        </>
      )}
    </section>
  );
}

const chave = ({ codigo }: LinhaDeTroca): number => codigo;
