import { INDICADORES } from "../contracts/indicadores.ts";
import type { Figura } from "../layouts/layout.ts";
import type { Pieces } from "../pieces.ts";
import { canonicalWriter } from "./canonical.ts";
import type { LoadedFigures, ProblemLog } from "./report.ts";

/** What the sink must know of an indicator. */
export interface KnownIndicator {
  readonly id: string;
  readonly limites?: { readonly min: number; readonly max: number };
}

export interface FigureSink {
  /** A door for one table of the file. What an earlier table brought for an indicator and period is not taken again. */
  readonly table: (nome: string | null) => TableSink;
  readonly figuras: () => readonly LoadedFigures[];
  readonly linhas: () => number;
  readonly inicio: () => string | null;
  readonly fim: () => string | null;
  /** Canonical CSV of the `indicadores` contract. */
  readonly finish: () => Pieces;
}

export interface TableSink {
  readonly put: (figura: Figura, linha: number) => void;
  readonly aceitas: () => number;
  /** Tables that had brought the same indicator and period before. */
  readonly cedidas: () => ReadonlySet<string>;
}

interface Column {
  readonly owner: symbol;
  readonly ownerName: string;
  readonly valores: Map<number, number>;
}

/**
 * Gathers figures as canonical rows. Out of the limits of its scale, of an
 * indicator the catalogue does not have, or said twice with different values:
 * the figure is left out and the log says so.
 */
export function figureSink(
  catalogo: readonly KnownIndicator[],
  { fonte, carga, log }: { readonly fonte: string; readonly carga: string; readonly log: ProblemLog },
): FigureSink {
  const known = new Map(catalogo.map((indicador) => [indicador.id, indicador]));
  const columns = new Map<string, Column>();
  const writer = canonicalWriter(INDICADORES.columns);
  let linhas = 0;
  let inicio: string | null = null;
  let fim: string | null = null;

  const leaveOut = (tipo: string, figura: Figura, linha: number, mensagem: string, conserto: string): void => {
    log.add(tipo, { gravidade: "aviso", linha, coluna: figura.indicador, valor: String(figura.valor), mensagem, conserto });
  };

  return {
    table(nome) {
      const owner = Symbol(nome ?? "arquivo");
      const cedidas = new Set<string>();
      let aceitas = 0;
      return {
        aceitas: () => aceitas,
        cedidas: () => cedidas,
        put(figura, linha) {
          const { codigo, periodo, indicador, valor } = figura;
          const registro = known.get(indicador);
          if (registro === undefined) {
            leaveOut("indicador-fora-do-catalogo", figura, linha, "O indicador não está no catálogo: o valor não foi carregado.", "Avise quem mantém o catálogo de indicadores.");
            return;
          }
          const { limites } = registro;
          if (!Number.isFinite(valor) || (limites !== undefined && (valor < limites.min || valor > limites.max))) {
            const escala = limites === undefined ? "" : ` (de ${print(limites.min)} a ${print(limites.max)})`;
            leaveOut("fora-da-escala", figura, linha, `O valor está fora da escala do indicador${escala}: não foi carregado.`, "Confira o valor na origem.");
            return;
          }
          const key = `${indicador} ${periodo}`;
          let column = columns.get(key);
          if (column === undefined) {
            column = { owner, ownerName: nome ?? "", valores: new Map() };
            columns.set(key, column);
          }
          if (column.owner !== owner) {
            cedidas.add(column.ownerName);
            return;
          }
          const before = column.valores.get(codigo);
          if (before !== undefined) {
            if (before !== valor) {
              leaveOut("figura-repetida", figura, linha, `O arquivo traz dois valores para o mesmo município, período e indicador (${print(before)} e ${print(valor)}): ficou o primeiro.`, "Confira na origem qual é o certo.");
            }
            return;
          }
          column.valores.set(codigo, valor);
          aceitas += 1;
          linhas += 1;
          if (inicio === null || periodo < inicio) inicio = periodo;
          if (fim === null || periodo > fim) fim = periodo;
          writer.row([
            String(codigo),
            periodo,
            indicador,
            String(valor),
            figura.numerador === undefined ? null : String(figura.numerador),
            figura.denominador === undefined ? null : String(figura.denominador),
            fonte,
            carga,
          ]);
        },
      };
    },
    figuras: () => summarise(columns),
    linhas: () => linhas,
    inicio: () => inicio,
    fim: () => fim,
    finish: () => writer.finish(),
  };
}

function summarise(columns: ReadonlyMap<string, Column>): LoadedFigures[] {
  const byIndicator = new Map<string, { inicio: string; fim: string; figuras: number; municipios: Set<number> }>();
  for (const [key, { valores }] of columns) {
    const at = key.lastIndexOf(" ");
    const [indicador, periodo] = [key.slice(0, at), key.slice(at + 1)];
    const entry = byIndicator.get(indicador) ?? { inicio: periodo, fim: periodo, figuras: 0, municipios: new Set<number>() };
    byIndicator.set(indicador, entry);
    if (periodo < entry.inicio) entry.inicio = periodo;
    if (periodo > entry.fim) entry.fim = periodo;
    entry.figuras += valores.size;
    for (const codigo of valores.keys()) entry.municipios.add(codigo);
  }
  return [...byIndicator].map(([indicador, { municipios, ...entry }]) => ({ indicador, ...entry, municipios: municipios.size }));
}

function print(value: number): string {
  return value.toLocaleString("pt-BR", { maximumFractionDigits: 6, useGrouping: "min2" });
}
