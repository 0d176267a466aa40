import { useState } from "react";
import type { Celula } from "../../src/core/absence.ts";
import type { ExportHeader } from "../../src/core/export-header.ts";
import { count, formatPercent } from "../../src/core/format.ts";
import type { Municipio, Porte } from "../../src/core/municipio.ts";
import { ChartFrame } from "../../src/ui/chart/ChartFrame.tsx";
import { FilterBar, type FilterChange } from "../../src/ui/filters/FilterBar.tsx";
import { MonthField } from "../../src/ui/filters/MonthField.tsx";
import { RangeField } from "../../src/ui/filters/RangeField.tsx";
import { SelectField } from "../../src/ui/filters/SelectField.tsx";
import { NormaLink } from "../../src/ui/norma/NormaLink.tsx";
import { Drawer } from "../../src/ui/panel/Drawer.tsx";
import { SidePanel } from "../../src/ui/panel/SidePanel.tsx";
import { Empty } from "../../src/ui/states/Empty.tsx";
import { ErrorState } from "../../src/ui/states/ErrorState.tsx";
import { Loading } from "../../src/ui/states/Loading.tsx";
import { PageSentence } from "../../src/ui/states/PageSentence.tsx";
import { DataTable } from "../../src/ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../src/ui/table/props.ts";
import { barras, BARRAS, serie, PONTOS, type Barra, type Ponto } from "./kit.gallery.ts";

interface Linha {
  readonly codigo: number;
  readonly nome: string;
  readonly indice: Celula;
  readonly populacao: Celula;
  readonly visita: string | Celula;
}

/** Made-up municipalities; every seventh has no index, and says why. */
export function linhasDeExemplo(total: number): Linha[] {
  return Array.from({ length: total }, (_, i) => ({
    codigo: 9_900_000 + i,
    nome: `Município de exemplo ${i + 1}`,
    indice: i % 7 === 3 ? { ausencia: "dados-insuficientes" } : { valor: ((i * 37) % 1000) / 10 },
    populacao: i % 11 === 5 ? { ausencia: "sem-dado" } : { valor: (i * 7919) % 600_000 },
    visita:
      i % 5 === 0
        ? { ausencia: "nao-carregado" }
        : `2026-${String(1 + (i % 12)).padStart(2, "0")}-15`,
  }));
}

export const COLUNAS: readonly TableColumn<Linha>[] = [
  { id: "nome", titulo: "Município", tipo: "texto", valor: (linha) => linha.nome },
  { id: "indice", titulo: "Índice", unidade: "0 a 100", tipo: "numero", casas: 1, valor: (l) => l.indice },
  { id: "pop", titulo: "População", unidade: "hab.", tipo: "numero", valor: (l) => l.populacao },
  { id: "visita", titulo: "Última visita", tipo: "data", valor: (linha) => linha.visita },
];

const CABECALHO: ExportHeader = {
  titulo: "Denúncias por canal",
  fontes: ["Fonte inventada, 2026"],
  filtros: ["porte Pequeno I"],
  dataReferencia: "2026-05-31",
  demonstracao: true,
};

const COLUNAS_BARRA: readonly TableColumn<Barra>[] = [
  { id: "canal", titulo: "Canal", tipo: "texto", valor: ({ canal }) => canal },
  { id: "casos", titulo: "Casos", tipo: "numero", valor: ({ casos }) => ({ valor: casos }) },
];
const COLUNAS_PONTO: readonly TableColumn<Ponto>[] = [
  { id: "mes", titulo: "Mês", tipo: "data", valor: ({ mes }) => mes.slice(0, 7) },
  {
    id: "casos",
    titulo: "Casos",
    tipo: "numero",
    valor: ({ casos }) => (casos === null ? { ausencia: "nao-publicado" } : { valor: casos }),
  },
];
const chaveBarra = ({ canal }: Barra): string => canal;
const chavePonto = ({ mes }: Ponto): string => mes;
const chaveLinha = ({ codigo }: Linha): number => codigo;
const OPCOES_BARRA = barras(BARRAS);
const OPCOES_SERIE = serie(PONTOS);

const MUNICIPIOS: readonly Municipio[] = linhasDeExemplo(30).map(({ codigo, nome }, i) => ({
  codigo,
  nome,
  regiaoImediata: { codigo: 990_001 + (i % 12), nome: `Região ${1 + (i % 12)}` },
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: (["pequeno-1", "pequeno-2", "medio"] as const)[i % 3] ?? null,
}));

const TOTAL = Number(new URLSearchParams(location.search).get("linhas") ?? 142);
const LINHAS = linhasDeExemplo(TOTAL);
const POUCAS = LINHAS.slice(0, 6);

/** Every widget of the kit in its states, for eyes and for axe. */
export function Widgets() {
  const [filtros, setFiltros] = useState<Required<FilterChange>>({
    regioes: [990_003],
    portes: ["medio"] as readonly Porte[],
    busca: "",
  });
  const [ordem, setOrdem] = useState<TableOrder>({ coluna: "indice", sentido: "desc" });
  const [selecionada, setSelecionada] = useState<number | null>(null);
  const [destacada, setDestacada] = useState<number | null>(null);
  const [canal, setCanal] = useState<string | null>("Presencial");
  const [peso, setPeso] = useState(25);
  const [mes, setMes] = useState("2026-03");
  const [isDrawer, setDrawer] = useState(false);
  const escolhida = LINHAS.find(({ codigo }) => codigo === selecionada);
  return (
    <div className="ui-stack">
      <PageSentence titulo="Prioridades" demonstracao>
        {count(18, "município pede visita", "municípios pedem visita")} neste trimestre; 11 com
        escolha firme.
      </PageSentence>
      <FilterBar
        municipios={MUNICIPIOS}
        {...filtros}
        nomeRegiao="região imediata (IBGE)"
        onMudar={(mudanca) => {
          setFiltros((antes) => ({ ...antes, ...mudanca }));
        }}
      >
        <MonthField rotulo="Desde" valor={mes} min="2025-06" max="2026-05" onMudar={setMes} vazio="o início" />
      </FilterBar>
      <div className="ui-row">
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            setDrawer(true);
          }}
        >
          Ajustar pesos
        </button>
        <button type="button" className="ui-button ui-button-primary">
          Planejar o trimestre
        </button>
        <button type="button" className="ui-button" disabled>
          Indisponível
        </button>
        <NormaLink
          norma={{ id: "cib-02-2022", nomeCurto: "Res. CIB/MT 02/2022", titulo: "Apoio técnico" }}
          artigo="art. 4º, I, c"
        />
      </div>
      <DataTable
        legenda="Municípios de exemplo por índice"
        colunas={COLUNAS}
        linhas={LINHAS}
        chave={chaveLinha}
        ordem={ordem}
        onOrdem={setOrdem}
        selecionada={selecionada}
        onSelecionar={(linha) => {
          setSelecionada(linha.codigo);
        }}
        destacada={destacada}
        onDestacar={(linha) => {
          setDestacada(linha?.codigo ?? null);
        }}
        vazio="Nenhum município com estes filtros."
        altura="20rem"
        nomeLinhas={["município", "municípios", "m"]}
      />
      {escolhida === undefined ? null : (
        <SidePanel
          titulo={escolhida.nome}
          subtitulo="Região 1 · Pequeno I"
          onFechar={() => {
            setSelecionada(null);
          }}
        >
          <p>O que se sabe deste município.</p>
        </SidePanel>
      )}
      <DataTable
        legenda="Tabela curta, sem escolha"
        colunas={COLUNAS}
        linhas={POUCAS}
        chave={chaveLinha}
        ordem={null}
        onOrdem={setOrdem}
        vazio="Nada."
      />
      <ChartFrame
        titulo="Duas em cada três denúncias chegam pela Ouvidoria 162"
        subtitulo="Casos por canal, exemplo, jan. a mai. 2026"
        leitura="Ouvidoria 162 tem 128 casos, presencial 64 e carta nenhum."
        linhas={BARRAS}
        colunas={COLUNAS_BARRA}
        chave={chaveBarra}
        options={OPCOES_BARRA}
        cabecalho={CABECALHO}
        arquivo="denuncias-por-canal"
        onMarca={({ canal: escolhido }) => {
          setCanal(escolhido === canal ? null : escolhido);
        }}
        selecionada={canal}
        legenda={[
          { rotulo: "Casos", cor: "var(--chart-accent)" },
          ...[1, 2, 3, 4, 5, 6].map((n) => ({ rotulo: `Categoria ${n}`, cor: `var(--cat-${n})` })),
          { rotulo: "Outros", cor: "var(--cat-other)" },
        ]}
        altura={148}
        vazio="Nenhuma denúncia com estes filtros."
      />
      <ChartFrame
        titulo="As denúncias ficam abaixo da meta"
        subtitulo="Casos por mês, exemplo, 2026"
        leitura="Os casos vão de 9 a 18 por mês; março ainda não foi publicado."
        linhas={PONTOS}
        colunas={COLUNAS_PONTO}
        chave={chavePonto}
        options={OPCOES_SERIE}
        cabecalho={{ ...CABECALHO, demonstracao: false }}
        arquivo="denuncias-por-mes"
        altura={240}
        vazio="Nenhuma denúncia com estes filtros."
      />
      <SelectField
        rotulo="Indicador"
        valor="b"
        opcoes={[
          { valor: "a", rotulo: "Índice de prioridade" },
          { valor: "b", rotulo: "IVS", grupo: "Vulnerabilidade" },
        ]}
        onMudar={() => undefined}
        ajuda="Escolha o que o mapa mostra."
      />
      <Loading rotulo="carregando o motor de dados" progresso={0.42} altura="4rem" />
      <ErrorState
        titulo="O motor de dados não abriu"
        mensagem="O arquivo do motor não chegou inteiro."
        conserto="Confira a conexão e tente de novo."
        detalhe="TypeError: Failed to fetch"
        onTentarDeNovo={() => undefined}
      />
      <Empty
        mensagem="Nenhuma denúncia com estes filtros."
        acao={
          <button type="button" className="ui-button">
            Limpar filtros
          </button>
        }
      />
      <Drawer
        aberto={isDrawer}
        titulo="Pesos"
        onFechar={() => {
          setDrawer(false);
        }}
      >
        <RangeField
          rotulo="Vulnerabilidade"
          valor={peso}
          min={0}
          max={100}
          formato={(valor) => formatPercent(valor, 0)}
          onMudar={setPeso}
        />
      </Drawer>
    </div>
  );
}
