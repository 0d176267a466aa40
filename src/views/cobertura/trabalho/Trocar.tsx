import { count } from "../../../core/format.ts";
import { FileButton } from "../../../ui/file/FileButton.tsx";
import { ErrorState } from "../../../ui/states/ErrorState.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import type { Etapa } from "../../../data/trabalho/troca-mensagens.ts";
import type { NomesDosRegistros } from "../../../ui/trabalho/titulos.ts";
import { Previa } from "./Previa.tsx";
import type { EstadoDaTroca, TrocaEmUso } from "./use-troca.ts";

const ETAPA_ROTULO: Readonly<Record<Etapa, string>> = {
  "lendo-o-arquivo": "lendo o arquivo",
  "lendo-o-navegador": "lendo o que está neste navegador",
  comparando: "comparando os dois",
  gravando: "guardando neste navegador",
  "escrevendo-o-arquivo": "escrevendo o arquivo",
};

const ORDEM: readonly Etapa[] = ["lendo-o-arquivo", "lendo-o-navegador", "comparando", "gravando"];

interface TrocarProps {
  readonly troca: TrocaEmUso;
  readonly nomes: NomesDosRegistros;
}

/** The work as a file: out, and in with what it would change shown first. */
export function Trocar({ troca, nomes }: TrocarProps) {
  const { estado } = troca;
  const isOcupada = estado.passo === "andando";
  return (
    <section className="trabalho-trocar" aria-labelledby="trabalho-arquivo">
      <h2 id="trabalho-arquivo">Levar e trazer</h2>
      <p className="ui-reading">
        Não há servidor: o trabalho vai de uma pessoa a outra em um arquivo. Quem importa vê antes o que entra, o que muda e o que os dois mudaram.
      </p>
      <div className="ui-row">
        <button type="button" className="ui-button" disabled={isOcupada} onClick={troca.exportar}>
          Exportar trabalho
        </button>
        <FileButton rotulo="Importar trabalho" aceita=".json" desligado={isOcupada} onArquivo={troca.preparar} />
        <span role="status" className="ui-small">
          {estado.passo === "parado" ? estado.dito : ""}
        </span>
      </div>
      <Passo estado={estado} troca={troca} nomes={nomes} />
    </section>
  );
}

function Passo({ estado, troca, nomes }: TrocarProps & { readonly estado: EstadoDaTroca }) {
  switch (estado.passo) {
    case "parado":
      return null;
    case "andando": {
      const feitas = ORDEM.indexOf(estado.etapa);
      return (
        <div className="trabalho-andando">
          <Loading rotulo={`${estado.arquivo === "" ? "" : `${estado.arquivo}: `}${ETAPA_ROTULO[estado.etapa]}`} progresso={feitas === -1 ? null : feitas / ORDEM.length} />
          {estado.etapa === "gravando" ? null : (
            <button type="button" className="ui-button" onClick={troca.largar}>
              Cancelar
            </button>
          )}
        </div>
      );
    }
    case "falhou":
      return (
        <ErrorState titulo={estado.oQue} mensagem="A tarefa parou no meio; o seu trabalho está como antes." conserto="Tente de novo; se continuar, recarregue a página." detalhe={estado.detalhe} />
      );
    case "recusado":
      return (
        <section className="trabalho-recusado" role="alert" aria-label={`${estado.arquivo} foi recusado`}>
          <h3>
            {estado.arquivo} não foi trazido: {count(estado.total, "problema", "problemas")}
          </h3>
          <p>Nada dele entrou, e o seu trabalho está como antes.</p>
          <ul className="trabalho-problemas" tabIndex={0}>
            {estado.problemas.map(({ caminho, mensagem, conserto }, i) => (
              <li key={`${i} ${caminho}`}>
                <code>{caminho}</code>: {mensagem} {conserto}
              </li>
            ))}
          </ul>
          {estado.total > estado.problemas.length ? <p>Aqui estão os {estado.problemas.length} primeiros.</p> : null}
          <button type="button" className="ui-button" onClick={troca.largar}>
            Fechar
          </button>
        </section>
      );
    case "mostrando":
      return <Previa key={estado.arquivo} {...estado} troca={troca} nomes={nomes} />;
  }
}
