import { useMemo, useState } from "react";
import { civilDe } from "../../../core/denuncias/dia.ts";
import { count, formatDate } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { usePrinting } from "../../../ui/table/use-printing.ts";
import { Artigos } from "../Artigos.tsx";
import { colunasDaMatriz, colunasDoArquivo } from "./colunas.tsx";
import { ressalvas } from "./frases.ts";
import type { LinhaDaMatriz } from "./matriz.ts";
import { MostrarTodas } from "./MostrarTodas.tsx";
import { SECOES, type SecaoProps } from "./secao.ts";
import { cobertoPelo } from "./periodos.ts";

/** The lines of the plan against what was held of each: one row a line. */
export function Matriz({ parte, dados }: SecaoProps) {
  const { pacto, norma, estado, mudar, cabecalho, hoje } = parte;
  const { linha, comparar } = estado.pactuado;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const colunas = useMemo(() => colunasDaMatriz(comparar), [comparar]);
  const arquivo = useMemo(() => colunasDoArquivo(pacto), [pacto]);
  const linhas = useMemo(() => [...dados.linhas, dados.tudo], [dados]);
  const [todas, setTodas] = useState(false);
  const inteira = usePrinting() || todas;
  // Those with nothing held are already named at the top of the page.
  const mostradas = useMemo(() => (inteira ? linhas : linhas.filter(({ situacao, chave }) => situacao !== "sem-nada" || chave === linha)), [linhas, inteira, linha]);
  const semNada = linhas.filter(({ situacao }) => situacao === "sem-nada").length;
  const { anterior } = dados.periodos;
  const coberto = cobertoPelo(dados.registro, anterior);
  const daNorma = pacto.norma === null ? null : norma(pacto.norma);
  const titulo = "O que foi pactuado e o que se realizou";
  const deAntes = `${formatDate(civilDe(anterior.de))} a ${formatDate(civilDe(anterior.ate))}`;
  return (
    <section className="pactuado-parte" aria-labelledby={SECOES.matriz.id}>
      <div className="ui-row">
        <h2 id={SECOES.matriz.id} tabIndex={-1}>{titulo}</h2>
        {parte.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-small ui-muted pactuado-nota">
        Uma linha do plano por linha da tabela, {dados.quando}. Escolha uma para ver em que municípios e quem responde por ela.
        {daNorma === null ? null : (
          <>
            {" "}
            Linhas do plano: <Artigos norma={daNorma} artigos={["art. 7º"]} />; estratégias: <Artigos norma={daNorma} artigos={["art. 4º", "art. 6º"]} />.
          </>
        )}{" "}
        {pacto.ano === null || pacto.linhas.length === 0 ? null : `O plano é de ${pacto.ano}; “pactuado no ano” é o número de vezes que ele diz ou dá a entender.`}
      </p>
      <label className="pactuado-comparar ui-no-print">
        <input
          type="checkbox"
          checked={comparar}
          onChange={(event) => {
            mudar({ pactuado: { ...estado.pactuado, comparar: event.target.checked } });
          }}
        />
        Comparar com o período anterior ({deAntes})
      </label>
      {comparar && coberto !== "todo" ? (
        <p className="pactuado-aviso" role="note">
          {coberto === "nada"
            ? `O registro carregado não tem nada de ${deAntes}: não há com que comparar.`
            : `O registro carregado só tem parte de ${deAntes}: “antes” pode estar incompleto, e a diferença também.`}
        </p>
      ) : null}
      <DataTable
        legenda={`${titulo}, ${dados.quando}`}
        colunas={colunas}
        linhas={mostradas}
        chave={chaveDa}
        ordem={ordem}
        onOrdem={setOrdem}
        selecionada={linha}
        onSelecionar={(escolhida) => {
          mudar({ pactuado: { ...estado.pactuado, linha: escolhida.chave === "" ? null : escolhida.chave } });
        }}
        vazio="Nenhuma linha pactuada."
      />
      {semNada === 0 ? null : (
        <MostrarTodas todas={todas} onMudar={setTodas} rotulos={[`Mostrar também ${count(semNada, "linha", "linhas", "f")} sem nada realizado`, "Mostrar só as linhas com algo realizado"]} />
      )}
      <ul className="ui-small ui-muted pactuado-notas">
        <li>{dados.terco}</li>
        <li>Numa linha do plano só contam os eventos feitos por uma das suas estratégias; os outros do mesmo tema aparecem abaixo, quando se escolhe a linha, sem contar como realizados. A última linha conta cada evento uma vez.</li>
        {ressalvas(dados.coberturas.atual, dados.isFiltrado).map((frase) => (
          <li key={frase}>{frase}</li>
        ))}
      </ul>
      <div className="ui-row ui-no-print">
        <TableCsvButton cabecalho={cabecalho(titulo)} colunas={arquivo} linhas={linhas} arquivo={`pactuado-${hoje}`}>
          Baixar CSV da matriz
        </TableCsvButton>
      </div>
      {pacto.notas.length === 0 ? null : (
        <details className="ui-small pactuado-notas">
          <summary>De onde vem cada leitura da norma</summary>
          <ul>
            {pacto.notas.map((nota) => (
              <li key={nota}>{nota}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function chaveDa({ chave }: LinhaDaMatriz): string {
  return chave;
}
