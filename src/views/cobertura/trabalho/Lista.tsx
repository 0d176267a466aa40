import { useMemo, useState } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { capitalize, compareNames } from "../../../core/format.ts";
import { type Registro, TIPOS } from "../../../core/mescla/index.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SearchField } from "../../../ui/filters/SearchField.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { diaDoTrabalho } from "../../../ui/trabalho/dia-do-trabalho.ts";
import { type NomesDosRegistros, TIPO_ROTULO } from "../../../ui/trabalho/titulos.ts";
import type { EstadoDoTrabalhoNaTela } from "./estado-da-parte.ts";
import { colunasDoTrabalho, filtrarLinhas, type LinhaDoTrabalho, linhasDoTrabalho } from "./linhas.ts";
import { useBusca } from "./use-busca.ts";

interface ListaProps {
  readonly registros: readonly Registro[];
  readonly nomes: NomesDosRegistros;
  readonly hoje: CivilDate;
  readonly filtro: EstadoDoTrabalhoNaTela;
  readonly cabecalho: Omit<ExportHeader, "filtros">;
  readonly onFiltro: (mudanca: Partial<EstadoDoTrabalhoNaTela>) => void;
  readonly onEditar: (registro: Registro) => void;
}

/** Everything the user entered, to find, read and open. */
export function Lista({ registros, nomes, hoje, filtro, cabecalho, onFiltro, onEditar }: ListaProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [busca, setBusca] = useState("");
  const todas = useMemo(() => linhasDoTrabalho(registros, nomes, diaDoTrabalho(hoje)), [registros, nomes, hoje]);
  const doFiltro = useMemo(() => filtrarLinhas(todas, filtro), [todas, filtro]);
  const linhas = useBusca(doFiltro, busca, nomes);
  const colunas = useMemo(() => colunasDoTrabalho(nomes), [nomes]);
  const visiveis = useMemo(() => (linhas.some(({ problema }) => problema !== "") ? colunas : colunas.filter(({ id }) => id !== "problema")), [colunas, linhas]);
  const municipios = useMemo(() => {
    const codigos = [...new Set(todas.flatMap(({ municipio }) => municipio ?? []))];
    return codigos.map((codigo) => ({ valor: String(codigo), rotulo: nomes.nome(codigo) })).sort((a, b) => compareNames(a.rotulo, b.rotulo));
  }, [todas, nomes]);
  if (registros.length === 0) return null;
  const filtros = [
    ...(filtro.tipo === null ? [] : [`o que é: ${TIPO_ROTULO[filtro.tipo].um}`]),
    ...(filtro.municipio === null ? [] : [`município: ${nomes.nome(filtro.municipio)}`]),
    ...(busca === "" ? [] : [`busca: ${busca}`]),
  ];
  return (
    <section className="trabalho-lista" aria-labelledby="trabalho-lista">
      <h2 id="trabalho-lista">O que você anotou</h2>
      <div className="filters-fields">
        <SelectField
          rotulo="O que é"
          valor={filtro.tipo ?? ""}
          opcoes={[{ valor: "", rotulo: "Tudo" }, ...TIPOS.map((tipo) => ({ valor: tipo, rotulo: capitalize(TIPO_ROTULO[tipo].varios) }))]}
          onMudar={(tipo) => {
            onFiltro({ tipo: TIPOS.find((cada) => cada === tipo) ?? null });
          }}
        />
        <SelectField
          rotulo="Município"
          valor={String(filtro.municipio ?? "")}
          opcoes={[{ valor: "", rotulo: "Todos" }, ...municipios]}
          onMudar={(municipio) => {
            onFiltro({ municipio: municipio === "" ? null : Number(municipio) });
          }}
        />
        <SearchField rotulo="Buscar no que anotou" valor={busca} onMudar={setBusca} />
      </div>
      <DataTable
        legenda="O que você anotou; Enter abre a linha para editar"
        colunas={visiveis}
        linhas={linhas}
        chave={chaveDa}
        ordem={ordem}
        onOrdem={setOrdem}
        onSelecionar={({ registro }) => {
          onEditar(registro);
        }}
        vazio="Nada do que você anotou é deste filtro."
        nomeLinhas={["registro", "registros", "m"]}
      />
      <div className="ui-row">
        <TableCsvButton arquivo={`meu-trabalho-${hoje}`} cabecalho={{ ...cabecalho, filtros }} colunas={colunas} linhas={linhas} discreto />
      </div>
    </section>
  );
}

function chaveDa({ registro }: LinhaDoTrabalho): string {
  return registro.id;
}
