import { formatDate, formatNumber } from "../format.ts";
import { PORTE_ROTULO, type Municipio } from "../municipio.ts";
import { secaoDoApoio } from "./apoio.ts";
import { secaoDosContatos } from "./contatos.ts";
import { secaoDasDenuncias } from "./denuncias.ts";
import { secaoDosDestaques } from "./destaques.ts";
import type { Dossie } from "./dossie.ts";
import type { DemonstracaoDoDossie, EntradaDosDossies } from "./entrada.ts";
import { lerIndicadores, secaoDosIndicadores } from "./indicadores.ts";
import { secaoDasPerguntas } from "./perguntas.ts";
import { secaoDoPlano } from "./plano.ts";
import { secaoDaRede } from "./rede.ts";

/** First digits of a hash that a page prints. */
export const DIGITOS_DO_HASH = 12;

/**
 * The page of one municipality before a visit (Res. CIB/MT 02/2022 arts. 6 V and 9): every
 * text as it is shown and printed.
 * @throws RangeError for a code that is not in the list
 */
export function montarDossie(entrada: EntradaDosDossies, codigo: number): Dossie {
  const i = entrada.posicaoDe.get(codigo);
  const municipio = i === undefined ? undefined : entrada.municipios[i];
  if (i === undefined || municipio === undefined) throw new RangeError(`no municipality with code ${codigo}`);
  const lidos = lerIndicadores(entrada, i);
  return {
    codigo,
    nome: municipio.nome,
    titulo: `Dossiê de ${municipio.nome}`,
    subtitulo: subtituloDe(municipio),
    demonstracao: fraseDaDemonstracao(entrada.demonstracao),
    secoes: [
      secaoDosDestaques(entrada, i, lidos),
      secaoDosIndicadores(entrada, i, lidos),
      secaoDaRede(entrada, i),
      secaoDoPlano(entrada, codigo),
      secaoDoApoio(entrada, codigo),
      secaoDasDenuncias(entrada, codigo),
      secaoDasPerguntas(entrada, i, lidos),
      secaoDosContatos(entrada, codigo, lidos),
    ],
    rodape: rodapeDe(entrada),
  };
}

function subtituloDe({ codigo, regiaoImediata, porte, populacao, anoCenso }: Municipio): string {
  const habitantes = populacao === null ? "população não informada" : `${formatNumber(populacao)} habitantes${anoCenso === null ? "" : ` (Censo ${anoCenso})`}`;
  return [
    regiaoImediata === null ? "Região não informada" : `Região de ${regiaoImediata.nome}`,
    porte === null ? "porte não informado" : `porte ${PORTE_ROTULO[porte]}`,
    habitantes,
    `código ${codigo}`,
  ].join(" · ");
}

const PARTES: readonly (readonly [keyof DemonstracaoDoDossie, string])[] = [
  ["indicadores", "indicadores"],
  ["apoio", "apoio recebido"],
  ["planos", "planos"],
  ["denuncias", "denúncias"],
];

function fraseDaDemonstracao(demonstracao: DemonstracaoDoDossie): string | null {
  const partes = PARTES.flatMap(([id, nome]) => (demonstracao[id] ? [nome] : []));
  if (partes.length === 0) return null;
  return `Dados de demonstração em: ${partes.join(", ")}. São inventados e não descrevem nenhum município.`;
}

function rodapeDe({ colunas, fontes, preparada, territorio, metodo, hashMetodo, hashDados, dataReferencia }: EntradaDosDossies): string[] {
  const usados = new Set(preparada.indicadores.map(({ metodo: { id } }) => id));
  const ids = new Set(colunas.flatMap(({ indicador, fonte }) => (usados.has(indicador) ? [fonte] : [])));
  const nomes = fontes.filter(({ id }) => ids.has(id)).map(({ nome }) => nome);
  const { fundamento } = territorio.indice;
  const norma = fundamento === null ? undefined : territorio.normas.find(({ id }) => id === fundamento.norma)?.nomeCurto;
  return [
    `Fontes dos indicadores: ${nomes.length === 0 ? "nenhuma" : nomes.join("; ")}. Data de referência: ${formatDate(dataReferencia)}.`,
    `Método: ${metodo.nome}, SHA-256 ${hashMetodo.slice(0, DIGITOS_DO_HASH)}; dados SHA-256 ${hashDados.slice(0, DIGITOS_DO_HASH)}.${
      fundamento === null || norma === undefined ? "" : ` As visitas são definidas pelos indicadores: ${norma}, ${fundamento.artigo}.`
    } Uso interno: traz contagens de denúncias.`,
  ];
}
