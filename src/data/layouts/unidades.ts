import { joinPt } from "../../core/format.ts";
import { fold } from "../../core/search.ts";
import { fileProblem } from "../import/whole-file.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, missingTitles, openingRows, shareOf, type FieldRule } from "./match.ts";
import { askYear, openingText, yearFrom } from "./period.ts";
import { questions } from "./questions.ts";
import { countSetAside } from "./reference-only.ts";
import { tallies } from "./tally.ts";
import { placeReader, walkPlaces } from "./walk.ts";

const RULES: readonly FieldRule[] = [
  { campo: "unidade", titulos: ["code_suas", "cod_suas", "codigo_suas"] },
  { campo: "tipo", titulos: ["tipo_centro", "tipo_unidade", "tipo de unidade"] },
  { campo: "codigo", titulos: ["cod_ibge", "codigo_ibge", "ibge"] },
  { campo: "nome", titulos: ["municipio", "nome_municipio"] },
  { campo: "uf", titulos: ["uf"] },
];

/** Kinds of unit and the indicator that counts them. */
const TIPOS: Readonly<Record<string, string>> = { cras: "cras-unidades", creas: "creas-unidades" };

/** Lists of SUAS units with address and coordinates: CRAS and CREAS counted by municipality. */
export const UNIDADES: readonly OfficialLayout[] = [
  {
    id: "unidades-suas",
    titulo: "Lista de unidades CRAS e CREAS",
    orgao: "Ministério do Desenvolvimento e Assistência Social (MDS)",
    fonte: "mds-censo-suas",
    grao: "Cada linha é uma unidade; o número do município é a contagem de unidades diferentes (code_suas), CRAS e CREAS à parte. Município sem linha fica sem dado, não com zero.",
    match: matchUnidades,
    convert: convertUnidades,
  },
];

function matchUnidades(tabela: RawTable): Fit | null {
  const found = findHeader(tabela, RULES);
  if (found === null) return null;
  const { posicao } = found;
  if (!posicao.has("unidade") || !posicao.has("tipo") || !(posicao.has("codigo") || posicao.has("nome"))) return null;
  const rows = openingRows(tabela, found.linha);
  const kinds = shareOf(rows, posicao.get("tipo"), (texto) => fold(texto) in TIPOS);
  const codes = shareOf(rows, posicao.get("codigo"), looksLikeCode);
  const confianca = (kinds === null || kinds > 0.3 ? 1 : 0.6) * (codes === null || codes > 0.5 ? 1 : 0.7);
  return fitOf(found, {
    confianca,
    motivo: confianca === 1 ? "Cada linha traz o código da unidade no SUAS, o tipo (CRAS ou CREAS) e o município." : "Tem as colunas de uma lista de unidades, mas os tipos ou os códigos não são os esperados.",
    faltam: missingTitles(RULES, posicao),
  });
}

function convertUnidades(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log } = context;
  const perguntas = questions(context.respostas);
  const periodo = yearFrom([openingText(tabela, fit), context.arquivo]) ?? askYear(perguntas, "da lista de unidades");
  if (periodo === null) {
    return { contagem: countSetAside(tabela, fit), usadas: [], ignoradas: [], pessoais: [], perguntas: perguntas.open() };
  }
  const [unidadeAt, tipoAt] = [fit.posicao.get("unidade"), fit.posicao.get("tipo")];
  const titulo = fit.titulos[tipoAt ?? -1] ?? "";
  const counted = tallies();
  const seen = new Set<string>();
  const otherKinds = new Map<string, number>();
  const aside = (tipo: string, linha: number, coluna: string, valor: string | null, mensagem: string, conserto: string): boolean => {
    log.add(tipo, { gravidade: "linha-separada", linha, coluna, valor, mensagem, conserto });
    return false;
  };
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo"], nome: "nome", uf: "uf" }),
      coluna: fit.titulos[fit.posicao.get("codigo") ?? fit.posicao.get("nome") ?? -1] ?? "",
      linha: ({ linha, campos, codigo }) => {
        const tipo = cellText(campos, tipoAt);
        const indicador = TIPOS[fold(tipo)];
        if (indicador === undefined) {
          otherKinds.set(tipo, (otherKinds.get(tipo) ?? 0) + 1);
          return aside("outro-tipo-de-unidade", linha, titulo, shownValue(tipo), "Não é CRAS nem CREAS: o aplicativo ainda não conta este tipo de unidade.", "Confira se o tipo da unidade está certo; se estiver, nada precisa ser corrigido.");
        }
        const unidade = cellText(campos, unidadeAt);
        if (unidade === "") {
          return aside("sem-codigo-da-unidade", linha, fit.titulos[unidadeAt ?? -1] ?? "", null, "A unidade não tem código: não dá para saber se já foi contada.", "Preencha o código da unidade no SUAS.");
        }
        if (seen.has(unidade)) {
          return aside("unidade-repetida", linha, fit.titulos[unidadeAt ?? -1] ?? "", unidade, "A unidade já apareceu em outra linha e foi contada uma vez só.", "Confira se a linha está repetida na origem.");
        }
        seen.add(unidade);
        counted.add(codigo, periodo, indicador, 1, linha);
        return true;
      },
    },
    context.onProgress,
  );
  counted.each(({ codigo, indicador, soma, linha }) => {
    context.figura({ codigo, periodo, indicador, valor: soma }, linha);
  });
  if (otherKinds.size > 0) {
    const kinds = [...otherKinds].map(([tipo, n]) => `${tipo === "" ? "sem tipo" : (shownValue(tipo) ?? "texto com dado pessoal")} (${String(n)})`);
    log.add("outros-tipos", fileProblem("aviso", `O arquivo traz unidades que não são CRAS nem CREAS e não foram contadas: ${joinPt(kinds)}.`, "Confira se esses tipos estão escritos certo."));
  }
  const usos = new Map([
    ["unidade", "conta unidades diferentes; não é guardado"],
    ["tipo", "cras-unidades e creas-unidades"],
    ["codigo", "município (código IBGE)"],
    ["nome", "município (nome)"],
    ["uf", "município (UF)"],
  ]);
  return { contagem, ...columnRoles(tabela, fit, { usos, agregada: (titulo) => fold(titulo) === "nome centro" }), perguntas: perguntas.open() };
}
