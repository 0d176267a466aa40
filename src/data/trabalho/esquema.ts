import * as v from "valibot";
import { parseCivilDate } from "../../core/civil-date.ts";
import { formatNumber } from "../../core/format.ts";
import { type Campo, CAMPOS, lapide, MAIOR_CODIGO, type Registro, registro, type TipoDeRegistro, tipoDoId, TIPOS, type Valor } from "../../core/mescla/index.ts";
import { memoised } from "../import/memoised.ts";
import { isCpfNumber, personIn } from "../import/person.ts";

/** Something wrong in one record: the field, or null for the record itself, and what it is. */
export interface ProblemaDoRegistro {
  readonly campo: string | null;
  readonly mensagem: string;
  readonly conserto: string;
}

export type LeituraDoRegistro = { readonly registro: Registro } | { readonly problemas: readonly ProblemaDoRegistro[] };

/** Days repeat by the thousand. */
const diaLido = memoised(parseCivilDate);

/** Digits in a row from which a number may be a document, a telephone or the protocol of a complaint. */
const NUMERO_LONGO = /\d{9,}/;
const SEM_FORMA = /[\p{C}\p{Zl}\p{Zp}]/u;

/**
 * Data of persons that an office's text shows by its form, or a number long
 * enough to lead to one; null when none. Such a text is kept nowhere (Lei
 * 13.709/2018, LGPD, art. 6 III).
 */
export function dadoDePessoa(texto: string): string | null {
  const numeros = texto.match(/(?<!\d)\d{11}(?!\d)/g) ?? [];
  if (numeros.some(isCpfNumber)) return "um CPF";
  return personIn(texto) ?? (NUMERO_LONGO.test(texto) ? "um número longo, que pode ser documento, telefone ou protocolo" : null);
}

/** A record from its flat form, as a file or the browser holds it. Never throws. */
export function lerRegistro(valor: unknown): LeituraDoRegistro {
  const lido = v.safeParse(RegistroSchema, valor);
  if (!lido.success) return { problemas: lido.issues.map(daQueixa) };
  const { id, tipo, removido, ...campos } = lido.output;
  if (tipoDoId(id) !== tipo) return { problemas: [{ campo: "id", mensagem: "O id não é deste tipo de registro.", conserto: DO_ORIGINAL }] };
  const feito = registro(id, campos as Readonly<Record<string, Valor>>);
  return { registro: removido === true ? lapide(feito) : feito };
}

const DO_ORIGINAL = "Peça o arquivo original a quem o exportou.";

const LAPIDE = v.strictObject({ id: v.string(), tipo: v.picklist(TIPOS), removido: v.literal(true) });

const FORMAS: Readonly<Record<TipoDeRegistro, v.GenericSchema<unknown, Flat>>> = {
  plano: forma("plano"),
  acao: forma("acao"),
  visita: forma("visita"),
  nota: forma("nota"),
};

type Flat = { readonly id: string; readonly tipo: TipoDeRegistro; readonly removido?: boolean } & Readonly<Record<string, unknown>>;

const RegistroSchema: v.GenericSchema<unknown, Flat> = v.lazy((valor): v.GenericSchema<unknown, Flat> => {
  if (valor === null || typeof valor !== "object" || Array.isArray(valor)) return LAPIDE;
  const { tipo, removido } = valor as Readonly<Record<string, unknown>>;
  const conhecido = TIPOS.find((outro) => outro === tipo);
  return conhecido === undefined || removido !== undefined ? LAPIDE : FORMAS[conhecido];
});

function forma(tipo: TipoDeRegistro): v.GenericSchema<unknown, Flat> {
  const campos = Object.entries(CAMPOS[tipo]).map(([nome, campo]) => {
    const valor = doCampo(campo);
    return [nome, campo.obrigatorio === true ? valor : v.exactOptional(valor)] as const;
  });
  return v.strictObject({ id: v.string(), tipo: v.literal(tipo), ...Object.fromEntries(campos) });
}

function doCampo(campo: Campo): v.GenericSchema<unknown, string | number> {
  switch (campo.especie) {
    case "texto":
      return v.pipe(
        v.string("deve ser um texto."),
        v.nonEmpty("está vazio."),
        v.maxLength(campo.maximo, `tem mais de ${campo.maximo} caracteres.`),
        v.check((texto) => !SEM_FORMA.test(texto), "tem quebra de linha ou caractere que não se vê."),
        v.check((texto) => texto === texto.normalize("NFC").trim(), "tem espaços nas pontas, ou acentos separados das letras."),
        v.check(
          (texto) => dadoDePessoa(texto) === null,
          ({ input }) => `tem ${dadoDePessoa(input) ?? ""}: dados de pessoas não são guardados (Lei 13.709/2018, LGPD, art. 6º, III).`,
        ),
      );
    case "data":
      return v.pipe(
        v.string("deve ser uma data."),
        v.check((texto) => /^\d{4}-/.test(texto) && diaLido(texto) !== null, "não é um dia do calendário na forma AAAA-MM-DD."),
      );
    case "municipio":
      return inteiro(1_000_000, 9_999_999, "não é um código do IBGE de sete dígitos.");
    case "contagem":
      return inteiro(0, campo.maximo, `não é um número inteiro de 0 a ${formatNumber(campo.maximo, 0)}.`);
    case "escolha":
      return v.picklist(Object.keys(campo.opcoes), `não é uma das opções: ${Object.values(campo.opcoes).join(", ")}.`);
    case "codigo":
      return v.pipe(v.string("deve ser um código."), v.maxLength(MAIOR_CODIGO, "é longo demais."), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "não é um código da lista."), v.check((texto) => !NUMERO_LONGO.test(texto), "tem um número longo demais."));
    case "ligacao":
      return v.pipe(
        v.string("deve ser o id de um registro."),
        v.check((id) => campo.para.some((tipo) => tipo === tipoDoId(id)), "não é o id de um registro a que este se possa ligar."),
      );
  }
}

function inteiro(minimo: number, maximo: number, mensagem: string): v.GenericSchema<unknown, number> {
  return v.pipe(v.number(mensagem), v.check((n) => Number.isSafeInteger(n) && n >= minimo && n <= maximo, mensagem));
}

/** Title of a field for messages: its label, or its name where no kind has it. */
function rotuloDe(tipo: unknown, campo: string): string {
  const doTipo = TIPOS.find((outro) => outro === tipo);
  const campos = doTipo === undefined ? {} : CAMPOS[doTipo];
  return (Object.hasOwn(campos, campo) ? campos[campo]?.rotulo : undefined) ?? campo;
}

function daQueixa(queixa: v.BaseIssue<unknown>): ProblemaDoRegistro {
  const passo = queixa.path?.[0];
  if (passo === undefined) return { campo: null, mensagem: "Não é um registro.", conserto: DO_ORIGINAL };
  const campo = String(passo.key);
  const { tipo } = passo.input as Readonly<Record<string, unknown>>;
  const rotulo = `“${rotuloDe(tipo, campo)}”`;
  if (queixa.received === "undefined") return { campo, mensagem: `Falta o campo ${rotulo}.`, conserto: "Preencha o campo." };
  if (queixa.expected === "never") return { campo, mensagem: `O campo ${rotulo} não existe neste tipo de registro.`, conserto: DO_ORIGINAL };
  if (campo === "id" || campo === "tipo" || campo === "removido") return { campo, mensagem: `O campo ${rotulo} não tem o que um registro tem ali.`, conserto: DO_ORIGINAL };
  return { campo, mensagem: `O campo ${rotulo} ${queixa.message}`, conserto: "Corrija o campo." };
}
