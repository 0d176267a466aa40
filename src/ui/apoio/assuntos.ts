import { compareNames } from "../../core/format.ts";
import { coordenacaoDoTema, type Coordenacao, type Pacto } from "../../core/pacto/index.ts";
import { fold } from "../../core/search.ts";

/** A theme that an office answers for. */
export interface Assunto {
  readonly chave: string;
  readonly nome: string;
  readonly coordenacao: Coordenacao;
}

/**
 * Themes of each office, in the order of the norm: its own and the short names of the
 * lines it answers for, each once, by name; an office without any stands by its name.
 */
export function assuntosDasCoordenacoes({ coordenacoes, linhas }: Pick<Pacto, "coordenacoes" | "linhas">): Assunto[] {
  const lidos = new Set<string>();
  return coordenacoes.flatMap((coordenacao) => {
    const nomes = [...linhas.filter((linha) => linha.coordenacao === coordenacao.id).map(({ tema }) => tema), ...coordenacao.temas].filter((nome) => {
      const lido = coordenacaoDoTema(nome, { linhas, coordenacoes });
      const novo = !lidos.has(fold(nome)) && lido?.id === coordenacao.id;
      if (novo) lidos.add(fold(nome));
      return novo;
    });
    const todos = nomes.length === 0 ? [coordenacao.nome] : nomes.sort(compareNames);
    return todos.map((nome) => ({ chave: `${coordenacao.id}:${fold(nome)}`, nome, coordenacao }));
  });
}

/** The subject a theme is of, in any of the ways it is written; null when no office answers for it. */
export function assuntoDoTema(tema: string | null, assuntos: readonly Assunto[], pacto: Pick<Pacto, "coordenacoes" | "linhas">): Assunto | null {
  if (tema === null) return null;
  const alvo = fold(tema);
  const linha = pacto.linhas.find((item) => [item.nome, item.tema, ...item.temas].some((nome) => fold(nome) === alvo));
  const procurado = fold(linha?.tema ?? tema);
  const direto = assuntos.find(({ nome }) => fold(nome) === procurado);
  if (direto !== undefined) return direto;
  const coordenacao = coordenacaoDoTema(tema, pacto);
  return coordenacao === null ? null : (assuntos.find((item) => item.coordenacao.id === coordenacao.id) ?? null);
}
