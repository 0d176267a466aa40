import { describe, expect, it } from "vitest";
import { civilDe, diaDe } from "../../../../src/core/denuncias/dia.ts";
import { cobertoPelo, periodosDoPactuado } from "../../../../src/views/cobertura/pactuado/periodos.ts";

const dias = (de: string, ate: string): { readonly de: number; readonly ate: number } => ({ de: diaDe(de), ate: diaDe(ate) });
const emTexto = ({ de, ate }: { readonly de: number; readonly ate: number }): string => `${civilDe(de)} ${civilDe(ate)}`;
const registro = dias("2024-03-15", "2026-10-31");

describe("the periods of the part", () => {
  it("before and ahead are as long as the page's and touch it", () => {
    const { anterior, adiante } = periodosDoPactuado(dias("2025-11-01", "2026-10-31"), 12, registro);
    expect(emTexto(anterior)).toBe("2024-11-01 2025-10-31");
    expect(emTexto(adiante)).toBe("2026-11-01 2027-10-31");
  });

  it("end on the last day of a shorter month", () => {
    // Six months to 31 August begin on 1 March (28 February + 1); six before those, on 1 September.
    expect(emTexto(periodosDoPactuado(dias("2026-03-01", "2026-08-31"), 6, registro).anterior)).toBe("2025-09-01 2026-02-28");
  });

  it("are cut in calendar months, the first and last marked where the period takes part of them", () => {
    const { fatias } = periodosDoPactuado(dias("2026-05-21", "2026-11-20"), 6, registro);
    expect(fatias.map(({ rotulo }) => rotulo)).toEqual(["mai. 2026", "jun. 2026", "jul. 2026", "ago. 2026", "set. 2026", "out. 2026", "nov. 2026"]);
    expect(fatias.map(({ isParcial }) => isParcial)).toEqual([true, false, false, false, false, false, true]);
    expect(fatias.at(0)?.periodo).toEqual(dias("2026-05-21", "2026-05-31"));
    expect(fatias.at(-1)?.isForaDoRegistro).toBe(true);
  });

  it("are cut in quarters when longer than a year", () => {
    const { fatias } = periodosDoPactuado(dias("2024-11-01", "2026-10-31"), 24, registro);
    expect(fatias.at(0)?.rotulo).toBe("4º trim. 2024");
    expect(fatias).toHaveLength(9);
    expect(fatias.map(({ isParcial }) => isParcial)).toEqual([true, false, false, false, false, false, false, false, true]);
  });

  it("say how much of them the record covers, by whole months", () => {
    expect(cobertoPelo(registro, dias("2024-03-01", "2025-02-28"))).toBe("todo");
    expect(cobertoPelo(registro, dias("2023-11-01", "2024-10-31"))).toBe("parte");
    expect(cobertoPelo(registro, dias("2022-11-01", "2023-10-31"))).toBe("nada");
    expect(cobertoPelo(null, dias("2024-03-01", "2025-02-28"))).toBe("nada");
  });
});
