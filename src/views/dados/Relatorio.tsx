import { joinPt } from "../../core/format.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import type { ExtractId } from "../../data/contracts/contract.ts";
import type { FileReport } from "../../data/import/report.ts";
import { MAPPING_LAYOUT } from "../../data/layouts/mapping.ts";
import { DemoMark } from "../../ui/states/DemoMark.tsx";
import type { AcoesDoRelatorio, Conhecido } from "./conhecido.ts";
import { Corpo } from "./Corpo.tsx";
import { confiancaEmPalavras, resumoDaEntrada, tituloDaEntrada } from "./desfecho.ts";
import type { Entrada } from "./entrada.ts";
import { enderecoDoIndicador } from "./relatorio.ts";

/** Id of an entry's heading, where the focus goes when its file has been read. */
export function idDaEntrada(numero: number): string {
  return `dados-arquivo-${String(numero)}`;
}

/** What happened to one file: the outcome first, then how it was read and what is wrong with it. */
export function Relatorio({
  entrada,
  emUso,
  podeVoltar,
  conhecido,
  acoes,
}: {
  readonly entrada: Entrada;
  /** Its data are what the app answers with now. */
  readonly emUso: boolean;
  /** It was taken back and is at hand. */
  readonly podeVoltar: boolean;
  readonly conhecido: Conhecido;
  readonly acoes: AcoesDoRelatorio;
}) {
  const { relatorio, desfecho } = entrada;
  const id = idDaEntrada(entrada.numero);
  const body = relatorio === null ? null : <Corpo entrada={entrada} relatorio={relatorio} emUso={emUso} conhecido={conhecido} acoes={acoes} />;
  return (
    <section className={`dados-section dados-report dados-report-${TOM[desfecho.tipo]}`} aria-labelledby={id}>
      <div className="dados-report-head">
        <h2 id={id} tabIndex={-1}>
          {tituloDaEntrada(entrada, emUso)}
        </h2>
        {relatorio?.demonstracao === true ? <DemoMark /> : null}
        <button type="button" className="ui-button ui-button-quiet" onClick={acoes.onFechar}>
          Fechar relatório<span className="ui-hidden"> de {entrada.arquivo}</span>
        </button>
      </div>
      {(desfecho.tipo === "carregado" || desfecho.tipo === "sem-valores") && relatorio !== null ? <OQueE relatorio={relatorio} /> : null}
      <p>{resumoDaEntrada(entrada, emUso)}</p>
      {entrada.releitura === null ? null : (
        <p className="dados-notice" role="alert">
          A leitura de novo não mudou nada. {entrada.releitura}
        </p>
      )}
      {desfecho.tipo === "falhou" ? (
        <details>
          <summary>Detalhe técnico</summary>
          <pre>{desfecho.erro.detail}</pre>
        </details>
      ) : null}
      {emUso || podeVoltar ? (
        <div className="dados-actions">
          {emUso ? (
            <>
              <VerNoMapa entrada={entrada} />
              <button type="button" className="ui-button" onClick={acoes.onRetirar}>
                Retirar este arquivo
              </button>
              <Guarda guardado={entrada.guardado} />
            </>
          ) : (
            <button type="button" className="ui-button" onClick={acoes.onVoltar}>
              Usar de novo
            </button>
          )}
        </div>
      ) : null}
      {/* A folder dropped at once is read by its headlines; one file is told whole. */}
      {body === null || entrada.lote <= ABERTOS || desfecho.tipo === "perguntas" ? (
        body
      ) : (
        <details className="dados-report-body">
          <summary>Ver tudo sobre este arquivo</summary>
          {body}
        </details>
      )}
    </section>
  );
}

/** So many files dropped together open their reports by themselves. */
const ABERTOS = 3;

const TOM: Readonly<Record<Entrada["desfecho"]["tipo"], "ok" | "info" | "ask" | "no">> = {
  carregado: "ok",
  "sem-valores": "info",
  mapeamento: "ok",
  perguntas: "ask",
  desconhecido: "ask",
  cancelado: "no",
  recusado: "no",
  falhou: "no",
  "mapeamento-recusado": "no",
};

const FALTAS = 6;

/** What the file is, how sure that is, and why. */
function OQueE({ relatorio: { oficial, extrato, reconhecimento } }: { readonly relatorio: FileReport }) {
  if (oficial === null) {
    return extrato === null ? null : (
      <p>
        <strong>É uma tabela de {CONTRACTS[extrato].title} no modelo do aplicativo.</strong> {reconhecimento}
      </p>
    );
  }
  const { id, titulo, orgao, faltam } = oficial;
  return (
    <p>
      <strong>
        {id === MAPPING_LAYOUT ? `Lido pelo seu mapeamento “${titulo}”.` : `É “${titulo}”, publicado por ${orgao}.`}
      </strong>{" "}
      {id === MAPPING_LAYOUT ? oficial.motivo : confiancaEmPalavras(oficial)}
      {faltam.length === 0 ? null : (
        <>
          {" "}
          Não {faltam.length === 1 ? "veio a coluna" : "vieram as colunas"}{" "}
          {faltam.length <= FALTAS ? joinPt(faltam) : `${faltam.slice(0, FALTAS).join(", ")} e mais ${String(faltam.length - FALTAS)}`}.
        </>
      )}
    </p>
  );
}

const PAGINA: Readonly<Record<ExtractId, readonly [endereco: string, rotulo: string]>> = {
  municipios: ["#/prioridades", "Ver no mapa"],
  indicadores: ["#/prioridades", "Ver no mapa"],
  denuncias: ["#/denuncias", "Ver as denúncias"],
  andamentos: ["#/denuncias", "Ver os prazos das denúncias"],
  apoios: ["#/cobertura", "Ver a cobertura"],
  planos: ["#/cobertura?parte=planos", "Ver os planos"],
  servicos: ["#/cobertura?parte=servicos", "Ver os serviços"],
};

function VerNoMapa({ entrada: { carga, relatorio } }: { readonly entrada: Entrada }) {
  if (carga === null) return null;
  const indicador = relatorio?.figuras[0]?.indicador;
  const [endereco, rotulo] = PAGINA[carga.extrato];
  return (
    <a className="ui-button ui-button-primary" href={indicador === undefined ? endereco : enderecoDoIndicador(indicador)}>
      {rotulo}
    </a>
  );
}

function Guarda({ guardado }: { readonly guardado: Entrada["guardado"] }) {
  if (guardado === null) return <span className="ui-muted ui-small">guardando neste navegador…</span>;
  return (
    <span className="ui-muted ui-small">
      {guardado.guardado ? "guardado neste navegador" : `só nesta aba${guardado.motivo === null ? "" : `: ${guardado.motivo}`}`}
    </span>
  );
}

