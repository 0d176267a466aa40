import { useMemo, useState } from "react";
import { celula } from "../../../core/absence.ts";
import { compareNames } from "../../../core/format.ts";
import type { NotaPublicada } from "../../../core/publico/visitas.ts";
import { fold } from "../../../core/search.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SearchField } from "../../../ui/filters/SearchField.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { SEM_NOTAS, SOBRE_AS_NOTAS } from "./textos.ts";
import type { ComVisitas } from "./props.ts";

/** What the method gives each municipality, by name and without position. */
export function Notas({ visitas, nome, cabecalho, enderecoDe }: ComVisitas) {
  const { notas, metodo } = visitas;
  const [busca, setBusca] = useState("");
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const todas = useMemo(() => [...(notas ?? [])].sort((a, b) => compareNames(nome(a.codigo), nome(b.codigo))), [notas, nome]);
  const linhas = useMemo(() => {
    const procurado = fold(busca);
    return procurado === "" ? todas : todas.filter(({ codigo }) => fold(nome(codigo)).includes(procurado));
  }, [todas, busca, nome]);
  const colunas = useMemo(
    (): TableColumn<NotaPublicada>[] => [
      { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ codigo }) => nome(codigo), render: ({ codigo }) => <a href={enderecoDe("municipio", { codigo })}>{nome(codigo)}</a> },
      { id: "nota", titulo: "Nota", unidade: "0 a 100", tipo: "numero", casas: 2, ordenavel: false, valor: ({ nota }) => celula(nota, "dados-insuficientes") },
      ...metodo.dimensoes.map(
        ({ id, nome: dimensao }, i): TableColumn<NotaPublicada> => ({
          id,
          titulo: dimensao,
          unidade: "pontos",
          tipo: "numero",
          casas: 2,
          ordenavel: false,
          valor: ({ pontos }) => celula(pontos[i] ?? null, "dados-insuficientes"),
        }),
      ),
      { id: "peso", titulo: "Peso com número", unidade: "%", tipo: "numero", casas: 1, ordenavel: false, valor: ({ pesoPresente }) => ({ valor: pesoPresente }) },
    ],
    [metodo, nome, enderecoDe],
  );
  return (
    <section className="parte-secao" aria-labelledby="visitas-notas">
      <h2 id="visitas-notas">A nota de cada município</h2>
      {notas === null ? (
        <p>{SEM_NOTAS}</p>
      ) : (
        <>
          {SOBRE_AS_NOTAS.map((texto) => (
            <p key={texto}>{texto}</p>
          ))}
          <SearchField rotulo="Procurar município" valor={busca} onMudar={setBusca} />
          <DataTable
            legenda="Nota de necessidade de apoio e pontos de cada assunto, por município, em ordem alfabética"
            colunas={colunas}
            linhas={linhas}
            chave={({ codigo }) => codigo}
            ordem={ordem}
            onOrdem={setOrdem}
            vazio={`Nenhum município com “${busca}” no nome. Confira a grafia.`}
            altura="24rem"
            nomeLinhas={["município", "municípios", "m"]}
          />
          <TableCsvButton arquivo="visitas-notas" cabecalho={cabecalho("Nota de necessidade de apoio, por município", [`método ${metodo.sha256}`, `números ${metodo.dados}`], false)} colunas={colunas} linhas={todas} discreto />
        </>
      )}
    </section>
  );
}
