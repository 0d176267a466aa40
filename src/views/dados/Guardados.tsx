import { useId, useState } from "react";
import { count, formatBytes } from "../../core/format.ts";
import type { GuardaEstado, OutraAba } from "./guarda.ts";
import { useModal } from "../../ui/panel/use-modal.ts";

/** What this browser keeps between visits, and how to erase it. */
export function Guardados({
  estado,
  arquivosEmUso,
  mapeamentos,
  registros,
  onApagar,
}: {
  readonly estado: GuardaEstado;
  /** The user's files in use in this tab, kept or not. */
  readonly arquivosEmUso: readonly string[];
  /** How many mappings this tab holds. */
  readonly mapeamentos: number;
  /** Records of the user's own work. */
  readonly registros: number;
  readonly onApagar: () => void;
}) {
  const [isAsking, setIsAsking] = useState(false);
  const { motivo, itens, avisos, outraAba } = estado;
  const bytes = itens.reduce((sum, item) => sum + item.bytes, 0);
  
  return (
    <section className="dados-section" aria-labelledby="dados-guardados">
      <h2 id="dados-guardados">Dados guardados neste navegador</h2>
      {outraAba === null ? null : (
        <p className="dados-notice" role="status">
          {oQueHouve(outraAba)} Esta aba ainda mostra o que havia antes.{" "}
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              location.reload();
            }}
          >
            Recarregar
          </button>
        </p>
      )}
      <p className="ui-reading">
        {itens.length === 0
          ? "Nenhum arquivo está guardado."
          : `${count(itens.length, "arquivo guardado", "arquivos guardados")} (${formatBytes(bytes)}): ${itens.map(({ arquivo }) => arquivo).join("; ")}. Continuam aqui quando a página é aberta de novo.`}{" "}
        {motivo === null ? "Nada sai deste computador." : `Os arquivos valem só nesta aba: ${motivo}`}
      </p>
      {registros === 0 ? null : (
        <p className="ui-reading">
          {`Também ${registros === 1 ? "fica" : "ficam"} aqui ${trabalhoEmPalavras(registros)}. `}
          <a href="#/cobertura?parte=trabalho">Ver e exportar o meu trabalho</a>
        </p>
      )}
      {avisos.map((aviso) => (
        <p key={aviso} className="dados-notice">
          {aviso}
        </p>
      ))}
      <div>
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            setIsAsking(true);
          }}
        >
          Apagar dados locais
        </button>
      </div>
      <Confirmar
        aberto={isAsking}
        arquivos={[...new Set([...itens.map(({ arquivo }) => arquivo), ...arquivosEmUso])]}
        mapeamentos={mapeamentos}
        registros={registros}
        onApagar={() => {
          setIsAsking(false);
          onApagar();
        }}
        onFechar={() => {
          setIsAsking(false);
        }}
      />
    </section>
  );
}

/** What the user entered, in words. */
function trabalhoEmPalavras(registros: number): string {
  return registros === 0 ? "nenhum registro do seu trabalho" : `${count(registros, "registro do seu trabalho", "registros do seu trabalho")} (planos, ações, visitas e notas)`;
}

function oQueHouve({ acao, arquivo }: OutraAba): string {
  switch (acao) {
    case "carregou":
      return arquivo === null ? "Outra aba carregou um arquivo." : `Outra aba carregou ${arquivo}.`;
    case "retirou":
      return arquivo === null ? "Outra aba retirou um arquivo." : `Outra aba retirou ${arquivo}.`;
    case "apagou":
      return "Outra aba apagou os dados locais.";
    case "atualizou":
      return "Outra aba atualizou os dados incluídos.";
  }
}

/** Says exactly what goes before it goes: this is the one thing here that cannot be undone. */
function Confirmar({
  aberto,
  arquivos,
  mapeamentos,
  registros,
  onApagar,
  onFechar,
}: {
  readonly aberto: boolean;
  readonly arquivos: readonly string[];
  readonly mapeamentos: number;
  readonly registros: number;
  readonly onApagar: () => void;
  readonly onFechar: () => void;
}) {
  const id = useId();
  const dialog = useModal(aberto);
  return (
    <dialog
      ref={dialog}
      className="dados-dialog"
      aria-labelledby={id}
      onClose={() => {
        if (aberto) onFechar();
      }}
    >
      <div className="ui-stack">
        <h2 id={id}>Apagar dados locais?</h2>
        <p>Isto não pode ser desfeito. Saem deste navegador e desta aba:</p>
        <ul>
          <li>
            {arquivos.length === 0 ? "nenhum arquivo seu" : `${count(arquivos.length, "arquivo seu", "arquivos seus")}: ${arquivos.join("; ")}`};
          </li>
          <li>os relatórios de leitura desta página;</li>
          <li>{trabalhoEmPalavras(registros)};</li>
          <li>{count(mapeamentos, "mapeamento de colunas", "mapeamentos de colunas")};</li>
          <li>as marcas de acompanhamento da página de qualidade e os dados publicados que foram buscados depois.</li>
        </ul>
        <p>Os arquivos originais, no seu computador, não são tocados, e os dados que vieram com o aplicativo continuam.</p>
        <div className="dados-actions">
          <button type="button" className="ui-button ui-button-primary" onClick={onApagar}>
            Apagar
          </button>
          <button type="button" className="ui-button" onClick={onFechar}>
            Não apagar
          </button>
        </div>
      </div>
    </dialog>
  );
}
