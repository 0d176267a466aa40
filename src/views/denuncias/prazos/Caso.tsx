import { useMemo, useSyncExternalStore, type ReactNode } from "react";
import { artigoDaInconsistencia, INCONSISTENCIA_TEXTO } from "../../../core/denuncias/inconsistencias.ts";
import type { Prazo } from "../../../core/denuncias/prazos.ts";
import { count, formatDate } from "../../../core/format.ts";
import { MOTIVO_ARQUIVAMENTO_ROTULO, SITUACAO_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import type { CasoInteiro, EventoDoCaso, Perguntas, PrazoDoCaso } from "../../../data/denuncias/perguntas.ts";
import { gatilhosDaAba } from "../../../data/metodo/gatilhos.ts";
import { ComQuemFalar } from "../../../ui/apoio/ComQuemFalar.tsx";
import { usePergunta } from "../../../ui/denuncias/use-pergunta.ts";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { Drawer } from "../../../ui/panel/Drawer.tsx";
import { SidePanel } from "../../../ui/panel/SidePanel.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { useWide } from "../../../ui/use-wide.ts";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { DESFECHO_ROTULO, ESPERA_ROTULO, ESTADO_ROTULO, PASSO_ROTULO, superintendenciaEmPalavras } from "../rotulos.ts";
import { MarcaDoPrazo } from "./Marca.tsx";
import { estadoEmPalavras, faltamEmPalavras, tamanhoDoPrazo, vencimentosDe, vencimentosEmPalavras } from "./vencimento.ts";

interface CasoProps extends ParteDeDenunciasProps {
  readonly protocolo: string;
  readonly onFechar: () => void;
}

const USO_INTERNO = "Uso interno: o protocolo não vai para o endereço nem para o público.";

/** One case: where it stands, its terms, what happened when, and what is wrong with it. Beside the queue, or over it on small screens. */
export function Caso(props: CasoProps) {
  const { relogio, protocolo, onFechar } = props;
  const pede = useMemo<Perguntas["caso"]["pede"]>(() => ({ protocolo }), [protocolo]);
  const pergunta = usePergunta(relogio, "caso", pede);
  const isWide = useWide();
  const corpo = (
    <Answered pergunta={pergunta} rotulo="buscando o caso" altura="24rem">
      {(caso) => (caso === null ? <Empty mensagem="O protocolo não está mais nos dados em uso: feche o painel e escolha outro." /> : <Partes {...props} caso={caso} />)}
    </Answered>
  );
  return isWide ? (
    <SidePanel titulo={protocolo} subtitulo={USO_INTERNO} onFechar={onFechar}>
      {corpo}
    </SidePanel>
  ) : (
    <Drawer aberto titulo={protocolo} onFechar={onFechar} lado="direita">
      <p className="ui-small ui-muted">{USO_INTERNO}</p>
      {corpo}
    </Drawer>
  );
}

interface PartesProps extends CasoProps {
  readonly caso: CasoInteiro;
}

function Partes(props: PartesProps) {
  const { caso, nome, doTerritorio, territorio, lerPacto, demonstracao } = props;
  const unidade =
    caso.superintendencia === null
      ? "ainda sem superintendência"
      : `${superintendenciaEmPalavras(caso.superintendencia, doTerritorio)}${caso.distribuida ? "" : ", pelo tema (ainda não distribuída)"}`;
  return (
    <div className="denuncias-caso">
      <Parte titulo="Onde está">
        {demonstracao ? <DemoMark /> : null}
        <p>
          <strong>{ESTADO_ROTULO[caso.estado]}</strong>. Espera por: {ESPERA_ROTULO[caso.espera]}.
        </p>
        <p>
          {nome(caso.municipio)} · {TEMA_DENUNCIA_ROTULO[caso.tema]} · {unidade}.
        </p>
        <p className="ui-small ui-muted">
          {caso.registro === null ? "Sem data de registro" : `Registrada em ${formatDate(caso.registro)}`}; o arquivo a declara “
          {SITUACAO_ROTULO[caso.situacaoDeclarada]}”.
          {caso.principal === null ? "" : ` Apensada a ${caso.principal}: os prazos são os do caso principal.`}
          {caso.apensadas === 0 ? "" : ` ${count(caso.apensadas, "denúncia apensada conta", "denúncias apensadas contam", "f")} por este caso.`}
        </p>
      </Parte>
      <Prazos {...props} />
      <ComQuemFalar lerPacto={lerPacto} normas={territorio.normas} tema={TEMA_DENUNCIA_ROTULO[caso.tema]} />
      <Parte titulo="O que aconteceu">
        {caso.eventos.length === 0 ? (
          <p>Nenhum passo registrado.</p>
        ) : (
          <ol className="denuncias-linha-do-tempo">
            {caso.eventos.map((evento, i) => (
              <li key={`${i} ${evento.passo} ${evento.dia}`}>
                {evento.dia === null ? <span className="ui-absence">sem data</span> : <time dateTime={evento.dia}>{formatDate(evento.dia)}</time>}
                <span>{eventoEmPalavras(evento, props)}</span>
              </li>
            ))}
          </ol>
        )}
      </Parte>
      <Problemas {...props} />
      <ExigirVisita {...props} />
    </div>
  );
}

function Parte({ titulo, children }: { readonly titulo: string; readonly children: ReactNode }) {
  return (
    <section className="denuncias-caso-parte" aria-label={titulo}>
      <h3>{titulo}</h3>
      {children}
    </section>
  );
}

function eventoEmPalavras({ passo, desfecho, motivo, superintendencia, daLinha }: EventoDoCaso, { doTerritorio }: Pick<PartesProps, "doTerritorio">): string {
  const motivos: Readonly<Record<string, string>> = MOTIVO_ARQUIVAMENTO_ROTULO;
  const detalhe =
    desfecho !== null
      ? `: ${DESFECHO_ROTULO[desfecho].toLowerCase()}`
      : motivo !== null
        ? `: ${(motivos[motivo] ?? motivo).toLowerCase()}`
        : superintendencia !== null
          ? `: ${superintendenciaEmPalavras(superintendencia, doTerritorio)}`
          : "";
  return `${PASSO_ROTULO[passo]}${detalhe}${daLinha ? " (da linha da denúncia)" : ""}`;
}

function Prazos({ caso, doTerritorio, norma, ajustes }: PartesProps) {
  const correm = caso.prazos.flatMap((prazo) => {
    const definicao = doTerritorio.prazos.find(({ id }) => id === prazo.prazo);
    return definicao === undefined || prazo.estado === "nao-se-aplica" ? [] : [{ prazo, definicao }];
  });
  return (
    <Parte titulo="Prazos">
      {correm.length === 0 ? (
        <p>Nenhum prazo começou neste caso.</p>
      ) : (
        <ul>
          {correm.map(({ prazo, definicao }) => {
            const citada = norma(definicao.norma);
            return (
              <li key={prazo.prazo} className="denuncias-prazo-do-caso">
                <strong>{definicao.nome}</strong>
                <MarcaDoPrazo estado={prazo.estado}>{estadoEmPalavras(prazo)}</MarcaDoPrazo>
                <span>{datasEmPalavras(prazo, definicao, ajustes.regra)}</span>
                <span className="ui-small">
                  {tamanhoDoPrazo(definicao)}; {citada === null ? definicao.artigo : <NormaLink norma={citada} artigo={definicao.artigo} />}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Parte>
  );
}

function datasEmPalavras(prazo: PrazoDoCaso, definicao: Prazo, regra: PartesProps["ajustes"]["regra"]): string {
  const vence = vencimentosEmPalavras(vencimentosDe(prazo, definicao, regra));
  const partes = [
    ...(prazo.inicio === null ? [] : [`começou em ${formatDate(prazo.inicio)}`]),
    ...(vence === "" ? [] : [`prazo até ${vence}`]),
    ...(prazo.cumprimento === null ? [] : [`cumprido em ${formatDate(prazo.cumprimento)}`]),
    ...(prazo.faltam === null ? [] : [faltamEmPalavras(prazo.faltam)]),
  ];
  return partes.join("; ");
}

function Problemas({ caso, doTerritorio, norma }: PartesProps) {
  const citada = doTerritorio.norma === null ? null : norma(doTerritorio.norma);
  return (
    <Parte titulo={`A conferir: ${count(caso.problemas.length, "inconsistência", "inconsistências", "f")}`}>
      {caso.problemas.length === 0 ? null : (
        <ul>
          {caso.problemas.map(({ codigo, passo }, i) => {
            const { nome, oQueE, conserto } = INCONSISTENCIA_TEXTO[codigo];
            const artigo = artigoDaInconsistencia(codigo, passo);
            return (
              <li key={`${i} ${codigo} ${passo}`} className="denuncias-prazo-do-caso">
                <strong>
                  {nome}
                  {passo === null ? "" : `: ${PASSO_ROTULO[passo].toLowerCase()}`}
                </strong>
                <span>{oQueE}</span>
                <span>
                  <strong>O que fazer:</strong> {conserto}
                </span>
                {artigo === null ? null : (
                  <span className="ui-small">{citada === null ? artigo : <NormaLink norma={citada} artigo={artigo} />}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Parte>
  );
}

const MOTIVO = "denúncia em apuração";

/** Adds the municipality to the visits that something requires, in this tab only, and takes it back. */
function ExigirVisita({ caso, nome }: PartesProps) {
  const exigidas = useSyncExternalStore(gatilhosDaAba.subscribe, gatilhosDaAba.ler);
  const gatilho = { codigo: caso.municipio, motivo: MOTIVO };
  const isExigida = exigidas.some(({ codigo, motivo }) => codigo === gatilho.codigo && motivo === gatilho.motivo);
  return (
    <Parte titulo="Visita">
      <p className="ui-small ui-muted">
        A exigência fica só na memória desta aba e não diz o protocolo. A lista publicada não a mostra: ela poderia expor quem denunciou.
      </p>
      <button
        type="button"
        className="ui-button"
        onClick={() => {
          if (isExigida) gatilhosDaAba.retirar(gatilho);
          else gatilhosDaAba.exigir(gatilho);
        }}
      >
        {isExigida ? `Retirar a exigência de visita a ${nome(caso.municipio)}` : `Exigir visita a ${nome(caso.municipio)}`}
      </button>
      <p role="status" className="ui-small">
        {isExigida ? (
          <>
            Visita a {nome(caso.municipio)} exigida nesta aba, com o motivo “{MOTIVO}”. <a href="#/prioridades?parte=ciclo">Ver em Prioridades</a>
          </>
        ) : null}
      </p>
    </Parte>
  );
}
