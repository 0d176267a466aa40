import { useMemo, useState } from "react";
import { count, formatDate, formatNumber } from "../../../core/format.ts";
import { conferirRealizadas, TOLERANCIA_DIAS, type SituacaoDaVisita } from "../../../core/visitas/realizadas.ts";
import { visitasRealizadas, type VisitaRealizadaLida } from "../../../data/queries/visitas-realizadas.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { RangeField } from "../../../ui/filters/RangeField.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { useAnswer } from "../../../ui/use-answer.ts";
import { equipesDe } from "../equipes.ts";
import { filtrosEmPalavras, foraDosFiltros } from "../motivos/filtro.ts";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { COLUNAS_DAS_FEITAS_CSV, colunasDasFeitas } from "./colunas.tsx";
import { contagens, fraseDasFeitas, linhasFeitas, SITUACAO_ROTULO, SITUACOES, type LinhaFeita } from "./model.ts";
import "./feitas.css";

const TODAS = "todas";
const MAIOR_TOLERANCIA = 30;

type FeitasProps = Omit<ParteDeVisitasProps, "feito"> & { readonly feito: PlanoFeito };

/** Visits held, matched to the plan. */
export default function Feitas({ feito, ...props }: ParteDeVisitasProps) {
  if (feito === null) return <Empty mensagem="As visitas feitas se conferem quando houver um plano." />;
  return <DoPlano {...props} feito={feito} />;
}

function DoPlano(props: FeitasProps) {
  const { feito, session, hoje, visitas } = props;
  const { inicio } = feito.entrada.ajustes;
  // Before the plan begins there is nothing to match, and a period that ends before it begins has no visit.
  const periodo = useMemo(() => ({ de: inicio, ate: hoje }), [inicio, hoje]);
  const answer = useAnswer(session, visitasRealizadas, periodo);
  return (
    <div className="visitas-parte visitas-prosa">
      <div className="ui-row">
        <h2>O que foi feito do plano</h2>
        {visitas.demonstracao ? <DemoMark /> : null}
      </div>
      <AnswerState answer={answer} rotulo="lendo as visitas registradas" altura="24rem">
        {({ rows, params }) => <Conferidas {...props} rows={rows} ate={params.ate} />}
      </AnswerState>
    </div>
  );
}

function Conferidas(props: FeitasProps & { readonly rows: readonly VisitaRealizadaLida[]; readonly ate: string }) {
  const { feito, rows, ate, nome, municipios, estado, cabecalho, visitas, mudar } = props;
  const { plano, entrada } = feito;
  const { inicio } = entrada.ajustes;
  const [tolerancia, setTolerancia] = useState(TOLERANCIA_DIAS);
  const [situacao, setSituacao] = useState<SituacaoDaVisita | typeof TODAS>(TODAS);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const linhas = useMemo(() => {
    const realizadas = rows.map(({ codigo, dia }) => ({ codigo, data: dia }));
    return linhasFeitas(conferirRealizadas(plano, inicio, realizadas, ate, tolerancia), nome, equipesDe(entrada.ajustes, nome));
  }, [plano, inicio, rows, ate, tolerancia, nome, entrada.ajustes]);
  const { regiao, porte, busca } = estado;
  const visiveis = useMemo(() => {
    const fora = foraDosFiltros(municipios, { regiao, porte, busca });
    return linhas.filter((linha) => !fora.has(linha.codigo) && (situacao === TODAS || linha.situacao === situacao));
  }, [linhas, municipios, regiao, porte, busca, situacao]);
  const colunas = useMemo(() => colunasDasFeitas(estado.metodo), [estado.metodo]);
  const n = contagens(linhas);
  const dosFiltros = filtrosEmPalavras({ regiao, porte, busca }, municipios);
  return (
    <>
      <p aria-live="polite">{fraseDasFeitas(linhas, inicio, ate)}</p>
      <p className="ui-small ui-muted">
        Uma visita registrada nos apoios conta para a viagem mais próxima do município; até {count(tolerancia, "dia", "dias")} antes ou depois da viagem
        ela vale como feita no prazo. “Sem registro” não é prova de que a visita não houve: o apoio pode não ter sido registrado ainda.
      </p>
      <div className="visitas-feitas-escolhas ui-no-print">
        <SelectField
          rotulo="Situação"
          valor={situacao}
          opcoes={[
            { valor: TODAS, rotulo: `todas (${formatNumber(linhas.length)})` },
            ...SITUACOES.filter((uma) => n[uma] > 0).map((uma) => ({ valor: uma, rotulo: `${SITUACAO_ROTULO[uma]} (${formatNumber(n[uma])})` })),
          ]}
          onMudar={setSituacao}
        />
        <RangeField
          rotulo="Tolerância em dias"
          valor={tolerancia}
          min={0}
          max={MAIOR_TOLERANCIA}
          passo={1}
          formato={(valor) => count(valor, "dia", "dias")}
          onMudar={setTolerancia}
        />
      </div>
      {dosFiltros.length === 0 ? null : (
        <p className="ui-small">
          A frase é do plano inteiro; a tabela mostra só quem passa pelos filtros ({dosFiltros.join("; ")}).
        </p>
      )}
      <DataTable
        legenda="Visitas do plano e visitas registradas"
        colunas={colunas}
        linhas={visiveis}
        chave={chave}
        ordem={ordem}
        onOrdem={setOrdem}
        selecionada={linhas.find(({ codigo }) => codigo === estado.municipio)?.chave ?? null}
        onSelecionar={({ codigo }) => {
          mudar({ municipio: codigo });
        }}
        altura="70dvh"
        nomeLinhas={["visita", "visitas", "f"]}
        vazio="Nenhuma visita com esta situação e estes filtros. Mude a situação ou retire um filtro."
      />
      <div className="ui-row ui-no-print">
        <TableCsvButton
          arquivo={`visitas-feitas-${ate}`}
          cabecalho={{
            ...cabecalho,
            titulo: "Visitas do plano e visitas registradas",
            fontes: [...cabecalho.fontes, `Apoios em uso (visitas técnicas presenciais de ${formatDate(inicio)} a ${formatDate(ate)})`],
            filtros: [
              ...cabecalho.filtros,
              ...dosFiltros,
              ...(situacao === TODAS ? [] : [`situação: ${SITUACAO_ROTULO[situacao]}`]),
              `tolerância: ${count(tolerancia, "dia", "dias")}`,
            ],
            dataReferencia: ate,
            demonstracao: cabecalho.demonstracao || visitas.demonstracao,
          }}
          colunas={COLUNAS_DAS_FEITAS_CSV}
          linhas={visiveis}
        />
      </div>
    </>
  );
}

const chave = (linha: LinhaFeita): string => linha.chave;
