import type { Municipio } from "../../core/municipio.ts";
import { visitasDoPlano } from "../../core/visitas/comparar.ts";
import { fraseDoMotivoDentro, fraseDoMotivoFora } from "../../core/visitas/motivos.ts";
import type { PlanoDeVisitas } from "../../core/visitas/plano.ts";
import { guardFormula } from "../export/formula.ts";

export interface EscritaDoPlano {
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome" | "regiaoImediata" | "porte">[];
  /** Says which visits are required ("uso interno"); otherwise they are only "planejado". */
  readonly interno: boolean;
  /** Some of what the plan is made of is made up: every row says so. */
  readonly demonstracao: boolean;
}

const COLUNAS = [
  "planejado", "codigo", "municipio", "regiao", "porte", "prioridade", "equipe", "trimestre", "viagem", "ordem", "chegada", "saida",
  "dias_da_visita", "viagem_inicio", "viagem_fim", "viagem_dias", "viagem_km", "pedir_diarias_ate", "motivo", "uso_interno", "demonstracao",
] as const;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * The plan as CSV for machines: UTF-8, comma, decimal dot, LF, blank for missing.
 * Planned visits by date, then those not planned by code. The same text on the
 * page and in the terminal.
 */
export function planoCsv(plano: PlanoDeVisitas, { municipios, interno, demonstracao }: EscritaDoPlano): string {
  const marcas = [interno, demonstracao].map((sim) => (sim ? "sim" : "nao"));
  const porCodigo = new Map(municipios.map((municipio) => [municipio.codigo, municipio]));
  const nome = (codigo: number): string => porCodigo.get(codigo)?.nome ?? String(codigo);
  const lugar = (codigo: number): string[] => {
    const municipio = porCodigo.get(codigo);
    return [String(codigo), guardFormula(nome(codigo)), guardFormula(municipio?.regiaoImediata?.nome ?? ""), municipio?.porte ?? ""];
  };
  const planejadas = [...visitasDoPlano(plano).values()].sort((a, b) =>
    a.parada.chegada === b.parada.chegada ? a.parada.codigo - b.parada.codigo : a.parada.chegada < b.parada.chegada ? -1 : 1,
  );
  const dentro = planejadas.map(({ viagem, parada }) => [
    "sim",
    ...lugar(parada.codigo),
    parada.valor === null ? "" : parada.valor.toFixed(2),
    viagem.equipe,
    String(viagem.trimestre),
    viagem.id,
    String(viagem.paradas.indexOf(parada) + 1),
    parada.chegada,
    parada.saida,
    String(parada.dias),
    viagem.inicio,
    viagem.fim,
    String(viagem.dias),
    viagem.km.toFixed(1),
    viagem.pedirDiariasAte,
    guardFormula(fraseDoMotivoDentro(parada.motivo, { interno })),
    ...marcas,
  ]);
  const semPlano = Array.from({ length: COLUNAS.length - 6 - 1 - marcas.length }, () => "");
  const fora = plano.fora.map(({ codigo, motivo }) => ["nao", ...lugar(codigo), "", ...semPlano, guardFormula(fraseDoMotivoFora(motivo, nome)), ...marcas]);
  return [COLUNAS, ...dentro, ...fora].map((celulas) => `${celulas.map(entreAspas).join(",")}\n`).join("");
}

function entreAspas(celula: string): string {
  return NEEDS_QUOTES.test(celula) ? `"${celula.replaceAll('"', '""')}"` : celula;
}
