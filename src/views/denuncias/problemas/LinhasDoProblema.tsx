import { useMemo } from "react";
import { formatNumber } from "../../../core/format.ts";
import type { CodigoDeInconsistencia } from "../../../core/denuncias/reproducao.ts";
import { INCONSISTENCIA_TEXTO } from "../../../core/denuncias/inconsistencias.ts";
import type { LinhaDeInconsistencia } from "../../../data/denuncias/perguntas.ts";
import { CsvButton } from "../../../ui/download/CsvButton.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import { Paginas } from "../Paginas.tsx";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { colunasDasLinhas, colunasDoArquivo } from "./grupos.ts";

/** Rows a spreadsheet still opens without trouble. */
const MAXIMO_CSV = 100_000;

interface LinhasDoProblemaProps extends ParteDeDenunciasProps {
  readonly codigo: CodigoDeInconsistencia;
  readonly total: number;
  readonly linhas: readonly LinhaDeInconsistencia[];
  readonly salto: number;
  readonly porPagina: number;
}

/** The rows of one kind of problem, a page at a time, all of them in the file. */
export function LinhasDoProblema(props: LinhasDoProblemaProps) {
  const { codigo, total, linhas, salto, porPagina, nome, cabecalho, relogio, filtro, hoje, mudar } = props;
  const colunas = useMemo(() => colunasDasLinhas(nome), [nome]);
  const numeradas = useMemo(() => linhas.map((linha, i) => ({ ...linha, lugar: salto + i })), [linhas, salto]);
  const { nome: titulo } = INCONSISTENCIA_TEXTO[codigo];
  const pagina = Math.floor(salto / porPagina) + 1;

  const csv = async (): Promise<string> => {
    const { resposta } = await relogio.aba.perguntar(relogio.ajustes.ajustes, "inconsistencias", { filtro, codigo, salto: 0, limite: MAXIMO_CSV });
    const { tableCsv } = await import("../../../data/export/table-csv.ts");
    const corte = total > MAXIMO_CSV ? ` (as primeiras ${formatNumber(MAXIMO_CSV)} de ${formatNumber(total)})` : "";
    return tableCsv(cabecalho(`Casos a conferir: ${titulo}${corte}`), colunasDoArquivo(nome), resposta.linhas);
  };

  return (
    <>
      <DataTable
        legenda={`${titulo}: um caso por linha, ou um por passo`}
        colunas={colunas}
        linhas={numeradas}
        chave={lugarDe}
        ordem={null}
        onOrdem={semOrdem}
        vazio={
          total === 0
            ? "Nenhuma linha deste tipo com os filtros em uso. Remova um filtro para ver mais."
            : "Esta página não tem linhas: volte às anteriores."
        }
        altura="32rem"
        nomeLinhas={["linha nesta página", "linhas nesta página", "f"]}
      />
      <div className="ui-row ui-no-print">
        {total === 0 ? null : (
          <CsvButton discreto arquivo={`denuncias-${codigo}-${hoje}`} csv={csv}>
            Baixar todas (CSV)
          </CsvButton>
        )}
        <Paginas
          rotulo="Páginas de linhas a conferir"
          total={total}
          pagina={pagina}
          porPagina={porPagina}
          nome={["linha", "linhas", "f"]}
          onPagina={(nova) => {
            mudar({ pagina: nova });
          }}
        />
      </div>
    </>
  );
}

function lugarDe({ lugar }: { readonly lugar: number }): number {
  return lugar;
}

/** Rows come in the order of the file: no column sorts them. */
function semOrdem(): void {
  return undefined;
}
