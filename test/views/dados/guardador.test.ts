import { describe, expect, it } from "vitest";
import { createGuardador } from "../../../src/views/dados/guardador.ts";
import type { Guarda } from "../../../src/views/dados/guarda.ts";
import type { FileReport } from "../../../src/data/import/report.ts";
import { readFile } from "../../data/import/file-reading.ts";

describe("the keeping of a load", () => {
  it("keeps the first thousand problems of its report and all of its totals", async () => {
    const ruins = Array.from({ length: 1_500 }, (_, i) => `P-${String(i)};registro;31/02/2026`).join("\n");
    const { extract, ...relatorio } = await readFile(`protocolo;passo;data\nP;registro;01/02/2026\n${ruins}\nQ1;registro;01/02/2026\n`, "x.csv");
    if (extract === null) throw new Error("the file was refused");
    const kept: FileReport[] = [];
    const guarda: Partial<Guarda> = {
      keep: (_, guardado) => {
        kept.push(guardado);
        return Promise.resolve({ guardado: true, motivo: null });
      },
    };
    await new Promise<void>((resolve, reject) => {
      createGuardador(guarda as Guarda, () => { resolve(); }, reject).keep(extract, relatorio);
    });
    expect(kept[0]?.problemas).toHaveLength(1_000);
    expect(kept[0]?.totais).toEqual(relatorio.totais);
    expect(relatorio.problemas.length).toBeGreaterThan(1_500);
  });
});
