import { count, formatDate, formatNumber, formatOrdinal, formatPercent, joinPt } from "../format.ts";
import { CASAS_DA_LISTA, type LinhaDaLista } from "../metodo/list.ts";
import type { FraseDoDossie, SecaoDoDossie } from "./dossie.ts";
import { venceMonitoramento } from "./apoio.ts";
import type { EntradaDosDossies } from "./entrada.ts";
import { figuraComPeriodo, type Posicao } from "./figura.ts";
import type { LeituraDoIndicador } from "./indicadores.ts";
import { acoesAtrasadas, planosEmVigor } from "./plano.ts";

/** Indicators the sentences name. */
const NOMEADOS = 3;
/** Part of a group that counts as its head. */
const DECIMO = 0.1;

const pontos = (x: number): string => formatNumber(x, CASAS_DA_LISTA);

/** Why the municipality is on the list or not, and what stands out in it. */
export function secaoDosDestaques(entrada: EntradaDosDossies, i: number, lidos: readonly LeituraDoIndicador[]): SecaoDoDossie {
  const municipio = entrada.municipios[i];
  const linha = entrada.linhaDe.get(municipio?.codigo ?? 0);
  if (municipio === undefined || linha === undefined) throw new RangeError(`no municipality ${i} on the list`);
  const itens = [...(linha.nota === null ? [] : [porDimensao(entrada, linha)]), ...noAlto(lidos), ...oQueMudou(lidos), ...oQueEspera(entrada, municipio.codigo)];
  const destaque: FraseDoDossie = { tipo: "frase", papel: "destaque", texto: porQue(entrada, linha, lidos) };
  return {
    id: "destaques",
    titulo: "O que chama atenção",
    largura: "inteira",
    blocos: itens.length === 0 ? [destaque] : [destaque, { tipo: "lista", nome: "O que chama atenção", itens, marcar: false }],
  };
}

function porQue({ lista, metodo, preparada }: EntradaDosDossies, linha: LinhaDaLista, lidos: readonly LeituraDoIndicador[]): string {
  const { nome, nota, posicao } = linha;
  if (nota === null || posicao === null) {
    const faltam = linha.dimensoesSemNota.map((id) => metodo.dimensoes.find((dimensao) => dimensao.id === id)?.nome ?? id);
    const onde = faltam.length === 0 ? "" : ` Faltam dados em ${joinPt(faltam)}.`;
    return `${nome} fica fora da lista por falta de dados, não por ter menos necessidade: há dado para ${formatPercent(linha.pesoPresente, 0)} do peso, e a nota pede ${formatPercent(100 * metodo.presencaMinima, 0)} em cada dimensão e no total.${onde}`;
  }
  const dentro = posicao <= metodo.k;
  const escala = preparada.bounded ? " de 0 a 100" : "";
  const somam = lidos.filter((lido) => (lido.pontos ?? 0) > 0);
  const ditos = somam.slice(0, NOMEADOS).map((lido) => `${lido.registro.nome}, ${figuraComPeriodo(lido.registro, lido.figura)}, soma ${pontos(lido.pontos ?? 0)}`);
  const deOnde = ditos.length === 0 ? "" : ` O que mais pesa: ${ditos.join("; ")}.`;
  return `${nome} tem a ${formatOrdinal(posicao, "f")} maior necessidade de apoio entre ${count(lista.linhas.length, "município", "municípios")} com nota (${pontos(nota)}${escala}): ${
    dentro ? "está" : "não está"
  } entre os ${formatNumber(metodo.k)} primeiros da lista.${deOnde}`;
}

/** "Pontos por dimensão: Rede e serviços 12,10; …", adding up to the printed score. */
function porDimensao({ lista, metodo }: EntradaDosDossies, linha: LinhaDaLista): string {
  const partes = lista.dimensoes.map((id, d) => {
    const nome = metodo.dimensoes.find((dimensao) => dimensao.id === id)?.nome ?? id;
    const valor = linha.dimensoes[d] ?? null;
    return `${nome} ${valor === null ? "sem nota" : pontos(valor)}`;
  });
  const falta = linha.pesoPresente >= 100 ? "" : ` Há dado para ${formatPercent(linha.pesoPresente, 0)} do peso.`;
  const limites = linha.minimo === null || linha.maximo === null || linha.minimo === linha.maximo ? "" : ` Com o que falta, ficaria entre ${pontos(linha.minimo)} e ${pontos(linha.maximo)}.`;
  return `A nota por dimensão: ${partes.join("; ")}.${falta}${limites}`;
}

/** Indicators in which the place is wholly in the first tenth of the state, else alone at the head of its region or size. */
function noAlto(lidos: readonly LeituraDoIndicador[]): string[] {
  const isAlto = (posicao: Posicao | null): boolean => posicao !== null && posicao.ate <= Math.floor(DECIMO * posicao.entre);
  const isPrimeira = (posicao: Posicao | null): boolean => posicao !== null && posicao.entre > 1 && posicao.ate === 1;
  const nomes = (de: (lido: LeituraDoIndicador) => boolean): string => joinPt(lidos.filter(de).map(({ registro }) => registro.nomeCurto));
  const estado = nomes(({ noEstado }) => isAlto(noEstado));
  const perto = nomes(({ noEstado, naRegiao, noPorte }) => !isAlto(noEstado) && (isPrimeira(naRegiao) || isPrimeira(noPorte)));
  return [
    ...(estado === "" ? [] : [`Entre os 10\u00a0% com mais necessidade do estado em: ${estado}.`]),
    ...(perto === "" ? [] : [`A maior necessidade da região ou do porte em: ${perto}.`]),
  ];
}

function oQueMudou(lidos: readonly LeituraDoIndicador[]): string[] {
  const nomes = (mudanca: "mais" | "menos"): string => joinPt(lidos.filter((lido) => lido.mudanca === mudanca).map(({ registro }) => registro.nomeCurto));
  const [mais, menos] = [nomes("mais"), nomes("menos")];
  if (mais === "" && menos === "") return [];
  const partes = [...(mais === "" ? [] : [`maior em ${mais}`]), ...(menos === "" ? [] : [`menor em ${menos}`])];
  return [`Comparada ao dado mais antigo dos cinco anos anteriores, a necessidade hoje é ${partes.join("; e ")}.`];
}

/** What is past its day: actions of plans, the yearly monitoring, complaints. */
function oQueEspera(entrada: EntradaDosDossies, codigo: number): string[] {
  const { apoio, denuncias, dataReferencia } = entrada;
  const atrasadas = acoesAtrasadas(planosEmVigor(entrada, codigo)).length;
  const vence = venceMonitoramento(entrada, apoio?.get(codigo) ?? []);
  const vencidas = denuncias?.get(codigo)?.vencidas ?? 0;
  const partes = [
    ...(atrasadas === 0 ? [] : [`${atrasadas === 1 ? "uma ação de plano" : `${formatNumber(atrasadas)} ações de planos`} depois do prazo`]),
    ...(vence === null || vence >= dataReferencia ? [] : [`monitoramento vencido desde ${formatDate(vence)}`]),
    ...(vencidas === 0 ? [] : [`${vencidas === 1 ? "um caso" : `${formatNumber(vencidas)} casos`} de denúncia com prazo vencido`]),
  ];
  return partes.length === 0 ? [] : [`Espera providência: ${partes.join("; ")}.`];
}
