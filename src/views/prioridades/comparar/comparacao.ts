import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatNumber, joinPt } from "../../../core/format.ts";
import { CASAS_NOTA, painelDe, type Contexto, type PainelExplicacao } from "../explicacao.ts";
import type { LinhaViva, Sem, UltimaVisita } from "../linha-viva.ts";
import { comSinal } from "../painel/mediana.ts";
import type { SorteioDoMunicipio } from "../use-sorteios.ts";

/** A municipality of the comparison. One that is not in the loaded data, or has no score, is not compared, and says why. */
export interface Comparado {
  readonly codigo: number;
  readonly nome: string;
  /** Null when the municipality is not in the loaded data. */
  readonly painel: PainelExplicacao | null;
  readonly sorteio: SorteioDoMunicipio | Sem;
  readonly visita: UltimaVisita | Sem;
}

export function comparadosDe(codigos: readonly number[], contexto: Contexto, viva: LinhaViva, hoje: CivilDate): Comparado[] {
  const nomes = new Map(contexto.municipios.map(({ codigo, nome }) => [codigo, nome]));
  return codigos.map((codigo) => {
    const nome = nomes.get(codigo);
    return {
      codigo,
      nome: nome ?? `Código ${codigo}`,
      painel: nome === undefined ? null : painelDe(codigo, contexto, hoje),
      sorteio: viva.sorteio(codigo),
      visita: viva.visita(codigo),
    };
  });
}

interface ComNota extends Comparado {
  readonly painel: PainelExplicacao & { readonly nota: number };
}

/** What the comparison says: who has most need by the score and where the difference lies, whether their places cross in the draws, and who is not compared. */
export function fraseDaComparacao(comparados: readonly Comparado[]): string {
  const comNota = comparados.filter((c): c is ComNota => c.painel !== null && c.painel.nota !== null);
  const fora = comparados.filter((c) => !comNota.some(({ codigo }) => codigo === c.codigo));
  const naoComparados = fora.length === 0 ? "" : ` Não ${fora.length === 1 ? "comparado" : "comparados"}: ${joinPt(fora.map((c) => `${c.nome} (${motivo(c)})`))}.`;
  const ordem = comNota.toSorted((a, b) => b.painel.nota - a.painel.nota);
  const [primeiro, segundo, ultimo] = [ordem[0], ordem[1], ordem.at(-1)];
  if (primeiro === undefined) return `Nenhum dos escolhidos tem nota: não há o que comparar.${naoComparados}`;
  if (segundo === undefined || ultimo === undefined) {
    return `${primeiro.nome} tem nota ${nota(primeiro)}. Inclua outro município com nota para comparar.${naoComparados}`;
  }
  if (primeiro.painel.nota === ultimo.painel.nota) {
    return `${joinPt(ordem.map(({ nome }) => nome))} têm a mesma nota, ${nota(primeiro)}.${naoComparados}`;
  }
  const empatados = ordem.filter((c) => c.painel.nota === primeiro.painel.nota);
  const quem =
    empatados.length === 1
      ? `Pela nota, ${primeiro.nome} tem mais necessidade de apoio (${nota(primeiro)}) e ${ultimo.nome}, menos (${nota(ultimo)})`
      : `Pela nota, ${joinPt(empatados.map(({ nome }) => nome))} têm mais necessidade de apoio (${nota(primeiro)}) e ${ultimo.nome}, menos (${nota(ultimo)})`;
  return `${quem}${maiorDiferenca(primeiro, ultimo)}.${cruzamento(empatados.length === 1 ? primeiro : null, segundo)}${naoComparados}`;
}

/** Why a municipality is not compared; null when it is. */
export function motivo({ painel }: Comparado): string | null {
  if (painel === null) return "não está na base carregada";
  return painel.nota === null ? "dados insuficientes" : null;
}

function nota({ painel }: ComNota): string {
  return formatNumber(painel.nota, CASAS_NOTA);
}

/** Where most of the difference between two scores comes from, as printed. */
function maiorDiferenca(a: ComNota, b: ComNota): string {
  const outros = new Map(b.painel.dimensoes.map(({ id, pontos }) => [id, pontos ?? 0]));
  const diferencas = a.painel.dimensoes
    .map(({ id, nome, pontos }) => ({ nome, diferenca: (pontos ?? 0) - (outros.get(id) ?? 0) }))
    .filter(({ diferenca }) => diferenca > 0)
    .toSorted((x, y) => y.diferenca - x.diferenca);
  const [maior] = diferencas;
  if (maior === undefined) return "";
  return `; a diferença de ${formatNumber(a.painel.nota - b.painel.nota, CASAS_NOTA)} pontos vem mais de ${maior.nome} (${comSinal(maior.diferenca)})`;
}

/** Whether the first two may change places. */
function cruzamento(a: ComNota | null, b: ComNota): string {
  if (a === null || typeof a.sorteio === "string" || typeof b.sorteio === "string") return "";
  const cruzam = a.sorteio.de <= b.sorteio.ate && b.sorteio.de <= a.sorteio.ate;
  return cruzam
    ? ` Nos sorteios, as posições de ${a.nome} e ${b.nome} se cruzam: a ordem entre eles não é firme.`
    : ` Nos sorteios, as posições de ${a.nome} e ${b.nome} não se cruzam.`;
}

/** "2 de 4 indicadores", "nenhum de 4 indicadores". */
export function presencaEmPalavras(presentes: number, total: number): string {
  return `${presentes === 0 ? "nenhum" : formatNumber(presentes)} de ${count(total, "indicador", "indicadores")}`;
}
