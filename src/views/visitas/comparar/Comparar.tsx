import { useMemo, useState } from "react";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { Aberto } from "./Aberto.tsx";
import { COLUNAS_DE_GRUPOS, colunasDeMedidas } from "./colunas.tsx";
import { alturaDaCobertura, coberturaPorGrupo, legendaDosPlanos, valorDoGrupo } from "./grafico.ts";
import { comparado, fraseDaComparacao, fraseDosGrupos, gruposLadoALado, medidasLadoALado, type Agrupamento, type LinhaDeGrupo, type LinhaDeMedida, type PlanoComparado } from "./model.ts";
import { Trocas } from "./Trocas.tsx";
import { useArquivo } from "./use-arquivo.ts";
import "./comparar.css";

/** The plan beside the priority list in order, the first sketch and another plan. */
export default function Comparar({ feito, ...props }: ParteDeVisitasProps) {
  if (feito === null) return <Empty mensagem="A comparação aparece quando houver um plano." />;
  return <DoPlano {...props} feito={feito} />;
}

function DoPlano(props: Omit<ParteDeVisitasProps, "feito"> & { readonly feito: PlanoFeito }) {
  const { feito, anterior, municipios, nome, estado, cabecalho, territorio } = props;
  const { entrada, plano, gulosa, ordemDaLista } = feito;
  const [por, setPor] = useState<Agrupamento>("regiao");
  const [com, setCom] = useState<PlanoComparado["id"]>("lista");
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const aberto = useArquivo();
  const planos = useMemo(() => {
    const todos: (PlanoComparado | null)[] = [
      comparado({ id: "este", rotulo: "Este plano", naFrase: "este plano" }, plano, entrada),
      ordemDaLista && comparado({ id: "lista", rotulo: "Lista em ordem", naFrase: "a lista seguida em ordem" }, ordemDaLista, entrada),
      gulosa && comparado({ id: "gulosa", rotulo: "Primeiro esboço", naFrase: "o primeiro esboço" }, gulosa, entrada),
      anterior && comparado({ id: "anterior", rotulo: "Plano anterior", naFrase: "o plano anterior" }, anterior.plano, entrada),
      aberto.lido && comparado({ id: "arquivo", rotulo: aberto.lido.nome, naFrase: `o plano de ${aberto.lido.nome}` }, aberto.lido.arquivo.plano, entrada),
    ];
    return todos.filter((um) => um !== null);
  }, [plano, entrada, ordemDaLista, gulosa, anterior, aberto.lido]);
  const este = planos[0];
  const outro = planos.find(({ id }) => id === com) ?? planos[1] ?? null;
  const linhas = useMemo(() => medidasLadoALado(planos), [planos]);
  const colunas = useMemo(() => colunasDeMedidas(planos), [planos]);
  const doisPlanos = useMemo(() => (este === undefined ? [] : [este, ...(outro === null ? [] : [outro])]), [este, outro]);
  const grupos = useMemo(() => gruposLadoALado(doisPlanos, por, municipios), [doisPlanos, por, municipios]);
  const rotulos = useMemo(() => doisPlanos.map(({ rotulo }) => rotulo), [doisPlanos]);
  const options = useMemo(() => coberturaPorGrupo(grupos, rotulos), [grupos, rotulos]);
  const legenda = useMemo(() => legendaDosPlanos(rotulos), [rotulos]);
  if (este === undefined) return null;
  const header = { ...cabecalho, titulo: "Comparação de planos de visitas", demonstracao: cabecalho.demonstracao || aberto.lido?.arquivo.demonstracao === true };

  return (
    <div className="visitas-comparar">
      <section className="visitas-comparar-bloco" aria-labelledby="visitas-comparar-titulo">
        <h2 id="visitas-comparar-titulo">Este plano e os outros</h2>
        <p aria-live="polite">{fraseDaComparacao(este, outro)}</p>
        <p className="ui-small ui-muted">
          A lista em ordem é o que uma planilha faz: do primeiro ao último da prioridade, cada um entra onde couber e quem não cabe é pulado. O
          primeiro esboço é o plano de antes da busca. Todos são medidos com a nota e a prioridade de agora.
        </p>
        <DataTable
          legenda="Medidas de cada plano"
          colunas={colunas}
          linhas={linhas}
          chave={chaveDaMedida}
          ordem={ordem}
          onOrdem={setOrdem}
          nomeLinhas={["medida", "medidas", "f"]}
          vazio="Não há plano para medir."
        />
        <div className="ui-row ui-no-print">
          <TableCsvButton arquivo={`comparacao-de-planos-${entrada.ajustes.inicio}`} cabecalho={header} colunas={colunas} linhas={linhas} />
          <Aberto {...aberto} />
        </div>
      </section>

      {outro === null ? null : (
        <>
          <div className="visitas-comparar-escolhas ui-no-print">
            <SelectField
              rotulo="Comparar com"
              valor={outro.id}
              opcoes={planos.slice(1).map(({ id, rotulo }) => ({ valor: id, rotulo }))}
              onMudar={setCom}
            />
            <SelectField
              rotulo="Grupos"
              valor={por}
              opcoes={[
                { valor: "regiao", rotulo: territorio.nomeRegiao },
                { valor: "porte", rotulo: "porte" },
              ]}
              onMudar={setPor}
            />
          </div>
          <ChartFrame
            titulo={por === "regiao" ? "Que parte de cada região é visitada?" : "Que parte de cada porte é visitada?"}
            subtitulo="Municípios visitados, de todos os do grupo"
            leitura={fraseDosGrupos(doisPlanos, por)}
            linhas={grupos}
            colunas={COLUNAS_DE_GRUPOS}
            chave={chaveDoGrupo}
            options={options}
            cabecalho={{ ...header, titulo: "Parte visitada de cada grupo" }}
            arquivo={`visitas-por-${por}-${entrada.ajustes.inicio}`}
            rotuloMarca={(linha) => `${linha.grupo}, ${linha.plano}: ${valorDoGrupo(linha)}`}
            legenda={legenda}
            altura={alturaDaCobertura(grupos)}
            vazio="Nenhum grupo para mostrar."
          />
          <Trocas este={este} outro={outro} entrada={entrada} nome={nome} metodo={estado.metodo} cabecalho={header} />
        </>
      )}
    </div>
  );
}

const chaveDaMedida = ({ id }: LinhaDeMedida): string => id;
const chaveDoGrupo = ({ chave }: LinhaDeGrupo): string => chave;
