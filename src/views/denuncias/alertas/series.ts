import { celula, type Celula } from "../../../core/absence.ts";
import type { RespostaDeAlertas } from "../../../core/alerta/alertar.ts";
import type { ResultadoDaSerie } from "../../../core/alerta/avaliar.ts";
import { faixaInteira, fraseDoMesDaSerie } from "../../../core/alerta/frase.ts";
import { TIPOS_DE_SERIE, type SerieDeContagens, type TipoDeSerie } from "../../../core/alerta/series.ts";
import { FDR, type Teste } from "../../../core/alerta/metodos.ts";
import { compareNames } from "../../../core/format.ts";
import { TEMA_DENUNCIA_ROTULO, type TemaDenuncia } from "../../../data/contracts/denuncias.ts";
import type { SelectOption } from "../../../ui/filters/SelectField.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import { TIPO_ROTULO } from "./rotulos-dos-metodos.ts";

export interface NomesDasSeries {
  readonly territorio: string;
  readonly nomesRegioes: ReadonlyMap<number, string>;
  readonly nome: (codigo: number) => string;
}

export function nomeDaSerie({ tipo, chave }: Pick<SerieDeContagens, "tipo" | "chave">, { territorio, nomesRegioes, nome }: NomesDasSeries): string {
  switch (tipo) {
    case "territorio":
      return territorio;
    case "regiao":
      return nomesRegioes.get(Number(chave)) ?? `região ${chave}`;
    case "municipio":
      return nome(Number(chave));
    case "tema":
      return isTema(chave) ? TEMA_DENUNCIA_ROTULO[chave] : chave;
  }
}

function isTema(texto: string): texto is TemaDenuncia {
  return Object.hasOwn(TEMA_DENUNCIA_ROTULO, texto);
}

/** What a month's count is, in words. */
export type Sinal = "acima" | "dentro" | "abaixo" | "sem-teste";

export const SINAL_ROTULO: Readonly<Record<Sinal, string>> = {
  acima: "acima do esperado",
  dentro: "dentro do esperado",
  abaixo: "abaixo do esperado",
  "sem-teste": "dados insuficientes",
};

export function sinalDe(observado: number, teste: Teste): Sinal {
  if ("porque" in teste) return "sem-teste";
  if (observado > teste.esperado.superior) return "acima";
  return observado < teste.esperado.inferior ? "abaixo" : "dentro";
}

/** A series in the month tested. */
export interface LinhaDaSerie {
  readonly id: string;
  readonly nome: string;
  readonly tipo: TipoDeSerie;
  readonly observado: number;
  readonly media: Celula;
  readonly de: Celula;
  readonly ate: Celula;
  readonly p: Celula;
  readonly q: Celula;
  readonly sinal: Sinal;
  /** An alarm that stays after the correction for many series; null where the method gives no p. */
  readonly fica: boolean | null;
  /** "14 em outubro de 2026; o esperado era de 3 a 9". */
  readonly frase: string;
}

/** All series, alarms first and by how little chance explains them, then by kind and name. */
export function linhasDasSeries({ alertas, series, pedido }: RespostaDeAlertas, nomes: NomesDasSeries): LinhaDaSerie[] {
  const linha = (resultado: ResultadoDaSerie): LinhaDaSerie[] => {
    const serie = series[resultado.serie];
    if (serie === undefined) return [];
    const { observado, teste, q, alarme } = resultado;
    const esperado = "esperado" in teste ? teste.esperado : null;
    const faixa = esperado === null ? null : faixaInteira(esperado);
    return [
      {
        id: serie.id,
        nome: nomeDaSerie(serie, nomes),
        tipo: serie.tipo,
        observado,
        media: celula(esperado?.media ?? null, "dados-insuficientes"),
        de: celula(faixa?.de ?? null, "dados-insuficientes"),
        ate: celula(faixa?.ate ?? null, "dados-insuficientes"),
        p: celula(esperado?.p ?? null, "dados-insuficientes"),
        q: celula(q, "dados-insuficientes"),
        sinal: sinalDe(observado, teste),
        fica: alarme && q !== null ? q <= FDR : null,
        frase: fraseDoMesDaSerie(observado, pedido.mes, teste),
      },
    ];
  };
  const alarmes = new Set(alertas.alarmes);
  const acima = alertas.alarmes.flatMap((i) => linha(alertas.resultados[i] ?? semResultado(i)));
  const outras = alertas.resultados
    .filter(({ serie }) => !alarmes.has(serie))
    .flatMap(linha)
    .sort((a, b) => TIPOS_DE_SERIE.indexOf(a.tipo) - TIPOS_DE_SERIE.indexOf(b.tipo) || compareNames(a.nome, b.nome));
  return [...acima, ...outras];
}

function semResultado(serie: number): never {
  throw new RangeError(`series ${serie} has no result`);
}

export const COLUNAS_DAS_SERIES: readonly TableColumn<LinhaDaSerie>[] = [
  { id: "serie", titulo: "Série", tipo: "texto", valor: ({ nome }) => nome },
  { id: "tipo", titulo: "Tipo", tipo: "texto", valor: ({ tipo }) => TIPO_ROTULO[tipo] },
  { id: "observado", titulo: "Denúncias no mês", tipo: "numero", valor: ({ observado }) => ({ valor: observado }) },
  { id: "media", titulo: "Média esperada", tipo: "numero", casas: 1, valor: ({ media }) => media },
  { id: "de", titulo: "Esperado: de", tipo: "numero", valor: ({ de }) => de },
  { id: "ate", titulo: "Esperado: a", tipo: "numero", valor: ({ ate }) => ate },
  { id: "sinal", titulo: "O que se viu", tipo: "texto", largura: "11rem", valor: ({ sinal }) => SINAL_ROTULO[sinal] },
  { id: "p", titulo: "p (acaso)", tipo: "numero", casas: 4, valor: ({ p }) => p },
  { id: "q", titulo: "q (corrigido)", tipo: "numero", casas: 4, valor: ({ q }) => q },
];

/** Choices of the field that draws a series. */
export function opcoesDeSerie({ series }: Pick<RespostaDeAlertas, "series">, nomes: NomesDasSeries): SelectOption<string>[] {
  return TIPOS_DE_SERIE.flatMap((tipo) =>
    series
      .filter((serie) => serie.tipo === tipo)
      .map((serie) => ({ valor: serie.id, rotulo: nomeDaSerie(serie, nomes), grupo: TIPO_ROTULO[tipo] }))
      .sort((a, b) => compareNames(a.rotulo, b.rotulo)),
  );
}
