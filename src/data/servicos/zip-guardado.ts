/** A file to be put in a zip. */
export interface EntradaDoZip {
  /** Name with extension, of letters of ASCII. */
  readonly nome: string;
  readonly bytes: Uint8Array;
}

const ASSINATURA = { local: 0x04034b50, central: 0x02014b50, fim: 0x06054b50 } as const;
const TAMANHO = { local: 30, central: 46, fim: 22 } as const;
/** 2.0, the least that a zip with no compression asks for. */
const VERSAO = 20;
/** 1 January 1980: the first day the format has; no clock is read. */
const DATA_DOS = 0x21;

/**
 * Files kept together as they are, with no compression (PKWARE APPNOTE 6.3, method 0): for the two or three
 * small files that go together.
 * @throws RangeError for a name with other letters than ASCII or repeated
 */
export function zipGuardado(entradas: readonly EntradaDoZip[]): Uint8Array<ArrayBuffer> {
  const nomes = entradas.map(({ nome }) => nome);
  for (const nome of nomes) if (!/^[\x21-\x7e]+$/.test(nome)) throw new RangeError(`not a name for a zip: "${nome}"`);
  if (new Set(nomes).size !== nomes.length) throw new RangeError(`a name is repeated: ${nomes.join(", ")}`);
  const dados = entradas.reduce((soma, { nome, bytes }) => soma + TAMANHO.local + nome.length + bytes.length, 0);
  const diretorio = nomes.reduce((soma, nome) => soma + TAMANHO.central + nome.length, 0);
  const zip = new Uint8Array(dados + diretorio + TAMANHO.fim);
  const vista = new DataView(zip.buffer);
  let local = 0;
  let central = dados;
  for (const { nome, bytes } of entradas) {
    const crc = crc32(bytes);
    vista.setUint32(local, ASSINATURA.local, true);
    cabecalho(vista, local + 4, { crc, tamanho: bytes.length, nome: nome.length });
    vista.setUint32(central, ASSINATURA.central, true);
    vista.setUint16(central + 4, VERSAO, true);
    cabecalho(vista, central + 6, { crc, tamanho: bytes.length, nome: nome.length });
    vista.setUint32(central + 42, local, true);
    const letras = Uint8Array.from(nome, (letra) => letra.charCodeAt(0));
    zip.set(letras, local + TAMANHO.local);
    zip.set(bytes, local + TAMANHO.local + letras.length);
    zip.set(letras, central + TAMANHO.central);
    local += TAMANHO.local + letras.length + bytes.length;
    central += TAMANHO.central + letras.length;
  }
  vista.setUint32(central, ASSINATURA.fim, true);
  vista.setUint16(central + 8, entradas.length, true);
  vista.setUint16(central + 10, entradas.length, true);
  vista.setUint32(central + 12, diretorio, true);
  vista.setUint32(central + 16, dados, true);
  return zip;
}

/** What the header of a file and its entry of the directory have in common, from the version needed on. */
function cabecalho(vista: DataView, at: number, { crc, tamanho, nome }: { readonly crc: number; readonly tamanho: number; readonly nome: number }): void {
  vista.setUint16(at, VERSAO, true);
  vista.setUint16(at + 8, DATA_DOS, true);
  vista.setUint32(at + 10, crc, true);
  vista.setUint32(at + 14, tamanho, true);
  vista.setUint32(at + 18, tamanho, true);
  vista.setUint16(at + 22, nome, true);
}

/** CRC-32 of ISO 3309, as zip has it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
