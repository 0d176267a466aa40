import { memo, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { montarPainel } from "../../../core/servicos/index.ts";
import { linhaDeServico, servicosLinhas } from "../../../data/queries/servicos-linhas.ts";
import type { ExtractSummary } from "../../../data/snapshot/snapshot.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { useAnswer } from "../../../ui/use-answer.ts";
import { useGrowing } from "../../../ui/use-growing.ts";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { Baixar } from "./Baixar.tsx";
import { Controles } from "./Controles.tsx";
import { filtrosEmPalavras, fontesDe, LEI_DO_PAINEL, type Contexto } from "./contexto.ts";
import { emTurno } from "./em-turno.tsx";
import { EntreAnos } from "./EntreAnos.tsx";
import { EntreMunicipios } from "./EntreMunicipios.tsx";
import type { EstadoDosServicos } from "./estado-da-parte.ts";
import { Faltas } from "./Faltas.tsx";
import { Funil } from "./Funil.tsx";
import { fraseDosServicos } from "./palavras.ts";
import { PorServico } from "./PorServico.tsx";
import { linhasPorServico } from "./por-servico.ts";
import { Problemas } from "./Problemas.tsx";
import { recorteDe } from "./recorte.ts";
import "./servicos.css";

const NADA: Record<string, never> = {};

const OsControles = memo(Controles);
const OsServicos = emTurno(PorServico);
const OsMunicipios = emTurno(EntreMunicipios);
const OFunil = emTurno(Funil);
const OsAnos = emTurno(EntreAnos);
const AsFaltas = emTurno(Faltas);
const OsProblemas = emTurno(Problemas);
const OArquivo = memo(Baixar);

/** Sections under the fields. */
const SECOES = 7;

/** Do the services perform? What each municipality told of each service and year, in a form that lets them be compared. */
export default function Servicos(props: ParteDeCoberturaProps) {
  const { session, norma, territorio } = props;
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const extrato = extratos.find(({ id, linhas }) => id === "servicos" && linhas > 0);
  const answer = useAnswer(session, servicosLinhas, NADA, { enabled: extrato !== undefined });
  const lei = norma(LEI_DO_PAINEL.norma);
  return (
    <div className="cobertura-servicos">
      <p className="ui-small ui-muted ui-reading">
        O painel tem o que pede {lei === null ? "a Lei 664/2025 de Anajatuba (MA), art. 20" : <>a <NormaLink norma={lei} artigo={LEI_DO_PAINEL.artigo} /></>}: por serviço,
        solicitações em andamento e concluídas no ano, tempo e satisfação, de modo que se comparem entes. É lei de um município do Maranhão: não vale em{" "}
        {territorio.nome}, e aqui serve de referência.
      </p>
      {extrato === undefined ? (
        <>
          <FraseDaParte demonstracao={false}>Nenhum registro de desempenho dos serviços carregado.</FraseDaParte>
          <Empty mensagem="Carregue a planilha de serviços para ver o painel." acao={<a href="#/dados">Ir para a página de dados</a>} />
        </>
      ) : (
        <AnswerState answer={answer} rotulo="lendo o desempenho dos serviços" altura="60rem">
          {({ rows }) => <Painel {...props} rows={rows} extrato={extrato} />}
        </AnswerState>
      )}
    </div>
  );
}

interface PainelProps extends ParteDeCoberturaProps {
  readonly rows: readonly Parameters<typeof linhaDeServico>[0][];
  readonly extrato: ExtractSummary;
}

function Painel(props: PainelProps) {
  const { rows, extrato, municipios, mesh, topologyUrl, dentro, hoje, territorio, nome, norma, nomesRegioes, mudar: mudarEndereco } = props;
  const { servicos: estado, regioes, portes } = props.estado;
  const anoDeHoje = Number(hoje.slice(0, 4));
  const painel = useMemo(() => montarPainel(rows.map(linhaDeServico), anoDeHoje), [rows, anoDeHoje]);
  const aVista = useMemo(() => (dentro === null ? municipios : dentro.flatMap((i) => municipios[i] ?? [])), [dentro, municipios]);
  const { servico, ano, contra, cem, medida, grupo } = estado;
  const recorte = useMemo(
    () => recorteDe(painel, { servico, ano, contra, cem }, { codigos: aVista.map(({ codigo }) => codigo), anoDeHoje }),
    [painel, servico, ano, contra, cem, aVista, anoDeHoje],
  );
  const atual = useRef(estado);
  useEffect(() => {
    atual.current = estado;
  });
  // Stable, so that a section is drawn again only when what it shows changes.
  const mudar = useCallback(
    (mudanca: Partial<EstadoDosServicos>) => {
      mudarEndereco({ servicos: { ...atual.current, ...mudanca } });
    },
    [mudarEndereco],
  );
  const contexto = useMemo<Contexto>(() => {
    const filtros = filtrosEmPalavras({ regioes, portes }, nomesRegioes, recorte);
    const { demonstracao } = extrato;
    return {
      territorio,
      municipios,
      mesh,
      topologyUrl,
      nome,
      norma,
      hoje,
      recorte,
      mudar,
      extrato,
      filtros,
      cabecalho: (titulo) => ({ titulo, fontes: fontesDe(extrato, recorte), filtros, dataReferencia: hoje, demonstracao }),
    };
  }, [territorio, municipios, mesh, topologyUrl, nome, norma, hoje, recorte, mudar, extrato, regioes, portes, nomesRegioes]);
  const linhas = useMemo(() => linhasPorServico(recorte), [recorte]);
  const secoes = useGrowing(SECOES, 1, 1);
  return (
    <>
      <FraseDaParte demonstracao={extrato.demonstracao}>{fraseDosServicos(recorte)}</FraseDaParte>
      <OsControles contexto={contexto} />
      <OsServicos contexto={contexto} linhas={linhas} />
      {secoes < 2 ? null : <OsMunicipios contexto={contexto} servico={recorte.servico} aVista={aVista} medida={medida} grupo={grupo} />}
      {secoes < 3 ? null : <OFunil contexto={contexto} servico={recorte.servico} />}
      {secoes < 4 ? null : <OsAnos contexto={contexto} linhas={linhas} />}
      {secoes < 5 ? null : <AsFaltas contexto={contexto} linhas={linhas} />}
      {secoes < 6 ? null : <OsProblemas contexto={contexto} />}
      {secoes < SECOES ? null : <OArquivo contexto={contexto} />}
    </>
  );
}
