import { count, joinPt } from "../../../core/format.ts";
import { indicadoresDoMetodo, type Metodo, type TipoIndicador } from "../../../core/metodo/method.ts";
import { formula, type Topico } from "./topico.ts";

/** How small numbers are treated. @param nomeDe name of an indicator by its id */
export function topicosDosNumerosPequenos(metodo: Metodo, nomeDe: (id: string) => string): readonly Topico[] {
  const doTipo = (tipo: TipoIndicador): readonly string[] =>
    indicadoresDoMetodo(metodo).flatMap((indicador) => (indicador.tipo === tipo ? [nomeDe(indicador.id)] : []));
  return [taxas(doTipo("rate")), proporcoes(doTipo("proportion")), intervalos()];
}

function usadosEm(nomes: readonly string[], oQue: string): string {
  if (nomes.length === 0) return `Nenhum indicador deste método é ${oQue}.`;
  return `Neste método: ${joinPt(nomes)} (${count(nomes.length, "indicador", "indicadores")}), onde a fonte publica as contagens.`;
}

function taxas(nomes: readonly string[]): Topico {
  return {
    ancora: "metodo-encolhimento",
    titulo: "Números pequenos: encolhimento das taxas",
    paragrafos: [
      "Em um município pequeno, um caso a mais muda muito a taxa. Por isso a taxa usada é uma média entre a do próprio município e a de municípios como ele: quanto menos gente exposta, mais perto da dos outros. Isso se chama encolhimento.",
      "Os “municípios como ele” são os do mesmo porte, quando pelo menos 20 do porte têm dado; senão, todos. A conta estima o quanto as taxas diferem além do acaso (Clayton e Kaldor). Se ela não se estabiliza, vale a de Marshall; se nem o acaso é superado, todos ficam com a taxa do conjunto.",
      "O painel mostra sempre, ao lado do valor usado, a contagem, a taxa publicada, o seu intervalo e o “peso dos dados do próprio município”. Um valor publicado sem contagens, ou cujas contagens não batem com ele, é usado como foi publicado, e a tela diz por quê.",
      usadosEm(nomes, "taxa"),
    ],
    formulas: [
      formula("taxa usada = (O + ν) ÷ (n + β) = p × O/n + (1 − p) × ν/β,  p = n ÷ (n + β)", "O: eventos; n: expostos; taxas a priori gama de forma ν e taxa β; p: peso dos dados do próprio município."),
      formula("Clayton e Kaldor:  θ̂ = (O + ν) ÷ (E + α);  ν/α = média de θ̂;  ν/α² = Σ (1 + α/E)(θ̂ − ν/α)² ÷ (N − 1)", "repetidas até parar; E: eventos esperados pela taxa do conjunto; β = α ÷ taxa do conjunto."),
      formula("Marshall:  m = ΣO ÷ Σn;  a = Σ n(O/n − m)² ÷ Σn − m ÷ n̄;  taxa = m + a ÷ (a + m/n) × (O/n − m)", "n̄: média de expostos; se a ≤ 0, a taxa de todos é m."),
    ],
    fontes: [
      "Clayton e Kaldor, “Empirical Bayes estimates of age-standardized relative risks for use in disease mapping”, Biometrics 43(3), 1987",
      "Marshall, “Mapping disease and mortality rates using empirical Bayes estimators”, Applied Statistics 40(2), 1991",
    ],
  };
}

function proporcoes(nomes: readonly string[]): Topico {
  return {
    ancora: "metodo-proporcoes",
    titulo: "Números pequenos: encolhimento das proporções",
    paragrafos: [
      "Uma proporção é uma parte de um todo contado, e nunca passa de 100 %. Ela encolhe do mesmo jeito, com uma distribuição beta no lugar da gama, e os mesmos grupos por porte.",
      "Se as proporções não diferem além do acaso, todos ficam com a do conjunto. Se cada município só tem 0 % ou 100 %, nada se aprende com os outros, e cada um fica com a sua.",
      usadosEm(nomes, "proporção"),
    ],
    formulas: [
      formula("b = ΣO ÷ Σn;  s² = Σ n(O/n − b)² ÷ Σn;  A = (n̄·s² − b(1 − b)) ÷ (n̄ − 1)"),
      formula("proporção usada = b + n·A ÷ ((n − 1)·A + b(1 − b)) × (O/n − b)", "O: casos; n: total; A: variância entre municípios além do acaso."),
    ],
    fontes: ["Martuzzi e Elliott, “Empirical Bayes estimation of small area prevalence of non-rare conditions”, Statistics in Medicine 15(17), 1996"],
  };
}

function intervalos(): Topico {
  return {
    ancora: "metodo-intervalos",
    titulo: "Intervalo do número publicado",
    paragrafos: [
      "O intervalo de 95 % diz quanto o número publicado poderia ter variado só por acaso. Ele é do número publicado, e não do encolhido.",
      "Para proporções, o de Wilson. Para taxas, o de Byar a partir de 10 eventos e o exato de Poisson abaixo de 10, como faz a saúde pública inglesa.",
    ],
    formulas: [
      formula("Wilson:  (2O + z² ± z √(z² + 4O(1 − O/n))) ÷ (2(n + z²))"),
      formula("Byar:  O (1 − 1/(9O) − z/(3√O))³  a  (O + 1)(1 − 1/(9(O + 1)) + z/(3√(O + 1)))³,  sobre n"),
      formula("Exato:  χ²(2,5 %; 2O) ÷ 2  a  χ²(97,5 %; 2O + 2) ÷ 2,  sobre n", "z = 1,96 para 95 %."),
    ],
    fontes: [
      "Wilson, “Probable inference, the law of succession, and statistical inference”, JASA 22(158), 1927",
      "Breslow e Day, Statistical Methods in Cancer Research, volume II, IARC, 1987 (Byar)",
      "Garwood, “Fiducial limits for the Poisson distribution”, Biometrika 28(3/4), 1936",
      "Public Health England, Technical Guide: Confidence Intervals, 2018",
    ],
  };
}
