import type { StateCodec } from "../../core/url-state.ts";

export const PARTES = ["municipio", "denuncias", "visitas", "servicos", "relatorio", "dados", "protecao"] as const;
export type Parte = (typeof PARTES)[number];

export const PARTE_ROTULO: Readonly<Record<Parte, string>> = {
  municipio: "Meu município",
  denuncias: "Denúncias",
  visitas: "Visitas",
  servicos: "Serviços",
  relatorio: "Relatório anual",
  dados: "Dados abertos",
  protecao: "Proteção de dados",
};

/** Choices that only the part on screen knows, by its own names of parameter. */
export type Ajustes = Readonly<Record<string, string>>;

/** Shareable state of `#/transparencia`. */
export interface Estado {
  readonly parte: Parte;
  /** Municipality on screen, by its seven-digit code. */
  readonly codigo: number | null;
  /** Closed year of the annual report; null means the newest one. */
  readonly ano: number | null;
  /** What the part keeps besides; another part's are dropped when the part changes. */
  readonly ajustes: Ajustes;
}

export const PADRAO: Estado = { parte: "municipio", codigo: null, ano: null, ajustes: {} };

const DA_PAGINA: ReadonlySet<string> = new Set(["parte", "codigo", "ano"]);

/** Names and lengths that a part may use: whatever else an address brings is dropped. */
const NOME = /^[a-z][a-z-]{0,19}$/;
const MAIOR_VALOR = 120;

type Params = Readonly<Record<string, string>>;

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    parte: PARTES.find((parte) => parte === params["parte"]) ?? PADRAO.parte,
    codigo: integerOf(params["codigo"], /^[1-9]\d{6}$/),
    ano: integerOf(params["ano"], /^(19|20)\d\d$/),
    ajustes: ajustesDe(params),
  }),
  encode: ({ parte, codigo, ano, ajustes }) => ({
    ...(parte === PADRAO.parte ? {} : { parte }),
    ...(codigo === null ? {} : { codigo: String(codigo) }),
    ...(ano === null ? {} : { ano: String(ano) }),
    ...ajustesDe(ajustes),
  }),
};

function integerOf(text: string | undefined, shape: RegExp): number | null {
  return text !== undefined && shape.test(text) ? Number(text) : null;
}

function ajustesDe(params: Params): Ajustes {
  return Object.fromEntries(
    Object.entries(params).filter(([nome, valor]) => !DA_PAGINA.has(nome) && NOME.test(nome) && valor !== "" && valor.length <= MAIOR_VALOR),
  );
}
