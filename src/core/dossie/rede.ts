import { AUSENCIA_ROTULO } from "../absence.ts";
import { count, formatNumber, formatPeriod } from "../format.ts";
import type { Municipio, Porte } from "../municipio.ts";
import { circuloMaximoKm } from "../visitas/distancias.ts";
import type { FraseDoDossie, SecaoDoDossie } from "./dossie.ts";
import type { EntradaDosDossies } from "./entrada.ts";
import { figuraNova } from "./figura.ts";
import { mapaDaRede } from "./mapa.ts";
import { crasDe, creasDe, type UnidadesDoMunicipio } from "./unidades.ts";

/** Families of the profile that a CRAS is sized by. */
const FAMILIAS = "cadunico-familias-meio-salario";

/**
 * Families a CRAS is sized for, by size of the municipality. Source: NOB-SUAS art. 63 and
 * the coverage indicator IN085 of the ministry, which assigns one value to each size.
 */
export const CAPACIDADE_DO_CRAS: Readonly<Record<Porte, number>> = { "pequeno-1": 2_500, "pequeno-2": 3_500, medio: 5_000, grande: 5_000, metropole: 5_000 };

const texto = (frase: string, papel: FraseDoDossie["papel"] = "texto"): FraseDoDossie => ({ tipo: "frase", papel, texto: frase });

/** Units of the protection network on a small map, with what they are sized for. */
export function secaoDaRede(entrada: EntradaDosDossies, i: number): SecaoDoDossie {
  const municipio = entrada.municipios[i];
  if (municipio === undefined) throw new RangeError(`no municipality ${i} among ${entrada.municipios.length}`);
  const [cras, creas] = [crasDe(entrada, i), creasDe(entrada, i)];
  const perto = creas === null || creas.valor === 0 ? creasMaisPerto(entrada, i) : null;
  return {
    id: "rede",
    titulo: "Rede de proteção",
    largura: "metade",
    blocos: [
      texto(`${unidadesEmTexto(cras, creas)}${perto === null ? "" : ` O CREAS mais perto, em linha reta, é o de ${perto.nome} (${formatNumber(perto.km)} km entre as sedes).`}`),
      ...capacidade(entrada, municipio, i, cras),
      mapaDaRede(entrada, i),
    ],
  };
}

/** Each count with its period, and the source once where it is the same. */
function unidadesEmTexto(cras: UnidadesDoMunicipio | null, creas: UnidadesDoMunicipio | null): string {
  const um = (nome: string, unidades: UnidadesDoMunicipio | null): string =>
    `${nome}: ${unidades === null ? AUSENCIA_ROTULO["sem-dado"] : `${formatNumber(unidades.valor)} (${formatPeriod(unidades.periodo)})`}.`;
  const fontes = [...new Set([cras, creas].flatMap((unidades) => (unidades === null ? [] : [unidades.fonte])))];
  return `${um("CRAS", cras)} ${um("CREAS", creas)}${fontes.length === 0 ? "" : ` Fonte: ${fontes.join("; ")}.`}`;
}

function capacidade(entrada: EntradaDosDossies, { porte }: Municipio, i: number, cras: UnidadesDoMunicipio | null): FraseDoDossie[] {
  if (porte === null || cras === null || cras.valor === 0) return [];
  const cada = CAPACIDADE_DO_CRAS[porte];
  const familias = figuraNova(entrada, FAMILIAS, i);
  const contra =
    familias === null
      ? "quantas famílias o município tem no Cadastro Único, a base não diz"
      : `o Cadastro Único tinha ${formatNumber(familias.valor)} famílias com renda de até meio salário mínimo por pessoa em ${formatPeriod(familias.periodo)}`;
  return [
    texto(
      `Capacidade de referência (NOB-SUAS, art. 63): ${count(cras.valor, "CRAS", "CRAS")} de até ${formatNumber(cada)} famílias, ${formatNumber(cras.valor * cada)} ao todo; ${contra}.`,
    ),
  ];
}

function creasMaisPerto(entrada: EntradaDosDossies, i: number): { readonly nome: string; readonly km: number } | null {
  const sede = entrada.municipios[i]?.sede ?? null;
  if (sede === null) return null;
  let perto: { readonly nome: string; readonly km: number } | null = null;
  for (const [m, { nome, sede: dela }] of entrada.municipios.entries()) {
    if (m === i || dela === null || (creasDe(entrada, m)?.valor ?? 0) === 0) continue;
    const km = circuloMaximoKm(sede, dela);
    if (perto === null || km < perto.km) perto = { nome, km };
  }
  return perto;
}
