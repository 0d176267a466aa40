import type { Municipio } from "../../core/municipio.ts";
import { type Achado, chaveDoAchado } from "../../core/qualidade/achado.ts";
import { marcaDe, type Marcas } from "../../core/qualidade/acompanhamento.ts";
import type { Avaliacao } from "../../core/qualidade/avaliar.ts";
import { buscaDeCorrecao, type Especie, type LivroDeRegras } from "../../core/qualidade/regra.ts";
import { matches } from "../../core/search.ts";
import type { Estado } from "./estado.ts";

/** The municipalities inside the filters of place and name. */
export interface Recorte {
  /** Places in the judgement's own list of municipalities. */
  readonly linhas: readonly number[];
  readonly codigos: ReadonlySet<number>;
}

/** Which municipalities the filters keep; one without region or porte is in no filtered list. */
export function recortar(
  avaliacao: Pick<Avaliacao, "codigos">,
  municipios: readonly Municipio[],
  { regioes, portes, busca }: Pick<Estado, "regioes" | "portes" | "busca">,
): Recorte {
  const porCodigo = new Map(municipios.map((municipio) => [municipio.codigo, municipio]));
  const linhas: number[] = [];
  const codigos = new Set<number>();
  avaliacao.codigos.forEach((codigo, linha) => {
    const municipio = porCodigo.get(codigo);
    if (municipio === undefined) return;
    const { regiaoImediata: regiao, porte, nome } = municipio;
    if (regioes.length > 0 && (regiao === null || !regioes.includes(regiao.codigo))) return;
    if (portes.length > 0 && (porte === null || !portes.includes(porte))) return;
    if (!matches(nome, busca)) return;
    linhas.push(linha);
    codigos.add(codigo);
  });
  return { linhas, codigos };
}

const PESO: Readonly<Record<Achado["gravidade"], number>> = { erro: 0, "a-conferir": 2, "sem-dado": 4 };

/**
 * The findings the filters keep, of the chosen municipality or indicator if any:
 * wrong ones first, missing ones last; among equals those the municipality can
 * correct, then the newest period.
 */
export function achadosNoRecorte(
  avaliacao: Pick<Avaliacao, "achados">,
  livro: LivroDeRegras,
  recorte: Recorte,
  marcas: Marcas,
  estado: Pick<Estado, "especies" | "estados" | "acompanhamento" | "indicador" | "municipio">,
): Achado[] {
  const { especies, estados, acompanhamento, indicador, municipio } = estado;
  const especieDe = new Map<string, Especie>(livro.regras.map(({ id, especie }) => [id, especie]));
  const passa = (achado: Achado): boolean => {
    if (municipio === null ? !recorte.codigos.has(achado.codigo) : achado.codigo !== municipio) return false;
    if (indicador !== null && achado.indicador !== indicador) return false;
    if (estados.length > 0 && !estados.includes(achado.gravidade)) return false;
    const especie = especieDe.get(achado.regra);
    if (especies.length > 0 && (especie === undefined || !especies.includes(especie))) return false;
    if (acompanhamento === "todos") return true;
    const situacao = marcaDe(marcas, achado)?.situacao ?? "sem-marca";
    return situacao === acompanhamento;
  };
  const daCarta = new Set(livro.regras.flatMap(({ id, carta }) => (carta ? [id] : [])));
  const correcaoDe = buscaDeCorrecao(livro);
  const peso = ({ gravidade, regra, fonte, indicador: id }: Achado): number =>
    PESO[gravidade] + (daCarta.has(regra) && correcaoDe(fonte, id)?.municipioCorrige === true ? 0 : 1);
  return avaliacao.achados
    .filter(passa)
    .toSorted((a, b) => peso(a) - peso(b) || (a.periodo < b.periodo ? 1 : a.periodo > b.periodo ? -1 : 0));
}

/** A finding as it stands in the address. */
export function itemDe(achado: Achado): string {
  return chaveDoAchado(achado).replaceAll(" ", ":");
}
