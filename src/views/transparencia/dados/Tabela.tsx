import { useId } from "react";
import type { TabelaDoPacote } from "../../../data/publico/csv-pacote.ts";
import { CsvButton } from "../../../ui/download/CsvButton.tsx";
import { CopyHash } from "../../../ui/download/CopyHash.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { comoCitar, fatosDaTabela, tamanhoDaTabela, tipoDaColuna } from "./model.ts";

interface TabelaProps {
  readonly tabela: TabelaDoPacote;
  /** Address of the file. */
  readonly endereco: string;
}

/** The file as a spreadsheet in Portuguese opens it, made here from the one published. */
async function paraPlanilha(tabela: TabelaDoPacote, endereco: string): Promise<string> {
  const response = await fetch(endereco);
  if (!response.ok) throw new Error(`o arquivo ${tabela.path} não chegou: HTTP ${response.status}`);
  const { csvParaPlanilha } = await import("../../../data/publico/csv-planilha.ts");
  return csvParaPlanilha(await response.text(), tabela, {
    fontes: tabela.sources.map(({ title }) => title),
    filtros: [],
    dataReferencia: tabela.inda.dataDeAtualizacao,
    demonstracao: tabela.demonstracao,
  });
}

/** One table of the open data: what it is, its file, its columns, how to cite it. */
export function Tabela({ tabela, endereco }: TabelaProps) {
  const titleId = useId();
  const { name, path, title, description, demonstracao, hash, schema } = tabela;
  return (
    <article className="abertos-tabela" aria-labelledby={titleId} id={`tabela-${name}`}>
      <header className="ui-row">
        <h3 id={titleId}>{title}</h3>
        {demonstracao ? <DemoMark /> : null}
      </header>
      <p>{description}</p>
      <p className="abertos-baixar">
        <a className="ui-button" href={endereco} download={path}>
          Baixar CSV<span className="ui-hidden">: {title}</span>
        </a>
        <CsvButton discreto arquivo={`${name}-planilha`} csv={() => paraPlanilha(tabela, endereco)}>
          Baixar para planilha<span className="ui-hidden">: {title}</span>
        </CsvButton>
        <span className="ui-muted">{tamanhoDaTabela(tabela)}</span>
      </p>
      <details>
        <summary>
          Colunas, fontes e como citar<span className="ui-hidden"> {title}</span>
        </summary>
        <dl className="abertos-fatos">
          {fatosDaTabela(tabela).map(({ nome, valor }) => (
            <div key={nome}>
              <dt>{nome}</dt>
              <dd>{valor}</dd>
            </div>
          ))}
          <div>
            <dt>SHA-256 do arquivo</dt>
            <dd>
              <CopyHash sha256={hash} de={`de ${title}`} digitos={16} />
            </dd>
          </div>
          <div>
            <dt>Como citar</dt>
            <dd>{comoCitar(tabela, new URL(endereco, document.baseURI).href)}</dd>
          </div>
        </dl>
        <div className="abertos-colunas" role="region" aria-label={`Colunas de ${title}`} tabIndex={0}>
          <table>
            <caption className="ui-hidden">Colunas de {title}</caption>
            <thead>
              <tr>
                <th scope="col">Coluna</th>
                <th scope="col">O que é</th>
                <th scope="col">Tipo</th>
              </tr>
            </thead>
            <tbody>
              {schema.fields.map((campo) => (
                <tr key={campo.name}>
                  <th scope="row">
                    <code>{campo.name}</code>
                  </th>
                  <td>{campo.description}</td>
                  <td>
                    {tipoDaColuna(campo)}
                    {schema.primaryKey.includes(campo.name) ? "; faz parte da chave" : ""}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </article>
  );
}
