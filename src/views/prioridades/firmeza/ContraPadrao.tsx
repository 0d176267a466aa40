import { useMemo, useState } from "react";
import { celula } from "../../../core/absence.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import type { Contexto } from "../explicacao.ts";
import type { MetodoEmVigor } from "../../../ui/metodo/use-metodo.ts";
import { Baixar } from "./Baixar.tsx";
import { fraseDasTrocas, trocasContraPadrao, type LinhaTroca } from "./trocas.ts";

interface ContraPadraoProps {
  readonly emVigor: MetodoEmVigor;
  readonly contexto: Contexto;
  readonly cabecalho: ExportHeader;
}

/** Who enters and who leaves the list because the method on the page is not the default. */
export function ContraPadrao({ emVigor: { padrao, metodo, mudado }, contexto, cabecalho }: ContraPadraoProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const { catalogo, colunas, municipios, scores } = contexto;
  const linhas = useMemo(
    () => (mudado ? trocasContraPadrao(padrao, scores.ranks, metodo.k, { catalogo, colunas, municipios }) : []),
    [mudado, padrao, scores.ranks, metodo.k, catalogo, colunas, municipios],
  );
  return (
    <section className="prioridades-bloco" aria-labelledby="firmeza-padrao">
      <h3 id="firmeza-padrao">O que mudou em relação ao método padrão?</h3>
      <p>{mudado ? fraseDasTrocas(linhas, metodo.k) : "O método em vigor é o padrão: não há o que comparar. Mude um peso e veja aqui quem entra e quem sai."}</p>
      {linhas.length === 0 ? null : (
        <>
          <DataTable
            legenda="Quem entra e quem sai da lista em relação ao método padrão"
            colunas={COLUNAS}
            linhas={linhas}
            chave={chave}
            ordem={ordem}
            onOrdem={setOrdem}
            vazio=""
            nomeLinhas={["município", "municípios", "m"]}
          />
          <Baixar
            rotulo="de quem entra e quem sai"
            arquivo="prioridades-contra-o-padrao"
            cabecalho={{ ...cabecalho, titulo: `Quem entra e quem sai dos ${metodo.k} da lista em relação ao método padrão` }}
            colunas={COLUNAS_CSV}
            linhas={linhas}
          />
        </>
      )}
    </section>
  );
}

const chave = ({ codigo }: LinhaTroca): number => codigo;

const COLUNAS: readonly TableColumn<LinhaTroca>[] = [
  { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
  { id: "troca", titulo: "Na lista", tipo: "texto", valor: ({ troca }) => troca },
  { id: "antes", titulo: "Posição no método padrão", tipo: "numero", valor: ({ antes }) => celula(antes, "dados-insuficientes") },
  { id: "agora", titulo: "Posição agora", tipo: "numero", valor: ({ agora }) => celula(agora, "dados-insuficientes") },
];

const COLUNAS_CSV: readonly TableColumn<LinhaTroca>[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ codigo }) => String(codigo) },
  ...COLUNAS,
];
