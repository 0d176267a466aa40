import { MEDIDAS, type MedidaDoServico } from "../../../core/servicos/medidas.ts";

export const GRUPOS_DE_COMPARACAO = ["porte", "regiao"] as const;

/** Among whom a municipality is compared. */
export type GrupoDeComparacao = (typeof GRUPOS_DE_COMPARACAO)[number];

/** Shareable state of the part `servicos`. */
export interface EstadoDosServicos {
  /** Key of the chosen service (`chaveDoServico`); "" shows them all. */
  readonly servico: string;
  /** Year shown; null means the last complete one of the data. */
  readonly ano: number | null;
  /** Year it is compared with; null means the one before, where there is one. */
  readonly contra: number | null;
  readonly medida: MedidaDoServico;
  readonly grupo: GrupoDeComparacao;
  /** Satisfaction put on 0–100, so that different scales can be read side by side. */
  readonly cem: boolean;
}

type Params = Readonly<Record<string, string>>;

/** As `chaveDoServico` makes them: folded words joined by hyphens. */
const CHAVE = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
const MAIOR_CHAVE = 120;

const PADRAO: EstadoDosServicos = { servico: "", ano: null, contra: null, medida: "tempo-medio", grupo: "porte", cem: false };

/** The part's own parameters in the address; their names begin with `servico`, so that none meets another part's. */
export const FATIA = {
  padrao: PADRAO,
  decode: (params: Params): EstadoDosServicos => ({
    servico: chave(own(params, "servico")),
    ano: ano(own(params, "servico-ano")),
    contra: ano(own(params, "servico-contra")),
    medida: MEDIDAS.find((medida) => medida === own(params, "servico-medida")) ?? PADRAO.medida,
    grupo: GRUPOS_DE_COMPARACAO.find((grupo) => grupo === own(params, "servico-grupo")) ?? PADRAO.grupo,
    cem: own(params, "servico-escala") === "cem",
  }),
  encode: (estado: EstadoDosServicos): Record<string, string> => ({
    ...(estado.servico === "" ? {} : { servico: estado.servico }),
    ...(estado.ano === null ? {} : { "servico-ano": String(estado.ano) }),
    ...(estado.contra === null ? {} : { "servico-contra": String(estado.contra) }),
    ...(estado.medida === PADRAO.medida ? {} : { "servico-medida": estado.medida }),
    ...(estado.grupo === PADRAO.grupo ? {} : { "servico-grupo": estado.grupo }),
    ...(estado.cem ? { "servico-escala": "cem" } : {}),
  }),
};

function chave(text: string): string {
  return text.length <= MAIOR_CHAVE && CHAVE.test(text) ? text : PADRAO.servico;
}

function ano(text: string): number | null {
  return /^(19|20)\d\d$/.test(text) ? Number(text) : null;
}

function own(params: Params, name: string): string {
  return Object.hasOwn(params, name) ? (params[name] ?? "") : "";
}
