import { memo, useId } from "react";
import { compareNames } from "../../core/format.ts";
import { CAMPOS, type Campo as Definicao, type TipoDeRegistro } from "../../core/mescla/index.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { TrabalhoEmUso } from "./use-trabalho.ts";
import { municipioDoRegistro, type NomesDosRegistros, tituloDoRegistro } from "./titulos.ts";

/** What the fields of a form offer to choose from. */
export interface OpcoesDosCampos extends NomesDosRegistros {
  readonly municipios: readonly Municipio[];
  readonly trabalho: TrabalhoEmUso;
}

interface CampoProps {
  readonly tipo: TipoDeRegistro;
  readonly nome: string;
  readonly valor: string;
  readonly erro: string | null;
  readonly opcoes: OpcoesDosCampos;
  readonly onMudar: (nome: string, valor: string) => void;
}

/** What the form says beside a field, where its label does not say enough. */
const AJUDA: Readonly<Record<string, string>> = {
  "plano.dificuldade": "Texto do órgão, em uma linha: sem nomes, documentos, telefones ou protocolos.",
  "plano.origem": "De uma denúncia fica só este fato; o protocolo não é guardado.",
  "plano.aprovacaoCmas": "Dia em que o Conselho Municipal de Assistência Social aprovou; em branco enquanto não aprovou.",
  "plano.pactuacaoCib": "Dia em que a Comissão Intergestores Bipartite pactuou; em branco enquanto não pactuou.",
  "acao.plano": "A ação é de um plano já anotado aqui.",
  "acao.evidencia": "O que mostra que foi feito: ata, portaria, relatório. Sem dados de pessoas.",
  "acao.conclusao": "Em branco enquanto não terminou.",
  "visita.participantes": "Quantas pessoas; em branco quando não se sabe.",
  "nota.texto": "Em uma linha: sem nomes, documentos, telefones ou protocolos.",
};

/** One field of a record, with its label, its help and what is wrong with it. */
export const Campo = memo(function Campo({ tipo, nome, valor, erro, opcoes, onMudar }: CampoProps) {
  const id = useId();
  const campo = CAMPOS[tipo][nome];
  if (campo === undefined) return null;
  const ajuda = AJUDA[`${tipo}.${nome}`];
  const ditos = [erro === null ? null : `${id}-erro`, ajuda === undefined ? null : `${id}-ajuda`].filter((dito) => dito !== null);
  const comuns = {
    id,
    "data-campo": nome,
    "aria-required": campo.obrigatorio === true,
    "aria-invalid": erro !== null,
    ...(ditos.length === 0 ? {} : { "aria-describedby": ditos.join(" ") }),
  };
  return (
    <div className="trabalho-campo">
      <label htmlFor={id}>
        {campo.rotulo}
        {campo.obrigatorio === true ? null : <span className="trabalho-opcional"> (se houver)</span>}
      </label>
      <Entrada campo={campo} nome={nome} valor={valor} comuns={comuns} opcoes={opcoes} onMudar={(novo) => { onMudar(nome, novo); }} />
      {erro === null ? null : (
        <p id={`${id}-erro`} className="trabalho-erro">
          {erro}
        </p>
      )}
      {ajuda === undefined ? null : (
        <p id={`${id}-ajuda`} className="trabalho-ajuda">
          {ajuda}
        </p>
      )}
    </div>
  );
});

interface EntradaProps {
  readonly campo: Definicao;
  readonly nome: string;
  readonly valor: string;
  readonly comuns: Readonly<Record<string, string | boolean>>;
  readonly opcoes: OpcoesDosCampos;
  readonly onMudar: (valor: string) => void;
}

function Entrada({ campo, nome, valor, comuns, opcoes, onMudar }: EntradaProps) {
  if (campo.especie === "texto") {
    return (
      <textarea
        {...comuns}
        className="ui-input trabalho-texto"
        rows={campo.maximo > 150 ? 3 : 2}
        maxLength={campo.maximo}
        value={valor}
        onChange={({ target }) => {
          // One line: what is pasted from a document comes in several.
          onMudar(target.value.replaceAll(/\s*[\r\n\t]+\s*/g, " "));
        }}
      />
    );
  }
  if (campo.especie === "data" || campo.especie === "contagem") {
    const proprios = campo.especie === "data" ? { type: "date", min: "1990-01-01", max: "2099-12-31" } : { type: "text", inputMode: "numeric" as const, autoComplete: "off" };
    return (
      <input
        {...comuns}
        {...proprios}
        className="ui-input"
        value={valor}
        onChange={({ target }) => {
          onMudar(target.value);
        }}
      />
    );
  }
  const lista = opcoesDe(campo, nome, opcoes);
  const deFora = valor !== "" && !lista.some((opcao) => opcao.valor === valor);
  return (
    <select
      {...comuns}
      className="ui-select"
      value={valor}
      onChange={({ target }) => {
        onMudar(target.value);
      }}
    >
      <option value="">{campo.obrigatorio === true ? "Escolha" : "Nenhum"}</option>
      {deFora ? <option value={valor}>{campo.especie === "municipio" ? opcoes.nome(Number(valor)) : campo.especie === "ligacao" ? "registro que não está aqui" : `${valor} (fora da lista)`}</option> : null}
      {lista.map((opcao) => (
        <option key={opcao.valor} value={opcao.valor}>
          {opcao.rotulo}
        </option>
      ))}
    </select>
  );
}

interface Opcao {
  readonly valor: string;
  readonly rotulo: string;
}

function opcoesDe(campo: Definicao, nome: string, opcoes: OpcoesDosCampos): readonly Opcao[] {
  switch (campo.especie) {
    case "escolha":
      return Object.entries(campo.opcoes).map(([valor, rotulo]) => ({ valor, rotulo }));
    case "municipio":
      return opcoes.municipios.map(({ codigo, nome: rotulo }) => ({ valor: String(codigo), rotulo })).sort((a, b) => compareNames(a.rotulo, b.rotulo));
    case "codigo":
      return opcoes.listas[nome] ?? [];
    case "ligacao":
      return opcoes.trabalho.registros
        .filter(({ tipo }) => campo.para.includes(tipo))
        .map((cada) => {
          const municipio = municipioDoRegistro(cada, opcoes);
          return { valor: cada.id, rotulo: `${municipio === null ? "" : `${opcoes.nome(municipio)}: `}${tituloDoRegistro(cada, opcoes)}` };
        })
        .sort((a, b) => compareNames(a.rotulo, b.rotulo));
    case "texto":
    case "data":
    case "contagem":
      return [];
  }
}
