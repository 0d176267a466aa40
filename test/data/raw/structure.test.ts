import { describe, expect, it } from "vitest";
import { joinHeader } from "../../../src/data/raw/header-names.ts";
import { openBytes, readWhole } from "./whole-table.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\r\n")}\r\n`;

describe("where the table starts", () => {
  it("is the first header, though most of its columns have no name and a wider table follows", () => {
    const text = lines(
      "Visitas,,,,,,,,",
      "Equipe,Mês,Lugar,Motivo,,,,,",
      "Volante norte,mar/26,Escola Ipê,Acolhida,,,,,",
      ",,Posto Jatobá,,,,,,",
      ",,Feira do bairro,,,,,,",
      "Volante sul,abr/26,Aldeia Sol,Escuta,,,,,",
      ",,Casa Lua,,,,,,",
      ",,,,,,,,",
      "Viagens,,,,,,,,",
      "Equipe,Dia,Destino,Motivo,Transporte,Diárias,Pessoas,Noites,Custo total",
      "Volante norte,12 de março,Vila Azul,Encontro,Ônibus,2,3,1,840.50",
    );
    const { cabecalho, linhas, conta } = readWhole(text);
    expect(cabecalho).toEqual(["Equipe", "Mês", "Lugar", "Motivo"]);
    expect(linhas.slice(0, 2)).toEqual([
      ["Volante norte", "mar/26", "Escola Ipê", "Acolhida"],
      ["", "", "Posto Jatobá", ""],
    ]);
    expect({ preambulo: conta.preambulo, dados: conta.dados }).toEqual({ preambulo: 1, dados: 8 });
  });

  it("is below a title with another number of cells than the rows", () => {
    const { cabecalho, linhas, conta, avisos } = readWhole(lines("Extração nova,Lote 22 da equipe,1 de março", "ano,famílias", "2021,140", "2022,152", "2023,149"));
    expect(cabecalho).toEqual(["ano", "famílias"]);
    expect(linhas).toEqual([["2021", "140"], ["2022", "152"], ["2023", "149"]]);
    expect(conta.preambulo).toBe(1);
    expect(avisos).toContain("preambulo");
  });

  it("is not moved down by a header that lost a delimiter", () => {
    expect(readWhole(lines("município;famíliaspessoas", "Sinop;12;30", "Sorriso;9;21")).cabecalho).toEqual(["município", "famíliaspessoas"]);
  });
});

describe("a header of two records", () => {
  it("gives each name the group it stands under, though the names come again in the next group", () => {
    const { cabecalho, linhas, avisos } = readWhole(lines("Norte;;Sul;", "famílias;pessoas;famílias;pessoas", "12;30;9;21", "14;33;8;19"));
    expect(cabecalho).toEqual(["Norte famílias", "Norte pessoas", "Sul famílias", "Sul pessoas"]);
    expect(linhas).toEqual([["12", "30", "9", "21"], ["14", "33", "8", "19"]]);
    expect(avisos).toContain("cabecalho-de-varias-linhas");
  });

  it("is seen where the second record names only the columns of one group", () => {
    const { cabecalho, linhas } = readWhole(
      lines("Dia;Destino;Transporte;;;Total", ";;Ônibus;Táxi;Barco;", "04/03/2026;Vila Azul;65,60;;;65,60", "09/03/2026;Aldeia Sol;;16,00;;16,00"),
    );
    expect(cabecalho).toEqual(["Dia", "Destino", "Transporte Ônibus", "Transporte Táxi", "Transporte Barco", "Total"]);
    expect(linhas).toHaveLength(2);
  });

  it("is seen where the first record has few names, each over many columns", () => {
    const { cabecalho, linhas, conta } = readWhole(
      lines(
        "Município;Famílias no mês;;;;;;Total;",
        ";Cadastro;;Auxílio;;Visita;;;",
        ";n.º;média;n.º;média;n.º;média;;",
        "Sinop;12;2,5;7;1,1;3;0,9;22;",
        "Vera;9;2,1;4;1,0;2;0,8;15;",
      ),
    );
    expect(cabecalho).toEqual([
      "Município",
      "Famílias no mês Cadastro n.º",
      "Famílias no mês Cadastro média",
      "Famílias no mês Auxílio n.º",
      "Famílias no mês Auxílio média",
      "Famílias no mês Visita n.º",
      "Famílias no mês Visita média",
      "Total",
    ]);
    expect({ dados: linhas.length, preambulo: conta.preambulo }).toEqual({ dados: 2, preambulo: 0 });
  });

  it("does not take in lines above that name no column of their own", () => {
    const { cabecalho, conta } = readWhole(lines("Período 2026;;;;Fonte própria;;;", "município;ano;famílias;pessoas;moradias;rendas;visitas;faltas", "Sinop;2026;12;30;9;8;7;1", "Vera;2026;9;21;8;7;6;0"));
    expect(cabecalho).toEqual(["município", "ano", "famílias", "pessoas", "moradias", "rendas", "visitas", "faltas"]);
    expect(conta.preambulo).toBe(1);
  });

  it("is not made of a row whose words stand under names of their own", () => {
    const { cabecalho, linhas } = readWhole(lines("município;famílias;obs;", "Sinop;sem dado;ver nota;parcial", "Sorriso;12;;", "Vera;9;;"));
    expect(cabecalho).toEqual(["município", "famílias", "obs"]);
    expect(linhas).toHaveLength(3);
  });

  it("keeps a group within the group above it", () => {
    expect(
      joinHeader([
        ["Município", "Próprios", "", "", "", "Cedidos", ""],
        ["", "CRAS", "", "CREAS", "", "", ""],
        ["", "total", "ativos", "total", "ativos", "total", "ativos"],
      ]),
    ).toEqual(["Município", "Próprios CRAS total", "Próprios CRAS ativos", "Próprios CREAS total", "Próprios CREAS ativos", "Cedidos total", "Cedidos ativos"]);
  });
});

describe("a blank after every comma", () => {
  it("belongs to the figures where a file has nothing else", () => {
    const opened = openBytes(lines("0.0, 0.0, 1.5", "0.0, 2.5, 0.0", "3.5, 0.0, 0.0"));
    expect(opened.descricao.separador).toBe(",");
  });

  it("belongs to the delimiter where there are texts", () => {
    expect(openBytes(lines("nome, ano", "Sinop, 2021", "Vera, 2022")).descricao.separador).toBe(", ");
  });
});
