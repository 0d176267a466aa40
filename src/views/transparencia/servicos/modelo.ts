import { celula, type Celula } from "../../../core/absence.ts";
import { compareNames, count, formatNumber } from "../../../core/format.ts";
import type { Porte } from "../../../core/municipio.ts";
import { isLegivel, type NumeroPublico } from "../../../core/publico/numero.ts";
import { comoRegistros, TABELAS_DE_SERVICOS, type ServicoPublico, type ServicosPublicos } from "../../../core/publico/servicos.ts";
import type { Publicacao } from "../../../core/publico/publicacao.ts";
import { rotuloDe } from "../denuncias/modelo.ts";
import { agregar, compararMunicipios, montarPainel, type Agregado, type Escala } from "../../../core/servicos/index.ts";

/** One service in a year, over the whole territory. */
export interface LinhaDoServico {
  readonly chave: string;
  readonly nome: string;
  readonly emAndamento: NumeroPublico;
  readonly concluidas: NumeroPublico;
  /** Times and satisfaction of the rows that can be read. */
  readonly agregado: Agregado;
}

/** Services by name, in one year. */
export function servicosDoAno({ servicos, linhas, totais }: ServicosPublicos, ano: number): LinhaDoServico[] {
  const nomes = new Map(servicos.map(({ chave, nome }) => [chave, nome]));
  const { registros } = montarPainel(
    comoRegistros(linhas.filter((linha) => linha.ano === ano), (chave) => nomes.get(chave) ?? chave),
    ano + 1,
  );
  return servicos
    .map(({ chave, nome }) => {
      const total = totais.find((um) => um.chave === chave && um.ano === ano);
      return { chave, nome, emAndamento: total?.emAndamento ?? null, concluidas: total?.concluidas ?? null, agregado: agregar(registros.filter((registro) => registro.servico === (nomes.get(chave) ?? chave)), { cem: false }) };
    })
    .sort((a, b) => compareNames(a.nome, b.nome));
}

/** One municipality's row beside the middle of those of its size. */
export interface LinhaDoMunicipio extends ServicoPublico {
  readonly nome: string;
  /** Mean time of the municipality in the middle of its size class; null with too few. */
  readonly meio: number | null;
}

/** A service in a year, by municipality and name. */
export function municipiosDoServico(
  { linhas }: ServicosPublicos,
  { ano, chave, nome, porteDe }: { readonly ano: number; readonly chave: string; readonly nome: (codigo: number) => string; readonly porteDe: (codigo: number) => Porte | null },
): LinhaDoMunicipio[] {
  const delas = linhas.filter((linha) => linha.ano === ano && linha.chave === chave);
  const { registros } = montarPainel(comoRegistros(delas, () => chave), ano + 1);
  const comparados = compararMunicipios(registros, porteDe, { medida: "tempo-medio", cem: false, populacao: () => null });
  const meioDe = new Map(comparados.linhas.map(({ registro, referencia }) => [registro.codigo, referencia?.mediana ?? null]));
  return delas.map((linha) => ({ ...linha, nome: nome(linha.codigo), meio: meioDe.get(linha.codigo) ?? null })).sort((a, b) => compareNames(a.nome, b.nome));
}

/** A region's counts of one service and year. */
export interface LinhaDaRegiao {
  readonly id: string;
  readonly nome: string;
  readonly emAndamento: NumeroPublico;
  readonly concluidas: NumeroPublico;
}

/** Counts by região imediata, where the release has them; empty where it has not. */
export function regioesDoServico({ tabelas, rotulos }: Publicacao, ano: number, chave: string): LinhaDaRegiao[] {
  const doNivel = (id: string): ReadonlyMap<string, NumeroPublico> => {
    const tabela = tabelas.find((uma) => (uma.id === id || uma.id === `${id}-regiao`) && uma.niveis.lugar === "regiao");
    const linhas = tabela?.linhas.filter(({ membros }) => membros.tempo === String(ano) && membros.servico === chave) ?? [];
    return new Map(linhas.map(({ membros, valor }) => [membros.lugar ?? "", valor]));
  };
  const [concluidas, emAndamento] = [doNivel(TABELAS_DE_SERVICOS.concluidas), doNivel(TABELAS_DE_SERVICOS.emAndamento)];
  return [...new Set([...concluidas.keys(), ...emAndamento.keys()])]
    .map((id) => ({ id, nome: rotuloDe({ rotulos }, "lugar", id), concluidas: concluidas.get(id) ?? null, emAndamento: emAndamento.get(id) ?? null }))
    .sort((a, b) => compareNames(a.nome, b.nome));
}

/** "3,9 (de 1 a 5)": a mark on its scale; the reason where there is none. */
export function notaEmPalavras(nota: number | null, escala: Escala | null): string {
  return nota === null || escala === null ? "dados insuficientes" : `${formatNumber(nota, 1)} (de ${formatNumber(escala.min)} a ${formatNumber(escala.max)})`;
}

/** Satisfaction of a service, one scale after another. */
export function notasEmPalavras({ satisfacao }: Agregado): string {
  return satisfacao.length === 0 ? "dados insuficientes" : satisfacao.map(({ media, escala }) => notaEmPalavras(media, escala)).join("; ");
}

export function celulaDoTempo({ tempoMedio }: Agregado): Celula {
  return celula(tempoMedio.dias, "dados-insuficientes");
}

/** "Em 2025, os serviços concluíram 100.000 pedidos." */
export function fraseDosServicos(linhas: readonly LinhaDoServico[], ano: number): string {
  const visiveis = linhas.flatMap(({ concluidas }) => (isLegivel(concluidas) ? [concluidas] : []));
  const soma = visiveis.reduce((total, concluidas) => total + concluidas, 0);
  if (visiveis.length === 0) return `Em ${ano}, nenhum serviço tem total que possa ser dito.`;
  const aoMenos = visiveis.length < linhas.length ? "ao menos " : "";
  return `Em ${ano}, ${count(linhas.length, "serviço concluiu", "serviços concluíram")} ${aoMenos}${count(soma, "pedido", "pedidos")}.`;
}
