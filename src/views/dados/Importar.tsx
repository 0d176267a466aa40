import { useEffect, useId, useState, useSyncExternalStore, type MouseEvent } from "react";
import { EXTRACTS } from "../../data/contracts/contract.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import { MAX_ARQUIVOS, soltos, type Soltos } from "./arquivos-soltos.ts";
import type { LayoutConhecido } from "./conhecido.ts";
import type { Escolha } from "./entrada.ts";
import type { ImportStore } from "./importacao.ts";

const RECONHECER = "reconhecer";

/** Where a file enters: dropped anywhere on the page or chosen. */
export function Importar({
  store,
  escolha,
  layouts,
  onEscolha,
  onArquivos,
}: {
  readonly store: Pick<ImportStore, "andamento" | "subscribe" | "cancel">;
  readonly escolha: Escolha;
  readonly layouts: readonly LayoutConhecido[];
  readonly onEscolha: (escolha: Escolha) => void;
  readonly onArquivos: (files: readonly File[]) => void;
}) {
  const id = useId();
  const andamento = useSyncExternalStore(store.subscribe, store.andamento);
  const [aviso, setAviso] = useState("");
  const isOver = useFileDrop(({ files, isCut }) => {
    setAviso(
      isCut ? `A pasta tem mais de ${String(MAX_ARQUIVOS)} arquivos: só os primeiros ${String(MAX_ARQUIVOS)} são lidos. Solte o resto depois.` : "",
    );
    if (files.length > 0) onArquivos(files);
  }, setAviso);

  return (
    <section className="dados-section" aria-labelledby={`${id}-titulo`}>
      <h2 id={`${id}-titulo`}>Usar seus dados</h2>
      <p className="ui-reading">
        Solte em qualquer lugar desta página um arquivo como o MDS, o IBGE ou a Ouvidoria publica, sem mexer nele, ou uma tabela
        sua. O aplicativo diz o que é, confere e passa a responder com ele. <strong>Seus arquivos não saem deste computador.</strong>
      </p>
      <div className={isOver ? "dados-drop dados-drop-over" : "dados-drop"}>
        {andamento === null ? (
          <>
            <p>{isOver ? "Solte para carregar." : "Solte arquivos ou uma pasta aqui"}</p>
            <div className="dados-file">
              <input
                id={`${id}-arquivo`}
                type="file"
                className="ui-hidden"
                accept=".csv,.tsv,.txt,.xlsx,.ods,.json,.geojson,text/csv,text/plain,application/json"
                multiple
                onChange={(event) => {
                  const files = [...(event.target.files ?? [])];
                  // The same file chosen again, after a correction, must be read again.
                  event.target.value = "";
                  if (files.length > 0) onArquivos(files);
                }}
              />
              <label htmlFor={`${id}-arquivo`} className="ui-button ui-button-primary">
                Escolher arquivo
              </label>
            </div>
            <SelectField
              rotulo="O arquivo é"
              valor={valueOf(escolha)}
              opcoes={[
                { valor: RECONHECER, rotulo: "reconhecer pelo conteúdo" },
                ...EXTRACTS.map((extrato) => ({ valor: `extrato:${extrato}`, rotulo: CONTRACTS[extrato].title, grupo: "No modelo do aplicativo" })),
                ...layouts.map((layout) => ({ valor: `layout:${layout.id}`, rotulo: layout.titulo, grupo: "Como o órgão publica" })),
              ]}
              onMudar={(valor) => {
                onEscolha(choiceOf(valor));
              }}
            />
          </>
        ) : (
          <>
            <p>
              {andamento.arquivo}
              {andamento.faltam === 0 ? null : (
                <span className="ui-muted"> · {andamento.faltam === 1 ? "falta mais 1 arquivo" : `faltam mais ${String(andamento.faltam)} arquivos`}</span>
              )}
            </p>
            <Loading rotulo={andamento.etapa} progresso={andamento.parte} />
            <button type="button" className="ui-button" onClick={store.cancel}>
              Cancelar
            </button>
          </>
        )}
      </div>
      <div role="status">{aviso === "" ? null : <p className="dados-notice">{aviso}</p>}</div>
      <p className="ui-muted ui-small">
        CSV, planilha xlsx ou ods, ou JSON, até 100 MB, em qualquer codificação comum. Colunas com dados de pessoas são recusadas.{" "}
        <a href="#dados-ajuda" onClick={goToHelp}>
          Quais arquivos o aplicativo conhece
        </a>
      </p>
    </section>
  );
}

function goToHelp(event: MouseEvent): void {
  // The hash is the address of the page, so the link moves by hand.
  event.preventDefault();
  const heading = document.getElementById("dados-ajuda");
  heading?.focus();
  heading?.scrollIntoView({ block: "start" });
}

function valueOf({ expected, layout }: Escolha): string {
  if (expected !== undefined) return `extrato:${expected}`;
  return layout === undefined ? RECONHECER : `layout:${layout}`;
}

function choiceOf(valor: string): Escolha {
  const expected = EXTRACTS.find((extrato) => valor === `extrato:${extrato}`);
  if (expected !== undefined) return { expected };
  return valor.startsWith("layout:") ? { layout: valor.slice("layout:".length) } : {};
}

/** Takes files dropped anywhere on the page, so that a miss never makes the browser leave it. True while files hover. */
function useFileDrop(onSoltos: (found: Soltos) => void, onFalha: (mensagem: string) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setIsOver(false);
      soltos(event.dataTransfer).then(onSoltos, () => {
        onFalha("A pasta não pôde ser aberta. Solte os arquivos de dentro dela.");
      });
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [onSoltos, onFalha]);
  return isOver;
}
