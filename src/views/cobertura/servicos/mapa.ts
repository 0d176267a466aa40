import { isValor, type Celula } from "../../../core/absence.ts";
import { buildLayer, quantileClasses } from "../../../core/classes.ts";
import { count, formatNumber } from "../../../core/format.ts";
import type { MapLayer } from "../../../core/map-layer.ts";
import { MEDIDA_ROTULO, type MedidaDoServico } from "../../../core/servicos/index.ts";
import type { CardLine } from "../../../ui/map/props.ts";
import { casasDaMedida, escalaDaMedida, MEDIDA_UNIDADE, observacaoDe, valorOuDuvida, type LinhaDoMunicipio } from "./entre-municipios.ts";

const CLASSES = 5;

export interface EntradaDaCamada {
  /** One a municipality of the map, in any order. */
  readonly linhas: readonly LinhaDoMunicipio[];
  readonly medida: MedidaDoServico;
  readonly cem: boolean;
  /** Scale drawn; the others cannot share its colours. */
  readonly escala: string;
  readonly ano: string;
}

/** A figure that is in doubt, or of another scale, is on the map as too little to say anything by. */
function celulaNoMapa(linha: LinhaDoMunicipio, { medida, escala }: Pick<EntradaDaCamada, "medida" | "escala">): Celula {
  const valor = valorOuDuvida(linha, medida);
  if (typeof valor === "string" || (isValor(valor) && linha.noGrupo?.valor?.escala !== escala)) return { ausencia: "dados-insuficientes" };
  return valor;
}

/** The measure on the map, in classes of about as many municipalities each. */
export function camadaDaMedida(entrada: EntradaDaCamada): MapLayer {
  const { linhas, medida, cem, escala, ano } = entrada;
  const casas = casasDaMedida(medida, cem);
  const celulas = new Map(linhas.map((linha) => [linha.municipio.codigo, celulaNoMapa(linha, entrada)]));
  const valores = [...celulas.values()].flatMap((celula) => (isValor(celula) ? [celula.valor] : []));
  return buildLayer({
    titulo: `${MEDIDA_ROTULO[medida]} em ${ano}${escala === "" ? "" : `, ${escalaDaMedida(escala)}`}`,
    unidade: MEDIDA_UNIDADE[medida].unidade,
    ramp: medida === "tempo-medio" || medida === "tempo-mediano" ? "tempo" : "quantidade",
    celulas,
    classes: quantileClasses(valores, CLASSES, (valor) => formatNumber(valor, casas)),
  });
}

/** From the lowest to the highest among the municipalities in sight, and how many have nothing. */
export function leituraDoMapa(linhas: readonly LinhaDoMunicipio[], entrada: Pick<EntradaDaCamada, "medida" | "escala" | "cem">): string {
  const casas = casasDaMedida(entrada.medida, entrada.cem);
  const valores = linhas.flatMap((linha) => {
    const celula = celulaNoMapa(linha, entrada);
    return isValor(celula) ? [celula.valor] : [];
  });
  const sem = linhas.length - valores.length;
  const resto = sem === 0 ? "" : ` ${count(sem, "município não tem", "municípios não têm")} número no mapa.`;
  if (valores.length === 0) return `Nenhum número para o mapa.${resto}`;
  const { unidade } = MEDIDA_UNIDADE[entrada.medida];
  return `De ${formatNumber(Math.min(...valores), casas)} a ${formatNumber(Math.max(...valores), casas)} (${unidade}) em ${count(valores.length, "município", "municípios")}.${resto}`;
}

/** Lines of the card over a municipality. */
export function cartaoDoMapa(linha: LinhaDoMunicipio, { medida, cem }: Pick<EntradaDaCamada, "medida" | "cem">): CardLine[] {
  const casas = casasDaMedida(medida, cem);
  const { unidade, base } = MEDIDA_UNIDADE[medida];
  const { noGrupo, grupo } = linha;
  const valor = noGrupo?.valor ?? null;
  const diferenca = noGrupo?.diferenca ?? null;
  const observacao = observacaoDe(linha);
  return [
    { rotulo: MEDIDA_ROTULO[medida], texto: valor === null ? (noGrupo === null ? "sem dado" : observacao) : `${formatNumber(valor.valor, casas)} ${unidade}${valor.escala === "" ? "" : ` ${escalaDaMedida(valor.escala)}`}` },
    ...(valor === null ? [] : [{ rotulo: base, texto: valor.n === null ? "sem dado" : formatNumber(valor.n) }]),
    ...(diferenca === null || grupo === null ? [] : [{ rotulo: `Diferença do meio (${grupo})`, texto: `${formatNumber(diferenca, casas)} ${unidade}` }]),
    ...(valor === null || observacao === "" ? [] : [{ rotulo: "Observação", texto: observacao }]),
  ];
}
