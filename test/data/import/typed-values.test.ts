import { describe, expect, it } from "vitest";
import { kinds, read, rowsOf } from "./reading.ts";

const D = "protocolo;data_registro;codigo_ibge;canal;tema;situacao;anonima";
const I = "codigo;periodo;indicador;valor;fonte";

describe("dates, periods and yes or no", () => {
  it.each([
    ["2024-02-29", "2024-02-29"],
    ["29/02/2024", "2024-02-29"],
    ["9/2/2024", "2024-02-09"],
    ["29.02.2024", "2024-02-29"],
    ["2024-02-29 00:00:00", "2024-02-29"],
    ["2/29/2024", "2024-02-29"],
    ["", ""],
  ])("date %j is %j", (text, iso) => {
    expect(rowsOf(read(`${D}\nP-1;${text};5103403;presencial;bpc;respondida;\n`))[0]?.split(",")[1]).toBe(iso);
  });

  it.each(["29/02/2023", "2024-13-01", "02.29.2024", "1/2/24", "amanhã"])("date %j sets the row apart", (text) => {
    const result = read(`${D}\nP-0;;5103403;presencial;bpc;respondida;\nP-1;${text};5103403;presencial;bpc;respondida;\n`);
    expect(kinds(result)).toEqual({ linhas: [3], tipos: ["data-invalida"] });
  });

  const dated = (...dates: string[]): string => `${D}\n${dates.map((date, i) => `P-${String(i)};${date};5103403;presencial;bpc;respondida;`).join("\n")}\n`;
  const datesOf = (result: ReturnType<typeof read>): (string | undefined)[] => rowsOf(result).map((row) => row.split(",")[1]);

  it("dates in three styles in one column are each read by their own, day first", () => {
    expect(datesOf(read(dated("31/08/2023", "31.08.2023", "2023-08-31", "03/02/2024")))).toEqual(["2023-08-31", "2023-08-31", "2023-08-31", "2024-02-03"]);
  });

  it("dates of which some can only be month first are asked about, and read as the answer says", () => {
    const file = dated("8/31/2023", "9/1/2023", "31.08.2023");
    const asked = read(file);
    expect([asked.extract, asked.perguntas]).toMatchObject([
      null,
      [{ id: "data:data_registro", opcoes: [{ valor: "dia-mes", rotulo: "dia 9 do mês 1" }, { valor: "mes-dia", rotulo: "dia 1 do mês 9" }] }],
    ]);
    expect(datesOf(read(file, { respostas: new Map([["data:data_registro", "mes-dia"]]) }))).toEqual(["2023-08-31", "2023-09-01", "2023-08-31"]);
    expect(datesOf(read(file, { respostas: new Map([["data:data_registro", "dia-mes"]]) }))).toEqual(["2023-08-31", "2023-01-09", "2023-08-31"]);
  });

  it("a file whose dates are asked about tells of no row yet, since how it was read was a guess", () => {
    const result = read(`${dated("8/31/2023", "9/1/2023", "13/13/2023")}P-9;2023-01-01;5103403;presencial;bpc;inventada;\n`);
    expect([kinds(result), result.contagem.separadas]).toEqual([{ linhas: [null], tipos: ["falta-resposta"] }, 0]);
  });

  it.each(["15/03/0024", "2204-01-01"])("date %j is not believed", (text) => {
    const result = read(`${D}\nP-0;;5103403;presencial;bpc;respondida;\nP-1;${text};5103403;presencial;bpc;respondida;\n`);
    expect(kinds(result)).toEqual({ linhas: [3], tipos: ["data-implausivel"] });
  });

  it.each([
    ["2023", "2023"],
    ["2026-06", "2026-06"],
    ["06/2026", "2026-06"],
    ["202606", "2026-06"],
    ["2023-T2", "2023-T2"],
    ["2023-t4", "2023-T4"],
  ])("period %j is %j", (text, periodo) => {
    expect(rowsOf(read(`${I}\n5103403;${text};a;1;x\n`))[0]?.split(",")[1]).toBe(periodo);
  });

  it.each(["2026-13", "23", "2023-T5", "1023"])("period %j sets the row apart", (text) => {
    expect(kinds(read(`${I}\n5103403;2023;a;1;x\n5103403;${text};a;1;x\n`)).tipos).toEqual(["periodo-invalido"]);
  });

  it.each([
    ["Sim", "true"],
    ["NÃO", "false"],
    ["s", "true"],
    ["0", "false"],
    ["VERDADEIRO", "true"],
    ["", ""],
  ])("%j is %j", (text, value) => {
    expect(rowsOf(read(`${D}\nP-1;;5103403;presencial;bpc;respondida;${text}\n`))[0]?.split(",")[6]).toBe(value);
  });
});

describe("numbers", () => {
  const ASKED = `${I}\n5103403;2023;a;4.990;x\n5107909;2023;a;31.314;x\n`;

  it("of a column that reads two ways are asked about, and nothing is loaded on a guess", () => {
    const result = read(ASKED);
    expect(result.extract).toBeNull();
    expect(kinds(result).tipos).toEqual(["falta-resposta"]);
    expect(result.perguntas).toEqual([
      {
        id: "decimal:valor",
        pergunta: 'Na coluna "valor", quanto é 4.990?',
        opcoes: [
          { valor: "virgula", rotulo: "4.990 é 4990: o ponto separa os milhares e os decimais vêm depois de vírgula" },
          { valor: "ponto", rotulo: "4.990 é 4,99: os decimais vêm depois de ponto" },
        ],
      },
    ]);
  });

  it.each([
    ["virgula", ["5103403,2023,a,4990,,,x,", "5107909,2023,a,31314,,,x,"]],
    ["ponto", ["5103403,2023,a,4.99,,,x,", "5107909,2023,a,31.314,,,x,"]],
  ])("are read as the answer says (%s), and not asked about again", (answer, rows) => {
    const result = read(ASKED, { respostas: new Map([["decimal:valor", answer]]) });
    expect(rowsOf(result)).toEqual(rows);
    expect(result.perguntas).toEqual([]);
  });

  it("are asked about with an answer that is none of the options", () => {
    expect(read(ASKED, { respostas: new Map([["decimal:valor", "talvez"]]) }).perguntas).toHaveLength(1);
  });

  it("of both marks in one column read each by its own, and the ones that read two ways stay out", () => {
    const result = read(`${I}\n5103403;2023;a;0.314;x\n5107909;2023;a;0,412;x\n5101837;2023;a;1.234;x\n`);
    expect(rowsOf(result)).toEqual(["5103403,2023,a,0.314,,,x,", "5107909,2023,a,0.412,,,x,"]);
    expect(kinds(result)).toEqual({ linhas: [4], tipos: ["numero-ambiguo"] });
  });

  it("of one row may use a mark in one column and the other in the next", () => {
    const result = read("codigo;periodo;indicador;valor;numerador;denominador\n5103403;2010;ivs;0.314;0,412;0,265\n");
    expect(rowsOf(result)).toEqual(["5103403,2010,ivs,0.314,0.412,0.265,,"]);
  });

  it("of one column tell how an ambiguous neighbour is to be read", () => {
    const result = read("codigo;periodo;indicador;valor;numerador\n5103403;2023;a;4.990;0.5\n");
    expect(rowsOf(result)).toEqual(["5103403,2023,a,4.99,0.5,,,"]);
    expect(kinds(result).tipos).toEqual(["decimal-presumido"]);
  });

  it("outside the limits of their column set the row apart", () => {
    const result = read("codigo,nome,sede_lat\n5103403,Cuiabá,-15.6\n5107909,Sinop,-156.0\n");
    expect(result.problemas).toMatchObject([{ linha: 3, coluna: "sede_lat", valor: "-156.0", mensagem: "O valor é menor que o mínimo, -34." }]);
  });
});
