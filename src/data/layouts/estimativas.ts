import { fold } from "../../core/search.ts";
import { readInteger } from "../import/numbers.ts";
import { fileProblem } from "../import/whole-file.ts";
import type { PlaceReading } from "../places/places.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText, yearsIn } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, FileHint, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, missingTitles, openingRows, shareOf, type FieldRule } from "./match.ts";
import { askYear, openingText, yearFrom } from "./period.ts";
import { questions } from "./questions.ts";
import { countSetAside } from "./reference-only.ts";
import { placeReader, walkPlaces } from "./walk.ts";

const RULES: readonly FieldRule[] = [
  { campo: "codigoUf", titulos: ["COD. UF", "CÓDIGO DA UF", "COD UF", "CD_UF"] },
  { campo: "codigoMunicipio", titulos: ["COD. MUNIC", "COD. MUNIC.", "CÓDIGO DO MUNICÍPIO", "COD MUN", "COD MUNICIPIO", "CD_MUN"] },
  { campo: "uf", titulos: ["UF", "SIGLA DA UF"] },
  { campo: "nome", titulos: ["NOME DO MUNICÍPIO", "NOME MUNICÍPIO", "MUNICÍPIO"] },
  { campo: "populacao", titulos: ["POPULAÇÃO ESTIMADA", "POPULAÇÃO"], padrao: /^(populacao|pop)( residente)?( estimada)?( (19|20)\d{2})?$/ },
];

/** Estimates of the population as printed in the Diário Oficial da União: title, split code, thousands dots, notes. */
export const ESTIMATIVAS: OfficialLayout = {
  id: "ibge-estimativas",
  titulo: "Estimativas da população dos municípios (Diário Oficial da União)",
  orgao: "IBGE",
  fonte: "ibge-estimativas",
  grao: "Cada linha é um município, com a população estimada em 1º de julho do ano do título; nada é somado.",
  match: matchEstimativas,
  convert: convertEstimativas,
};

function matchEstimativas(tabela: RawTable, { arquivo }: FileHint): Fit | null {
  const found = findHeader(tabela, RULES);
  if (found === null) return null;
  const { posicao } = found;
  if (!posicao.has("codigoUf") || !posicao.has("codigoMunicipio") || !posicao.has("populacao")) return null;
  const rows = openingRows(tabela, found.linha);
  const split = shareOf(rows, posicao.get("codigoMunicipio"), (texto) => /^\d{1,5}(?:[.,]0)?$/.test(texto));
  const isSplit = split === null || split > 0.5;
  const fit = fitOf(found, { confianca: 1, motivo: "", faltam: missingTitles(RULES, posicao) });
  const title = `${openingText(tabela, fit)} ${fit.titulos[posicao.get("populacao") ?? -1] ?? ""}`;
  const saysEstimate = /estima/.test(fold(title)) || /estima/.test(fold(arquivo));
  if (!saysEstimate) {
    return { ...fit, confianca: 0.6, motivo: "Tem o código partido e a população das listas do IBGE, mas nem o título nem o nome do arquivo dizem que é estimativa: pode ser contagem do Censo." };
  }
  if (!isSplit) return { ...fit, confianca: 0.7, motivo: "Parece a lista de estimativas do IBGE, mas o código do município não vem partido em UF e cinco algarismos." };
  return { ...fit, motivo: "Traz UF, código partido (UF e cinco algarismos) e a população estimada, como o IBGE publica no Diário Oficial." };
}

/** "31.314(1)", "31.314 (*)", "31.314¹": the number and the mark of a note. */
const FOOTNOTE = /^(\d[\d.,\s]*?)\s*(\(\s*(?:\d{1,2}|\*+|[a-z])\s*\)|\*+|[¹²³⁴⁵]+)$/i;

/** "(1) População judicial…", "* …": a sentence alone in a row that has neither code nor population. */
function isNote({ posicao }: Fit, campos: readonly string[]): boolean {
  const isEmpty = ["codigoMunicipio", "populacao"].every((campo) => cellText(campos, posicao.get(campo)) === "");
  return isEmpty && campos.filter((campo) => campo.trim() !== "").length === 1;
}

function convertEstimativas(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log, arquivo, lugares } = context;
  const perguntas = questions(context.respostas);
  const populacaoAt = fit.posicao.get("populacao");
  const titulo = fit.titulos[populacaoAt ?? -1] ?? "POPULAÇÃO ESTIMADA";
  const opening = openingText(tabela, fit);
  const inTitle = /refer[êe]ncia em[^\n]*?((?:19|20)\d{2})/i.exec(opening)?.[1] ?? yearFrom([opening, titulo]);
  const inName = yearsIn(arquivo);
  if (inTitle !== null && inName.length > 0 && !inName.includes(inTitle)) {
    log.add(
      "ano-diferente",
      fileProblem("aviso", `O título diz ${inTitle} e o nome do arquivo diz ${inName.join(" e ")}: valeu o título.`, "Confira se o arquivo é o do ano que você quer."),
    );
  }
  const periodo = inTitle ?? yearFrom([arquivo]) ?? askYear(perguntas, "da estimativa");
  if (periodo === null) {
    return { contagem: countSetAside(tabela, fit), usadas: [], ignoradas: [], pessoais: [], perguntas: perguntas.open() };
  }
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar: splitPlace(fit, lugares),
      coluna: fit.titulos[fit.posicao.get("codigoMunicipio") ?? -1] ?? "",
      isRodape: (campos) => isNote(fit, campos),
      linha: ({ linha, campos, codigo }) => {
        const texto = cellText(campos, populacaoAt);
        const note = FOOTNOTE.exec(texto);
        const reading = readInteger(note?.[1] ?? texto);
        if (texto === "" || typeof reading !== "object" || reading.valor < 0) {
          log.add(texto === "" ? "sem-valor" : "numero-invalido", {
            gravidade: "linha-separada",
            linha,
            coluna: titulo,
            valor: shownValue(texto),
            mensagem: texto === "" ? "A linha não traz a população." : "Não é uma população que dê para ler.",
            conserto: "Confira a célula no arquivo do IBGE.",
          });
          return false;
        }
        if (note !== null) {
          log.add("nota-do-ibge", {
            gravidade: "aviso",
            linha,
            coluna: titulo,
            valor: shownValue(texto),
            mensagem: `O número tem a marca de uma nota do IBGE, ${note[2] ?? ""}: foi lido sem ela.`,
            conserto: "Leia a nota no fim do arquivo do IBGE: pode ser população revista por decisão judicial.",
          });
        }
        context.figura({ codigo, periodo, indicador: "populacao-estimada", valor: reading.valor }, linha);
        return true;
      },
    },
    context.onProgress,
  );
  const usos = new Map([
    ["codigoUf", "município (código da UF)"],
    ["codigoMunicipio", "município (cinco algarismos)"],
    ["uf", "município (UF)"],
    ["nome", "município (nome)"],
    ["populacao", "populacao-estimada"],
  ]);
  return { contagem, ...columnRoles(tabela, fit, { usos }), perguntas: perguntas.open() };
}

/** The split code, or a whole one in the municipality's column; the name where the row has no code. */
function splitPlace(fit: Fit, lugares: ConversionContext["lugares"]): (campos: readonly string[]) => PlaceReading {
  const ufAt = fit.posicao.get("codigoUf");
  const municipioAt = fit.posicao.get("codigoMunicipio");
  const byName = placeReader(fit, lugares, { codigos: [], nome: "nome", uf: "uf" });
  return (campos) => {
    const municipio = cellText(campos, municipioAt);
    return municipio === "" ? byName(campos) : lugares.partido(cellText(campos, ufAt), municipio);
  };
}
