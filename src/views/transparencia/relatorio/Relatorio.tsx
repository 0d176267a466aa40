import { useMemo, type ReactNode } from "react";
import { count, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import { isLegivel } from "../../../core/publico/numero.ts";
import type { RelatorioDoAno, RelatorioPublico } from "../../../core/publico/relatorio.ts";
import { parseRelatorioPublico } from "../../../data/publico/relatorio.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { PageSentence } from "../../../ui/states/PageSentence.tsx";
import { fraseDoNumero, rotuloDe } from "../denuncias/modelo.ts";
import { Lido } from "../Lido.tsx";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Citacao, NORMA } from "../protecao/Citacao.tsx";
import { Prosa } from "../protecao/Prosa.tsx";
import { COLUNAS_DO_RELATORIO, linhasDoRelatorio } from "./linhas.ts";
import { Quadro } from "./Quadro.tsx";
import { O_QUE_E, O_QUE_FALTA, SOBRE_AS_PROVIDENCIAS, SOBRE_O_QUE_SE_REPETE } from "./textos.ts";
import "./relatorio.css";

/** The annual report of a closed year, on screen, on paper and as data. */
export default function Relatorio(props: ParteDeTransparenciaProps) {
  const leitura = props.ler("relatorio.json", parseRelatorioPublico);
  return (
    <>
      {leitura.estado === "erro" ? <h1>Relatório anual</h1> : null}
      <Lido leitura={leitura} rotulo="Lendo o relatório anual" altura="40rem">
        {(relatorio) => <Escolhido {...props} relatorio={relatorio} />}
      </Lido>
    </>
  );
}

function Escolhido({ relatorio, ...props }: ParteDeTransparenciaProps & { readonly relatorio: RelatorioPublico }) {
  const { estado, mudar } = props;
  const { anos, demonstracao } = relatorio;
  const doAno = anos.find(({ ano }) => ano === estado.ano) ?? anos.at(-1);
  if (doAno === undefined) return <PageSentence titulo="Relatório anual">Ainda não há ano fechado para contar.</PageSentence>;
  return (
    <article className="relatorio-anual">
      <PageSentence titulo={`Relatório anual das denúncias: ${doAno.ano}`} demonstracao={demonstracao}>
        {fraseDoNumero(doAno.ano, doAno.numero, doAno.completo)}
      </PageSentence>
      <div className="ui-row ui-no-print">
        <SelectField
          rotulo="Ano do relatório"
          valor={String(doAno.ano)}
          opcoes={[...anos].reverse().map(({ ano }) => ({ valor: String(ano), rotulo: String(ano) }))}
          onMudar={(valor) => {
            mudar({ ano: Number(valor) });
          }}
        />
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            window.print();
          }}
        >
          Imprimir ou salvar em PDF
        </button>
      </div>
      <DoAno {...props} relatorio={relatorio} doAno={doAno} />
    </article>
  );
}

function DoAno({ relatorio, doAno, ...props }: ParteDeTransparenciaProps & { readonly relatorio: RelatorioPublico; readonly doAno: RelatorioDoAno }) {
  const { publicacao, cabecalho, arquivo, territorio } = props;
  const { ano, periodos, motivos, recorrentes, prazos, desfechos, apoio, numero } = doAno;
  const { demonstracao } = relatorio;
  const linhas = useMemo(() => linhasDoRelatorio(doAno, publicacao), [doAno, publicacao]);
  const total = isLegivel(numero.valor) ? numero.valor : null;
  const nomeDo = (dimensao: "tema" | "prazo" | "desfecho") => (id: string) => rotuloDe(publicacao, dimensao, id);
  return (
    <>
      <section className="parte-secao" aria-label="O que é este relatório">
        <Prosa textos={O_QUE_E} />
        <p>
          Ele segue a Lei federal 13.460/2017, arts. 14 e 15.
          <Citacao norma={props.norma} id={NORMA.resposta} artigo="art. 3º" antes=" O direito a saber do resultado está na " depois="." />
        </p>
      </section>
      <Secao id="numero" titulo="1. Quantas denúncias">
        <Quadro legenda={`Denúncias registradas em cada período de ${ano}`} primeira="Período" partes={periodos} nome={periodoNoQuadro} total={total} />
      </Secao>
      <Secao id="motivos" titulo="2. Por que motivo">
        <Quadro legenda={`Denúncias de ${ano} por assunto`} primeira="Assunto" partes={motivos} nome={nomeDo("tema")} total={total} />
      </Secao>
      <Secao id="repete" titulo="3. O que se repete">
        <p>{fraseDosRecorrentes(doAno, nomeDo("tema"))}</p>
        <p>{SOBRE_O_QUE_SE_REPETE}</p>
        {recorrentes.length === 0 ? null : (
          <ul>
            {recorrentes.map(({ tema, vezes, periodos: quantos }) => (
              <li key={tema}>
                {nomeDo("tema")(tema)}: entre os mais frequentes em {formatNumber(vezes)} de {count(quantos, "período", "períodos")}.
              </li>
            ))}
          </ul>
        )}
      </Secao>
      <Secao id="providencias" titulo="4. O que foi feito">
        <Prosa textos={SOBRE_AS_PROVIDENCIAS} />
        <Quadro legenda={`Resultado das denúncias de ${ano}`} primeira="Resultado" partes={desfechos} nome={nomeDo("desfecho")} total={total} />
        <Quadro legenda={`Resposta às denúncias de ${ano}`} primeira="Resposta a quem denunciou" partes={prazos} nome={nomeDo("prazo")} total={total} />
        {apoio === null ? null : (
          <p>
            Em {ano}, o Estado fez {count(apoio.eventosDeApoio, "evento", "eventos")} de apoio técnico, em {count(apoio.municipiosApoiados, "município", "municípios")}.
          </p>
        )}
        <p>{O_QUE_FALTA}</p>
      </Secao>
      <section className="parte-secao ui-no-print" aria-label="Baixar o relatório">
        <h2>Baixar</h2>
        <TableCsvButton arquivo={`relatorio-anual-${ano}`} cabecalho={cabecalho(`Relatório anual das denúncias de ${ano}`, [String(ano)], demonstracao)} colunas={COLUNAS_DO_RELATORIO} linhas={linhas}>
          Baixar o relatório de {ano} (CSV)
        </TableCsvButton>{" "}
        <a href={arquivo("dados/relatorio-anual.csv")} download>
          Todos os anos, para programas (CSV)
        </a>
      </section>
      <p className="ui-only-print ui-small">
        {territorio.orgao}. Números até {formatDate(publicacao.dataReferencia)}. Publicação {publicacao.hash}. Regras de proteção {publicacao.politica}.{demonstracao ? " Dados de demonstração: não descrevem fatos." : ""}
      </p>
    </>
  );
}

function Secao({ id, titulo, children }: { readonly id: string; readonly titulo: string; readonly children: ReactNode }) {
  return (
    <section className="parte-secao" aria-labelledby={`relatorio-${id}`}>
      <h2 id={`relatorio-${id}`}>{titulo}</h2>
      {children}
    </section>
  );
}

function periodoNoQuadro(periodo: string): string {
  const trimestre = /-T([1-4])$/.exec(periodo);
  return trimestre === null ? periodo : `${trimestre[1] ?? ""}º trimestre`;
}

function fraseDosRecorrentes({ ano, recorrentes, periodos }: RelatorioDoAno, nome: (id: string) => string): string {
  if (recorrentes.length > 0) return `Em ${ano}, ${recorrentes.length === 1 ? "se repetiu este assunto" : "se repetiram estes assuntos"}: ${joinPt(recorrentes.map(({ tema }) => nome(tema)))}.`;
  return periodos.length < 2 ? `Com um só período, não há como dizer o que se repetiu em ${ano}.` : `Nenhum assunto se repetiu em ${ano}.`;
}
