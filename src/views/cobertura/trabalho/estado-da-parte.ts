import { TIPOS, type TipoDeRegistro } from "../../../core/mescla/index.ts";

/** Which of the user's own records the part lists. */
export interface EstadoDoTrabalhoNaTela {
  /** Null lists every kind. */
  readonly tipo: TipoDeRegistro | null;
  readonly municipio: number | null;
}

const PADRAO: EstadoDoTrabalhoNaTela = { tipo: null, municipio: null };

/** This part's own parameters in the address: `registro` and `registro-municipio`. No text of a record is ever there. */
export const FATIA = {
  padrao: PADRAO,
  decode(params: Readonly<Record<string, string>>): EstadoDoTrabalhoNaTela {
    const municipio = proprio(params, "registro-municipio");
    return {
      tipo: TIPOS.find((tipo) => tipo === proprio(params, "registro")) ?? null,
      municipio: /^[1-9]\d{6}$/.test(municipio) ? Number(municipio) : null,
    };
  },
  encode({ tipo, municipio }: EstadoDoTrabalhoNaTela): Record<string, string> {
    return {
      ...(tipo === null ? {} : { registro: tipo }),
      ...(municipio === null ? {} : { "registro-municipio": String(municipio) }),
    };
  },
};

function proprio(params: Readonly<Record<string, string>>, nome: string): string {
  return Object.hasOwn(params, nome) ? (params[nome] ?? "") : "";
}
