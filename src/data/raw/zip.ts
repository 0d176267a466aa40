import { Inflate } from "fflate";
import { Refusal } from "../import/whole-file.ts";

/** Sizes above which a compressed file is refused, before and while it is inflated; a setting. */
export interface ZipLimits {
  /** Size of the compressed file, in bytes. */
  readonly bytes: number;
  readonly entradas: number;
  /** Bytes of all entries together, inflated: as declared, and as they come out. */
  readonly inflado: number;
  /** How many times an entry may grow. */
  readonly razao: number;
}

const MIB = 1024 * 1024;

export const ZIP_LIMITS: ZipLimits = { bytes: 100 * MIB, entradas: 100, inflado: 100 * MIB, razao: 100 };

export interface ZipArchive {
  /** Names of the files inside, as they are stored, without folders. */
  readonly nomes: readonly string[];
  /**
   * The inflated bytes of an entry; null when there is none of that name.
   * @throws Refusal when what comes out is not what the directory declares.
   */
  readonly ler: (nome: string) => Uint8Array | null;
}

interface Entry {
  readonly nome: string;
  readonly metodo: number;
  readonly crc: number;
  readonly comprimido: number;
  readonly tamanho: number;
  readonly offset: number;
}

/**
 * Opens a zip by its central directory (PKWARE APPNOTE 6.3) and checks every
 * entry before any is inflated.
 * @throws Refusal for a file that is cut, damaged, protected by a password, has
 * unsafe names, or declares more than the limits.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): ZipArchive {
  if (bytes.length > limits.bytes) {
    throw new Refusal(
      "arquivo-grande",
      `O arquivo tem ${inMegabytes(bytes.length)}; o limite é ${inMegabytes(limits.bytes)}.`,
      "Divida o arquivo, por exemplo por ano, e carregue uma parte.",
    );
  }
  const entries = readDirectory(bytes, limits);
  let inflated = 0;
  for (const entry of entries.values()) {
    inflated += entry.tamanho;
    if (inflated > limits.inflado) throw tooBig(limits);
    if (entry.tamanho > entry.comprimido * limits.razao) throw bomb(limits);
  }
  return {
    nomes: [...entries.keys()],
    ler(nome) {
      const entry = entries.get(nome);
      return entry === undefined ? null : inflate(bytes, entry);
    },
  };
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;
const IN_EXTRA = 0xffffffff;

function readDirectory(bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) throw cut();
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count > limits.entradas) {
    throw new Refusal(
      "planilha-suspeita",
      `O arquivo traz ${count.toLocaleString("pt-BR")} partes dentro dele; o limite é ${String(limits.entradas)}.`,
      "Abra no Excel ou no LibreOffice, copie só a aba que interessa para um arquivo novo e salve.",
    );
  }
  if (view.getUint16(end + 4, true) !== 0 || start + size > end) throw cut();
  const entries = new Map<string, Entry>();
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw damaged();
    const entry = readEntry(bytes, view, at, nameLength, extraLength);
    if (!entry.nome.endsWith("/")) {
      if (entries.has(entry.nome)) throw damaged();
      entries.set(entry.nome, entry);
    }
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): Entry {
  const flags = view.getUint16(at + 8, true);
  const metodo = view.getUint16(at + 10, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const nome = new TextDecoder().decode(nameBytes).replaceAll("\\", "/");
  if ((flags & ENCRYPTED) !== 0) throw locked();
  if (metodo !== STORED && metodo !== DEFLATED) throw damaged();
  if (isUnsafe(nome)) {
    throw new Refusal(
      "planilha-suspeita",
      "O arquivo traz dentro dele uma parte com um endereço que aponta para fora; nenhuma planilha faz isso.",
      "Não use este arquivo: baixe-o de novo no site de quem o publicou.",
    );
  }
  let tamanho = view.getUint32(at + 24, true);
  let comprimido = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  if ([tamanho, comprimido, offset].includes(IN_EXTRA)) {
    const wide = wideNumbers(view, at + 46 + nameLength, extraLength);
    if (tamanho === IN_EXTRA) tamanho = wide.shift() ?? IN_EXTRA;
    if (comprimido === IN_EXTRA) comprimido = wide.shift() ?? IN_EXTRA;
    if (offset === IN_EXTRA) offset = wide.shift() ?? IN_EXTRA;
  }
  return { nome, metodo, crc: view.getUint32(at + 16, true), comprimido, tamanho, offset };
}

/** The 64-bit numbers of a zip64 extra field, in their order. */
function wideNumbers(view: DataView, at: number, length: number): number[] {
  const end = at + length;
  for (let field = at; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    const stop = Math.min(end, field + 4 + view.getUint16(field + 2, true));
    const numbers: number[] = [];
    for (let i = field + 4; i + 8 <= stop; i += 8) numbers.push(Number(view.getBigUint64(i, true)));
    return numbers;
  }
  return [];
}

function isUnsafe(nome: string): boolean {
  return nome.includes("\0") || nome.startsWith("/") || /^[a-z]:/i.test(nome) || nome.split("/").includes("..");
}

function inflate(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged();
  if ((view.getUint16(offset + 6, true) & ENCRYPTED) !== 0) throw locked();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.comprimido > bytes.length) throw cut();
  const data = bytes.subarray(start, start + entry.comprimido);
  const content = entry.metodo === STORED ? data : inflateData(data, entry.tamanho);
  if (content.length !== entry.tamanho) throw lying();
  if (crc32(content) !== entry.crc) throw damaged();
  return content;
}

const STEP = 64 * 1024;

/** Inflates no more than what is declared: the first byte beyond it stops everything. */
function inflateData(data: Uint8Array, tamanho: number): Uint8Array {
  const out = new Uint8Array(tamanho);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > tamanho) throw lying();
    out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < data.length || at === 0; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
  if (filled !== tamanho) throw lying();
  return out;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / MIB).toLocaleString("pt-BR", { maximumFractionDigits: 1 })} MB`;
}

const DOWNLOAD_AGAIN = "Baixe o arquivo de novo na origem e confira se ele abre no Excel ou no LibreOffice.";

function cut(): Refusal {
  return new Refusal("planilha-danificada", "O arquivo está incompleto: parece ter sido cortado ao ser baixado ou copiado.", DOWNLOAD_AGAIN);
}

function damaged(): Refusal {
  return new Refusal("planilha-danificada", "O arquivo está danificado: partes dele não podem ser lidas.", DOWNLOAD_AGAIN);
}

function lying(): Refusal {
  return new Refusal(
    "planilha-suspeita",
    "O arquivo declara um tamanho e traz outro; nenhuma planilha correta faz isso.",
    "Não use este arquivo: baixe-o de novo no site de quem o publicou.",
  );
}

function locked(): Refusal {
  return new Refusal(
    "planilha-com-senha",
    "O arquivo está protegido por senha.",
    "Abra-o com a senha, salve uma cópia sem senha e carregue a cópia.",
  );
}

function tooBig(limits: ZipLimits): Refusal {
  return new Refusal(
    "arquivo-grande",
    `Descompactado, o arquivo passa de ${inMegabytes(limits.inflado)}.`,
    "Salve só a aba que interessa, ou divida o arquivo, por exemplo por ano.",
  );
}

function bomb(limits: ZipLimits): Refusal {
  return new Refusal(
    "planilha-suspeita",
    `Uma parte do arquivo cresce mais de ${String(limits.razao)} vezes ao ser descompactada, como nos arquivos feitos para travar o computador.`,
    "Abra no Excel ou no LibreOffice, copie só as células preenchidas para um arquivo novo e salve.",
  );
}
