import { useEffect, useId, useMemo, useRef, useState } from "react";
import { capitalize, count, joinPt } from "../../../core/format.ts";
import { CAMPOS, type Escolha, valorDe } from "../../../core/mescla/index.ts";
import type { Palavras } from "../../../data/trabalho/palavras.ts";
import type { Chegada, Pagina, PreviaDaImportacao, RegistroEmConflito } from "../../../data/trabalho/previa.ts";
import { Conflitos } from "../../../ui/trabalho/Conflitos.tsx";
import { municipioDoRegistro, type NomesDosRegistros, TIPO_ROTULO, tituloDoRegistro, valorEmPalavras } from "../../../ui/trabalho/titulos.ts";
import type { TrocaEmUso } from "./use-troca.ts";

const LADOS = { meu: "neste navegador", deles: "no arquivo" } as const;
const POR_PAGINA = 20;

interface PreviaProps {
  readonly arquivo: string;
  readonly previa: PreviaDaImportacao;
  readonly avisos: readonly Palavras[];
  readonly troca: TrocaEmUso;
  readonly nomes: NomesDosRegistros;
}

/** What a file would change, before it does: what comes in, what goes, and what is to be decided. */
export function Previa({ arquivo, previa, avisos, troca, nomes }: PreviaProps) {
  const id = useId();
  const titulo = useRef<HTMLHeadingElement>(null);
  const [escolhas, setEscolhas] = useState<ReadonlyMap<string, Escolha>>(new Map());
  const [resto, setResto] = useState<"meu" | "deles" | null>(null);
  const faltam = resto === null ? previa.conflitos - escolhas.size : 0;
  useEffect(() => {
    titulo.current?.focus();
  }, []);
  const escolherTudo = (lado: "meu" | "deles"): void => {
    setEscolhas(new Map());
    setResto(lado);
  };
  const nadaMuda = previa.chegam === 0 && previa.conflitos === 0;
  return (
    <section className="trabalho-previa" aria-labelledby={id}>
      <h3 id={id} ref={titulo} tabIndex={-1}>
        O que {arquivo} traz
      </h3>
      <p className="ui-reading">{emFrase(previa)}</p>
      {avisos.map(({ motivo, conserto }) => (
        <p key={motivo} className="trabalho-aviso">
          {motivo} {conserto}
        </p>
      ))}
      {previa.chegam === 0 ? null : <Chegadas troca={troca} nomes={nomes} />}
      {previa.conflitos === 0 ? null : (
        <section className="trabalho-decidir" aria-label="Mudado nos dois">
          <h4>Mudado nos dois: {count(previa.conflitos, "escolha", "escolhas", "f")} a fazer</h4>
          <div className="ui-row">
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                escolherTudo("meu");
              }}
            >
              Ficar com tudo deste navegador
            </button>
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                escolherTudo("deles");
              }}
            >
              Ficar com tudo do arquivo
            </button>
          </div>
          <EmConflito
            troca={troca}
            nomes={nomes}
            temBase={previa.temBase}
            escolha={(chave) => escolhas.get(chave) ?? resto}
            onEscolher={(chave, lado) => {
              setEscolhas(new Map(escolhas).set(chave, lado));
            }}
          />
        </section>
      )}
      <div className="ui-row">
        <button
          type="button"
          className="ui-button ui-button-primary"
          disabled={faltam > 0}
          onClick={() => {
            troca.concluir(escolhas, resto);
          }}
        >
          {nadaMuda ? "Concluir" : "Trazer para cá"}
        </button>
        <button type="button" className="ui-button" onClick={troca.largar}>
          Não trazer
        </button>
        <span role="status" className="ui-small">
          {previa.conflitos === 0 ? "" : faltam === 0 ? "Tudo escolhido." : `${faltam === 1 ? "Falta" : "Faltam"} ${count(faltam, "escolha", "escolhas", "f")}.`}
        </span>
      </div>
    </section>
  );
}

/** The preview in words: what is in the file, what it does here, and how it was compared. */
export function emFrase({ noArquivo, temBase, deles, chegam, conflitos, registrosEmConflito }: PreviaDaImportacao): string {
  const mudou = [
    deles.novos === 0 ? null : count(deles.novos, "registro novo", "registros novos"),
    deles.mudados === 0 ? null : count(deles.mudados, "mudado", "mudados"),
    deles.removidos === 0 ? null : count(deles.removidos, "apagado", "apagados"),
  ].filter((parte) => parte !== null);
  const comparado = temBase
    ? `Desde a última versão que os dois têm, o arquivo traz ${mudou.length === 0 ? "nenhuma mudança" : joinPt(mudou)}.`
    : "Não há versão anterior em comum: tudo que os dois têm e é diferente precisa de escolha.";
  const aqui =
    chegam === 0 && conflitos === 0
      ? "Nada muda aqui."
      : `${chegam === 0 ? "Nada entra" : `${chegam === 1 ? "Entra ou muda" : "Entram ou mudam"} ${count(chegam, "registro", "registros")}`} sem perguntas; ${
          conflitos === 0 ? "nada precisa de escolha." : `${count(registrosEmConflito, "registro precisa", "registros precisam")} de escolha, em ${count(conflitos, "campo", "campos")}.`
        }`;
  return `O arquivo tem ${count(noArquivo, "registro", "registros")}. ${comparado} ${aqui} Nada do que só você mudou se perde.`;
}

type Lista = Pick<PreviaProps, "troca" | "nomes">;

/** Rows of the worker's list, a page at a time. */
function usePagina<T>(pedir: (de: number, quantos: number) => Promise<Pagina<T>>): { readonly pagina: Pagina<T> | null; readonly de: number; readonly ir: (de: number) => void } {
  const [pagina, setPagina] = useState<Pagina<T> | null>(null);
  const [de, setDe] = useState(0);
  const pedido = useRef(pedir);
  useEffect(() => {
    let isAtual = true;
    pedido.current(de, POR_PAGINA).then(
      (lida) => {
        if (isAtual) setPagina(lida);
      },
      (error: unknown) => {
        console.error("the page of an import could not be read", error);
      },
    );
    return () => {
      isAtual = false;
    };
  }, [de]);
  return { pagina, de, ir: setDe };
}

function Paginas({ de, total, ir }: { readonly de: number; readonly total: number; readonly ir: (de: number) => void }) {
  if (total <= POR_PAGINA) return null;
  return (
    <div className="ui-row">
      <button type="button" className="ui-button ui-button-quiet" disabled={de === 0} onClick={() => { ir(de - POR_PAGINA); }}>
        Anteriores
      </button>
      <span className="ui-small" role="status">
        {de + 1} a {Math.min(total, de + POR_PAGINA)} de {total.toLocaleString("pt-BR")}
      </span>
      <button type="button" className="ui-button ui-button-quiet" disabled={de + POR_PAGINA >= total} onClick={() => { ir(de + POR_PAGINA); }}>
        Seguintes
      </button>
    </div>
  );
}

/** Names that know the records of the file too. */
function useNomes(nomes: NomesDosRegistros, pagina: Pagina<unknown> | null): NomesDosRegistros {
  return useMemo(() => {
    const ligados = new Map((pagina?.ligados ?? []).map((cada) => [cada.id, cada]));
    return { ...nomes, registro: (id) => ligados.get(id) ?? nomes.registro(id) };
  }, [nomes, pagina]);
}

function Chegadas({ troca, nomes }: Lista) {
  const { pagina, de, ir } = usePagina<Chegada>(troca.cliente.verChegadas);
  const comEles = useNomes(nomes, pagina);
  if (pagina === null) return null;
  return (
    <details className="trabalho-chegadas">
      <summary>O que entra ou muda ({pagina.total.toLocaleString("pt-BR")})</summary>
      <ul>
        {pagina.itens.map((chegada) => (
          <li key={chegada.depois.id}>{chegadaEmPalavras(chegada, comEles)}</li>
        ))}
      </ul>
      <Paginas de={de} total={pagina.total} ir={ir} />
    </details>
  );
}

/** "Entra: ação de Alfa: Contratar equipe.", with what changes in one that was here. */
export function chegadaEmPalavras({ antes, depois, campos }: Chegada, nomes: NomesDosRegistros): string {
  const mostrado = depois.removido && antes !== null ? antes : depois;
  const { um, artigo } = TIPO_ROTULO[depois.tipo];
  if (mostrado.removido) return `${capitalize(um)} que não estava aqui foi apagad${artigo} no arquivo.`;
  const municipio = municipioDoRegistro(mostrado, nomes);
  const qual = `${um}${municipio === null ? "" : ` de ${nomes.nome(municipio)}`}: ${tituloDoRegistro(mostrado, nomes)}`;
  if (depois.removido) return `Sai ${qual}`;
  if (antes === null || antes.removido) return `Entra ${qual}`;
  const valor = (de: typeof depois, campo: string): string => valorEmPalavras(de.tipo, campo, valorDe(de, campo), nomes) || "em branco";
  return `Muda ${qual} (${joinPt(campos.map((campo) => `${CAMPOS[depois.tipo][campo]?.rotulo ?? campo}: ${valor(antes, campo)} → ${valor(depois, campo)}`))})`;
}

interface EmConflitoProps extends Lista {
  readonly temBase: boolean;
  readonly escolha: (chave: string) => Escolha | null;
  readonly onEscolher: (chave: string, lado: "meu" | "deles") => void;
}

function EmConflito({ troca, nomes, temBase, escolha, onEscolher }: EmConflitoProps) {
  const { pagina, de, ir } = usePagina<RegistroEmConflito>(troca.cliente.verConflitos);
  const comEles = useNomes(nomes, pagina);
  if (pagina === null) return null;
  return (
    <>
      <Conflitos grupos={pagina.itens} nomes={comEles} lados={LADOS} temBase={temBase} escolha={escolha} onEscolher={onEscolher} />
      <Paginas de={de} total={pagina.total} ir={ir} />
    </>
  );
}
