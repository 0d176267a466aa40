import { useMemo } from "react";
import { funisDaSatisfacao, type FunilDaSatisfacao } from "../../../core/servicos/index.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import type { Contexto } from "./contexto.ts";
import type { DoServicoProps } from "./EntreMunicipios.tsx";
import { ALTURA_DO_FUNIL, colunasDoFunil, desenhoDoFunil, LEGENDA_DO_FUNIL, leituraDoFunil, linhasDoFunil, type LinhaDoFunil } from "./funil.ts";
import { escalaEmPalavras } from "./palavras.ts";
import { anoEmPalavras, doServico } from "./recorte.ts";

/** Is a mark of satisfaction out of the common run, or is it the few who answered? One funnel a scale. */
export function Funil({ contexto, servico }: DoServicoProps) {
  const { recorte } = contexto;
  const { doAno, cem } = recorte;
  const funis = useMemo(() => (servico === null ? [] : funisDaSatisfacao(doServico(doAno, servico), { cem })), [doAno, servico, cem]);
  if (servico === null || funis.length === 0) return null;
  return (
    <section className="cobertura-servicos-secao" aria-labelledby="servicos-funil">
      <h2 id="servicos-funil">{`Satisfação e número de respostas: ${servico.nome}`}</h2>
      <p className="ui-small ui-muted ui-reading">
        Com poucas respostas, a média sobe e desce por acaso. A faixa mostra até onde iria só por acaso, em volta da média de todas as respostas dos municípios à vista. Ninguém informa como
        as notas variam: a faixa usa a maior variação que a escala permite, de modo que quem está fora dela está mesmo fora. Quem responde escolheu responder: a nota não é a de
        todos os atendidos.
      </p>
      {funis.map((funil) => (
        <UmFunil key={escalaEmPalavras(funil.escala)} contexto={contexto} funil={funil} nomeDoServico={servico.nome} />
      ))}
    </section>
  );
}

function UmFunil({ contexto, funil, nomeDoServico }: { readonly contexto: Contexto; readonly funil: FunilDaSatisfacao; readonly nomeDoServico: string }) {
  const { nome, cabecalho, recorte } = contexto;
  const linhas = useMemo(() => linhasDoFunil(funil, nome), [funil, nome]);
  const options = useMemo(() => desenhoDoFunil(funil, linhas), [funil, linhas]);
  const colunas = useMemo(() => colunasDoFunil(funil), [funil]);
  const escala = escalaEmPalavras(funil.escala);
  const titulo = `${nomeDoServico}: satisfação de ${escala} em ${recorte.ano === null ? "" : anoEmPalavras(recorte.ano, recorte.anoDeHoje)}`;
  return (
    <ChartFrame
      titulo={titulo}
      subtitulo={`Nota de ${escala} e número de respostas de cada município`}
      leitura={leituraDoFunil(funil)}
      linhas={linhas}
      colunas={colunas}
      chave={codigoDe}
      options={options}
      cabecalho={cabecalho(titulo)}
      arquivo={`servicos-satisfacao-${recorte.ano ?? ""}`}
      legenda={LEGENDA_DO_FUNIL}
      altura={ALTURA_DO_FUNIL}
      vazio="Nenhuma satisfação com escala e respostas."
    />
  );
}

function codigoDe({ codigo }: LinhaDoFunil): number {
  return codigo;
}
