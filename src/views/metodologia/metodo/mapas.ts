import { formatNumber, joinPt } from "../../../core/format.ts";
import type { ClassesDoMapa, Metodo } from "../../../core/metodo/method.ts";
import { formula, type Topico } from "./topico.ts";

/** How the maps of the index are drawn. @param capacidade name of the dimension that tells the installed capacity; null where none does */
export function topicosDoMapa({ mapa }: Metodo, capacidade: string | null): readonly Topico[] {
  return [classes(mapa), ...(capacidade === null ? [] : [bivariado(capacidade)]), agrupamentos()];
}

function classes(mapa: ClassesDoMapa | null): Topico {
  const congeladas =
    mapa === null
      ? "As classes deste método ainda não foram congeladas: o mapa usa as do dia."
      : `As deste método começam em ${joinPt(mapa.quebras.map((quebra) => formatNumber(quebra, 2)))} (${mapa.periodo}).`;
  return {
    ancora: "metodo-classes",
    titulo: "As classes do mapa",
    paragrafos: [
      `As faixas do mapa são as que deixam as notas o mais parecidas possível dentro de cada uma, calculadas uma vez e congeladas no arquivo do método: de um ciclo para o outro a mesma cor quer dizer a mesma nota. ${congeladas}`,
      "Cada faixa inclui o começo e não inclui o fim; abaixo da primeira é a primeira, e a última não tem fim.",
      "Um município fica com riscos sobre a cor quando a classe é incerta: em menos de 60 % dos sorteios a nota cai na classe mais frequente. Os riscos de “sem nota” são outros.",
    ],
    formulas: [formula("faixas que tornam mínima  Σ faixas Σ (nota − média da faixa)²")],
    fontes: ["Wang e Song, “Ckmeans.1d.dp: optimal k-means clustering in one dimension by dynamic programming”, The R Journal 3(2), 2011"],
  };
}

function bivariado(capacidade: string): Topico {
  return {
    ancora: "metodo-bivariado",
    titulo: "Mapa de duas medidas: necessidade e capacidade instalada",
    paragrafos: [
      `O mapa de nove cores cruza a necessidade (a nota) com a capacidade instalada (100 menos a nota da dimensão ${capacidade}), cada uma em três terços com o mesmo número de municípios, ou quase, quando há empates. O canto de muita necessidade e pouca capacidade é o que mais pede apoio.`,
      "Os terços comparam os municípios entre si: dizem quem tem mais, e não se é suficiente.",
    ],
    formulas: [],
    fontes: ["Olson, “Spectrally encoded two-variable maps”, Annals of the Association of American Geographers 71(2), 1981"],
  };
}

function agrupamentos(): Topico {
  return {
    ancora: "metodo-agrupamentos",
    titulo: "Agrupamentos de vizinhos, como contexto",
    paragrafos: [
      "O mapa de agrupamentos mostra onde um município e os seus vizinhos de fronteira são parecidos, ou contrários, além do que o acaso faria. É contexto para ler o mapa e não entra na nota.",
      "Taxas são antes padronizadas, para que o acaso dos municípios pequenos não pareça um padrão. A chance de o acaso fazer igual vem de trocas ao acaso entre os outros municípios, com semente publicada, contando os dois lados; como são muitos testes ao mesmo tempo, as chances são corrigidas, e só aparece o que fica em 5 % ou menos. Quem não tem vizinho com dado fica à parte.",
    ],
    formulas: [
      formula("I = (z ÷ m₂) × Σ w·z dos vizinhos,  m₂ = Σ z² ÷ N", "z: desvio da média; w: pesos iguais dos vizinhos, somando 1."),
      formula("taxa padronizada:  z = (O/n − b) ÷ √(a + b/n),  b = ΣO ÷ Σn,  a = s² − b ÷ n̄", "se a + b/n não é maior que zero, √(b/n)."),
      formula("p = mín(1, 2 × (mín(#{I* ≥ I}, #{I* ≤ I}) + 1) ÷ (permutações + 1))"),
      formula("p corrigido (Benjamini e Hochberg) = mín, sobre j ≥ i, de m × p(j) ÷ j", "m: testes feitos; p(j): o j-ésimo menor."),
    ],
    fontes: [
      "Anselin, “Local indicators of spatial association: LISA”, Geographical Analysis 27(2), 1995",
      "Assunção e Reis, “A new proposal to adjust Moran’s I for population density”, Statistics in Medicine 18, 1999",
      "Benjamini e Hochberg, “Controlling the false discovery rate”, Journal of the Royal Statistical Society B 57(1), 1995",
    ],
  };
}
