import type { BlocoDoDossie, ListaDoDossie, MapaDoDossie, SecaoDoDossie, TabelaDoDossie } from "../../core/dossie/dossie.ts";
import type { Bloco, Etiqueta, Grupo, Linha, Ornamento, Trecho } from "./composicao.ts";
import { ENTRELINHA, LETRA, type Letra } from "./papel.ts";
import { quebrarLinhas } from "./quebra.ts";

/** Width of a text in points, set in a letter of `corpo` points. */
export type LarguraDe = (texto: string, letra: Pick<Letra, "peso" | "corpo">) => number;

/** Where a block is being laid out. */
export interface Medida {
  readonly escala: number;
  readonly larguraDe: LarguraDe;
}

const RECUO_DA_LISTA = 9;
/** Between two cells of a row. */
const VAO = 6;
const ALTURA_DO_MAPA = 150;

/** Lays pieces one under the other. */
class Coluna {
  readonly grupos: Grupo[] = [];
  readonly ornamentos: Ornamento[] = [];
  y = 0;
  readonly medida: Medida;
  readonly width: number;
  constructor(medida: Medida, width: number) {
    this.medida = medida;
    this.width = width;
  }

  espaco(pontos: number): void {
    this.y += pontos * this.medida.escala;
  }

  /** Text in lines from the present height on; null for no text. Does not move down. */
  trecho(texto: string, de: Letra, x: number, y: number, width: number, isDireita = false): { readonly trecho: Trecho; readonly altura: number } | null {
    if (texto === "") return null;
    const { escala, larguraDe } = this.medida;
    const letra = { ...de, corpo: de.corpo * escala };
    const passo = letra.corpo * ENTRELINHA;
    const linhas = quebrarLinhas(texto, width, (pedaco) => larguraDe(pedaco, letra)).map(
      (linha, n): Linha => ({ texto: linha, x: isDireita ? x + width - larguraDe(linha.trimEnd(), letra) : x, y: y + n * passo }),
    );
    return { trecho: { tipo: "trecho", letra, linhas }, altura: linhas.length * passo };
  }

  paragrafo(etiqueta: Etiqueta, texto: string, letra: Letra): void {
    const posto = this.trecho(texto, letra, 0, this.y, this.width);
    if (posto === null) return;
    this.grupos.push({ tipo: "grupo", etiqueta, filhos: [posto.trecho] });
    this.y += posto.altura;
  }

  bloco(marcador: string | null): Bloco {
    return { altura: this.y, grupos: this.grupos, ornamentos: this.ornamentos, marcador };
  }
}

/** Title, what the place is, and the notice of made-up data. */
export function blocoDoTitulo(medida: Medida, width: number, titulo: string, subtitulo: string, demonstracao: string | null): Bloco {
  const coluna = new Coluna(medida, width);
  coluna.paragrafo("H1", titulo, LETRA.titulo);
  coluna.paragrafo("P", subtitulo, LETRA.subtitulo);
  if (demonstracao !== null) {
    coluna.espaco(3);
    const margem = 4 * medida.escala;
    const posto = coluna.trecho(demonstracao, LETRA.aviso, margem, coluna.y + margem / 2, width - 2 * margem);
    if (posto !== null) {
      coluna.grupos.push({ tipo: "grupo", etiqueta: "P", filhos: [posto.trecho] });
      coluna.ornamentos.push({ tipo: "moldura", x: 0, y: coluna.y, width, height: posto.altura + margem });
      coluna.y += posto.altura + margem;
    }
  }
  return coluna.bloco(titulo);
}

export function blocoDoRodape(medida: Medida, width: number, linhas: readonly string[]): Bloco {
  const coluna = new Coluna(medida, width);
  coluna.ornamentos.push({ tipo: "fio", x: 0, y: 0, width, forte: false });
  coluna.espaco(2);
  for (const linha of linhas) coluna.paragrafo("P", linha, LETRA.rodape);
  return coluna.bloco(null);
}

export function blocoDaSecao(medida: Medida, width: number, { titulo, blocos }: SecaoDoDossie): Bloco {
  const coluna = new Coluna(medida, width);
  coluna.paragrafo("H2", titulo, LETRA.secao);
  coluna.ornamentos.push({ tipo: "fio", x: 0, y: coluna.y, width, forte: true });
  coluna.espaco(2.5);
  for (const bloco of blocos) {
    por(coluna, bloco);
    coluna.espaco(2.5);
  }
  return coluna.bloco(titulo);
}

function por(coluna: Coluna, bloco: BlocoDoDossie): void {
  switch (bloco.tipo) {
    case "frase":
      coluna.paragrafo("P", bloco.texto, LETRA[bloco.papel]);
      break;
    case "lista":
      porLista(coluna, bloco);
      break;
    case "tabela":
      porTabela(coluna, bloco);
      break;
    case "mapa":
      porMapa(coluna, bloco);
      break;
  }
}

function porLista(coluna: Coluna, { nome, itens, marcar }: ListaDoDossie): void {
  const recuo = RECUO_DA_LISTA * coluna.medida.escala;
  const filhos: Grupo[] = [];
  for (const item of itens) {
    const posto = coluna.trecho(item, LETRA.texto, recuo, coluna.y, coluna.width - recuo);
    if (posto === null) continue;
    const alto = posto.trecho.letra.corpo * ENTRELINHA;
    const lado = marcar ? alto * 0.55 : alto * 0.24;
    coluna.ornamentos.push({ tipo: marcar ? "marcar" : "ponto", x: marcar ? 0 : recuo * 0.25, y: coluna.y + (alto - lado) / 2, lado });
    filhos.push({ tipo: "grupo", etiqueta: "LI", filhos: [{ tipo: "grupo", etiqueta: "LBody", filhos: [posto.trecho] }] });
    coluna.y += posto.altura;
    coluna.espaco(marcar ? 1 : 0.5);
  }
  coluna.grupos.push({ tipo: "grupo", etiqueta: "L", nome, filhos });
}

function porTabela(coluna: Coluna, { legenda, colunas, linhas }: TabelaDoDossie): void {
  const { escala } = coluna.medida;
  const filhos: Grupo[] = [];
  const titulo = coluna.trecho(legenda, LETRA.legenda, 0, coluna.y, coluna.width);
  if (titulo !== null) {
    filhos.push({ tipo: "grupo", etiqueta: "Caption", filhos: [titulo.trecho] });
    coluna.y += titulo.altura;
    coluna.espaco(1);
  }
  const vao = VAO * escala;
  const partes = colunas.map(({ parte }) => parte * (coluna.width + vao) - vao);
  const inicios = partes.map((_, c) => partes.slice(0, c).reduce((soma, parte) => soma + parte + vao, 0));
  const linha = (celulas: readonly string[], isCabecalho: boolean): Grupo => {
    let altura = 0;
    const grupos = celulas.map((texto, c): Grupo => {
      const posto = coluna.trecho(texto, isCabecalho ? LETRA.cabecalho : LETRA.celula, inicios[c] ?? 0, coluna.y, partes[c] ?? 0, colunas[c]?.numero);
      altura = Math.max(altura, posto?.altura ?? 0);
      const conteudo = posto === null ? [] : [posto.trecho];
      if (isCabecalho || c === 0) return { tipo: "grupo", etiqueta: "TH", escopo: isCabecalho ? "Column" : "Row", filhos: conteudo };
      return { tipo: "grupo", etiqueta: "TD", filhos: conteudo };
    });
    coluna.y += altura + 0.8 * escala;
    coluna.ornamentos.push({ tipo: "fio", x: 0, y: coluna.y, width: coluna.width, forte: isCabecalho });
    coluna.y += 0.8 * escala;
    return { tipo: "grupo", etiqueta: "TR", filhos: grupos };
  };
  filhos.push(linha(colunas.map(({ titulo: texto }) => texto), true));
  for (const celulas of linhas) filhos.push(linha(celulas, false));
  coluna.grupos.push({ tipo: "grupo", etiqueta: "Table", filhos });
}

function porMapa(coluna: Coluna, mapa: MapaDoDossie): void {
  const proporcao = mapa.vista.width / mapa.vista.height;
  const height = Math.min(coluna.width / proporcao, ALTURA_DO_MAPA * coluna.medida.escala);
  const width = height * proporcao;
  coluna.grupos.push({
    tipo: "grupo",
    etiqueta: "Figure",
    filhos: [{ tipo: "figura", x: (coluna.width - width) / 2, y: coluna.y, width, height, mapa }],
  });
  coluna.y += height;
  coluna.espaco(2);
  coluna.paragrafo("P", mapa.legenda, LETRA.nota);
}
