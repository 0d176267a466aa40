// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { alertar } from "../../../../src/core/alerta/alertar.ts";
import { monthsRange } from "../../../../src/core/civil-date.ts";
import type { CalculoDeAlertas } from "../../../../src/data/alerta/alerta-client.ts";
import type { Perguntas, SerieMensal } from "../../../../src/data/denuncias/perguntas.ts";
import { AlertasPor } from "../../../../src/views/denuncias/alertas/Alertas.tsx";
import type { ParteDeDenunciasProps } from "../../../../src/views/denuncias/parte.ts";
import { button, click, settle, type } from "../../../ui/render.tsx";
import { abrirParte } from "../abrir-parte.tsx";

const calcular: CalculoDeAlertas = (entrada) => Promise.resolve(alertar(entrada));
const Parte = (props: ParteDeDenunciasProps) => <AlertasPor {...props} calcular={calcular} />;

/** 9 a month in the first municipality for 24 months and then 30; 2 a month in the second; November is not over. */
const SERIES: SerieMensal = {
  meses: monthsRange("2024-10", "2026-11"),
  grupos: [
    { municipio: 9900001, tema: "bpc" },
    { municipio: 9900002, tema: "outro" },
  ],
  contagens: Int32Array.from([...Array<number>(24).fill(9), 30, 1, ...Array<number>(24).fill(2), 2, 0]),
};

const pedidos: Perguntas["series"]["pede"][] = [];
const RESPOSTAS = {
  series: (pede: Perguntas["series"]["pede"]) => {
    pedidos.push(pede);
    return SERIES;
  },
};

/** Lets answers come until the page says so: the cases are asked first, then the alarms. */
async function quando(diz: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !diz(); i += 1) await settle();
}

async function abrir(respostas: Parameters<typeof abrirParte>[1] = RESPOSTAS, De: typeof Parte = Parte) {
  const aberta = await abrirParte(De, respostas);
  const texto = () => aberta.host.textContent;
  await quando(() => texto().includes("O que subiu"));
  return { ...aberta, texto };
}

const alertas = (host: ParentNode): string[] => [...host.querySelectorAll(".denuncias-alertas-lista li")].map((li) => li.textContent);

describe("the alarms of a month", () => {
  it("are said in words, the least probable first, of the last month that is over", async () => {
    const { host } = await abrir();
    expect(host.querySelector("h2")?.textContent).toBe("O que subiu em outubro de 2026?");
    const lista = alertas(host);
    expect(lista.length).toBeGreaterThanOrEqual(2);
    expect(lista.some((texto) => texto.includes("30 em outubro de 2026; o esperado era de 3 a 17") && texto.includes("continua depois da correção"))).toBe(true);
    expect(host.textContent).toContain("Só o acaso daria");
    expect(host.textContent).toContain("Uso interno, edição técnica");
  });

  it("go to paper with their words, though the buttons that say them do not", async () => {
    const { host } = await abrir();
    const noPapel = [...host.querySelectorAll(".denuncias-alertas-lista li > .ui-only-print")].map(({ textContent }) => textContent);
    expect(noPapel).toHaveLength(alertas(host).length);
    expect(noPapel.some((texto) => texto.includes("30 em outubro de 2026; o esperado era de 3 a 17"))).toBe(true);
  });

  it("draw the series that is chosen, which goes to the address without any protocol", async () => {
    const { host, estado } = await abrir();
    const doTema = [...host.querySelectorAll<HTMLButtonElement>(".denuncias-alertas-lista button")].find((b) => b.textContent.includes("(tema)"));
    if (doTema === undefined) throw new Error("no alarm of a theme");
    click(doTema);
    await quando(() => doTema.getAttribute("aria-pressed") === "true");
    expect(estado().serie).toBe("tema-bpc");
    expect([...host.querySelectorAll("figure h2")].map((h2) => h2.textContent)).toEqual([
      "Benefício de Prestação Continuada (BPC): as denúncias de cada mês e o esperado",
    ]);
    expect(doTema.getAttribute("aria-pressed")).toBe("true");
  });

  it("are of another month or by another method when asked", async () => {
    const { host, estado, texto } = await abrir();
    const [mes, metodo] = host.querySelectorAll("select");
    if (mes === undefined || metodo === undefined) throw new Error("no fields");
    type(mes, "2026-09");
    expect(estado().mes).toBe("2026-09");
    await quando(() => texto().includes("em setembro"));
    expect(texto()).toContain("Nenhum alerta em setembro de 2026");
    type(mes, "2026-10");
    type(metodo, "rki");
    await quando(() => texto().includes("de menos para este"));
    expect(estado()).toMatchObject({ mes: null, metodo: "rki" });
    expect(host.textContent).toContain("meses anteriores de menos para este método");
  });

  it("come with the table of all series, those without enough data told apart from zero", async () => {
    const { host } = await abrir();
    click(button(host, "Ver a tabela"));
    await settle();
    const linhas = [...host.querySelectorAll("tbody:not(.table-sizer) tr")].map((tr) => tr.textContent);
    expect(linhas[0]).toContain("acima do esperado");
    expect(linhas.some((texto) => texto.includes("dados insuficientes"))).toBe(true);
  });

  it("ask the cases without the filters that would cut the base", async () => {
    await abrir();
    expect(pedidos.at(-1)?.filtro).toMatchObject({ de: null, ate: null, esperas: [], estadosDoPrazo: [] });
  });

  it("are not there before any month is over, and the page says why", async () => {
    const { host } = await abrirParte(Parte, { series: () => ({ meses: ["2026-11"], grupos: [], contagens: new Int32Array(0) }) });
    expect(host.textContent).toContain("Nenhum mês completo com denúncias para testar");
  });

  it("say that they failed, with a way to try again", async () => {
    let falhas = 0;
    const Falha = (props: ParteDeDenunciasProps) => (
      <AlertasPor
        {...props}
        calcular={(entrada) => {
          falhas += 1;
          return falhas === 1 ? Promise.reject(new Error("the worker did not start")) : Promise.resolve(alertar(entrada));
        }}
      />
    );
    const { host } = await abrirParte(Falha, RESPOSTAS);
    await quando(() => host.textContent.includes("Não foi possível responder"));
    click(button(host, "Tentar de novo"));
    await quando(() => host.textContent.includes("O que subiu"));
    expect(host.textContent).toContain("O que subiu em outubro de 2026?");
  });
});
