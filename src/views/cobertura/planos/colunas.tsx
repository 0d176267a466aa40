import { celula } from "../../../core/absence.ts";
import { formatDate, formatNumber } from "../../../core/format.ts";
import { ESPECIE_ROTULO, ORIGEM_ROTULO, PROBLEMA_TEXTO, type AcaoContada, type PlanosDoMunicipio, type ProblemaDoPlano } from "../../../core/planos/index.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { MarcaDaAcao } from "./Marca.tsx";
import { FONTE_ROTULO, situacaoEmPalavras } from "./palavras.ts";

type Nome = (codigo: number) => string;

/** Progress of each municipality; the bar says the same as the words beside it. */
export function colunasDosMunicipios(nome: Nome): readonly TableColumn<PlanosDoMunicipio>[] {
  const numero = (id: string, titulo: string, valor: (linha: PlanosDoMunicipio) => number, unidade?: string): TableColumn<PlanosDoMunicipio> => ({
    id,
    titulo,
    tipo: "numero",
    valor: (linha) => ({ valor: valor(linha) }),
    ...(unidade === undefined ? {} : { unidade }),
  });
  return [
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ municipio }) => nome(municipio) },
    numero("atraso", "Maior atraso", ({ maiorAtraso }) => maiorAtraso ?? 0, "dias"),
    numero("atrasadas", "Passaram do prazo", ({ atrasadas }) => atrasadas, "ações"),
    {
      id: "feitas",
      titulo: "Feitas",
      unidade: "ações",
      tipo: "numero",
      valor: ({ concluidas }) => ({ valor: concluidas }),
      render: (linha) => (
        <span className="planos-feitas">
          <span className="planos-barra" aria-hidden="true">
            <span style={{ inlineSize: `${linha.acoes === 0 ? 0 : (100 * linha.concluidas) / linha.acoes}%` }} />
          </span>
          <span>
            {formatNumber(linha.concluidas)} de {formatNumber(linha.acoes)}
          </span>
        </span>
      ),
    },
    numero("acoes", "Ações ao todo", ({ acoes }) => acoes),
    numero("sem-prazo", "Sem prazo", ({ semPrazo }) => semPrazo, "ações"),
    numero("planos", "Planos", ({ planos }) => planos),
    numero("concluidos", "Concluídos", ({ concluidos }) => concluidos, "planos"),
    numero("cmas", "Esperam o CMAS", ({ aguardamCmas }) => aguardamCmas, "planos"),
    numero("cib", "Esperam a CIB", ({ aguardamCib }) => aguardamCib, "planos"),
  ];
}

/** The chain of each action, one column a link of it. */
export function colunasDasAcoes(nome: Nome): readonly TableColumn<AcaoContada>[] {
  const texto = (id: string, titulo: string, valor: (linha: AcaoContada) => string): TableColumn<AcaoContada> => ({ id, titulo, tipo: "texto", ordenavel: false, valor });
  const data = (id: string, titulo: string, valor: (linha: AcaoContada) => string | null): TableColumn<AcaoContada> => ({
    id,
    titulo,
    tipo: "data",
    ordenavel: false,
    valor: (linha) => valor(linha) ?? { ausencia: "sem-dado" },
  });
  return [
    {
      ...texto("situacao", "Situação", situacaoEmPalavras),
      largura: "14rem",
      render: (linha) => <MarcaDaAcao situacao={linha.situacao}>{situacaoEmPalavras(linha)}</MarcaDaAcao>,
    },
    texto("municipio", "Município", ({ plano }) => nome(plano.municipio)),
    texto("dificuldade", "Dificuldade", ({ plano }) => plano.dificuldade),
    texto("origem", "Origem", ({ plano }) => ORIGEM_ROTULO[plano.origem]),
    texto("acao", "Ação", ({ acao }) => acao.descricao),
    texto("orgao", "Órgão responsável", ({ acao }) => acao.orgao ?? "sem dado"),
    data("prazo", "Prazo", ({ acao }) => acao.prazo),
    texto("evidencia", "Evidência", ({ acao, situacao }) => acao.evidencia ?? (situacao === "concluida" ? "sem dado" : "ainda não")),
    texto("conclusao", "Conclusão", ({ acao }) => (acao.conclusao === null ? "ainda não" : formatDate(acao.conclusao))),
    texto("especie", "Espécie", ({ plano }) => ESPECIE_ROTULO[plano.especie]),
  ];
}

/** The file adds what the screen leaves to the municipality's own page. */
export function colunasDoArquivo(nome: Nome): readonly TableColumn<AcaoContada>[] {
  const data = (id: string, titulo: string, valor: (linha: AcaoContada) => string | null): TableColumn<AcaoContada> => ({
    id,
    titulo,
    tipo: "data",
    valor: (linha) => valor(linha) ?? { ausencia: "sem-dado" },
  });
  return [
    { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ plano }) => String(plano.municipio) },
    { id: "plano", titulo: "Plano", tipo: "texto", valor: ({ plano }) => plano.numero ?? plano.id },
    ...colunasDasAcoes(nome).filter(({ id }) => id !== "conclusao"),
    data("conclusao", "Conclusão", ({ acao }) => acao.conclusao),
    { id: "atraso", titulo: "Atraso", unidade: "dias", tipo: "numero", valor: ({ atraso, situacao }) => (situacao === "sem-prazo" ? celula(null) : { valor: atraso ?? 0 }) },
    data("inicio", "Início do plano", ({ plano }) => plano.inicio),
    data("cmas", "Aprovação pelo CMAS", ({ plano }) => plano.aprovacaoCmas),
    data("cib", "Pactuação na CIB", ({ plano }) => plano.pactuacaoCib),
    { id: "fonte", titulo: "Fonte", tipo: "texto", valor: ({ plano }) => FONTE_ROTULO[plano.fonte] },
  ];
}

/** Rows of the file of what does not fit. */
export function colunasDosProblemas(nome: Nome): readonly TableColumn<ProblemaDoPlano>[] {
  const texto = (id: string, titulo: string, valor: (linha: ProblemaDoPlano) => string): TableColumn<ProblemaDoPlano> => ({ id, titulo, tipo: "texto", valor });
  return [
    texto("problema", "O que conferir", ({ codigo }) => PROBLEMA_TEXTO[codigo].nome),
    texto("municipio", "Município", ({ municipio }) => (municipio === null ? "sem dado" : nome(municipio))),
    texto("plano", "Plano", ({ plano }) => plano ?? "sem dado"),
    texto("descricao", "Ação ou dificuldade", ({ descricao }) => descricao),
    texto("dado", "O que está escrito", ({ dado }) => dado ?? ""),
    texto("mensagem", "O que é", ({ codigo }) => PROBLEMA_TEXTO[codigo].mensagem),
    texto("conserto", "O que fazer", ({ codigo }) => PROBLEMA_TEXTO[codigo].conserto),
    texto("artigo", "Artigo", ({ codigo }) => PROBLEMA_TEXTO[codigo].artigo ?? ""),
  ];
}

