import { useMemo } from "react";
import { civilDe } from "../../../core/denuncias/dia.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import type { Perguntas } from "../../../data/apoio/perguntas.ts";
import { usePerguntaDoApoio } from "../../../ui/apoio/use-pergunta-do-apoio.ts";
import { AnswerState, type AnswerStatus } from "../../../ui/states/AnswerState.tsx";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { agrupamentoDe, gruposDaPagina, type Grupos } from "./agrupamentos.ts";
import { CONTAGEM } from "./contagem.ts";
import { CurvaDaNecessidade, CurvaDeLorenz } from "./Curvas.tsx";
import { Escolhas } from "./Escolhas.tsx";
import type { EstadoDaEquidade } from "./estado-da-parte.ts";
import { fraseDaEquidade, totalDe } from "./frase.ts";
import { sortearGrupos } from "./grupos.ts";
import { Metodo } from "./Metodo.tsx";
import { GruposNoSorteio } from "./GruposNoSorteio.tsx";
import "./equidade.css";

type Pede = Perguntas["equidade"]["pede"];
type Responde = Perguntas["equidade"]["responde"];

/** Same seed at every visit, so that a simulated band does not move under the reader. */
const SEMENTE = "equidade";

/** Does support go where need is greater, and what would a lottery have given each group? */
export default function Equidade(props: ParteDeCoberturaProps) {
  const { apoio, ajustes, municipios, periodo, dentro, demonstracao, estado: pagina } = props;
  const { conta, porHabitante } = pagina.equidade;
  const grupos = useMemo(() => gruposDaPagina(municipios, ajustes.notas), [municipios, ajustes.notas]);
  const { de, ate } = periodo.dias;
  const pede = useMemo<Pede>(
    () => ({ periodo: { de, ate }, conta, dentro, agrupamentos: grupos.map((grupo) => agrupamentoDe(grupo, porHabitante)), porHabitante, seed: SEMENTE }),
    [de, ate, conta, dentro, grupos, porHabitante],
  );
  const pergunta = usePerguntaDoApoio(apoio, "equidade", pede);
  const answer: AnswerStatus<Responde> = pergunta.estado === "pronto" ? { estado: "pronto", answer: pergunta.resposta, atualizando: pergunta.atualizando } : pergunta;
  const pedida = pergunta.estado === "pronto" ? pergunta.pede : pede;
  return (
    <div className="cobertura-equidade">
      {pergunta.estado === "pronto" ? null : <FraseDaParte demonstracao={demonstracao}>Contando o apoio de cada município e comparando com um sorteio…</FraseDaParte>}
      <Escolhas {...props} />
      <AnswerState answer={answer} rotulo="comparando o apoio com um sorteio" altura="60rem">
        {(resposta) => (isAlinhada(resposta, pedida, grupos) ? <Resultado {...props} resposta={resposta} pede={pedida} grupos={grupos} /> : null)}
      </AnswerState>
    </div>
  );
}

/** False while the answer is of other municipalities or groups than those in use. */
function isAlinhada({ contagens }: Responde, { agrupamentos }: Pede, grupos: readonly Grupos[]): boolean {
  return agrupamentos.length === grupos.length && grupos.every(({ de, nomes }, i) => de.length === contagens.length && agrupamentos[i]?.quantos === nomes.length);
}

interface ResultadoProps extends ParteDeCoberturaProps {
  readonly resposta: Responde;
  /** What was asked: while the next answer comes, that of the one shown. */
  readonly pede: Pede;
  readonly grupos: readonly Grupos[];
}

function Resultado({ resposta, pede, grupos, ...props }: ResultadoProps) {
  const { demonstracao, ajustes, cabecalho, hoje, estado: pagina } = props;
  const { medida } = pagina.equidade;
  const estado = useMemo<EstadoDaEquidade>(() => ({ conta: pede.conta, porHabitante: pede.porHabitante, medida }), [pede, medida]);
  const total = useMemo(() => totalDe(resposta.contagens), [resposta]);
  const sorteios = useMemo(
    () => sortearGrupos({ grupos, contagens: resposta.contagens, sorteios: resposta.sorteios, medida, chances: pede.porHabitante ? ajustes.populacao : null }),
    [grupos, resposta, medida, pede, ajustes.populacao],
  );
  const doExport = (titulo: string): ExportHeader => {
    const comum = cabecalho(titulo);
    return { ...comum, filtros: [...comum.filtros, ...escolhasEmPalavras(estado)] };
  };
  const foraDoFiltro = resposta.contagens.length - total.municipios;
  const comum = { estado, cabecalho: doExport, arquivo: `cobertura-equidade-${hoje}` };
  return (
    <>
      <FraseDaParte demonstracao={demonstracao}>
        {fraseDaEquidade({ de: civilDe(pede.periodo.de), ate: civilDe(pede.periodo.ate), estado, total, necessidade: resposta.necessidade, sorteios })}
      </FraseDaParte>
      <div className="cobertura-equidade-duo">
        <CurvaDaNecessidade {...comum} indice={resposta.necessidade} foraDoFiltro={foraDoFiltro} />
        <CurvaDeLorenz {...comum} indice={resposta.desigualdade} foraDoFiltro={foraDoFiltro} />
      </div>
      <GruposNoSorteio {...comum} sorteios={sorteios} total={total} nomeRegiao={props.territorio.nomeRegiao} />
      <Metodo {...props} semNota={ajustes.notas?.filter((nota) => nota === null).length ?? null} />
    </>
  );
}

/** The part's own choices, one clause each, for exports. */
function escolhasEmPalavras({ conta, porHabitante, medida }: EstadoDaEquidade): string[] {
  return [
    `o que se conta: ${CONTAGEM[conta].rotulo.toLocaleLowerCase("pt-BR")}, uma vez por município alcançado`,
    `cada ${porHabitante ? "habitante" : "município"} pesa o mesmo nas curvas${porHabitante ? " e no sorteio do apoio" : ""}`,
    `comparado com o sorteio: ${medida === "municipios" ? "municípios alcançados" : "apoio recebido"}`,
  ];
}
