import { useMemo, useState } from "react";
import { isValor } from "../../../core/absence.ts";
import { formatNumber } from "../../../core/format.ts";
import { celulaPublica } from "../../../core/publico/numero.ts";
import { parseServicosPublicos } from "../../../data/publico/servicos.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { PageSentence } from "../../../ui/states/PageSentence.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { alturaDasBarras, barrasDeitadas, type Barra } from "../denuncias/desenhos.ts";
import { Protegidas } from "../denuncias/Protegidas.tsx";
import { Lido } from "../Lido.tsx";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Citacao, NORMA } from "../protecao/Citacao.tsx";
import { Prosa } from "../protecao/Prosa.tsx";
import { celulaDoTempo, fraseDosServicos, notasEmPalavras, servicosDoAno, type LinhaDoServico } from "./modelo.ts";
import { PorLugar } from "./PorLugar.tsx";
import type { ComServicos } from "./props.ts";
import { O_QUE_E, SOBRE_A_NOTA, SOBRE_O_TEMPO } from "./textos.ts";

/** The panel of service performance: what art. 20 of Lei 664/2025 of Anajatuba/MA asks, taken as a reference. */
export default function Servicos(props: ParteDeTransparenciaProps) {
  const leitura = props.ler("servicos.json", parseServicosPublicos);
  return (
    <>
      {leitura.estado === "erro" ? <h1>Desempenho dos serviços</h1> : null}
      <Lido leitura={leitura} rotulo="Lendo o painel dos serviços" altura="40rem">
        {(servicos) => <Conteudo {...props} servicos={servicos} />}
      </Lido>
    </>
  );
}

const COLUNAS: readonly TableColumn<LinhaDoServico>[] = [
  { id: "servico", titulo: "Serviço", tipo: "texto", valor: ({ nome }) => nome },
  { id: "concluidas", titulo: "Concluídos", unidade: "pedidos", tipo: "numero", valor: ({ concluidas }) => celulaPublica(concluidas) },
  { id: "em-andamento", titulo: "Em andamento no fim do ano", unidade: "pedidos", tipo: "numero", valor: ({ emAndamento }) => celulaPublica(emAndamento) },
  { id: "tempo", titulo: "Tempo médio", unidade: "dias", tipo: "numero", casas: 1, valor: ({ agregado }) => celulaDoTempo(agregado) },
  { id: "municipios", titulo: "Municípios no tempo médio", tipo: "numero", valor: ({ agregado }) => ({ valor: agregado.tempoMedio.informados }) },
  { id: "satisfacao", titulo: "Satisfação", tipo: "texto", valor: ({ agregado }) => notasEmPalavras(agregado) },
];

const COLUNAS_DAS_BARRAS: readonly TableColumn<Barra>[] = [
  { id: "servico", titulo: "Serviço", tipo: "texto", valor: ({ rotulo }) => rotulo },
  { id: "tempo", titulo: "Tempo médio", unidade: "dias", tipo: "numero", casas: 1, valor: ({ valor }) => valor },
];

function Conteudo({ servicos, ...props }: ComServicos) {
  const { estado, mudar, cabecalho } = props;
  const { anos, demonstracao } = servicos;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const ano = anos.find((um) => um === Number(estado.ajustes["do-ano"])) ?? anos.at(-1) ?? null;
  const linhas = useMemo(() => (ano === null ? [] : servicosDoAno(servicos, ano)), [servicos, ano]);
  const barras = useMemo(
    () =>
      linhas.map(({ chave, nome, agregado }): Barra => {
        const valor = celulaDoTempo(agregado);
        return { chave, rotulo: nome, valor, ...(isValor(valor) ? { texto: `${formatNumber(valor.valor, 1)} dias` } : {}) };
      }),
    [linhas],
  );
  const options = useMemo(() => barrasDeitadas(barras), [barras]);
  if (ano === null) return <PageSentence titulo="Serviços">Não há números de serviços nesta publicação.</PageSentence>;
  const titulo = `Tempo médio de cada serviço em ${ano}`;
  const daTabela = `Serviços em ${ano}`;
  return (
    <>
      <PageSentence titulo="Desempenho dos serviços" demonstracao={demonstracao}>
        {fraseDosServicos(linhas, ano)}
      </PageSentence>
      <section className="parte-secao" aria-label="O que este painel mostra">
        <Prosa textos={O_QUE_E} />
        <p>
          <Citacao norma={props.norma} id={NORMA.painel} artigo="art. 20" antes="O modelo está na " depois="." />
        </p>
      </section>
      <div className="ui-row">
        <SelectField
          rotulo="Ano"
          valor={String(ano)}
          opcoes={[...anos].reverse().map((um) => ({ valor: String(um), rotulo: String(um) }))}
          onMudar={(valor) => {
            mudar({ ajustes: { ...estado.ajustes, "do-ano": valor } }, { replace: true });
          }}
        />
      </div>
      <section className="parte-secao" aria-label="Os serviços no ano">
        <ChartFrame
          titulo={titulo}
          subtitulo="Dias entre o pedido e a conclusão, nos municípios que informaram"
          leitura={leituraDosTempos(barras, ano)}
          linhas={barras}
          colunas={COLUNAS_DAS_BARRAS}
          chave={({ chave }) => chave}
          options={options}
          cabecalho={cabecalho(titulo, [String(ano)], demonstracao)}
          arquivo={`servicos-tempo-${ano}`}
          altura={alturaDasBarras(barras.length)}
          vazio="Nenhum serviço com tempo informado neste ano."
        />
        <Prosa textos={SOBRE_O_TEMPO} />
        <h2>{daTabela}</h2>
        <DataTable legenda={daTabela} colunas={COLUNAS} linhas={linhas} chave={({ chave }) => chave} ordem={ordem} onOrdem={setOrdem} vazio="Nenhum serviço neste ano." nomeLinhas={["serviço", "serviços", "m"]} />
        <TableCsvButton arquivo={`servicos-${ano}`} cabecalho={cabecalho(daTabela, [String(ano)], demonstracao)} colunas={COLUNAS} linhas={linhas} discreto />
        <Prosa textos={SOBRE_A_NOTA} />
      </section>
      <PorLugar {...props} servicos={servicos} ano={ano} />
      <Protegidas {...props} assunto="servicos" />
    </>
  );
}

function leituraDosTempos(barras: readonly Barra[], ano: number): string {
  const comTempo = barras.flatMap(({ rotulo, valor }) => (isValor(valor) ? [{ rotulo, dias: valor.valor }] : []));
  const primeiro = [...comTempo].sort((a, b) => a.dias - b.dias);
  const [menor, maior] = [primeiro[0], primeiro.at(-1)];
  if (menor === undefined || maior === undefined) return `Nenhum serviço tem tempo médio que possa ser dito em ${ano}.`;
  return `Em ${ano}, o tempo médio vai de ${formatNumber(menor.dias, 1)} dias (${menor.rotulo}) a ${formatNumber(maior.dias, 1)} dias (${maior.rotulo}).`;
}
