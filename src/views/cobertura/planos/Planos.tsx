import { useCallback, useMemo, useRef, useState } from "react";
import { diaDe } from "../../../core/denuncias/dia.ts";
import { registro, type Registro } from "../../../core/mescla/index.ts";
import { dividasDoEstado, filtrarPlanos, registrosDoPlano, type Plano } from "../../../core/planos/index.ts";
import { ErrorState } from "../../../ui/states/ErrorState.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import { EditarRegistro, type Edicao } from "../../../ui/trabalho/EditarRegistro.tsx";
import { listasDoPacto } from "../../../ui/trabalho/listas.ts";
import { useTrabalho } from "../../../ui/trabalho/use-trabalho.ts";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { cabecalhoDosPlanos } from "./cabecalho.ts";
import { DoMunicipio } from "./DoMunicipio.tsx";
import type { EstadoDosPlanos } from "./estado-da-parte.ts";
import { Ferramentas } from "./Ferramentas.tsx";
import { Referencia } from "./Referencia.tsx";
import { fraseDasDividas, fraseDosPlanos } from "./palavras.ts";
import type { ContextoDosPlanos } from "./contexto.ts";
import { APOIO_DE_LADO, deLadoEntre, useDividas } from "./use-dividas.ts";
import { usePlanos } from "./use-planos.ts";
import { Visao } from "./Visao.tsx";
import "./planos.css";

/** Planos de Providências and de Apoio: what was agreed to overcome each difficulty, how much is done, and what the state itself owes. */
export default function Planos(props: ParteDeCoberturaProps) {
  const { estado, mudar, session, municipios, territorio, pacto, nome, hoje, dentro, ajustes, cabecalho: daPagina } = props;
  const raiz = useRef<HTMLDivElement>(null);
  const filtro = estado.planos;
  const trabalho = useTrabalho(territorio);
  const emUso = usePlanos({ session, trabalho, municipios, hoje, fonte: filtro.fonte });
  const lidoDoApoio = useDividas(props);
  const [edicao, setEdicao] = useState<Edicao | null>(null);
  // Chosen in a list: the reader's place goes with the choice.
  const [aberto, setAberto] = useState<number | null>(null);
  const listas = useMemo(() => listasDoPacto(pacto), [pacto]);
  const filtrar = useCallback(
    (mudanca: Partial<EstadoDosPlanos>) => {
      mudar({ planos: { ...filtro, ...mudanca } });
    },
    [mudar, filtro],
  );
  const abrir = useCallback(
    (municipio: number | null) => {
      setAberto(municipio);
      filtrar({ municipio });
      if (municipio === null) raiz.current?.focus();
    },
    [filtrar],
  );
  const lugares = useMemo(() => (dentro === null ? null : new Set(dentro.map((i) => municipios[i]?.codigo ?? 0))), [dentro, municipios]);
  const { especies, origens, orgao } = filtro;
  const daqui = useMemo(() => filtrarPlanos(emUso.planos, { municipios: lugares, especies: [], origens: [], orgao: "" }), [emUso.planos, lugares]);
  const planos = useMemo(() => filtrarPlanos(daqui, { municipios: null, especies, origens, orgao }), [daqui, especies, origens, orgao]);
  const problemas = useMemo(
    () => (lugares === null ? emUso.problemas : emUso.problemas.filter(({ municipio }) => municipio === null || lugares.has(municipio))),
    [emUso.problemas, lugares],
  );
  const deLado = deLadoEntre({ ha: emUso.planos.length > 0, demonstracao: emUso.demonstracao }, { ha: lidoDoApoio.estado === "pronto", demonstracao: props.demonstracao });
  const doApoio = deLado === "apoio" ? APOIO_DE_LADO : lidoDoApoio;
  const dividas = useMemo(
    () => dividasDoEstado({ planos: deLado === "planos" ? [] : daqui, codigos: ajustes.codigos, dentro, minimo: doApoio.minimo, pedidosEmAberto: doApoio.pedidosEmAberto, hoje: diaDe(hoje) }),
    [deLado, daqui, ajustes.codigos, dentro, doApoio.minimo, doApoio.pedidosEmAberto, hoje],
  );
  const { registros, gravar } = trabalho;
  const concluir = useCallback(
    (id: string) => {
      const antes = registros.find((cada) => cada.id === id);
      if (antes === undefined) return;
      void gravar([{ antes, depois: registro(id, { ...antes.campos, conclusao: hoje }) }], "concluir a ação");
    },
    [registros, gravar, hoje],
  );
  const continuar = useCallback(
    (plano: Plano) => {
      const meus = new Map(registros.map((cada) => [cada.id, cada]));
      void gravar(
        registrosDoPlano(plano).map((depois) => ({ antes: meus.get(depois.id) ?? null, depois })),
        "continuar o plano",
      );
    },
    [registros, gravar],
  );
  const editar = useCallback(
    (id: string) => {
      const achado = registros.find((cada) => cada.id === id);
      if (achado !== undefined) setEdicao({ registro: achado });
    },
    [registros],
  );
  const comTrabalho = emUso.planos.some(({ plano }) => plano.fonte === "trabalho");
  const cabecalho = useCallback(
    (titulo: string, deDemonstracao?: boolean) => cabecalhoDosPlanos(daPagina(titulo, deDemonstracao), { filtro, nome, comTrabalho }),
    [daPagina, filtro, nome, comTrabalho],
  );
  const contexto: ContextoDosPlanos = {
    ...props,
    cabecalho,
    abrir,
    focar: aberto !== null && aberto === filtro.municipio,
    filtro,
    filtrar,
    trabalho,
    todos: emUso.planos,
    daqui,
    planos,
    problemas,
    deDemonstracao: emUso.demonstracao,
    escolha: emUso.escolha,
    dividas,
    doApoio,
    deLado,
    dividasDeDemonstracao: (emUso.demonstracao && deLado !== "planos") || (props.demonstracao && doApoio.estado === "pronto"),
    onNovo: setEdicao,
    onEditar: editar,
    onConcluir: concluir,
    onContinuar: emUso.demonstracao ? null : continuar,
  };
  const isPronto = emUso.carga.estado === "pronto";
  return (
    <div ref={raiz} className="planos" tabIndex={-1}>
      <FraseDaParte demonstracao={emUso.demonstracao || contexto.dividasDeDemonstracao}>
        {!isPronto
          ? emUso.carga.estado === "erro"
            ? "Os planos não puderam ser lidos."
            : "Lendo os planos…"
          : filtro.municipio === null
            ? `${fraseDosPlanos(planos, null)}${doApoio.estado === "pronto" ? ` ${fraseDasDividas(dividas, true)}` : ""}`
            : fraseDosPlanos(
                planos.filter(({ plano }) => plano.municipio === filtro.municipio),
                nome(filtro.municipio),
              )}
      </FraseDaParte>
      <Ferramentas {...contexto} />
      {emUso.carga.estado === "erro" ? (
        <ErrorState
          titulo="Os planos não puderam ser lidos"
          mensagem={emUso.carga.erro.message}
          conserto={emUso.carga.erro.whatToDo}
          detalhe={emUso.carga.erro.detail}
          onTentarDeNovo={emUso.carga.tentarDeNovo}
        />
      ) : emUso.carga.estado === "carregando" ? (
        <Loading rotulo="lendo os planos" altura="40rem" />
      ) : filtro.municipio === null ? (
        <Visao {...contexto} />
      ) : (
        <DoMunicipio key={filtro.municipio} {...contexto} codigo={filtro.municipio} />
      )}
      <Referencia {...contexto} />
      <EditarRegistro
        trabalho={trabalho}
        edicao={edicao}
        municipios={municipios}
        nome={nome}
        listas={listas}
        hoje={hoje}
        onFechar={(gravado: Registro | null) => {
          setEdicao(null);
          if (gravado?.tipo === "plano" && typeof gravado.campos["municipio"] === "number") filtrar({ municipio: gravado.campos["municipio"], fonte: null });
        }}
      />
    </div>
  );
}
