import { describe, expect, it } from "vitest";
import type { Achado } from "../../../src/core/qualidade/achado.ts";
import {
  comMarca,
  escreverMarcas,
  estaResolvido,
  juntarMarcas,
  lerMarcas,
  marcaDe,
  marcar,
  mudouDesde,
  type Marcas,
} from "../../../src/core/qualidade/acompanhamento.ts";

const achado: Achado = {
  regra: "faixa",
  indicador: "reais",
  periodo: "2022",
  codigo: 9900001,
  gravidade: "a-conferir",
  fonte: "censo",
  valor: 0.01,
  min: null,
  max: null,
  esperado: null,
  comparado: null,
  medida: null,
};
const outro: Achado = { ...achado, codigo: 9900002, valor: null, gravidade: "sem-dado" };
const VAZIAS: Marcas = new Map();

describe("a mark", () => {
  it("is put, replaced and taken away without touching the others", () => {
    const uma = comMarca(VAZIAS, achado, marcar(achado, "pedido-ao-municipio", "2026-11-01"));
    const duas = comMarca(uma, outro, marcar(outro, "conferido-certo", "2026-11-02"));
    expect(marcaDe(duas, achado)).toMatchObject({ situacao: "pedido-ao-municipio", data: "2026-11-01", valor: 0.01 });
    const sem = comMarca(duas, achado, null);
    expect(marcaDe(sem, achado)).toBeNull();
    expect(marcaDe(sem, outro)?.situacao).toBe("conferido-certo");
    expect(VAZIAS.size).toBe(0);
  });

  it("found right or corrected settles the matter; asked does not; a changed figure opens it again", () => {
    const certo = marcar(achado, "conferido-certo", "2026-11-01");
    expect(estaResolvido(certo, achado)).toBe(true);
    expect(estaResolvido(marcar(achado, "corrigido-na-fonte", "2026-11-01"), achado)).toBe(true);
    expect(estaResolvido(marcar(achado, "pedido-ao-municipio", "2026-11-01"), achado)).toBe(false);
    expect(estaResolvido(null, achado)).toBe(false);
    expect(mudouDesde(certo, { ...achado, valor: 5 })).toBe(true);
    expect(estaResolvido(certo, { ...achado, valor: 5 })).toBe(false);
  });
});

describe("a file of marks", () => {
  const marcas = comMarca(
    comMarca(VAZIAS, achado, marcar(achado, "pedido-ao-municipio", "2026-11-01")),
    outro,
    marcar(outro, "corrigido-na-fonte", "2026-12-24"),
  );

  it("comes back as it went, an absent figure included", () => {
    expect(lerMarcas(escreverMarcas(marcas))).toEqual({ marcas, recusadas: 0 });
  });

  it("joins with what is here: of two marks on one finding the later stays", () => {
    const antiga = comMarca(VAZIAS, achado, marcar(achado, "conferido-certo", "2026-10-31"));
    const nova = comMarca(VAZIAS, achado, marcar(achado, "conferido-certo", "2026-11-30"));
    expect(marcaDe(juntarMarcas(marcas, antiga), achado)?.situacao).toBe("pedido-ao-municipio");
    expect(marcaDe(juntarMarcas(marcas, nova), achado)?.situacao).toBe("conferido-certo");
    expect(juntarMarcas(antiga, marcas).size).toBe(2);
  });

  it("of another kind is no file of marks", () => {
    for (const texto of ["", "{", "[]", "null", '{"formato":"outro","versao":1,"marcas":[]}', '{"formato":"mirante-acompanhamento","versao":2,"marcas":[]}', '{"formato":"mirante-acompanhamento","versao":1}']) {
      expect(lerMarcas(texto), texto).toBeNull();
    }
  });

  it("keeps what is a mark, drops what is not and every word of anybody's own", () => {
    const certa = { regra: "r", indicador: "i", periodo: "2026-06", codigo: 9900001, situacao: "conferido-certo", data: "2026-11-01", valor: 1 };
    const erradas = [
      { ...certa, codigo: 99 },
      { ...certa, data: "31/12/2026" },
      { ...certa, data: "2026-02-30" },
      { ...certa, situacao: "resolvido com Maria" },
      { ...certa, periodo: "<b>2026</b>" },
      { ...certa, valor: "1" },
      { ...certa, regra: "__proto__" },
      "texto",
    ];
    const lido = lerMarcas(JSON.stringify({ formato: "mirante-acompanhamento", versao: 1, marcas: [{ ...certa, observacao: "falei com Maria, 65 9999-0000" }, ...erradas] }));
    expect(lido?.recusadas).toBe(erradas.length);
    expect([...(lido?.marcas.values() ?? [])]).toEqual([certa]);
  });
});
