import { formatNumber } from "../../core/format.ts";
import type { Indicador } from "../../core/indicador.ts";
import type { IndicadorDoMetodo, Metodo } from "../../core/metodo/method.ts";

/** Something wrong in a method file: the place, what was read there, what happened and what to do. */
export interface ProblemaMetodo {
  /** "dimensoes[1].indicadores[0].baliza". */
  readonly caminho: string;
  /** The value as read, cut at 80 characters; null when there is none. */
  readonly valor: string | null;
  readonly mensagem: string;
  /** What to do, a sentence starting with a verb. */
  readonly conserto: string;
}

/** Tolerance of sums that must give exactly 1 or 100. */
const SOMA = 1e-9;

/** What binds the parts of a method to each other and to the catalogue. */
export function vinculosDoMetodo(metodo: Metodo, catalogo: readonly Indicador[]): ProblemaMetodo[] {
  return [...identidade(metodo), ...noCatalogo(metodo, catalogo), ...pesos(metodo), ...balizas(metodo), ...gerais(metodo)];
}

/** What is accepted of a file but should be known, in whole sentences. */
export function avisosDoMetodo(metodo: Metodo, catalogo: readonly Indicador[]): string[] {
  const soma = metodo.dimensoes.reduce((total, { peso }) => total + peso, 0);
  const desigual = Math.abs(soma - 100) > SOMA * 100 && Math.abs(soma - 1) > SOMA;
  return [
    ...(desigual ? [`Os pesos das dimensões somam ${numero(soma)}, e não 100: cada uma entra com a sua parte da soma.`] : []),
    ...ressalvasDoMetodo(metodo, catalogo),
  ];
}

/** What must stand beside every number of a method, in whole sentences: the sum of the weights does not, since the page shows shares. */
export function ressalvasDoMetodo(metodo: Metodo, catalogo: readonly Indicador[]): string[] {
  const avisos: string[] = [];
  if (metodo.normalizacao !== "balizas") {
    avisos.push("A normalização deste método é para estudo: as notas dependem da amostra do dia e não servem para definir visitas.");
  }
  const registro = new Map(catalogo.map((indicador) => [indicador.id, indicador]));
  for (const { indicador } of comLugar(metodo)) {
    const doCatalogo = registro.get(indicador.id);
    if (doCatalogo !== undefined && doCatalogo.polaridade !== indicador.polaridade) {
      avisos.push(`O método lê “${doCatalogo.nome}” no sentido contrário ao do catálogo.`);
    }
  }
  return avisos;
}

function identidade(metodo: Metodo): ProblemaMetodo[] {
  const problemas: ProblemaMetodo[] = [];
  const dimensoes = new Set<string>();
  metodo.dimensoes.forEach(({ id }, d) => {
    if (dimensoes.has(id)) problemas.push(repetido(`dimensoes[${d}].id`, id, "dimensão"));
    dimensoes.add(id);
  });
  const indicadores = new Set<string>();
  for (const { indicador, lugar } of comLugar(metodo)) {
    if (indicadores.has(indicador.id)) problemas.push(repetido(`${lugar}.id`, indicador.id, "indicador"));
    indicadores.add(indicador.id);
  }
  if (indicadores.size === 0) {
    problemas.push({ caminho: "dimensoes", valor: null, mensagem: "Nenhuma dimensão tem indicador.", conserto: "Escreva pelo menos um indicador." });
  }
  return problemas;
}

function noCatalogo(metodo: Metodo, catalogo: readonly Indicador[]): ProblemaMetodo[] {
  const registro = new Map(catalogo.map((indicador) => [indicador.id, indicador]));
  return comLugar(metodo).flatMap(({ indicador: { id }, lugar }): ProblemaMetodo[] => {
    const conhecido = registro.get(id);
    if (conhecido === undefined) {
      return [{ caminho: `${lugar}.id`, valor: id, mensagem: `O catálogo não tem o indicador “${id}”.`, conserto: "Confira o nome, ou tire o indicador do método." }];
    }
    if (conhecido.polaridade !== "contexto") return [];
    return [{ caminho: `${lugar}.id`, valor: id, mensagem: `“${conhecido.nome}” é só contexto: não diz se há mais ou menos necessidade.`, conserto: "Tire o indicador do método." }];
  });
}

function pesos(metodo: Metodo): ProblemaMetodo[] {
  const conserto = "Dê peso maior que zero a pelo menos um.";
  if (metodo.dimensoes.every(({ peso }) => peso === 0)) {
    return [{ caminho: "dimensoes", valor: "0", mensagem: "O peso de todas as dimensões é zero: não há nota a calcular.", conserto }];
  }
  return metodo.dimensoes.flatMap(({ nome, peso, indicadores }, d): ProblemaMetodo[] => {
    if (peso === 0 || indicadores.some((indicador) => indicador.peso > 0)) return [];
    const mensagem =
      indicadores.length === 0
        ? `A dimensão “${nome}” tem peso, mas não tem indicador.`
        : `O peso de todos os indicadores da dimensão “${nome}” é zero.`;
    return [{ caminho: `dimensoes[${d}].indicadores`, valor: indicadores.length === 0 ? null : "0", mensagem, conserto: `${conserto.slice(0, -1)}, ou peso zero à dimensão.` }];
  });
}

function balizas(metodo: Metodo): ProblemaMetodo[] {
  return comLugar(metodo).flatMap(({ indicador, lugar }): ProblemaMetodo[] => {
    const { baliza, multiplicador, tipo, id } = indicador;
    const { lo, hi, origem, periodo } = baliza;
    const problemas: ProblemaMetodo[] = [];
    const valor = `${lo} a ${hi}`;
    if (lo === hi) {
      problemas.push({ caminho: `${lugar}.baliza`, valor, mensagem: `As duas balizas de “${id}” são iguais: não separam ninguém.`, conserto: "Escreva em `hi` um valor maior que o de `lo`." });
    } else if (lo > hi) {
      problemas.push({ caminho: `${lugar}.baliza`, valor, mensagem: `As balizas de “${id}” estão trocadas: \`lo\` é maior que \`hi\`.`, conserto: "Ponha o menor valor em `lo`; o sentido quem diz é `polaridade`." });
    } else if (!Number.isFinite(hi - lo)) {
      problemas.push({ caminho: `${lugar}.baliza`, valor, mensagem: `As balizas de “${id}” são largas demais para calcular.`, conserto: "Escreva valores na unidade do indicador." });
    }
    if (origem === "periodo-base" && periodo === null) {
      problemas.push({ caminho: `${lugar}.baliza.periodo`, valor: null, mensagem: "A baliza vem de um período-base, mas não diz qual.", conserto: "Escreva o período, como 2010 ou 2026-06." });
    }
    if (multiplicador !== undefined && tipo !== "rate" && tipo !== "proportion") {
      problemas.push({ caminho: `${lugar}.multiplicador`, valor: String(multiplicador), mensagem: `Só taxa (rate) e proporção (proportion) têm multiplicador, e “${id}” é ${tipo}.`, conserto: "Tire o campo `multiplicador`." });
    }
    return problemas;
  });
}

function gerais({ datas, planejamento, mapa, normalizacao, agregacao }: Metodo): ProblemaMetodo[] {
  const problemas: ProblemaMetodo[] = [];
  if (datas.fim < datas.inicio) {
    problemas.push({ caminho: "datas.fim", valor: datas.fim, mensagem: "O ciclo termina antes de começar.", conserto: "Escreva em `fim` uma data igual ou posterior a `inicio`." });
  }
  const soma = planejamento.pesoNota + planejamento.pesoTempo;
  if (Math.abs(soma - 1) > SOMA) {
    problemas.push({ caminho: "planejamento", valor: numero(soma), mensagem: `As partes da nota e do tempo somam ${numero(soma)}, e não 1.`, conserto: "Escreva `pesoNota` e `pesoTempo` que somem 1." });
  }
  const quebras = mapa?.quebras ?? [];
  if (quebras.some((quebra, i) => i > 0 && quebra <= (quebras[i - 1] ?? quebra))) {
    problemas.push({ caminho: "mapa.quebras", valor: quebras.join(", "), mensagem: "Os inícios das classes do mapa não estão em ordem crescente.", conserto: "Escreva-os do menor para o maior, sem repetir." });
  }
  if (agregacao !== "aritmetica" && (normalizacao === "z" || normalizacao === "nenhuma")) {
    problemas.push({ caminho: "agregacao", valor: agregacao, mensagem: `Com a normalização “${normalizacao}” as notas não vão de 0 a 100, e esta agregação não se aplica.`, conserto: "Use a agregação aritmetica, ou outra normalização." });
  }
  return problemas;
}

function comLugar(metodo: Metodo): { readonly indicador: IndicadorDoMetodo; readonly lugar: string }[] {
  return metodo.dimensoes.flatMap(({ indicadores }, d) =>
    indicadores.map((indicador, i) => ({ indicador, lugar: `dimensoes[${d}].indicadores[${i}]` })),
  );
}

function repetido(caminho: string, id: string, palavra: string): ProblemaMetodo {
  return { caminho, valor: id, mensagem: `O método tem mais de uma vez ${palavra === "dimensão" ? "a" : "o"} ${palavra} “${id}”.`, conserto: "Deixe só uma das vezes." };
}

function numero(x: number): string {
  return formatNumber(x, Number.isInteger(x) ? 0 : 2);
}
