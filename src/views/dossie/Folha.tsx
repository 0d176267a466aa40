import { type ReactNode, useEffect, useId, useRef } from "react";
import type { BlocoDoDossie, Dossie, SecaoDoDossie, TabelaDoDossie } from "../../core/dossie/dossie.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import { Mapa } from "./Mapa.tsx";
import { acompanharImpressao } from "./papel.ts";

interface FolhaProps {
  readonly dossie: Dossie;
  readonly mesh: SvgMesh;
  /** Stands under the map on the screen, never on paper. */
  readonly acoesDoMapa?: ReactNode;
}

/** A dossier as one A4 sheet: the same texts, in the same order, as its PDF. */
export function Folha({ dossie, mesh, acoesDoMapa }: FolhaProps) {
  const { titulo, subtitulo, demonstracao, secoes, rodape } = dossie;
  const folha = useRef<HTMLElement>(null);
  useEffect(() => (folha.current === null ? undefined : acompanharImpressao(folha.current, titulo)), [titulo]);
  return (
    <article className="dossie-folha" ref={folha}>
      <header className="dossie-cabeca">
        <h1>{titulo}</h1>
        <p>{subtitulo}</p>
        {demonstracao === null ? null : (
          <p>
            <strong className="states-demo">{demonstracao}</strong>
          </p>
        )}
      </header>
      {grupos(secoes).map((grupo) =>
        grupo[0]?.largura === "metade" ? (
          <div key={grupo[0].id} className="dossie-metades">
            {grupo.map((secao) => (
              <Secao key={secao.id} secao={secao} mesh={mesh} acoesDoMapa={acoesDoMapa} />
            ))}
          </div>
        ) : (
          grupo.map((secao) => <Secao key={secao.id} secao={secao} mesh={mesh} acoesDoMapa={acoesDoMapa} />)
        ),
      )}
      <footer className="dossie-rodape">
        {rodape.map((linha) => (
          <p key={linha}>{linha}</p>
        ))}
      </footer>
    </article>
  );
}

/** Half sections that follow each other together; each whole one by itself. */
function grupos(secoes: readonly SecaoDoDossie[]): SecaoDoDossie[][] {
  const lista: SecaoDoDossie[][] = [];
  for (const secao of secoes) {
    const ultimo = lista.at(-1);
    if (secao.largura === "metade" && ultimo?.[0]?.largura === "metade") ultimo.push(secao);
    else lista.push([secao]);
  }
  return lista;
}

interface DaFolha {
  readonly mesh: SvgMesh;
  readonly acoesDoMapa: ReactNode;
}

function Secao({ secao: { id, titulo, blocos }, ...daFolha }: DaFolha & { readonly secao: SecaoDoDossie }) {
  const doTitulo = useId();
  return (
    <section className={`dossie-secao dossie-${id}`} aria-labelledby={doTitulo}>
      <h2 id={doTitulo}>{titulo}</h2>
      {blocos.map((bloco, n) => (
        <Bloco key={`${bloco.tipo}-${String(n)}`} bloco={bloco} {...daFolha} />
      ))}
    </section>
  );
}

function Bloco({ bloco, mesh, acoesDoMapa }: DaFolha & { readonly bloco: BlocoDoDossie }) {
  switch (bloco.tipo) {
    case "frase":
      return <p className={`dossie-frase-${bloco.papel}`}>{bloco.texto}</p>;
    case "lista":
      return (
        <ul className={bloco.marcar ? "dossie-marcar" : "dossie-lista"} aria-label={bloco.nome}>
          {bloco.itens.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "tabela":
      return <Tabela tabela={bloco} />;
    case "mapa":
      return <Mapa mapa={bloco} mesh={mesh} acoes={acoesDoMapa} />;
  }
}

function Tabela({ tabela: { legenda, colunas, linhas } }: { readonly tabela: TabelaDoDossie }) {
  return (
    <div className="dossie-tabela" role="group" aria-label={legenda} tabIndex={0}>
      <table>
        <caption>{legenda}</caption>
        <colgroup>
          {colunas.map(({ titulo, parte }) => (
            <col key={titulo} style={{ width: `${String(100 * parte)}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {colunas.map(({ titulo, numero }) => (
              <th key={titulo} scope="col" className={numero ? "ui-number" : undefined}>
                {titulo}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linhas.map((celulas) => (
            <tr key={celulas.join(" | ")}>
              {celulas.map((celula, c) =>
                c === 0 ? (
                  <th key={colunas[c]?.titulo} scope="row">
                    {celula}
                  </th>
                ) : (
                  <td key={colunas[c]?.titulo} className={colunas[c]?.numero === true ? "ui-number" : undefined}>
                    {celula}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
