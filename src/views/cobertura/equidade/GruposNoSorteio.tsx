import { useMemo } from "react";
import { fraseInsuficiente, isInsuficiente } from "../../../core/equidade/index.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { capitalize } from "../../../core/format.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import type { TipoDeGrupo } from "./agrupamentos.ts";
import { CONTAGEM } from "./contagem.ts";
import { alturaDosGrupos, colunasDosGrupos, gruposNoSorteio, LEGENDA_DOS_GRUPOS } from "./desenho-dos-grupos.ts";
import type { EstadoDaEquidade } from "./estado-da-parte.ts";
import { fraseDaCorrecao, leituraDosGrupos, metodoEmPalavras } from "./frase.ts";
import type { LinhaDoGrupo, SorteioDosGrupos } from "./grupos.ts";

interface GruposNoSorteioProps {
  readonly sorteios: readonly SorteioDosGrupos[];
  readonly total: { readonly apoios: number };
  readonly estado: EstadoDaEquidade;
  readonly cabecalho: (titulo: string) => ExportHeader;
  readonly arquivo: string;
  /** "região imediata (IBGE)". */
  readonly nomeRegiao: string;
}

/** Each group beside what a lottery would give it: by need, by size, by region. */
export function GruposNoSorteio(props: GruposNoSorteioProps) {
  const { sorteios, total } = props;
  const porTipo = (tipo: TipoDeGrupo) => sorteios.filter(({ grupos }) => grupos.tipo === tipo).map((sorteio) => <Agrupamento key={tipo} {...props} sorteio={sorteio} />);
  return (
    <section className="cobertura-equidade-parte" aria-labelledby="cobertura-equidade-sorteio">
      <h2 id="cobertura-equidade-sorteio">E se o apoio fosse sorteado?</h2>
      <p className="ui-reading">{total.apoios === 0 ? "Sem apoio no período, não há o que sortear." : fraseDaCorrecao(sorteios)}</p>
      <div className="cobertura-equidade-duo">
        <div className="cobertura-equidade-coluna">
          {porTipo("necessidade")}
          {porTipo("porte")}
        </div>
        {porTipo("regiao")}
      </div>
    </section>
  );
}

const PERGUNTA: Readonly<Record<TipoDeGrupo, string>> = {
  necessidade: "Por necessidade",
  porte: "Por porte",
  regiao: "Por região",
};

function Agrupamento({ sorteio, estado, cabecalho, arquivo, nomeRegiao }: GruposNoSorteioProps & { readonly sorteio: SorteioDosGrupos }) {
  const { tipo } = sorteio.grupos;
  const { conta, medida } = estado;
  const { linhas } = sorteio;
  const nomeDoGrupo = tipo === "necessidade" ? "Terço da nota de necessidade" : tipo === "porte" ? "Porte" : capitalize(nomeRegiao);
  const options = useMemo(() => gruposNoSorteio(linhas, { conta, medida }), [linhas, conta, medida]);
  const colunas = useMemo(() => colunasDosGrupos({ conta, medida }, nomeDoGrupo), [conta, medida, nomeDoGrupo]);
  const titulo = PERGUNTA[tipo];
  const contado = medida === "municipios" ? `municípios com ${CONTAGEM[conta].singular}` : `${CONTAGEM[conta].plural}, uma vez por município alcançado`;
  return (
    <div className="cobertura-equidade-parte">
      <ChartFrame
        titulo={titulo}
        subtitulo={`${capitalize(contado)}: o que houve e, entre parênteses, a faixa que um sorteio daria (95 %)`}
        leitura={leituraDosGrupos(sorteio, estado)}
        linhas={linhas}
        colunas={colunas}
        chave={chaveDe}
        options={options}
        cabecalho={cabecalho(`O apoio e um sorteio, ${titulo.toLocaleLowerCase("pt-BR")}`)}
        arquivo={`${arquivo}-por-${tipo}`}
        legenda={LEGENDA_DOS_GRUPOS}
        altura={alturaDosGrupos(linhas.length)}
        vazio={isInsuficiente(sorteio.sorteio) ? fraseInsuficiente(sorteio.sorteio) : "Nenhum município com os filtros em uso."}
      />
      <p className="ui-small ui-muted cobertura-equidade-nota">{metodoEmPalavras(sorteio, conta, medida)}</p>
    </div>
  );
}

function chaveDe({ chave }: LinhaDoGrupo): string {
  return chave;
}
