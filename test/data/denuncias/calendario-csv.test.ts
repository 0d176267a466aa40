import { describe, expect, it } from "vitest";
import { modeloDoCalendario, readCalendario, type LeituraDoCalendario } from "../../../src/data/denuncias/calendario-csv.ts";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";

const LUGARES = createPlaceResolver({
  territorio: { codigoUf: 11, uf: "RO" },
  brasil: [
    { codigo: 1100015, nome: "Alta Floresta D'Oeste", siafi: null, uf: "RO" },
    { codigo: 1100023, nome: "Ariquemes", siafi: null, uf: "RO" },
    { codigo: 5300108, nome: "Brasília", siafi: null, uf: "DF" },
  ] as never,
  variantes: [],
});

const ler = (texto: string, nome = "calendario.csv"): Promise<LeituraDoCalendario> => readCalendario(new File([texto], nome), LUGARES);

const C = "data;inicio;fim;tipo;nome;codigo_ibge";

/** Line, column and beginning of the message of every problem. */
async function queixas(texto: string): Promise<string[]> {
  const { problemas } = await ler(texto);
  return problemas.map(({ linha, coluna, mensagem }) => `${String(linha)} ${coluna ?? "-"}: ${mensagem}`);
}

describe("a calendar file", () => {
  it("gives days, periods and local days, in order of their first day", async () => {
    const { dias, problemas } = await ler(
      `${C}\n;20/12/2026;06/01/2027;suspensão;Recesso;\n28/10/2026;;;facultativo;Dia do servidor;\n2026-04-08;;;feriado;Aniversário da cidade;1100015\n`,
    );
    expect(problemas).toEqual([]);
    expect(dias).toEqual([
      { inicio: "2026-04-08", fim: "2026-04-08", tipo: "feriado", nome: "Aniversário da cidade", municipio: 1100015 },
      { inicio: "2026-10-28", fim: "2026-10-28", tipo: "facultativo", nome: "Dia do servidor", municipio: null },
      { inicio: "2026-12-20", fim: "2027-01-06", tipo: "suspensao", nome: "Recesso", municipio: null },
    ]);
  });

  it("may have only data, tipo and nome, a municipality by name, and be encoded as Excel does", async () => {
    const latin1 = Uint8Array.from("Data,Tipo,Nome,Município\n08/04/2026,Ponto facultativo,Anivers\u00e1rio,Ariquemes\n", (letra) => letra.charCodeAt(0));
    const { dias } = await readCalendario(new File([latin1], "c.csv"), LUGARES);
    expect(dias).toEqual([{ inicio: "2026-04-08", fim: "2026-04-08", tipo: "facultativo", nome: "Aniversário", municipio: 1100023 }]);
  });

  it("names a day without a name by its kind", async () => {
    const { dias } = await ler(`${C}\n08/04/2026;;;feriado;;\n`);
    expect(dias[0]?.nome).toBe("Feriado");
  });

  it("never takes a month-first date for a day: the holiday would stand on another date", async () => {
    expect(await queixas(`${C}\n12/25/2026;;;feriado;Natal;\n12/13/2026;;;suspensao;X;\n08/04/2026;;;feriado;Y;\n`)).toEqual([
      "2 data: O segundo número da data não é um mês.",
      "3 data: O segundo número da data não é um mês.",
    ]);
  });

  it("keeps the good rows and says line and column of each wrong one", async () => {
    const { dias } = await ler(`${C}\n31/02/2026;;;feriado;X;\n08/04/2026;;;feriado;Y;\n`);
    expect(dias.map(({ nome }) => nome)).toEqual(["Y"]);
    expect(
      await queixas(
        [
          C,
          "31/02/2026;;;feriado;a;",
          ";;;feriado;a;",
          ";10/01/2026;05/01/2026;suspensão;a;",
          ";01/01/2026;01/06/2027;suspensão;a;",
          "08/04/2026;;;férias;a;",
          "08/04/2026;;;;a;",
          "08/04/1926;;;feriado;a;",
          "08/04/2026;;;feriado;a;9999999",
          "08/04/2026;;;feriado;a;5300108",
          "08/04/2026;;;feriado",
        ].join("\n"),
      ),
    ).toEqual([
      "2 data: Não é uma data que exista.",
      "3 data: O dia está vazio.",
      "4 fim: O período termina antes de começar.",
      "5 fim: O período passa de um ano.",
      "6 tipo: O tipo não é um dos três.",
      "7 tipo: O tipo está vazio.",
      "8 data: O dia está fora dos anos de 2000 a 2099.",
      "9 codigo_ibge: Nenhum município deste território responde por este código ou nome.",
      "10 codigo_ibge: Nenhum município deste território responde por este código ou nome.",
      "11 data: A linha não tem as colunas do cabeçalho.",
    ]);
  });

  it("may have a period of exactly one year, both ends in, and not a day more", async () => {
    // 1 January to 31 December 2028, a leap year: 366 days.
    expect((await ler(`${C}\n;2028-01-01;2028-12-31;suspensão;a;\n`)).dias).toHaveLength(1);
    expect((await ler(`${C}\n;2028-01-01;2029-01-01;suspensão;a;\n`)).dias).toHaveLength(0);
  });

  it("counts the same day once", async () => {
    const { dias, problemas } = await ler(`${C}\n08/04/2026;;;feriado;a;\n2026-04-08;;;feriado;b;\n08/04/2026;;;feriado;c;1100015\n`);
    expect(dias.map(({ nome }) => nome)).toEqual(["a", "c"]);
    expect(problemas).toMatchObject([{ gravidade: "aviso", linha: 3, mensagem: "O mesmo dia já está na linha 2; conta uma vez." }]);
  });

  it.each([
    "Aniversário de fulano@exemplo.br",
    "CPF 111.444.777-35",
    "Falar com (65) 99999-0000",
    "matrícula 123456",
  ])("never keeps a name of a day that carries data of a person: %s", async (nome) => {
    const leitura = await ler(`${C}\n08/04/2026;;;feriado;${nome};\n09/04/2026;;;feriado;bom;\n`);
    expect(leitura.dias.map((dia) => dia.nome)).toEqual(["bom"]);
    expect(JSON.stringify(leitura)).not.toContain(nome.split(" ").at(-1));
  });

  it("refuses a column of persons and a name as long as a report", async () => {
    const leitura = await ler(`${C};CPF do servidor\n08/04/2026;;;feriado;a;;11144477735\n`);
    expect(leitura.dias).toHaveLength(1);
    expect(leitura.problemas).toMatchObject([{ gravidade: "aviso", coluna: "CPF do servidor" }]);
    expect(leitura.problemas[0]?.conserto).toContain("LGPD");
    expect(JSON.stringify(leitura)).not.toContain("11144477735");
    expect(await queixas(`${C}\n08/04/2026;;;feriado;${"x".repeat(81)};\n`)).toEqual(["2 nome: O nome passa de 80 caracteres."]);
  });

  it("is refused whole when it is another thing, empty or too large", async () => {
    expect(await queixas("codigo;nome\n1;2\n")).toEqual(["null -: O arquivo não tem as colunas de um calendário: data (ou inicio e fim) e tipo."]);
    expect((await queixas(""))[0]).toMatch(/^null -: /);
    expect(await queixas(`${C}\n`)).toEqual(["null -: O calendário tem cabeçalho, mas nenhum dia."]);
    expect((await ler("%PDF-1.4 xxxxxxxxxxx")).problemas[0]?.gravidade).toBe("arquivo-recusado");
    expect((await ler("x".repeat(3_000_000))).problemas[0]?.mensagem).toBe("O arquivo tem mais de 2 MB.");
  });

  it("has a model that reads as an empty calendar", async () => {
    expect(await queixas(modeloDoCalendario())).toEqual(["null -: O calendário tem cabeçalho, mas nenhum dia."]);
  });

  it("of ten thousand wrong rows says the first thousand and stops at its limit", async () => {
    const { dias, problemas } = await ler(`${C}\n${"31/02/2026;;;feriado;a;\n".repeat(10_000)}`);
    expect(dias).toEqual([]);
    expect(problemas).toHaveLength(1_001);
    expect(problemas[0]?.mensagem).toBe("O calendário tem mais de 5.000 linhas; as seguintes não foram lidas.");
  });
});
