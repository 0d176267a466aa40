import type { Dossie, SecaoDoDossie } from "../../core/dossie/dossie.ts";
import { blocoDaSecao, blocoDoRodape, blocoDoTitulo, type LarguraDe, type Medida } from "./blocos.ts";
import type { Bloco, BlocoPosto, Composicao, Folha } from "./composicao.ts";
import { A4, ESCALAS, LARGURA_UTIL, MARGEM } from "./papel.ts";

const ALTURA_UTIL = A4.height - 2 * MARGEM;
const ENTRE_COLUNAS = 14;
const ENTRE_FAIXAS = 4;
const MEIA = (LARGURA_UTIL - ENTRE_COLUNAS) / 2;

/** Blocks side by side, each with its place in the band. */
interface Faixa {
  readonly altura: number;
  readonly postos: readonly BlocoPosto[];
}

/**
 * Lays a dossier out on A4 at the largest of `ESCALAS` at which it takes one sheet;
 * at the least of them, and as many sheets as it takes, when it fits at none.
 */
export function comporDossie(dossie: Dossie, larguraDe: LarguraDe): Composicao {
  let [de, ate] = [0, ESCALAS.length - 1];
  while (de < ate) {
    const meio = (de + ate) >> 1;
    const escala = ESCALAS[meio] ?? 1;
    if (alturaDe(faixasDe(dossie, { escala, larguraDe }), escala) <= ALTURA_UTIL) ate = meio;
    else de = meio + 1;
  }
  const escala = ESCALAS[de] ?? 1;
  return { dossie, escala, folhas: folhasDe(faixasDe(dossie, { escala, larguraDe }), escala) };
}

function faixasDe({ titulo, subtitulo, demonstracao, secoes, rodape }: Dossie, medida: Medida): readonly Faixa[] {
  const faixas: Faixa[] = [inteira(blocoDoTitulo(medida, LARGURA_UTIL, titulo, subtitulo, demonstracao))];
  for (const grupo of agrupadas(secoes)) {
    const primeira = grupo[0];
    if (primeira?.largura === "inteira") faixas.push(inteira(blocoDaSecao(medida, LARGURA_UTIL, primeira)));
    else faixas.push(emDuasColunas(grupo.map((secao) => blocoDaSecao(medida, MEIA, secao)), ENTRE_FAIXAS * medida.escala));
  }
  if (rodape.length > 0) faixas.push(inteira(blocoDoRodape(medida, LARGURA_UTIL, rodape)));
  return faixas;
}

function inteira(bloco: Bloco): Faixa {
  return { altura: bloco.altura, postos: [{ x: 0, y: 0, bloco }] };
}

/** Whole sections by themselves; half ones with the halves that follow. */
function agrupadas(secoes: readonly SecaoDoDossie[]): readonly (readonly SecaoDoDossie[])[] {
  const grupos: SecaoDoDossie[][] = [];
  for (const secao of secoes) {
    const ultimo = grupos.at(-1);
    if (secao.largura === "metade" && ultimo?.[0]?.largura === "metade") ultimo.push(secao);
    else grupos.push([secao]);
  }
  return grupos;
}

/** The first ones on the left and the others on the right, cut where the taller column is shortest: read down, then down. */
function emDuasColunas(blocos: readonly Bloco[], vao: number): Faixa {
  let melhor: Faixa | null = null;
  for (let corte = 1; corte <= blocos.length; corte += 1) {
    const esquerda = empilhados(blocos.slice(0, corte), 0, vao);
    const direita = empilhados(blocos.slice(corte), MEIA + ENTRE_COLUNAS, vao);
    const altura = Math.max(esquerda.altura, direita.altura);
    if (melhor === null || altura < melhor.altura) melhor = { altura, postos: [...esquerda.postos, ...direita.postos] };
  }
  return melhor ?? { altura: 0, postos: [] };
}

function empilhados(blocos: readonly Bloco[], x: number, vao: number): Faixa {
  let y = 0;
  const postos = blocos.map((bloco): BlocoPosto => {
    const posto = { x, y, bloco };
    y += bloco.altura + vao;
    return posto;
  });
  return { altura: Math.max(0, y - vao), postos };
}

function alturaDe(faixas: readonly Faixa[], escala: number): number {
  return faixas.reduce((soma, { altura }) => soma + altura, 0) + (faixas.length - 1) * ENTRE_FAIXAS * escala;
}

/** Bands down the sheets; one that does not fit under the others opens the next sheet. */
function folhasDe(faixas: readonly Faixa[], escala: number): readonly Folha[] {
  const folhas: BlocoPosto[][] = [[]];
  let y = 0;
  for (const { altura, postos } of faixas) {
    // Less than a thousandth of a point: sums made in another order.
    if (y > 0 && y + altura > ALTURA_UTIL + 0.001) {
      folhas.push([]);
      y = 0;
    }
    for (const posto of postos) folhas.at(-1)?.push({ ...posto, x: MARGEM + posto.x, y: MARGEM + y + posto.y });
    y += altura + ENTRE_FAIXAS * escala;
  }
  return folhas.map((postos) => ({ postos }));
}
