import { formatNumber, formatPeriod } from "../format.ts";
import type { Indicador } from "../indicador.ts";
import { CASAS_DA_LISTA } from "../metodo/list.ts";
import { PORTE_ROTULO } from "../municipio.ts";
import type { FraseDoDossie, SecaoDoDossie } from "./dossie.ts";
import type { EntradaDosDossies, FiguraAnterior } from "./entrada.ts";
import { figuraComPeriodo, figuraEmTexto, figuraNova, posicaoEmTexto, posicaoPorNecessidade, type FiguraNova, type Posicao } from "./figura.ts";

/** Indicators printed; the others are counted. */
export const MAIS_INDICADORES = 14;

/** What became of the need an indicator tells of. */
export type Mudanca = "mais" | "menos" | "igual";

/** An indicator of the method in one municipality. */
export interface LeituraDoIndicador {
  readonly registro: Indicador;
  readonly figura: FiguraNova | null;
  /** Points of the score as printed; null where it gives none. */
  readonly pontos: number | null;
  readonly noEstado: Posicao | null;
  readonly naRegiao: Posicao | null;
  readonly noPorte: Posicao | null;
  readonly anterior: FiguraAnterior | null;
  readonly mudanca: Mudanca | null;
}

/** The method's indicators in one municipality, those that give the score most points first; then in the method's order. */
export function lerIndicadores(entrada: EntradaDosDossies, i: number): LeituraDoIndicador[] {
  const { municipios, preparada, lista, linhaDe, registroDe, colunaDe, anteriores } = entrada;
  const municipio = municipios[i];
  if (municipio === undefined) throw new RangeError(`no municipality ${i} among ${municipios.length}`);
  const { codigo, regiaoImediata, porte } = municipio;
  const todos = municipios.map((_, m) => m);
  const daRegiao = regiaoImediata === null ? [] : (entrada.daRegiao.get(regiaoImediata.codigo) ?? []);
  const doPorte = porte === null ? [] : (entrada.doPorte.get(porte) ?? []);
  const pontosDe = new Map(lista.indicadores.map((id, n) => [id, linhaDe.get(codigo)?.indicadores[n] ?? null]));
  const lidos = preparada.indicadores.flatMap(({ metodo: { id, polaridade } }): LeituraDoIndicador[] => {
    const registro = registroDe.get(id);
    if (registro === undefined) return [];
    const valores = colunaDe.get(id)?.valores ?? [];
    const em = (membros: readonly number[]): Posicao | null => (membros.length === 0 ? null : posicaoPorNecessidade(valores, i, membros, polaridade));
    const figura = figuraNova(entrada, id, i);
    const anterior = figura === null ? null : (anteriores?.get(id)?.get(codigo) ?? null);
    return [
      {
        registro,
        figura,
        pontos: pontosDe.get(id) ?? null,
        noEstado: em(todos),
        naRegiao: em(daRegiao),
        noPorte: em(doPorte),
        anterior,
        mudanca: figura === null || anterior === null ? null : mudancaDe(figura.valor, anterior.valor, registro, polaridade),
      },
    ];
  });
  return lidos.toSorted((a, b) => (b.pontos ?? -Infinity) - (a.pontos ?? -Infinity) || 0);
}

function mudancaDe(agora: number, antes: number, registro: Indicador, polaridade: Indicador["polaridade"]): Mudanca {
  if (figuraEmTexto(registro, agora) === figuraEmTexto(registro, antes)) return "igual";
  return agora > antes === (polaridade === "maior-mais-necessidade") ? "mais" : "menos";
}

/** Indicators with value, place in state, region and size, and what changed. */
export function secaoDosIndicadores(entrada: EntradaDosDossies, i: number, lidos: readonly LeituraDoIndicador[]): SecaoDoDossie {
  const municipio = entrada.municipios[i];
  const regiao = municipio?.regiaoImediata?.nome ?? null;
  const porte = municipio?.porte ?? null;
  const mostrados = lidos.slice(0, MAIS_INDICADORES);
  const resto = lidos.length - mostrados.length;
  const nota: FraseDoDossie = {
    tipo: "frase",
    papel: "nota",
    texto: `Posição por necessidade de apoio: a 1ª é a de mais necessidade entre os que têm dado; valores iguais dividem as posições. Antes: o dado mais antigo dos cinco anos anteriores ao valor, e se a necessidade hoje é maior, menor ou igual. Pontos: quanto cada indicador soma à nota.${resto === 0 ? "" : ` Mais ${formatNumber(resto)} indicadores do método não couberam aqui.`}`,
  };
  return {
    id: "indicadores",
    titulo: "Indicadores do índice",
    largura: "inteira",
    blocos: [
      {
        tipo: "tabela",
        legenda: `Valor mais novo, posição no estado, na região${regiao === null ? "" : ` de ${regiao}`} e no porte${porte === null ? "" : ` ${PORTE_ROTULO[porte]}`}, e o que mudou em até cinco anos`,
        colunas: [
          { titulo: "Indicador", numero: false, parte: 0.19 },
          { titulo: "Valor (período)", numero: true, parte: 0.18 },
          { titulo: "No estado", numero: true, parte: 0.13 },
          { titulo: "Na região", numero: true, parte: 0.12 },
          { titulo: "No porte", numero: true, parte: 0.12 },
          { titulo: "Antes: necessidade hoje", numero: false, parte: 0.19 },
          { titulo: "Pontos", numero: true, parte: 0.07 },
        ],
        linhas: mostrados.map((lido) => [
          lido.registro.nomeCurto,
          figuraComPeriodo(lido.registro, lido.figura),
          posicaoEmTexto(lido.noEstado),
          posicaoEmTexto(lido.naRegiao),
          posicaoEmTexto(lido.noPorte),
          mudancaEmTexto(lido),
          lido.pontos === null ? "–" : formatNumber(lido.pontos, CASAS_DA_LISTA),
        ]),
      },
      nota,
    ],
  };
}

const MUDANCA_ROTULO: Readonly<Record<Mudanca, string>> = { mais: "maior hoje", menos: "menor hoje", igual: "igual hoje" };

/** "3,10 (2019): menor hoje"; "sem outro ano" where the base has no earlier figure. */
function mudancaEmTexto({ registro, figura, anterior, mudanca }: LeituraDoIndicador): string {
  if (figura === null) return "–";
  if (anterior === null || mudanca === null) return "sem outro ano";
  return `${figuraEmTexto(registro, anterior.valor)} (${formatPeriod(anterior.periodo)}): ${MUDANCA_ROTULO[mudanca]}`;
}
