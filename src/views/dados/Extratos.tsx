import type { ExtractId } from "../../data/contracts/contract.ts";
import { DemoMark } from "../../ui/states/DemoMark.tsx";
import type { ExtratoLinha } from "./model.ts";
import { StackedTable, type StackedColumn } from "./StackedTable.tsx";

/** The extracts: what each is, where it comes from, and its download. */
export function Extratos({
  linhas,
  baixando,
  onBaixar,
}: {
  readonly linhas: readonly ExtratoLinha[];
  readonly baixando: ExtractId | null;
  readonly onBaixar: (id: ExtractId) => void;
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
    {
      id: "acoes",
      titulo: "Ações",
      celula: ({ id, titulo }) => (
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
        </div>
      ),
    },
  ];
  return <StackedTable legenda="Conjuntos de dados carregados" colunas={colunas} linhas={linhas} chave={({ id }) => id} />;
}
