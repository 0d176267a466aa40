// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { LinhaDeServico } from "../../../../src/core/servicos/index.ts";
import type { ExtractSummary } from "../../../../src/data/snapshot/snapshot.ts";
import { LugarDaFrase } from "../../../../src/views/cobertura/frase-da-parte.tsx";
import { PADRAO, type Estado } from "../../../../src/views/cobertura/estado.ts";
import type { ParteDeCoberturaProps } from "../../../../src/views/cobertura/parte.ts";
import Servicos from "../../../../src/views/cobertura/servicos/Servicos.tsx";
import { render, settle, type as escrever, type Rendered } from "../../../ui/render.tsx";
import { SessionByHand } from "../../../ui/session-double.ts";
import { MUNICIPIOS, SNAPSHOT, TERRITORIO } from "../../prioridades/fixture.ts";
import { LINHAS } from "./amostra.ts";

const EXTRATO: ExtractSummary = { id: "servicos", linhas: LINHAS.length, inicio: "2024", fim: "2025", demonstracao: true, origem: "incluído no aplicativo" };

/** A row as the engine gives it. */
function row({ emAndamento, tempoMedio, tempoMediano, satisfacaoMin, satisfacaoMax, ...resto }: LinhaDeServico): object {
  return { ...resto, em_andamento: emAndamento, tempo_medio: tempoMedio, tempo_mediano: tempoMediano, satisfacao_min: satisfacaoMin, satisfacao_max: satisfacaoMax };
}

interface Aberta extends Rendered {
  readonly estado: () => Estado;
}

/** Opens the part over the rows given, and lets every section come in its turn. */
async function abrir(extratos: readonly ExtractSummary[], linhas: readonly LinhaDeServico[]): Promise<Aberta> {
  const session = new SessionByHand(extratos);
  const client = new QueryClient();
  let agora: Estado = PADRAO;
  function Pagina() {
    const [estado, setEstado] = useState(agora);
    const [frase, setFrase] = useState<HTMLElement | null>(null);
    const [marca, setMarca] = useState<HTMLElement | null>(null);
    const props = {
      territorio: TERRITORIO,
      municipios: MUNICIPIOS,
      mesh: SNAPSHOT.mesh,
      topologyUrl: "",
      nome: (codigo: number) => MUNICIPIOS.find((m) => m.codigo === codigo)?.nome ?? `município ${codigo}`,
      nomesRegioes: new Map<number, string>(),
      norma: () => null,
      dentro: null,
      estado,
      mudar: (mudanca: Partial<Estado>) => {
        agora = { ...agora, ...mudanca };
        setEstado(agora);
      },
      hoje: "2026-10-31",
      session,
    };
    return (
      <LugarDaFrase value={{ frase, marca }}>
        <p ref={setFrase} className="frase" />
        <span ref={setMarca} className="marca" />
        <Servicos {...(props as unknown as ParteDeCoberturaProps)} />
      </LugarDaFrase>
    );
  }
  const aberta = render(
    <QueryClientProvider client={client}>
      <Pagina />
    </QueryClientProvider>,
  );
  await settle();
  session.asked[0]?.answer(linhas.map(row));
  for (let vez = 0; vez < 40; vez += 1) await settle();
  return { ...aberta, estado: () => agora };
}

async function ate(host: HTMLElement, texto: string): Promise<void> {
  for (let vez = 0; vez < 60 && !host.textContent.includes(texto); vez += 1) await settle();
  expect(host.textContent).toContain(texto);
}

describe("the part of services", () => {
  it("says where to load the file when there is none", async () => {
    const { host } = await abrir([], []);
    expect(host.querySelector(".frase")?.textContent).toBe("Nenhum registro de desempenho dos serviços carregado.");
    expect(host.querySelector("a[href='#/dados']")).not.toBeNull();
    expect(host.querySelector(".marca")?.textContent).toBe("");
  });

  it("shows the sentence, the mark of invented data, whose law it follows and every section", async () => {
    const { host } = await abrir([EXTRATO], LINHAS);
    await ate(host, "Baixar os dados com o dicionário");
    expect(host.querySelector(".frase")?.textContent).toMatch(/^Em 2025, 5 de 6 municípios informaram algum dos 2 serviços/);
    expect(host.querySelector(".marca")?.textContent).toBe("dados de demonstração");
    expect(host.textContent).toContain(`não vale em ${TERRITORIO.nome}, e aqui serve de referência`);
    expect([...host.querySelectorAll("section > .ui-row > h2, section > h2")].map((titulo) => titulo.textContent)).toEqual([
      "O que cada serviço fez em 2025",
      "De 2024 a 2025: o que mudou",
      "O que falta em 2025",
      "O que conferir: 4 problemas em todos os anos",
      "Baixar os dados com o dicionário",
    ]);
  });

  it("gives each table a name of its own, not that of its section: two landmarks of one name are one too many", async () => {
    const { host } = await abrir([EXTRATO], LINHAS);
    await ate(host, "Baixar os dados com o dicionário");
    const nomes = [...host.querySelectorAll("section > h2, section > .ui-row > h2, caption")].map((nome) => nome.textContent);
    expect(host.querySelectorAll("caption").length).toBeGreaterThan(2);
    expect(new Set(nomes).size).toBe(nomes.length);
  });

  it("a service chosen goes to the address and brings its municipalities; the year does too", async () => {
    const { host, estado } = await abrir([EXTRATO], LINHAS);
    const [servico, ano] = [...host.querySelectorAll("select")];
    if (servico === undefined || ano === undefined) throw new Error("no fields");
    escrever(servico, "acolhida");
    expect(estado().servicos.servico).toBe("acolhida");
    await ate(host, "Entre municípios: Acolhida");
    await ate(host, "em dúvida");
    escrever(ano, "2024");
    expect(estado().servicos).toMatchObject({ servico: "acolhida", ano: 2024 });
    await ate(host, "Os dados têm um ano só");
  });
});
