import { useMemo, useState } from "react";
import { celula } from "../../../core/absence.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { compareNames, formatNumber } from "../../../core/format.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import type { Contexto } from "../explicacao.ts";
import type { Modelo } from "../use-model.ts";
import { Baixar } from "./Baixar.tsx";
import { fraseDaVirada, pesoEmTexto, tamanho, viradaDe, type LinhaVirada } from "./virada.ts";

interface ViradaProps {
  readonly modelo: Modelo;
  readonly contexto: Pick<Contexto, "catalogo">;
  /** The chosen municipality; null takes the first one out of the list. */
  readonly municipio: number | null;
  readonly onMunicipio: (codigo: number) => void;
  readonly cabecalho: ExportHeader;
}

/** How far the weights are from putting one municipality in or out of the list. */
export function ViradaParte({ modelo, contexto, municipio, onMunicipio, cabecalho }: ViradaProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const { preparada, scores, metodo, municipios, unidade } = modelo;
  const { k } = metodo;
  const { ranks } = scores;
  const opcoes = useMemo(
    () =>
      municipios
        .map(({ codigo, nome }, i) => ({ valor: String(codigo), rotulo: nome, rank: ranks[i] ?? 0 }))
        .sort((a, b) => compareNames(a.rotulo, b.rotulo))
        .map(({ valor, rotulo, rank }) => ({ valor, rotulo, grupo: rank === 0 ? "Sem nota" : rank <= k ? "Na lista" : "Fora da lista" })),
    [municipios, ranks, k],
  );
  const escolhido = municipio !== null && unidade.has(municipio) ? municipio : primeiroDeFora(municipios, ranks, k);
  const unit = escolhido === null ? -1 : (unidade.get(escolhido) ?? -1);
  const nome = municipios[unit]?.nome ?? "";
  const nomes = useMemo(() => new Map(contexto.catalogo.map(({ id, nome: doIndicador }) => [id, doIndicador])), [contexto.catalogo]);
  const virada = useMemo(() => (unit < 0 ? null : viradaDe(preparada, scores, k, unit, nomes)), [preparada, scores, k, unit, nomes]);
  return (
    <section className="prioridades-bloco" aria-labelledby="firmeza-virada">
      <h3 id="firmeza-virada">Quanto falta para entrar ou sair?</h3>
      <div className="prioridades-firmeza-controles">
        <SelectField
          rotulo="Município"
          valor={String(escolhido ?? "")}
          opcoes={opcoes}
          onMudar={(valor) => {
            onMunicipio(Number(valor));
          }}
        />
      </div>
      <p aria-live="polite">{unit < 0 ? "Nenhum município para escolher." : fraseDaVirada(nome, virada, k)}</p>
      <p className="ui-small ui-muted">
        Muda um peso de cada vez; os outros do mesmo grupo mantêm a proporção entre si. Por último vêm os pesos que só mudariam a lista por
        mudar quem tem dados suficientes: a nota, e cada dimensão dela, pede uma parte mínima do peso com dado.
      </p>
      {virada === null ? null : (
        <>
          <DataTable
            legenda={`Mudança de cada peso que ${virada.naLista ? "tira" : "põe"} ${nome} ${virada.naLista ? "da" : "na"} lista`}
            colunas={COLUNAS}
            linhas={virada.linhas}
            chave={chave}
            ordem={ordem}
            onOrdem={setOrdem}
            nomeLinhas={["peso", "pesos", "m"]}
            vazio="Só um peso conta: não há o que mudar."
          />
          <Baixar
            rotulo={`dos pesos que mudariam a lista para ${nome}`}
            arquivo={`prioridades-pesos-${escolhido ?? 0}`}
            cabecalho={{ ...cabecalho, titulo: `Mudança de cada peso que ${virada.naLista ? "tira" : "põe"} ${nome} ${virada.naLista ? "dos" : "nos"} ${k} da lista` }}
            colunas={COLUNAS}
            linhas={virada.linhas}
          />
        </>
      )}
    </section>
  );
}

/** The municipality nearest to the list among those it leaves out; the last of the list when it leaves out none. */
function primeiroDeFora(municipios: readonly { readonly codigo: number }[], ranks: Uint32Array, k: number): number | null {
  const porPosicao = municipios.flatMap(({ codigo }, i) => ((ranks[i] ?? 0) === 0 ? [] : [{ codigo, rank: ranks[i] ?? 0 }])).sort((a, b) => a.rank - b.rank);
  return (porPosicao.find(({ rank }) => rank > k) ?? porPosicao.at(-1) ?? municipios[0])?.codigo ?? null;
}

const chave = ({ id }: LinhaVirada): string => id;

const peso = (id: "de" | "para", titulo: string, de: (linha: NonNullable<LinhaVirada["mudanca"]>) => number): TableColumn<LinhaVirada> => ({
  id,
  titulo,
  unidade: "% da nota",
  tipo: "numero",
  casas: 2,
  valor: ({ mudanca }) => celula(mudanca === null ? null : 100 * de(mudanca)),
  render: ({ mudanca }) => (mudanca === null ? <SemMudanca /> : pesoEmTexto(mudanca)[id === "de" ? 0 : 1].replace(/\s%$/, "")),
});

const COLUNAS: readonly TableColumn<LinhaVirada>[] = [
  { id: "nome", titulo: "Peso de", tipo: "texto", valor: ({ nome }) => nome },
  { id: "tipo", titulo: "O que é", tipo: "texto", valor: ({ tipo }) => tipo },
  peso("de", "De", ({ effectiveFrom }) => effectiveFrom),
  peso("para", "Para", ({ effectiveTo }) => effectiveTo),
  {
    id: "mudanca",
    titulo: "Mudança",
    unidade: "pontos percentuais",
    tipo: "numero",
    casas: 2,
    valor: ({ mudanca }) => celula(mudanca === null ? null : tamanho(mudanca)),
    render: ({ mudanca }) => (mudanca === null ? <SemMudanca /> : formatNumber(tamanho(mudanca), 2)),
  },
  {
    id: "depois",
    titulo: "Posição depois",
    tipo: "numero",
    valor: ({ mudanca }) => celula(mudanca?.rank ?? null, mudanca === null ? "sem-dado" : "dados-insuficientes"),
    render: ({ mudanca }) => (mudanca === null ? <SemMudanca /> : mudanca.rank === null ? "sem nota" : `${mudanca.rank}º`),
  },
  {
    id: "presenca",
    titulo: "Muda quem tem dados suficientes",
    unidade: "municípios",
    tipo: "numero",
    valor: ({ mudanca, outraPresenca }) => celula(mudanca === null ? null : outraPresenca),
    render: ({ mudanca, outraPresenca }) => (mudanca === null ? <SemMudanca /> : formatNumber(outraPresenca)),
  },
];

function SemMudanca() {
  return (
    <span className="ui-absence">
      <span aria-hidden="true">–</span>
      <span className="ui-hidden">nenhum valor deste peso basta</span>
    </span>
  );
}
