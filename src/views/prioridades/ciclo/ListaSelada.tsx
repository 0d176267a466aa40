import type { ExportHeader } from "../../../core/export-header.ts";
import { methodHash, type Metodo } from "../../../core/metodo/method.ts";
import { downloadBlob } from "../../../ui/download/download.ts";
import { CopyHash } from "../../../ui/download/CopyHash.tsx";
import { Conferir } from "./Conferir.tsx";
import type { EscritaDaLista } from "./lista.ts";

export interface ListaSeladaProps {
  readonly padrao: Metodo;
  readonly escrita: EscritaDaLista;
  /** Header of the file of differences. */
  readonly cabecalho: ExportHeader;
  readonly onMetodo: () => void;
}

/** The seal: what to publish before the data of a cycle, the list to publish after, and how anybody checks both. */
export function ListaSelada({ padrao, escrita, cabecalho, onMetodo }: ListaSeladaProps) {
  const { metodo, dados } = escrita.selo;
  const salvar = (extensao: "csv" | "json", texto: string, tipo: string): void => {
    downloadBlob(`lista-${metodo.id}.${extensao}`, new Blob([texto], { type: tipo }));
  };
  return (
    <>
      <section aria-labelledby="ciclo-selo">
        <h3 id="ciclo-selo">Lista selada</h3>
        <ol className="prioridades-passos">
          <li>
            Antes de os dados do ciclo chegarem, publique o SHA-256 do método, que fixa pesos, balizas, sementes, vagas e datas:{" "}
            <CopyHash sha256={methodHash(metodo)} de="do método" />
            <button type="button" className="prioridades-link" onClick={onMetodo}>
              Ver e baixar o método
            </button>
          </li>
          <li>
            Depois, publique o arquivo do método e a lista. Os dados usados têm o SHA-256 <CopyHash sha256={dados} de="dos dados" />
            <span className="ui-row ui-no-print">
              <button
                type="button"
                className="ui-button"
                onClick={() => {
                  salvar("csv", escrita.csv(), "text/csv;charset=utf-8");
                }}
              >
                Baixar a lista (CSV)
              </button>
              <button
                type="button"
                className="ui-button"
                onClick={() => {
                  salvar("json", escrita.json(), "application/json");
                }}
              >
                Baixar a lista (JSON)
              </button>
            </span>
            <span className="ui-small ui-muted">
              A lista é a da nota, com todos os municípios, antes das visitas; letra por letra a que o terminal escreve com{" "}
              <code>npm run rank</code>.
            </span>
          </li>
        </ol>
      </section>
      <section aria-labelledby="ciclo-conferir" className="ui-no-print">
        <h3 id="ciclo-conferir">Conferir o que foi publicado</h3>
        <p className="ui-small ui-muted">
          Cole o SHA-256 publicado, ou abra a lista publicada (CSV ou JSON). A conferência é feita neste computador, com o método em vigor e
          os dados em uso.
        </p>
        <Conferir padrao={padrao} escrita={escrita} cabecalho={cabecalho} />
      </section>
    </>
  );
}
