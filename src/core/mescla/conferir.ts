import type { CivilDate } from "../civil-date.ts";
import { type Registro, valorDe } from "./registro.ts";

/** Something that does not fit between records that are each well formed. */
export interface Descompasso {
  readonly id: string;
  readonly campo: string;
  readonly codigo: "ligacao-sem-registro" | "prazo-antes-do-plano" | "conclusao-no-futuro";
}

export const DESCOMPASSO_ROTULO: Readonly<Record<Descompasso["codigo"], { readonly mensagem: string; readonly conserto: string }>> = {
  "ligacao-sem-registro": {
    mensagem: "O registro a que este se liga não existe ou foi retirado.",
    conserto: "Escolha outro registro, ou traga o arquivo em que ele está.",
  },
  "prazo-antes-do-plano": {
    mensagem: "O prazo da ação é anterior ao início do plano.",
    conserto: "Confira o prazo da ação e o início do plano.",
  },
  "conclusao-no-futuro": {
    mensagem: "A conclusão está em um dia que ainda não chegou.",
    conserto: "Confira a data; uma previsão vai no prazo.",
  },
};

const LIGACOES = ["plano", "sobre"] as const;

/**
 * What does not fit between records, which a merge can bring about when each file
 * was right by itself: an action whose plan the other side took out, a deadline
 * before the plan begins, a conclusion after `hoje`. Nothing is changed; in the
 * order of the records.
 */
export function conferirRegistros(registros: readonly Registro[], hoje: CivilDate): readonly Descompasso[] {
  const vivos = new Map(registros.filter(({ removido }) => !removido).map((cada) => [cada.id, cada]));
  const achados: Descompasso[] = [];
  for (const cada of vivos.values()) {
    const { id } = cada;
    for (const campo of LIGACOES) {
      const alvo = valorDe(cada, campo);
      if (typeof alvo === "string" && !vivos.has(alvo)) achados.push({ id, campo, codigo: "ligacao-sem-registro" });
    }
    if (cada.tipo !== "acao") continue;
    const prazo = valorDe(cada, "prazo");
    const conclusao = valorDe(cada, "conclusao");
    const inicio = valorDe(vivos.get(String(valorDe(cada, "plano"))) ?? null, "inicio");
    if (prazo !== null && inicio !== null && prazo < inicio) achados.push({ id, campo: "prazo", codigo: "prazo-antes-do-plano" });
    if (conclusao !== null && conclusao > hoje) achados.push({ id, campo: "conclusao", codigo: "conclusao-no-futuro" });
  }
  return achados;
}
