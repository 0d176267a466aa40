import { count, formatNumber, joinPt } from "../../../core/format.ts";
import type { Destino } from "../../../core/visitas/mover.ts";
import type { Viagem } from "../../../core/visitas/plano.ts";
import type { SelectOption } from "../../../ui/filters/SelectField.tsx";
import { rotuloDaEquipe, type Equipe } from "../equipes.ts";
import { diaEMes, type Trimestre } from "../periodo.ts";

/** A place a municipality may go to, as a choice of a list. */
export type OpcaoDeDestino = SelectOption<string> & { readonly destino: Destino | null };

const MAIS_NOMES = 3;

export const NENHUM_DESTINO = "";

/** Every tour but the one it is in, then a new tour for each team and quarter, grouped by team. */
export function destinosDe(
  viagens: readonly Viagem[],
  equipes: readonly Equipe[],
  trimestres: readonly Trimestre[],
  nome: (codigo: number) => string,
  codigo: number,
): OpcaoDeDestino[] {
  const outras = viagens.filter(({ paradas }) => !paradas.some((parada) => parada.codigo === codigo));
  const ordem = new Map(equipes.map(({ id, indice }) => [id, indice]));
  return [
    { valor: NENHUM_DESTINO, rotulo: "Escolha a viagem", destino: null },
    ...outras
      .toSorted((a, b) => (ordem.get(a.equipe) ?? 0) - (ordem.get(b.equipe) ?? 0))
      .map((viagem): OpcaoDeDestino => ({
        valor: viagem.id,
        rotulo: `${diaEMes(viagem.inicio)} a ${diaEMes(viagem.fim)}: ${nomes(viagem, nome)} (${count(viagem.dias, "dia", "dias")})${viagem.travada ? ", travada" : ""}`,
        grupo: rotuloDaEquipe(equipes, viagem.equipe),
        destino: { tipo: "viagem", viagem: viagem.id },
      })),
    ...equipes.flatMap((equipe) =>
      trimestres.map(
        ({ numero, rotulo }): OpcaoDeDestino => ({
          valor: `nova ${equipe.id} ${numero}`,
          rotulo: `Viagem nova em ${rotulo}`,
          grupo: equipe.rotulo,
          destino: { tipo: "nova", equipe: equipe.id, trimestre: numero },
        }),
      ),
    ),
  ];
}

function nomes({ paradas }: Viagem, nome: (codigo: number) => string): string {
  const todos = paradas.map(({ codigo }) => nome(codigo));
  return todos.length <= MAIS_NOMES ? joinPt(todos) : `${todos.slice(0, MAIS_NOMES - 1).join(", ")} e mais ${formatNumber(todos.length - MAIS_NOMES + 1)}`;
}
