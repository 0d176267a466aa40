import { celula, type Celula } from "../../../core/absence.ts";
import { compareNames, count, decapitalize, formatNumber } from "../../../core/format.ts";
import { PORTE_ROTULO, PORTES, type Municipio, type Porte } from "../../../core/municipio.ts";
import {
  ACHADO_ROTULO,
  compararMunicipios,
  EM_DUVIDA,
  MEDIDA_ROTULO,
  MINIMO_DO_GRUPO,
  POUCAS,
  valorDaMedida,
  type ComparacaoEntreMunicipios,
  type MedidaDoServico,
  type NoGrupo,
  type RegistroDeServico,
} from "../../../core/servicos/index.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { GrupoDeComparacao } from "./estado-da-parte.ts";
import { escalaEmPalavras, numero } from "./palavras.ts";

/** A municipality, with what it said of the service; null when nothing. */
export interface LinhaDoMunicipio {
  readonly municipio: Municipio;
  readonly noGrupo: NoGrupo<string> | null;
  readonly grupo: string | null;
  /** Figure of the year compared with; null when there is none, or none of the same scale. */
  readonly antes: number | null;
}

/** Unit of a measure, and decimal places it is shown with. */
export const MEDIDA_UNIDADE: Readonly<Record<MedidaDoServico, { readonly unidade: string; readonly casas: number; readonly base: string }>> = {
  "tempo-medio": { unidade: "dias", casas: 1, base: "Concluídas" },
  "tempo-mediano": { unidade: "dias", casas: 1, base: "Concluídas" },
  satisfacao: { unidade: "nota", casas: 2, base: "Respostas" },
  "concluidas-por-mil": { unidade: "por mil hab.", casas: 1, base: "Concluídas" },
  "em-andamento-por-cem": { unidade: "por 100 concluídas", casas: 1, base: "Concluídas" },
};

/** Decimal places of a measure; satisfaction stretched to 0–100 needs fewer. */
export function casasDaMedida(medida: MedidaDoServico, cem: boolean): number {
  return medida === "satisfacao" && cem ? 1 : MEDIDA_UNIDADE[medida].casas;
}

/** Name of the group a municipality is compared in, by code. */
export function gruposDe(municipios: readonly Municipio[], grupo: GrupoDeComparacao): ReadonlyMap<number, string> {
  return new Map(
    municipios.flatMap(({ codigo, porte, regiaoImediata }) => {
      const nome = grupo === "porte" ? (porte === null ? null : PORTE_ROTULO[porte]) : (regiaoImediata?.nome ?? null);
      return nome === null ? [] : [[codigo, nome] as const];
    }),
  );
}

export interface EntradaDaComparacao {
  /** Each gets a line. */
  readonly municipios: readonly Municipio[];
  /** Rows of the service in the year shown, of every municipality: a group is not cut by the page's filters. */
  readonly doAno: readonly RegistroDeServico[];
  readonly deContra: readonly RegistroDeServico[];
  readonly grupos: ReadonlyMap<number, string>;
  readonly medida: MedidaDoServico;
  readonly cem: boolean;
  readonly populacao: ReadonlyMap<number, number>;
}

export interface Comparados {
  readonly comparacao: ComparacaoEntreMunicipios<string>;
  /** One a municipality, in the order given. */
  readonly linhas: readonly LinhaDoMunicipio[];
}

export function comparar({ municipios, doAno, deContra, grupos, medida, cem, populacao }: EntradaDaComparacao): Comparados {
  const opcoes = { medida, cem, populacao: (codigo: number) => populacao.get(codigo) ?? null };
  const comparacao = compararMunicipios(doAno, (codigo) => grupos.get(codigo) ?? null, opcoes);
  const porCodigo = new Map(comparacao.linhas.map((linha) => [linha.registro.codigo, linha]));
  const anteriores = new Map(deContra.map((registro) => [registro.codigo, valorDaMedida(registro, opcoes)]));
  return {
    comparacao,
    linhas: municipios.map((municipio) => {
      const noGrupo = porCodigo.get(municipio.codigo) ?? null;
      const anterior = anteriores.get(municipio.codigo) ?? null;
      return {
        municipio,
        noGrupo,
        grupo: grupos.get(municipio.codigo) ?? null,
        antes: anterior !== null && noGrupo?.valor?.escala === anterior.escala ? anterior.valor : null,
      };
    }),
  };
}

/** What keeps a figure from being read like the others; "" when nothing. */
export function observacaoDe({ noGrupo }: LinhaDoMunicipio): string {
  if (noGrupo === null) return "não informou nada";
  const achados = noGrupo.registro.achados.map(({ tipo }) => decapitalize(ACHADO_ROTULO[tipo]));
  const n = noGrupo.valor?.n ?? null;
  const poucas = noGrupo.valor === null ? (achados.length === 0 ? ["sem este número"] : []) : n === null ? ["sem o número de casos"] : n < POUCAS ? [`poucos casos (${formatNumber(n)})`] : [];
  return [...poucas, ...achados].join("; ");
}

/** "em dúvida" when the figure was informed and a finding casts doubt on it. */
export function valorOuDuvida({ noGrupo }: LinhaDoMunicipio, medida: MedidaDoServico): string | Celula {
  if (noGrupo === null) return { ausencia: "sem-dado" };
  if (noGrupo.valor !== null) return { valor: noGrupo.valor.valor };
  const daMedida = medida === "satisfacao" ? "satisfacao" : medida === "tempo-medio" || medida === "tempo-mediano" ? "tempo" : "nada";
  const foiInformada = medida === "satisfacao" ? noGrupo.registro.satisfacao !== null : medida === "tempo-mediano" ? noGrupo.registro.tempoMediano !== null : noGrupo.registro.tempoMedio !== null;
  const emDuvida = daMedida !== "nada" && foiInformada && noGrupo.registro.achados.some(({ tipo }) => EM_DUVIDA[tipo] === daMedida);
  return emDuvida ? "em dúvida" : { ausencia: "sem-dado" };
}

export interface OpcoesDasColunas {
  readonly medida: MedidaDoServico;
  readonly cem: boolean;
  readonly grupo: string;
  /** The two years in words; `contra` null when there is none. */
  readonly ano: string;
  readonly contra: string | null;
}

/** Columns of the table of municipalities. */
export function colunasDosMunicipios({ medida, cem, grupo, ano, contra }: OpcoesDasColunas): TableColumn<LinhaDoMunicipio>[] {
  const { unidade, base } = MEDIDA_UNIDADE[medida];
  const casas = casasDaMedida(medida, cem);
  const daReferencia = (linha: LinhaDoMunicipio, qual: (noGrupo: NoGrupo<string>) => number | null): Celula => {
    const { noGrupo } = linha;
    if (noGrupo === null || noGrupo.valor === null || noGrupo.referencia === null) return { ausencia: "sem-dado" };
    return celula(qual(noGrupo), "dados-insuficientes");
  };
  return [
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ municipio }) => municipio.nome },
    { id: "grupo", titulo: grupo, tipo: "texto", valor: (linha) => linha.grupo ?? "sem dado" },
    { id: "valor", titulo: `${MEDIDA_ROTULO[medida]} em ${ano}`, unidade, tipo: "numero", casas, valor: (linha) => valorOuDuvida(linha, medida) },
    ...(medida === "satisfacao"
      ? [{ id: "escala", titulo: "Escala", tipo: "texto", valor: ({ noGrupo }: LinhaDoMunicipio) => noGrupo?.valor?.escala.replaceAll(".", ",") ?? "" } as const]
      : []),
    { id: "base", titulo: base, tipo: "numero", valor: ({ noGrupo }) => celula(noGrupo?.valor?.n ?? null) },
    { id: "meio", titulo: "Município do meio do grupo", unidade, tipo: "numero", casas, valor: (linha) => daReferencia(linha, ({ referencia }) => referencia?.mediana ?? null) },
    { id: "diferenca", titulo: "Diferença do meio do grupo", unidade, tipo: "numero", casas, valor: (linha) => daReferencia(linha, ({ diferenca }) => diferenca) },
    ...(contra === null
      ? []
      : [
          { id: "antes", titulo: `Em ${contra}`, unidade, tipo: "numero", casas, valor: ({ antes }: LinhaDoMunicipio) => celula(antes) } as const,
          {
            id: "mudanca",
            titulo: `Mudança desde ${contra}`,
            unidade,
            tipo: "numero",
            casas,
            valor: ({ antes, noGrupo }: LinhaDoMunicipio) => celula(mudancaDe(antes, noGrupo?.valor?.valor ?? null)),
          } as const,
        ]),
    { id: "observacao", titulo: "Observação", tipo: "texto", valor: observacaoDe },
  ];
}

function mudancaDe(antes: number | null, depois: number | null): number | null {
  return antes === null || depois === null ? null : depois - antes;
}

const informado = (id: string, titulo: string, unidade: string, valor: (registro: RegistroDeServico) => number | null): TableColumn<LinhaDoMunicipio> => ({
  id,
  titulo,
  unidade,
  tipo: "numero",
  casas: 1,
  valor: ({ noGrupo }) => celula(noGrupo === null ? null : valor(noGrupo.registro)),
});

/** What was informed, as it was, after the columns of the screen: for the CSV. */
export const COLUNAS_INFORMADAS: readonly TableColumn<LinhaDoMunicipio>[] = [
  { id: "codigo", titulo: "Código do IBGE", tipo: "texto", valor: ({ municipio }) => String(municipio.codigo) },
  informado("i-em-andamento", "Em andamento, como informado", "", ({ emAndamento }) => emAndamento),
  informado("i-concluidas", "Concluídas, como informado", "", ({ concluidas }) => concluidas),
  informado("i-medio", "Tempo médio, como informado", "dias", ({ tempoMedio }) => tempoMedio),
  informado("i-mediano", "Tempo mediano, como informado", "dias", ({ tempoMediano }) => tempoMediano),
  informado("i-satisfacao", "Satisfação, como informada", "", ({ satisfacao }) => satisfacao),
  informado("i-min", "Menor nota possível", "", ({ satisfacaoMin }) => satisfacaoMin),
  informado("i-max", "Maior nota possível", "", ({ satisfacaoMax }) => satisfacaoMax),
  informado("i-respostas", "Respostas", "", ({ respostas }) => respostas),
];

/** Groups in the order they are drawn: by size class, or by name. */
export function ordemDosGrupos(grupos: readonly string[], grupo: GrupoDeComparacao): string[] {
  const portes = PORTES.map((porte: Porte) => PORTE_ROTULO[porte]);
  return [...new Set(grupos)].sort((a, b) => (grupo === "porte" ? portes.indexOf(a) - portes.indexOf(b) : compareNames(a, b)));
}

/**
 * Where the middle of the largest group stands, and who was left out of the comparison.
 * @param linhas municipalities in sight
 */
export function leituraDaComparacao(
  comparacao: Comparados["comparacao"],
  linhas: Comparados["linhas"],
  { escala, medida }: { readonly escala: string; readonly medida: MedidaDoServico },
): string {
  const { unidade } = MEDIDA_UNIDADE[medida];
  const daEscala = comparacao.referencias.filter((referencia) => referencia.escala === escala);
  const maior = daEscala.reduce<(typeof daEscala)[number] | null>((m, r) => (m === null || r.municipios > m.municipios ? r : m), null);
  const fora = linhas.filter(({ noGrupo }) => noGrupo === null || noGrupo.valor === null).length;
  const resto = fora === 0 ? "" : ` ${count(fora, "município à vista não tem", "municípios à vista não têm")} número que se possa comparar.`;
  if (maior === null) return `Nenhum número para comparar.${resto}`;
  if (maior.mediana === null || maior.p25 === null || maior.p75 === null) {
    return `Nenhum grupo tem ${MINIMO_DO_GRUPO} municípios com o número: dados insuficientes para dizer o do meio.${resto}`;
  }
  const meio = unidade === "nota" ? `nota ${numero(maior.mediana)}` : `${numero(maior.mediana)} ${unidade}`;
  return `Em ${maior.grupo}, o grupo com mais números (${count(maior.municipios, "município", "municípios")}), o município do meio tem ${meio}, e metade deles fica entre ${numero(maior.p25)} e ${numero(maior.p75)}.${resto}`;
}

/** Scales that have something to compare, most municipalities first. */
export function escalasDe({ comparacao: { referencias } }: Pick<Comparados, "comparacao">): string[] {
  const quantos = new Map<string, number>();
  for (const { escala, municipios } of referencias) quantos.set(escala, (quantos.get(escala) ?? 0) + municipios);
  return [...quantos].sort(([, a], [, b]) => b - a).map(([escala]) => escala);
}

/** "de 1 a 5" of the key of a scale; "" for the measures that have none. */
export function escalaDaMedida(escala: string): string {
  const [min, max] = escala.split(" a ").map(Number);
  return min === undefined || max === undefined || Number.isNaN(min) || Number.isNaN(max) ? "" : `de ${escalaEmPalavras({ min, max })}`;
}
