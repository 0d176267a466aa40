import { useEffect, useRef, useState } from "react";
import type { CivilDate } from "../../core/civil-date.ts";
import type { Dossie } from "../../core/dossie/dossie.ts";
import { count, formatNumber } from "../../core/format.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import { escreverPdf, type EscritaDePdf, type LoteWorker, type PedidoDePdf } from "../../data/pdf/lote-client.ts";
import type { LotePronto } from "../../data/pdf/lote-mensagens.ts";
import { nomeDoArquivo } from "../../data/pdf/nome-do-arquivo.ts";
import { downloadBlob } from "../download/download.ts";
import "./pdf.css";

export interface PdfButtonsProps {
  /** The municipality on the screen. */
  readonly dossie: Dossie;
  /** All of the territory, in the order they are printed. */
  readonly codigos: readonly number[];
  /** Puts a municipality's dossier together: a few milliseconds. */
  readonly montar: (codigo: number) => Dossie;
  readonly mesh: SvgMesh;
  /** Date the files bear: the reference date. */
  readonly data: CivilDate;
  readonly spawn?: () => LoteWorker;
}

/** Municipalities from which on a single document asks for much memory. */
export const MUITOS = 1_000;
/** Memory the single document holds for each dossier until its end, in MB: its tags and bookmarks, measured from 142 to 568 dossiers, and its bytes. */
const MB_POR_DOSSIE = 0.2;

type Estado =
  | { readonly passo: "parado"; readonly aviso: string }
  | { readonly passo: "escrevendo"; readonly escritos: number; readonly total: number }
  | { readonly passo: "falha"; readonly detalhe: string };

/** Saves the dossier as PDF: this municipality's, or all of them as one document or a zip, with progress and cancel. */
export function PdfButtons({ dossie, codigos, montar, mesh, data, spawn }: PdfButtonsProps) {
  const [estado, setEstado] = useState<Estado>({ passo: "parado", aviso: "" });
  const escrita = useRef<EscritaDePdf | null>(null);
  const todosRef = useRef<HTMLButtonElement>(null);
  useEffect(() => () => escrita.current?.cancelar(), []);

  const escrever = (arquivo: string, pedido: PedidoDePdf): void => {
    const total = pedido.quantos;
    setEstado({ passo: "escrevendo", escritos: 0, total });
    escrita.current?.cancelar();
    escrita.current = escreverPdf(
      pedido,
      {
        onEscritos: (escritos) => {
          setEstado({ passo: "escrevendo", escritos, total });
        },
        onPronto: (pronto) => {
          downloadBlob(arquivo, pronto.arquivo);
          setEstado({ passo: "parado", aviso: avisoDe(arquivo, pronto) });
        },
        onFalha: (detalhe) => {
          setEstado({ passo: "falha", detalhe });
        },
      },
      spawn,
    );
  };
  const umSo = (): void => {
    escrever(nomeDoArquivo(dossie), { formato: "documento", titulo: dossie.titulo, data, mesh, quantos: 1, dossie: () => dossie });
  };
  const todos = (formato: PedidoDePdf["formato"]): void => {
    escrever(formato === "zip" ? `dossies-${data}.zip` : `dossies-${data}.pdf`, {
      formato,
      titulo: `Dossiês de ${count(codigos.length, "município", "municípios")}`,
      data,
      mesh,
      quantos: codigos.length,
      dossie: (n) => montar(codigos[n] ?? 0),
    });
  };
  const cancelar = (): void => {
    escrita.current?.cancelar();
    setEstado({ passo: "parado", aviso: "Cancelado: nenhum arquivo foi salvo." });
    todosRef.current?.focus();
  };
  const isEscrevendo = estado.passo === "escrevendo";

  return (
    <div className="pdf-buttons ui-no-print" role="group" aria-label="PDF do dossiê">
      <button type="button" className="ui-button" aria-disabled={isEscrevendo} onClick={isEscrevendo ? undefined : umSo}>
        PDF deste município
      </button>
      <button
        ref={todosRef}
        type="button"
        className="ui-button ui-button-quiet"
        aria-disabled={isEscrevendo}
        onClick={
          isEscrevendo
            ? undefined
            : () => {
                todos("documento");
              }
        }
      >
        PDF de todos ({formatNumber(codigos.length)})
      </button>
      <button
        type="button"
        className="ui-button ui-button-quiet"
        aria-disabled={isEscrevendo}
        onClick={
          isEscrevendo
            ? undefined
            : () => {
                todos("zip");
              }
        }
      >
        Um PDF por município (zip)
      </button>
      {codigos.length < MUITOS ? null : (
        <p className="ui-small">
          O documento único de {formatNumber(codigos.length)} páginas pede cerca de {formatNumber(Math.ceil((codigos.length * MB_POR_DOSSIE) / 100) * 100)} MB de memória; o zip pede bem menos.
        </p>
      )}
      {isEscrevendo ? (
        <div className="pdf-buttons-andamento">
          <progress max={estado.total} value={estado.escritos} aria-label="Dossiês escritos" />
          <span>
            {formatNumber(estado.escritos)} de {formatNumber(estado.total)}
          </span>
          <button type="button" className="ui-button ui-button-quiet" onClick={cancelar}>
            Cancelar
          </button>
        </div>
      ) : null}
      <p role="status" className={estado.passo === "parado" && estado.aviso !== "" ? "ui-small" : "ui-hidden"}>
        {estado.passo === "parado" ? estado.aviso : estado.passo === "escrevendo" ? "Escrevendo o PDF" : ""}
      </p>
      {estado.passo === "falha" ? (
        <div role="alert" className="ui-small">
          <p>O PDF não pôde ser escrito neste navegador. Nada foi salvo: tente de novo, ou use Imprimir.</p>
          <details>
            <summary>Detalhe técnico</summary>
            <pre>{estado.detalhe}</pre>
          </details>
        </div>
      ) : null}
    </div>
  );
}

function avisoDe(arquivo: string, { folhas, maisDeUma }: LotePronto): string {
  const salvo = `Salvo: ${arquivo}, ${count(folhas, "página", "páginas")}.`;
  if (maisDeUma.length === 0) return salvo;
  const ditos = maisDeUma.slice(0, 5).join(", ");
  return `${salvo} Mais de uma página: ${ditos}${maisDeUma.length > 5 ? ` e mais ${formatNumber(maisDeUma.length - 5)}` : ""}.`;
}
