import type { ReactNode } from "react";
import { formatDate, formatNumber } from "../../../core/format.ts";
import type { Metodo } from "../../../core/metodo/method.ts";
import { AGREGACAO_ROTULO, isParaEstudo, NORMALIZACAO_ROTULO, numeroExato, parteEmPorCento } from "./rotulos.ts";

/** What the method says of itself, a term a line; `children` are more terms, first. */
export function Ficha({ metodo, children }: { readonly metodo: Metodo; readonly children?: ReactNode }) {
  const { datas, planejamento, mapa } = metodo;
  return (
    <dl className="prioridades-ficha-metodo">
      {children}
      <Termo nome="Identificador">
        {metodo.id}, versão {metodo.versao} do formato
      </Termo>
      {metodo.orgao === undefined ? null : <Termo nome="Órgão">{metodo.orgao}</Termo>}
      <Termo nome="Fixado em">{formatDate(datas.versao)}</Termo>
      <Termo nome="Ciclo">
        {formatDate(datas.inicio)} a {formatDate(datas.fim)}
      </Termo>
      <Termo nome="Vagas (K)">{formatNumber(metodo.k)}</Termo>
      <Termo nome="Sorteios">
        {formatNumber(metodo.sorteios)}, com a semente “{metodo.semente}” e pesos que variam {parteEmPorCento(metodo.concentracao)}
      </Termo>
      <Termo nome="Peso mínimo com dado">{parteEmPorCento(metodo.presencaMinima)}, em cada dimensão e no total</Termo>
      <Termo nome="Agregação">{AGREGACAO_ROTULO[metodo.agregacao]}</Termo>
      <Termo nome="Normalização">
        {NORMALIZACAO_ROTULO[metodo.normalizacao]}
        {isParaEstudo(metodo.normalizacao) ? " (só para estudo)" : ""}
      </Termo>
      <Termo nome="Prioridade do ciclo">
        {parteEmPorCento(planejamento.pesoNota)} da nota e {parteEmPorCento(planejamento.pesoTempo)} do tempo sem visita, até{" "}
        {planejamento.meses} meses; carência de {planejamento.carenciaDias} dias; reserva de {parteEmPorCento(planejamento.reserva)} das vagas,
        com a semente “{planejamento.sementeReserva}”
      </Termo>
      <Termo nome="Classes do mapa">
        {mapa === null ? "calculadas na hora, com os dados carregados" : `começam em ${mapa.quebras.map(numeroExato).join("; ")} (${mapa.periodo})`}
      </Termo>
    </dl>
  );
}

function Termo({ nome, children }: { readonly nome: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{nome}</dt>
      <dd>{children}</dd>
    </>
  );
}
