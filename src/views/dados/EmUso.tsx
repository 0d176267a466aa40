import { CONTRACTS } from "../../data/contracts/index.ts";
import { EXTRACTS, type ExtractId } from "../../data/contracts/contract.ts";
import type { CanonicalExtract } from "../../data/session/session.ts";
import { chaveDe, emVigor } from "./entrada.ts";
import { instante } from "./instante.ts";
import { periodoDe, quantidade } from "./model.ts";
import { StackedTable, type StackedColumn } from "./StackedTable.tsx";

/** The user's files, one line each: what it is, since when, and how to take it back. */
export function EmUso({
  loads,
  guardados,
  onVer,
  onRetirar,
  onVoltar,
}: {
  /** Oldest first. */
  readonly loads: readonly CanonicalExtract[];
  /** Keys of the loads that will be there after a reload. */
  readonly guardados: ReadonlySet<string>;
  readonly onVer: (extract: CanonicalExtract) => void;
  readonly onRetirar: (extract: CanonicalExtract) => void;
  readonly onVoltar: (extrato: ExtractId) => void;
}) {
  if (loads.length === 0) return <p className="ui-muted">Nenhum arquivo seu está em uso: tudo veio com o aplicativo.</p>;
  const emUso = new Set(emVigor(loads).map(({ id, carga }) => chaveDe(id, carga.id)));
  const chave = ({ id, carga }: CanonicalExtract): string => chaveDe(id, carga.id);
  const colunas: readonly StackedColumn<CanonicalExtract>[] = [
    { id: "arquivo", titulo: "Arquivo", nome: true, celula: ({ fileName }) => fileName },
    { id: "titulo", titulo: "O que é", celula: ({ carga }) => carga.titulo },
    { id: "quantidade", titulo: "Trouxe", celula: ({ id, summary }) => quantidade({ id, linhas: summary.linhas }) },
    { id: "periodo", titulo: "Período", celula: ({ summary }) => periodoDe(summary) },
    {
      id: "carregado",
      titulo: "Carregado",
      celula: (load) => (
        <>
          {instante(load.carga.carregadaEm)}
          <br />
          <span className="ui-muted ui-small">
            SHA-256 <code>{load.carga.sha256.slice(0, 8)}…</code> · {guardados.has(chave(load)) ? "guardado neste navegador" : "só nesta aba"}
          </span>
        </>
      ),
    },
    { id: "estado", titulo: "Estado", celula: (load) => (emUso.has(chave(load)) ? "em uso" : "encoberto por um arquivo mais novo") },
    {
      id: "acoes",
      titulo: "Ações",
      celula: (load) => (
        <div className="dados-actions">
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              onVer(load);
            }}
          >
            Relatório<span className="ui-hidden"> de {load.fileName}</span>
          </button>
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              onRetirar(load);
            }}
          >
            Retirar<span className="ui-hidden"> {load.fileName}</span>
          </button>
        </div>
      ),
    },
  ];
  const comArquivos = EXTRACTS.filter((extrato) => loads.some(({ id }) => id === extrato));
  return (
    <div className="ui-stack">
      {comArquivos.map((extrato) => (
        <div key={extrato} className="ui-stack">
          <div className="ui-row">
            <h4>{CONTRACTS[extrato].title}</h4>
            <button
              type="button"
              className="ui-button ui-button-quiet"
              onClick={() => {
                onVoltar(extrato);
              }}
            >
              Voltar aos dados incluídos<span className="ui-hidden"> de {CONTRACTS[extrato].title}</span>
            </button>
          </div>
          <StackedTable
            legenda={`Seus arquivos de ${CONTRACTS[extrato].title}`}
            colunas={colunas}
            linhas={loads.filter(({ id }) => id === extrato).reverse()}
            chave={chave}
          />
        </div>
      ))}
    </div>
  );
}
