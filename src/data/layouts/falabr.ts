import { joinPt } from "../../core/format.ts";
import { fold } from "../../core/search.ts";
import type { PlaceReading } from "../places/places.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import { columnMonthReader } from "./dates.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, missingTitles, type FieldRule } from "./match.ts";
import { namedPlace, rememberedPlace } from "./named-place.ts";
import { questions } from "./questions.ts";
import { tallies } from "./tally.ts";
import { progressPart, walkPlaces } from "./walk.ts";

const RULES: readonly FieldRule[] = [
  { campo: "data", titulos: ["Data Registro", "Data do Registro", "Data de Registro"] },
  { campo: "esfera", titulos: ["Esfera"] },
  { campo: "municipioManifestacao", titulos: ["Município Manifestação", "Município da Manifestação"] },
  { campo: "ufManifestacao", titulos: ["UF do Município Manifestação", "UF Manifestação", "UF da Manifestação"] },
  { campo: "municipioOrgao", titulos: ["Município do Órgão", "Município Órgão"] },
  { campo: "ufOrgao", titulos: ["UF do Órgão", "UF Órgão"] },
];

const SINAIS: readonly FieldRule[] = [
  { campo: "tipo", titulos: ["Tipo Manifestação", "Tipo de Manifestação"] },
  { campo: "orgao", titulos: ["Nome Órgão", "Órgão"] },
  { campo: "prazo", titulos: ["Data Prazo Resposta", "Prazo Resposta"] },
  { campo: "situacao", titulos: ["Situação"] },
];

/** Open data of Fala.BR ("Painel Resolveu?"): one row a manifestation. */
export const FALA_BR: OfficialLayout = {
  id: "falabr-manifestacoes",
  titulo: "Fala.BR: manifestações de ouvidoria",
  orgao: "Controladoria-Geral da União (CGU)",
  fonte: "cgu-falabr",
  grao: "Cada linha é uma manifestação. O número do município é a contagem das manifestações registradas no mês sobre fatos do município; sem o município do fato, vale o do órgão quando o órgão é municipal. Conta todos os assuntos que o arquivo trouxer.",
  match: matchFalaBr,
  convert: convertFalaBr,
};

function matchFalaBr(tabela: RawTable): Fit | null {
  const found = findHeader(tabela, [...RULES, ...SINAIS]);
  if (found === null) return null;
  const { posicao } = found;
  const signs = SINAIS.filter(({ campo }) => posicao.has(campo)).length;
  const hasPlace = posicao.has("municipioManifestacao") || (posicao.has("municipioOrgao") && posicao.has("esfera"));
  if (signs < 2 || !(posicao.has("data") || hasPlace)) return null;
  const faltam = missingTitles(RULES, posicao);
  const hasNeeded = posicao.has("data") && hasPlace;
  return fitOf(found, {
    confianca: hasNeeded ? 1 - 0.03 * faltam.length : 0.5,
    motivo: hasNeeded ? "Traz a data do registro, o tipo da manifestação e o município, como os dados abertos do Fala.BR." : `Parece o Fala.BR, mas falta: ${joinPt(faltam)}.`,
    faltam,
  });
}

function convertFalaBr(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const perguntas = questions(context.respostas);
  const dataAt = fit.posicao.get("data");
  const titulo = fit.titulos[dataAt ?? -1] ?? "";
  const monthOf = columnMonthReader(tabela, fit, dataAt, progressPart(context.onProgress, 0, 0.4));
  const counted = tallies();
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar: placeOfManifestation(fit, context.lugares),
      coluna: fit.titulos[fit.posicao.get("municipioManifestacao") ?? fit.posicao.get("municipioOrgao") ?? -1] ?? "",
      linha: ({ linha, campos, codigo }) => {
        const texto = cellText(campos, dataAt);
        const reading = monthOf(texto);
        if (typeof reading === "string") {
          context.log.add(`data-${reading}`, {
            gravidade: "linha-separada",
            linha,
            coluna: titulo,
            valor: shownValue(texto),
            mensagem: reading === "ambiguo" ? "A data pode ser lida com o dia ou com o mês na frente, e a coluna usa os dois jeitos." : "Não é uma data que exista.",
            conserto: "Confira a data no arquivo original.",
          });
          return false;
        }
        counted.add(codigo, reading.mes, "ouvidoria-manifestacoes", 1, linha);
        return true;
      },
    },
    progressPart(context.onProgress, 0.4, 1),
  );
  counted.each(({ codigo, periodo, indicador, soma, linha }) => {
    context.figura({ codigo, periodo, indicador, valor: soma }, linha);
  });
  const usos = new Map([
    ["data", "mês do registro"],
    ["esfera", "diz se vale o município do órgão"],
    ["municipioManifestacao", "município (nome)"],
    ["ufManifestacao", "município (UF)"],
    ["municipioOrgao", "município (nome), quando o órgão é municipal"],
    ["ufOrgao", "município (UF), quando o órgão é municipal"],
  ]);
  return { contagem, ...columnRoles(tabela, fit, { usos, agregada: isOfTheBody }), perguntas: perguntas.open() };
}

/** Titles with words of a free text or of a person that are neither. */
function isOfTheBody(titulo: string): boolean {
  return /^(tipo (de )?manifestacao|nome (do )?orgao)$/.test(fold(titulo));
}

function placeOfManifestation(fit: Fit, lugares: ConversionContext["lugares"]): (campos: readonly string[]) => PlaceReading {
  const at = (campo: string): number | undefined => fit.posicao.get(campo);
  const read = rememberedPlace((municipio, uf) =>
    NO_PLACE_WORDS.has(fold(municipio)) ? NOT_SAID : namedPlace(lugares, municipio, NO_PLACE_WORDS.has(fold(uf)) ? null : uf),
  );
  return (campos) => {
    const ofTheFact = read(cellText(campos, at("municipioManifestacao")), cellText(campos, at("ufManifestacao")));
    const isMunicipal = ofTheFact === NOT_SAID && fold(cellText(campos, at("esfera"))) === "municipal";
    return isMunicipal ? read(cellText(campos, at("municipioOrgao")), cellText(campos, at("ufOrgao"))) : ofTheFact;
  };
}

const NO_PLACE_WORDS = new Set(["", "nao informado", "nao informada", "null", "nao se aplica", "sem informacao"]);

const NOT_SAID: PlaceReading = {
  tipo: "desconhecido",
  mensagem: "A manifestação não diz o município do fato, e o órgão não é municipal.",
  conserto: "Nada a corrigir: sem o município, a manifestação não entra na contagem.",
};
