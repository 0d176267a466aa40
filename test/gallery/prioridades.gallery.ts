import type { ColunaIndicador, Indicador } from "../../src/core/indicador.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import { faixasDe, histogramaOptions } from "../../src/views/prioridades/histograma.ts";
import { medidaIndicador, type Medida } from "../../src/views/prioridades/medida.ts";
import { camadaDe } from "../../src/views/prioridades/model.ts";
import { pontosDe, serieOptions } from "../../src/views/prioridades/serie.ts";
import type { GalleryEntry } from "./gallery.ts";

const MUNICIPIOS: readonly Municipio[] = Array.from({ length: 142 }, (_, i) => ({
  codigo: 9_900_000 + i,
  nome: `Município ${i}`,
  regiaoImediata: null,
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: null,
}));

const INDICADOR: Indicador = {
  id: "exemplo",
  nome: "Índice de exemplo",
  nomeCurto: "Exemplo",
  pergunta: "Exemplo?",
  dimensao: "d",
  unidade: "%",
  casas: 1,
  polaridade: "maior-mais-necessidade",
  formula: "",
  fonte: "f",
  cadencia: "",
  ressalva: "",
};

const COLUNA: ColunaIndicador = {
  indicador: "exemplo",
  periodo: "2023",
  // A lopsided spread with one missing figure, worked out by a fixed rule.
  valores: MUNICIPIOS.map((_, i) => (i === 7 ? null : Math.round(((i * 37) % 142) ** 1.6 / 14) / 10 + 4)),
  periodos: null,
  fonte: "f",
};

const NIVEIS: Indicador = { ...INDICADOR, polaridade: "maior-menos-necessidade", niveis: { "0": "Não", "1": "Em parte", "2": "Sim" } };

const medida = medidaIndicador(INDICADOR, COLUNA, MUNICIPIOS, []);
const resposta = medidaIndicador(NIVEIS, { ...COLUNA, valores: MUNICIPIOS.map((_, i) => (i % 9 === 0 ? 0 : i % 4 === 0 ? 1 : 2)) }, MUNICIPIOS, []);

function histograma(alvo: Medida, selecionado: { readonly nome: string; readonly valor: number } | null) {
  return histogramaOptions({ medida: alvo, layer: camadaDe(alvo), faixas: faixasDe(alvo), selecionado });
}

const SERIE = pontosDe([
  { periodo: "2014", valor: 2.4, p25: 2.1, mediana: 2.9, p75: 3.4, municipios: 141 },
  { periodo: "2015", valor: 2.6, p25: 2.2, mediana: 3, p75: 3.5, municipios: 141 },
  { periodo: "2016", valor: null, p25: 2.3, mediana: 3.1, p75: 3.6, municipios: 139 },
  { periodo: "2018", valor: 3.2, p25: 2.5, mediana: 3.2, p75: 3.8, municipios: 141 },
  { periodo: "2021", valor: 3.9, p25: 2.7, mediana: 3.5, p75: 4.1, municipios: 141 },
]);

export const gallery: readonly GalleryEntry[] = [
  {
    id: "prioridades-histograma",
    titulo: "Distribuição com limites de classe e município selecionado",
    options: histograma(medida, { nome: "Vila do Exemplo", valor: 21.3 }),
  },
  { id: "prioridades-histograma-360", titulo: "A mesma distribuição a 360 px, sem seleção", options: histograma(medida, null), largura: 328 },
  { id: "prioridades-histograma-niveis", titulo: "Respostas em palavras, uma barra cada", options: histograma(resposta, null) },
  {
    id: "prioridades-serie",
    titulo: "Série de um município sobre a mediana, com lacunas",
    options: serieOptions(SERIE, "Vila do Exemplo", { ...medida, unidade: "" }),
    largura: 330,
  },
];
