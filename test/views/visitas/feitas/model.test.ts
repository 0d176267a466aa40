import { describe, expect, it } from "vitest";
import { conferirRealizadas } from "../../../../src/core/visitas/realizadas.ts";
import { equipesDe } from "../../../../src/views/visitas/equipes.ts";
import { COLUNAS_DAS_FEITAS_CSV } from "../../../../src/views/visitas/feitas/colunas.tsx";
import { desvioEmPalavras, fraseDasFeitas, linhasFeitas } from "../../../../src/views/visitas/feitas/model.ts";
import { AJUSTES, BARRA, CAMPO, DIVISA, ESPERANCA, nome, PLANO } from "../mapa/amostra.ts";

const INICIO = AJUSTES.inicio;
const equipes = equipesDe(AJUSTES, nome);
const ate = (dia: string, visitas: readonly { codigo: number; data: string }[], tolerancia?: number) =>
  linhasFeitas(conferirRealizadas(PLANO, INICIO, visitas, dia, tolerancia), nome, equipes);

/** Tours: Barra and Divisa 4 to 6 January, Campo Novo 1 and 2 February. */
const VISITAS = [
  { codigo: BARRA, data: "2027-01-12" },
  { codigo: DIVISA, data: "2027-01-20" },
  { codigo: ESPERANCA, data: "2027-01-15" },
];

describe("the visits held", () => {
  it("are matched to the plan with what each became", () => {
    // Barra 6 days after its tour, within seven; Divisa 14 after; Campo Novo's tour is still to come on 31 January.
    const linhas = ate("2027-01-31", VISITAS);
    expect(new Map(linhas.map((l) => [l.codigo, [l.situacao, l.desvio]]))).toEqual(
      new Map([
        [BARRA, ["no-prazo", 6]],
        [DIVISA, ["com-atraso", 14]],
        [CAMPO, ["por-vir", null]],
        [ESPERANCA, ["nao-planejada", null]],
      ]),
    );
    expect(fraseDasFeitas(linhas, INICIO, "2027-01-31")).toBe(
      "Até 31/01/2027, das 3 visitas do plano, 1 foi feita no prazo, 1 foi feita com atraso e 1 está por vir. Outra visita foi feita fora do plano.",
    );
  });

  it("are late or missed by the tolerance the reader chooses", () => {
    expect(ate("2027-01-31", VISITAS, 5).find(({ codigo }) => codigo === BARRA)?.situacao).toBe("com-atraso");
    expect(ate("2027-02-12", VISITAS).find(({ codigo }) => codigo === CAMPO)?.situacao).toBe("perdida");
    expect(fraseDasFeitas(ate("2027-02-12", []), INICIO, "2027-02-12")).toBe(
      "Até 12/02/2027, das 3 visitas do plano, 3 passaram do prazo sem registro.",
    );
  });

  it("are all to come before the plan begins", () => {
    expect(fraseDasFeitas(ate("2026-10-31", []), INICIO, "2026-10-31")).toBe(
      "O plano começa em 01/01/2027, depois de 31/10/2026, o dia contado como hoje: as 3 visitas estão por vir.",
    );
  });

  it("have words where a date is missing, in the file too", () => {
    const [campo, esperanca] = [CAMPO, ESPERANCA].map((codigo) => ate("2027-01-31", VISITAS).find((l) => l.codigo === codigo));
    const celulas = (linha: typeof campo) => (linha === undefined ? [] : COLUNAS_DAS_FEITAS_CSV.map(({ valor }) => valor(linha)));
    expect(celulas(esperanca)).toEqual([
      String(ESPERANCA),
      "Esperança",
      "feita fora do plano",
      "não planejada",
      "2027-01-15",
      { ausencia: "sem-registro" },
      "não planejada",
      "não planejada",
      "não planejada",
    ]);
    expect(celulas(campo)[4]).toBe("sem registro");
  });
});

describe("days out of a tour", () => {
  it("are said with their side", () => {
    expect([-2, 0, 1, null].map(desvioEmPalavras)).toEqual(["2 dias antes", "dentro da viagem", "1 dia depois", "não se aplica"]);
  });
});
