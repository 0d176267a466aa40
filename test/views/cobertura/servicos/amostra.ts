import { montarPainel, type LinhaDeServico } from "../../../../src/core/servicos/index.ts";
import type { EstadoDosServicos } from "../../../../src/views/cobertura/servicos/estado-da-parte.ts";
import { FATIA } from "../../../../src/views/cobertura/servicos/estado-da-parte.ts";
import { recorteDe, type Recorte } from "../../../../src/views/cobertura/servicos/recorte.ts";
import { linha, nota } from "../../../core/servicos/linhas.ts";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";

const [A, B, C, D, E, F] = MUNICIPIOS.map(({ codigo }) => codigo);

/** Two services in two years; the fourth municipality tells of neither in 2025, the sixth of one only. */
export const LINHAS: readonly LinhaDeServico[] = [
  { codigo: A, ano: 2024, concluidas: 10, tempoMedio: 10, emAndamento: 1, ...nota(4, [1, 5], 10) },
  { codigo: A, concluidas: 20, tempoMedio: 7, tempoMediano: 6, emAndamento: 3, ...nota(5, [1, 5], 30) },
  { codigo: B, ano: 2024, concluidas: 30, tempoMedio: 2 },
  { codigo: B, concluidas: 20, tempoMedio: 3, emAndamento: 0, ...nota(8, [0, 10], 10) },
  { codigo: C, concluidas: 40, tempoMedio: 12, tempoMediano: 9, ...nota(6, [1, 5], 4) },
  { codigo: D, ano: 2024, concluidas: 5 },
  { codigo: E, servico: "acolhida", concluidas: 0, tempoMedio: 2, emAndamento: 5 },
  { codigo: F, servico: "Benefício", concluidas: 7, emAndamento: 2 },
  { codigo: A, servico: "Benefício", ano: 2027, concluidas: 1 },
].map((dita) => linha(dita as Partial<LinhaDeServico>));

export function recorte(estado: Partial<EstadoDosServicos> = {}, codigos: readonly number[] = MUNICIPIOS.map(({ codigo }) => codigo)): Recorte {
  return recorteDe(montarPainel(LINHAS, 2026), { ...FATIA.padrao, ...estado }, { codigos, anoDeHoje: 2026 });
}
