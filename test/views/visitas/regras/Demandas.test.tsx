// @vitest-environment jsdom
import { act } from "react";
import { describe, expect, it } from "vitest";
import type { LimiteClient } from "../../../../src/data/visitas/limite-client.ts";
import type { NoticiaDoLimite, TarefaDoLimite } from "../../../../src/data/visitas/limite/messages.ts";
import { Demandas } from "../../../../src/views/visitas/regras/Demandas.tsx";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";
import { button, click, render } from "../../../ui/render.tsx";
import { BARRA, ENTRADA, nome } from "../mapa/amostra.ts";
import { FEITO } from "../mapa/abrir.tsx";

/** A worker that answers when told to. */
function cliente() {
  const tarefas: TarefaDoLimite[] = [];
  let fechado = 0;
  let ouvir: (noticia: NoticiaDoLimite) => void = () => undefined;
  const client: LimiteClient = {
    run: (tarefa, onNoticia) => {
      tarefas.push(tarefa);
      ouvir = onNoticia;
    },
    stop: () => undefined,
    close: () => {
      fechado += 1;
    },
  };
  const responder = (noticia: NoticiaDoLimite): void => {
    act(() => {
      ouvir(noticia);
    });
  };
  return { abrir: () => client, tarefas, responder, fechado: () => fechado };
}

const PROCURAR = "Descobrir o que não cabe junto";

describe("the demands that do not fit", () => {
  it("are looked into when asked, and what was proved to collide is said in words", () => {
    const { abrir, tarefas, responder } = cliente();
    const { host } = render(<Demandas feito={FEITO} municipios={MUNICIPIOS} nome={nome} abrir={abrir} />);
    click(button(host, PROCURAR));
    expect(tarefas).toEqual([{ tipo: "colisoes", entrada: ENTRADA }]);
    expect(host.textContent).toContain("Procurando quais exigências não cabem juntas");
    responder({ tipo: "colisoes", colisoes: [{ base: 9900001, municipios: [BARRA], cotas: [1], regras: ["dias"] }], pronto: true });
    expect(host.textContent).toContain("Não cabem juntas: a visita a Barra d'Oeste; e a cota de ao menos 2 municípios de porte Médio.");
  });

  it("are not said to be impossible when nothing was proved", () => {
    const { abrir, responder } = cliente();
    const { host } = render(<Demandas feito={FEITO} municipios={MUNICIPIOS} nome={nome} abrir={abrir} />);
    click(button(host, PROCURAR));
    responder({ tipo: "colisoes", colisoes: [], pronto: true });
    expect(host.textContent).toContain("Nenhuma colisão foi provada");
  });

  it("can be given up half way and asked again, after a failure too", () => {
    const { abrir, tarefas, responder, fechado } = cliente();
    const { host } = render(<Demandas feito={FEITO} municipios={MUNICIPIOS} nome={nome} abrir={abrir} />);
    click(button(host, PROCURAR));
    click(button(host, "Parar de procurar"));
    expect(fechado()).toBe(1);
    click(button(host, PROCURAR));
    responder({ tipo: "falha", detalhe: "boom" });
    expect(host.textContent).toContain("As colisões não puderam ser procuradas (boom).");
    click(button(host, PROCURAR));
    expect(tarefas).toHaveLength(3);
  });

  it("of another plan's input are not answered by this one's", () => {
    const { abrir, responder } = cliente();
    const { host, update } = render(<Demandas feito={FEITO} municipios={MUNICIPIOS} nome={nome} abrir={abrir} />);
    click(button(host, PROCURAR));
    responder({ tipo: "colisoes", colisoes: [], pronto: true });
    update(<Demandas feito={{ ...FEITO, entrada: { ...ENTRADA } }} municipios={MUNICIPIOS} nome={nome} abrir={abrir} />);
    expect(host.textContent).not.toContain("Nenhuma colisão foi provada");
  });
});
