import type { ExportHeader } from "../../../core/export-header.ts";
import { joinPt } from "../../../core/format.ts";
import { ESPECIE_ROTULO, ORIGEM_ROTULO, SITUACAO_ROTULO } from "../../../core/planos/index.ts";
import { NORMA_DOS_PLANOS } from "../../../data/planos/norma.ts";
import type { EstadoDosPlanos } from "./estado-da-parte.ts";

interface DosPlanos {
  readonly filtro: EstadoDosPlanos;
  readonly nome: (codigo: number) => string;
  /** Something of what is exported was written in this browser. */
  readonly comTrabalho: boolean;
}

/** Head of an export of the part: that of the page, with the part's own filters and the user's work among its sources. */
export function cabecalhoDosPlanos(daPagina: ExportHeader, { filtro, nome, comTrabalho }: DosPlanos): ExportHeader {
  const { municipio, especies, origens, situacoes, orgao } = filtro;
  return {
    ...daPagina,
    fontes: [...daPagina.fontes, ...(comTrabalho ? ["seu trabalho, escrito neste navegador"] : []), `regras: ${NORMA_DOS_PLANOS.nomeCurto}, arts. 6º e 7º`],
    filtros: [
      ...daPagina.filtros,
      ...(municipio === null ? [] : [`município: ${nome(municipio)}`]),
      ...(especies.length === 0 ? [] : [`espécie: ${joinPt(especies.map((id) => ESPECIE_ROTULO[id]))}`]),
      ...(origens.length === 0 ? [] : [`origem: ${joinPt(origens.map((id) => ORIGEM_ROTULO[id]))}`]),
      ...(situacoes.length === 0 ? [] : [`situação da ação: ${joinPt(situacoes.map((id) => SITUACAO_ROTULO[id]))}`]),
      ...(orgao === "" ? [] : [`órgão responsável: ${orgao}`]),
    ],
  };
}
