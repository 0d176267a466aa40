import type { ExportHeader } from "../../../core/export-header.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "../../../core/visitas/plano.ts";
import { calendarioDaAba } from "../../../data/visitas/export/calendario-da-aba.ts";
import type { SeloDoPlano } from "../../../data/visitas/plan-file.ts";

/** What a file of the plan is made of. */
export interface MaterialDoPlano {
  readonly plano: PlanoDeVisitas;
  readonly entrada: EntradaDoPlano;
  readonly municipios: readonly Municipio[];
  readonly nome: (codigo: number) => string;
  /** Name of a team by its id. */
  readonly rotulo: (equipe: string) => string;
  readonly cabecalho: ExportHeader;
  readonly selo: Omit<SeloDoPlano, "interno">;
  readonly regraDasDiarias: string | null;
  readonly interno: boolean;
}

/** A file that cannot be made for a reason the user can do something about: a whole sentence. */
export class SemArquivo extends Error {}

/** Makes a file; the writers are loaded when asked for. */
export type Baixar = (material: MaterialDoPlano) => Promise<{ readonly arquivo: string; readonly blob: Blob }>;

/** The same text the terminal prints. */
export const baixarCsv: Baixar = async (material) => {
  const { plano, municipios, interno, cabecalho } = material;
  const { planoCsv } = await import("../../../data/visitas/plan-csv.ts");
  return {
    arquivo: nomeDoArquivo("plano-de-visitas", material, "csv"),
    blob: new Blob([planoCsv(plano, { municipios, interno, demonstracao: cabecalho.demonstracao })], { type: "text/csv;charset=utf-8" }),
  };
};

export const baixarPlanilha: Baixar = async (material) => {
  const { plano, entrada, municipios, rotulo, cabecalho, selo, interno } = material;
  const { PlanilhaGrande, planoXlsx } = await import("../../../data/visitas/export/xlsx.ts");
  const { metodo, dados } = selo;
  try {
    const blob = await planoXlsx({ plano, entrada, municipios, equipe: rotulo, cabecalho, metodo, dados, interno });
    return { arquivo: nomeDoArquivo("plano-de-visitas", material, "xlsx"), blob };
  } catch (erro) {
    if (!(erro instanceof PlanilhaGrande)) throw erro;
    throw new SemArquivo("O plano tem municípios demais para uma planilha feita no navegador: baixe o CSV, que abre no Excel.", { cause: erro });
  }
};

/** With the state of the calendars written so far, so that later ones update them. */
export const baixarPlano: Baixar = async (material) => {
  const { plano, entrada, selo, interno } = material;
  const { planFileText } = await import("../../../data/visitas/plan-file.ts");
  const texto = planFileText(plano, entrada, { ...selo, interno }, calendarioDaAba.ler(entrada.ajustes.inicio));
  return {
    arquivo: nomeDoArquivo("plano-de-visitas", material, "mirante.json"),
    blob: new Blob([texto], { type: "application/json" }),
  };
};

/** Calendar of a team; of all of them for null. */
export function baixarCalendario(equipe: string | null): Baixar {
  return async (material) => {
    const { plano, entrada, nome, rotulo, cabecalho, regraDasDiarias, interno } = material;
    const [{ atualizarCalendario }, { escreverIcs }] = await Promise.all([
      import("../../../data/visitas/export/calendario.ts"),
      import("../../../data/visitas/export/ics.ts"),
    ]);
    const { inicio } = entrada.ajustes;
    const agora = new Date().toISOString();
    const { demonstracao } = cabecalho;
    const { eventos, estado } = atualizarCalendario(calendarioDaAba.ler(inicio), plano, {
      inicio,
      hoje: entrada.hoje,
      equipes: equipe === null ? null : [equipe],
      nome,
      equipe: rotulo,
      agora,
      regraDasDiarias,
      interno,
      demonstracao,
    });
    const texto = await escreverIcs(eventos, { nome: `Visitas: ${equipe === null ? "todas as equipes" : rotulo(equipe)}`, agora });
    calendarioDaAba.guardar(estado);
    return {
      arquivo: nomeDoArquivo(equipe === null ? "visitas" : `visitas-equipe-${equipe}`, material, "ics"),
      blob: new Blob([texto], { type: "text/calendar;charset=utf-8" }),
    };
  };
}

/** The marks a file must carry even where its text has no room for them. */
function nomeDoArquivo(nome: string, { entrada, cabecalho, interno }: MaterialDoPlano, extensao: string): string {
  return `${nome}-${entrada.ajustes.inicio}${interno ? "-uso-interno" : ""}${cabecalho.demonstracao ? "-demonstracao" : ""}.${extensao}`;
}
