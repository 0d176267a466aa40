import { useMemo, useState, useSyncExternalStore } from "react";
import { count, formatDate, formatNumber } from "../../../core/format.ts";
import type { Situacao } from "../../../core/metodo/planning.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { ErrorState } from "../../../ui/states/ErrorState.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { fundamentoDasVisitas } from "../../../core/fundamento.ts";
import { AvisoDeEstudo } from "../metodo/AvisoDeEstudo.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { cabecalhoDaParte } from "../metodo/cabecalho-da-parte.ts";
import { CampoK } from "../metodo/CampoK.tsx";
import type { ParteProps } from "../parte.ts";
import { COLUNAS_DO_CICLO, COLUNAS_DO_CICLO_CSV } from "./colunas.tsx";
import { Gatilhos } from "./Gatilhos.tsx";
import { gatilhosDaAba } from "../../../data/metodo/gatilhos.ts";
import { escritaDaLista } from "./lista.ts";
import { ListaSelada } from "./ListaSelada.tsx";
import { contagens, formulaDaPrioridade, fraseDaReserva, fraseDoPlano, planoDaPagina, SITUACAO_ROTULO, type LinhaDoCiclo } from "./plano.ts";
import "../metodo/metodo.css";
import "./ciclo.css";

const SITUACOES: readonly Situacao[] = ["gatilho", "prioridade", "reserva", "carencia", "sem-nota", "fora"];

/** Who is visited in the cycle and why, and the seal that lets anybody check it. */
export default function Ciclo(props: ParteProps) {
  const { territorio, modelo, emVigor, visitas, mudar, dataReferencia } = props;
  const { metodo, padrao } = emVigor;
  const { municipios, preparada, scores, noFiltro, filtros } = modelo;
  const gatilhos = useSyncExternalStore(gatilhosDaAba.subscribe, gatilhosDaAba.ler);
  const [ordem, setOrdem] = useState<TableOrder | null>({ coluna: "ordem", sentido: "asc" });
  const fundamento = useMemo(() => fundamentoDasVisitas(territorio), [territorio]);
  const { ultima } = visitas;
  const pagina = useMemo(
    () => (ultima === null ? null : planoDaPagina({ municipios, preparada, scores, metodo, ultima, gatilhos, hoje: dataReferencia })),
    [municipios, preparada, scores, metodo, ultima, gatilhos, dataReferencia],
  );
  const linhas = useMemo(
    () => (pagina?.feito === true ? pagina.linhas.filter(({ codigo }) => noFiltro.has(codigo)) : []),
    [pagina, noFiltro],
  );
  const escrita = useMemo(() => escritaDaLista({ preparada, scores, municipios }, metodo), [preparada, scores, municipios, metodo]);
  const n = pagina?.feito === true ? contagens(pagina.plano) : null;
  const cabecalhoParte = cabecalhoDaParte(props, `Lista do ciclo: ${metodo.nome}`, [
    ...filtros,
    `visitas contadas até ${formatDate(dataReferencia)}`,
    ...((n?.gatilho ?? 0) === 0 ? [] : ["uso interno: traz municípios com visita exigida"]),
  ]);

  return (
    <div className="prioridades-parte">
      <header className="prioridades-parte-topo">
        <div className="ui-row">
          <h2>Lista do ciclo</h2>
          {visitas.demonstracao ? <DemoMark /> : null}
        </div>
        {pagina?.feito === true ? (
          <p className="prioridades-parte-frase" aria-live="polite">
            {fraseDoPlano(pagina.plano, metodo.datas)} Visitas contadas até {formatDate(dataReferencia)}.
          </p>
        ) : null}
        <AvisoDeEstudo metodo={metodo} />
        {visitas.demonstracao ? (
          <p className="prioridades-estudo" role="note">
            <strong>As datas das visitas são inventadas.</strong> Elas mostram como a lista funciona; a parte do tempo e a carência só valem
            com os apoios de verdade, carregados na página Dados.
          </p>
        ) : null}
      </header>

      <section aria-labelledby="ciclo-plano">
        <h3 id="ciclo-plano">Quem é visitado</h3>
        <p>
          {formulaDaPrioridade(metodo.planejamento)} Quem foi visitado há menos de {formatNumber(metodo.planejamento.carenciaDias)} dias espera,
          a não ser que a visita seja exigida; quem não tem visita registrada conta {count(metodo.planejamento.meses, "mês inteiro", "meses inteiros")}.
          {fundamento === null ? null : (
            <>
              {" "}
              Fundamento: <NormaLink norma={fundamento.norma} artigo={fundamento.artigo} />.
            </>
          )}
        </p>
        {ultima?.size === 0 ? (
          <p>Os apoios carregados não têm nenhuma visita técnica presencial: o tempo pesa igual para todos.</p>
        ) : null}
        <div className="prioridades-ciclo-controles ui-no-print">
          <CampoK
            k={metodo.k}
            municipios={municipios.length}
            onK={(k) => {
              emVigor.mudar({ ...metodo, k });
            }}
          />
          {pagina?.feito !== true ? null : (
            <TableCsvButton
              arquivo={`ciclo-${metodo.id}`}
              cabecalho={{
                ...cabecalhoParte,
                fontes: [...cabecalhoParte.fontes, "Apoios em uso (última visita técnica presencial)"],
                demonstracao: cabecalhoParte.demonstracao || visitas.demonstracao,
              }}
              colunas={COLUNAS_DO_CICLO_CSV}
              linhas={linhas}
            />
          )}
        </div>
        {visitas.estado === "erro" ? (
          <ErrorState
            titulo="As datas das visitas não puderam ser lidas"
            mensagem={visitas.erro ?? "O motor de dados não respondeu."}
            conserto="Sem elas não há prioridade do ciclo; a lista da nota, abaixo, continua valendo."
          />
        ) : pagina === null ? (
          <Loading rotulo="Lendo as datas das visitas" altura="24rem" />
        ) : !pagina.feito ? (
          <ErrorState titulo="A lista do ciclo não pode ser feita" mensagem={pagina.motivo} conserto={pagina.conserto} />
        ) : (
          <>
            <ul className="prioridades-totais" aria-label="Municípios por situação">
              {SITUACOES.filter((situacao) => (n?.[situacao] ?? 0) > 0).map((situacao) => (
                <li key={situacao}>
                  <strong className="ui-number">{formatNumber(n?.[situacao] ?? 0)}</strong>{" "}
                  <span className={`prioridades-situacao prioridades-situacao-${situacao}`}>{SITUACAO_ROTULO[situacao]}</span>
                </li>
              ))}
            </ul>
            <p className="ui-small ui-muted">{fraseDaReserva(pagina.plano, metodo.planejamento)}</p>
            {filtros.length === 0 ? null : (
              <p className="ui-small">
                A lista é do território inteiro; a tabela mostra só quem passa pelos filtros ({filtros.join("; ")}).
              </p>
            )}
            <DataTable
              legenda="Lista do ciclo: situação, prioridade e última visita de cada município"
              colunas={COLUNAS_DO_CICLO}
              linhas={linhas}
              chave={chave}
              ordem={ordem}
              onOrdem={setOrdem}
              altura="70dvh"
              nomeLinhas={["município", "municípios", "m"]}
              vazio="Nenhum município passa pelos filtros. Retire um filtro ou mude a busca."
            />
          </>
        )}
      </section>

      <Gatilhos guarda={gatilhosDaAba} municipios={municipios} />
      <ListaSelada
        padrao={padrao}
        escrita={escrita}
        cabecalho={cabecalhoDaParte(props, `Diferenças entre a lista publicada e a calculada: ${metodo.nome}`, [])}
        onMetodo={() => {
          mudar({ parte: "metodo" });
        }}
      />
    </div>
  );
}

const chave = ({ codigo }: LinhaDoCiclo): number => codigo;
