import { describe, expect, it } from "vitest";
import { denunciasSemArquivo } from "../../../src/data/denuncias/padrao.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { ajustesDe, anosDoCalendario } from "../../../src/data/denuncias/ajustes.ts";
import { hojeDe } from "../../../src/data/denuncias/hoje.ts";
import { cabecalhoDosPrazos } from "../../../src/views/denuncias/cabecalho.ts";
import { PADRAO } from "../../../src/views/denuncias/estado.ts";

const resumo = (id: "denuncias" | "andamentos" | "apoios", fim: string | null, demonstracao = false): ExtractSummary => ({
  id,
  linhas: 2,
  inicio: "2026-01-10",
  fim,
  demonstracao,
  origem: "meu.csv",
});

describe("today", () => {
  const proprios = [resumo("denuncias", "2026-11-10"), resumo("andamentos", "2026-11-20"), resumo("apoios", "2026-12-31")];

  it("is the link's, then the bundled data's, then the reader's for the user's own complaints", () => {
    const doComputador = "2026-11-23";
    expect(hojeDe({ em: "2026-12-01", doComputador }, proprios, "2026-10-31")).toBe("2026-12-01");
    expect(hojeDe({ em: null, doComputador }, proprios, "2026-10-31")).toBe("2026-11-23");
    expect(hojeDe({ em: null, doComputador }, [resumo("denuncias", "2026-11-10", true), resumo("andamentos", "2026-11-20")], "2026-10-31")).toBe("2026-10-31");
  });

  it("is the last day of the user's own complaints and events where the same data must always say the same", () => {
    expect(hojeDe({ em: null, doComputador: null }, proprios, "2026-10-31")).toBe("2026-11-20");
    expect(hojeDe({ em: null, doComputador: null }, [resumo("denuncias", null)], "2026-10-31")).toBe("2026-10-31");
  });
});

describe("the calendar's years", () => {
  it("go from the year before the first registration to two after today, whatever a wrong date says", () => {
    expect(anosDoCalendario("2023-11-02", "2026-10-31")).toEqual({ de: 2022, ate: 2028 });
    expect(anosDoCalendario("0202-01-01", "2026-10-31")).toEqual({ de: 2003, ate: 2028 });
    expect(anosDoCalendario("2062-01-01", "2026-10-31")).toEqual({ de: 2025, ate: 2028 });
    expect(anosDoCalendario(null, "2026-10-31")).toEqual({ de: 2025, ate: 2028 });
  });
});

describe("what the clock depends on", () => {
  const doTerritorio = {
    ...denunciasSemArquivo(),
    superintendencias: [{ id: "servicos", nome: "Serviços", temas: ["acolhimento"], fonte: null }],
  } as const;
  const recesso = { inicio: "2026-12-20", fim: "2027-01-20", tipo: "suspensao", nome: "Recesso", municipio: null } as const;
  const ajustes = ajustesDe({
    estado: { ...PADRAO, regra: "uteis" },
    doTerritorio,
    uf: "MT",
    sede: 5103403,
    hoje: "2026-10-31",
    inicio: "2026-01-10",
    doUsuario: [recesso],
  });

  it("has the holidays of every year, and the user's days as they are", () => {
    const natais = ajustes.parados.filter(({ inicio }) => inicio.endsWith("-12-25")).map(({ inicio }) => inicio.slice(0, 4));
    expect(natais).toEqual(["2025", "2026", "2027", "2028"]);
    expect(ajustes.parados).toContain(recesso);
  });

  it("keeps optional days without business unless the address says otherwise", () => {
    expect(ajustes.facultativosParados).toBe(true);
    expect(ajustes.superintendenciaDoTema).toEqual({ acolhimento: "servicos" });
  });

  it("is written on the head of every export: today, rule, calendar, demonstration", () => {
    const cabecalho = cabecalhoDosPrazos({
      titulo: "Fila",
      extratos: [resumo("denuncias", "2026-10-31", true), resumo("andamentos", "2026-10-31", true)],
      semAndamentos: true,
      filtros: ["tema: Acolhimento"],
      ajustes,
      norma: { id: "n", nomeCurto: "Res. 1/2025", titulo: "", data: "2025-01-01", artigos: [] },
      uf: "MT",
      calendario: { arquivo: "meu.csv", dias: [recesso] },
      demonstracao: true,
    });
    expect(cabecalho).toEqual({
      titulo: "Fila",
      fontes: ["denúncias (meu.csv), 2 linhas", "prazos: Res. 1/2025"],
      filtros: [
        "tema: Acolhimento",
        "hoje: 31/10/2026",
        "contagem: onde a norma não diz como contar, dias úteis (regra da casa)",
        "calendário: feriados nacionais e de MT; pontos facultativos não contam como dia útil; 1 dia ou período do arquivo meu.csv",
      ],
      dataReferencia: "2026-10-31",
      demonstracao: true,
    });
  });
});
