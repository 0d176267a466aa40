import { PORTES, type Porte } from "../municipio.ts";
import type { Ajustes, Cota, Trava, ViagemTravada } from "./ajustes.ts";

/** How one member of the settings is written in an address. `read` gives null for text that `write` never writes. */
interface Escrita<T> {
  readonly write: (valor: T) => string;
  readonly read: (texto: string) => T | null;
}

type Campo = Exclude<keyof Ajustes, "versao">;
type Escritas = { readonly [K in Campo]: Escrita<Ajustes[K]> };

const NUMERO = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
const DATA = /^\d{4}-\d{2}-\d{2}$/;
const EQUIPE = /^\d+-\d+$/;
/** What has a meaning in the text of a difference, and what an address would change. */
const RESERVADOS = /[^A-Za-z0-9-]/gu;

const numero: Escrita<number> = { write: String, read: (texto) => (NUMERO.test(texto) ? Number(texto) : null) };
const data: Escrita<string> = { write: (valor) => valor, read: (texto) => (DATA.test(texto) ? texto : null) };
const texto: Escrita<string> = {
  write: (valor) => valor.replaceAll(RESERVADOS, (letra) => `~${(letra.codePointAt(0) ?? 0).toString(16)}~`),
  read: (escrito) => {
    const lido = escrito.replaceAll(/~([0-9a-f]{1,6})~/g, (inteiro, hex: string) => {
      const ponto = Number.parseInt(hex, 16);
      return ponto <= 0x10ffff ? String.fromCodePoint(ponto) : inteiro;
    });
    return texto.write(lido) === escrito ? lido : null;
  },
};

/** Items joined by "_". */
function listaDe<T>(item: Escrita<T>): Escrita<readonly T[]> {
  return {
    write: (lista) => lista.map((valor) => item.write(valor)).join("_"),
    read: (escrito) => (escrito === "" ? [] : todos(escrito.split("_").map((parte) => item.read(parte)))),
  };
}

/** Two numbers joined by "*". */
const par: Escrita<readonly [number, number]> = {
  write: ([a, b]) => `${a}*${b}`,
  read: (escrito) => {
    const [a = null, b = null, ...mais] = escrito.split("*").map((parte) => numero.read(parte));
    return a === null || b === null || mais.length > 0 ? null : [a, b];
  },
};

function traduzida<A, B>(escrita: Escrita<A>, ida: (valor: B) => A, volta: (valor: A) => B | null): Escrita<B> {
  return {
    write: (valor) => escrita.write(ida(valor)),
    read: (escrito) => {
      const lido = escrita.read(escrito);
      return lido === null ? null : volta(lido);
    },
  };
}

const numeros = listaDe(numero);

const trava: Escrita<Trava> = {
  write: ({ codigo, tipo, equipe, trimestre, data: dia }) =>
    [
      `${codigo}${tipo === "dentro" ? "d" : "f"}`,
      ...(equipe === undefined ? [] : [`e${equipe}`]),
      ...(trimestre === undefined ? [] : [`t${trimestre}`]),
      ...(dia === undefined ? [] : [`d${dia}`]),
    ].join("."),
  read: (escrito) => {
    const partes = /^(\d+)([df])(?:\.e(\d+-\d+))?(?:\.t(\d+))?(?:\.d(\d{4}-\d{2}-\d{2}))?$/.exec(escrito);
    if (partes === null) return null;
    const [, codigo, letra, equipe, trimestre, dia] = partes;
    return {
      codigo: Number(codigo),
      tipo: letra === "d" ? "dentro" : "fora",
      ...(equipe === undefined ? {} : { equipe }),
      ...(trimestre === undefined ? {} : { trimestre: Number(trimestre) }),
      ...(dia === undefined ? {} : { data: dia }),
    };
  },
};

const viagem: Escrita<ViagemTravada> = {
  write: ({ equipe, inicio, municipios }) => [equipe, inicio, ...municipios].join("."),
  read: (escrito) => {
    const [equipe = "", inicio = "", ...resto] = escrito.split(".");
    const municipios = todos(resto.map((parte) => numero.read(parte)));
    return EQUIPE.test(equipe) && DATA.test(inicio) && municipios !== null ? { equipe, inicio, municipios } : null;
  },
};

const cota: Escrita<Cota> = {
  write: ({ grupo, id, minimo }) => `${grupo}.${id}.${minimo}`,
  read: (escrito) => {
    const [grupo, id = "", minimoEscrito = "", ...mais] = escrito.split(".");
    const minimo = numero.read(minimoEscrito);
    if (minimo === null || mais.length > 0) return null;
    const regiao = numero.read(id);
    if (grupo === "regiao") return regiao === null ? null : { grupo, id: regiao, minimo };
    return grupo === "porte" && isPorte(id) ? { grupo, id, minimo } : null;
  },
};

const proibidos: Escrita<Ajustes["mesesProibidos"][number]> = {
  write: ({ regiao, meses }) => [regiao, ...meses].join("."),
  read: (escrito) => {
    const [regiao, ...meses] = todos(escrito.split(".").map((parte) => numero.read(parte))) ?? [];
    return regiao === undefined ? null : { regiao, meses };
  },
};

const ESCRITAS: Escritas = {
  inicio: data,
  trimestres: numero,
  bases: traduzida(
    listaDe(par),
    (bases) => bases.map(({ codigo, equipes }) => [codigo, equipes] as const),
    (pares) => pares.map(([codigo, equipes]) => ({ codigo, equipes })),
  ),
  diasPorEquipe: numero,
  diasPorViagem: numero,
  horasPorDia: numero,
  velocidade: numero,
  intervalo: numero,
  duracao: traduzida(
    numeros,
    (duracao) => PORTES.map((porte) => duracao[porte]),
    (dias) => (dias.length === PORTES.length ? (Object.fromEntries(PORTES.map((porte, i) => [porte, dias[i] ?? 0])) as Record<Porte, number>) : null),
  ),
  prazoDiarias: traduzida(
    par,
    ({ uteis, comPassagem }) => [uteis, comPassagem] as const,
    ([uteis, comPassagem]) => ({ uteis, comPassagem }),
  ),
  comPassagem: numeros,
  semViagem: listaDe(data),
  mesesProibidos: listaDe(proibidos),
  desvio: {
    write: ({ padrao, regioes }) => [padrao, ...regioes.map(({ regiao, fator }) => par.write([regiao, fator]))].join("_"),
    read: (escrito) => {
      const [primeiro = "", ...resto] = escrito.split("_");
      const padrao = numero.read(primeiro);
      const pares = todos(resto.map((parte) => par.read(parte)));
      return padrao === null || pares === null ? null : { padrao, regioes: pares.map(([regiao, fator]) => ({ regiao, fator })) };
    },
  },
  pesoDoTrimestre: numeros,
  custoKm: numero,
  penalidadeDozeMeses: numero,
  travas: listaDe(trava),
  viagensTravadas: listaDe(viagem),
  cotas: listaDe(cota),
  reserva: { write: (valor) => (valor === null ? "metodo" : numero.write(valor)), read: (escrito) => (escrito === "metodo" ? null : numero.read(escrito)) },
  iteracoes: numero,
  semente: texto,
};

const CAMPOS = Object.keys(ESCRITAS).sort() as Campo[];

/**
 * What sets settings apart from the defaults, as short text for an address: pairs
 * `member:value` in alphabetical order, joined by commas; letters, digits and
 * `-._*~:,` only. Equal settings give the empty text.
 */
export function ajustesDiff(padrao: Ajustes, ajustes: Ajustes): string {
  return CAMPOS.flatMap((campo) => {
    const [antes, agora] = [escrever(padrao, campo), escrever(ajustes, campo)];
    return antes === agora ? [] : [`${campo}:${agora}`];
  }).join(",");
}

/**
 * The settings an address stands for, or null when the text is not of `ajustesDiff`.
 * What comes back still has to pass `readAjustesValue`: an address can hold any number.
 */
export function applyAjustesDiff(padrao: Ajustes, diferencas: string): unknown {
  if (diferencas === "") return padrao;
  const mudados: Record<string, unknown> = {};
  for (const escrita of diferencas.split(",")) {
    const at = escrita.indexOf(":");
    const campo = CAMPOS.find((nome) => nome === escrita.slice(0, at));
    if (at < 1 || campo === undefined || Object.hasOwn(mudados, campo)) return null;
    const valor = escrita.slice(at + 1);
    const lido: unknown = ESCRITAS[campo].read(valor);
    if (lido === null && !(campo === "reserva" && valor === "metodo")) return null;
    mudados[campo] = lido;
  }
  return { ...padrao, ...mudados };
}

function escrever<K extends Campo>(ajustes: Ajustes, campo: K): string {
  return ESCRITAS[campo].write(ajustes[campo]);
}

function todos<T>(lista: readonly (T | null)[]): T[] | null {
  const lidos = lista.flatMap((item) => (item === null ? [] : [item]));
  return lidos.length === lista.length ? lidos : null;
}

function isPorte(id: string): id is Porte {
  return (PORTES as readonly string[]).includes(id);
}
