import { ESPECIES, ORIGENS, SITUACOES_DA_ACAO, type Especie, type Fonte, type Origem, type SituacaoDaAcao } from "../../../core/planos/index.ts";

/** Lists the part can show. */
export const LISTAS_DOS_PLANOS = ["municipios", "acoes", "problemas"] as const;
export type ListaDosPlanos = (typeof LISTAS_DOS_PLANOS)[number];

/** Shareable state of the part `planos`. What a plan says is never in it. */
export interface EstadoDosPlanos {
  readonly lista: ListaDosPlanos;
  /** IBGE code of the municipality whose plans are read; null = none. */
  readonly municipio: number | null;
  readonly especies: readonly Especie[];
  readonly origens: readonly Origem[];
  readonly situacoes: readonly SituacaoDaAcao[];
  /** Responsible office, as written; "" = any. */
  readonly orgao: string;
  /** Which plans, where those of the demonstration and the user's own stand apart; null = the user's own, if there are any. */
  readonly fonte: Fonte | null;
}

const PADRAO: EstadoDosPlanos = { lista: "municipios", municipio: null, especies: [], origens: [], situacoes: [], orgao: "", fonte: null };
const FONTES: readonly Fonte[] = ["extrato", "trabalho"];
const MAIOR_ORGAO = 120;

/** The part's slice of the address. */
export const FATIA = {
  padrao: PADRAO,
  decode: (params: Readonly<Record<string, string>>): EstadoDosPlanos => {
    const municipio = lido(params, "planos-municipio");
    return {
      lista: LISTAS_DOS_PLANOS.find((lista) => lista === lido(params, "planos-lista")) ?? PADRAO.lista,
      municipio: /^[1-9]\d{6}$/.test(municipio) ? Number(municipio) : null,
      especies: conhecidos(lido(params, "planos-especie"), ESPECIES),
      origens: conhecidos(lido(params, "planos-origem"), ORIGENS),
      situacoes: conhecidos(lido(params, "planos-situacao"), SITUACOES_DA_ACAO),
      orgao: lido(params, "planos-orgao").slice(0, MAIOR_ORGAO),
      fonte: FONTES.find((fonte) => fonte === lido(params, "planos-fonte")) ?? null,
    };
  },
  encode: (estado: EstadoDosPlanos): Record<string, string> => {
    const params: Record<string, string> = {};
    if (estado.lista !== PADRAO.lista) params["planos-lista"] = estado.lista;
    if (estado.municipio !== null) params["planos-municipio"] = String(estado.municipio);
    if (estado.especies.length > 0) params["planos-especie"] = estado.especies.join(",");
    if (estado.origens.length > 0) params["planos-origem"] = estado.origens.join(",");
    if (estado.situacoes.length > 0) params["planos-situacao"] = estado.situacoes.join(",");
    if (estado.orgao !== "") params["planos-orgao"] = estado.orgao;
    if (estado.fonte !== null) params["planos-fonte"] = estado.fonte;
    return params;
  },
};

function lido(params: Readonly<Record<string, string>>, nome: string): string {
  return Object.hasOwn(params, nome) ? (params[nome] ?? "") : "";
}

function conhecidos<T extends string>(texto: string, valores: readonly T[]): T[] {
  const itens = new Set(texto.split(","));
  return valores.filter((valor) => itens.has(valor));
}
