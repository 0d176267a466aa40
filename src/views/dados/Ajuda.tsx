import { memo } from "react";
import { count } from "../../core/format.ts";
import type { Fonte, Indicador } from "../../core/indicador.ts";
import type { OfficialLayout } from "../../data/layouts/layout.ts";
import { orgaosConhecidos, type FonteConhecida } from "./ajuda.ts";

/** The official files the app knows, what each feeds and where it is published; and what is never taken. */
export const Ajuda = memo(function Ajuda({
  layouts,
  fontes,
  catalogo,
}: {
  readonly layouts: readonly OfficialLayout[];
  readonly fontes: readonly Fonte[];
  readonly catalogo: readonly Indicador[];
}) {
  return (
    <section className="dados-section" aria-labelledby="dados-ajuda">
      <h2 id="dados-ajuda" tabIndex={-1}>
        Trazer seus dados: arquivos que o aplicativo conhece
      </h2>
      <p className="ui-reading">
        São reconhecidos pelo conteúdo, em qualquer ano publicado; o nome do arquivo não importa. O que não está na lista pode ser
        lido dizendo o que é cada coluna.
      </p>
      {orgaosConhecidos(layouts, fontes, catalogo).map(({ orgao, fontes: publicadas }) => (
        <details key={orgao} className="dados-orgao">
          <summary>
            {orgao} <span className="ui-muted">({contarArquivos(publicadas)})</span>
          </summary>
          <ul>
            {publicadas.map(({ id, nome, url, alimenta, arquivos }) => (
              <li key={id}>
                <p>
                  <strong>{nome}</strong>
                  {url === null ? null : (
                    <>
                      {" · "}
                      <a href={url} rel="noreferrer">
                        onde baixar<span className="ui-hidden"> {nome}</span>
                      </a>
                    </>
                  )}
                </p>
                <p className="ui-muted">{alimenta}</p>
                <ul>
                  {arquivos.map(({ id: layout, titulo, grao }) => (
                    <li key={layout}>
                      <strong>{titulo}.</strong> {grao}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <h3>Recusado sempre</h3>
      <ul className="dados-recusado ui-reading">
        <li>
          <strong>Listas de pessoas</strong> (CPF, NIS, nomes, telefones, endereços, datas de nascimento, características de
          vítimas): o aplicativo só usa totais por município, e a lei só permite tratar o dado necessário (LGPD, Lei 13.709/2018,
          art. 6º, III; dados sensíveis, art. 11). Quando um arquivo traz também totais, só as colunas de pessoas são recusadas.
        </li>
        <li>
          <strong>Parquet, Arrow e bancos DuckDB</strong>: o motor de dados confia neles sem conferir, e um arquivo malfeito poderia
          enganá-lo. Peça CSV ou planilha.
        </li>
        <li>
          <strong>Planilha antiga do Excel (xls) ou binária (xlsb)</strong>: abra no Excel ou no LibreOffice e salve como xlsx.
        </li>
        <li>
          <strong>PDF, imagem, página da internet e arquivo compactado</strong>: não são tabelas; descompacte ou baixe de novo na
          origem.
        </li>
      </ul>
    </section>
  );
});

function contarArquivos(fontes: readonly FonteConhecida[]): string {
  return count(fontes.reduce((sum, { arquivos }) => sum + arquivos.length, 0), "arquivo", "arquivos");
}
