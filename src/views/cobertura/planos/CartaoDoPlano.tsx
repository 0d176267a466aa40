import type { ReactNode } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import { formatDate } from "../../../core/format.ts";
import { ORIGEM_ROTULO, type AcaoContada, type PlanoContado } from "../../../core/planos/index.ts";
import type { ContextoDosPlanos } from "./contexto.ts";
import { MarcaDaAcao } from "./Marca.tsx";
import { conclusaoEmPalavras, ESPERA_ROTULO, progressoEmPalavras, SITUACAO_DO_PLANO_ROTULO, situacaoEmPalavras } from "./palavras.ts";

type CartaoProps = Pick<ContextoDosPlanos, "onNovo" | "onEditar" | "onConcluir" | "onContinuar" | "hoje" | "filtro"> & { readonly contado: PlanoContado };

/** One plan as a chain: difficulty and origin, start, CMAS, CIB, each action to its evidence, done. */
export function CartaoDoPlano({ contado, onNovo, onEditar, onConcluir, onContinuar, hoje, filtro }: CartaoProps) {
  const { plano, contadas, situacao, espera } = contado;
  const isMeu = plano.fonte === "trabalho";
  const isProvidencias = plano.especie === "providencias";
  const vistas = filtro.situacoes.length === 0 ? contadas : contadas.filter((cada) => filtro.situacoes.includes(cada.situacao));
  return (
    <article className="planos-cartao" aria-label={plano.dificuldade}>
      <header>
        <h4>{plano.dificuldade}</h4>
        <p className="ui-small ui-muted">
          {ORIGEM_ROTULO[plano.origem]}
          {plano.numero === null ? "" : ` · plano ${plano.numero}`}
          {isMeu ? " · seu trabalho" : ""}
        </p>
      </header>
      <ol className="planos-cadeia" aria-label="Caminho do plano">
        <Elo isFeito={plano.inicio !== null} nome="Início" valor={data(plano.inicio)} />
        {isProvidencias ? (
          <>
            <Elo isFeito={espera !== "cmas"} nome="CMAS" valor={espera === "cmas" ? aguarda(plano.aprovacaoCmas) : `aprovado em ${data(plano.aprovacaoCmas)}`} />
            <Elo
              isFeito={plano.pactuacaoCib !== null && plano.pactuacaoCib <= hoje}
              nome="CIB"
              valor={plano.pactuacaoCib !== null && plano.pactuacaoCib <= hoje ? `pactuado em ${data(plano.pactuacaoCib)}` : aguarda(plano.pactuacaoCib)}
            />
          </>
        ) : null}
        <Elo isFeito={situacao === "concluido"} nome="Ações" valor={progressoEmPalavras(contado)} />
        <Elo isFeito={situacao === "concluido"} nome="Plano" valor={`${SITUACAO_DO_PLANO_ROTULO[situacao]}${espera === null ? "" : `; ${ESPERA_ROTULO[espera]}`}`} />
      </ol>
      {vistas.length === 0 ? <p className="ui-small">{contadas.length === 0 ? "Nenhuma ação ainda." : "Nenhuma ação na situação escolhida."}</p> : null}
      <ol className="planos-acoes">
        {vistas.map((contada) => (
          <Acao key={contada.acao.id} contada={contada} hoje={hoje}>
            {isMeu ? (
              <span className="ui-row ui-no-print">
                {contada.situacao === "concluida" ? null : (
                  <button
                    type="button"
                    className="ui-button ui-button-quiet"
                    onClick={() => {
                      onConcluir(contada.acao.id);
                    }}
                  >
                    Concluir<span className="ui-hidden"> a ação {contada.acao.descricao}</span>
                  </button>
                )}
                <button
                  type="button"
                  className="ui-button ui-button-quiet"
                  onClick={() => {
                    onEditar(contada.acao.id);
                  }}
                >
                  Editar<span className="ui-hidden"> a ação {contada.acao.descricao}</span>
                </button>
              </span>
            ) : null}
          </Acao>
        ))}
      </ol>
      {isMeu ? (
        <div className="ui-row ui-no-print">
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              onNovo({ novo: "acao", campos: { plano: plano.id } });
            }}
          >
            Nova ação
          </button>
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              onEditar(plano.id);
            }}
          >
            Editar o plano
          </button>
        </div>
      ) : onContinuar === null ? null : (
        <p className="ui-no-print">
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              onContinuar(plano);
            }}
          >
            Continuar no meu trabalho<span className="ui-hidden">: {plano.dificuldade}</span>
          </button>
        </p>
      )}
    </article>
  );
}

function Acao({ contada, hoje, children }: { readonly contada: AcaoContada; readonly hoje: CivilDate; readonly children: ReactNode }) {
  const { acao, situacao } = contada;
  return (
    <li>
      <p className="planos-acao-descricao">{acao.descricao}</p>
      <MarcaDaAcao situacao={situacao}>{situacaoEmPalavras(contada)}</MarcaDaAcao>
      <dl>
        <Dado nome="Órgão" valor={acao.orgao} />
        <Dado nome="Prazo" valor={acao.prazo === null ? null : formatDate(acao.prazo)} />
        <Dado nome="Evidência" valor={acao.evidencia ?? (situacao === "concluida" ? null : "ainda não")} />
        <Dado nome="Conclusão" valor={conclusaoEmPalavras(acao.conclusao, hoje)} />
      </dl>
      {children}
    </li>
  );
}

function Dado({ nome, valor }: { readonly nome: string; readonly valor: string | null }) {
  return (
    <div>
      <dt>{nome}</dt>
      <dd>{valor ?? <span className="ui-absence">sem dado</span>}</dd>
    </div>
  );
}

function Elo({ isFeito, nome, valor }: { readonly isFeito: boolean; readonly nome: string; readonly valor: string }) {
  return (
    <li className={isFeito ? "planos-elo planos-elo-feito" : "planos-elo"}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {isFeito ? (
          <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.5" />
        ) : (
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.5" />
        )}
      </svg>
      <span>
        <strong>{nome}</strong> <span>{valor}</span>
      </span>
    </li>
  );
}

function data(dia: string | null): string {
  return dia === null ? "sem dado" : formatDate(dia);
}

/** A date to come is said as such: it has not happened. */
function aguarda(dia: string | null): string {
  return dia === null ? "ainda não" : `ainda não (marcado para ${formatDate(dia)})`;
}
