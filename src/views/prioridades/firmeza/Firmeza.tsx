import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { formatNumber, formatPercent } from "../../../core/format.ts";
import { RangeField } from "../../../ui/filters/RangeField.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { cabecalhoDe } from "../cabecalho.ts";
import { medidaIndice } from "../medida.ts";
import type { ParteProps } from "../parte.ts";
import { Andamento } from "./Andamento.tsx";
import { Baixar } from "./Baixar.tsx";
import { colunasDaFirmeza } from "./colunas.tsx";
import { ContraPadrao } from "./ContraPadrao.tsx";
import { Duvida } from "./Duvida.tsx";
import { EXPLICA_PALAVRAS, fraseDaFirmeza } from "./frase.ts";
import { IndiceDeForaParte } from "./IndiceDeForaParte.tsx";
import { colunasParaArquivo, linhasDaFirmeza, type LinhaFirmeza } from "./linhas.ts";
import { SemUm } from "./SemUm.tsx";
import { ViradaParte } from "./Virada.tsx";
import "./firmeza.css";

/** Concentration that the handle reaches, per cent; a method file may hold another. */
const MENOR_C = 10;
const MAIOR_C = 60;

/** How solid the list is: what the draws say, what it leans on, and how it stands beside others. */
export default function Firmeza(props: ParteProps) {
  const { modelo, emVigor, contexto, sorteios, estado, mudar, territorio } = props;
  const { metodo, scores, municipios, noFiltro, hashDados } = modelo;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [problema, setProblema] = useState("");
  const { k } = metodo;
  // Draws of another set of municipalities say nothing of these.
  const resumo = sorteios.resumo?.all.scored.length === municipios.length ? sorteios.resumo : null;

  const cabecalho = useMemo(() => {
    const medida = medidaIndice(territorio.indice, metodo, municipios, scores);
    const { fontes, colunas } = contexto;
    const base = cabecalhoDe({ medida, eIndice: true, metodo, hashDados, fontes, colunas, filtros: modelo.filtros, dataReferencia: props.dataReferencia });
    return { ...base, demonstracao: props.cabecalho.demonstracao };
  }, [territorio.indice, metodo, municipios, scores, contexto, hashDados, modelo.filtros, props.dataReferencia, props.cabecalho.demonstracao]);
  const cabecalhoDosSorteios = useMemo(
    () => ({
      ...cabecalho,
      titulo: "Firmeza da lista",
      filtros: [
        ...cabecalho.filtros,
        `sorteios: ${formatNumber(resumo?.drawn ?? 0)} de ${formatNumber(metodo.sorteios)}, semente ${metodo.semente}, variação dos pesos ${formatPercent(100 * metodo.concentracao, 0)}`,
      ],
    }),
    [cabecalho, resumo, metodo],
  );
  const linhas = useMemo(() => linhasDaFirmeza(municipios, scores.ranks, noFiltro, resumo), [municipios, scores.ranks, noFiltro, resumo]);
  const colunas = useMemo(() => colunasDaFirmeza(k, Math.max(1, scores.ranked)), [k, scores.ranked]);
  const colunasCsv = useMemo(() => colunasParaArquivo(k), [k]);
  const escolherCodigo = useCallback(
    (municipio: number) => {
      mudar({ municipio });
    },
    [mudar],
  );
  const escolher = useCallback(
    ({ codigo }: LinhaFirmeza) => {
      escolherCodigo(codigo);
    },
    [escolherCodigo],
  );
  // The list again without each indicator costs more than the list itself: it follows when there is time.
  const modeloAdiado = useDeferredValue(modelo);
  const contextoAdiado = useDeferredValue(contexto);
  const c = Math.round(100 * metodo.concentracao);

  return (
    <section className="prioridades-firmeza" aria-labelledby="firmeza-titulo">
      <div className="ui-row">
        <h2 id="firmeza-titulo">Quão firme é a lista?</h2>
        {cabecalho.demonstracao ? <DemoMark /> : null}
      </div>
      <p aria-live="polite" className="prioridades-firmeza-frase">
        {fraseDaFirmeza(resumo, k, metodo.sorteios)}
      </p>
      <div className="prioridades-firmeza-controles">
        <RangeField
          rotulo="Quanto os pesos variam"
          valor={c}
          min={Math.min(MENOR_C, c)}
          max={Math.max(MAIOR_C, c)}
          passo={5}
          formato={(valor) => formatPercent(valor, 0)}
          ajuda="Cada sorteio muda os pesos em torno dos escolhidos; um peso médio varia cerca de tanto por cento dele mesmo."
          onMudar={(valor) => {
            const [primeiro] = emVigor.mudar({ ...metodo, concentracao: valor / 100 });
            setProblema(primeiro === undefined ? "" : `${primeiro.mensagem} ${primeiro.conserto} Nada mudou.`);
          }}
        />
        <Andamento sorteios={sorteios} />
      </div>
      <p role="status" className="ui-small prioridades-vazio-some">
        {problema}
      </p>
      <section className="prioridades-bloco" aria-labelledby="firmeza-municipios">
        <h3 id="firmeza-municipios">Município por município</h3>
        <p className="ui-small ui-muted">
          {EXPLICA_PALAVRAS} A barra vai da posição que {formatPercent(5, 0)} dos sorteios não passam à que {formatPercent(95, 0)} não passam; o traço é a
          mediana e a linha, o fim da lista ({formatNumber(k)}). Só o ruído: números pequenos e dados que faltam. Só o método: pesos, modo de juntar e um
          indicador a menos.
        </p>
        <DataTable
          legenda="Firmeza da posição de cada município"
          colunas={colunas}
          linhas={linhas}
          chave={chave}
          ordem={ordem}
          onOrdem={setOrdem}
          selecionada={estado.municipio}
          onSelecionar={escolher}
          altura="28rem"
          nomeLinhas={["município", "municípios", "m"]}
          vazio="Nenhum município passa pelos filtros. Retire um filtro ou mude a busca."
        />
        <Baixar rotulo="da firmeza de cada município" arquivo="prioridades-firmeza" cabecalho={cabecalhoDosSorteios} colunas={colunasCsv} linhas={linhas} />
      </section>
      <Duvida resumo={resumo} cabecalho={cabecalhoDosSorteios} />
      <SemUm modelo={modeloAdiado} contexto={contextoAdiado} cabecalho={cabecalho} />
      <ViradaParte modelo={modeloAdiado} contexto={contextoAdiado} municipio={estado.municipio} onMunicipio={escolherCodigo} cabecalho={cabecalho} />
      <ContraPadrao emVigor={emVigor} contexto={contextoAdiado} cabecalho={cabecalho} />
      <IndiceDeForaParte modelo={modelo} territorio={territorio} lugaresUrl={props.lugaresUrl} cabecalho={cabecalho} />
    </section>
  );
}

const chave = ({ codigo }: LinhaFirmeza): number => codigo;
