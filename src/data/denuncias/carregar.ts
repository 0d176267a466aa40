import type { CasosEmColunas } from "../../core/denuncias/colunas.ts";
import { codigoDoPasso, SEM_CODIGO, SEM_DIA, type Passo } from "../../core/denuncias/passos.ts";
import { SITUACAO_ROTULO } from "../contracts/denuncias.ts";
import { andamentosParaORelogio, denunciasParaORelogio } from "../queries/andamentos-colunas.ts";
import { readColumns, type Columns, type TextColumn } from "../session/read-columns.ts";
import type { CasosCarregados } from "./perguntas.ts";
import type { ColunasCruas } from "./relogio-mensagens.ts";

/** Dated columns of a complaint that are events, but for the forwarding, whose step depends on the declared state. */
const PASSO_DA_COLUNA = {
  registro: "registro",
  notificacao: "notificacao",
  manifestacao: "manifestacao",
  visita: "verificacao",
  relatorio: "relatorio",
  manifestacao_tecnica: "manifestacao-tecnica",
  resposta: "resposta",
  arquivamento: "arquivamento",
} as const satisfies Record<string, Passo>;

const ARQUIVAMENTO = codigoDoPasso("arquivamento");
const SITUACOES = Object.keys(SITUACAO_ROTULO);
/** Where a complaint was forwarded, by its declared state; elsewhere to the municipality. */
const ENCAMINHAMENTOS: Readonly<Record<string, Passo>> = {
  "encaminhada-outro-orgao": "encaminhamento-outro-orgao",
  "encaminhada-controle": "encaminhamento-controle",
};

/** Every forwarding there is: the complaint's row has one column for all of them. */
const ENCAMINHAR = (["encaminhamento-outro-orgao", "encaminhamento-municipio", "encaminhamento-controle"] as const).reduce((bits, passo) => bits | (1 << codigoDoPasso(passo)), 0);

/**
 * Cases and their events, from the two extracts as the engine wrote them. Of a protocol
 * on several rows one counts: the oldest registration, then the latest step, then the
 * first row. A day in a column of the complaint is an event too, unless an event of the
 * same step and day says so already; an archiving that gives no ground has the row's.
 * Events of no complaint are counted and left out.
 * @throws TypeError when the columns are not those of the queries
 */
export function carregarCasos({ denuncias, andamentos }: ColunasCruas): CasosCarregados {
  const linhas = porOrdem(readColumns(denuncias, denunciasParaORelogio.row), "linha");
  const eventos = andamentos === null ? null : porOrdem(readColumns(andamentos, andamentosParaORelogio.row), "ordem");
  const { escolhidas, casoDaLinha } = escolherLinhas(linhas);
  const n = escolhidas.length;
  const isTodas = n === linhas.linha.length;
  const doCaso = (nome: string): Int32Array => (isTodas ? linhas.int32(nome) : pegar(linhas.int32(nome), escolhidas, new Int32Array(n)));
  const doCasoBytes = (nome: string): Uint8Array => (isTodas ? linhas.uint8(nome) : pegar(linhas.uint8(nome), escolhidas, new Uint8Array(n)));
  const principal = doCaso("principal").map((linha) => (linha < 0 ? linha : (casoDaLinha[linha] ?? -2)));
  const situacao = doCasoBytes("situacao");
  const juntos = juntarEventos(n, eventos, casoDaLinha, colunasDatadas(doCaso, situacao, doCasoBytes("motivo")));
  const colunas: CasosEmColunas = {
    n,
    registro: doCaso("registro"),
    municipio: doCaso("municipio"),
    canal: doCasoBytes("canal"),
    tema: doCasoBytes("tema"),
    situacao,
    anonima: doCasoBytes("anonima"),
    origem: doCasoBytes("origem"),
    principal,
    ...juntos.colunas,
  };
  return {
    colunas,
    ...textos(linhas.text("protocolo"), escolhidas),
    repetidas: linhas.linha.length - n,
    eventosSemCaso: juntos.semCaso,
    eventos: juntos.comCaso,
  };
}

/** An answer's columns put in the order of the file, whatever order the engine gave them in. */
interface Ordenadas {
  readonly linha: Int32Array;
  readonly int32: (nome: string) => Int32Array;
  readonly uint8: (nome: string) => Uint8Array;
  readonly text: (nome: string) => TextColumn & { readonly ordem: Int32Array | null };
}

function porOrdem(columns: Columns, nome: string): Ordenadas {
  const linha = columns.int32(nome);
  if (linha.every((position, i) => position === i)) {
    return { linha, int32: columns.int32, uint8: columns.uint8, text: (coluna) => ({ ...columns.text(coluna), ordem: null }) };
  }
  const ordem = new Int32Array(linha.length).fill(-1);
  for (let i = 0; i < linha.length; i += 1) ordem[linha[i] ?? -1] = i;
  if (ordem.includes(-1)) throw new TypeError(`column ${nome} does not number the rows of the extract`);
  return {
    linha: linha.toSorted(),
    int32: (coluna) => pegar(columns.int32(coluna), ordem, new Int32Array(ordem.length)),
    uint8: (coluna) => pegar(columns.uint8(coluna), ordem, new Uint8Array(ordem.length)),
    text: (coluna) => ({ ...columns.text(coluna), ordem }),
  };
}

function pegar<T extends Int32Array | Uint8Array>(de: T, quais: Int32Array, para: T): T {
  for (let i = 0; i < quais.length; i += 1) para[i] = de[quais[i] ?? -1] ?? 0;
  return para;
}

/** The row that counts for each protocol, in the order of the file, and the case of each first row. */
function escolherLinhas(linhas: Ordenadas): { readonly escolhidas: Int32Array; readonly casoDaLinha: Int32Array } {
  const primeira = linhas.int32("primeira");
  const melhor = new Int32Array(primeira.length).fill(-1);
  const isMaisAntiga = comparador(linhas);
  for (let i = 0; i < primeira.length; i += 1) {
    const de = primeira[i] ?? i;
    const atual = melhor[de] ?? -1;
    if (atual === -1 || isMaisAntiga(i, atual)) melhor[de] = i;
  }
  const conta = new Uint8Array(primeira.length);
  for (const linha of melhor) if (linha !== -1) conta[linha] = 1;
  const escolhidas = Int32Array.from(primeira.keys()).filter((i) => conta[i] === 1);
  const casoDaLinha = new Int32Array(primeira.length).fill(-1);
  for (let caso = 0; caso < escolhidas.length; caso += 1) casoDaLinha[primeira[escolhidas[caso] ?? 0] ?? 0] = caso;
  return { escolhidas, casoDaLinha };
}

/** Whether row `a`, which comes later in the file, counts in the place of `b`. */
function comparador(linhas: Ordenadas): (a: number, b: number) => boolean {
  const registro = linhas.int32("registro");
  const passos = ["encaminhamento", ...Object.keys(PASSO_DA_COLUNA).filter((nome) => nome !== "registro")].map(linhas.int32);
  const idade = (i: number): number => (registro[i] === SEM_DIA ? Infinity : (registro[i] ?? Infinity));
  const ultimo = (i: number): number => Math.max(...passos.map((dias) => dias[i] ?? SEM_DIA));
  return (a, b) => (idade(a) === idade(b) ? ultimo(a) > ultimo(b) : idade(a) < idade(b));
}

interface ColunaDatada {
  readonly dias: Int32Array;
  /** Step of each case's day. */
  readonly passoDe: (caso: number) => number;
  /** Bit `1 << passo` of every step the column may stand for: an event of one of them on the same day says what it says. */
  readonly diz: number;
  /** Detail of each case's day, which an event that says the same day and no detail takes; null where the row has none. */
  readonly detalhes: Uint8Array | null;
}

/** In the order of the norm. */
function colunasDatadas(doCaso: (nome: string) => Int32Array, situacao: Uint8Array, motivo: Uint8Array): ColunaDatada[] {
  const encaminhamento = Uint8Array.from(SITUACOES, (id) => codigoDoPasso(ENCAMINHAMENTOS[id] ?? "encaminhamento-municipio"));
  const aoMunicipio = codigoDoPasso("encaminhamento-municipio");
  const fixas = Object.entries(PASSO_DA_COLUNA).map(([nome, passo]): ColunaDatada => {
    const codigo = codigoDoPasso(passo);
    return { dias: doCaso(nome), passoDe: () => codigo, diz: 1 << codigo, detalhes: codigo === ARQUIVAMENTO ? motivo : null };
  });
  const encaminhadas: ColunaDatada = {
    dias: doCaso("encaminhamento"),
    passoDe: (caso) => encaminhamento[situacao[caso] ?? -1] ?? aoMunicipio,
    diz: ENCAMINHAR,
    detalhes: null,
  };
  return [...fixas.slice(0, 1), encaminhadas, ...fixas.slice(1)];
}

interface Juntos {
  readonly colunas: Pick<CasosEmColunas, "inicio" | "passo" | "dia" | "detalhe" | "daLinha">;
  readonly comCaso: number;
  readonly semCaso: number;
}

/** Events grouped by case, those of the extract first and in its order, then the days of the complaint's own columns. */
function juntarEventos(n: number, eventos: Ordenadas | null, casoDaLinha: Int32Array, datadas: readonly ColunaDatada[]): Juntos {
  const denuncia = eventos?.int32("denuncia") ?? new Int32Array(0);
  const casoDe = denuncia.map((linha) => casoDaLinha[linha] ?? -1);
  const quantos = new Int32Array(n + 1);
  let comCaso = 0;
  for (const caso of casoDe) {
    if (caso < 0) continue;
    quantos[caso + 1] = (quantos[caso + 1] ?? 0) + 1;
    comCaso += 1;
  }
  for (let caso = 0; caso < n; caso += 1) quantos[caso + 1] = (quantos[caso + 1] ?? 0) + (quantos[caso] ?? 0);
  const ordem = new Int32Array(comCaso);
  const proximo = quantos.slice();
  for (let i = 0; i < casoDe.length; i += 1) {
    const caso = casoDe[i] ?? -1;
    if (caso < 0) continue;
    const at = proximo[caso] ?? 0;
    ordem[at] = i;
    proximo[caso] = at + 1;
  }

  const passos = eventos?.uint8("passo") ?? new Uint8Array(0);
  const dias = eventos?.int32("dia") ?? new Int32Array(0);
  const detalhes = eventos?.uint8("detalhe") ?? new Uint8Array(0);
  const most = comCaso + datadas.length * n;
  const inicio = new Int32Array(n + 1);
  const passo = new Uint8Array(most);
  const dia = new Int32Array(most);
  const detalhe = new Uint8Array(most);
  const daLinha = new Uint8Array(most);
  let at = 0;
  for (let caso = 0; caso < n; caso += 1) {
    const primeiro = at;
    inicio[caso] = primeiro;
    const fim = quantos[caso + 1] ?? 0;
    for (let k = quantos[caso] ?? 0; k < fim; k += 1) {
      const i = ordem[k] ?? -1;
      passo[at] = passos[i] ?? SEM_CODIGO;
      dia[at] = dias[i] ?? SEM_DIA;
      detalhe[at] = detalhes[i] ?? SEM_CODIGO;
      at += 1;
    }
    const doExtrato = at;
    for (const { dias: diasDaColuna, passoDe, diz, detalhes: daColuna } of datadas) {
      const diaDaColuna = diasDaColuna[caso] ?? SEM_DIA;
      if (diaDaColuna === SEM_DIA) continue;
      const detalheDaColuna = daColuna?.[caso] ?? SEM_CODIGO;
      let isDito = false;
      for (let k = primeiro; k < doExtrato; k += 1) {
        if ((diz & (1 << (passo[k] ?? 0))) === 0 || dia[k] !== diaDaColuna) continue;
        isDito = true;
        if (detalhe[k] === SEM_CODIGO) detalhe[k] = detalheDaColuna;
      }
      if (isDito) continue;
      passo[at] = passoDe(caso);
      dia[at] = diaDaColuna;
      detalhe[at] = detalheDaColuna;
      daLinha[at] = 1;
      at += 1;
    }
  }
  inicio[n] = at;
  return {
    colunas: { inicio, passo: passo.subarray(0, at), dia: dia.subarray(0, at), detalhe: detalhe.subarray(0, at), daLinha: daLinha.subarray(0, at) },
    comCaso,
    semCaso: casoDe.length - comCaso,
  };
}

function textos({ bytes, at, ordem }: ReturnType<Ordenadas["text"]>, quais: Int32Array): Pick<CasosCarregados, "protocolos" | "protocoloEm"> {
  const protocoloEm = new Int32Array(quais.length + 1);
  const protocolos = new Uint8Array(bytes.length);
  let escrito = 0;
  for (let i = 0; i < quais.length; i += 1) {
    const linha = quais[i] ?? 0;
    const row = ordem === null ? linha : (ordem[linha] ?? 0);
    const texto = bytes.subarray(at[row], at[row + 1]);
    protocolos.set(texto, escrito);
    escrito += texto.length;
    protocoloEm[i + 1] = escrito;
  }
  return { protocolos: protocolos.slice(0, escrito), protocoloEm };
}
