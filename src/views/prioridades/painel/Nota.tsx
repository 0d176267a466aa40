import { formatDate, formatNumber, formatOrdinal, formatPercent } from "../../../core/format.ts";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { ContributionBar } from "../ContributionBar.tsx";
import { CASAS_NOTA, partesDaBarra, type PainelExplicacao } from "../explicacao.ts";
import type { LinhaViva } from "../linha-viva.ts";
import { fraseDoSorteio, fraseDosLimites, porQueEstaAqui } from "./porque.ts";

export interface NotaProps {
  readonly codigo: number;
  readonly nome: string;
  readonly painel: PainelExplicacao;
  /** How many municipalities have a position. */
  readonly ordenados: number;
  readonly minimo: number;
  readonly viva: LinhaViva;
}

/** The score with what it could become, its place and how solid that is, why, and the last visit. */
export function Nota({ codigo, nome, painel, ordenados, minimo, viva }: NotaProps) {
  const limites = fraseDosLimites(painel);
  return (
    <>
      <div className="prioridades-nota">
        {painel.nota === null ? (
          <p className="prioridades-nota-valor ui-absence">Sem nota: dados insuficientes</p>
        ) : (
          <>
            <p className="prioridades-nota-valor">
              <strong>{formatNumber(painel.nota, CASAS_NOTA)}</strong>{" "}
              <span>{painel.limites === null ? "no índice de prioridade" : "de 100 no índice de prioridade"}</span>
            </p>
            <p>
              {formatOrdinal(painel.posicao ?? 0, "f")} maior necessidade de apoio entre {formatNumber(ordenados)} municípios com nota ·
              dado para {formatPercent(painel.pesoPresente, 0)} do peso
            </p>
          </>
        )}
        {limites === null ? null : <p className="prioridades-limites">{limites}</p>}
      </div>
      {painel.nota === null || painel.limites === null ? null : <ContributionBar partes={partesDaBarra(painel.dimensoes)} />}
      <section className="prioridades-porque" aria-label="Por que está aqui">
        <h3>Por que está aqui</h3>
        <p>{porQueEstaAqui(nome, painel, minimo, ordenados)}</p>
        {painel.nota === null ? null : <Firmeza sorteio={viva.sorteio(codigo)} k={viva.k} />}
        <UltimaVisita visita={viva.visita(codigo)} demonstracao={viva.visitasDemonstracao} />
      </section>
    </>
  );
}

function Firmeza({ sorteio, k }: { readonly sorteio: ReturnType<LinhaViva["sorteio"]>; readonly k: number }) {
  if (typeof sorteio !== "string") return <p>{fraseDoSorteio(sorteio, k)}</p>;
  return (
    <p className="ui-small ui-muted">
      {sorteio === "esperando" ? "Sorteando para dizer quão firme é a posição…" : "A firmeza da posição não foi calculada."}
    </p>
  );
}

function UltimaVisita({ visita, demonstracao }: { readonly visita: ReturnType<LinhaViva["visita"]>; readonly demonstracao: boolean }) {
  if (visita === "esperando") return <p className="ui-small ui-muted">Lendo as visitas…</p>;
  if (visita === "indisponivel") return <p className="ui-small ui-muted">As visitas não foram carregadas.</p>;
  return (
    <p className="ui-row">
      {visita === "nenhum" ? "Nenhuma visita técnica no registro carregado." : `Última visita técnica em ${formatDate(visita.dia)}.`}
      {demonstracao ? <DemoMark /> : null}
    </p>
  );
}
