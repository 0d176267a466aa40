import { useMemo, useState } from "react";
import { celula } from "../../../core/absence.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { formatNumber } from "../../../core/format.ts";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import type { Contexto } from "../explicacao.ts";
import type { Modelo } from "../use-model.ts";
import { Baixar } from "./Baixar.tsx";
import { linhasSemUm, type LinhaSemUm } from "./sem-um.ts";
import { nomeados } from "./trocas.ts";

interface SemUmProps {
  readonly modelo: Modelo;
  readonly contexto: Contexto;
  readonly cabecalho: ExportHeader;
}

/** The list again without each dimension and each indicator in turn. */
export function SemUm({ modelo: { preparada, scores, metodo }, contexto, cabecalho }: SemUmProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const nomes = useMemo(() => new Map(contexto.catalogo.map(({ id, nome }) => [id, nome])), [contexto.catalogo]);
  const linhas = useMemo(() => linhasSemUm(preparada, scores, metodo.k, nomes), [preparada, scores, metodo.k, nomes]);
  const municipio = useMemo(() => new Map(contexto.municipios.map(({ codigo, nome }) => [codigo, nome])), [contexto.municipios]);
  const colunas = useMemo(() => colunasDe(municipio), [municipio]);
  return (
    <section className="prioridades-bloco" aria-labelledby="firmeza-sem-um">
      <h3 id="firmeza-sem-um">E se faltasse um indicador?</h3>
      <p>{fraseSemUm(linhas, metodo.k)}</p>
      <DataTable
        legenda="A lista sem cada dimensão e cada indicador"
        colunas={colunas}
        linhas={linhas}
        chave={chave}
        ordem={ordem}
        onOrdem={setOrdem}
        vazio="Há só um indicador com peso: sem ele não haveria nota."
      />
      <Baixar rotulo="da lista sem cada indicador" arquivo="prioridades-sem-um-indicador" cabecalho={{ ...cabecalho, titulo: "A lista sem cada dimensão e cada indicador" }} colunas={colunas} linhas={linhas} />
    </section>
  );
}

const chave = ({ tipo, id }: LinhaSemUm): string => `${tipo}:${id}`;

function colunasDe(municipio: ReadonlyMap<number, string>): TableColumn<LinhaSemUm>[] {
  const nomes = (codigos: readonly number[]): string => codigos.map((codigo) => municipio.get(codigo) ?? String(codigo)).join(", ");
  const quem = (id: "entram" | "saem", titulo: string): TableColumn<LinhaSemUm> => ({
    id: `nomes-${id}`,
    titulo,
    tipo: "texto",
    valor: (linha) => nomes(linha[id]),
    render: (linha) => <span className="prioridades-nomes">{nomes(linha[id])}</span>,
  });
  return [
    { id: "nome", titulo: "Sem", tipo: "texto", valor: ({ nome }) => nome },
    { id: "tipo", titulo: "O que é", tipo: "texto", valor: ({ tipo }) => tipo },
    { id: "fatia", titulo: "Peso", unidade: "%", tipo: "numero", casas: 1, valor: ({ fatia }) => ({ valor: fatia }) },
    { id: "mudanca", titulo: "Mudança média de posição", unidade: "lugares", tipo: "numero", casas: 1, valor: ({ mudancaMedia }) => celula(mudancaMedia, "dados-insuficientes") },
    { id: "trocas", titulo: "Trocas na lista", tipo: "numero", valor: ({ entram, saem }) => ({ valor: Math.max(entram.length, saem.length) }) },
    { id: "perdem", titulo: "Ficam sem nota", tipo: "numero", valor: ({ perdemNota }) => ({ valor: perdemNota }) },
    quem("entram", "Entram"),
    quem("saem", "Saem"),
  ];
}

/** Which indicator the list leans on most, in words. */
export function fraseSemUm(linhas: readonly LinhaSemUm[], k: number): string {
  const indicadores = linhas.filter(({ mudancaMedia }) => mudancaMedia !== null);
  const maior = indicadores.reduce<LinhaSemUm | null>((a, b) => (a === null || trocas(b) > trocas(a) ? b : a), null);
  if (maior === null) return "Cada linha refaz a lista sem uma dimensão ou um indicador.";
  const quantas = trocas(maior);
  if (quantas === 0) return `Sem qualquer um deles, os ${formatNumber(k)} da lista seriam os mesmos.`;
  const iguais = indicadores.filter((linha) => trocas(linha) === 0).map(({ nome }) => nome);
  const firmes = iguais.length === 0 ? "" : ` Sem ${nomeados(iguais)}, a lista seria a mesma.`;
  return `O que mais decide é ${maior.nome}: sem isso, ${quantas === 1 ? "1 dos" : `${formatNumber(quantas)} dos`} ${formatNumber(k)} lugares da lista ${quantas === 1 ? "mudaria" : "mudariam"} de município.${firmes}`;
}

function trocas({ entram, saem }: LinhaSemUm): number {
  return Math.max(entram.length, saem.length);
}
