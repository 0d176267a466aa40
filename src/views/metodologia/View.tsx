import { type MouseEvent, useEffect, useMemo } from "react";
import { count } from "../../core/format.ts";
import { SearchField } from "../../ui/filters/SearchField.tsx";
import { Empty } from "../../ui/states/Empty.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useBase } from "../../ui/use-base.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { ANCORA, secaoDe, TITULO } from "./ancora.ts";
import type { Estado } from "./estado.ts";
import { Indicadores } from "./Indicadores.tsx";
import { Indice } from "./Indice.tsx";
import { metodologia, sumario } from "./model.ts";
import { Fontes, Normas } from "./Normas.tsx";
import { Sumario } from "./Sumario.tsx";
import "./view.css";

/** Where each figure comes from, how it is computed, and which norm asks for it. */
export default function MetodologiaView({ estado, mudar, snapshot, session }: ViewProps<Estado>) {
  const { municipios, colunas, catalogo, erro } = useBase(snapshot, session);
  const { territorio, fontes, metodo, dataReferencia } = snapshot;
  const m = useMemo(
    () => metodologia({ territorio, fontes, catalogo, metodo, municipios, colunas }, estado.busca),
    [territorio, fontes, catalogo, metodo, municipios, colunas, estado.busca],
  );
  const itens = useMemo(() => sumario(m), [m]);
  const { secao } = estado;
  useEffect(() => {
    if (secao === null) return;
    // The router puts a new page at its top right after drawing it; the section comes after that.
    const frame = requestAnimationFrame(() => {
      bringIntoView(secao);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [secao]);

  /** Links of the page to itself change the address without leaving the place they bring into view. */
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const alvo = secaoDe(link?.getAttribute("href") ?? "");
    if (alvo === null) return;
    event.preventDefault();
    if (alvo === secao) bringIntoView(alvo);
    else mudar({ secao: alvo });
  };

  return (
    <div className="metodologia" onClick={onClick}>
      <PageSentence titulo="Metodologia">
        {`${count(catalogo.length, "indicador", "indicadores")}, ${count(fontes.length, "fonte", "fontes", "f")} e ${count(territorio.normas.length, "norma", "normas", "f")}: de onde vem cada número, como é calculado e o que ele não diz.`}
      </PageSentence>
      {erro === null ? null : (
        <ErrorState
          titulo="O arquivo de municípios ou de indicadores não abriu"
          mensagem={erro.message}
          conserto={erro.whatToDo}
          detalhe={erro.detail}
        />
      )}
      <div className="metodologia-busca">
        <SearchField
          rotulo="Buscar nesta página"
          valor={estado.busca}
          onMudar={(busca) => {
            mudar({ busca, secao: null }, { replace: true });
          }}
        />
        <p role="status" className="ui-muted ui-small">
          {estado.busca === "" ? "" : `${count(m.encontrados, "trecho encontrado", "trechos encontrados")}`}
        </p>
      </div>
      <div className="metodologia-colunas">
        {itens.length === 0 ? null : <Sumario itens={itens} />}
        <div className="metodologia-texto">
          {itens.length === 0 ? (
            <Empty
              mensagem={`Nada com “${estado.busca}” nesta página.`}
              acao={
                <button
                  type="button"
                  className="ui-button"
                  onClick={() => {
                    mudar({ busca: "" });
                  }}
                >
                  Limpar a busca
                </button>
              }
            />
          ) : null}
          <Prosa ancora={ANCORA.comoLer} titulo={TITULO.comoLer} paragrafos={m.comoLer} />
          {m.indice === null ? null : <Indice indice={m.indice} metodo={metodo} dataReferencia={dataReferencia} />}
          {m.grupos.map((grupo) => (
            <Indicadores key={grupo.id} grupo={grupo} />
          ))}
          <Prosa ancora={ANCORA.cobertura} titulo={TITULO.cobertura} paragrafos={m.cobertura} />
          {m.apoio.map((topico) => (
            <Prosa key={topico.ancora} {...topico} />
          ))}
          <Prosa ancora={ANCORA.denuncias} titulo={TITULO.denuncias} paragrafos={m.denuncias} />
          {m.ausencias.length === 0 ? null : (
            <section aria-labelledby={ANCORA.ausencias}>
              <h2 id={ANCORA.ausencias} tabIndex={-1}>
                {TITULO.ausencias}
              </h2>
              <p>Um número pode faltar por motivos diferentes, e nenhum deles é zero. Cada um tem a sua palavra e o seu desenho no mapa.</p>
              <dl>
                {m.ausencias.map(({ id, palavra, sentido }) => (
                  <div key={id} className="metodologia-linha">
                    <dt>{palavra}</dt>
                    <dd>{sentido}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          {m.fontes.length === 0 ? null : <Fontes fontes={m.fontes} />}
          {m.normas.length === 0 ? null : <Normas normas={m.normas} />}
        </div>
      </div>
    </div>
  );
}

function bringIntoView(ancora: string): void {
  const alvo = document.getElementById(ancora);
  alvo?.scrollIntoView({ block: "start" });
  alvo?.focus({ preventScroll: true });
}

interface ProsaProps {
  readonly ancora: string;
  readonly titulo: string;
  readonly paragrafos: readonly string[];
}

function Prosa({ ancora, titulo, paragrafos }: ProsaProps) {
  if (paragrafos.length === 0) return null;
  return (
    <section aria-labelledby={ancora}>
      <h2 id={ancora} tabIndex={-1}>
        {titulo}
      </h2>
      {paragrafos.map((paragrafo) => (
        <p key={paragrafo}>{paragrafo}</p>
      ))}
    </section>
  );
}
