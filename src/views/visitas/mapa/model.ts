import { celula } from "../../../core/absence.ts";
import { buildLayer, quantileClasses } from "../../../core/classes.ts";
import { count, formatNumber, joinPt } from "../../../core/format.ts";
import type { MapLayer } from "../../../core/map-layer.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { tercoMaisNecessitado } from "../../../core/visitas/comparar.ts";
import { fraseDoMotivoFora, type NomeDe } from "../../../core/visitas/motivos.ts";
import type { EntradaDoPlano, MotivoFora, Parada, PlanoDeVisitas, Viagem } from "../../../core/visitas/plano.ts";
import type { CardLine } from "../../../ui/map/props.ts";
import type { MapTours } from "../../../ui/map/tours.ts";
import { rotuloDaEquipe, type Equipe } from "../equipes.ts";
import { intervaloEmDatas } from "../periodo.ts";

/** A visit of the plan with its tour and its place in it; null for a municipality the plan leaves out. */
export interface LinhaDoMapa {
  readonly codigo: number;
  readonly nome: string;
  readonly regiao: string | null;
  readonly nota: number | null;
  readonly valor: number | null;
  readonly visita: VisitaNoMapa | null;
  /** Why it is out; null when it is in, or when the plan does not say. */
  readonly fora: MotivoFora | null;
}

export interface VisitaNoMapa {
  readonly viagem: Viagem;
  readonly parada: Parada;
  readonly equipe: string;
  /** 1 = first visit of its tour. */
  readonly ordem: number;
}

/** What the map is drawn from: the plan on screen, with the input it was made of. */
export interface PlanoNoMapa {
  readonly plano: PlanoDeVisitas;
  readonly entrada: EntradaDoPlano;
  readonly municipios: readonly Municipio[];
  readonly equipes: readonly Equipe[];
}

const CLASSES = 5;

/** Every municipality with its visit: those of the plan by date, then the others by score. */
export function linhasDoMapa({ plano, entrada, municipios, equipes }: PlanoNoMapa): LinhaDoMapa[] {
  const visitas = new Map<number, VisitaNoMapa>();
  for (const viagem of plano.viagens) {
    const equipe = rotuloDaEquipe(equipes, viagem.equipe);
    viagem.paradas.forEach((parada, i) => {
      visitas.set(parada.codigo, { viagem, parada, equipe, ordem: i + 1 });
    });
  }
  const fora = new Map(plano.fora.map(({ codigo, motivo }) => [codigo, motivo]));
  const figuras = new Map(entrada.municipios.map((m) => [m.codigo, m]));
  return municipios
    .map(({ codigo, nome, regiaoImediata }): LinhaDoMapa => {
      const { nota = null, valor = null } = figuras.get(codigo) ?? {};
      const visita = visitas.get(codigo) ?? null;
      return { codigo, nome, regiao: regiaoImediata?.nome ?? null, nota, valor, visita, fora: fora.get(codigo) ?? null };
    })
    .sort(porVisita);
}

function porVisita(a: LinhaDoMapa, b: LinhaDoMapa): number {
  if (a.visita === null || b.visita === null) {
    if (a.visita !== b.visita) return a.visita === null ? 1 : -1;
    return (b.nota ?? -1) - (a.nota ?? -1) || a.codigo - b.codigo;
  }
  const [x, y] = [a.visita, b.visita];
  const porInicio = x.viagem.inicio.localeCompare(y.viagem.inicio) || x.viagem.id.localeCompare(y.viagem.id);
  return porInicio || x.ordem - y.ordem;
}

/** The score each municipality has in the input of the plan. */
export function notasDoMapa({ entrada, municipios }: Pick<PlanoNoMapa, "entrada" | "municipios">): Pick<LinhaDoMapa, "codigo" | "nota">[] {
  const notas = new Map(entrada.municipios.map(({ codigo, nota }) => [codigo, nota]));
  return municipios.map(({ codigo }) => ({ codigo, nota: notas.get(codigo) ?? null }));
}

/** The score of each municipality, in five classes of about as many each: the ground the tours are drawn over. */
export function camadaDaNota(linhas: readonly Pick<LinhaDoMapa, "codigo" | "nota">[]): MapLayer {
  const notas = linhas.flatMap(({ nota }) => nota ?? []);
  return buildLayer({
    titulo: "Viagens do plano e necessidade de apoio",
    unidade: "nota, de 0 a 100",
    ramp: "necessidade",
    celulas: new Map(linhas.map(({ codigo, nota }) => [codigo, celula(nota, "dados-insuficientes")])),
    classes: quantileClasses(notas, CLASSES, (x) => formatNumber(x, 1)),
    nota: "Cada faixa de cor tem perto de um quinto dos municípios com nota e inclui o começo do intervalo, não o fim. A linha liga as sedes em reta: o caminho de verdade é o da estrada.",
  });
}

/** The tours as the map draws them: one team's where a team is chosen, else everyone's. */
export function viagensNoMapa(plano: PlanoDeVisitas, equipes: readonly Equipe[], equipe: string | null, selecionada: string | null): MapTours {
  const doPlano = plano.viagens.filter((viagem) => equipe === null || viagem.equipe === equipe);
  // A plan opened from a file may have teams the settings no longer have: they come after.
  const outras = [...new Set(plano.viagens.map((viagem) => viagem.equipe))].filter((id) => !equipes.some((e) => e.id === id)).sort();
  const ids = [...equipes.map(({ id }) => id), ...outras];
  return {
    grupos: ids.map((id) => rotuloDaEquipe(equipes, id)),
    viagens: doPlano.map((viagem) => ({
      id: viagem.id,
      base: viagem.base,
      paradas: viagem.paradas.map(({ codigo }) => codigo),
      grupo: ids.indexOf(viagem.equipe),
    })),
    selecionada,
  };
}

/** Lines of the card of a municipality. */
export function cartaoDaVisita({ nota, valor, visita, fora }: LinhaDoMapa, nome: NomeDe): CardLine[] {
  const plano: CardLine[] =
    visita === null
      ? [{ rotulo: "Fora do plano", texto: fora === null ? "sem motivo registrado" : fraseDoMotivoFora(fora, nome) }]
      : [
          { rotulo: "Visita", texto: intervaloEmDatas(visita.parada.chegada, visita.parada.saida) },
          {
            rotulo: visita.equipe,
            texto: `${visita.ordem}ª de ${count(visita.viagem.paradas.length, "visita", "visitas", "f")}, viagem de ${intervaloEmDatas(visita.viagem.inicio, visita.viagem.fim)}, ${formatNumber(visita.viagem.km)} km`,
          },
        ];
  return [
    ...plano,
    { rotulo: "Nota", texto: nota === null ? "sem nota" : formatNumber(nota, 1) },
    { rotulo: "Prioridade", texto: valor === null ? "sem nota" : formatNumber(valor, 1) },
  ];
}

/** What the map shows, in one sentence or two. */
export function leituraDoMapa(plano: PlanoDeVisitas, linhas: readonly LinhaDoMapa[], equipe: { readonly id: string; readonly rotulo: string } | null): string {
  const viagens = plano.viagens.filter((viagem) => equipe === null || viagem.equipe === equipe.id);
  const quem = equipe === null ? "" : ` da ${equipe.rotulo.replace(/^Equipe/, "equipe")}`;
  if (viagens.length === 0) return equipe === null ? "O plano não tem nenhuma viagem." : `O plano não tem nenhuma viagem${quem}.`;
  const municipios = new Set(viagens.flatMap(({ paradas }) => paradas.map(({ codigo }) => codigo)));
  const longa = viagens.reduce((a, b) => (b.km > a.km ? b : a));
  const visitados = new Set(linhas.flatMap(({ codigo, visita }) => (visita === null ? [] : [codigo])));
  const terco = tercoMaisNecessitado(linhas);
  const semVisita = terco.filter((codigo) => !visitados.has(codigo)).length;
  const [passa, vai] = viagens.length === 1 ? ["passa", "A viagem"] : ["passam", "A mais longa"];
  return joinSentences([
    `${count(viagens.length, "viagem", "viagens", "f")}${quem} ${passa} por ${count(municipios.size, "município", "municípios")}.`,
    `${vai}, de ${intervaloEmDatas(longa.inicio, longa.fim)}, anda ${formatNumber(longa.km)} km e passa por ${joinPt(nomesDe(longa, linhas))}.`,
    equipe === null && terco.length > 0
      ? `Do terço com mais necessidade de apoio (${count(terco.length, "município", "municípios")}), ${visitadosEmPalavras(terco.length - semVisita, semVisita)}.`
      : "",
  ]);
}

function visitadosEmPalavras(com: number, sem: number): string {
  if (sem === 0) return "todos têm visita";
  return com === 0 ? "nenhum tem visita" : `${formatNumber(com)} ${com === 1 ? "tem" : "têm"} visita e ${formatNumber(sem)} não`;
}

const MAIS_NOMES = 5;

function nomesDe({ paradas }: Viagem, linhas: readonly LinhaDoMapa[]): string[] {
  const nomes = paradas.map(({ codigo }) => linhas.find((linha) => linha.codigo === codigo)?.nome ?? String(codigo));
  return nomes.length <= MAIS_NOMES ? nomes : [...nomes.slice(0, MAIS_NOMES - 1), `mais ${formatNumber(nomes.length - MAIS_NOMES + 1)}`];
}

function joinSentences(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
