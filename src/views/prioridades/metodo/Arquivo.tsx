import { useState } from "react";
import type { Indicador } from "../../../core/indicador.ts";
import { methodFileText } from "../../../core/metodo/method.ts";
import { downloadBlob } from "../../../ui/download/download.ts";
import { FileButton } from "../../../ui/file/FileButton.tsx";
import type { MetodoEmVigor } from "../../../ui/metodo/use-metodo.ts";
import { abrirMetodo, type Abertura } from "./abrir.ts";

/** The method as a file: saved, or brought in. */
export function Arquivo({ emVigor, catalogo }: { readonly emVigor: MetodoEmVigor; readonly catalogo: readonly Indicador[] }) {
  const { metodo, padrao, mudar } = emVigor;
  const [abertura, setAbertura] = useState<Abertura | null>(null);
  const [falha, setFalha] = useState("");
  return (
    <div className="prioridades-arquivo">
      <div className="ui-row">
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            downloadBlob(`metodo-${metodo.id}.json`, new Blob([methodFileText(metodo)], { type: "application/json" }));
          }}
        >
          Baixar o método
        </button>
        <FileButton
          rotulo="Abrir um método"
          aceita=".json,application/json"
          onArquivo={(file) => {
            setFalha("");
            abrirMetodo(file, catalogo, padrao, mudar).then(setAbertura, (error: unknown) => {
              console.error("method file not read", error);
              setAbertura(null);
              setFalha(`O navegador não conseguiu ler ${file.name}: escolha o arquivo de novo. O método em vigor não mudou.`);
            });
          }}
        />
      </div>
      <div role="status">
        {falha === "" ? null : <p>{falha}</p>}
        {abertura === null ? null : <Desfecho abertura={abertura} />}
      </div>
    </div>
  );
}

function Desfecho({ abertura }: { readonly abertura: Abertura }) {
  if (abertura.aceito) {
    return (
      <>
        <p>
          O método de {abertura.nome} está em vigor: SHA-256 <code className="prioridades-hash-texto">{abertura.sha256}</code>.
        </p>
        <Lista itens={abertura.avisos} />
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{abertura.nome} não pode ser usado.</strong> O método que estava em vigor continua.
      </p>
      <Lista
        itens={abertura.problemas.map(({ caminho, mensagem, conserto }) => `${caminho === "arquivo" ? "" : `${caminho}: `}${mensagem} ${conserto}`)}
      />
    </>
  );
}

function Lista({ itens }: { readonly itens: readonly string[] }) {
  if (itens.length === 0) return null;
  return (
    <ul className="prioridades-problemas">
      {itens.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
