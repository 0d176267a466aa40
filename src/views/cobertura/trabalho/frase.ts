import { count, joinPt } from "../../../core/format.ts";
import { type Registro, TIPOS } from "../../../core/mescla/index.ts";
import { TIPO_ROTULO } from "../../../ui/trabalho/titulos.ts";

/** "3 planos, 1 ação e 2 visitas feitas": how many of each kind there are; null when there are none. */
export function quantosDeCada(registros: readonly Registro[]): string | null {
  const partes = TIPOS.flatMap((tipo) => {
    const n = registros.filter((cada) => cada.tipo === tipo).length;
    return n === 0 ? [] : [count(n, TIPO_ROTULO[tipo].um, TIPO_ROTULO[tipo].varios)];
  });
  return partes.length === 0 ? null : joinPt(partes);
}

/** The part's sentence: what the user entered and where it is. */
export function fraseDoTrabalho(registros: readonly Registro[], onde: "navegador" | "memoria"): string {
  const quantos = quantosDeCada(registros);
  if (quantos === null) return "Você ainda não anotou nada. O que anotar aqui fica só com você, até que exporte o arquivo.";
  return onde === "navegador" ? `Você anotou ${quantos}. Fica tudo guardado neste navegador.` : `Você anotou ${quantos}. Fica tudo só nesta página: exporte o arquivo antes de fechá-la.`;
}
