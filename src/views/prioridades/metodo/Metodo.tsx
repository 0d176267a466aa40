import { useMemo, useState } from "react";
import { count, formatDate, formatNumber } from "../../../core/format.ts";
import { indicadoresDoMetodo, methodHash } from "../../../core/metodo/method.ts";
import { dataHash } from "../../../core/metodo/priority.ts";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { ParteProps } from "../parte.ts";
import { Ajustes } from "./Ajustes.tsx";
import { Arquivo } from "./Arquivo.tsx";
import { AvisoDeEstudo } from "./AvisoDeEstudo.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { cabecalhoDaParte } from "./cabecalho-da-parte.ts";
import { diferencasEmPalavras } from "./diferencas.ts";
import { Ficha } from "./Ficha.tsx";
import { CopyHash } from "../../../ui/download/CopyHash.tsx";
import { COLUNAS_DO_METODO, COLUNAS_DO_METODO_CSV, linhasDoMetodo, type LinhaDoMetodo } from "./tabela.tsx";
import "./metodo.css";

/** Everything of the method in force on one screen, to be read, changed where that is safe, saved and brought in. */
export default function Metodo(props: ParteProps) {
  const { territorio, modelo, emVigor, contexto } = props;
  const { metodo, padrao, mudado, voltar } = emVigor;
  const { catalogo } = contexto;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const sha256 = useMemo(() => methodHash(metodo), [metodo]);
  const dados = useMemo(() => dataHash(modelo.preparada), [modelo.preparada]);
  const linhas = useMemo(() => linhasDoMetodo(metodo, catalogo), [metodo, catalogo]);
  const diferencas = useMemo(() => {
    const nomes = new Map(catalogo.map(({ id, nome }) => [id, nome]));
    return diferencasEmPalavras(padrao, metodo, (id) => nomes.get(id) ?? id);
  }, [padrao, metodo, catalogo]);

  return (
    <div className="prioridades-parte">
      <header className="prioridades-parte-topo">
        <h2>{metodo.nome}</h2>
        <p className="prioridades-parte-frase">
          {count(indicadoresDoMetodo(metodo).length, "indicador", "indicadores")} em{" "}
          {count(metodo.dimensoes.length, "dimensão", "dimensões", "f")} escolhem {formatNumber(metodo.k)} de{" "}
          {count(modelo.municipios.length, "município", "municípios")} para o ciclo de {formatDate(metodo.datas.inicio)} a{" "}
          {formatDate(metodo.datas.fim)}. {diferencas.length === 0 ? "É o método padrão." : "O método foi mudado em relação ao padrão."}
        </p>
        <AvisoDeEstudo metodo={metodo} />
      </header>

      <Ficha metodo={metodo}>
        <dt>SHA-256 do método</dt>
        <dd>
          <CopyHash sha256={sha256} de="do método" />
        </dd>
        <dt>SHA-256 dos dados usados</dt>
        <dd>
          <CopyHash sha256={dados} de="dos dados" />
        </dd>
      </Ficha>

      <section aria-labelledby="metodo-diferencas">
        <h3 id="metodo-diferencas">Diferenças do método padrão</h3>
        {diferencas.length === 0 ? (
          <p className="ui-muted">Nenhuma.</p>
        ) : (
          <ul className="prioridades-diferencas">
            {diferencas.map((frase) => (
              <li key={frase}>{frase}</li>
            ))}
          </ul>
        )}
        <button type="button" className="ui-button" disabled={!mudado} onClick={voltar}>
          Voltar ao padrão
        </button>
      </section>

      <section aria-labelledby="metodo-ajustes" className="ui-no-print">
        <h3 id="metodo-ajustes">Mudar o método</h3>
        <p className="ui-small ui-muted">
          O mapa, a lista e o SHA-256 mudam junto, e o endereço da página guarda a mudança. As balizas só mudam por um arquivo.
        </p>
        <Ajustes emVigor={emVigor} catalogo={catalogo} indice={territorio.indice} municipios={modelo.municipios.length} />
      </section>

      <section aria-labelledby="metodo-arquivo" className="ui-no-print">
        <h3 id="metodo-arquivo">Arquivo do método</h3>
        <p className="ui-small ui-muted">
          O arquivo traz tudo o que decide a lista e o SHA-256: quem o recebe chega aos mesmos números, aqui ou no terminal.
        </p>
        <Arquivo emVigor={emVigor} catalogo={catalogo} />
      </section>

      <section aria-labelledby="metodo-indicadores">
        <div className="prioridades-lista-topo">
          <h3 id="metodo-indicadores">Pesos e balizas dos indicadores</h3>
          <TableCsvButton
            arquivo={`metodo-${metodo.id}`}
            cabecalho={cabecalhoDaParte(props, `Pesos e balizas: ${metodo.nome}`, [])}
            colunas={COLUNAS_DO_METODO_CSV}
            linhas={linhas}
          />
        </div>
        <p className="ui-small ui-muted">
          Cada indicador vira uma escala de 0 a 100 entre duas balizas, que não mudam com os dados do dia; fora delas, vale a ponta. Os pesos
          somam 100% da nota.
        </p>
        <DataTable
          legenda="Indicadores do método, com peso, balizas e validade"
          colunas={COLUNAS_DO_METODO}
          linhas={linhas}
          chave={chave}
          ordem={ordem}
          onOrdem={setOrdem}
          nomeLinhas={["indicador", "indicadores", "m"]}
          vazio="O método não tem indicadores."
        />
      </section>
    </div>
  );
}

const chave = ({ indicador: { id } }: LinhaDoMetodo): string => id;
