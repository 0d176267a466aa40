import { useMemo, useState } from "react";
import { count, formatNumber } from "../../core/format.ts";
import { type Achado, chaveDoAchado } from "../../core/qualidade/achado.ts";
import type { Marcas } from "../../core/qualidade/acompanhamento.ts";
import { ESTADO_ROTULO } from "../../core/qualidade/celulas.ts";
import { esperadoEmPalavras, fraseDoAchado, medidaEmPalavras, type Nomes, oQueFazer } from "../../core/qualidade/frase.ts";
import { ESPECIE_ROTULO } from "../../core/qualidade/regra.ts";
import { tableCsv } from "../../data/export/table-csv.ts";
import { downloadCsv } from "../../ui/download/download.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../ui/table/props.ts";
import { useWide } from "../../ui/use-wide.ts";
import { cabecalhoDe, type Contexto } from "./contexto.ts";
import { EstadoMarca } from "./EstadoMarca.tsx";
import { ListaDeItens } from "./ListaDeItens.tsx";
import { marcaEmPalavras } from "./marca.ts";
import { Painel } from "./Painel.tsx";
import { achadosNoRecorte, itemDe } from "./recorte.ts";

/** Rows drawn at most: sentences of tens of thousands of findings are for the file. */
const MAXIMO = 1_000;

const VAZIO = "Nada a conferir com os filtros escolhidos.";

/** The findings behind the board, and the chosen one in full beside them. */
export function Itens({ contexto, focar }: { readonly contexto: Contexto; readonly focar: boolean }) {
  const { avaliacao, livro, recorte, marcas, estado, mudar, nomes } = contexto;
  const wide = useWide();
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const { especies, estados, acompanhamento, indicador, municipio, item } = estado;
  const achados = useMemo(
    () => achadosNoRecorte(avaliacao, livro, recorte, marcas, { especies, estados, acompanhamento, indicador, municipio }),
    [avaliacao, livro, recorte, marcas, especies, estados, acompanhamento, indicador, municipio],
  );
  const visiveis = useMemo(() => achados.slice(0, MAXIMO), [achados]);
  const colunas = useMemo(() => colunasDosItens(nomes, marcas), [nomes, marcas]);
  const escolhido = useMemo(
    () => (item === null ? undefined : avaliacao.achados.find((achado) => itemDe(achado) === item)),
    [avaliacao, item],
  );
  const baixar = (): void => {
    const cabecalho = cabecalhoDe(
      `O que conferir: ${count(achados.length, "item", "itens")}`,
      new Set(achados.map((achado) => achado.indicador)),
      contexto,
    );
    downloadCsv(
      `qualidade-itens-${avaliacao.dataReferencia}`,
      tableCsv(cabecalho, [...colunas, ...soNoArquivo(nomes)], achados),
    );
  };
  const escolher = (achado: Achado): void => {
    mudar({ item: itemDe(achado) });
  };
  return (
    <section className="qualidade-itens" aria-labelledby="qualidade-itens-titulo">
      <h2 id="qualidade-itens-titulo">O que conferir: {count(achados.length, "item", "itens")}</h2>
      <div className="ui-row">
        <button type="button" className="ui-button ui-button-quiet" disabled={achados.length === 0} onClick={baixar}>
          Baixar itens (CSV)
        </button>
        <p className="ui-muted ui-small">
          Cada item é uma regra que viu algo num dado; um dado pode ter mais de um.
          {achados.length > MAXIMO
            ? ` Na tela, os primeiros ${formatNumber(MAXIMO)}; o arquivo traz todos. Use os filtros para ver os outros.`
            : ""}
        </p>
      </div>
      <div className="qualidade-itens-corpo">
        {wide ? (
          <DataTable
            legenda="Itens a conferir, um por linha"
            colunas={colunas}
            linhas={visiveis}
            chave={itemDe}
            ordem={ordem}
            onOrdem={setOrdem}
            selecionada={item}
            onSelecionar={escolher}
            vazio={VAZIO}
            altura="32rem"
            nomeLinhas={["item", "itens", "m"]}
          />
        ) : (
          <ListaDeItens achados={visiveis} nomes={nomes} marcas={marcas} escolhido={item} onEscolher={escolher} />
        )}
        {escolhido === undefined ? null : (
          <Painel key={chaveDoAchado(escolhido)} contexto={contexto} achado={escolhido} focar={focar} />
        )}
      </div>
    </section>
  );
}

function colunasDosItens(nomes: Nomes, marcas: Marcas): readonly TableColumn<Achado>[] {
  return [
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ codigo }) => nomes.municipios.get(codigo) ?? String(codigo) },
    {
      id: "estado",
      titulo: "Estado",
      tipo: "texto",
      valor: ({ gravidade }) => ESTADO_ROTULO[gravidade],
      render: ({ gravidade }) => <EstadoMarca estado={gravidade} />,
    },
    { id: "frase", titulo: "O que foi visto", tipo: "texto", largura: "40%", valor: (achado) => fraseDoAchado(achado, nomes) },
    {
      id: "indicador",
      titulo: "Indicador",
      tipo: "texto",
      valor: ({ indicador }) => nomes.indicadores.get(indicador)?.nomeCurto ?? indicador,
    },
    { id: "periodo", titulo: "Período", tipo: "data", valor: ({ periodo }) => periodo },
    {
      id: "valor",
      titulo: "Valor",
      tipo: "texto",
      valor: ({ valor, indicador }) =>
        valor === null ? "sem dado" : medidaEmPalavras(valor, nomes.indicadores.get(indicador)),
    },
    { id: "acompanhamento", titulo: "Acompanhamento", tipo: "texto", valor: (achado) => marcaEmPalavras(achado, marcas) },
  ];
}

/** What the file has and the screen leaves to the panel. */
function soNoArquivo(nomes: Nomes): readonly TableColumn<Achado>[] {
  const texto = (id: string, titulo: string, valor: (achado: Achado) => string): TableColumn<Achado> => ({
    id,
    titulo,
    tipo: "texto",
    valor,
  });
  return [
    texto("esperado", "O que se esperava", (achado) => esperadoEmPalavras(achado, nomes)),
    texto("fazer", "O que fazer", (achado) => oQueFazer(achado, nomes)),
    texto("tipo", "Tipo de regra", ({ regra }) => {
      const encontrada = nomes.regras.get(regra);
      return encontrada === undefined ? "" : ESPECIE_ROTULO[encontrada.especie];
    }),
    texto("regra", "Regra", ({ regra }) => nomes.regras.get(regra)?.nome ?? regra),
    texto("fonte", "Fonte", ({ fonte }) => nomes.fontes.get(fonte ?? "")?.nome ?? fonte ?? ""),
    texto("codigo", "Código IBGE", ({ codigo }) => String(codigo)),
  ];
}
