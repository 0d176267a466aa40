import { useId, useMemo, useState } from "react";
import { count } from "../../../core/format.ts";
import { CartaoPorTema } from "../../../ui/apoio/CartaoPorTema.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { usePrinting } from "../../../ui/table/use-printing.ts";
import { MostrarTodas } from "./MostrarTodas.tsx";
import type { SecaoProps } from "./secao.ts";
import { fraseDoMunicipio, linhasEmUmMunicipio, type LinhaEmUmMunicipio } from "./por-municipio.ts";

/** Which lines reached the municipality chosen, and whom to ask about each theme; nothing while none is chosen. */
export function DoMunicipio({ parte, dados }: SecaoProps) {
  const { municipios, estado, mudar, pacto, norma, cabecalho, hoje } = parte;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const id = useId();
  const m = municipios.findIndex(({ codigo }) => codigo === estado.municipio);
  const municipio = municipios[m];
  const linhas = useMemo(() => (m < 0 ? [] : linhasEmUmMunicipio(dados.linhas, dados.coberturas.atual, municipios.length, m)), [dados, municipios, m]);
  const escolhida = dados.linhas.find(({ chave }) => chave === estado.pactuado.linha);
  const [todas, setTodas] = useState(false);
  const inteira = usePrinting() || todas;
  const chave = escolhida?.chave ?? null;
  const mostradas = useMemo(() => (inteira ? linhas : linhas.filter(({ eventos, linha }) => eventos > 0 || linha.chave === chave)), [linhas, inteira, chave]);
  if (municipio === undefined) return null;
  const semNada = linhas.filter(({ eventos }) => eventos === 0).length;
  const frase = fraseDoMunicipio(linhas, municipio.nome);
  const titulo = `O que chegou a ${municipio.nome}`;
  return (
    <section className="pactuado-parte ui-card" aria-labelledby={id}>
      <div className="ui-row">
        <h3 id={id}>{titulo}</h3>
        <button
          type="button"
          className="ui-button ui-button-quiet ui-no-print"
          onClick={() => {
            mudar({ municipio: null });
          }}
        >
          Fechar
        </button>
      </div>
      <p className="ui-reading" aria-live="polite">
        {frase} Contado {dados.quando}.
      </p>
      <div className="pactuado-duo">
        <div className="pactuado-parte">
          <DataTable
            legenda={`Linhas do plano em ${municipio.nome}`}
            colunas={COLUNAS}
            linhas={mostradas}
            chave={chaveDa}
            ordem={ordem}
            onOrdem={setOrdem}
            selecionada={chave}
            onSelecionar={({ linha }) => {
              mudar({ pactuado: { ...estado.pactuado, linha: linha.chave } });
            }}
            vazio="Nenhuma linha do plano chegou a este município no período."
          />
          {semNada === 0 ? null : (
            <MostrarTodas todas={todas} onMudar={setTodas} rotulos={[`Mostrar também ${count(semNada, "linha que não chegou", "linhas que não chegaram", "f")}`, "Mostrar só as linhas que chegaram"]} />
          )}
          <div className="ui-row ui-no-print">
            <TableCsvButton cabecalho={cabecalho(titulo)} colunas={COLUNAS_CSV} linhas={linhas} arquivo={`pactuado-municipio-${municipio.codigo}-${hoje}`} discreto />
          </div>
        </div>
        <CartaoPorTema pacto={pacto} norma={pacto.norma === null ? null : norma(pacto.norma)} tema={escolhida?.linha?.tema ?? null} />
      </div>
    </section>
  );
}

const COLUNAS: readonly TableColumn<LinhaEmUmMunicipio>[] = [
  { id: "linha", titulo: "Linha do plano", tipo: "texto", valor: ({ linha }) => linha.tema },
  { id: "eventos", titulo: "Realizados", unidade: "eventos", tipo: "numero", valor: ({ eventos }) => ({ valor: eventos }) },
];

const COLUNAS_CSV: readonly TableColumn<LinhaEmUmMunicipio>[] = [
  ...COLUNAS,
  { id: "eixo", titulo: "Eixo", tipo: "texto", valor: ({ linha }) => linha.eixo },
  { id: "coordenacao", titulo: "Quem responde", tipo: "texto", valor: ({ linha }) => linha.coordenacao?.nome ?? "" },
];

function chaveDa({ linha }: LinhaEmUmMunicipio): string {
  return linha.chave;
}
