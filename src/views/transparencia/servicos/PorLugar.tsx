import { useMemo, useState } from "react";
import { celula } from "../../../core/absence.ts";
import type { Porte } from "../../../core/municipio.ts";
import { celulaPublica } from "../../../core/publico/numero.ts";
import { fold } from "../../../core/search.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SearchField } from "../../../ui/filters/SearchField.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { municipiosDoServico, notaEmPalavras, regioesDoServico, type LinhaDaRegiao, type LinhaDoMunicipio } from "./modelo.ts";
import type { ComServicos } from "./props.ts";
import { SOBRE_A_COMPARACAO } from "./textos.ts";

const DAS_REGIOES: readonly TableColumn<LinhaDaRegiao>[] = [
  { id: "regiao", titulo: "Região imediata", tipo: "texto", valor: ({ nome }) => nome },
  { id: "concluidas", titulo: "Concluídos", unidade: "pedidos", tipo: "numero", valor: ({ concluidas }) => celulaPublica(concluidas) },
  { id: "em-andamento", titulo: "Em andamento no fim do ano", unidade: "pedidos", tipo: "numero", valor: ({ emAndamento }) => celulaPublica(emAndamento) },
];

/** One service in a year, municipality by municipality, and by region where counts went out coarser. */
export function PorLugar({ servicos, ano, publicacao, municipios, nome, estado, mudar, cabecalho, enderecoDe }: ComServicos & { readonly ano: number }) {
  const [busca, setBusca] = useState("");
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [ordemDasRegioes, setOrdemDasRegioes] = useState<TableOrder | null>(null);
  const { demonstracao, emAndamentoPorMunicipio, concluidasPorMunicipio } = servicos;
  const servico = servicos.servicos.find(({ chave }) => chave === estado.ajustes["servico"]) ?? servicos.servicos[0];
  const chave = servico?.chave ?? "";
  const todas = useMemo(() => {
    const portes = new Map(municipios.map(({ codigo, porte }) => [codigo, porte]));
    return municipiosDoServico(servicos, { ano, chave, nome, porteDe: (codigo): Porte | null => portes.get(codigo) ?? null });
  }, [servicos, ano, chave, nome, municipios]);
  const linhas = useMemo(() => {
    const procurado = fold(busca);
    return procurado === "" ? todas : todas.filter((linha) => fold(linha.nome).includes(procurado));
  }, [todas, busca]);
  const regioes = useMemo(() => regioesDoServico(publicacao, ano, chave), [publicacao, ano, chave]);
  const colunas = useMemo(
    (): TableColumn<LinhaDoMunicipio>[] => [
      { id: "municipio", titulo: "Município", tipo: "texto", valor: (linha) => linha.nome, render: (linha) => <a href={enderecoDe("municipio", { codigo: linha.codigo })}>{linha.nome}</a> },
      ...(concluidasPorMunicipio ? [{ id: "concluidas", titulo: "Concluídos", unidade: "pedidos", tipo: "numero" as const, valor: ({ concluidas }: LinhaDoMunicipio) => celulaPublica(concluidas) }] : []),
      ...(emAndamentoPorMunicipio ? [{ id: "em-andamento", titulo: "Em andamento", unidade: "pedidos", tipo: "numero" as const, valor: ({ emAndamento }: LinhaDoMunicipio) => celulaPublica(emAndamento) }] : []),
      { id: "tempo", titulo: "Tempo médio", unidade: "dias", tipo: "numero", casas: 1, valor: ({ tempoMedio }) => celulaPublica(tempoMedio) },
      { id: "meio", titulo: "Meio do porte", unidade: "dias", tipo: "numero", casas: 1, valor: ({ meio }) => celula(meio, "dados-insuficientes") },
      { id: "mediano", titulo: "Tempo mediano", unidade: "dias", tipo: "numero", casas: 1, valor: ({ tempoMediano }) => celulaPublica(tempoMediano) },
      { id: "satisfacao", titulo: "Satisfação", tipo: "texto", valor: ({ satisfacao, escala }) => notaEmPalavras(satisfacao, escala) },
      { id: "respostas", titulo: "Respostas", tipo: "numero", valor: ({ respostas }) => celula(respostas, "dados-insuficientes") },
    ],
    [concluidasPorMunicipio, emAndamentoPorMunicipio, enderecoDe],
  );
  if (servico === undefined) return null;
  const titulo = `${servico.nome}, por município, em ${ano}`;
  const daRegiao = `${servico.nome}, por região, em ${ano}`;
  return (
    <section className="parte-secao" aria-labelledby="servicos-por-lugar">
      <h2 id="servicos-por-lugar">Um serviço em cada lugar</h2>
      <p>{SOBRE_A_COMPARACAO}</p>
      <div className="ui-row">
        <SelectField
          rotulo="Serviço"
          valor={servico.chave}
          opcoes={servicos.servicos.map((um) => ({ valor: um.chave, rotulo: um.nome }))}
          onMudar={(valor) => {
            mudar({ ajustes: { ...estado.ajustes, servico: valor } }, { replace: true });
          }}
        />
        <SearchField rotulo="Procurar município" valor={busca} onMudar={setBusca} />
      </div>
      <DataTable legenda={titulo} colunas={colunas} linhas={linhas} chave={({ codigo }) => codigo} ordem={ordem} onOrdem={setOrdem} vazio={busca === "" ? "Nenhum município informou este serviço neste ano." : `Nenhum município com “${busca}” no nome. Confira a grafia.`} altura="24rem" nomeLinhas={["município", "municípios", "m"]} />
      <TableCsvButton arquivo={`servicos-${servico.chave}-${ano}`} cabecalho={cabecalho(titulo, [servico.nome, String(ano)], demonstracao)} colunas={colunas} linhas={todas} discreto />
      {regioes.length === 0 || (emAndamentoPorMunicipio && concluidasPorMunicipio) ? null : (
        <>
          <h3>{daRegiao}</h3>
          <p>Por município, muitos destes números seriam de poucas pessoas. Por isso eles saem por região.</p>
          <DataTable legenda={daRegiao} colunas={DAS_REGIOES} linhas={regioes} chave={({ id }) => id} ordem={ordemDasRegioes} onOrdem={setOrdemDasRegioes} vazio="Nenhuma região." nomeLinhas={["região", "regiões", "f"]} />
          <TableCsvButton arquivo={`servicos-${servico.chave}-regioes-${ano}`} cabecalho={cabecalho(daRegiao, [servico.nome, String(ano)], demonstracao)} colunas={DAS_REGIOES} linhas={regioes} discreto />
        </>
      )}
    </section>
  );
}
