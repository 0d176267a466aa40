import { useEffect, useId, useState } from "react";
import { EXTRACTS, type ExtractId } from "../../data/contracts/contract.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import type { Andamento } from "./import-store.ts";

const RECONHECER = "reconhecer";

/** Where a file enters: dropped anywhere on the page or chosen. */
export function Importar({
  andamento,
  esperado,
  onEsperado,
  onArquivos,
  onCancelar,
}: {
  readonly andamento: Andamento | null;
  readonly esperado: ExtractId | null;
  readonly onEsperado: (extrato: ExtractId | null) => void;
  readonly onArquivos: (files: readonly File[]) => void;
  readonly onCancelar: () => void;
}) {
  const id = useId();
  const isOver = useFileDrop(onArquivos);

  return (
    <section className="dados-section" aria-labelledby={`${id}-titulo`}>
      <h2 id={`${id}-titulo`}>Usar seus dados</h2>
      <p className="ui-reading">
        Solte um arquivo CSV em qualquer lugar desta página ou escolha-o. O aplicativo inteiro passa a responder com ele.{" "}
        <strong>Seus arquivos não saem deste computador</strong>: são lidos aqui, no navegador, e somem quando a página é
        fechada.
      </p>
      <div className={isOver ? "dados-drop dados-drop-over" : "dados-drop"}>
        {andamento === null ? (
          <>
            <p>{isOver ? "Solte para carregar." : "Solte o arquivo aqui"}</p>
            <div className="dados-file">
              <input
                id={`${id}-arquivo`}
                type="file"
                className="ui-hidden"
                accept=".csv,.tsv,.txt,text/csv,text/plain"
                multiple
                onChange={(event) => {
                  const files = [...(event.target.files ?? [])];
                  // The same file chosen again, after a correction, must be read again.
                  event.target.value = "";
                  if (files.length > 0) onArquivos(files);
                }}
              />
              <label htmlFor={`${id}-arquivo`} className="ui-button">
                Escolher arquivo
              </label>
            </div>
            <SelectField
              rotulo="O arquivo é de"
              valor={esperado ?? RECONHECER}
              opcoes={[
                { valor: RECONHECER, rotulo: "reconhecer pelo cabeçalho" },
                ...EXTRACTS.map((extrato) => ({ valor: extrato, rotulo: CONTRACTS[extrato].title })),
              ]}
              onMudar={(valor) => {
                onEsperado(EXTRACTS.find((extrato) => extrato === valor) ?? null);
              }}
            />
          </>
        ) : (
          <>
            <p>{andamento.arquivo}</p>
            <Loading rotulo={andamento.etapa} progresso={andamento.parte} />
            <button type="button" className="ui-button" disabled={andamento.parte === null} onClick={onCancelar}>
              Cancelar
            </button>
          </>
        )}
      </div>
      <p className="ui-muted ui-small">
        Precisa ter as colunas do dicionário abaixo, em qualquer ordem; baixe lá o arquivo-modelo. Aceita vírgula, ponto e
        vírgula ou tabulação, qualquer codificação comum, até 100 MB. Colunas com dados de pessoas são recusadas.
      </p>
    </section>
  );
}

/** Takes files dropped anywhere on the page, so that a miss never makes the browser leave it. True while files hover. */
function useFileDrop(onArquivos: (files: readonly File[]) => void): boolean {
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
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onArquivos(files);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [onArquivos]);
  return isOver;
}
