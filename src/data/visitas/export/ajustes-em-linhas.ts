import { formatDate, formatNumber } from "../../../core/format.ts";
import { PORTE_ROTULO, PORTES } from "../../../core/municipio.ts";
import type { Cota, Trava } from "../../../core/visitas/ajustes.ts";
import type { EntradaDoPlano } from "../../../core/visitas/plano.ts";
import { emDias, mesesEmPalavras } from "./palavras.ts";

/** Words for what the settings hold as codes. */
export interface NomesDosAjustes {
  readonly nome: (codigo: number) => string;
  /** Name of a team by its id. */
  readonly equipe: (id: string) => string;
  /** Name of a região imediata by code. */
  readonly regiao: (codigo: number) => string;
}

export interface LinhaDeAjuste {
  readonly ajuste: string;
  readonly valor: string;
}

const NENHUM = "nenhum";

/** Every setting a plan was made with, a line each, in words; lists take a line an item. */
export function linhasDosAjustes({ ajustes, hoje, carenciaDias, matriz }: EntradaDoPlano, nomes: NomesDosAjustes): LinhaDeAjuste[] {
  const um = (ajuste: string, valor: string): LinhaDeAjuste => ({ ajuste, valor });
  const dias = (n: number): string => `${emDias(n)} ${n >= 2 || n === 0 ? "dias úteis" : "dia útil"}`;
  return [
    um("Dia contado como hoje", formatDate(hoje)),
    um("Início do primeiro trimestre", formatDate(ajustes.inicio)),
    um("Trimestres", formatNumber(ajustes.trimestres)),
    ...ajustes.bases.map(({ codigo, equipes }) => um("Base e equipes", `${nomes.nome(codigo)}: ${formatNumber(equipes)}`)),
    um("Dias em campo de cada equipe, por trimestre", dias(ajustes.diasPorEquipe)),
    um("Dias de uma viagem, no máximo", dias(ajustes.diasPorViagem)),
    um("Horas de estrada que enchem um dia", `${formatNumber(ajustes.horasPorDia, casas(ajustes.horasPorDia))} h`),
    um("Velocidade média", `${formatNumber(ajustes.velocidade, casas(ajustes.velocidade))} km/h`),
    um("Dias na base entre duas viagens", dias(ajustes.intervalo)),
    ...PORTES.map((porte) => um(`Duração da visita: ${PORTE_ROTULO[porte]}`, dias(ajustes.duracao[porte]))),
    um("Antecedência do pedido de diárias", dias(ajustes.prazoDiarias.uteis)),
    um("Antecedência com passagem aérea", dias(ajustes.prazoDiarias.comPassagem)),
    um("Municípios com passagem aérea", lista(ajustes.comPassagem.map(nomes.nome))),
    um("Dias sem viagem, além dos feriados", lista(ajustes.semViagem.map(formatDate))),
    ...ouNenhum("Meses sem visita, por região", ajustes.mesesProibidos, ({ regiao, meses }) => `${nomes.regiao(regiao)}: ${mesesEmPalavras(meses)}`),
    um("Distâncias", matriz === null ? "estimadas: linha reta × fator de desvio" : `do arquivo ${matriz.arquivo}, em ${matriz.unidade}`),
    um("Fator de desvio padrão", decimal(ajustes.desvio.padrao)),
    ...ajustes.desvio.regioes.map(({ regiao, fator }) => um(`Fator de desvio: ${nomes.regiao(regiao)}`, decimal(fator))),
    um("Peso de cada trimestre", ajustes.pesoDoTrimestre.map(decimal).join("; ")),
    um("Pontos que um quilômetro custa", decimal(ajustes.custoKm)),
    um("Pontos perdidos por município com doze meses sem visita", decimal(ajustes.penalidadeDozeMeses)),
    um("Carência depois de uma visita", `${formatNumber(carenciaDias)} dias`),
    ...ouNenhum("Travas", ajustes.travas, (trava) => travaEmPalavras(trava, nomes)),
    ...ouNenhum(
      "Viagens travadas",
      ajustes.viagensTravadas,
      ({ equipe, inicio, municipios }) => `${nomes.equipe(equipe)}, ${formatDate(inicio)}: ${municipios.map(nomes.nome).join(" → ")}`,
    ),
    ...(ajustes.cotas.length === 0
      ? [um("Cotas", "nenhuma")]
      : ajustes.cotas.map((cota, i) => um(`Cota ${i + 1}`, `pelo menos ${formatNumber(cota.minimo)}: ${grupoDaCota(cota, nomes)}`))),
    um("Municípios sorteados para a reserva", ajustes.reserva === null ? "quantos o método diz" : formatNumber(ajustes.reserva)),
    um("Passos da busca", formatNumber(ajustes.iteracoes)),
    um("Semente da busca", ajustes.semente),
  ];
}

function ouNenhum<T>(ajuste: string, itens: readonly T[], palavras: (item: T) => string): LinhaDeAjuste[] {
  return itens.length === 0 ? [{ ajuste, valor: NENHUM }] : itens.map((item) => ({ ajuste, valor: palavras(item) }));
}

function lista(itens: readonly string[]): string {
  return itens.length === 0 ? NENHUM : itens.join("; ");
}

function travaEmPalavras({ codigo, tipo, equipe, trimestre, data }: Trava, nomes: NomesDosAjustes): string {
  const onde = [
    ...(equipe === undefined ? [] : [nomes.equipe(equipe)]),
    ...(trimestre === undefined ? [] : [`${trimestre}º trimestre do plano`]),
    ...(data === undefined ? [] : [`em ${formatDate(data)}`]),
  ];
  return `${nomes.nome(codigo)}: ${[tipo === "dentro" ? "dentro do plano" : "fora do plano", ...onde].join(", ")}`;
}

function grupoDaCota(cota: Cota, nomes: NomesDosAjustes): string {
  return cota.grupo === "regiao" ? `região ${nomes.regiao(cota.id)}` : `porte ${PORTE_ROTULO[cota.id]}`;
}

function casas(valor: number): number {
  return (/\.(\d+)$/.exec(String(valor))?.[1] ?? "").length;
}

function decimal(valor: number): string {
  return formatNumber(valor, casas(valor));
}
