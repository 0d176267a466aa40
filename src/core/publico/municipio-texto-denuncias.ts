import { formatNumber } from "../format.ts";
import { isLegivel } from "./numero.ts";
import type { DenunciasDoLugar, MunicipioPublico } from "./municipio.ts";
import { periodoPorExtenso } from "./municipio-texto.ts";

/** What the complaints' section says, and the places whose figures it shows. */
export interface TextoDasDenuncias {
  readonly frases: readonly string[];
  /** The municipality's own, when it is published; then the nearest place around it that has a figure to be read. */
  readonly mostrados: readonly DenunciasDoLugar[];
}

/** Complaints of the municipality; where they are hidden or counted only of wider places, those, with the reason. */
export function textoDasDenuncias({ nome, denuncias }: Pick<MunicipioPublico, "nome" | "denuncias">): TextoDasDenuncias {
  if (denuncias === null) return { frases: ["Não há registro de denúncias nestes dados."], mostrados: [] };
  const { lugares, k, inicio } = denuncias;
  const daqui = lugares.find(({ doMunicipio }) => doMunicipio);
  const comNumero = (lugar: DenunciasDoLugar): boolean => lugar.linhas.some(({ valor }) => isLegivel(valor));
  const emVolta = lugares.find((lugar) => !lugar.doMunicipio && comNumero(lugar));
  const inteiro = daqui !== undefined && daqui.linhas.every(({ valor }) => valor !== "oculto");
  const mostrados = [...(daqui === undefined ? [] : [daqui]), ...(inteiro || emVolta === undefined ? [] : [emVolta])];
  if (mostrados.length === 0) return { frases: [`Nenhum número de denúncias pode sair sem risco para as pessoas. Por isso não há o que mostrar de ${nome}.`], mostrados: [] };
  const frases = [
    ...(daqui === undefined ? [`O número de denúncias só de ${nome} não é publicado.`, `Muitas cidades têm poucos casos: um número de menos de ${k} pessoas poderia mostrar quem denunciou.`] : doMunicipio(daqui, nome, inteiro, k)),
    ...(inteiro || emVolta === undefined ? [] : doLugar(emVolta)),
    ...(inicio === null ? [] : [`O registro começa em ${periodoPorExtenso(inicio)}: o primeiro ano pode não estar inteiro.`]),
    "Muitas denúncias não querem dizer que a cidade seja ruim. Podem querer dizer que as pessoas sabem a quem recorrer.",
  ];
  return { frases, mostrados };
}

function doMunicipio(daqui: DenunciasDoLugar, nome: string, inteiro: boolean, k: number): string[] {
  const ultimo = daqui.linhas.filter(({ valor }) => isLegivel(valor)).at(-1);
  return [
    ...(ultimo === undefined || !isLegivel(ultimo.valor) ? [] : [`Em ${periodoPorExtenso(ultimo.periodo)}, ${registradas(ultimo.valor)} em ${nome}.`]),
    ...(inteiro ? [] : [`${ultimo === undefined ? "Os" : "Alguns"} números daqui estão ocultos: os de menos de ${k} pessoas, e os que ajudariam a achar esses.`]),
  ];
}

function doLugar(lugar: DenunciasDoLugar): string[] {
  const ultimo = lugar.linhas.filter(({ valor }) => isLegivel(valor)).at(-1);
  if (ultimo === undefined || !isLegivel(ultimo.valor)) return [];
  const onde = lugar.nivel === "uf" ? `Em todo o Estado (${lugar.lugar})` : `Na região de ${lugar.lugar}`;
  return [`${onde}, ${registradas(ultimo.valor)} em ${periodoPorExtenso(ultimo.periodo)}.`];
}

function registradas(n: number): string {
  if (n === 0) return "não houve denúncia registrada";
  return n === 1 ? "houve 1 denúncia registrada" : `houve ${formatNumber(n)} denúncias registradas`;
}
