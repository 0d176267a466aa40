import { useMemo } from "react";
import { count, formatNumber } from "../../../core/format.ts";
import type { Norma } from "../../../core/territorio.ts";
import type { LinhaDeInconsistencia } from "../../../data/denuncias/perguntas.ts";
import { usePergunta } from "../../../ui/denuncias/use-pergunta.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import type { ParteDeDenunciasProps } from "../parte.ts";
import {
  COLUNAS_DOS_GRUPOS,
  fraseDosProblemas,
  gruposEmTela,
  linhasDeLado,
  type GrupoEmTela,
} from "./grupos.ts";
import { LinhasDoProblema } from "./LinhasDoProblema.tsx";
import "./problemas.css";

/** Rows of a page of one kind. */
export const POR_PAGINA = 50;

/** What is wrong with the cases, counted apart and never mended silently, each with its fix. */
export default function Problemas(props: ParteDeDenunciasProps) {
  const { relogio, filtro, estado } = props;
  const { problema, pagina } = estado;
  const salto = problema === null ? 0 : (pagina - 1) * POR_PAGINA;
  const pergunta = usePergunta(relogio, "inconsistencias", {
    filtro,
    codigo: problema,
    salto,
    limite: problema === null ? 0 : POR_PAGINA,
  });
  return (
    <div className="denuncias-problemas">
      <Answered pergunta={pergunta} rotulo="conferindo os casos" altura="32rem">
        {({ grupos, total, linhas }, pede) => (
          <Conferidos {...props} grupos={grupos} total={total} linhas={linhas} codigo={pede.codigo} salto={pede.salto} />
        )}
      </Answered>
      <DeLado {...props} />
    </div>
  );
}

interface ConferidosProps extends ParteDeDenunciasProps {
  readonly grupos: Parameters<typeof gruposEmTela>[0];
  readonly total: number;
  readonly linhas: readonly LinhaDeInconsistencia[];
  /** What the rows were asked with. */
  readonly codigo: GrupoEmTela["codigo"] | null;
  readonly salto: number;
}

function Conferidos(props: ConferidosProps) {
  const { grupos, codigo, relogio, filtro, mudar, cabecalho, hoje, demonstracao, doTerritorio, norma } = props;
  const emTela = useMemo(() => gruposEmTela(grupos), [grupos]);
  const resumo = usePergunta(relogio, "resumo", { filtro });
  const regra = doTerritorio.norma === null ? null : norma(doTerritorio.norma);
  return (
    <section className="denuncias-problemas-parte" aria-labelledby="denuncias-problemas-titulo">
      <div className="ui-row">
        <h2 id="denuncias-problemas-titulo">O que conferir nos casos</h2>
        {demonstracao ? <DemoMark /> : null}
      </div>
      <Answered pergunta={resumo} rotulo="contando os casos" altura="3rem">
        {(contado) => <p className="ui-reading">{fraseDosProblemas(contado, emTela)}</p>}
      </Answered>
      {emTela.length === 0 ? null : (
        <>
          <ul className="denuncias-problemas-lista">
            {emTela.map((grupo) => {
              const isAberto = grupo.codigo === codigo;
              return (
                <li key={grupo.codigo}>
                  <span className="ui-number">{formatNumber(grupo.vezes)}</span>
                  <Grupo grupo={grupo} norma={regra} />
                  <button
                    type="button"
                    className="ui-button ui-button-quiet ui-no-print"
                    aria-expanded={isAberto}
                    onClick={() => {
                      mudar({ problema: isAberto ? null : grupo.codigo, pagina: 1 });
                    }}
                  >
                    {isAberto ? "Fechar linhas" : "Ver linhas"}
                    <span className="ui-hidden"> de: {grupo.nome}</span>
                  </button>
                  {isAberto ? (
                    <div className="denuncias-problemas-linhas">
                      <LinhasDoProblema {...props} codigo={grupo.codigo} porPagina={POR_PAGINA} />
                    </div>
                  ) : null}
                </li>
              );
            })}
          </ul>
          <div className="ui-row ui-no-print">
            <TableCsvButton
              discreto
              arquivo={`denuncias-problemas-${hoje}`}
              cabecalho={cabecalho("O que conferir nos casos de denúncia, por tipo")}
              colunas={COLUNAS_DOS_GRUPOS}
              linhas={emTela}
            >
              Baixar o resumo (CSV)
            </TableCsvButton>
          </div>
        </>
      )}
    </section>
  );
}

function Grupo({ grupo: { nome, oQueE, conserto, artigo, passos }, norma }: { readonly grupo: GrupoEmTela; readonly norma: Norma | null }) {
  return (
    <span className="denuncias-problemas-texto">
      <strong>{nome}</strong>
      <span>{oQueE}</span>
      <span>
        <strong>O que fazer:</strong> {conserto}
        <Artigo norma={norma} artigo={artigo} />
      </span>
      {passos.length === 0 ? null : (
        <ul className="denuncias-problemas-passos ui-small" aria-label={`Em que passos: ${nome}`}>
          {passos.map((passo) => (
            <li key={passo.nome}>
              {passo.nome}: {formatNumber(passo.vezes)}
              <Artigo norma={norma} artigo={artigo === null ? passo.artigo : null} />
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

function Artigo({ norma, artigo }: { readonly norma: Norma | null; readonly artigo: string | null }) {
  return norma === null || artigo === null ? null : (
    <>
      {" ("}
      <NormaLink norma={norma} artigo={artigo} />)
    </>
  );
}

/** Rows that are in no case, whatever the filters. */
function DeLado({ relogio, demonstracao }: ParteDeDenunciasProps) {
  const { carga, aviso } = relogio;
  const linhas = useMemo(() => (carga.estado === "pronto" ? linhasDeLado(carga.carga) : []), [carga]);
  if (carga.estado !== "pronto") return null;
  const { casos, eventos } = carga.carga;
  return (
    <section className="denuncias-problemas-parte" aria-labelledby="denuncias-problemas-de-lado">
      <div className="ui-row">
        <h2 id="denuncias-problemas-de-lado">Linhas que não entram em nenhum caso</h2>
        {demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-reading">
        Os arquivos inteiros, sem os filtros, têm {count(casos, "caso", "casos")} com {count(eventos, "andamento", "andamentos")}.
        {linhas.length === 0 ? " Nenhuma linha ficou de lado." : ""}
        {aviso === null ? "" : ` ${aviso}`}
      </p>
      {linhas.length === 0 ? null : (
        <ul className="denuncias-problemas-lista">
          {linhas.map(({ id, titulo, quantas, oQueE, conserto }) => (
            <li key={id}>
              <span className="ui-number">{formatNumber(quantas)}</span>
              <span className="denuncias-problemas-texto">
                <strong>{titulo}</strong>
                <span>{oQueE}</span>
                <span>
                  <strong>O que fazer:</strong> {conserto}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
