import { count, joinPt } from "../../core/format.ts";
import { fold } from "../../core/search.ts";
import { fileProblem } from "../import/whole-file.ts";
import type { PlaceResolver } from "../places/places.ts";
import type { RowCounts } from "../import/report.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText } from "./cells.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, openingRows, shareOf, type FieldRule } from "./match.ts";
import { eachRecord } from "./records.ts";
import { WITHOUT_FIGURES } from "./reference-only.ts";

interface ReferenceFile {
  readonly id: string;
  readonly titulo: string;
  readonly orgao: string;
  readonly fonte: string;
  readonly oQueE: string;
  readonly codigo: readonly string[];
  readonly nome: readonly string[];
  /** Further columns that tell the file; at least one must be there. */
  readonly sinais: readonly string[];
}

const FILES: readonly ReferenceFile[] = [
  {
    id: "ibge-localidades",
    titulo: "IBGE: municípios do serviço de localidades",
    orgao: "IBGE",
    fonte: "ibge-localidades",
    oQueE: "a lista de municípios e regiões do serviço de localidades do IBGE",
    codigo: ["id", "municipio-id"],
    nome: ["nome", "municipio-nome"],
    sinais: ["microrregiao.id", "microrregiao", "microrregiao-id", "regiao-imediata.id", "regiao-imediata", "regiao-imediata-id"],
  },
  {
    id: "ibge-dtb",
    titulo: "IBGE: Divisão Territorial Brasileira",
    orgao: "IBGE",
    fonte: "ibge-dtb",
    oQueE: "a Divisão Territorial Brasileira do IBGE, com os municípios e suas regiões",
    codigo: ["codigo_municipio_completo", "Código Município Completo"],
    nome: ["nome_municipio", "Nome_Município"],
    sinais: ["regiao_geografica_imediata", "Região Geográfica Imediata", "microrregiao_Geografica", "Microrregião Geográfica", "nome_uf"],
  },
  {
    id: "municipios-coordenadas",
    titulo: "Municípios brasileiros com coordenadas e código SIAFI",
    orgao: "base aberta Municípios Brasileiros",
    fonte: "sedes-municipais",
    oQueE: "uma lista de municípios com coordenadas da sede e código SIAFI",
    codigo: ["codigo_ibge"],
    nome: ["nome"],
    sinais: ["siafi_id", "fuso_horario"],
  },
  {
    id: "ibge-malha",
    titulo: "IBGE: malha de municípios (GeoJSON)",
    orgao: "IBGE",
    fonte: "ibge-malha-2015",
    oQueE: "uma malha, com o contorno dos municípios",
    codigo: ["codarea", "id", "CD_MUN", "CD_GEOCMU", "geocodigo"],
    nome: ["name", "NM_MUN", "NM_MUNICIP", "nome"],
    sinais: ["geometria"],
  },
];

/** Lists of municipalities and meshes: they feed no figure, and check the installed table of municipalities. */
export const IBGE_REFERENCIA: readonly OfficialLayout[] = FILES.map((file) => ({
  id: file.id,
  titulo: file.titulo,
  orgao: file.orgao,
  fonte: file.fonte,
  grao: "Cada linha é um município. O arquivo não traz números de indicadores; códigos e nomes são comparados com a tabela instalada.",
  match: (tabela) => matchReference(file, tabela),
  convert: (tabela, fit, context) => convertReference(file, tabela, fit, context),
}));

function rulesOf({ codigo, nome, sinais }: ReferenceFile): readonly FieldRule[] {
  return [
    { campo: "codigo", titulos: codigo },
    { campo: "nome", titulos: nome },
    ...sinais.map((titulo, i) => ({ campo: `sinal${String(i)}`, titulos: [titulo] })),
  ];
}

function matchReference(file: ReferenceFile, tabela: RawTable): Fit | null {
  const found = findHeader(tabela, rulesOf(file));
  if (found === null || !found.posicao.has("codigo")) return null;
  const signs = [...found.posicao.keys()].filter((campo) => campo.startsWith("sinal"));
  if (signs.length === 0) return null;
  const isMesh = file.sinais.includes("geometria");
  if (!isMesh && !found.posicao.has("nome")) return null;
  const rows = openingRows(tabela, found.linha);
  const codes = shareOf(rows, found.posicao.get("codigo"), looksLikeCode) ?? 0;
  if (codes > 0.5) return fitOf(found, { confianca: 0.95, motivo: `É ${file.oQueE}.` });
  return isMesh ? fitOf(found, { confianca: 0.8, motivo: "É uma malha (GeoJSON), mas os contornos não são de municípios: podem ser de um estado ou de regiões." }) : null;
}

function convertReference({ oQueE }: ReferenceFile, tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log, lugares } = context;
  const { contagem, encontrados, diferentes, desconhecidos } = compare(tabela, fit, context);
  const total = lugares.territorio.size;
  const missing = [...lugares.territorio.values()].filter(({ codigo }) => !encontrados.has(codigo));
  const isList = encontrados.size * 2 >= total;
  if (isList) {
    for (const { codigo, nome } of missing) {
      log.add(
        "municipio-ausente",
        fileProblem("aviso", `O arquivo não traz ${nome} (${String(codigo)}), que está na tabela de municípios instalada.`, "Confira a data do arquivo: o município pode ser mais novo que ele."),
      );
    }
  }
  log.add(WITHOUT_FIGURES, fileProblem("aviso", `O arquivo é ${oQueE}: não traz números de indicadores, e nada foi carregado. ${comparison(lugares, encontrados.size, missing.length, diferentes, desconhecidos, isList)}`, "Nada a fazer: a lista de municípios do aplicativo vem da instalação."));
  const at = (campo: string): string => fit.titulos[fit.posicao.get(campo) ?? -1] ?? "";
  const usadas = [
    { titulo: at("codigo"), uso: "comparado com a tabela instalada" },
    { titulo: at("nome"), uso: "comparado com a tabela instalada" },
  ].filter(({ titulo }) => titulo !== "");
  const used = new Set(usadas.map(({ titulo }) => titulo));
  return { contagem, usadas, ignoradas: fit.titulos.filter((titulo) => titulo !== "" && !used.has(titulo)), pessoais: [], perguntas: [] };
}

function comparison({ territorio }: PlaceResolver, found: number, missing: number, different: number, unknown: number, isList: boolean): string {
  if (found === 0) return "Não traz nenhum município do território instalado.";
  const parts = [
    ...(isList && missing > 0 ? [`${count(missing, "falta", "faltam")}`] : []),
    ...(different > 0 ? [`${count(different, "tem", "têm")} o nome escrito de outro jeito`] : []),
    ...(unknown > 0 ? [`${count(unknown, "código do arquivo não existe", "códigos do arquivo não existem")} na tabela`] : []),
  ];
  const agrees = parts.length === 0 ? "códigos e nomes iguais aos da tabela instalada" : joinPt(parts);
  return `Comparado com a tabela instalada: ${String(found)} de ${String(territorio.size)} municípios; ${agrees}.`;
}

interface Comparison {
  readonly contagem: RowCounts;
  readonly encontrados: ReadonlySet<number>;
  readonly diferentes: number;
  readonly desconhecidos: number;
}

function compare(tabela: RawTable, fit: Fit, { log, lugares, onProgress }: ConversionContext): Comparison {
  const contagem = { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 };
  const [codigoAt, nomeAt] = [fit.posicao.get("codigo"), fit.posicao.get("nome")];
  const ufs = new Set([...lugares.territorio.keys()].map((codigo) => String(codigo).slice(0, 2)));
  const encontrados = new Set<number>();
  let diferentes = 0;
  let desconhecidos = 0;
  eachRecord(
    tabela,
    fit,
    ({ tipo, linha, campos }) => {
      contagem.lidas += 1;
      if (tipo !== "dados") {
        contagem[tipo] += 1;
        return;
      }
      const texto = cellText(campos, codigoAt);
      const reading = lugares.codigo(texto);
      if (reading.tipo === "fora") {
        contagem.fora += 1;
        return;
      }
      contagem.separadas += 1;
      if (reading.tipo !== "achado") {
        if (looksLikeCode(texto) && ufs.has(texto.slice(0, 2))) {
          desconhecidos += 1;
          log.add("municipio-desconhecido", { gravidade: "aviso", linha, coluna: fit.titulos[codigoAt ?? -1] ?? null, valor: texto, mensagem: "O código é do território e não está na tabela de municípios instalada.", conserto: "Confira se o município é novo; se for, a instalação precisa ser atualizada." });
        }
        return;
      }
      encontrados.add(reading.codigo);
      const nome = cellText(campos, nomeAt);
      const installed = lugares.territorio.get(reading.codigo)?.nome ?? "";
      if (nomeAt === undefined || nome === "" || fold(nome) === fold(installed)) return;
      diferentes += 1;
      log.add("nome-diferente", { gravidade: "aviso", linha, coluna: fit.titulos[nomeAt] ?? null, valor: shownValue(nome), mensagem: `A tabela instalada escreve ${installed} (${String(reading.codigo)}).`, conserto: "Nada a corrigir: o código é o mesmo e é ele que vale." });
    },
    onProgress,
  );
  return { contagem, encontrados, diferentes, desconhecidos };
}
