import { anoPadrao, type PainelDeServicos, type RegistroDeServico, type ServicoDoPainel } from "../../../core/servicos/index.ts";
import type { EstadoDosServicos } from "./estado-da-parte.ts";

/** What the part shows: the services, the years and the municipalities in sight. */
export interface Recorte {
  readonly painel: PainelDeServicos;
  /** Null when no row has a year that counts. */
  readonly ano: number | null;
  /** Year compared with; null when there is no other. */
  readonly contra: number | null;
  /** The year that runs. */
  readonly anoDeHoje: number;
  /** Null = all. */
  readonly servico: ServicoDoPainel | null;
  /** Codes inside the page's filters. */
  readonly codigos: readonly number[];
  readonly cem: boolean;
  /** Rows inside the filters, every year and service. */
  readonly registros: readonly RegistroDeServico[];
  /** Of the year shown, and of the one compared with. */
  readonly doAno: readonly RegistroDeServico[];
  readonly deContra: readonly RegistroDeServico[];
}

/** The address's choices, where the data have them; otherwise the part's own. */
export function recorteDe(
  painel: PainelDeServicos,
  estado: Pick<EstadoDosServicos, "servico" | "ano" | "contra" | "cem">,
  { codigos, anoDeHoje }: Pick<Recorte, "codigos" | "anoDeHoje">,
): Recorte {
  const { anos } = painel;
  const ano = anos.find((um) => um === estado.ano) ?? anoPadrao(anos, anoDeHoje);
  const contra = anos.find((um) => um === estado.contra && um !== ano) ?? anos.findLast((um) => ano !== null && um < ano) ?? null;
  const dentro = new Set(codigos);
  const registros = painel.registros.filter(({ codigo }) => dentro.has(codigo));
  return {
    painel,
    ano,
    contra,
    anoDeHoje,
    servico: painel.servicos.find(({ chave }) => chave === estado.servico) ?? null,
    codigos,
    cem: estado.cem,
    registros,
    doAno: registros.filter((registro) => registro.ano === ano),
    deContra: registros.filter((registro) => registro.ano === contra),
  };
}

/** Rows of one service, or of all. */
export function doServico(registros: readonly RegistroDeServico[], servico: Pick<ServicoDoPainel, "chave"> | null): readonly RegistroDeServico[] {
  return servico === null ? registros : registros.filter(({ chave }) => chave === servico.chave);
}

/** "2025", "2026 (em curso)": a year that runs is not to be read as a whole one. */
export function anoEmPalavras(ano: number, anoDeHoje: number): string {
  return ano >= anoDeHoje ? `${ano} (em curso)` : String(ano);
}
