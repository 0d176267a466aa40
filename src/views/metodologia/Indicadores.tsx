import type { ReactNode } from "react";
import { ancoraFonte, enderecoDe } from "./ancora.ts";
import { ancoraGrupo, type Ficha, type GrupoFichas } from "./model.ts";

/** The catalogue's records of one dimension. */
export function Indicadores({ grupo }: { readonly grupo: GrupoFichas }) {
  return (
    <section aria-labelledby={ancoraGrupo(grupo.id)}>
      <h2 id={ancoraGrupo(grupo.id)} tabIndex={-1}>
        {grupo.nome}
      </h2>
      {grupo.pergunta === null ? null : <p>{grupo.pergunta}</p>}
      {grupo.fichas.map((ficha) => (
        <FichaIndicador key={ficha.ancora} ficha={ficha} />
      ))}
    </section>
  );
}

function FichaIndicador({ ficha }: { readonly ficha: Ficha }) {
  const { indicador, fonte } = ficha;
  return (
    <article className="metodologia-ficha" aria-labelledby={ficha.ancora}>
      <h3 id={ficha.ancora} tabIndex={-1}>
        <a href={enderecoDe(ficha.ancora)}>{indicador.nome}</a>
      </h3>
      <p className="metodologia-pergunta">{indicador.pergunta}</p>
      <dl>
        <Linha nome="Fórmula">{indicador.formula}</Linha>
        <Linha nome="Unidade">{indicador.unidade}</Linha>
        {ficha.escala === null ? null : <Linha nome="Escala">{ficha.escala}</Linha>}
        <Linha nome="Como ler">
          <span aria-hidden="true">{ficha.marca}</span> {ficha.comoLer}
        </Linha>
        <Linha nome="No índice">
          {ficha.noIndice === null ? "não entra no método em vigor" : `entra na dimensão ${ficha.noIndice}`}
        </Linha>
        <Linha nome="Fonte">
          {fonte === null ? (
            "sem fonte cadastrada"
          ) : (
            <>
              <a href={enderecoDe(ancoraFonte(fonte.id))}>{fonte.nome}</a>, {fonte.orgao}
              {fonte.url === null ? null : (
                <>
                  {". "}
                  <Externo url={fonte.url} />
                </>
              )}
            </>
          )}
        </Linha>
        <Linha nome="Período">{ficha.periodo ?? "nenhum valor carregado"}</Linha>
        <Linha nome="Atualização">{indicador.cadencia}</Linha>
        <Linha nome="Cobertura">{ficha.cobertura}</Linha>
        <Linha nome="Ressalva">{indicador.ressalva}</Linha>
      </dl>
    </article>
  );
}

/** An address outside the app, written whole, so that paper carries it too. */
export function Externo({ url }: { readonly url: string }) {
  return (
    <a className="metodologia-url" href={url} rel="noreferrer" target="_blank">
      {url}
      <span className="ui-hidden"> (abre em outra aba)</span>
    </a>
  );
}

function Linha({ nome, children }: { readonly nome: string; readonly children: ReactNode }) {
  return (
    <div className="metodologia-linha">
      <dt>{nome}</dt>
      <dd>{children}</dd>
    </div>
  );
}
