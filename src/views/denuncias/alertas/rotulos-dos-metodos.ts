import type { TipoDeSerie } from "../../../core/alerta/series.ts";
import { BASE_MAXIMA, BASE_MINIMA, CAUDA, METODOS, type MetodoDeAlerta } from "../../../core/alerta/metodos.ts";
import { capitalize, formatPercent } from "../../../core/format.ts";
import type { SelectOption } from "../../../ui/filters/SelectField.tsx";

interface Metodo {
  readonly nome: string;
  readonly grupo: string;
  /** How it says what was expected, in plain words. */
  readonly explica: string;
  readonly fonte: string;
}

const USUAIS = "Para o uso da casa";
const OUTROS = "Para comparar com outros sistemas";
const BASE = `A base são os meses anteriores, de ${BASE_MINIMA} a ${BASE_MAXIMA}.`;
const NA_VERDADE = "contagens pequenas passam deles mais vezes, e a conta do acaso já o diz.";
const CHANCE = formatPercent(CAUDA * 100, 0);

export const METODO: Readonly<Record<MetodoDeAlerta, Metodo>> = {
  exato: {
    nome: "Limites exatos, com a variação da série",
    grupo: USUAIS,
    explica: `${BASE} A taxa média deles, vezes os dias do mês, dá o esperado; a faixa vem da distribuição exata de contagens pequenas (Poisson), alargada quando a série varia mais do que o acaso (medido pelo σz de Laney; binomial negativa). Um mês comum passa do limite de cima no máximo ${CHANCE} das vezes.`,
    fonte: "Laney (2002), Quality Engineering 14(4), para a variação; a faixa exata é nossa escolha",
  },
  poisson: {
    nome: "Carta c/u com limites exatos de Poisson",
    grupo: USUAIS,
    explica: `${BASE} A faixa vem da distribuição de Poisson, sem alargar: em séries que variam muito, dá alertas a mais. Fora isso, um mês comum passa do limite de cima no máximo ${CHANCE} das vezes.`,
    fonte: "distribuição de Poisson, calculada exatamente",
  },
  laney: {
    nome: "Carta u′ de Laney",
    grupo: USUAIS,
    explica: `${BASE} A faixa é simétrica, com a variação da própria série; por isso pede ao menos 5 denúncias esperadas no mês. Os limites são os de ${CHANCE} pela curva normal; ${NA_VERDADE}`,
    fonte: "Laney (2002), Quality Engineering 14(4); conferido com qicharts2",
  },
  bayes: {
    nome: "Previsão bayesiana",
    grupo: USUAIS,
    explica: `${BASE} Diz o que se espera do mês levando em conta que a base é curta: quanto menos denúncias antes, mais larga a faixa. Um mês comum passa do limite de cima no máximo ${CHANCE} das vezes.`,
    fonte: "Riebler (2004), com a exposição; a regra foi conferida com o pacote surveillance, do R",
  },
  farrington: {
    nome: "Farrington flexível (tendência e época do ano)",
    grupo: USUAIS,
    explica: `Um modelo dos anos anteriores (2 a 5) com a época do ano e, a partir de 3 anos, a tendência; surtos passados pesam menos e os 3 meses anteriores ficam fora. Pede 5 denúncias nos últimos 4 meses. Um mês comum passa do limite de cima no máximo ${CHANCE} das vezes, um pouco mais quando os anos são poucos.`,
    fonte: "Noufaily et al. (2013), Statistics in Medicine 32; o ajuste foi conferido com o pacote surveillance, do R",
  },
  "carta-u": {
    nome: "Carta u (limites normais)",
    grupo: OUTROS,
    explica: `${BASE} Faixa simétrica de Poisson, de ${CHANCE} pela curva normal; pede ao menos 5 denúncias esperadas no mês. ${capitalize(NA_VERDADE)}`,
    fonte: "Shewhart; conferido com qicharts2",
  },
  "carta-i": {
    nome: "Carta I (valores individuais)",
    grupo: OUTROS,
    explica: `${BASE} A faixa vem da diferença entre um mês e o seguinte; não leva em conta os dias do mês. Pede ao menos 5 denúncias esperadas. Os limites são os de ${CHANCE} pela curva normal; ${NA_VERDADE}`,
    fonte: "Nelson (1982), Journal of Quality Technology 14; conferido com qicharts2",
  },
  "ears-c1": {
    nome: "EARS C1",
    grupo: OUTROS,
    explica: "Média dos 7 meses anteriores mais 3,09 desvios. Pede média de ao menos 5. Com base tão curta, um mês comum passa do limite em mais de 1 % das vezes, e a conta do acaso já o diz (t de Student).",
    fonte: "Hutwagner et al. (2003), Journal of Urban Health 80; conferido com o pacote surveillance, do R",
  },
  "ears-c2": {
    nome: "EARS C2",
    grupo: OUTROS,
    explica: "Como C1, mas a base pula os dois meses anteriores, para que uma subida que começou não a levante. Pede média de ao menos 5.",
    fonte: "Hutwagner et al. (2003), Journal of Urban Health 80; conferido com o pacote surveillance, do R",
  },
  "farrington-1996": {
    nome: "Farrington (1996)",
    grupo: OUTROS,
    explica: "Os mesmos meses dos anos anteriores (2 a 5), um de cada lado; surtos passados pesam menos. Pede 5 denúncias nos últimos 4 meses.",
    fonte: "Farrington et al. (1996), JRSS A 159; conferido com o pacote surveillance, do R",
  },
  rki: {
    nome: "Instituto Robert Koch",
    grupo: OUTROS,
    explica: "Os mesmos meses dos dois anos anteriores, um de cada lado; o limite vem de uma tabela de Poisson. Não dá probabilidade: o acaso e a correção para muitas séries não se calculam.",
    fonte: "Crow e Gardner (1959), Biometrika 46; conferido com o pacote surveillance, do R",
  },
};

export const OPCOES_DE_METODO: readonly SelectOption<MetodoDeAlerta>[] = METODOS.map((metodo) => ({
  valor: metodo,
  rotulo: METODO[metodo].nome,
  grupo: METODO[metodo].grupo,
}));

export const TIPO_ROTULO: Readonly<Record<TipoDeSerie, string>> = {
  territorio: "Todo o território",
  regiao: "Região",
  municipio: "Município",
  tema: "Tema",
};

/** The method of the address, or the first where it names none there is. */
export function metodoDe(texto: string): MetodoDeAlerta {
  return METODOS.find((metodo) => metodo === texto) ?? METODOS[0];
}
