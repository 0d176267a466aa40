import { useMemo } from "react";
import { count, formatPeriod, joinPt } from "../../core/format.ts";
import type { AchadoDeSerie } from "../../core/qualidade/achado.ts";
import { fraseDaSerie, oQueFazerDaSerie } from "../../core/qualidade/frase.ts";
import { tableCsv } from "../../data/export/table-csv.ts";
import { downloadCsv } from "../../ui/download/download.ts";
import type { TableColumn } from "../../ui/table/props.ts";
import { cabecalhoDe, type Contexto } from "./contexto.ts";

/** Series of one source and period that one rule found the same of. */
interface GrupoDeSeries {
  readonly chave: string;
  readonly primeiro: AchadoDeSerie;
  readonly indicadores: readonly string[];
}

/** What the rules found of whole series: sources that are late, years that are missing. No municipality's doing. */
export function Series({ contexto }: { readonly contexto: Contexto }) {
  const { avaliacao, nomes, estado } = contexto;
  const { especies } = estado;
  const { vistos, grupos } = useMemo(() => {
    const daEspecie = avaliacao.achadosDeSerie.filter(({ regra }) => {
      const especie = nomes.regras.get(regra)?.especie;
      return especies.length === 0 || (especie !== undefined && especies.includes(especie));
    });
    return { vistos: daEspecie, grupos: agrupar(daEspecie) };
  }, [avaliacao, nomes, especies]);
  if (grupos.length === 0) return null;

  const baixar = (): void => {
    const colunas: readonly TableColumn<AchadoDeSerie>[] = [
      { id: "indicador", titulo: "Indicador", tipo: "texto", valor: ({ indicador }) => nomes.indicadores.get(indicador)?.nome ?? indicador },
      { id: "periodo", titulo: "Dado mais novo", tipo: "data", valor: ({ periodo }) => periodo },
      { id: "fonte", titulo: "Fonte", tipo: "texto", valor: (achado) => fonteDe(achado, contexto) },
      { id: "visto", titulo: "O que foi visto", tipo: "texto", valor: (achado) => fraseDaSerie(achado, nomes) },
      { id: "fazer", titulo: "O que fazer", tipo: "texto", valor: (achado) => oQueFazerDaSerie(achado, nomes) },
    ];
    const indicadores = new Set(vistos.map(({ indicador }) => indicador));
    const cabecalho = { ...cabecalhoDe("Fontes atrasadas e anos que faltam", indicadores, contexto), filtros: [] };
    downloadCsv(`qualidade-series-${avaliacao.dataReferencia}`, tableCsv(cabecalho, colunas, vistos));
  };

  return (
    <section className="qualidade-parte" aria-labelledby="qualidade-series-titulo">
      <h2 id="qualidade-series-titulo">
        Fontes e séries: {count(vistos.length, "aviso", "avisos")} que não {vistos.length === 1 ? "é" : "são"} de um município
      </h2>
      <ul className="qualidade-series">
        {grupos.map(({ chave, primeiro, indicadores }) => (
          <li key={chave}>
            <strong>{fonteDe(primeiro, contexto)}</strong>
            <span>{primeiro.meses === null ? fraseDaSerie(primeiro, nomes) : atraso(primeiro, indicadores.length)}</span>
            <span className="ui-muted ui-small">
              {primeiro.meses === null
                ? oQueFazerDaSerie(primeiro, nomes)
                : `${joinPt(indicadores.map((id) => nomes.indicadores.get(id)?.nomeCurto ?? id))}.`}
            </span>
          </li>
        ))}
      </ul>
      <p className="ui-reading">
        Para uma fonte atrasada: procurar edição mais nova na página da fonte e trazê-la em <a href="#/dados">Dados</a>; se não
        houver, citar o ano ao usar.
      </p>
      <button type="button" className="ui-button ui-button-quiet qualidade-sozinho" onClick={baixar}>
        Baixar fontes e séries (CSV)
      </button>
    </section>
  );
}

function atraso({ periodo, meses, mesesPermitidos }: AchadoDeSerie, indicadores: number): string {
  return `${count(indicadores, "indicador", "indicadores")} de ${formatPeriod(periodo)}, terminado há ${count(meses ?? 0, "mês", "meses")}; o limite desta cadência é ${count(mesesPermitidos ?? 0, "mês", "meses")}.`;
}

function fonteDe({ fonte }: AchadoDeSerie, { nomes }: Contexto): string {
  return nomes.fontes.get(fonte ?? "")?.nome ?? fonte ?? "Fonte não informada";
}

function agrupar(achados: readonly AchadoDeSerie[]): GrupoDeSeries[] {
  const grupos = new Map<string, { primeiro: AchadoDeSerie; indicadores: string[] }>();
  for (const achado of achados) {
    const falta = achado.faltam.length === 0 ? "" : achado.indicador;
    const chave = [achado.regra, achado.fonte ?? "", achado.periodo, achado.mesesPermitidos ?? "", falta].join(" ");
    const grupo = grupos.get(chave);
    if (grupo === undefined) grupos.set(chave, { primeiro: achado, indicadores: [achado.indicador] });
    else grupo.indicadores.push(achado.indicador);
  }
  return [...grupos].map(([chave, grupo]) => ({ chave, ...grupo }));
}
