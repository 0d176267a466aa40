import type { MapaDoDossie, MarcaDoMapa } from "../../core/dossie/dossie.ts";

/** Sizes as parts of the width that is shown. */
const [LETRA, LADO, DENTRO] = [0.034, 0.04, 0.029];
/** Mean width of a letter as a part of its size. */
const MEIA_LARGURA = 0.25;

/** Sizes a seat is drawn at, in the units of the mesh: side of its discs and squares, size of the figures in them, size of its name. */
export function medidasDaMarca({ daqui }: Pick<MarcaDoMapa, "daqui">, largura: number): { readonly lado: number; readonly corpo: number; readonly letra: number } {
  const vezes = daqui ? 1.3 : 1;
  return { lado: largura * LADO * vezes, corpo: largura * DENTRO * vezes, letra: largura * LETRA * (daqui ? 1.25 : 1) };
}

interface Caixa {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Middle of a name's foot, in the units of the mesh. */
export interface LugarDoNome {
  readonly x: number;
  readonly y: number;
}

/**
 * Where each name goes, under its seat or over it, that of the dossier else beside it: names that would leave the frame, lie over units or
 * the scale bar, or meet one already placed are left out; the dossier's own is placed first, always.
 */
export function nomesQueCabem({ marcas, vista, escala }: Pick<MapaDoDossie, "marcas" | "vista" | "escala">): ReadonlyMap<string, LugarDoNome> {
  const daEscala = { x: vista.x, y: vista.y + vista.height * 0.86, width: escala.comprimento + vista.width * 0.06, height: vista.height * 0.14 };
  const ocupados: Caixa[] = [...(escala.comprimento === 0 ? [] : [daEscala]), ...marcas.map((marca) => daUnidade(marca, vista.width))];
  const lugares = new Map<string, LugarDoNome>();
  for (const marca of marcas.toReversed()) {
    const { lado, letra } = medidasDaMarca(marca, vista.width);
    const meia = marca.nome.length * letra * MEIA_LARGURA;
    const linha = letra * 1.2;
    const margem = vista.width * 0.01;
    const aoLado = daUnidade(marca, vista.width).width / 2 + margem + meia;
    const x = marca.daqui ? Math.min(Math.max(marca.x, vista.x + meia + margem), vista.x + vista.width - meia - margem) : marca.x;
    const centros = [
      { x, y: marca.y + lado / 2 },
      { x, y: marca.y - lado / 2 - linha },
      ...(marca.daqui ? [1, -1].map((lugar) => ({ x: marca.x + lugar * aoLado, y: marca.y - linha / 2 })) : []),
    ];
    const caixas = centros.map((centro): Caixa => ({ x: centro.x - meia, y: centro.y, width: 2 * meia, height: linha }));
    const caixa = caixas.find((uma) => isDentro(uma, vista) && !ocupados.some((outra) => isEncontro(uma, outra))) ?? (marca.daqui ? caixas[0] : undefined);
    if (caixa === undefined) continue;
    ocupados.push(caixa);
    lugares.set(marca.nome, { x: caixa.x + meia, y: caixa.y + letra });
  }
  return lugares;
}

function daUnidade(marca: MarcaDoMapa, largura: number): Caixa {
  const { lado } = medidasDaMarca(marca, largura);
  const quantas = [marca.cras, marca.creas].filter((n) => (n ?? 0) > 0).length;
  const width = quantas === 0 ? largura * 0.012 : quantas * lado;
  const height = quantas === 0 ? largura * 0.012 : lado;
  return { x: marca.x - width / 2, y: marca.y - height / 2, width, height };
}

function isDentro(a: Caixa, b: Caixa): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}

function isEncontro(a: Caixa, b: Caixa): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}
