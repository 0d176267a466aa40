import type { RawTable } from "../raw/raw.ts";
import type { PlaceReading } from "../places/places.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText, readMonth } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import { distinctCount } from "./distinct.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, missingTitles, openingRows, shareOf, type FieldRule } from "./match.ts";
import { questions } from "./questions.ts";
import { placeReader, walkPlaces } from "./walk.ts";

const COMUNS: readonly FieldRule[] = [
  { campo: "competencia", titulos: ["MÊS COMPETÊNCIA", "MES_COMPETENCIA"] },
  { campo: "referencia", titulos: ["MÊS REFERÊNCIA", "MES_REFERENCIA"] },
  { campo: "uf", titulos: ["UF"] },
  { campo: "siafi", titulos: ["CÓDIGO MUNICÍPIO SIAFI", "CODIGO_MUNICIPIO_SIAFI", "COD MUNICIPIO SIAFI"] },
  { campo: "nome", titulos: ["NOME MUNICÍPIO", "MUNICIPIO", "NOME_MUNICIPIO"] },
  { campo: "valor", titulos: ["VALOR PARCELA", "VALOR", "VALOR_PARCELA"] },
];

/** Another file of the Portal: the same persons by the day they drew the money. */
const SAQUE: FieldRule = { campo: "saque", titulos: ["DATA SAQUE", "DATA DO SAQUE"] };

interface PortalFile {
  readonly id: string;
  readonly titulo: string;
  readonly fonte: string;
  readonly grao: string;
  /** Column that tells one benefit from another. */
  readonly chave: FieldRule;
  readonly indicadorContagem: string;
  readonly indicadorValor: string;
  readonly oQueConta: string;
}

/** Bolsa Família (to October 2021), Auxílio Brasil (to February 2023) and Novo Bolsa Família share one layout. */
const TRANSFERENCIA: PortalFile = {
  id: "portal-bolsa-familia",
  titulo: "Portal da Transparência: pagamentos do Bolsa Família e do Auxílio Brasil",
  fonte: "cgu-portal-bolsa-familia",
  grao: "Cada linha é uma parcela paga a uma pessoa. O número do município é a contagem de NIS diferentes no mês da folha (a parcela atrasada entra no mês em que foi paga) e a soma dos valores; nomes, CPF e NIS não são guardados.",
  chave: { campo: "chave", titulos: ["NIS FAVORECIDO", "NIS", "NIS_FAVORECIDO"] },
  indicadorContagem: "portal-familias-pagas",
  indicadorValor: "portal-valor-pago",
  oQueConta: "o NIS",
};

const BPC: PortalFile = {
  id: "portal-bpc",
  titulo: "Portal da Transparência: pagamentos do BPC",
  fonte: "cgu-portal-bpc",
  grao: "Cada linha é uma parcela de um benefício. O número do município é a contagem de benefícios diferentes no mês da folha e a soma dos valores; nomes, CPF, NIS e números de benefício não são guardados.",
  chave: { campo: "chave", titulos: ["NÚMERO BENEFÍCIO", "NUMERO_BENEFICIO", "NÚMERO DO BENEFÍCIO"] },
  indicadorContagem: "portal-bpc-pagos",
  indicadorValor: "portal-bpc-valor-pago",
  oQueConta: "o número do benefício",
};

export const PORTAL: readonly OfficialLayout[] = [TRANSFERENCIA, BPC].map((file) => ({
  id: file.id,
  titulo: file.titulo,
  orgao: "Controladoria-Geral da União (CGU)",
  fonte: file.fonte,
  grao: file.grao,
  match: (tabela) => matchPortal(file, tabela),
  convert: (tabela, fit, context) => convertPortal(file, tabela, fit, context),
}));

function matchPortal({ chave, oQueConta }: PortalFile, tabela: RawTable): Fit | null {
  const rules = [...COMUNS, chave];
  const found = findHeader(tabela, [...rules, SAQUE]);
  if (found === null) return null;
  const { posicao } = found;
  if (!posicao.has("chave") || !posicao.has("siafi") || !(posicao.has("competencia") || posicao.has("referencia"))) return null;
  const faltam = missingTitles(rules, posicao);
  if (posicao.has("saque")) {
    return fitOf(found, { confianca: 0.5, motivo: "É a lista de saques do Portal da Transparência, não a de pagamentos: quem não sacou no mês não aparece.", faltam });
  }
  if (!posicao.has("competencia") || !posicao.has("referencia")) {
    return fitOf(found, { confianca: 0.5, motivo: "Parece um arquivo de benefícios do Portal da Transparência, mas sem os dois meses (competência e referência): pode ser de outro programa.", faltam });
  }
  const rows = openingRows(tabela, found.linha);
  const months = shareOf(rows, posicao.get("competencia"), (texto) => readMonth(texto) !== null);
  const siafi = shareOf(rows, posicao.get("siafi"), (texto) => /^\d{1,4}(?:[.,]0)?$/.test(texto));
  const isAsPublished = (months ?? 1) > 0.5 && (siafi ?? 1) > 0.5;
  return fitOf(found, {
    confianca: (isAsPublished ? 1 : 0.6) - 0.1 * faltam.length,
    motivo: isAsPublished
      ? `Traz os meses, o código SIAFI do município e ${oQueConta}, como o Portal da Transparência publica.`
      : "Tem as colunas do Portal da Transparência, mas os meses ou os códigos SIAFI não se leem.",
    faltam,
  });
}

function convertPortal({ chave, indicadorContagem, indicadorValor, oQueConta }: PortalFile, tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log, lugares } = context;
  const perguntas = questions(context.respostas);
  const at = (campo: string): number | undefined => fit.posicao.get(campo);
  const [competenciaAt, referenciaAt, chaveAt, valorAt] = [at("competencia"), at("referencia"), at("chave"), at("valor")];
  const titleOf = (position: number | undefined): string => fit.titulos[position ?? -1] ?? "";
  const distinct = distinctCount();
  const monthOf = remembered(readMonth);
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar: siafiPlace(fit, lugares),
      coluna: titleOf(at("siafi")),
      linha: ({ linha, campos, codigo }) => {
        const competencia = monthOf(cellText(campos, competenciaAt ?? referenciaAt));
        const referencia = monthOf(cellText(campos, referenciaAt ?? competenciaAt));
        if (competencia === null || referencia === null) {
          const position = competencia === null ? competenciaAt : referenciaAt;
          log.add("periodo-invalido", { gravidade: "linha-separada", linha, coluna: titleOf(position), valor: shownValue(cellText(campos, position)), mensagem: "Não é um mês (AAAAMM).", conserto: "Confira o mês no arquivo baixado do Portal." });
          return false;
        }
        const key = cellText(campos, chaveAt).replace(/\D/g, "");
        if (key.length < 6 || /^0+$/.test(key)) {
          log.add("chave-ilegivel", { gravidade: "linha-separada", linha, coluna: titleOf(chaveAt), valor: null, mensagem: `A linha não traz ${oQueConta}: não dá para saber se a pessoa já foi contada.`, conserto: "Baixe o arquivo de novo no Portal da Transparência." });
          return false;
        }
        const centavos = valorAt === undefined ? 0 : readCents(cellText(campos, valorAt));
        if (centavos === null) {
          log.add("numero-invalido", { gravidade: "linha-separada", linha, coluna: titleOf(valorAt), valor: shownValue(cellText(campos, valorAt)), mensagem: "Não é um valor em reais que dê para ler.", conserto: "Confira o valor no arquivo baixado do Portal." });
          return false;
        }
        const periodo = competencia > referencia ? competencia : referencia;
        distinct.add(codigo, periodo, key, centavos, linha);
        return true;
      },
    },
    context.onProgress,
  );
  distinct.each(({ codigo, periodo, soma, chaves, linha }) => {
    context.figura({ codigo, periodo, indicador: indicadorContagem, valor: chaves.size }, linha);
    if (valorAt !== undefined) context.figura({ codigo, periodo, indicador: indicadorValor, valor: soma / 100 }, linha);
  });
  const usos = new Map([
    ["competencia", "mês da folha (o mais recente dos dois)"],
    ["referencia", "mês da folha (o mais recente dos dois)"],
    ["siafi", "município (código SIAFI)"],
    ["nome", "município (nome)"],
    ["uf", "município (UF)"],
    ["valor", indicadorValor],
  ]);
  const roles = columnRoles(tabela, fit, { usos, pessoal: (titulo) => (titulo === titleOf(chaveAt) ? keyKind(chave) : null) });
  return { contagem, ...roles, perguntas: perguntas.open() };
}

function keyKind({ titulos }: FieldRule): string {
  return titulos[0]?.startsWith("NIS") === true ? "NIS, só para contar pessoas diferentes" : "número de benefício, só para contar benefícios diferentes";
}

/** The SIAFI code decides; the name with its UF serves where the code is blank or unknown. */
function siafiPlace(fit: Fit, lugares: ConversionContext["lugares"]): (campos: readonly string[]) => PlaceReading {
  const siafiAt = fit.posicao.get("siafi");
  const memo = new Map<string, PlaceReading>();
  const byName = placeReader(fit, lugares, { codigos: [], nome: "nome", uf: "uf" });
  return (campos) => {
    const texto = cellText(campos, siafiAt);
    if (texto === "") return byName(campos);
    let reading = memo.get(texto);
    if (reading === undefined) {
      reading = lugares.siafi(texto);
      if (memo.size < 20_000) memo.set(texto, reading);
    }
    if (reading.tipo !== "desconhecido") return reading;
    const named = byName(campos);
    return named.tipo === "desconhecido" ? reading : named;
  };
}

/** "401,00", "1.401,00", "750.0" or "750" in cents; null for anything else, "1.200" included, which reads two ways. */
export function readCents(texto: string): number | null {
  const plain = texto.replace(/^R\$\s*/, "");
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{2})$/.exec(plain) ?? /^(\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (match === null) return null;
  const [, reais = "", centavos = ""] = match;
  return Number(reais.replaceAll(".", "")) * 100 + Number(centavos.padEnd(2, "0"));
}

function remembered(read: (texto: string) => string | null): (texto: string) => string | null {
  const memo = new Map<string, string | null>();
  return (texto) => {
    const known = memo.get(texto);
    if (known !== undefined) return known;
    const value = read(texto);
    if (memo.size < 1_000) memo.set(texto, value);
    return value;
  };
}
