import { useMemo, useState } from "react";
import { capitalize, decapitalize } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { MEDIDA_ROTULO, MEDIDAS, MINIMO_DO_GRUPO, POUCAS, type MedidaDoServico, type ServicoDoPainel } from "../../../core/servicos/index.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import type { Contexto } from "./contexto.ts";
import { emTurno } from "./em-turno.tsx";
import {
  casasDaMedida,
  colunasDosMunicipios,
  COLUNAS_INFORMADAS,
  comparar,
  escalaDaMedida,
  escalasDe,
  gruposDe,
  leituraDaComparacao,
  MEDIDA_UNIDADE,
  ordemDosGrupos,
  type Comparados,
  type LinhaDoMunicipio,
} from "./entre-municipios.ts";
import { Mapa } from "./Mapa.tsx";
import type { GrupoDeComparacao } from "./estado-da-parte.ts";
import { alturaDosGrupos, desenhoDosGrupos, LEGENDA_DOS_GRUPOS, pontosDosGrupos, type PontoDoGrupo } from "./grafico-dos-grupos.ts";
import { anoEmPalavras, doServico } from "./recorte.ts";

export interface DoServicoProps {
  readonly contexto: Contexto;
  /** Nothing is shown without one. */
  readonly servico: ServicoDoPainel | null;
}

interface Comparacao {
  readonly aVista: readonly Municipio[];
  readonly medida: MedidaDoServico;
  readonly grupo: GrupoDeComparacao;
}

/** The municipalities of one service and year, each beside the middle of those like it. */
export function EntreMunicipios({ servico, ...props }: DoServicoProps & Comparacao) {
  return servico === null ? null : <DoServico {...props} servico={servico} />;
}

const OMapa = emTurno(Mapa);
const AEscala = emTurno(DaEscala);

function DoServico({ contexto, servico, aVista, medida, grupo }: Comparacao & { readonly contexto: Contexto; readonly servico: ServicoDoPainel }) {
  const { recorte, mudar, municipios, territorio, cabecalho, extrato } = contexto;
  const { painel, ano, contra, anoDeHoje, cem } = recorte;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [escolhido, setEscolhido] = useState<number | null>(null);
  const comparados = useMemo(() => {
    const doAno = (qual: number | null) => doServico(painel.registros, servico).filter((registro) => registro.ano === qual);
    return comparar({
      municipios,
      doAno: doAno(ano),
      deContra: doAno(contra),
      grupos: gruposDe(municipios, grupo),
      medida,
      cem,
      populacao: new Map(municipios.flatMap(({ codigo, populacao }) => (populacao === null ? [] : [[codigo, populacao]]))),
    });
  }, [painel, servico, ano, contra, municipios, grupo, medida, cem]);
  const linhas = useMemo(() => {
    const codigos = new Set(aVista.map(({ codigo }) => codigo));
    return comparados.linhas.filter(({ municipio }) => codigos.has(municipio.codigo));
  }, [comparados, aVista]);
  const nomeDoGrupo = grupo === "porte" ? "Porte" : capitalize(territorio.nomeRegiao);
  const anoDito = ano === null ? "" : anoEmPalavras(ano, anoDeHoje);
  const contraDito = contra === null ? null : anoEmPalavras(contra, anoDeHoje);
  const colunas = useMemo(() => colunasDosMunicipios({ medida, cem, grupo: nomeDoGrupo, ano: anoDito, contra: contraDito }), [medida, cem, nomeDoGrupo, anoDito, contraDito]);
  const escalas = useMemo(() => escalasDe(comparados), [comparados]);
  const titulo = `${servico.nome}: ${MEDIDA_ROTULO[medida].toLowerCase()} em ${anoDito}, por município`;
  return (
    <section className="cobertura-servicos-secao" aria-labelledby="servicos-entre-municipios">
      <div className="ui-row">
        <h2 id="servicos-entre-municipios">{`Entre municípios: ${servico.nome}`}</h2>
        {extrato.demonstracao ? <DemoMark /> : null}
      </div>
      <div className="cobertura-servicos-campos ui-no-print">
        <SelectField
          rotulo="O que comparar"
          valor={medida}
          opcoes={MEDIDAS.map((valor) => ({ valor, rotulo: MEDIDA_ROTULO[valor] }))}
          onMudar={(valor) => {
            mudar({ medida: valor });
          }}
        />
        <SelectField
          rotulo="Grupo de comparação"
          valor={grupo}
          opcoes={[
            { valor: "porte", rotulo: "Porte" },
            { valor: "regiao", rotulo: capitalize(territorio.nomeRegiao) },
          ]}
          onMudar={(valor) => {
            mudar({ grupo: valor });
          }}
        />
      </div>
      <p className="ui-small ui-muted ui-reading">
        O “município do meio” é o que tem metade do grupo de cada lado; é um lugar entre municípios, não o tempo de quem pede. Conta o grupo inteiro, mesmo o que os filtros
        escondem, e só com {MINIMO_DO_GRUPO} municípios ou mais. Com menos de {POUCAS} casos o número muda muito por acaso: vai marcado. Quanto do resto é acaso não se sabe,
        porque ninguém informa como os tempos variam de um pedido a outro. {medida === "concluidas-por-mil" ? "Habitantes: os do Censo em uso no aplicativo." : ""}
      </p>
      {escalas.length === 0 ? (
        <Empty mensagem={leituraDaComparacao(comparados.comparacao, linhas, { escala: "", medida })} />
      ) : (
        escalas.map((escala) => (
          <AEscala
            key={escala}
            contexto={contexto}
            medida={medida}
            grupo={grupo}
            comparados={comparados}
            escala={escala}
            linhas={linhas}
            titulo={escalas.length === 1 ? titulo : `${titulo}, ${escalaDaMedida(escala)}`}
            nomeDoGrupo={nomeDoGrupo}
            escolhido={escolhido}
            onEscolher={setEscolhido}
          />
        ))
      )}
      <div className="cobertura-servicos-duo">
        <OMapa
          contexto={contexto}
          medida={medida}
          linhas={comparados.linhas}
          aVista={linhas}
          escala={escalas[0] ?? ""}
          colunas={colunas}
          escolhido={escolhido}
          onEscolher={setEscolhido}
        />
        <div className="cobertura-servicos-secao">
          <DataTable
            legenda={titulo}
            colunas={colunas}
            linhas={linhas}
            chave={codigoDe}
            ordem={ordem}
            onOrdem={setOrdem}
            selecionada={escolhido}
            onSelecionar={({ municipio: { codigo } }) => {
              setEscolhido(codigo === escolhido ? null : codigo);
            }}
            vazio="Nenhum município com os filtros em uso."
            altura="32rem"
            nomeLinhas={["município", "municípios", "m"]}
          />
          <div>
            <TableCsvButton
              arquivo={`servicos-${servico.chave}-${medida}-${ano ?? ""}`}
              cabecalho={cabecalho(titulo)}
              colunas={[...colunas, ...COLUNAS_INFORMADAS]}
              linhas={linhas}
              discreto
            />
          </div>
        </div>
      </div>
    </section>
  );
}

interface DaEscalaProps {
  readonly contexto: Contexto;
  readonly medida: MedidaDoServico;
  readonly grupo: GrupoDeComparacao;
  readonly comparados: Comparados;
  readonly escala: string;
  readonly linhas: readonly LinhaDoMunicipio[];
  readonly titulo: string;
  readonly nomeDoGrupo: string;
  readonly escolhido: number | null;
  readonly onEscolher: (codigo: number | null) => void;
}

/** The municipalities of one scale, drawn; of a measure without scale, all of them. */
function DaEscala({ contexto, medida, grupo, comparados, escala, linhas, titulo, nomeDoGrupo, escolhido, onEscolher }: DaEscalaProps) {
  const { nome, cabecalho, recorte } = contexto;
  const { unidade, base } = MEDIDA_UNIDADE[medida];
  const casas = casasDaMedida(medida, recorte.cem);
  const emUnidade = escala === "" ? unidade : `nota ${escalaDaMedida(escala)}`;
  const pontos = useMemo(() => {
    const dentro = new Set(linhas.map(({ municipio }) => municipio.codigo));
    return pontosDosGrupos(comparados.comparacao.linhas, escala, nome).filter(({ codigo }) => dentro.has(codigo));
  }, [comparados, escala, nome, linhas]);
  const grupos = useMemo(() => ordemDosGrupos(pontos.map((ponto) => ponto.grupo), grupo), [pontos, grupo]);
  const options = useMemo(() => {
    const referencias = comparados.comparacao.referencias.filter((referencia) => referencia.escala === escala);
    return desenhoDosGrupos(pontos, referencias, grupos, { unidade: emUnidade, zero: escala === "" });
  }, [pontos, comparados, grupos, escala, emUnidade]);
  const colunas = useMemo(
    (): TableColumn<PontoDoGrupo>[] => [
      { id: "municipio", titulo: "Município", tipo: "texto", valor: (ponto) => ponto.nome },
      { id: "grupo", titulo: nomeDoGrupo, tipo: "texto", valor: (ponto) => ponto.grupo },
      { id: "valor", titulo: MEDIDA_ROTULO[medida], unidade: emUnidade, tipo: "numero", casas, valor: ({ valor }) => ({ valor }) },
      { id: "n", titulo: base, tipo: "numero", valor: ({ n }) => (n === null ? { ausencia: "sem-dado" } : { valor: n }) },
      {
        id: "diferenca",
        titulo: "Diferença do meio do grupo",
        unidade: emUnidade,
        tipo: "numero",
        casas,
        valor: ({ diferenca }) => (diferenca === null ? { ausencia: "dados-insuficientes" } : { valor: diferenca }),
      },
    ],
    [nomeDoGrupo, medida, emUnidade, casas, base],
  );
  return (
    <ChartFrame
      titulo={titulo}
      subtitulo={`Cada ponto é um município, em ${emUnidade}; um grupo de ${decapitalize(nomeDoGrupo)} em cada linha`}
      leitura={leituraDaComparacao(comparados.comparacao, linhas, { escala, medida })}
      linhas={pontos}
      colunas={colunas}
      chave={codigoDoPonto}
      options={options}
      cabecalho={cabecalho(titulo)}
      arquivo={`servicos-comparacao-${medida}-${recorte.ano ?? ""}`}
      legenda={LEGENDA_DOS_GRUPOS}
      altura={alturaDosGrupos(grupos.length)}
      onMarca={({ codigo }) => {
        onEscolher(codigo === escolhido ? null : codigo);
      }}
      selecionada={escolhido}
      vazio="Nenhum município com número para comparar, com os filtros em uso."
    />
  );
}

function codigoDe({ municipio }: LinhaDoMunicipio): number {
  return municipio.codigo;
}

function codigoDoPonto({ codigo }: PontoDoGrupo): number {
  return codigo;
}
