import type { ReactNode } from "react";
import { count } from "../../core/format.ts";
import type { Fonte, Indicador } from "../../core/indicador.ts";
import type { FileReport } from "../../data/import/report.ts";
import { CopyHash } from "../../ui/download/CopyHash.tsx";
import { instante } from "./instante.ts";
import { colunasUsadas, comoFoiLido, contaDasLinhas, type DestinoDasLinhas } from "./relatorio.ts";

/** How a file was read: rows, columns, sheets, bytes, provenance. */
export function Leitura({
  relatorio,
  destino,
  carregadaEm,
  catalogo,
  fontes,
}: {
  readonly relatorio: FileReport;
  readonly destino: DestinoDasLinhas;
  /** Null when nothing of it was loaded. */
  readonly carregadaEm: string | null;
  readonly catalogo: readonly Indicador[];
  readonly fontes: readonly Fonte[];
}) {
  const { oficial, contagem, folhas, sha256 } = relatorio;
  const fonte = fontes.find(({ id }) => id === oficial?.fonte);
  const usadas = colunasUsadas(relatorio, catalogo);
  const ignoradas = relatorio.descartadas.filter(({ dadoPessoal }) => dadoPessoal === null).map(({ titulo }) => titulo);
  const lidas = folhas.filter(({ lida }) => lida).length;
  return (
    <>
      {contagem.lidas > 0 ? (
        <p className="dados-conta">
          <strong>Nenhuma linha se perde:</strong> {contaDasLinhas(contagem, destino)}.
        </p>
      ) : null}
      <dl className="dados-how">
        {comoFoiLido(relatorio).map(([rotulo, texto]) => (
          <Par key={rotulo} rotulo={rotulo}>
            {texto}
          </Par>
        ))}
        {usadas.length > 0 ? (
          <Par rotulo="Colunas usadas">
            <Lista resumo={count(usadas.length, "coluna", "colunas", "f")} itens={usadas.map(({ titulo, uso }) => (titulo === uso ? titulo : `${titulo} → ${uso}`))} />
          </Par>
        ) : null}
        {ignoradas.length > 0 && destino !== "recusadas" ? (
          <Par rotulo="Colunas ignoradas">
            <Lista resumo={`${count(ignoradas.length, "coluna", "colunas", "f")}, que ${ignoradas.length === 1 ? "não foi guardada" : "não foram guardadas"}`} itens={ignoradas} />
          </Par>
        ) : null}
        {folhas.length > 0 ? (
          <Par rotulo="Folhas da planilha">
            <Lista resumo={`${count(lidas, "lida", "lidas", "f")} de ${String(folhas.length)}`} itens={folhas.map(({ nome, situacao }) => `${nome}: ${situacao}`)} />
          </Par>
        ) : null}
        {oficial === null || fonte === undefined ? null : (
          <Par rotulo="Fonte">
            {fonte.nome}, {fonte.orgao}
            {fonte.url === null ? null : (
              <>
                {": "}
                <a href={fonte.url} rel="noreferrer">
                  onde é publicado
                </a>
              </>
            )}
          </Par>
        )}
        {carregadaEm === null ? null : <Par rotulo="Carregado em">{instante(carregadaEm)}</Par>}
        {sha256 === "" ? null : (
          <Par rotulo="SHA-256">
            <CopyHash sha256={sha256} de="do arquivo" digitos={MOSTRADOS} />
          </Par>
        )}
      </dl>
    </>
  );
}

function Par({ rotulo, children }: { readonly rotulo: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{rotulo}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Few items stand in the open; more fold away behind their count. */
const ABERTAS = 3;

function Lista({ resumo, itens }: { readonly resumo: string; readonly itens: readonly string[] }) {
  if (itens.length <= ABERTAS) return <>{itens.join("; ")}</>;
  return (
    <details>
      <summary>{resumo}</summary>
      <ul>
        {itens.map((item, i) => (
          <li key={i}>{item}</li>
        ))}
      </ul>
    </details>
  );
}

/** Digits of a file's hash shown before the whole of it is asked for. */
const MOSTRADOS = 12;
