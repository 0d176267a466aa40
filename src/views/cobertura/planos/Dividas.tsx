import { useMemo, useState } from "react";
import type { DividaDoEstado } from "../../../core/planos/index.ts";
import { NORMA_DOS_PLANOS } from "../../../data/planos/norma.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { REGRA_NA_FRASE } from "../minimo/palavras.ts";
import type { ContextoDosPlanos } from "./contexto.ts";
import { fraseDasDividas, minimoEmPalavras } from "./palavras.ts";

/** Articles that the state's debts rest on, of the pact of support. */
export const ARTIGO_DOS_PEDIDOS = "art. 5º";

/** What the state owes the municipalities, which no other list shows. */
export function Dividas(props: ContextoDosPlanos) {
  const { dividas, nome, abrir, cabecalho, dividasDeDemonstracao, doApoio, hoje } = props;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const colunas = useMemo(() => colunasDasDividas(nome), [nome]);
  return (
    <section className="planos-secao" aria-labelledby="planos-dividas">
      <div className="ui-row">
        <h2 id="planos-dividas">O que o Estado deve aos municípios?</h2>
        {dividasDeDemonstracao ? <DemoMark /> : null}
      </div>
      {doApoio.estado === "carregando" ? null : <p className="ui-reading">{fraseDasDividas(dividas, doApoio.estado === "pronto")}</p>}
      <Bases {...props} />
      {doApoio.estado === "carregando" ? (
        <Loading rotulo="contando o que o registro de apoio diz" altura="32rem" />
      ) : (
        <DataTable
          legenda="O que o Estado deve a cada município"
          colunas={colunas}
          linhas={dividas}
          chave={municipioDe}
          ordem={ordem}
          onOrdem={setOrdem}
          onSelecionar={({ municipio }) => {
            abrir(municipio);
          }}
          vazio="Nenhuma dívida do Estado registrada com os filtros em uso."
          nomeLinhas={["município", "municípios", "m"]}
        />
      )}
      {dividas.length === 0 || doApoio.estado === "carregando" ? null : (
        <div className="ui-row ui-no-print">
          <TableCsvButton cabecalho={cabecalho("O que o Estado deve aos municípios", dividasDeDemonstracao)} colunas={colunas} linhas={dividas} arquivo={`dividas-do-estado-${hoje}`} />
        </div>
      )}
    </section>
  );
}

/** Where each debt comes from, and what the record cannot tell. */
function Bases({ norma, pacto, doApoio, deLado, estado }: ContextoDosPlanos) {
  const doPacto = pacto.norma === null ? null : norma(pacto.norma);
  const dosPlanos = norma(NORMA_DOS_PLANOS.id);
  return (
    <ul className="planos-bases ui-small ui-muted">
      <li>Ações dos Planos de Apoio{dosPlanos === null ? "" : <> (<NormaLink norma={dosPlanos} artigo="art. 7º" />, referência)</>}: abertas, e as que passaram do prazo.</li>
      {pacto.minimo === null ? (
        <li>Monitoramento anual: os dados deste território não dizem o mínimo pactuado.</li>
      ) : (
        <li>
          Monitoramento anual{doPacto === null ? "" : <> (<NormaLink norma={doPacto} artigo={pacto.minimo.artigos[0] ?? "art. 4º, I, c"} />)</>}: dias depois do prazo. Conta o feito {REGRA_NA_FRASE[estado.minimo.regra]}, a escolha feita em <a href="#/cobertura?parte=minimo">Mínimo anual</a>.
        </li>
      )}
      <li>
        Pedidos de apoio dos municípios{doPacto === null ? "" : <> (<NormaLink norma={doPacto} artigo={ARTIGO_DOS_PEDIDOS} />)</>} sem atendimento registrado: a norma não lhes dá prazo, por isso não contam dias.
      </li>
      {deLado === "apoio" ? <li>O registro de apoio carregado é de demonstração e ficou de lado, para não se misturar com os seus planos: monitoramento e pedidos ficam sem dizer.</li> : null}
      {deLado === "planos" ? <li>Os planos carregados são de demonstração e ficaram de lado, para não se misturar com o seu registro de apoio: as ações ficam sem dizer.</li> : null}
      {doApoio.estado === "sem-registro" ? <li>O registro de apoio não está carregado: monitoramento e pedidos ficam sem dizer.</li> : null}
      {doApoio.estado === "erro" ? <li>O registro de apoio não pôde ser lido agora: monitoramento e pedidos ficam sem dizer.</li> : null}
    </ul>
  );
}

function colunasDasDividas(nome: (codigo: number) => string): readonly TableColumn<DividaDoEstado>[] {
  const naoCarregado = { ausencia: "nao-carregado" } as const;
  return [
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ municipio }) => nome(municipio) },
    { id: "atraso", titulo: "Maior atraso", unidade: "dias", tipo: "numero", valor: ({ maiorAtraso }) => ({ valor: maiorAtraso ?? 0 }) },
    { id: "atrasadas", titulo: "Ações de Plano de Apoio atrasadas", unidade: "ações", tipo: "numero", valor: ({ acoesAtrasadas }) => ({ valor: acoesAtrasadas }) },
    { id: "abertas", titulo: "Ações de Plano de Apoio abertas", unidade: "ações", tipo: "numero", valor: ({ acoesAbertas }) => ({ valor: acoesAbertas }) },
    { id: "minimo", titulo: "Monitoramento anual", tipo: "texto", valor: ({ minimo }) => minimoEmPalavras(minimo) },
    { id: "pedidos", titulo: "Pedidos sem resposta", unidade: "pedidos", tipo: "numero", valor: ({ pedidosEmAberto }) => (pedidosEmAberto === null ? naoCarregado : { valor: pedidosEmAberto }) },
  ];
}

function municipioDe({ municipio }: DividaDoEstado): number {
  return municipio;
}
