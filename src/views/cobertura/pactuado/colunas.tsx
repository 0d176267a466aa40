import { AUSENCIA_ROTULO } from "../../../core/absence.ts";
import { formatCelula, formatNumber } from "../../../core/format.ts";
import type { Pacto } from "../../../core/pacto/index.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { comSinal } from "./frases.ts";
import { Marca } from "./Marca.tsx";
import { estrategiasDoPacto, type LinhaDaMatriz, type SituacaoDaLinha } from "./matriz.ts";

type Coluna = TableColumn<LinhaDaMatriz>;

const SITUACAO_ROTULO: Readonly<Record<SituacaoDaLinha, string>> = {
  realizada: "realizada",
  "sem-nada": "nada realizado",
  "a-parte": "contado à parte",
};

const texto = (id: string, titulo: string, valor: (linha: LinhaDaMatriz) => string): Coluna => ({ id, titulo, tipo: "texto", valor });
const numero = (id: string, titulo: string, valor: (linha: LinhaDaMatriz) => number, unidade?: string): Coluna => ({
  id,
  titulo,
  tipo: "numero",
  valor: (linha) => ({ valor: valor(linha) }),
  ...(unidade === undefined ? {} : { unidade }),
});
const parte = (id: string, titulo: string, valor: Coluna["valor"]): Coluna => ({ id, titulo, unidade: "%", tipo: "numero", casas: 1, valor });

const SITUACAO = texto("situacao", "Situação", ({ situacao }) => SITUACAO_ROTULO[situacao]);
const REALIZADOS = numero("realizados", "Realizados", ({ realizados }) => realizados, "eventos");
const PREVISTOS = numero("previstos", "Previstos adiante", ({ previstos }) => previstos, "eventos");
const VENCIDOS = numero("vencidos", "Previstos que passaram do dia", ({ previstosVencidos }) => previstosVencidos, "eventos");
const MUNICIPIOS = numero("municipios", "Municípios alcançados", ({ municipios }) => municipios);
const DOS_MUNICIPIOS = parte("parte-municipios", "Dos municípios", ({ parteDosMunicipios }) => parteDosMunicipios);
const DA_POPULACAO = parte("parte-populacao", "Da população", ({ parteDaPopulacao }) => parteDaPopulacao);
const DO_TERCO = parte("parte-necessitados", "Do terço com mais necessidade", ({ parteDosNecessitados }) => parteDosNecessitados);
const PARTICIPANTES: Coluna = {
  id: "participantes",
  titulo: "Participantes",
  unidade: "pessoas",
  tipo: "numero",
  valor: ({ participantes }) => participantes,
};
const SEM_PARTICIPANTES = numero("sem-participantes", "Não dizem quantos", ({ semParticipantes }) => semParticipantes, "linhas");
const PACTUADOS: Coluna = {
  id: "pactuados",
  titulo: "Pactuado no ano",
  unidade: "vezes",
  tipo: "numero",
  valor: ({ pactuados, linha }) => (linha === null ? "não é do plano" : pactuados === null ? "sem número" : { valor: pactuados }),
};
const NA_MODALIDADE: Coluna = { id: "na-modalidade", titulo: "Na modalidade da norma", unidade: "eventos", tipo: "numero", valor: ({ naModalidade }) => (naModalidade === null ? "não é do plano" : { valor: naModalidade }) };
const ANTES: readonly Coluna[] = [
  deAntes("antes", "Realizados antes", ({ realizados }) => realizados, "eventos"),
  deAntes("diferenca", "Diferença de realizados", (antes, { realizados }) => realizados - antes.realizados),
  deAntes("municipios-antes", "Municípios antes", ({ municipios }) => municipios),
  deAntes("diferenca-municipios", "Diferença de municípios", (antes, { municipios }) => municipios - antes.municipios),
];

/** Columns of the screen: two figures a cell where they are read together. */
export function colunasDaMatriz(comparar: boolean): readonly Coluna[] {
  const linha: Coluna = {
    ...texto("linha", "Linha do plano", ({ tema, situacao }) => (situacao === "sem-nada" ? `${tema} (${SITUACAO_ROTULO[situacao]})` : tema)),
    ordenavel: false,
    render: ({ tema, eixo, situacao }) => (
      <span className="pactuado-linha">
        {tema}
        {eixo === "" ? null : <span className="ui-muted">{eixo}</span>}
        {situacao === "sem-nada" ? <Marca rotulo={SITUACAO_ROTULO[situacao]} /> : null}
      </span>
    ),
  };
  const participantes: Coluna = {
    ...PARTICIPANTES,
    render: ({ participantes: quantos, semParticipantes }) => (
      <span className="pactuado-linha">
        {formatCelula(quantos)}
        {semParticipantes === 0 ? null : <span className="ui-muted">{formatNumber(semParticipantes)} não dizem</span>}
      </span>
    ),
  };
  return [linha, PACTUADOS, PREVISTOS, REALIZADOS, ...(comparar ? ANTES : []), MUNICIPIOS, DOS_MUNICIPIOS, DA_POPULACAO, DO_TERCO, participantes, NA_MODALIDADE];
}

/** Columns of the file: each figure in one of its own, and the norm's words. */
export function colunasDoArquivo(pacto: Pacto): readonly Coluna[] {
  return [
    texto("eixo", "Eixo", ({ eixo }) => eixo),
    texto("linha", "Linha do plano, nas palavras da norma", ({ nome }) => nome),
    texto("tema", "Tema", ({ tema }) => tema),
    texto("artigo", "Artigo", ({ linha }) => linha?.artigo ?? ""),
    texto("modalidade-na-norma", "Modalidade na norma", ({ linha }) => linha?.modalidadeNaNorma ?? ""),
    texto("coordenacao", "Coordenação que responde", ({ coordenacao }) => coordenacao?.nome ?? ""),
    SITUACAO,
    PACTUADOS,
    PREVISTOS,
    VENCIDOS,
    REALIZADOS,
    NA_MODALIDADE,
    numero("outra", "No tema, por outra estratégia", ({ porOutraEstrategia }) => porOutraEstrategia, "eventos"),
    ...estrategiasDoPacto(pacto).map(({ id, nome }) => numero(`por-${id}`, nome, ({ porEstrategia }) => porEstrategia.find((e) => e.id === id)?.eventos ?? 0, "eventos")),
    MUNICIPIOS,
    DOS_MUNICIPIOS,
    numero("populacao", "População dos municípios alcançados", ({ populacao }) => populacao, "habitantes"),
    DA_POPULACAO,
    numero("necessitados", "Municípios do terço com mais necessidade", ({ necessitados }) => necessitados),
    DO_TERCO,
    PARTICIPANTES,
    SEM_PARTICIPANTES,
    ...ANTES,
  ];
}

/** A column of the period before, which is an absence where the record has nothing of it. */
function deAntes(id: string, titulo: string, valor: (antes: NonNullable<LinhaDaMatriz["antes"]>, linha: LinhaDaMatriz) => number, unidade?: string): Coluna {
  const coluna: Coluna = {
    id,
    titulo,
    tipo: "numero",
    valor: (linha) => (linha.antes === null ? { ausencia: "nao-carregado" } : { valor: valor(linha.antes, linha) }),
    ...(unidade === undefined ? {} : { unidade }),
  };
  if (!id.startsWith("diferenca")) return coluna;
  return { ...coluna, render: (linha) => (linha.antes === null ? <span className="ui-absence">{AUSENCIA_ROTULO["nao-carregado"]}</span> : comSinal(valor(linha.antes, linha))) };
}
