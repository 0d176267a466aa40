import { count, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import { PORTE_ROTULO, type Municipio } from "../../../core/municipio.ts";
import type { CivilDate } from "../../../core/civil-date.ts";
import { compararPlanos, medidasDoPlano, type GrupoDoPlano, type MedidasDoPlano, type Visita } from "../../../core/visitas/comparar.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "../../../core/visitas/plano.ts";
import { rotuloDaEquipe, type Equipe } from "../equipes.ts";
import { nomeDaRegiao } from "../motivos/model.ts";

/** A plan beside the others. */
export interface PlanoComparado {
  readonly id: "este" | "lista" | "gulosa" | "anterior" | "arquivo";
  /** "Este plano". */
  readonly rotulo: string;
  /** In the middle of a sentence: "a lista em ordem". */
  readonly naFrase: string;
  readonly plano: PlanoDeVisitas;
  readonly medidas: MedidasDoPlano;
}

/** A figure of each plan, in the order of the plans; `texto` prints one. */
export interface LinhaDeMedida {
  readonly id: string;
  readonly rotulo: string;
  readonly valores: readonly (number | null)[];
  readonly texto: (valor: number) => string;
}

/** The plan with its figures, over the municipalities of an input: every plan is measured by the same need. */
export function comparado(identidade: Pick<PlanoComparado, "id" | "rotulo" | "naFrase">, plano: PlanoDeVisitas, entrada: EntradaDoPlano): PlanoComparado {
  return { ...identidade, plano, medidas: medidasDoPlano(entrada, plano) };
}

/** The figures side by side. */
export function medidasLadoALado(planos: readonly PlanoComparado[]): LinhaDeMedida[] {
  const linha = (id: string, rotulo: string, de: (medidas: MedidasDoPlano, plano: PlanoDeVisitas) => number | null, casas = 0): LinhaDeMedida => ({
    id,
    rotulo,
    valores: planos.map(({ medidas, plano }) => de(medidas, plano)),
    texto: (valor) => formatNumber(valor, casas),
  });
  const terco = planos[0]?.medidas.terco.municipios ?? 0;
  return [
    linha("visitas", "Visitas", ({ visitas }) => visitas),
    linha("viagens", "Viagens", ({ viagens }) => viagens),
    linha("km", "Estrada (km)", ({ km }) => km),
    linha("km-por-visita", "Estrada por visita (km)", ({ km, visitas }) => (visitas === 0 ? null : km / visitas)),
    linha("dias", "Dias de campo", ({ dias }) => dias),
    linha("dias-disponiveis", "Dias de campo que há", ({ diasDisponiveis }) => diasDisponiveis),
    {
      ...linha("prioridade", "Prioridade coberta (% da soma de todos)", ({ valor, valorDeTodos }) => (valorDeTodos > 0 ? (100 * valor) / valorDeTodos : null)),
      texto: (valor) => formatPercent(valor, 1),
    },
    linha("terco", `Visitados do terço com mais necessidade (de ${formatNumber(terco)})`, (medidas) => medidas.terco.visitados),
    linha("regioes", "Regiões sem nenhuma visita", ({ regioes }) => semVisita(regioes)),
    linha("nao-atendidas", "Exigências que não couberam", (_, plano) => plano.naoAtendidas.length),
    linha("pontos", "Pontuação do plano", ({ objetivo }) => objetivo, 1),
  ];
}

function semVisita(grupos: readonly GrupoDoPlano<unknown>[]): number {
  return grupos.filter(({ id, visitados }) => id !== null && visitados === 0).length;
}

/** "Este plano faz 26 visitas em 12.400 km; a lista em ordem, 19 em 13.900 km. …" */
export function fraseDaComparacao(este: PlanoComparado, outro: PlanoComparado | null): string {
  const { visitas, km, terco } = este.medidas;
  const faz = `Este plano faz ${count(visitas, "visita", "visitas", "f")} em ${formatNumber(km)} km`;
  if (outro === null) return `${faz} e chega a ${formatNumber(terco.visitados)} dos ${formatNumber(terco.municipios)} municípios do terço com mais necessidade de apoio.`;
  const o = outro.medidas;
  const aMais = visitas - o.visitas;
  const kmAMais = Math.round(km) - Math.round(o.km);
  const diferencas = [
    aMais === 0 ? "o mesmo número de visitas" : `${count(Math.abs(aMais), "visita", "visitas", "f")} a ${aMais > 0 ? "mais" : "menos"}`,
    kmAMais === 0 ? "a mesma estrada" : `${formatNumber(Math.abs(kmAMais))} km a ${kmAMais > 0 ? "mais" : "menos"}`,
  ];
  return [
    `${faz}; ${outro.naFrase}, ${o.visitas === 0 ? "nenhuma" : formatNumber(o.visitas)} em ${formatNumber(o.km)} km: ${joinPt(diferencas)}.`,
    `Do terço com mais necessidade de apoio (${count(terco.municipios, "município", "municípios")}), este chega a ${formatNumber(terco.visitados)}, contra ${formatNumber(o.terco.visitados)}.`,
  ].join(" ");
}

export type Agrupamento = "regiao" | "porte";

/** A group of municipalities and how many of it a plan visits. */
export interface LinhaDeGrupo {
  readonly chave: string;
  readonly grupo: string;
  /** Label of the plan. */
  readonly plano: string;
  readonly municipios: number;
  readonly visitados: number;
  /** Share visited, 0–100. */
  readonly parte: number;
}

/**
 * How many municipalities of each group the plans visit, a line for each plan of each
 * group; groups of the greatest share by the first plan first.
 */
export function gruposLadoALado(planos: readonly PlanoComparado[], por: Agrupamento, municipios: readonly Municipio[]): LinhaDeGrupo[] {
  const doPlano = planos.map((plano) => ({ plano, grupos: gruposDe(plano.medidas, por, municipios) }));
  const ordem = (doPlano[0]?.grupos ?? []).toSorted((a, b) =>
    por === "porte" ? 0 : b.visitados / b.municipios - a.visitados / a.municipios || a.nome.localeCompare(b.nome, "pt-BR"),
  );
  return ordem.flatMap(({ nome }) =>
    doPlano.flatMap(({ plano, grupos }) => {
      const grupo = grupos.find((um) => um.nome === nome);
      if (grupo === undefined) return [];
      const { municipios: total, visitados } = grupo;
      return [{ chave: `${nome} ${plano.id}`, grupo: nome, plano: plano.rotulo, municipios: total, visitados, parte: (100 * visitados) / total }];
    }),
  );
}

function gruposDe({ regioes, portes }: MedidasDoPlano, por: Agrupamento, municipios: readonly Municipio[]): { readonly nome: string; readonly municipios: number; readonly visitados: number }[] {
  return por === "porte"
    ? portes.map(({ id, ...resto }) => ({ nome: id === null ? "sem porte" : PORTE_ROTULO[id], ...resto }))
    : regioes.map(({ id, ...resto }) => ({ nome: id === null ? "sem região" : nomeDaRegiao(id, municipios), ...resto }));
}

/** "Este plano visita ao menos um município em 15 das 18 regiões; a lista em ordem, em 11." */
export function fraseDosGrupos(planos: readonly PlanoComparado[], por: Agrupamento): string {
  const partes = planos.map(({ id, naFrase, medidas }) => {
    const grupos: readonly GrupoDoPlano<unknown>[] = (por === "porte" ? medidas.portes : medidas.regioes).filter((grupo) => grupo.id !== null);
    const com = grupos.length - semVisita(grupos);
    const nomeDoGrupo = por === "porte" ? "portes" : "regiões";
    return id === "este" ? `Este plano visita ao menos um município em ${formatNumber(com)} ${por === "porte" ? "dos" : "das"} ${formatNumber(grupos.length)} ${nomeDoGrupo}` : `${naFrase}, em ${formatNumber(com)}`;
  });
  return `${partes.join("; ")}.`;
}

/** A municipality that two plans treat differently. */
export interface LinhaDeTroca {
  readonly codigo: number;
  readonly nome: string;
  readonly mudanca: "só neste plano" | "só no outro plano" | "outra data ou equipe";
  readonly neste: { readonly dia: CivilDate; readonly equipe: string } | null;
  readonly noOutro: { readonly dia: CivilDate; readonly equipe: string } | null;
}

/** Who is in one plan alone, or in both on another day or with another team. */
export function trocasEntre(este: PlanoDeVisitas, outro: PlanoDeVisitas, nome: (codigo: number) => string, equipes: readonly Equipe[]): LinhaDeTroca[] {
  const { entram, saem, mudam } = compararPlanos(outro, este);
  const [deste, doOutro] = [diasDe(este, equipes), diasDe(outro, equipes)];
  const linha = (mudanca: LinhaDeTroca["mudanca"]) => (codigo: number): LinhaDeTroca => ({
    codigo,
    nome: nome(codigo),
    mudanca,
    neste: deste.get(codigo) ?? null,
    noOutro: doOutro.get(codigo) ?? null,
  });
  return [
    ...entram.map(linha("só neste plano")),
    ...saem.map(linha("só no outro plano")),
    ...mudam.map(({ codigo }) => codigo).map(linha("outra data ou equipe")),
  ];
}

function diasDe(plano: PlanoDeVisitas, equipes: readonly Equipe[]): ReadonlyMap<number, { readonly dia: CivilDate; readonly equipe: string }> {
  const dia = ({ viagem, parada }: Visita) => ({ dia: parada.chegada, equipe: rotuloDaEquipe(equipes, viagem.equipe) });
  return new Map(plano.viagens.flatMap((viagem) => viagem.paradas.map((parada) => [parada.codigo, dia({ viagem, parada })] as const)));
}

/** "7 municípios entram, 2 saem e 11 mudam de data ou equipe." */
export function fraseDasTrocas(linhas: readonly LinhaDeTroca[], outro: string): string {
  const n = (mudanca: LinhaDeTroca["mudanca"]): number => linhas.filter((linha) => linha.mudanca === mudanca).length;
  const [so, soOutro, mudam] = [n("só neste plano"), n("só no outro plano"), n("outra data ou equipe")];
  if (linhas.length === 0) return `Os mesmos municípios, nas mesmas datas e com as mesmas equipes: nada muda em relação ${outro}.`;
  const partes = [
    ...(so === 0 ? [] : [`${count(so, "município está", "municípios estão")} só neste plano`]),
    ...(soOutro === 0 ? [] : [`${formatNumber(soOutro)} só no outro`]),
    ...(mudam === 0 ? [] : [`${formatNumber(mudam)} em outra data ou com outra equipe`]),
  ];
  return `Em relação ${outro}: ${joinPt(partes)}.`;
}
