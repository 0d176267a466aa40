import { count, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import { CASAS_DA_LISTA } from "../../../core/metodo/list.ts";
import { indicadoresDoMetodo, TIPOS_INDICADOR, type Agregacao, type Metodo, type Normalizacao, type TipoIndicador } from "../../../core/metodo/method.ts";
import { formula, type Topico } from "./topico.ts";

const OCDE = "OCDE e Centro Comum de Pesquisa da Comissão Europeia, Handbook on Constructing Composite Indicators, 2008";

const TIPO: Readonly<Record<TipoIndicador, string>> = {
  rate: "taxa (eventos de uma população exposta)",
  proportion: "proporção (parte de um todo)",
  level: "nível (resposta ou nota em degraus, ou índice de escala própria)",
  flag: "sim ou não",
  amount: "quantidade",
};

const NORMALIZACAO: Readonly<Record<Normalizacao, string>> = {
  balizas: "balizas fixas",
  "min-max": "mínimo e máximo da amostra (para estudo)",
  z: "desvios em relação à média (para estudo)",
  percentil: "posição percentil (para estudo)",
  nenhuma: "sem normalização (para estudo)",
};

const AGREGACAO: Readonly<Record<Agregacao, string>> = {
  aritmetica: "média aritmética ponderada",
  "potencia-2": "média de potência 2",
  "complemento-geometrica": "complemento da média geométrica",
};

/** How the score is made, from the figures to the printed points. */
export function topicosDaNota(metodo: Metodo): readonly Topico[] {
  return [tipos(metodo), normalizacao(metodo), ausentes(metodo), agregacao(metodo), contribuicoes(metodo), comparacoes()];
}

function tipos(metodo: Metodo): Topico {
  const usados = indicadoresDoMetodo(metodo);
  const contagem = TIPOS_INDICADOR.flatMap((tipo) => {
    const n = usados.filter((indicador) => indicador.tipo === tipo).length;
    return n === 0 ? [] : [`${formatNumber(n)} de ${TIPO[tipo]}`];
  });
  return {
    ancora: "metodo-tipos",
    titulo: "O que entra na conta",
    paragrafos: [
      `O método usa ${count(usados.length, "indicador", "indicadores")}: ${joinPt(contagem)}. O tipo decide o tratamento: só taxas e proporções que vêm com as suas contagens são encolhidas.`,
      "Cada indicador tem sentido (▲ quanto maior, mais necessidade; ▼ quanto maior, menos necessidade), balizas, fonte e validade. Um valor cujo período terminou há mais meses do que a validade continua na conta, com a marca de “além da validade”.",
    ],
    formulas: [],
    fontes: [],
  };
}

function normalizacao({ normalizacao: emUso }: Metodo): Topico {
  const estudo = emUso === "balizas" ? [] : [`Atenção: o método em vigor usa ${NORMALIZACAO[emUso]}. As notas dependem da amostra do dia e não servem para definir visitas.`];
  return {
    ancora: "metodo-normalizacao",
    titulo: "Da medida à escala de 0 a 100",
    paragrafos: [
      "Cada indicador tem duas balizas fixas, escolhidas antes de ver os dados do ciclo. Na baliza de menos necessidade o indicador vale 0; na de mais necessidade vale 100; no meio, a parte do caminho percorrida; além das balizas, 0 ou 100. O sentido (▲ ou ▼) está dentro da fórmula.",
      "As balizas são procuradas nesta ordem: a meta da norma contra o mínimo; os limites naturais da escala; os percentis 5 e 95 de um período-base com nome e data. Nunca são o menor e o maior valor do dia: a saída de um município não muda o valor normalizado de nenhum outro.",
      "A página Prioridades deixa ver outras normalizações: mínimo e máximo, desvios, percentil, nenhuma. São para estudo e levam essa marca, porque nelas o número de um município depende dos outros.",
      ...estudo,
    ],
    formulas: [
      formula("▲  y = 100 × mín(1, máx(0, (x − lo) ÷ (hi − lo)))"),
      formula("▼  y = 100 × mín(1, máx(0, (hi − x) ÷ (hi − lo)))", "x: valor na unidade do indicador; lo e hi: balizas inferior e superior; y: de 0 a 100, maior = mais necessidade."),
    ],
    fontes: [
      "PNUD, Relatório do Desenvolvimento Humano, nota técnica 1 (balizas fixas)",
      `${OCDE}, passo 5 (normalizações)`,
      "Hyndman e Fan, “Sample quantiles in statistical packages”, The American Statistician 50(4), 1996, definição 7 (percentis do período-base)",
    ],
  };
}

function ausentes({ presencaMinima }: Metodo): Topico {
  const minimo = formatPercent(100 * presencaMinima, 1);
  return {
    ancora: "metodo-ausentes",
    titulo: "Quando falta um número: sem nota e limites",
    paragrafos: [
      `O que falta não vira zero nem média. Em cada dimensão, e depois no total, o peso do que falta passa para o que há, desde que esteja presente pelo menos ${minimo} do peso. Abaixo disso o município fica “sem nota”, em lista à parte, com as dimensões que faltam.`,
      "Quando falta alguma coisa, a tela mostra também os limites da nota: a menor e a maior que ela poderia ter, fosse qual fosse o número que falta. São limites certos, e não uma estimativa.",
    ],
    formulas: [
      formula("S = Σ presentes W·y ÷ Σ presentes W"),
      formula("S mín = Σ presentes W·y"),
      formula("S máx = S mín + 100 × Σ ausentes W", "W: parte do peso total, sem passar peso de um para outro. Nas outras agregações, os limites são a nota com o que falta em 0 e em 100."),
    ],
    fontes: [`${OCDE}, passo 3`, "Becker e outros, “COINr: an R package for developing composite indicators”, Journal of Open Source Software 7(78), 2022 (peso mínimo presente)"],
  };
}

function agregacao({ agregacao: emUso, dimensoes }: Metodo): Topico {
  return {
    ancora: "metodo-agregacao",
    titulo: "Dos indicadores à nota",
    paragrafos: [
      `A nota junta os indicadores em cada dimensão e depois as ${formatNumber(dimensoes.length)} dimensões, nos dois passos pela mesma conta. Este método usa a ${AGREGACAO[emUso]}.`,
      "Duas variantes mostram quanto a escolha pesa. A média de potência 2 e o complemento da média geométrica dão mais peso às necessidades altas: uma dimensão grave não é apagada por outras boas. No complemento, cada nota deixa pelo menos 1 ponto de folga: sem isso, todos os municípios com algum indicador em 100 empatariam em 100. A média geométrica da própria necessidade nunca é usada: nela, um único zero zeraria a nota de quem mais precisa no resto.",
      "Notas que diferem por menos de um bilionésimo são a mesma nota e dividem a posição; a seguinte é pulada (1, 2, 2, 4).",
    ],
    formulas: [
      formula("Aritmética:  S = Σ w·y"),
      formula("Potência 2:  S = (Σ w·y²)^½"),
      formula("Complemento da geométrica:  S = 100 − Π máx(100 − y, 1)^w", "w: parte do peso entre irmãos, somando 1; y: nota do indicador ou da dimensão."),
    ],
    fontes: [`${OCDE}, passo 6`, "PNUD, Relatório do Desenvolvimento Humano 2010 (média geométrica do desenvolvimento, aqui vista do lado da necessidade)"],
  };
}

function contribuicoes({ agregacao: emUso }: Metodo): Topico {
  const emVigor: Readonly<Record<Agregacao, string>> = {
    aritmetica: "peso da dimensão vezes peso do indicador vezes valor de 0 a 100",
    "potencia-2": "a forma de Euler da média de potência",
    "complemento-geometrica": "a parte de cada um na soma dos logaritmos",
  };
  return {
    ancora: "metodo-contribuicoes",
    titulo: "De onde vem cada ponto",
    paragrafos: [
      `A nota é desmontada em pontos, sem sobra: neste método, os pontos de um indicador são ${emVigor[emUso]}. Os pontos dos indicadores somam os da sua dimensão, e os das dimensões somam a nota.`,
      `Na tela e nos arquivos os pontos têm ${count(CASAS_DA_LISTA, "casa", "casas", "f")} e somam a nota impressa até o último algarismo. Cada parte é cortada para baixo, e os centésimos que sobram vão para os maiores restos; nenhuma parte muda um centésimo inteiro.`,
    ],
    formulas: [
      formula("Aritmética:  c = W dimensão × w indicador × y", "pesos já passados para o que está presente."),
      formula("Potência p (Euler):  c = y × ∂S/∂y = w × y^p × S^(1 − p)", "em cada nível; a soma dos c é S porque a média é homogênea de grau 1."),
      formula("Complemento da geométrica:  c = S × w·ℓ(y) ÷ Σ w·ℓ(y),  ℓ(y) = −ln(1 − y/100)", "se algum y é 100, só os que estão em 100 recebem pontos, pelo peso."),
    ],
    fontes: ["Teorema de Euler das funções homogêneas", "Balinski e Young, Fair Representation, Yale University Press, 1982 (maiores restos, método de Hamilton)"],
  };
}

function comparacoes(): Topico {
  return {
    ancora: "metodo-comparacoes",
    titulo: "Diante do município do meio, e entre dois períodos",
    paragrafos: [
      "O painel compara os pontos do município com os do município do meio da lista: um município de verdade, o da mediana inferior das notas, para que as diferenças somem exatamente a diferença das notas.",
      "Entre dois períodos, a mudança da nota é separada em duas: o que mudou nos próprios números e o que mudou porque os pesos, ou os dados presentes, são outros. Um indicador que só existe em um dos períodos conta todo na segunda parte.",
    ],
    formulas: [
      formula("real = ½ (W₀ + W₁)(y₁ − y₀)"),
      formula("pesos e dados = ½ (y₀ + y₁)(W₁ − W₀)", "0 e 1: antes e depois, com as mesmas balizas; as duas partes somam a mudança da nota."),
    ],
    fontes: ["Bennet, “The theory of measurement of changes in cost of living”, Journal of the Royal Statistical Society 83(3), 1920"],
  };
}
