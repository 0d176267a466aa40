import { useMemo, useState } from "react";
import { compareNames, count, formatPercent, formatPeriod } from "../../../core/format.ts";
import { isMaisGrossa, tabelaDe } from "../../../core/publico/contagem.ts";
import { celulaPublica } from "../../../core/publico/numero.ts";
import type { TabelaProtegida } from "../../../core/publico/publicacao.ts";
import { TABELAS_DO_RELATORIO } from "../../../core/publico/relatorio.ts";
import { fold } from "../../../core/search.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SearchField } from "../../../ui/filters/SearchField.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Prosa } from "../protecao/Prosa.tsx";
import { NIVEL_EM_PALAVRAS, niveisEmPalavras, periodosDe, rotuloDe, type LinhaDoLugar } from "./modelo.ts";
import { SOBRE_OS_LUGARES } from "./textos.ts";

/** How many complaints in each place, in a period to be chosen; places by name. */
export function Lugares({ publicacao, estado, mudar, cabecalho, enderecoDe, demonstracao }: ParteDeTransparenciaProps) {
  const [busca, setBusca] = useState("");
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const tabelas = useMemo(
    () => [TABELAS_DO_RELATORIO.lugarAno, TABELAS_DO_RELATORIO.lugarTrimestre].map((id) => tabelaDe(publicacao, id)).filter((tabela): tabela is TabelaProtegida => tabela !== null),
    [publicacao],
  );
  const periodos = useMemo(() => periodosDe(tabelas), [tabelas]);
  const pedido = estado.ajustes["periodo"];
  const periodo = periodos.find((um) => um === pedido) ?? periodos.find((um) => /^\d{4}$/.test(um)) ?? periodos[0];
  const tabela = tabelas.find(({ linhas }) => linhas.some(({ membros }) => membros.tempo === periodo));
  const todas = useMemo(
    () =>
      (tabela?.linhas ?? [])
        .flatMap(({ membros: { tempo, lugar }, valor }): LinhaDoLugar[] => (tempo !== periodo || lugar === undefined ? [] : [{ id: lugar, nome: rotuloDe(publicacao, "lugar", lugar), valor }]))
        .sort((a, b) => compareNames(a.nome, b.nome)),
    [tabela, periodo, publicacao],
  );
  const linhas = useMemo(() => {
    const procurado = fold(busca);
    return procurado === "" ? todas : todas.filter(({ nome }) => fold(nome).includes(procurado));
  }, [todas, busca]);
  const nivel = tabela?.niveis.lugar ?? "uf";
  const colunas = useMemo(
    (): TableColumn<LinhaDoLugar>[] => [
      {
        id: "lugar",
        titulo: NIVEL_EM_PALAVRAS[nivel] === undefined ? "Lugar" : `${NIVEL_EM_PALAVRAS[nivel].charAt(0).toUpperCase()}${NIVEL_EM_PALAVRAS[nivel].slice(1)}`,
        tipo: "texto",
        valor: ({ nome }) => nome,
        ...(nivel === "municipio" ? { render: ({ id, nome }: LinhaDoLugar) => <a href={enderecoDe("municipio", { codigo: Number(id) })}>{nome}</a> } : {}),
      },
      { id: "denuncias", titulo: "Denúncias", tipo: "numero", ordenavel: false, valor: ({ valor }) => celulaPublica(valor) },
    ],
    [nivel, enderecoDe],
  );
  if (tabela === undefined || periodo === undefined) return null;
  const ocultas = todas.filter(({ valor }) => valor === "oculto").length;
  const titulo = `Denúncias por ${NIVEL_EM_PALAVRAS[nivel] ?? "lugar"}, ${formatPeriod(periodo)}`;
  return (
    <section className="parte-secao" aria-labelledby="denuncias-lugares">
      <h2 id="denuncias-lugares">Quantas denúncias em cada lugar</h2>
      <Prosa textos={SOBRE_OS_LUGARES} />
      {isMaisGrossa(tabela) ? (
        <p>
          O pedido era publicar por {niveisEmPalavras(tabela.pedida)}. Muitos números ficariam ocultos, e por isso a tabela é por {niveisEmPalavras(tabela.niveis)}.
        </p>
      ) : null}
      <div className="ui-row">
        <SelectField
          rotulo="Período"
          valor={periodo}
          opcoes={periodos.map((valor) => ({ valor, rotulo: formatPeriod(valor) }))}
          onMudar={(valor) => {
            mudar({ ajustes: { ...estado.ajustes, periodo: valor } }, { replace: true });
          }}
        />
        <SearchField rotulo="Procurar lugar" valor={busca} onMudar={setBusca} />
      </div>
      <p>
        {ocultas === 0 ? "Nenhum lugar está oculto neste período." : `${count(ocultas, "lugar está oculto", "lugares estão ocultos")} neste período, de ${todas.length}.`} Na tabela toda, o que está oculto é{" "}
        {formatPercent(100 * tabela.resumo.parteOculta)} das denúncias.
      </p>
      <div className="parte-estreita">
        <DataTable legenda={titulo} colunas={colunas} linhas={linhas} chave={({ id }) => id} ordem={ordem} onOrdem={setOrdem} vazio={`Nenhum lugar com “${busca}” no nome. Confira a grafia.`} altura="24rem" nomeLinhas={["lugar", "lugares", "m"]} />
      </div>
      <TableCsvButton arquivo={`${tabela.id}-${periodo.toLowerCase()}`} cabecalho={cabecalho(titulo, [formatPeriod(periodo)], demonstracao)} colunas={colunas} linhas={todas} discreto />
    </section>
  );
}
