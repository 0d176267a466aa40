// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ajustes } from "../../../src/core/visitas/ajustes.ts";
import { gatilhosDaAba } from "../../../src/data/metodo/gatilhos.ts";
import type { PlanClient } from "../../../src/data/visitas/plan-client.ts";
import type { LimiteClient } from "../../../src/data/visitas/limite-client.ts";
import type { NoticiaDoLimite, TarefaDoLimite } from "../../../src/data/visitas/limite/messages.ts";
import type { Snapshot } from "../../../src/data/snapshot/snapshot.ts";
import { codec, ESTADO_PADRAO, type Estado } from "../../../src/views/visitas/estado.ts";
import { paginaDeVisitas } from "../../../src/views/visitas/View.tsx";
import { button, click, only, press, render, settle, type } from "../../ui/render.tsx";
import { SessionByHand } from "../../ui/session-double.ts";
import { SNAPSHOT as BASE } from "../prioridades/fixture.ts";
import { AJUSTES as DOS_TESTES } from "./plano/amostra.ts";
import { clienteAqui } from "./plano/cliente-a-mao.ts";

/** Six towns in a line, half a degree apart: about 55 km in a straight line, 72 by road. */
const SNAPSHOT: Snapshot = {
  ...BASE,
  municipios: BASE.municipios.map((municipio, i) => ({ ...municipio, sede: { lat: -12 - i / 2, lon: -55 } })),
};
const AJUSTES: Ajustes = { ...DOS_TESTES, bases: [{ codigo: 9900001, equipes: 1 }], diasPorEquipe: 6, diasPorViagem: 2, iteracoes: 60 };
const DO_TERRITORIO = {
  ajustes: AJUSTES,
  notas: [
    { campo: "diasPorEquipe", texto: "Seis dias é uma suposição.", fonte: null, estimada: true },
    { campo: "prazoDiarias", texto: "Cinco dias úteis antes.", fonte: "IN ZZ 1/2020", estimada: false },
  ],
  feriadosOpcionais: [],
  propostas: [],
};

const SEM_LIMITE: LimiteClient = { run: () => undefined, stop: () => undefined, close: () => undefined };

/** The worker of the limit, answered by hand. */
class LimiteAMao implements LimiteClient {
  readonly tarefas: TarefaDoLimite[] = [];
  private ouvir: ((noticia: NoticiaDoLimite) => void) | null = null;
  readonly run = (tarefa: TarefaDoLimite, onNoticia: (noticia: NoticiaDoLimite) => void): void => {
    this.tarefas.push(tarefa);
    this.ouvir = onNoticia;
  };
  readonly stop = (): void => undefined;
  readonly close = (): void => undefined;
  diz(limite: number): void {
    act(() => {
      this.ouvir?.({ tipo: "limite", limite: { limite, distancia: null, provado: true, colunas: 1, rodadas: 1, motivo: null }, progresso: 1, pronto: true });
    });
  }
}

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe(): void {
        // No layout in this environment.
      }
      unobserve(): void {
        // No layout in this environment.
      }
      disconnect(): void {
        // No layout in this environment.
      }
    },
  );
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(() => {
  act(() => {
    for (const gatilho of gatilhosDaAba.ler()) gatilhosDaAba.retirar(gatilho);
  });
  vi.unstubAllGlobals();
});

const texto = (element: Element): string => element.textContent.replaceAll("\u00a0", " ");

/** Turns of the event loop until something holds; fails with what the page says. */
async function ate(host: HTMLElement, pronto: () => boolean): Promise<void> {
  for (let vez = 0; vez < 1500; vez += 1) {
    if (pronto()) return;
    await settle();
  }
  throw new Error(`never came: ${texto(host).slice(0, 400)}`);
}

/** The page with an address of its own; the visits are answered with nobody ever visited. */
async function abrir(inicial: Partial<Estado> = {}, opcoes: { readonly cliente?: () => PlanClient; readonly limite?: () => LimiteClient } = {}) {
  const session = new SessionByHand();
  const View = paginaDeVisitas(DO_TERRITORIO, () => Promise.reject(new Error("terms of complaints were asked for")), { abrir: opcoes.cliente ?? clienteAqui, abrirLimite: opcoes.limite ?? (() => SEM_LIMITE) });
  const enderecos: Record<string, string>[] = [];
  const client = new QueryClient();
  function Page() {
    const [params, setParams] = useState(codec.encode({ ...ESTADO_PADRAO, ...inicial }));
    return (
      <QueryClientProvider client={client}>
        <View
          estado={codec.decode(params)}
          mudar={(mudanca) => {
            const novo = codec.encode({ ...codec.decode(enderecos.at(-1) ?? params), ...mudanca });
            enderecos.push(novo);
            setParams(novo);
          }}
          snapshot={SNAPSHOT}
          session={session}
          topologyUrl="about:blank"
          lugaresUrl="about:blank"
        />
      </QueryClientProvider>
    );
  }
  const { host } = render(<Page />);
  await settle();
  return { host, enderecos, session };
}

/** The page with its first plan ready. */
async function comPlano(inicial: Partial<Estado> = {}, opcoes: Parameters<typeof abrir>[1] = {}) {
  const tudo = await abrir(inicial, opcoes);
  tudo.session.asked[0]?.answer([]);
  await ate(tudo.host, () => texto(tudo.host).includes("Plano pronto"));
  return tudo;
}

const cartoes = (host: HTMLElement): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(".visitas-cartao")];
const nomesDe = (cartao: Element | undefined): string[] => [...(cartao?.querySelectorAll(".visitas-parada-nome") ?? [])].map(texto);

describe("the visits page", () => {
  it("waits for the last visits, then plans by itself, once", async () => {
    const clientes: PlanClient[] = [];
    const tarefas: string[] = [];
    const { host, session } = await abrir(
      {},
      {
        cliente: () => {
          const cliente = clienteAqui();
          clientes.push(cliente);
          return {
            ...cliente,
            run: (tarefa, ouvir) => {
              tarefas.push(tarefa.tipo);
              cliente.run(tarefa, ouvir);
            },
          };
        },
      },
    );
    expect(texto(only(host, "h1"))).toBe("Lendo as últimas visitas para fazer o plano…");
    expect(tarefas).toEqual(["numeros"]);
    session.asked[0]?.answer([]);
    await ate(host, () => texto(host).includes("Plano pronto"));
    expect(tarefas).toEqual(["numeros", "planejar"]);
    expect(texto(only(host, "h1"))).toMatch(/^\d visitas cabem em jan\.–mar\. 2027 com 1 equipe: [1-6] dias de estrada e visita, [\d.]+ km, \d+ % da prioridade\.$/);
  });

  it("says why there is no plan when the visits cannot be read", async () => {
    const { host, session } = await abrir();
    session.asked[0]?.fail(new Error("parou"));
    await ate(host, () => host.querySelector(".states-error") !== null);
    expect(texto(only(host, "h1"))).toBe("O plano de visitas não pôde ser feito.");
    expect(texto(only(host, ".states-error"))).toContain("As datas das visitas não puderam ser lidas");
  });

  it("shows the tours with their days, road and the last day for per diems", async () => {
    const { host } = await comPlano();
    await ate(host, () => cartoes(host).length > 0);
    expect(texto(cartoes(host)[0] ?? host)).toMatch(/Equipe 1 \d\d\/\d\d.*\d dias? út.* km · .* pontos de prioridade.*Pedir diárias até \d\d\/\d\d\/20\d\d/);
    const blocos = [...host.querySelectorAll(".visitas-bloco")];
    expect(blocos).toHaveLength(cartoes(host).length);
    expect(blocos[0]?.getAttribute("aria-label")).toMatch(/^\d\d\/\d\d.*2027: .*; \d dias?, [\d.]+ km$/);
    click(button(host, "Ver como tabela"));
    expect(host.querySelectorAll("tbody tr.table-row")).toHaveLength(blocos.length);
  });

  it("opens what is known of each planned municipality from its name, on the cards and in the table", async () => {
    const { host } = await comPlano();
    await ate(host, () => cartoes(host).length > 0);
    const links = (onde: string): string[] =>
      [...host.querySelectorAll<HTMLAnchorElement>(`${onde} a`)].map((a) => `${texto(a)} ${a.getAttribute("href") ?? ""}`);
    const nosCartoes = links(".visitas-parada-nome");
    expect(nosCartoes).toHaveLength(cartoes(host).flatMap(nomesDe).length);
    for (const link of nosCartoes) expect(link).toMatch(/ #\/prioridades\?municipio=99\d{5}$/);
    click(button(only(host, ".visitas-viagens"), "Ver como tabela"));
    expect(links("tbody .visitas-nomes")).toEqual(nosCartoes);
  });

  it("takes a municipality out by hand, marks it as out, and brings it back with undo", async () => {
    const { host } = await comPlano();
    await ate(host, () => cartoes(host).length > 0);
    const frase = texto(only(host, "h1"));
    const [primeiro = ""] = nomesDe(cartoes(host)[0]);
    click(button(cartoes(host)[0] ?? host, `Mudar ${primeiro}`));
    click(button(host, "Retirar do plano"));
    await ate(host, () => texto(host).includes("Feito. Para voltar atrás"));
    expect(cartoes(host).flatMap(nomesDe)).not.toContain(primeiro);
    expect(texto(only(host, "h1"))).not.toBe(frase);
    expect(texto(host)).toContain("Planejar o resto de novo");
    click(button(host, `Desfazer retirar ${primeiro}`));
    await settle();
    expect(texto(only(host, "h1"))).toBe(frase);
    expect(cartoes(host).flatMap(nomesDe)).toContain(primeiro);
  });

  it("locks a tour in the address without calling the plan stale, and undo takes the lock away", async () => {
    const { host, enderecos } = await comPlano();
    await ate(host, () => cartoes(host).length > 0);
    const trava = only(cartoes(host)[0] ?? host, "[aria-label^='Travar a viagem']");
    click(trava);
    await ate(host, () => (enderecos.at(-1)?.["ajustes"] ?? "") !== "");
    expect(enderecos.at(-1)?.["ajustes"]).toContain("viagensTravadas");
    expect(host.querySelector(".visitas-desatualizado")).toBeNull();
    expect(only(cartoes(host)[0] ?? host, "[aria-label^='Travar a viagem']").getAttribute("aria-pressed")).toBe("true");
    click(button(host, "Desfazer travar a viagem"));
    await settle();
    expect(enderecos.at(-1)?.["ajustes"]).toBeUndefined();
  });

  it("keeps the plan when a setting changes, says it is of before, and plans again only when asked", async () => {
    const { host, enderecos } = await comPlano({ parte: "ajustes" });
    await ate(host, () => texto(host).includes("Dias fora por equipe e trimestre"));
    const frase = texto(only(host, "h1"));
    const campo = campoDe(host, "Dias fora por equipe e trimestre");
    type(campo, "2");
    campo.focus();
    press("Enter");
    await settle();
    expect(enderecos.at(-1)?.["ajustes"]).toBe("diasPorEquipe:2");
    expect(texto(only(host, "h1"))).toBe(frase);
    expect(texto(only(host, ".visitas-desatualizado"))).toContain("Mudou: os ajustes do plano.");
    click(button(host, "Planejar com o que vale agora"));
    await ate(host, () => texto(only(host, "h1")) !== frase && texto(host).includes("Plano pronto"));
    expect(host.querySelector(".visitas-desatualizado")).toBeNull();
    expect(texto(only(host, "h1"))).toMatch(/ [12] dias? de estrada e visita/);
  });

  it("refuses a bad setting in a sentence, and keeps the good one in force", async () => {
    const { host, enderecos } = await comPlano({ parte: "ajustes" });
    await ate(host, () => texto(host).includes("Dias fora por equipe e trimestre"));
    const campo = campoDe(host, "Dias fora por equipe e trimestre");
    type(campo, "zero");
    campo.focus();
    press("Enter");
    await settle();
    expect(texto(host)).toContain("“zero” não é um número: escreva com algarismos, como 1,5. Continua valendo 6.");
    type(campo, "0");
    press("Enter");
    await settle();
    expect(campo.getAttribute("aria-invalid")).toBe("true");
    expect(texto(host)).toContain("Continua valendo 6.");
    expect(enderecos).toEqual([]);
    expect(texto(host)).toContain("Seis dias é uma suposição.");
  });

  it("goes back to the plan's settings from the bar", async () => {
    const { host, enderecos } = await comPlano({ parte: "ajustes" });
    await ate(host, () => texto(host).includes("Dias fora por equipe e trimestre"));
    const campo = campoDe(host, "Dias fora por equipe e trimestre");
    type(campo, "3");
    campo.focus();
    press("Enter");
    await settle();
    click(button(host, "Voltar aos ajustes deste plano"));
    await settle();
    expect(enderecos.at(-1)?.["ajustes"]).toBeUndefined();
    expect(host.querySelector(".visitas-desatualizado")).toBeNull();
  });

  it("measures the best plan possible once the plan is ready; a lock keeps the measure, a plan made again asks for another", async () => {
    const limite = new LimiteAMao();
    const { host } = await comPlano({}, { limite: () => limite });
    await ate(host, () => cartoes(host).length > 0 && limite.tarefas.length === 1);
    const [tarefa] = limite.tarefas;
    const objetivo = tarefa?.tipo === "limite" ? tarefa.plano.objetivo : 0;
    expect(objetivo).toBeGreaterThan(0);
    limite.diz(objetivo * 1.25);
    // (1,25 − 1) ÷ 1,25 = 20 %.
    expect(texto(only(host, "h1"))).toContain("; a no máximo 20,0 % do melhor plano possível.");
    click(only(cartoes(host)[0] ?? host, "[aria-label^='Travar a viagem']"));
    await ate(host, () => texto(host).includes("Travada"));
    expect(texto(only(host, "h1"))).toContain("20,0 %");
    click(button(host, "Planejar de novo"));
    await ate(host, () => limite.tarefas.length === 2);
    expect(texto(only(host, "h1"))).not.toContain("melhor plano possível");
  });

  it("calls the plan stale when a visit is required meanwhile, and says not which", async () => {
    const { host, enderecos } = await comPlano();
    act(() => {
      gatilhosDaAba.exigir({ codigo: 9900005, motivo: "denúncia em apuração" });
    });
    await settle();
    expect(texto(only(host, ".visitas-desatualizado"))).toContain("Mudou: as visitas exigidas.");
    expect(JSON.stringify(enderecos)).not.toMatch(/9900005|denúncia/);
  });

  it("uses the territory's settings when those of the address cannot be read, and says so", async () => {
    const { host } = await comPlano({ ajustes: "diasPorEquipe:0" });
    expect(texto(only(host, ".visitas-alerta"))).toContain("Os ajustes deste endereço não podem ser usados. A página usa os ajustes do território.");
    expect(texto(only(host, "h1"))).toContain("com 1 equipe");
  });

  it("warns of an address made with other figures until the reader goes on", async () => {
    const { host, enderecos } = await comPlano({ dados: "0123456789abcdef" });
    expect(texto(only(host, ".visitas-alerta"))).toContain("Este endereço foi feito com outros dados.");
    click(button(host, "Continuar com os dados de agora"));
    expect(enderecos.at(-1)?.["dados"]).toMatch(/^[0-9a-f]{16}$/);
    expect(host.querySelector(".visitas-alerta")).toBeNull();
  });
});

function campoDe(host: HTMLElement, rotulo: string): HTMLInputElement {
  const label = [...host.querySelectorAll("label")].find((l) => l.textContent.startsWith(rotulo));
  const found = label === undefined ? null : document.getElementById(label.htmlFor);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field "${rotulo}"`);
  return found;
}
