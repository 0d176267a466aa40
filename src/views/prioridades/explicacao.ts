import { formatPeriod } from "../../core/format.ts";
import { POLARIDADE_MARCA, type ColunaIndicador, type Fonte, type Indicador } from "../../core/indicador.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Explicacao, PreparedIndex } from "../../core/priority-index.ts";
import type { IndiceConfig } from "../../core/territorio.ts";
import { arquivoNa, comUnidade, formatoDe, nomeFonte, type Proveniencia } from "./medida.ts";

/** Decimal places of printed scores and points. */
export const CASAS_NOTA = 1;

export interface ParteIndicador {
  readonly id: string;
  readonly nome: string;
  /** Raw figure with unit; null when missing. */
  readonly valor: string | null;
  readonly periodo: string | null;
  /** Normalised figure 0–100. */
  readonly nota: number | null;
  /** Printed points: those of a dimension add up to the dimension's printed points. */
  readonly pontos: number | null;
  readonly marca: string;
}

export interface ParteDimensao {
  readonly id: string;
  readonly nome: string;
  /** Share of the weight, per cent. */
  readonly fatiaPeso: number;
  readonly nota: number | null;
  /** Printed points: all of them add up to the printed score. */
  readonly pontos: number | null;
  readonly presentes: number;
  readonly total: number;
  readonly indicadores: readonly ParteIndicador[];
}

export interface Falta {
  readonly id: string;
  readonly nome: string;
  readonly motivo: string;
}

/** The score of one municipality taken apart, as printed. */
export interface PainelExplicacao {
  readonly nota: number | null;
  readonly posicao: number | null;
  /** Share of the weight present, per cent. */
  readonly pesoPresente: number;
  readonly dimensoes: readonly ParteDimensao[];
  readonly faltas: readonly Falta[];
}

/** What the panel needs to know besides the score. */
export interface Contexto {
  readonly indice: IndiceConfig;
  readonly prepared: PreparedIndex;
  readonly catalogo: readonly Indicador[];
  readonly colunas: readonly ColunaIndicador[];
  readonly fontes: readonly Fonte[];
  readonly municipios: readonly Municipio[];
  readonly proveniencia?: Proveniencia;
}

export function painelDe(explicacao: Explicacao, contexto: Contexto): PainelExplicacao {
  const i = contexto.municipios.findIndex(({ codigo }) => codigo === explicacao.codigo);
  const registros = new Map(contexto.catalogo.map((r) => [r.id, r]));
  const colunas = new Map(contexto.colunas.map((c) => [c.indicador, c]));
  const nomes = new Map(contexto.indice.dimensoes.map(({ id, nome }) => [id, nome]));
  const pontosDimensoes = apportion(explicacao.dimensoes.map((d) => d.contribuicao), CASAS_NOTA);
  const dimensoes = explicacao.dimensoes.map((dimensao, d): ParteDimensao => {
    const pontos = pontosDimensoes[d] ?? null;
    const partes = apportion(dimensao.indicadores.map((x) => x.contribuicao), CASAS_NOTA, pontos);
    return {
      id: dimensao.id,
      nome: nomes.get(dimensao.id) ?? dimensao.id,
      fatiaPeso: 100 * dimensao.fatiaPeso,
      nota: dimensao.nota,
      pontos,
      presentes: dimensao.presentes,
      total: dimensao.total,
      indicadores: dimensao.indicadores.map(({ id, nota }, j): ParteIndicador => {
        const registro = registros.get(id);
        const figura = figuraDe(registro, colunas.get(id), i);
        return {
          id,
          nome: registro?.nome ?? id,
          ...figura,
          nota,
          pontos: partes[j] ?? null,
          marca: registro === undefined ? "" : POLARIDADE_MARCA[registro.polaridade],
        };
      }),
    };
  });
  return {
    nota: explicacao.nota,
    posicao: explicacao.posicao,
    pesoPresente: 100 * explicacao.pesoPresente,
    dimensoes,
    faltas: faltasDe(explicacao, contexto, registros),
  };
}

/** Figures of a municipality for every catalogue indicator that has any, with period and source. */
export interface ValorBruto {
  readonly id: string;
  readonly nome: string;
  readonly dimensao: string;
  readonly valor: string | null;
  readonly periodo: string | null;
  readonly fonte: string;
  /** The user's file it came from, in words; null for bundled figures. */
  readonly arquivo: string | null;
}

export function valoresBrutos(codigo: number, contexto: Contexto): ValorBruto[] {
  const i = contexto.municipios.findIndex((m) => m.codigo === codigo);
  const nomes = new Map(contexto.indice.dimensoes.map(({ id, nome }) => [id, nome]));
  const registros = new Map(contexto.catalogo.map((r) => [r.id, r]));
  return contexto.colunas.flatMap((coluna) => {
    const registro = registros.get(coluna.indicador);
    if (registro === undefined) return [];
    return [
      {
        id: registro.id,
        nome: registro.nome,
        dimensao: nomes.get(registro.dimensao) ?? "Contexto",
        ...figuraDe(registro, coluna, i),
        fonte: nomeFonte(contexto.fontes, coluna.fonte),
        arquivo: arquivoNa(coluna, i, contexto.proveniencia ?? (() => null)),
      },
    ];
  });
}

/**
 * Rounds parts to `casas` decimal places so that the printed parts add up to the
 * printed whole: largest remainder (Hamilton's method), ties to the first. Null
 * parts stay null and take nothing.
 * @param total printed whole to reach; default: the sum of the parts, rounded
 */
export function apportion(partes: readonly (number | null)[], casas: number, total?: number | null): (number | null)[] {
  const escala = 10 ** casas;
  const soma = partes.reduce<number>((s, parte) => s + (parte ?? 0), 0);
  const alvo = Math.round((total ?? soma) * escala);
  const inteiros = partes.map((parte) => (parte === null ? null : Math.floor(parte * escala)));
  let falta = alvo - inteiros.reduce<number>((s, parte) => s + (parte ?? 0), 0);
  const restos = partes
    .flatMap((parte, i) => (parte === null ? [] : [{ i, resto: parte * escala - Math.floor(parte * escala) }]))
    .sort((a, b) => b.resto - a.resto || a.i - b.i);
  const passos = falta >= 0 ? restos : restos.toReversed();
  for (const { i } of passos) {
    if (falta === 0) break;
    const passo = Math.sign(falta);
    inteiros[i] = (inteiros[i] ?? 0) + passo;
    falta -= passo;
  }
  return inteiros.map((parte) => (parte === null ? null : parte / escala));
}

function figuraDe(
  registro: Indicador | undefined,
  coluna: ColunaIndicador | undefined,
  i: number,
): { readonly valor: string | null; readonly periodo: string | null } {
  const valor = coluna?.valores[i] ?? null;
  if (registro === undefined || coluna === undefined || valor === null) return { valor: null, periodo: null };
  return {
    valor: comUnidade(formatoDe(registro), valor),
    periodo: formatPeriod(coluna.periodos?.[i] ?? coluna.periodo),
  };
}

function faltasDe(explicacao: Explicacao, contexto: Contexto, registros: ReadonlyMap<string, Indicador>): Falta[] {
  const escalas = new Map(contexto.prepared.indicadores.map((escala) => [escala.id, escala]));
  return explicacao.dimensoes.flatMap(({ indicadores }) =>
    indicadores.flatMap(({ id, nota }) => {
      if (nota !== null) return [];
      const registro = registros.get(id);
      const fonte = registro === undefined ? "" : nomeFonte(contexto.fontes, registro.fonte);
      const motivo =
        escalas.get(id)?.presentes === 0
          ? "nenhum município tem este dado na base carregada"
          : `sem dado: a fonte (${fonte}) não traz valor para este município`;
      return [{ id, nome: registro?.nome ?? id, motivo }];
    }),
  );
}
