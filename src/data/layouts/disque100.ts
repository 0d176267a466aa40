import { joinPt } from "../../core/format.ts";
import { fold } from "../../core/search.ts";
import type { PlaceReading } from "../places/places.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import { columnMonthReader } from "./dates.ts";
import { distinctCount } from "./distinct.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, missingTitles, type FieldRule } from "./match.ts";
import { namedPlace, rememberedPlace } from "./named-place.ts";
import { questions } from "./questions.ts";
import { withoutFigures } from "./reference-only.ts";
import { progressPart, walkPlaces } from "./walk.ts";

/** Titles of the first half of 2020, of the second half of 2020 to 2023, and with underscores as later files have them. */
const RULES: readonly FieldRule[] = [
  { campo: "denuncia", titulos: ["hash"] },
  { campo: "data", titulos: ["Data de cadastro", "Data da denúncia"], padrao: /^data (de |da |do )?(cadastro|denuncia|registro)$/ },
  { campo: "municipio", titulos: ["Município"], padrao: /^municipio (da (violacao|denuncia|ocorrencia)|do fato)$/ },
  { campo: "uf", titulos: ["UF"], padrao: /^uf (da (violacao|denuncia|ocorrencia)|do fato)$/ },
];

/** Further columns that tell this file from others with a hash and a date. */
const SINAIS: readonly FieldRule[] = [
  { campo: "canal", titulos: ["Canal de atendimento"] },
  { campo: "grupo", titulos: ["Grupo vulnerável"] },
  { campo: "cenario", titulos: ["Cenário da violação"] },
  { campo: "emergencial", titulos: ["Denúncia emergencial"] },
  { campo: "violacao", titulos: ["violacao", "violacoes"] },
];

/** Files of 2011 to 2019: rows with no code of the complaint. */
const ANTIGAS: readonly FieldRule[] = [
  { campo: "data", titulos: ["data_atendimento"] },
  { campo: "grupo", titulos: ["grupo_violacao"] },
  { campo: "codigo", titulos: ["vitima_cod_municipio"] },
  { campo: "municipio", titulos: ["vitima_municipio"] },
  { campo: "uf", titulos: ["vitima_uf"] },
];

const ORGAO = "Ouvidoria Nacional de Direitos Humanos (ONDH)";

export const DISQUE_100: readonly OfficialLayout[] = [
  {
    id: "disque-100",
    titulo: "Disque 100: denúncias de violação de direitos (a partir de 2020)",
    orgao: ORGAO,
    fonte: "ondh-disque-100",
    grao: "Cada linha é uma combinação de denúncia, vítima, suspeito e violação. O número do município é a contagem de denúncias diferentes (hash) no mês do cadastro; características de vítimas e suspeitos não são guardadas.",
    match: matchDisque,
    convert: convertDisque,
  },
  {
    id: "disque-100-antigo",
    titulo: "Disque 100: registros de 2011 a 2019",
    orgao: ORGAO,
    fonte: "ondh-disque-100",
    grao: "Cada linha é uma combinação de denúncia, vítima, suspeito e violação, sem código da denúncia: não dá para contar denúncias sem repetir.",
    match: matchOld,
    convert: (tabela, fit, context) => {
      const conversion = withoutFigures(
        tabela,
        fit,
        context,
        "O arquivo é do Disque 100 anterior a 2020, que não traz o código da denúncia: uma denúncia ocupa várias linhas e não dá para contá-las sem repetir. Nada foi carregado.",
        "Use os arquivos do segundo semestre de 2020 em diante, ou peça à Ouvidoria os totais por município.",
      );
      return { ...conversion, ...columnRoles(tabela, fit, { usos: new Map() }) };
    },
  },
];

function matchDisque(tabela: RawTable): Fit | null {
  const found = findHeader(tabela, [...RULES, ...SINAIS]);
  if (found === null) return null;
  const { posicao } = found;
  const signs = SINAIS.filter(({ campo }) => posicao.has(campo));
  if (!posicao.has("denuncia") || signs.length < 2) return null;
  const faltam = missingTitles(RULES, posicao);
  const hasNeeded = posicao.has("data") && posicao.has("municipio");
  const confianca = hasNeeded ? 0.8 + 0.04 * signs.length : 0.5;
  const motivo = hasNeeded
    ? "Traz o código da denúncia (hash), a data do cadastro, o município e as colunas do Disque 100."
    : `Parece o Disque 100, mas falta: ${joinPt(faltam)}.`;
  return fitOf(found, { confianca, motivo, faltam });
}

function matchOld(tabela: RawTable): Fit | null {
  const found = findHeader(tabela, ANTIGAS);
  if (found === null || found.posicao.size < 4) return null;
  return fitOf(found, { confianca: 0.95, motivo: "Traz as colunas do Disque 100 de 2011 a 2019 (data_atendimento, grupo_violacao, vitima_cod_municipio).", faltam: missingTitles(ANTIGAS, found.posicao) });
}

function convertDisque(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log } = context;
  const perguntas = questions(context.respostas);
  const at = (campo: string): number | undefined => fit.posicao.get(campo);
  const [denunciaAt, dataAt, municipioAt] = [at("denuncia"), at("data"), at("municipio")];
  const titleOf = (position: number | undefined): string => fit.titulos[position ?? -1] ?? "";
  const monthOf = columnMonthReader(tabela, fit, dataAt, progressPart(context.onProgress, 0, 0.4));
  const distinct = distinctCount();
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar: placeOfComplaint(fit, context.lugares),
      coluna: titleOf(municipioAt),
      linha: ({ linha, campos, codigo }) => {
        const aside = (tipo: string, position: number | undefined, valor: string | null, mensagem: string, conserto: string): boolean => {
          log.add(tipo, { gravidade: "linha-separada", linha, coluna: titleOf(position), valor, mensagem, conserto });
          return false;
        };
        const hash = cellText(campos, denunciaAt);
        if (hash === "") return aside("sem-codigo-da-denuncia", denunciaAt, null, "A linha não traz o código da denúncia: não dá para saber se ela já foi contada.", "Baixe o arquivo de novo na Ouvidoria.");
        const texto = cellText(campos, dataAt);
        const reading = monthOf(texto);
        if (typeof reading === "string") {
          return aside(
            `data-${reading}`,
            dataAt,
            shownValue(texto),
            reading === "ambiguo" ? "A data pode ser lida com o dia ou com o mês na frente, e a coluna usa os dois jeitos." : "Não é uma data que exista.",
            reading === "ambiguo" ? "Escreva as datas da coluna de um jeito só, de preferência 2023-05-31." : "Confira a data no arquivo original.",
          );
        }
        distinct.add(codigo, reading.mes, hash, 1, linha);
        return true;
      },
    },
    progressPart(context.onProgress, 0.4, 1),
  );
  distinct.each(({ codigo, periodo, chaves, linha }) => {
    context.figura({ codigo, periodo, indicador: "disque100-denuncias", valor: chaves.size }, linha);
  });
  const usos = new Map([
    ["denuncia", "conta denúncias diferentes; não é guardado"],
    ["data", "mês do cadastro"],
    ["municipio", "município (nome)"],
    ["uf", "município (UF)"],
  ]);
  return { contagem, ...columnRoles(tabela, fit, { usos, pessoal: personOfComplaint }), perguntas: perguntas.open() };
}

/** Attributes of victims, suspects and who complains, under titles that do not all say so. */
function personOfComplaint(titulo: string): string | null {
  const folded = fold(titulo);
  if (/\b(vitima|suspeito|denunciante|relacao)\b/.test(folded)) return "característica de vítima, suspeito ou denunciante";
  return /\b(deficiencia|doenca|motivac\w+|agravantes?)\b/.test(folded) ? "característica da pessoa ou da violência (dado sensível, LGPD, art. 11)" : null;
}

const NO_PLACE_WORDS = new Set(["", "nao informado", "nao informada", "null", "n a", "na", "ignorado", "sem informacao"]);

function placeOfComplaint(fit: Fit, lugares: ConversionContext["lugares"]): (campos: readonly string[]) => PlaceReading {
  const ufs = new Set([...lugares.territorio.values()].map(({ uf }) => uf));
  const [municipioAt, ufAt] = [fit.posicao.get("municipio"), fit.posicao.get("uf")];
  const read = rememberedPlace((municipio, ufText) => {
    const uf = ufText.toUpperCase();
    const isElsewhere = /^[A-Z]{2}$/.test(uf) && uf !== "NA" && !ufs.has(uf);
    if (isElsewhere) return { tipo: "fora" };
    if (NO_PLACE_WORDS.has(fold(municipio))) return NOT_SAID;
    return namedPlace(lugares, municipio, NO_PLACE_WORDS.has(fold(uf)) ? null : uf);
  });
  return (campos) => read(cellText(campos, municipioAt), cellText(campos, ufAt));
}

const NOT_SAID: PlaceReading = {
  tipo: "desconhecido",
  mensagem: "A denúncia não diz o município.",
  conserto: "Nada a corrigir: a denúncia só pode ser contada no total do estado, que o aplicativo não usa.",
};
