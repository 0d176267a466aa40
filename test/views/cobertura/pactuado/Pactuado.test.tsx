// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { AjustesDoApoio, NomeDaPergunta, Perguntas } from "../../../../src/data/apoio/perguntas.ts";
import type { Answered } from "../../../../src/data/keeper/messages.ts";
import type { ApoioEmUso } from "../../../../src/ui/apoio/use-apoio.ts";
import { codec, type Estado } from "../../../../src/views/cobertura/estado.ts";
import { LugarDaFrase } from "../../../../src/views/cobertura/frase-da-parte.tsx";
import Pactuado from "../../../../src/views/cobertura/pactuado/Pactuado.tsx";
import { PACTO } from "../../../core/pacto/caso.ts";
import { button, click, only, render, settle, type Rendered } from "../../../ui/render.tsx";
import { SessionByHand } from "../../../ui/session-double.ts";
import { SNAPSHOT, TERRITORIO } from "../../prioridades/fixture.ts";
import { MUNICIPIOS, PERIODO, REGISTRO, responder, responderPedidos } from "./amostra.ts";

const NOTAS = [90, 80, 50, 20, 80];
const AJUSTES: AjustesDoApoio = {
  hoje: "2022-11-30",
  pacto: PACTO,
  codigos: MUNICIPIOS.map(({ codigo }) => codigo),
  populacao: MUNICIPIOS.map(({ populacao }) => populacao),
  notas: NOTAS,
};

const RESPOSTAS: { readonly [N in NomeDaPergunta]?: (pede: Perguntas[N]["pede"]) => Perguntas[N]["responde"] } = {
  pactuado: (pede) => responder(pede),
  demanda: responderPedidos,
};

/** The record's worker, answering from the record worked by hand; a question of another part fails. */
function apoioComRegistro(): ApoioEmUso {
  const fixos = { numero: 1, ajustes: AJUSTES };
  const carga = { linhas: 18, eventos: 16, deFora: 1, periodo: REGISTRO, dizSituacao: false };
  const aba: ApoioEmUso["aba"] = {
    extratos: () => ({ demonstracao: true, versao: 1 }),
    fixar: () => fixos,
    carregar: () => Promise.reject(new Error("the record is already loaded")),
    perguntar: <N extends NomeDaPergunta>(_: AjustesDoApoio, nome: N, pede: Perguntas[N]["pede"]): Promise<Answered<Perguntas[N]["responde"]>> => {
      const responde = RESPOSTAS[nome];
      return responde === undefined ? Promise.reject(new Error(`nobody answers ${nome}`)) : Promise.resolve({ resposta: responde(pede), msDoPreparo: 0, msDaPergunta: 0 });
    },
  };
  return { carga: { estado: "pronto", carga }, demonstracao: true, ajustes: fixos, aba, versao: 1 };
}

interface Aberta extends Rendered {
  readonly estado: () => Estado;
}

async function abrir(params: Readonly<Record<string, string>> = {}): Promise<Aberta> {
  const apoio = apoioComRegistro();
  const client = new QueryClient();
  const session = new SessionByHand();
  const frase = document.createElement("p");
  frase.className = "frase-da-pagina";
  let agora = codec.decode({ parte: "pactuado", ...params });
  function Pagina() {
    const [estado, setEstado] = useState(agora);
    return (
      <Pactuado
        territorio={TERRITORIO}
        pacto={PACTO}
        municipios={MUNICIPIOS}
        mesh={{ ...SNAPSHOT.mesh, paths: SNAPSHOT.mesh.paths.slice(0, 5), sedes: SNAPSHOT.mesh.sedes.slice(0, 5), vizinhos: [[], [], [], [], []] }}
        nome={String}
        nomesRegioes={new Map()}
        norma={() => TERRITORIO.normas[0] ?? null}
        apoio={apoio}
        ajustes={AJUSTES}
        dentro={null}
        periodo={PERIODO_DA_PAGINA}
        estado={estado}
        mudar={(mudanca) => {
          agora = { ...agora, ...mudanca };
          setEstado(agora);
        }}
        cabecalho={(titulo) => ({ titulo, fontes: [], filtros: [], dataReferencia: "2022-11-30", demonstracao: true })}
        demonstracao
        hoje="2022-11-30"
        snapshot={SNAPSHOT}
        session={session}
        topologyUrl=""
        lugaresUrl=""
      />
    );
  }
  const aberta = render(
    <QueryClientProvider client={client}>
      <LugarDaFrase value={{ frase, marca: null }}>
        <Pagina />
      </LugarDaFrase>
    </QueryClientProvider>,
  );
  aberta.host.append(frase);
  for (let vez = 0; vez < 100 && !aberta.host.textContent.includes("Fora do plano e não classificado"); vez += 1) await settle();
  await settle();
  return { ...aberta, estado: () => agora };
}

const PERIODO_DA_PAGINA = { de: "2021-12-01", ate: "2022-11-30", dias: PERIODO };

const titulos = (host: HTMLElement): string[] => [...host.querySelectorAll("h2")].map((h2) => h2.textContent);

describe("what was pacted", () => {
  it("opens with the sentence of the page and the lines with nothing held, marked by a sign and a word", async () => {
    const { host } = await abrir();
    expect(only(host, ".frase-da-pagina").textContent).toContain("Das 20 linhas pactuadas, 2 tiveram algo realizado nos 12 meses até 30/11/2022; 18 não tiveram nada.");
    expect(titulos(host)[0]).toBe("18 linhas do plano sem nada realizado");
    const primeira = host.querySelector(".pactuado-sem-nada > li");
    expect(primeira?.textContent).toBe("nada realizadoMonitoramento e avaliação1 evento no tema por outra estratégia");
    expect(primeira?.querySelector("svg")).not.toBeNull();
  });

  it("asks everything of one answer and shows every section, each with its file", async () => {
    const { host } = await abrir();
    expect(titulos(host)).toEqual([
      "18 linhas do plano sem nada realizado",
      "O que foi pactuado e o que se realizou",
      "A que municípios chegou?",
      "Eventos realizados: Tudo o que se realizou",
      "Que estratégias se usaram, em que eixo?",
      "Quando se realizou cada linha?",
      "O que os municípios pediram foi respondido?",
      "Fora do plano e não classificado",
    ]);
    expect([...host.querySelectorAll("button")].filter(({ textContent }) => textContent.startsWith("Baixar CSV"))).toHaveLength(7);
    expect(host.textContent).toContain("dados de demonstração");
  });

  it("keeps the long tables folded and the lines with nothing held out of the matrix until they are asked for", async () => {
    const { host } = await abrir();
    const linhasDaMatriz = (): number => host.querySelectorAll('[aria-labelledby="pactuado-matriz"] tbody tr').length;
    // Of the 20 lines 2 had something held; with them stand what is out of the plan, what is not classified and everything together.
    expect(linhasDaMatriz()).toBe(5);
    click(button(host, "Mostrar também 18 linhas sem nada realizado"));
    expect(linhasDaMatriz()).toBe(23);
    const recolhidas = [...host.querySelectorAll<HTMLDetailsElement>(".pactuado-recolhida")];
    expect(recolhidas.length).toBeGreaterThanOrEqual(2);
    expect(recolhidas.every(({ open, children }) => !open && children.length === 1)).toBe(true);
    window.dispatchEvent(new Event("beforeprint"));
    expect(recolhidas.every(({ open, children }) => open && children.length > 1)).toBe(true);
  });

  it("names its tables apart also while the map is shown as one", async () => {
    const { host } = await abrir();
    click(button(host, "Ver como tabela"));
    await settle();
    const nomes = [...host.querySelectorAll(".table-box caption")].map(({ textContent }) => textContent);
    expect(nomes.length).toBeGreaterThan(2);
    expect(new Set(nomes).size).toBe(nomes.length);
  });

  it("a line chosen goes to the address, and shows its words in the norm, its municipalities and its office", async () => {
    const { host, estado } = await abrir();
    click(button(host, "Programa de Erradicação do Trabalho Infantil"));
    expect(estado().pactuado).toEqual({ linha: "peti", comparar: false });
    expect(host.textContent).toContain("“Seminário do Programa de Erradicação do Trabalho Infantil - PETI” (Presencial)");
    expect(host.textContent).toContain("Quem responde por Programa de Erradicação do Trabalho Infantil");
    expect(host.textContent).toContain("Programa de Erradicação do Trabalho Infantil: nenhum dos 5 municípios alcançado no período.");
  });

  it("compares with the period before when asked, and says where the record does not reach it whole", async () => {
    const { host, estado } = await abrir();
    expect(host.textContent).not.toContain("Realizados antes");
    click(only(host, ".pactuado-comparar input"));
    expect(estado().pactuado.comparar).toBe(true);
    expect(host.textContent).toContain("Realizados antes");
    expect(host.querySelector(".pactuado-aviso")).toBeNull();
  });

  it("shows what reached a municipality of the address, and lets go of it", async () => {
    const { host, estado } = await abrir({ municipio: "9900003", linha: "beneficios-eventuais" });
    expect(host.textContent).toContain("Chegou a Campo Novo 1 das 20 linhas do plano.");
    click(button(host, "Fechar"));
    expect(estado().municipio).toBeNull();
    expect(host.textContent).not.toContain("Chegou a Campo Novo");
  });

  it("a line that the pact does not have is as none", async () => {
    const { host } = await abrir({ linha: "nao-existe" });
    expect(titulos(host)).toContain("Eventos realizados: Tudo o que se realizou");
  });
});
