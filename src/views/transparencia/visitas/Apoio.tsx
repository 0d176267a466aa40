import { useMemo, useState } from "react";
import { compareNames, count, formatNumber, formatPeriod } from "../../../core/format.ts";
import type { ApoioPublicado, EstrategiaDoApoio, RegiaoDoApoio } from "../../../core/publico/visitas.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { Prosa } from "../protecao/Prosa.tsx";
import { ALTURA_EM_PE, barrasEmPe, type Barra } from "../denuncias/desenhos.ts";
import { anoMaisNovo, fraseDoAno, leituraDosAnos } from "./frases.ts";
import { SOBRE_O_APOIO } from "./textos.ts";
import type { ComVisitas } from "./props.ts";

const COLUNAS_DOS_ANOS: readonly TableColumn<Barra>[] = [
  { id: "ano", titulo: "Ano", tipo: "texto", valor: ({ rotulo }) => rotulo },
  { id: "municipios", titulo: "Municípios com apoio", tipo: "numero", valor: ({ valor }) => valor },
];

const COLUNAS_DAS_REGIOES: readonly TableColumn<RegiaoDoApoio>[] = [
  { id: "regiao", titulo: "Região", tipo: "texto", valor: ({ nome }) => nome },
  { id: "municipios", titulo: "Municípios", tipo: "numero", valor: ({ municipios }) => ({ valor: municipios }) },
  { id: "alcancados", titulo: "Receberam apoio", unidade: "municípios", tipo: "numero", valor: ({ alcancados }) => ({ valor: alcancados }) },
  { id: "apoios", titulo: "Apoios", tipo: "numero", valor: ({ apoios }) => ({ valor: apoios }) },
];

const COLUNAS_DAS_ESTRATEGIAS: readonly TableColumn<EstrategiaDoApoio>[] = [
  { id: "estrategia", titulo: "Tipo de apoio", tipo: "texto", valor: ({ nome }) => nome },
  { id: "eventos", titulo: "Eventos", tipo: "numero", valor: ({ eventos }) => ({ valor: eventos }) },
  { id: "municipios", titulo: "Municípios alcançados", tipo: "numero", valor: ({ municipios }) => ({ valor: municipios }) },
];

/** Support given: by year, and of one year by region and by kind. */
export function Apoio({ visitas, ...props }: ComVisitas) {
  const { apoio } = visitas;
  return (
    <section className="parte-secao" aria-labelledby="visitas-apoio">
      <div className="ui-row">
        <h2 id="visitas-apoio">O apoio que o Estado deu</h2>
        {apoio?.demonstracao === true ? <DemoMark /> : null}
      </div>
      <Prosa textos={SOBRE_O_APOIO} />
      {apoio === null ? <p>Não há registro de apoio nesta publicação.</p> : <Dado {...props} apoio={apoio} />}
    </section>
  );
}

function Dado({ apoio, municipios, cabecalho, estado, mudar }: Omit<ComVisitas, "visitas"> & { readonly apoio: ApoioPublicado }) {
  const { anos, regioes, estrategias, demonstracao, inicio, fim } = apoio;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [ordemDosTipos, setOrdemDosTipos] = useState<TableOrder | null>(null);
  const pedido = Number(estado.ajustes["do-ano"]);
  const escolhido = anos.find(({ ano }) => ano === pedido) ?? anoMaisNovo(apoio);
  const barras = useMemo(
    () => anos.map(({ ano, completo, municipios: alcancados }): Barra => ({ chave: String(ano), rotulo: completo ? String(ano) : `${ano}*`, valor: { valor: alcancados } })),
    [anos],
  );
  const options = useMemo(() => barrasEmPe(barras, "municípios"), [barras]);
  const doAno = escolhido?.ano ?? null;
  const linhas = useMemo(() => regioes.filter(({ ano }) => ano === doAno).sort((a, b) => compareNames(a.nome, b.nome)), [regioes, doAno]);
  const tipos = useMemo(() => estrategias.filter(({ ano }) => ano === doAno), [estrategias, doAno]);
  if (escolhido === null) return null;
  const periodo = inicio === null || fim === null ? "" : `O registro vai de ${formatPeriod(inicio)} a ${formatPeriod(fim)}. `;
  const titulo = "Municípios que receberam apoio em cada ano";
  const daRegiao = `Apoio por região em ${escolhido.ano}`;
  const doTipo = `Apoio por tipo em ${escolhido.ano}`;
  return (
    <>
      <ChartFrame
        titulo={titulo}
        subtitulo={`Municípios alcançados ao menos uma vez, de ${formatNumber(municipios.length)}. * ano incompleto no registro`}
        leitura={`${leituraDosAnos(apoio)} ${periodo}`.trim()}
        linhas={barras}
        colunas={COLUNAS_DOS_ANOS}
        chave={({ chave }) => chave}
        options={options}
        cabecalho={cabecalho(titulo, [], demonstracao)}
        arquivo="apoio-por-ano"
        altura={ALTURA_EM_PE}
        vazio="Nenhum apoio no registro."
      />
      <SelectField
        rotulo="Ano"
        valor={String(escolhido.ano)}
        opcoes={anos.map(({ ano, completo }) => ({ valor: String(ano), rotulo: completo ? String(ano) : `${ano} (incompleto)` }))}
        onMudar={(valor) => {
          mudar({ ajustes: { ...estado.ajustes, "do-ano": valor } }, { replace: true });
        }}
      />
      <p>
        {fraseDoAno(escolhido, municipios.length)} Foram {count(escolhido.eventos, "evento", "eventos")}, {formatNumber(escolhido.presenciais)} deles presenciais.
      </p>
      <h3>{daRegiao}</h3>
      <DataTable legenda={daRegiao} colunas={COLUNAS_DAS_REGIOES} linhas={linhas} chave={({ nome }) => nome} ordem={ordem} onOrdem={setOrdem} vazio="Nenhum apoio neste ano." nomeLinhas={["região", "regiões", "f"]} />
      <TableCsvButton arquivo={`apoio-por-regiao-${escolhido.ano}`} cabecalho={cabecalho(daRegiao, [], demonstracao)} colunas={COLUNAS_DAS_REGIOES} linhas={linhas} discreto />
      <h3>{doTipo}</h3>
      <DataTable legenda={doTipo} colunas={COLUNAS_DAS_ESTRATEGIAS} linhas={tipos} chave={({ estrategia }) => estrategia} ordem={ordemDosTipos} onOrdem={setOrdemDosTipos} vazio="Nenhum apoio neste ano." nomeLinhas={["tipo", "tipos", "m"]} />
      <TableCsvButton arquivo={`apoio-por-tipo-${escolhido.ano}`} cabecalho={cabecalho(doTipo, [], demonstracao)} colunas={COLUNAS_DAS_ESTRATEGIAS} linhas={tipos} discreto />
    </>
  );
}
