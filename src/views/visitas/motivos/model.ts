import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatNumber, joinPt } from "../../../core/format.ts";
import { PORTE_ROTULO, type Municipio, type Porte } from "../../../core/municipio.ts";
import type { Cota } from "../../../core/visitas/ajustes.ts";
import { fraseDoMotivoDentro, fraseDoMotivoFora, type NomeDe } from "../../../core/visitas/motivos.ts";
import type { EntradaDoPlano, MotivoDentro, MotivoFora, Parada, PlanoDeVisitas, Viagem } from "../../../core/visitas/plano.ts";
import { equipesDe, rotuloDaEquipe } from "../equipes.ts";

/** What became of a municipality: in the plan, or out of it and why; "sem-motivo" where the plan does not speak of it. */
export type Situacao = "planejado" | MotivoFora["tipo"] | "sem-motivo";

/** In the order they are listed. */
export const SITUACOES: readonly Situacao[] = [
  "planejado",
  "nao-cabe",
  "nao-compensa",
  "carencia",
  "meses-proibidos",
  "sem-dia",
  "longe",
  "sem-nota",
  "travado-fora",
  "sem-sede",
  "sem-motivo",
];

export const SITUACAO_ROTULO: Readonly<Record<Situacao, string>> = {
  planejado: "no plano",
  "nao-cabe": "não cabe nos dias",
  "nao-compensa": "cabe, mas a estrada não compensa",
  carencia: "em carência",
  "meses-proibidos": "só em meses sem viagem",
  "sem-dia": "sem dia possível",
  longe: "longe demais para uma viagem",
  "sem-nota": "sem nota",
  "travado-fora": "travado fora do plano",
  "sem-sede": "distância desconhecida",
  "sem-motivo": "o plano não fala dele",
};

const SITUACAO_NA_FRASE: Readonly<Record<Exclude<Situacao, "planejado">, readonly [um: string, varios: string]>> = {
  "nao-cabe": ["não cabe nos dias das equipes", "não cabem nos dias das equipes"],
  "nao-compensa": ["cabe, mas a estrada não compensa", "cabem, mas a estrada não compensa"],
  carencia: ["está em carência", "estão em carência"],
  "meses-proibidos": ["só teria meses sem viagem", "só teriam meses sem viagem"],
  "sem-dia": ["não tem dia possível", "não têm dia possível"],
  longe: ["fica longe demais para uma viagem", "ficam longe demais para uma viagem"],
  "sem-nota": ["não tem nota", "não têm nota"],
  "travado-fora": ["foi travado fora", "foram travados fora"],
  "sem-sede": ["não tem distância conhecida", "não têm distância conhecida"],
  "sem-motivo": ["não está neste plano", "não estão neste plano"],
};

/** A municipality with what the plan did with it and why. */
export interface LinhaDeMotivo {
  readonly codigo: number;
  readonly nome: string;
  readonly regiao: string | null;
  readonly porte: Porte | null;
  readonly situacao: Situacao;
  /** A phrase: capital first, no full stop. */
  readonly motivo: string;
  /** First day of the visit; null when it is not planned. */
  readonly visita: CivilDate | null;
  readonly equipe: string | null;
  /** Working days of the visit, or those it would add; null where the reason is not of days. */
  readonly dias: number | null;
  readonly nota: number | null;
  readonly valor: number | null;
  readonly ultimaVisita: CivilDate | null;
}

export interface PecasDosMotivos {
  readonly plano: PlanoDeVisitas;
  readonly entrada: EntradaDoPlano;
  readonly municipios: readonly Municipio[];
  readonly nome: NomeDe;
  /** Tells reasons decided case by case, as a visit something requires: for use inside the team only. */
  readonly interno: boolean;
}

/** Every municipality with its reason: the planned ones by date, then the others by priority. */
export function linhasDeMotivo({ plano, entrada, municipios, nome, interno }: PecasDosMotivos): LinhaDeMotivo[] {
  const equipes = equipesDe(entrada.ajustes, nome);
  const dentro = new Map<number, { readonly viagem: Viagem; readonly parada: Parada }>(
    plano.viagens.flatMap((viagem) => viagem.paradas.map((parada) => [parada.codigo, { viagem, parada }] as const)),
  );
  const fora = new Map(plano.fora.map(({ codigo, motivo }) => [codigo, motivo]));
  const figuras = new Map(entrada.municipios.map((m) => [m.codigo, m]));
  return municipios
    .map((municipio): LinhaDeMotivo => {
      const { codigo } = municipio;
      const { nota = null, valor = null, ultimaVisita = null } = figuras.get(codigo) ?? {};
      const comum = { codigo, nome: municipio.nome, regiao: municipio.regiaoImediata?.nome ?? null, porte: municipio.porte, nota, valor, ultimaVisita };
      const visita = dentro.get(codigo);
      if (visita !== undefined) {
        const { viagem, parada } = visita;
        const motivo = motivoDentroEmPalavras(parada.motivo, entrada.ajustes.cotas, municipios, interno);
        return { ...comum, situacao: "planejado", motivo, visita: parada.chegada, equipe: rotuloDaEquipe(equipes, viagem.equipe), dias: parada.dias };
      }
      const porque = fora.get(codigo);
      return {
        ...comum,
        situacao: porque?.tipo ?? "sem-motivo",
        motivo: comMaiuscula(porque === undefined ? SITUACAO_ROTULO["sem-motivo"] : fraseDoMotivoFora(porque, nome)),
        visita: null,
        equipe: null,
        dias: porque?.tipo === "nao-cabe" || porque?.tipo === "longe" ? porque.dias : null,
      };
    })
    .sort(
      (a, b) =>
        (a.visita ?? "9").localeCompare(b.visita ?? "9") || (b.valor ?? -1) - (a.valor ?? -1) || a.codigo - b.codigo,
    );
}

/** Why a municipality is in the plan, a quota by its name. */
function motivoDentroEmPalavras(motivo: MotivoDentro, cotas: readonly Cota[], municipios: readonly Municipio[], interno: boolean): string {
  const cota = motivo.tipo === "cota" ? cotas[motivo.cota] : undefined;
  return comMaiuscula(cota === undefined ? fraseDoMotivoDentro(motivo, { interno }) : `pela cota: ${cotaEmPalavras(cota, municipios)}`);
}

/** "ao menos 3 municípios da região Alta Floresta". */
export function cotaEmPalavras(cota: Cota, municipios: readonly Municipio[]): string {
  const quantos = `ao menos ${count(cota.minimo, "município", "municípios")}`;
  if (cota.grupo === "porte") return `${quantos} de porte ${PORTE_ROTULO[cota.id]}`;
  return `${quantos} da região ${nomeDaRegiao(cota.id, municipios)}`;
}

/** Name of a região imediata; its code where no municipality is of it. */
export function nomeDaRegiao(codigo: number, municipios: readonly Municipio[]): string {
  return municipios.find(({ regiaoImediata }) => regiaoImediata?.codigo === codigo)?.regiaoImediata?.nome ?? String(codigo);
}

/** True when something requires some visit: then the public version makes reasons decided case by case read the same. */
export function temExigidas({ viagens }: Pick<PlanoDeVisitas, "viagens">): boolean {
  return viagens.some(({ paradas }) => paradas.some(({ motivo }) => motivo.tipo === "exigido"));
}

/** How many municipalities are in each situation; those with none are not here. */
export function contagemPorSituacao(linhas: readonly LinhaDeMotivo[]): ReadonlyMap<Situacao, number> {
  const contagem = new Map<Situacao, number>();
  for (const situacao of SITUACOES) {
    const n = linhas.filter((linha) => linha.situacao === situacao).length;
    if (n > 0) contagem.set(situacao, n);
  }
  return contagem;
}

/** "26 dos 142 municípios têm visita no plano. Dos 116 que ficam fora, 80 não cabem nos dias das equipes e 36 estão em carência." */
export function fraseDosMotivos(linhas: readonly LinhaDeMotivo[]): string {
  const contagem = contagemPorSituacao(linhas);
  const dentro = contagem.get("planejado") ?? 0;
  const total = linhas.length;
  const fora = total - dentro;
  if (fora === 0) return total === 1 ? "O município tem visita no plano." : `Todos os ${formatNumber(total)} municípios têm visita no plano.`;
  const primeira =
    dentro === 0
      ? `Nenhum dos ${formatNumber(total)} municípios tem visita no plano.`
      : `${formatNumber(dentro)} dos ${formatNumber(total)} municípios ${dentro === 1 ? "tem" : "têm"} visita no plano.`;
  const partes = [...contagem].flatMap(([situacao, n]) => {
    if (situacao === "planejado") return [];
    const [um, varios] = SITUACAO_NA_FRASE[situacao];
    return [fora === n ? (n === 1 ? um : varios) : `${formatNumber(n)} ${n === 1 ? um : varios}`];
  });
  return `${primeira} ${fora === 1 ? "O que fica fora" : partes.length === 1 ? `Os ${formatNumber(fora)} que ficam fora` : `Dos ${formatNumber(fora)} que ficam fora,`} ${joinPt(partes)}.`;
}

/** What a swap would do to the points of the plan, a sentence; empty where the reason is not of room. */
export function fraseDoSaldo(motivo: MotivoFora | undefined): string {
  if (motivo?.tipo !== "nao-cabe" || motivo.tiraria.length === 0) return "";
  const pontos = formatNumber(Math.abs(motivo.saldo), 1);
  if (motivo.saldo > 0) return `A troca somaria ${pontos} pontos ao plano: a busca não a encontrou, e planejar de novo pode achá-la.`;
  return motivo.saldo === 0 ? "A troca deixaria o plano com os mesmos pontos." : `A troca tiraria ${pontos} pontos do plano.`;
}

function comMaiuscula(texto: string): string {
  return texto.charAt(0).toLocaleUpperCase("pt-BR") + texto.slice(1);
}
