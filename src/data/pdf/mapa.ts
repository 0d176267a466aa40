import type { MarcaDoMapa } from "../../core/dossie/dossie.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import type { Figura } from "./composicao.ts";
import { LETRA, TRACO } from "./papel.ts";

interface LugarDoMapa {
  readonly x: number;
  readonly y: number;
  readonly escala: number;
  readonly mesh: SvgMesh;
}

/** Room a name may take beside its seat, in points: names that would meet one already there are left out. */
interface Ocupado {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Outlines, seats with their units, names and the scale bar, as vectors. */
export function desenharMapa(doc: PDFKit.PDFDocument, { x, y, width, height, mapa }: Figura, lugar: LugarDoMapa): void {
  const [left, top] = [lugar.x + x, lugar.y + y];
  const { vista, area, emVolta, marcas, escala } = mapa;
  const razao = width / vista.width;
  doc.save();
  doc.rect(left, top, width, height).clip();
  doc.save();
  doc.transform(razao, 0, 0, razao, left - vista.x * razao, top - vista.y * razao);
  doc.lineJoin("round");
  for (const m of emVolta) contorno(doc, lugar.mesh, m, TRACO.emVolta, TRACO.fio, 0.4 / razao);
  if (area !== null) contorno(doc, lugar.mesh, area, TRACO.area, TRACO.forte, 1.1 / razao);
  doc.restore();
  const ocupados: Ocupado[] = [];
  const naFolha = (marca: MarcaDoMapa): { readonly px: number; readonly py: number } => ({
    px: left + (marca.x - vista.x) * razao,
    py: top + (marca.y - vista.y) * razao,
  });
  for (const marca of marcas) {
    const { px, py } = naFolha(marca);
    ocupados.push(...porUnidades(doc, marca, px, py, lugar.escala));
  }
  for (const marca of [...marcas].reverse()) {
    const { px, py } = naFolha(marca);
    porNome(doc, marca, px, py, lugar.escala, { left, right: left + width, top, bottom: top + height }, ocupados);
  }
  doc.restore();
  if (escala.comprimento > 0) porEscala(doc, escala, razao, left + 4, top + height - 5, lugar.escala);
  doc.lineWidth(0.5).rect(left, top, width, height).stroke(TRACO.fio);
}

function contorno(doc: PDFKit.PDFDocument, mesh: SvgMesh, m: number, fundo: string, traco: string, largura: number): void {
  const d = mesh.paths[m] ?? "";
  if (d === "") return;
  doc.lineWidth(largura).path(d).fillAndStroke(fundo, traco);
}

/** A disc with the count of CRAS and a square with that of CREAS, side by side at the seat; a small dot where there is none. */
function porUnidades(doc: PDFKit.PDFDocument, { daqui, cras, creas }: MarcaDoMapa, px: number, py: number, escala: number): readonly Ocupado[] {
  const lado = (daqui ? 10 : 7.5) * escala;
  const corpo = lado * 0.75;
  const postas = [
    { quantos: cras, cor: TRACO.cras, isDisco: true },
    { quantos: creas, cor: TRACO.creas, isDisco: false },
  ].filter(({ quantos }) => (quantos ?? 0) > 0);
  if (postas.length === 0) {
    doc.circle(px, py, 1.4 * escala).fill(TRACO.forte);
    return [{ x: px - 2, y: py - 2, width: 4, height: 4 }];
  }
  const inicio = px - (postas.length * lado) / 2;
  postas.forEach(({ quantos, cor, isDisco }, n) => {
    const cx = inicio + (n + 0.5) * lado;
    if (isDisco) doc.circle(cx, py, lado / 2).fill(cor);
    else doc.rect(cx - lado / 2 + 0.4, py - lado / 2 + 0.4, lado - 0.8, lado - 0.8).fill(cor);
    const texto = String(quantos);
    doc.font("forte").fontSize(texto.length > 1 ? corpo * 0.8 : corpo).fillColor("#ffffff");
    doc.text(texto, cx - doc.widthOfString(texto) / 2, py, { lineBreak: false, baseline: "middle" });
  });
  return [{ x: inicio, y: py - lado / 2, width: postas.length * lado, height: lado }];
}

interface Quadro {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The name under its seat, or over it; left out when it would leave the frame or meet another, but for the dossier's own. */
function porNome(doc: PDFKit.PDFDocument, { nome, daqui }: MarcaDoMapa, px: number, py: number, escala: number, quadro: Quadro, ocupados: Ocupado[]): void {
  const { peso, corpo, cor } = daqui ? LETRA.daqui : LETRA.lugar;
  doc.font(peso).fontSize(corpo * escala);
  const width = doc.widthOfString(nome);
  const height = corpo * escala;
  const afastado = (daqui ? 6 : 4.5) * escala;
  const x = Math.min(Math.max(px - width / 2, quadro.left + 2), quadro.right - width - 2);
  const livre = [py + afastado, py - afastado - height]
    .map((y): Ocupado => ({ x, y, width, height }))
    .find((caixa) => caixa.y > quadro.top && caixa.y + height < quadro.bottom && !ocupados.some((outra) => isEncontro(caixa, outra)));
  const caixa = livre ?? (daqui ? { x, y: py + afastado, width, height } : null);
  if (caixa === null) return;
  ocupados.push(caixa);
  // Borders do not cut the letters.
  doc.save().fillOpacity(0.75).rect(caixa.x - 1, caixa.y, width + 2, height).fill(daqui ? TRACO.area : TRACO.emVolta).restore();
  doc.fillColor(cor).text(nome, caixa.x, caixa.y, { lineBreak: false });
}

function isEncontro(a: Ocupado, b: Ocupado): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}

function porEscala(doc: PDFKit.PDFDocument, { comprimento, texto }: { readonly comprimento: number; readonly texto: string }, razao: number, x: number, y: number, escala: number): void {
  const { peso, corpo, cor } = LETRA.lugar;
  const width = comprimento * razao;
  doc.lineWidth(0.8).moveTo(x, y - 3).lineTo(x, y).lineTo(x + width, y).lineTo(x + width, y - 3).stroke(TRACO.forte);
  doc.font(peso).fontSize(corpo * escala).fillColor(cor);
  doc.text(texto, x + 3, y - 2 - corpo * escala, { lineBreak: false });
}
