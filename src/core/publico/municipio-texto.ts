import { count, decapitalize, formatMonth, formatNumber, formatPeriod, joinPt } from "../format.ts";
import type { Porte } from "../municipio.ts";
import type { ComparacaoPublica, FiguraPublica, LugarNoGrupo, MunicipioPublico, PontoDaSerie } from "./municipio.ts";

/** Sentences of one section of the page, in order. */
export interface SecaoDeTexto {
  readonly id: "abertura" | "rede" | "apoio";
  readonly titulo: string;
  readonly frases: readonly string[];
}

const TAMANHO: Readonly<Record<Porte, string>> = {
  "pequeno-1": "pequeno (até 20 mil moradores)",
  "pequeno-2": "pequeno (de 20 mil a 50 mil moradores)",
  medio: "médio (de 50 mil a 100 mil moradores)",
  grande: "grande (de 100 mil a 900 mil moradores)",
  metropole: "metrópole (mais de 900 mil moradores)",
};

const LUGAR: Readonly<Record<LugarNoGrupo, string>> = {
  menor: "É menor que a mediana",
  perto: "Está perto da mediana",
  maior: "É maior que a mediana",
};

/** Distances under this are said as "a few kilometres". */
const POUCOS_KM = 5;

/** A period as it is said in a sentence: "2023", "jun. de 2026". */
export function periodoPorExtenso(periodo: string): string {
  return /^\d{4}-\d{2}$/.test(periodo) ? formatMonth(periodo).replace(" ", " de ") : formatPeriod(periodo);
}

/** Who lives here and where it is. */
export function secaoDeAbertura(m: MunicipioPublico): SecaoDeTexto {
  const frases = [
    m.populacao === null
      ? `Ainda não há número de moradores de ${m.nome} nestes dados.`
      : `${m.nome} tem ${formatNumber(m.populacao)} moradores${m.anoCenso === null ? "" : `, pelo Censo ${m.anoCenso}`}.`,
    ...(m.porte === null ? [] : [`Pelo porte, é um município ${TAMANHO[m.porte]}.`]),
    m.regiao === null ? "O IBGE ainda não disse em que região ele fica." : regiaoEmTexto(m),
  ];
  return { id: "abertura", titulo: m.nome, frases };
}

function regiaoEmTexto({ nome, regiao }: MunicipioPublico): string {
  return regiao === nome ? "A cidade dá nome à sua região." : `Fica na região de ${regiao ?? ""}.`;
}

/** CRAS and CREAS, the nearest CRAS, what it is sized for, and the families and people there are. */
export function secaoDaRede(m: MunicipioPublico): SecaoDeTexto {
  return { id: "rede", titulo: "Onde buscar ajuda", frases: [...unidades(m), ...maisPerto(m), ...capacidade(m), ...cadastro(m)] };
}

function unidades({ rede: { cras, creas } }: MunicipioPublico): string[] {
  const frases = [
    cras === null || cras.valor === 0
      ? "Estes dados não mostram nenhum CRAS na cidade."
      : `A cidade tinha ${formatNumber(cras.valor)} CRAS em ${periodoPorExtenso(cras.periodo)}.`,
  ];
  if (creas !== null && creas.valor > 0) return [...frases, `Tinha também ${formatNumber(creas.valor)} CREAS.`];
  return [...frases, "A lista não mostra CREAS aqui.", "Isso não quer dizer que falte ajuda: o CREAS de outra cidade pode atender."];
}

function maisPerto({ rede: { cras, perto } }: MunicipioPublico): string[] {
  const [outro] = perto;
  const temAqui = cras !== null && cras.valor > 0;
  const fora = outro === undefined ? [] : [`${temAqui ? "Fora da cidade, o" : "O"} CRAS mais perto fica em ${outro.nome}, ${distancia(outro.km)}.`];
  return temAqui ? ["O CRAS mais perto fica na própria cidade.", "Estes dados não trazem o endereço: pergunte na prefeitura.", ...fora] : [...fora, "Pergunte na prefeitura se já há um CRAS na cidade."];
}

function distancia(km: number): string {
  return km < POUCOS_KM ? "a poucos quilômetros em linha reta" : `a cerca de ${formatNumber(km)} km em linha reta`;
}

function capacidade({ rede: { cras, familiasPorCras, capacidadeDeclarada, familias } }: MunicipioPublico): string[] {
  const frases: string[] = [];
  if (familiasPorCras !== null) frases.push(`Numa cidade deste porte, cada CRAS pode cuidar de até ${formatNumber(familiasPorCras)} famílias: é a capacidade de referência.`);
  if (capacidadeDeclarada !== null) {
    frases.push(`A cidade disse, em ${periodoPorExtenso(capacidadeDeclarada.periodo)}, que os seus CRAS podem cuidar de ${formatNumber(capacidadeDeclarada.valor)} famílias.`);
  } else if (familiasPorCras !== null && cras !== null && cras.valor > 1) {
    frases.push(`Com ${formatNumber(cras.valor)} CRAS, são até ${formatNumber(cras.valor * familiasPorCras)} famílias.`);
  }
  if (familias !== null) frases.push(`Em ${periodoPorExtenso(familias.periodo)}, ${count(familias.valor, "família tinha", "famílias tinham", "f")} renda de até meio salário mínimo por pessoa.`);
  return frases;
}

function cadastro({ rede: { pessoas, familias } }: MunicipioPublico): string[] {
  if (pessoas === null) return [];
  const frases = [`Em ${periodoPorExtenso(pessoas.periodo)}, ${formatNumber(pessoas.valor)} pessoas daqui estavam no Cadastro Único.`];
  return familias === null ? [...frases, "Estes dados contam pessoas, e não famílias: por isso não dá para dizer se os CRAS bastam."] : frases;
}

/** What the state did for the municipality, by year. */
export function secaoDoApoio(m: MunicipioPublico): SecaoDeTexto {
  const titulo = "Que apoio o Estado deu";
  if (m.apoio === null) return { id: "apoio", titulo, frases: ["Não há registro de apoio técnico nestes dados."] };
  const { anos, fim } = m.apoio;
  const ultimo = anos.at(-1);
  const ate = `Os números vão até ${periodoPorExtenso(fim)}.`;
  if (ultimo === undefined || anos.every(({ presencial, aDistancia }) => presencial + aDistancia === 0)) {
    return { id: "apoio", titulo, frases: [`O registro não mostra apoio técnico a ${m.nome}.`, ate] };
  }
  const vezes = ultimo.presencial + ultimo.aDistancia;
  const [primeira] = ultimo.estrategias;
  return {
    id: "apoio",
    titulo,
    frases: [
      vezes === 0 ? `Em ${ultimo.ano}, o registro ainda não mostra apoio técnico a ${m.nome}.` : `Em ${ultimo.ano}, o Estado deu apoio técnico a ${m.nome} ${count(vezes, "vez", "vezes", "f")}: ${modos(ultimo.presencial, ultimo.aDistancia)}.`,
      ...(primeira === undefined ? [] : [`O mais comum foi: ${primeira.nome.toLocaleLowerCase("pt-BR")}.`]),
      ate,
      "Apoio é ajuda às equipes, e não dinheiro. Mais apoio não quer dizer que a cidade esteja bem ou mal.",
    ],
  };
}

function modos(presencial: number, aDistancia: number): string {
  if (aDistancia === 0) return presencial === 1 ? "presencial" : "todas presenciais";
  if (presencial === 0) return aDistancia === 1 ? "a distância" : "todas a distância";
  return `${formatNumber(presencial)} ${presencial === 1 ? "presencial" : "presenciais"} e ${formatNumber(aDistancia)} a distância`;
}

/** What one figure says: the figure, beside its groups, and where it went. Nothing of a figure that is not there. */
export function frasesDaFigura(figura: FiguraPublica): string[] {
  return figura.valor === null ? [] : [valorEmTexto(figura, figura.valor), ...comparacoes(figura), ...tendencia(figura)];
}

/** Figures that the municipality has none of; empty when it has them all. */
export function frasesDoQueFalta({ nome, figuras }: MunicipioPublico): string[] {
  const faltam = figuras.filter(({ valor }) => valor === null).map((figura) => decapitalize(figura.nome));
  if (faltam.length === 0) return [];
  const quais = faltam.length === figuras.length ? `Não há nenhum destes números de ${nome}.` : `De ${nome}, não há: ${joinPt(faltam)}.`;
  return [quais, "Sem dado não quer dizer zero, nem que falte o serviço."];
}

function valorEmTexto({ frase, niveis, casas, periodo }: FiguraPublica, valor: number): string {
  return frase
    .replaceAll("{periodo}", periodoPorExtenso(periodo))
    .replaceAll("{valor}", formatNumber(valor, casas))
    .replaceAll("{resposta}", niveis?.[String(valor)] ?? formatNumber(valor, casas));
}

function comparacoes(figura: FiguraPublica): string[] {
  const { porte, regiao, casas } = figura;
  const frases = [porte === null ? null : comparacao(porte, "das cidades de mesmo porte", casas), regiao === null ? null : comparacao(regiao, "da sua região", casas)];
  return frases.filter((frase) => frase !== null);
}

function comparacao({ distribuicao: { n, mediana }, lugar, iguais }: ComparacaoPublica, grupo: string, casas: number): string | null {
  if (iguais !== null) {
    const deQuem = grupo.startsWith("das") ? grupo.replace("das", "Das") : `Das cidades ${grupo}`;
    return `${deQuem}, ${formatNumber(iguais)} de ${formatNumber(n)} deram esta resposta.`;
  }
  return lugar === null ? null : `${LUGAR[lugar]} ${grupo}, que é ${formatNumber(mediana, casas)}.`;
}

function tendencia({ serie, tendencia: foi, casas }: FiguraPublica): string[] {
  const primeiro = serie[0];
  const ultimo = serie.at(-1);
  if (foi === null || primeiro === undefined || ultimo === undefined) return [];
  const quando = `De ${periodoPorExtenso(primeiro.periodo)} a ${periodoPorExtenso(ultimo.periodo)}`;
  if (foi === "parecido") return [`${quando}, mudou pouco: era ${dito(primeiro, casas)}.`];
  return [`${quando}, ${foi} de ${dito(primeiro, casas)} para ${dito(ultimo, casas)}.`];
}

function dito({ valor }: PontoDaSerie, casas: number): string {
  return formatNumber(valor, casas);
}
