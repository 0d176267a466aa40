import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { CivilDate } from "../../core/civil-date.ts";
import { CAMPOS, isIgual, novoId, type Registro, retirar, type TipoDeRegistro, type Valor } from "../../core/mescla/index.ts";
import type { Municipio } from "../../core/municipio.ts";
import { CloseButton } from "../panel/CloseButton.tsx";
import { useModal } from "../panel/use-modal.ts";
import { Campo, type OpcoesDosCampos } from "./Campo.tsx";
import { diaDoTrabalho } from "./dia-do-trabalho.ts";
import { type ErroDoRascunho, lerRascunho, type Rascunho, rascunhoDe } from "./rascunho.ts";
import { type ListasDosCampos, TIPO_ROTULO } from "./titulos.ts";
import { useAvisoAoSair } from "./use-aviso-ao-sair.ts";
import type { TrabalhoEmUso } from "./use-trabalho.ts";
import "../panel/panel.css";
import "./trabalho.css";

/** A kept record, or a new one of a kind with what is already known of it. */
export type Edicao =
  | { readonly registro: Registro }
  | { readonly novo: TipoDeRegistro; readonly campos?: Readonly<Record<string, Valor>> };

export interface EditarRegistroProps {
  readonly trabalho: TrabalhoEmUso;
  /** What is edited; null is closed. Give the same object while it is the same edit. */
  readonly edicao: Edicao | null;
  readonly municipios: readonly Municipio[];
  readonly nome: (codigo: number) => string;
  /** Entries of the coded fields; `listasDoPacto(pacto)`. */
  readonly listas: ListasDosCampos;
  /** The page's today; a conclusion after it and after the reader's own day does not stand. */
  readonly hoje: CivilDate;
  /** Closed, with the record as it was kept (or left on this page); null when nothing changed, or it was taken out. */
  readonly onFechar: (gravado: Registro | null) => void;
}

/** The form of one record, in a drawer: what is wrong is said in words, and nothing written is lost by closing by mistake. */
export function EditarRegistro(props: EditarRegistroProps) {
  const { edicao, onFechar } = props;
  const id = useId();
  const dialog = useModal(edicao !== null);
  const sujo = useRef(false);
  const [perguntando, setPerguntando] = useState(false);
  const fechar = (gravado: Registro | null): void => {
    sujo.current = false;
    setPerguntando(false);
    onFechar(gravado);
  };
  const pedirParaFechar = (): void => {
    if (sujo.current) setPerguntando(true);
    else fechar(null);
  };
  return (
    <dialog
      ref={dialog}
      className="panel-drawer panel-drawer-direita"
      aria-labelledby={id}
      onCancel={(event) => {
        if (!sujo.current) return;
        event.preventDefault();
        setPerguntando(true);
      }}
      onClose={() => {
        if (edicao !== null) fechar(null);
      }}
      onClick={(event) => {
        if (event.target === dialog.current) pedirParaFechar();
      }}
    >
      {edicao === null ? null : (
        <div className="panel-content">
          <header className="panel-head">
            <h2 id={id}>{tituloDe(edicao)}</h2>
            <CloseButton onFechar={pedirParaFechar} />
          </header>
          <Formulario
            {...props}
            edicao={edicao}
            perguntando={perguntando}
            onSujo={(isSujo) => {
              sujo.current = isSujo;
              if (!isSujo) setPerguntando(false);
            }}
            onContinuar={() => {
              setPerguntando(false);
            }}
            onFechar={fechar}
          />
        </div>
      )}
    </dialog>
  );
}

function tituloDe(edicao: Edicao): string {
  if ("registro" in edicao) return `Editar ${TIPO_ROTULO[edicao.registro.tipo].um}`;
  const { um, artigo } = TIPO_ROTULO[edicao.novo];
  return `${artigo === "a" ? "Nova" : "Novo"} ${um}`;
}

interface FormularioProps extends EditarRegistroProps {
  readonly edicao: Edicao;
  /** Closing was asked for with something unwritten. */
  readonly perguntando: boolean;
  readonly onSujo: (isSujo: boolean) => void;
  readonly onContinuar: () => void;
}

function Formulario({ trabalho, edicao, municipios, nome, listas, hoje, perguntando, onSujo, onContinuar, onFechar }: FormularioProps) {
  const existente = "registro" in edicao ? edicao.registro : null;
  const tipo = "registro" in edicao ? edicao.registro.tipo : edicao.novo;
  const [{ id, inicial }] = useState(() => ({
    id: existente?.id ?? novoId(tipo, crypto.getRandomValues(new Uint8Array(16))),
    inicial: rascunhoDe(tipo, "registro" in edicao ? edicao.registro.campos : (edicao.campos ?? {})),
  }));
  const [rascunho, setRascunho] = useState<Rascunho>(inicial);
  const [erros, setErros] = useState<readonly ErroDoRascunho[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const { registros } = trabalho;
  const opcoes = useMemo<OpcoesDosCampos>(() => {
    const porId = new Map(registros.map((cada) => [cada.id, cada]));
    return { municipios, nome, listas, trabalho, registro: (outro) => porId.get(outro) ?? null };
  }, [municipios, nome, listas, trabalho, registros]);
  const isSujo = Object.keys(rascunho).some((campo) => rascunho[campo] !== inicial[campo]);
  useEffect(() => {
    onSujo(isSujo);
  });
  useAvisoAoSair(isSujo);
  const [tentativas, setTentativas] = useState(0);
  useEffect(() => {
    // The first field with something wrong; the sentence above the form has said how many.
    if (tentativas > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tentativas]);
  useEffect(() => {
    if (perguntando) form.current?.querySelector<HTMLElement>(".trabalho-pergunta button")?.focus();
  }, [perguntando]);

  const mudar = useCallback((campo: string, valor: string): void => {
    setRascunho((antes) => ({ ...antes, [campo]: valor }));
    // What was wrong is being put right: it is checked again when kept.
    setErros((antes) => (antes.some((erro) => erro.campo === campo) ? antes.filter((erro) => erro.campo !== campo) : antes));
  }, []);
  const guardar = (): void => {
    const lido = lerRascunho(id, rascunho, registros, diaDoTrabalho(hoje));
    if ("erros" in lido) {
      setErros(lido.erros);
      setTentativas(tentativas + 1);
      onContinuar();
      return;
    }
    onFechar(lido.registro);
    if (isIgual(existente, lido.registro)) return;
    const { um, artigo } = TIPO_ROTULO[tipo];
    void trabalho.gravar([{ antes: existente, depois: lido.registro }], `${existente === null ? "criar" : "editar"} ${artigo} ${um}`);
  };
  const apagar = (alvo: Registro): void => {
    const { um, artigo } = TIPO_ROTULO[tipo];
    onFechar(null);
    void trabalho.gravar(retirar(alvo, registros), `apagar ${artigo} ${um}`);
  };
  const doRegistro = erros.find(({ campo }) => campo === null)?.mensagem ?? null;
  return (
    <form
      ref={form}
      className="panel-body trabalho-formulario"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        guardar();
      }}
    >
      <p className="ui-small ui-muted">Fica só neste navegador, e vai no arquivo que você exportar.</p>
      {erros.length === 0 ? null : (
        <p className="trabalho-erro" role="alert">
          {doRegistro ?? (erros.length === 1 ? "Falta corrigir um campo." : `Falta corrigir ${erros.length} campos.`)}
        </p>
      )}
      {Object.keys(CAMPOS[tipo]).map((campo) => (
        <Campo
          key={campo}
          tipo={tipo}
          nome={campo}
          valor={rascunho[campo] ?? ""}
          erro={erros.find((erro) => erro.campo === campo)?.mensagem ?? null}
          opcoes={opcoes}
          onMudar={mudar}
        />
      ))}
      {perguntando ? (
        <div className="trabalho-pergunta" role="alert">
          <p>O que você escreveu ainda não foi guardado.</p>
          <div className="ui-row">
            <button type="submit" className="ui-button ui-button-primary">
              Guardar
            </button>
            <button type="button" className="ui-button" onClick={onContinuar}>
              Continuar editando
            </button>
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                onFechar(null);
              }}
            >
              Fechar sem guardar
            </button>
          </div>
        </div>
      ) : (
        <div className="ui-row trabalho-botoes">
          <button type="submit" className="ui-button ui-button-primary">
            Guardar
          </button>
          {existente === null ? null : <Apagar registro={existente} registros={registros} onApagar={apagar} />}
        </div>
      )}
    </form>
  );
}

function Apagar({ registro, registros, onApagar }: { readonly registro: Registro; readonly registros: readonly Registro[]; readonly onApagar: (registro: Registro) => void }) {
  const acoes = retirar(registro, registros).filter(({ depois }) => depois.removido).length - 1;
  return (
    <button
      type="button"
      className="ui-button"
      onClick={() => {
        onApagar(registro);
      }}
    >
      Apagar{acoes === 0 ? "" : ` com ${acoes === 1 ? "1 ação" : `${acoes} ações`}`}
    </button>
  );
}
