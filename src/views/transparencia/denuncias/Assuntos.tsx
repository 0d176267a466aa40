import { useMemo } from "react";
import { isValor } from "../../../core/absence.ts";
import { formatPercent } from "../../../core/format.ts";
import { anoDoPeriodo, membrosDe, somarCelulas, tabelaDe } from "../../../core/publico/contagem.ts";
import { isLegivel } from "../../../core/publico/numero.ts";
import { TABELAS_DO_RELATORIO } from "../../../core/publico/relatorio.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Prosa } from "../protecao/Prosa.tsx";
import { alturaDasBarras, barrasDeitadas, type Barra } from "./desenhos.ts";
import { celulaDaContagem, contagemEmPalavras, temasDoAno, type LinhaDoTema } from "./modelo.ts";
import { SOBRE_OS_ASSUNTOS } from "./textos.ts";

const COLUNAS: readonly TableColumn<LinhaDoTema>[] = [
  { id: "assunto", titulo: "Assunto", tipo: "texto", valor: ({ nome }) => nome },
  { id: "denuncias", titulo: "Denúncias", tipo: "numero", valor: celulaDaContagem },
  { id: "minimo", titulo: "Ao menos", tipo: "numero", valor: ({ minimo }) => ({ valor: minimo }) },
];

/** What the complaints of a year are about. */
export function Assuntos({ publicacao, estado, mudar, cabecalho, demonstracao }: ParteDeTransparenciaProps) {
  const tabela = tabelaDe(publicacao, TABELAS_DO_RELATORIO.tema);
  const anos = useMemo(() => (tabela === null ? [] : [...new Set(membrosDe(tabela, "tempo").map(anoDoPeriodo))].sort((a, b) => b - a)), [tabela]);
  const fechados = useMemo(() => (tabela === null ? [] : anos.filter((ano) => isFechado(membrosDe(tabela, "tempo"), ano))), [tabela, anos]);
  const pedido = Number(estado.ajustes["do-ano"]);
  const ano = anos.find((um) => um === pedido) ?? fechados[0] ?? anos[0] ?? null;
  const linhas = useMemo(() => (tabela === null || ano === null ? [] : temasDoAno(publicacao, tabela, ano)), [publicacao, tabela, ano]);
  const options = useMemo(() => barrasDeitadas(linhas.map(barraDe)), [linhas]);
  if (tabela === null || ano === null) return null;
  const titulo = `Sobre o que foram as denúncias de ${ano}`;
  return (
    <section className="parte-secao" aria-label="Assuntos das denúncias">
      <SelectField
        rotulo="Ano dos assuntos"
        valor={String(ano)}
        opcoes={anos.map((um) => ({ valor: String(um), rotulo: fechados.includes(um) ? String(um) : `${um} (até agora)` }))}
        onMudar={(valor) => {
          mudar({ ajustes: { ...estado.ajustes, "do-ano": valor } }, { replace: true });
        }}
      />
      <ChartFrame
        titulo={titulo}
        subtitulo="Denúncias registradas no estado, por assunto. “Ao menos”: parte do número está oculta"
        leitura={leituraDosAssuntos(linhas, ano)}
        linhas={linhas}
        colunas={COLUNAS}
        chave={({ id }) => id}
        options={options}
        cabecalho={cabecalho(titulo, [String(ano)], demonstracao)}
        arquivo={`denuncias-assuntos-${ano}`}
        altura={alturaDasBarras(linhas.length)}
        vazio="Nenhuma denúncia com assunto neste ano."
      />
      <Prosa textos={SOBRE_OS_ASSUNTOS} />
    </section>
  );
}

/** A bar as long as what is visible; its text says when there is more. */
function barraDe(linha: LinhaDoTema): Barra {
  const valor = celulaDaContagem(linha);
  return { chave: linha.id, rotulo: linha.nome, valor: isValor(valor) || linha.minimo === 0 ? valor : { valor: linha.minimo }, texto: contagemEmPalavras(linha) };
}

/** True when the table has the year whole: the year itself, its last quarter or its last month. */
function isFechado(periodos: readonly string[], ano: number): boolean {
  return [`${ano}`, `${ano}-T4`, `${ano}-12`].some((ultimo) => periodos.includes(ultimo));
}

/** "O assunto mais frequente é …". */
export function leituraDosAssuntos(linhas: readonly LinhaDoTema[], ano: number): string {
  const [primeiro] = linhas;
  if (primeiro === undefined || primeiro.minimo === 0) return `Não há assunto que possa ser dito em ${ano}.`;
  const { valor } = somarCelulas(linhas);
  const quanto = isLegivel(valor) && isLegivel(primeiro.valor) && valor > 0 ? ` (${formatPercent((100 * primeiro.valor) / valor, 0)} do total)` : "";
  return `Em ${ano}, o assunto mais frequente entre os que se podem ver foi ${primeiro.nome}: ${contagemEmPalavras(primeiro)}${quanto}.`;
}
