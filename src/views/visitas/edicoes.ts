import { visitasDoPlano } from "../../core/visitas/comparar.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import { destravar, destravarViagem, travar, travarMunicipio, travarViagem } from "../../core/visitas/mover.ts";
import type { Edicao, PlanoFeito } from "./parte.ts";

/** A lock set or taken: what it does to settings, and the plan on screen with it. */
export interface MudancaDeTrava {
  readonly oQue: string;
  readonly ajustes: (ajustes: Ajustes) => Ajustes;
  /** The plan that already does what the lock says; null where it has to be planned again for that. */
  readonly feito: PlanoFeito | null;
}

type DeTrava = Exclude<Edicao, { readonly tipo: "mover" | "abrir" }>;

/** What an edition of locks changes; null for a tour or municipality the plan does not have. */
export function mudancaDeTrava(feito: PlanoFeito, edicao: DeTrava, nome: (codigo: number) => string): MudancaDeTrava | null {
  switch (edicao.tipo) {
    case "travar": {
      const visita = visitasDoPlano(feito.plano).get(edicao.codigo);
      if (visita === undefined) return null;
      const ajustes = (antes: Ajustes): Ajustes => travarMunicipio(destravar(antes, edicao.codigo), visita.viagem, visita.parada);
      return { oQue: `travar ${nome(edicao.codigo)}`, ajustes, feito: comAjustes(feito, ajustes, true) };
    }
    case "exigir-lugar": {
      const { codigo, lugar } = edicao;
      const ajustes = (antes: Ajustes): Ajustes => travar(destravar(antes, codigo), codigo, lugar);
      const cumpre = visitasDoPlano(feito.plano).has(codigo) === (lugar === "dentro");
      return { oQue: `travar ${nome(codigo)} ${lugar}`, ajustes, feito: cumpre ? comAjustes(feito, ajustes, true) : null };
    }
    case "destravar": {
      const ajustes = (antes: Ajustes): Ajustes => destravar(antes, edicao.codigo);
      return { oQue: `destravar ${nome(edicao.codigo)}`, ajustes, feito: comAjustes(feito, ajustes, false) };
    }
    case "travar-viagem":
    case "destravar-viagem": {
      const viagem = feito.plano.viagens.find(({ id }) => id === edicao.viagem);
      if (viagem === undefined) return null;
      const trava = edicao.tipo === "travar-viagem";
      const ajustes = (antes: Ajustes): Ajustes => (trava ? travarViagem(antes, viagem) : destravarViagem(antes, viagem));
      const mudado = comAjustes(feito, ajustes, trava);
      const viagens = feito.plano.viagens.map((outra) => (outra.id === viagem.id ? { ...outra, travada: trava } : outra));
      return { oQue: trava ? "travar a viagem" : "destravar a viagem", ajustes, feito: { ...mudado, plano: { ...feito.plano, viagens } } };
    }
  }
}

/** A lock more leaves the limit true; a lock less may let a better plan in. */
function comAjustes(feito: PlanoFeito, ajustes: (antes: Ajustes) => Ajustes, aperta: boolean): PlanoFeito {
  const entrada = { ...feito.entrada, ajustes: ajustes(feito.entrada.ajustes) };
  return { ...feito, entrada, limitadoPor: aperta ? feito.limitadoPor : entrada };
}
