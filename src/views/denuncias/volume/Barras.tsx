import { useMemo } from "react";
import { CANAL_ROTULO, SITUACAO_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import type { RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { leituraBarras, type LinhaBarra, linhasPorCategoria, linhasPorRegiao } from "./barras.ts";
import { colunasBarra } from "./colunas.ts";
import type { Contagens } from "./contagens.ts";
import { cabecalhoDe } from "./cabecalho.ts";
import type { Contexto } from "./contexto.ts";
import { CANAIS, SITUACOES, TEMAS, toggle } from "../estado.ts";
import { periodoEmPalavras } from "./frase.ts";
import { denunciasPorCategoria, valorDaBarra } from "./graficos.ts";

interface ParteProps {
  readonly contexto: Contexto;
  readonly recorte: RecorteDenuncias;
  readonly contagens: Contagens;
}

export function Canais({ contexto, recorte, contagens }: ParteProps) {
  const { estado, filtrar } = contexto;
  const linhas = useMemo(() => linhasPorCategoria(contagens.canal, CANAL_ROTULO, "por-casos"), [contagens]);
  return (
    <Barras
      contexto={contexto}
      recorte={{ ...recorte, canais: [] }}
      titulo="Por onde as denúncias chegaram?"
      assunto="Casos por canal"
      coluna={COLUNAS_CANAL}
      linhas={linhas}
      escolhidas={estado.canais}
      arquivo="denuncias-por-canal"
      onEscolher={(id) => {
        const canal = CANAIS.find((c) => c === id);
        if (canal !== undefined) filtrar({ canais: toggle(estado.canais, canal) });
      }}
    />
  );
}

export function Temas({ contexto, recorte, contagens }: ParteProps) {
  const { estado, filtrar } = contexto;
  const linhas = useMemo(() => linhasPorCategoria(contagens.tema, TEMA_DENUNCIA_ROTULO, "por-casos"), [contagens]);
  return (
    <Barras
      contexto={contexto}
      recorte={{ ...recorte, temas: [] }}
      titulo="Sobre o que são?"
      assunto="Casos por tema"
      coluna={COLUNAS_TEMA}
      linhas={linhas}
      escolhidas={estado.temas}
      arquivo="denuncias-por-tema"
      onEscolher={(id) => {
        const tema = TEMAS.find((t) => t === id);
        if (tema !== undefined) filtrar({ temas: toggle(estado.temas, tema) });
      }}
    />
  );
}

export function Situacoes({ contexto, recorte, contagens }: ParteProps) {
  const { estado, filtrar } = contexto;
  const linhas = useMemo(() => linhasPorCategoria(contagens.situacao, SITUACAO_ROTULO, "do-fluxo"), [contagens]);
  return (
    <Barras
      contexto={contexto}
      recorte={{ ...recorte, situacoes: [] }}
      titulo="Em que passo estão?"
      assunto="Casos por situação, na ordem do fluxo"
      coluna={COLUNAS_SITUACAO}
      linhas={linhas}
      escolhidas={estado.situacoes}
      arquivo="denuncias-por-situacao"
      onEscolher={(id) => {
        const situacao = SITUACOES.find((s) => s === id);
        if (situacao !== undefined) filtrar({ situacoes: toggle(estado.situacoes, situacao) });
      }}
    />
  );
}

export function Regioes({ contexto, recorte, contagens }: ParteProps) {
  const { estado, filtrar, nomesRegioes, nomeRegiao } = contexto;
  const linhas = useMemo(() => linhasPorRegiao(contagens.regiao, nomesRegioes), [contagens, nomesRegioes]);
  const escolhidas = useMemo(() => estado.regioes.map(String), [estado.regioes]);
  return (
    <Barras
      contexto={contexto}
      recorte={{ ...recorte, regioes: [] }}
      titulo="De que regiões vêm?"
      assunto={`Casos por ${nomeRegiao}; para comparar regiões de tamanhos diferentes, veja a taxa no mapa`}
      coluna={COLUNAS_REGIAO}
      linhas={linhas}
      escolhidas={escolhidas}
      arquivo="denuncias-por-regiao"
      onEscolher={(chave) => {
        const codigo = Number(chave);
        if (nomesRegioes.has(codigo)) filtrar({ regioes: toggle(estado.regioes, codigo) });
      }}
    />
  );
}

const COLUNAS_CANAL = colunasBarra("Canal");
const COLUNAS_TEMA = colunasBarra("Tema");
const COLUNAS_SITUACAO = colunasBarra("Situação");
const COLUNAS_REGIAO = colunasBarra("Região");

interface BarrasProps {
  readonly contexto: Contexto;
  /** Without the chart's own filter. */
  readonly recorte: RecorteDenuncias;
  readonly titulo: string;
  readonly assunto: string;
  readonly coluna: ReturnType<typeof colunasBarra>;
  readonly linhas: readonly LinhaBarra[];
  readonly escolhidas: readonly string[];
  readonly arquivo: string;
  readonly onEscolher: (chave: string) => void;
}

function Barras(props: BarrasProps) {
  const { contexto, recorte, titulo, assunto, coluna, linhas, escolhidas, arquivo, onEscolher } = props;
  const options = useMemo(() => denunciasPorCategoria(linhas, escolhidas), [linhas, escolhidas]);
  const leitura = useMemo(() => leituraBarras(linhas), [linhas]);
  return (
    <ChartFrame
      titulo={titulo}
      subtitulo={`${assunto}, ${periodoEmPalavras(recorte, contexto.registro.meses)}`}
      leitura={leitura}
      linhas={linhas}
      colunas={coluna}
      chave={chaveDe}
      options={options}
      cabecalho={cabecalhoDe(`${titulo} ${assunto}`, recorte, contexto)}
      arquivo={`${arquivo}-${recorte.referencia}`}
      onMarca={({ chave }) => {
        onEscolher(chave);
      }}
      selecionada={escolhidas.length === 1 ? (escolhidas[0] ?? null) : null}
      rotuloMarca={(linha) =>
        `${linha.nome}: ${valorDaBarra(linha)}${escolhidas.includes(linha.chave) ? ", filtro em uso" : ""}`
      }
      altura={linhas.length * 30 + 4}
      vazio="Nenhuma categoria no extrato."
    />
  );
}

function chaveDe({ chave }: LinhaBarra): string {
  return chave;
}
