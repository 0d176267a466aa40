import { describe, expect, it } from "vitest";
import { codec, type Estado, PADRAO, period, toggle } from "../../../src/views/denuncias/estado.ts";

const CHEIO: Estado = {
  parte: "agenda",
  em: "2026-10-31",
  de: "2025-11",
  ate: "2026-10",
  canais: ["presencial", "carta-ar"],
  temas: ["bpc", "outro"],
  situacoes: ["respondida", "em-verificacao-in-loco"],
  regioes: [510001, 510015],
  municipio: 5103403,
  superintendencias: ["servicos", "gestao-suas"],
  esperas: ["municipio", "ouvidoria"],
  prazos: ["resposta", "manifestacao"],
  estadosDoPrazo: ["vencido", "sem-como-contar"],
  regra: "uteis",
  facultativosUteis: true,
  fila: "registro",
  problema: "dia-no-futuro",
  mes: "2026-09",
  metodo: "ears-c1",
  serie: "tema-bpc",
  grupo: "data-impossivel",
  ordem: "municipio",
  sentido: "asc",
  pagina: 7,
};

describe("the state of #/denuncias in the URL", () => {
  it("comes back as it went, with defaults and with everything set", () => {
    for (const estado of [PADRAO, CHEIO]) expect(codec.decode(codec.encode(estado))).toEqual(estado);
  });

  it("each field comes back when it alone differs from the default", () => {
    for (const campo of Object.keys(CHEIO) as (keyof Estado)[]) {
      const estado: Estado = { ...PADRAO, [campo]: CHEIO[campo] };
      expect(codec.decode(codec.encode(estado)), campo).toEqual(estado);
    }
  });

  it("leaves defaults out", () => {
    expect(codec.encode(PADRAO)).toEqual({});
    expect(codec.encode({ ...PADRAO, canais: ["presencial", "carta-ar"] })).toEqual({ canal: "presencial,carta-ar" });
  });

  it("falls back to defaults for what it does not understand", () => {
    expect(
      codec.decode({
        em: "2026-02-30",
        de: "2026-13",
        ate: "ontem",
        canal: "pombo,presencial,presencial,",
        tema: "__proto__",
        situacao: "",
        regiao: "510001,abc,0,510001",
        municipio: "123",
        linhas: "todas",
        ordem: "canal",
        sentido: "lado",
        pagina: "0",
        parte: "tudo",
        superintendencia: "obras",
        espera: "alguem",
        prazo: "Resposta,../x,",
        estado: "atrasado",
        regra: "lunares",
        facultativos: "sim",
        fila: "nome",
        problema: "protocolo",
        mes: "2026",
        metodo: "a b",
        serie: "<b>",
      }),
    ).toEqual({ ...PADRAO, canais: ["presencial"], regioes: [510001] });
  });

  it("ignores names inherited by every object", () => {
    expect(codec.decode(Object.create({ canal: "presencial" }) as Record<string, string>)).toEqual(PADRAO);
  });

  it("has no place for a protocol", () => {
    const params = { protocolo: "2026.10.000123", caso: "2026.10.000123", busca: "2026.10.000123" };
    expect(codec.encode(codec.decode(params))).toEqual({});
  });

  it("puts the two ends of a period in order", () => {
    expect(codec.decode({ de: "2026-10", ate: "2025-11" })).toMatchObject({ de: "2025-11", ate: "2026-10" });
    expect(period("2026-03", null)).toEqual({ de: "2026-03", ate: null });
    expect(period(null, "2026-03")).toEqual({ de: null, ate: "2026-03" });
  });
});

describe("choosing a bar", () => {
  it("adds it, and chosen again takes it out", () => {
    expect(toggle([510001], 510002)).toEqual([510001, 510002]);
    expect(toggle([510001, 510002], 510001)).toEqual([510002]);
  });
});
