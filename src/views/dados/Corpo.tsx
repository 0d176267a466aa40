import { useState } from "react";
import { count } from "../../core/format.ts";
import type { Indicador } from "../../core/indicador.ts";
import type { Dimensao } from "../../core/territorio.ts";
import type { FileReport, TablePreview } from "../../data/import/report.ts";
import type { Mapping } from "../../data/layouts/mapping.ts";
import type { AcoesDoRelatorio, Conhecido } from "./conhecido.ts";
import { Desconhecido } from "./Desconhecido.tsx";
import type { Entrada } from "./entrada.ts";
import { Figuras } from "./Figuras.tsx";
import { Leitura } from "./Leitura.tsx";
import { Mapeamento } from "./Mapeamento.tsx";
import { Perguntas } from "./Perguntas.tsx";
import { Problemas } from "./Problemas.tsx";

/** All there is to say of a file: what it waits for, what it brought, how it was read, what is wrong with it. */
export function Corpo({
  entrada: { desfecho, carga, escolha, previa, podeReler },
  relatorio,
  emUso,
  conhecido: { catalogo, fontes, territorio, layouts, mapeamentos, dataReferencia },
  acoes,
}: {
  readonly entrada: Entrada;
  readonly relatorio: FileReport;
  readonly emUso: boolean;
  readonly conhecido: Conhecido;
  readonly acoes: AcoesDoRelatorio;
}) {
  const isLoaded = desfecho.tipo === "carregado";
  const { dimensoes } = territorio.indice;
  const how = (
    <>
      {relatorio.oficial === null ? null : (
        <p>
          <strong>Como as linhas viram números:</strong> {relatorio.oficial.grao}
        </p>
      )}
      <Recusadas relatorio={relatorio} />
      <Leitura relatorio={relatorio} destino={isLoaded ? "carregadas" : desfecho.tipo === "sem-valores" ? "sem-valores" : "recusadas"} carregadaEm={carga?.carregadaEm ?? null} catalogo={catalogo} fontes={fontes} />
      {isSaidAbove(relatorio) ? null : <Problemas relatorio={relatorio} dataReferencia={dataReferencia} />}
    </>
  );
  return (
    <div className="dados-report-parts">
      {relatorio.perguntas.length > 0 && podeReler ? (
        <Perguntas
          key={relatorio.perguntas.map(({ id }) => id).join("\n")}
          perguntas={relatorio.perguntas}
          jaCarregado={isLoaded}
          onResponder={(respostas) => {
            acoes.onReler({ respostas });
          }}
        />
      ) : null}
      {desfecho.tipo === "desconhecido" && previa !== null && podeReler ? (
        <Desconhecido
          relatorio={relatorio}
          previa={previa}
          layouts={layouts}
          mapeamentos={mapeamentos}
          catalogo={catalogo}
          dimensoes={dimensoes}
          onReler={acoes.onReler}
          onMapear={acoes.onMapear}
        />
      ) : null}
      {relatorio.figuras.length > 0 ? (
        <Figuras figuras={relatorio.figuras} catalogo={catalogo} totalMunicipios={territorio.totalMunicipios} emUso={emUso} />
      ) : null}
      {escolha.mapeamento !== undefined && desfecho.tipo !== "desconhecido" && previa !== null && podeReler ? (
        <Corrigir
          arquivo={relatorio.arquivo}
          previa={previa}
          mapeamento={escolha.mapeamento}
          catalogo={catalogo}
          dimensoes={dimensoes}
          onMapear={acoes.onMapear}
        />
      ) : null}
      {desfecho.tipo === "perguntas" || desfecho.tipo === "desconhecido" ? (
        <details className="dados-report-body">
          <summary>Como o arquivo foi lido</summary>
          <div className="dados-report-parts">{how}</div>
        </details>
      ) : (
        how
      )}
    </div>
  );
}

/** Changes what the columns were said to be. */
function Corrigir({
  arquivo,
  previa,
  mapeamento,
  catalogo,
  dimensoes,
  onMapear,
}: {
  readonly arquivo: string;
  readonly previa: TablePreview;
  readonly mapeamento: Mapping;
  readonly catalogo: readonly Indicador[];
  readonly dimensoes: readonly Dimensao[];
  readonly onMapear: (mapeamento: Mapping) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            setIsOpen(true);
          }}
        >
          Corrigir o que é cada coluna
        </button>
      </div>
    );
  }
  return (
    <Mapeamento
      arquivo={arquivo}
      previa={previa}
      atual={mapeamento}
      catalogo={catalogo}
      dimensoes={dimensoes}
      onCarregar={(corrigido) => {
        setIsOpen(false);
        onMapear(corrigido);
      }}
      onFechar={() => {
        setIsOpen(false);
      }}
    />
  );
}

/** The one problem is the refusal of the whole file, which the summary gives. */
function isSaidAbove({ totais }: FileReport): boolean {
  return totais.length === 1 && totais[0]?.gravidade === "arquivo-recusado";
}

function Recusadas({ relatorio: { descartadas } }: { readonly relatorio: FileReport }) {
  const recusadas = descartadas.filter(({ dadoPessoal }) => dadoPessoal !== null);
  if (recusadas.length === 0) return null;
  return (
    <div className="dados-refused">
      <p>
        <strong>{count(recusadas.length, "coluna recusada", "colunas recusadas", "f")} por trazer dados de pessoas.</strong> Nada{" "}
        {recusadas.length === 1 ? "dela" : "delas"} foi guardado: a lei só permite tratar o dado necessário à finalidade (LGPD, Lei 13.709/2018, art. 6º, III; para
        dados sensíveis, art. 11).
      </p>
      <ul>
        {recusadas.map(({ titulo, dadoPessoal }, i) => (
          <li key={i}>
            <strong>{titulo}</strong>: {dadoPessoal}
          </li>
        ))}
      </ul>
    </div>
  );
}
