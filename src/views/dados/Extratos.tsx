import type { ExtractId } from "../../data/contracts/contract.ts";
import { DemoMark } from "../../ui/states/DemoMark.tsx";
import type { ExtratoLinha } from "./model.ts";
import { StackedTable, type StackedColumn } from "./StackedTable.tsx";

/** The four extracts: what each is, and what can be done with it. */
export function Extratos({
  linhas,
  baixando,
  onBaixar,
  onVoltar,
}: {
  readonly linhas: readonly ExtratoLinha[];
  readonly baixando: ExtractId | null;
  readonly onBaixar: (id: ExtractId) => void;
  readonly onVoltar: (id: ExtractId) => void;
}) {
  const colunas: readonly StackedColumn<ExtratoLinha>[] = [
    {
      id: "titulo",
      titulo: "Conjunto",
      nome: true,
      celula: ({ titulo, demonstracao }) => (
        <span className="ui-row">
          {titulo}
          {demonstracao ? <DemoMark /> : null}
        </span>
      ),
    },
    { id: "origem", titulo: "Origem", celula: ({ origem }) => origem },
    { id: "quantidade", titulo: "Linhas", celula: ({ quantidade }) => quantidade },
    { id: "periodo", titulo: "Período", celula: ({ periodo }) => periodo },
    { id: "estado", titulo: "Estado", celula: ({ estado }) => estado },
    {
      id: "acoes",
      titulo: "Ações",
      celula: ({ id, titulo, proprio }) => (
        <div className="dados-actions">
          <button
            type="button"
            className="ui-button"
            disabled={baixando !== null}
            onClick={() => {
              onBaixar(id);
            }}
          >
            {baixando === id ? "Preparando…" : "Baixar CSV"}
            <span className="ui-hidden"> de {titulo}</span>
          </button>
          {proprio ? (
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                onVoltar(id);
              }}
            >
              Voltar aos dados incluídos
              <span className="ui-hidden"> de {titulo}</span>
            </button>
          ) : null}
        </div>
      ),
    },
  ];
  return <StackedTable legenda="Conjuntos de dados carregados" colunas={colunas} linhas={linhas} chave={({ id }) => id} />;
}
