import type { TabelaAberta, ValorAberto } from "../../src/core/publico/aberto.ts";
import type { Contagem } from "../../src/core/publico/contagem.ts";
import type { Publicacao } from "../../src/core/publico/publicacao.ts";
import { montarRelatorio, type RelatorioPublico } from "../../src/core/publico/relatorio.ts";
import { apoioDaPasta } from "./visitas.ts";
import { escreverJson, type Escritor } from "./montagem.ts";

/** Writes `relatorio.json`: the annual report of each closed year. */
export const escreverRelatorio: Escritor = async (m) => {
  const relatorio = montarRelatorio(m.publicacao, apoioDaPasta(m)?.resumo ?? null);
  await escreverJson(m, "relatorio.json", relatorio);
  return relatorio.anos.length === 0 ? [] : [tabelaDoRelatorio(relatorio, m.publicacao, m.politica.marca)];
};

function tabelaDoRelatorio({ anos, demonstracao }: RelatorioPublico, { rotulos }: Publicacao, marca: string): TabelaAberta {
  const linha = (ano: number, item: string, id: string, nome: string, { valor, minimo }: Contagem): readonly ValorAberto[] => [ano, item, id, nome, valor === "oculto" ? marca : valor, minimo];
  return {
    id: "relatorio-anual",
    titulo: `Relatório anual das denúncias${demonstracao ? " (demonstração)" : ""}`,
    descricao: "Número de denúncias, assuntos, prazos e desfechos de cada ano fechado. Onde há parcela oculta, o total fica oculto e a coluna “ao_menos” diz a soma do que se vê.",
    colunas: [
      { nome: "ano", titulo: "Ano", descricao: "Ano do registro da denúncia.", tipo: "inteiro", chave: true },
      { nome: "item", titulo: "Item", descricao: "numero, periodo, assunto, prazo ou desfecho.", tipo: "texto", chave: true },
      { nome: "categoria", titulo: "Categoria", descricao: "Identificador do período, assunto, prazo ou desfecho.", tipo: "texto", chave: true },
      { nome: "nome", titulo: "Nome", descricao: "Nome da categoria.", tipo: "texto" },
      { nome: "denuncias", titulo: "Denúncias", descricao: "Quantas denúncias.", tipo: "inteiro", unidade: "denúncias" },
      { nome: "ao_menos", titulo: "Ao menos", descricao: "Soma das parcelas visíveis.", tipo: "inteiro", unidade: "denúncias" },
    ],
    linhas: anos.flatMap(({ ano, numero, periodos, motivos, prazos, desfechos }) => [
      linha(ano, "numero", "total", "Denúncias registradas no ano", numero),
      ...periodos.map((parte) => linha(ano, "periodo", parte.membro, parte.membro, parte)),
      ...motivos.map((parte) => linha(ano, "assunto", parte.membro, rotulos.tema?.[parte.membro] ?? parte.membro, parte)),
      ...prazos.map((parte) => linha(ano, "prazo", parte.membro, rotulos.prazo?.[parte.membro] ?? parte.membro, parte)),
      ...desfechos.map((parte) => linha(ano, "desfecho", parte.membro, rotulos.desfecho?.[parte.membro] ?? parte.membro, parte)),
    ]),
    oculto: marca,
    fontes: ["denuncias"],
    demonstracao,
    cobertura: { inicio: anos[0]?.ano.toString() ?? null, fim: anos.at(-1)?.ano.toString() ?? null },
    periodicidade: "anual",
  };
}
