import { useId, useState } from "react";
import { count } from "../../core/format.ts";
import { SITUACAO_ROTULO, SITUACOES } from "../../core/qualidade/acompanhamento.ts";
import { downloadBlob } from "../../ui/download/download.ts";
import { FileButton } from "../../ui/file/FileButton.tsx";
import { type Contexto, dataDe } from "./contexto.ts";

/** The marks as a whole: how many, kept where, and as a file to take along or bring. */
export function Acompanhamento({ contexto, guarda }: { readonly contexto: Contexto; readonly guarda: boolean }) {
  const { marcas, store } = contexto;
  const id = useId();
  const [mensagem, setMensagem] = useState("");
  const receber = async (file: File): Promise<void> => {
    const lido = store.carregar(await file.text());
    if (lido.tipo === "recusado") {
      setMensagem(`${file.name} não é um arquivo de acompanhamento: escolha o que foi baixado por “Baixar acompanhamento”.`);
      return;
    }
    const fora = lido.recusadas === 0 ? "" : ` ${count(lido.recusadas, "linha não é marca e ficou", "linhas não são marcas e ficaram", "f")} de fora.`;
    setMensagem(`${count(lido.marcas, "marca lida", "marcas lidas", "f")} de ${file.name}; das repetidas, vale a de data mais nova.${fora}`);
  };
  return (
    <section className="qualidade-parte" aria-labelledby={`${id}-titulo`}>
      <h2 id={`${id}-titulo`}>Acompanhamento: {count(marcas.size, "marca", "marcas", "f")}</h2>
      <p className="ui-reading">
        {SITUACOES.map((situacao) => {
          const n = [...marcas.values()].filter((marca) => marca.situacao === situacao).length;
          return `${SITUACAO_ROTULO[situacao]} (${n})`;
        }).join(" · ")}
        . {guarda ? "As marcas ficam só neste navegador; baixe o arquivo para levá-las a outro computador." : "Este navegador não guarda dados: as marcas somem ao fechar a página. Baixe o arquivo para não perdê-las."}
      </p>
      <div className="ui-row">
        <button
          type="button"
          className="ui-button"
          disabled={marcas.size === 0}
          onClick={() => {
            downloadBlob(
              `acompanhamento-${dataDe(contexto)}.json`,
              new Blob([store.arquivo()], { type: "application/json" }),
            );
          }}
        >
          Baixar acompanhamento
        </button>
        <FileButton
          rotulo="Carregar acompanhamento"
          aceita=".json,application/json"
          onArquivo={(file) => {
            receber(file).catch((error: unknown) => {
              console.error("marks file not read", error);
              setMensagem(`${file.name} não pôde ser lido: escolha o arquivo de novo.`);
            });
          }}
        />
      </div>
      <p role="status">{mensagem}</p>
    </section>
  );
}
