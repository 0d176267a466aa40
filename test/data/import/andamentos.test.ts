import { describe, expect, it } from "vitest";
import { PASSOS } from "../../../src/core/denuncias/passos.ts";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { isCpfNumber, personHeader, personIn } from "../../../src/data/import/person.ts";
import { recognise } from "../../../src/data/import/recognise.ts";
import { csvText } from "../csv-text.ts";
import { readFile } from "./file-reading.ts";
import { read, rowsOf } from "./reading.ts";

const A = "protocolo;passo;data;desfecho;motivo_arquivamento;superintendencia";
const D = "protocolo;data_registro;codigo_ibge;canal;tema;situacao";

describe("the events of complaints", () => {
  it("are recognised by their header, its other names and the labels of the steps", () => {
    const result = read("Nº do protocolo;Andamento;Data do andamento\n2026/1;Notificação da gestão municipal;03/11/2026\n2026/1;RESPOSTA a quem denunciou;04/11/2026\n");
    expect(result.extrato).toBe("andamentos");
    expect(rowsOf(result)).toEqual(["2026/1,notificacao,2026-11-03,,,", "2026/1,resposta,2026-11-04,,,"]);
  });

  it("are told from the complaints themselves, which have a protocol too", () => {
    expect(recognise(A.split(";")).match?.contract.id).toBe("andamentos");
    expect(recognise(D.split(";")).match?.contract.id).toBe("denuncias");
    expect(recognise(["protocolo", "data", "valor", "órgão", "situação"]).match).toBeNull();
  });

  it("are not recognised without the column of days, though a row may leave its day blank", () => {
    const { extract, problemas } = read("protocolo;passo;desfecho\nP-1;registro;\n");
    expect(extract).toBeNull();
    expect(problemas[0]?.mensagem).toContain("O mais parecido é Andamentos das denúncias, mas falta a coluna data.");
  });

  it("load without a day, which the page then says is missing", () => {
    expect(rowsOf(read(`${A}\nP-1;desfecho;;Sem irregularidade;;\n`))).toEqual(["P-1,desfecho,,sem-irregularidade,,"]);
  });

  it("are announced when the same event comes twice, and not when two findings come on one day", () => {
    const result = read(`${A}\nP-1;desfecho;03/11/2026;dificuldade-na-gestao;;\nP-1;desfecho;03/11/2026;indicio-de-irregularidade;;\nP-1;registro;01/11/2026;;;\nP-2;registro;01/11/2026;;;\nP-1;registro;2026-11-01;;;\n`);
    expect(result.contagem).toMatchObject({ carregadas: 5, separadas: 0 });
    expect(result.problemas.map(({ linha, gravidade, mensagem }) => [linha, gravidade, mensagem])).toEqual([
      [6, "aviso", "A mesma chave já apareceu na linha 4; as duas linhas foram carregadas."],
    ]);
  });

  it("know the days on which they can have happened when they say to when they go", async () => {
    const { extract } = await readFile(`${A}\nP-1;registro;01/11/2026;;;\nP-1;resposta;03/11/2062;;;\nP-2;registro;01/11/1926;;;\n`, "x.csv");
    expect(extract?.summary).toMatchObject({ linhas: 3, inicio: "2026-11-01", fim: "2026-11-01" });
  });
});

/** Columns a register of complaints may have and this product must not: header, a cell of it, what the refusal names. */
const PESSOAIS: readonly (readonly [titulo: string, celula: string, dado: string])[] = [
  ["Nome do denunciante", "Fulana Secreta", "identificação de pessoa"],
  ["Nome", "Beltrano Oculto", "nome de pessoa"],
  ["CPF", "111.444.777-35", "CPF"],
  ["cpf_denunciado", "11144477735", "CPF"],
  ["NIS", "12345678901", "NIS"],
  ["RG/Documento", "99887766", "documento de pessoa"],
  ["Telefone", "65 99999-1234", "telefone"],
  ["Celular/WhatsApp", "999991234", "telefone"],
  ["Contato", "ligar de noite", "contato"],
  ["E-mail", "segredo@exemplo.br", "e-mail"],
  ["Endereço", "Rua das Pedras 77", "endereço"],
  ["Data de nascimento", "07/07/1977", "nascimento"],
  ["Relato", "Minha vizinha Sicrana disse", "texto livre"],
  ["Descrição dos fatos", "Sicrana foi ao local", "texto livre"],
  ["Observação", "avó da criança Xispita", "texto livre"],
  ["OBS.", "irmã Xispita", "texto livre"],
  ["Despacho", "Encaminhe-se ao Dr. Xisto", "texto livre"],
  ["Vítima", "Menina Xaiane", "identificação de pessoa"],
  ["Técnico responsável", "Assistente Xênia", "identificação de pessoa"],
  ["Atendente", "Xande", "identificação de pessoa"],
  ["Sexo", "XFEM", "característica pessoal"],
];

describe.each([
  ["andamentos", A, "P-1;registro;03/11/2026;;;"],
  ["denuncias", D, "P-1;03/11/2026;5103403;presencial;bpc;registrada"],
] as const)("columns of persons in a file of %s", (id, header, row) => {
  it.each(PESSOAIS)("%s is refused with the article of the law, and nothing of it is kept", async (titulo, celula, dado) => {
    const result = await readFile(`${header};${titulo}\n${row};${celula}\n`, "registro.csv");
    expect(result.extract?.id).toBe(id);
    const [aviso, ...outros] = result.problemas;
    expect(outros).toEqual([]);
    expect(aviso).toMatchObject({ gravidade: "aviso", coluna: titulo });
    expect(aviso?.mensagem).toContain(dado);
    expect(aviso?.conserto).toContain("LGPD, Lei 13.709/2018, art. 6º, III");
    expect(result.descartadas.find((each) => each.titulo === titulo)?.dadoPessoal).toContain(dado);
    expect(`${JSON.stringify(result)}${csvText(result.extract?.csv)}`).not.toContain(celula);
  });

  it("are refused one by one in the same file, and a column of no meaning is left out too", async () => {
    const titulos = [...PESSOAIS.map(([titulo]) => titulo), "Coluna X"];
    const celulas = [...PESSOAIS.map(([, celula]) => celula), "Fulana Secreta de novo"];
    const result = await readFile(`${header};${titulos.join(";")}\n${row};${celulas.join(";")}\n`, "registro.csv");
    expect(result.problemas.map(({ coluna }) => coluna)).toEqual(PESSOAIS.map(([titulo]) => titulo));
    expect(result.descartadas.map(({ titulo }) => titulo)).toEqual(titulos);
    const kept = `${JSON.stringify(result)}${csvText(result.extract?.csv)}`;
    for (const celula of celulas) expect(kept).not.toContain(celula);
    expect(csvText(result.extract?.csv).trimEnd().split("\n")).toHaveLength(2);
  });

  it("are refused in a JSON and in a file of tabs and Latin letters as well", async () => {
    const nomes = [...header.split(";"), "relato"];
    const celulas = [...row.split(";"), "Fulana Secreta"];
    const json = JSON.stringify([Object.fromEntries(nomes.map((nome, i) => [nome, celulas[i]]))]);
    const tabs = Uint8Array.from(`${nomes.join("\t")}\r\n${celulas.join("\t")}\r\n`, (letra) => letra.charCodeAt(0));
    for (const [bytes, nome] of [[json, "x.json"], [tabs, "x.txt"]] as const) {
      const result = await readFile(bytes, nome);
      expect(result.extract?.summary.linhas, nome).toBe(1);
      expect(`${JSON.stringify(result)}${csvText(result.extract?.csv)}`, nome).not.toContain("Secreta");
    }
  });
});

describe("a person in the column of protocols", () => {
  const good = Array.from({ length: 8 }, (_, i) => `P-${String(i)};registro;03/11/2026;;;`).join("\n");

  it.each([
    ["a CPF", "111.444.777-35"],
    ["an e-mail", "fulana9@exemplo.br"],
    ["a telephone", "(65) 99999-1234"],
    ["a telephone without brackets", "65 99999-1234"],
    ["a telephone from abroad", "+55 65 3613-1234"],
    ["a name", "Fulana Secreta"],
    ["a report", `Em 2026 Fulana Secreta ${"viu ".repeat(20)}`],
  ])("%s keeps the row out and its value out of the report", async (_, celula) => {
    for (const [header, row] of [[A, "registro;03/11/2026;;;"], [D, "03/11/2026;5103403;presencial;bpc;registrada"]] as const) {
      const others = header === A ? good : Array.from({ length: 8 }, (__, i) => `P-${String(i)};03/11/2026;5103403;presencial;bpc;registrada`).join("\n");
      const result = await readFile(`${header}\n${celula};${row}\n${others}\n`, "x.csv");
      expect(result.contagem).toMatchObject({ carregadas: 8, separadas: 1 });
      expect(result.problemas).toMatchObject([{ linha: 2, coluna: "protocolo", valor: null }]);
      expect(result.problemas[0]?.conserto).toContain("LGPD");
      expect(`${JSON.stringify(result)}${csvText(result.extract?.csv)}`).not.toContain(celula.slice(0, 22));
    }
  });

  it("in digits alone is a file refused whole, for a CPF has the form of a protocol", () => {
    // 111.444.777-35, 529.982.247-25, 390.533.447-05, 168.995.350-09 and 123.456.789-09 have right check digits.
    const cpfs = ["11144477735", "52998224725", "39053344705", "16899535009", "12345678909"];
    for (const cpf of cpfs) expect(isCpfNumber(cpf), cpf).toBe(true);
    const result = read(`${A}\n${cpfs.map((cpf) => `${cpf};registro;03/11/2026;;;`).join("\n")}\n`);
    expect(result.extract).toBeNull();
    expect(result.problemas[0]).toMatchObject({ gravidade: "arquivo-recusado", mensagem: "A coluna protocolo traz números de CPF: o arquivo foi recusado, e nada dele foi guardado." });
    for (const cpf of cpfs) expect(JSON.stringify(result)).not.toContain(cpf);
  });

  it("of eleven digits that are no CPF is a protocol", () => {
    expect(["20260000001", "11144477736", "11111111111", "1114447773", "111.444.777"].filter(isCpfNumber)).toEqual([]);
    expect(rowsOf(read(`${A}\n20260000001;registro;03/11/2026;;;\n11144477735;registro;03/11/2026;;;\n`))).toHaveLength(2);
  });

  it.each(["2026.000123-4", "00123-2026", "02.2026.91234-5678", "SETASC-PRO-2026/01234", "12345.678901/2026-11"])("is not seen in the protocol %s", (protocolo) => {
    expect(personIn(protocolo)).toBeNull();
    expect(rowsOf(read(`${A}\n${protocolo};registro;03/11/2026;;;\n`))).toEqual([`${protocolo},registro,2026-11-03,,,`]);
  });

  it("is not announced by the titles of the columns of the contracts", () => {
    expect(`${A};${D};data do andamento;órgão`.split(";").filter((titulo) => personHeader(titulo) !== null)).toEqual([]);
  });
});

describe("what a wrong cell may repeat", () => {
  const valores = (row: string): (string | null)[] => read(`${A}\n${row}\nP-1;registro;03/11/2026;;;\n`).problemas.map(({ valor }) => valor);

  it("is what resembles the list of the column, and no name", () => {
    expect(valores("P-9;Encaminhado ao município;03/11/2026;;;")).toEqual(["Encaminhado ao município"]);
    expect(valores("P-9;Encaminhado a Fulana Secreta;03/11/2026;;;")).toEqual([null]);
    expect(valores("P-9;Ana;03/11/2026;;;")).toEqual([null]);
    expect(valores("P-9;desfecho;03/11/2026;Maria mentiu;;")).toEqual([null]);
  });

  it("is a date's own digits, and no number of a person", () => {
    expect(valores("P-9;registro;31/02/2026;;;")).toEqual(["31/02/2026"]);
    expect(valores("P-9;registro;11144477735;;;")).toEqual([null]);
    expect(valores("P-9;registro;nasceu ontem;;;")).toEqual([null]);
  });
});

describe("ten thousand malformed events", () => {
  const RUINS = [
    (i: number) => `P-${String(i)};registro;31/02/2026;;;`,
    (i: number) => `P-${String(i)};andou;03/11/2026;;;`,
    (i: number) => `;notificacao;0${String((i % 9) + 1)}/11/2026;;;`,
    (i: number) => `P-${String(i)};desfecho;03/11/2026;talvez;;`,
    (i: number) => `P-${String(i)};resposta`,
  ] as const;
  const ruins = Array.from({ length: 10_000 }, (_, i) => RUINS[i % RUINS.length]?.(i) ?? "");
  const boas = Array.from({ length: 700 }, (_, i) => `B-${String(i)};${PASSOS[i % 10] ?? ""};03/11/2026;;;`);
  const result = read(`${A}\n${ruins.join("\n")}\n${boas.join("\n")}\n`);

  it("give ten thousand problems, each with its line, and the good rows stand", () => {
    expect(result.contagem).toMatchObject({ lidas: 10_701, carregadas: 700, separadas: 10_000 });
    expect(result.problemas.filter(({ linha }) => linha !== null).map(({ linha }) => linha)).toEqual(ruins.map((_, i) => i + 2));
    expect(rowsOf(result)).toHaveLength(700);
    expect(result.extract?.summary.linhas).toBe(700);
  });

  it("are grouped by kind and column, five kinds of two thousand each", () => {
    expect(result.totais.filter(({ gravidade }) => gravidade === "linha-separada").map(({ tipo, coluna, contagem }) => [tipo, coluna, contagem])).toEqual([
      ["data-invalida", "data", 2_000],
      ["categoria-desconhecida", "passo", 2_000],
      ["obrigatoria-vazia", "protocolo", 2_000],
      ["categoria-desconhecida", "desfecho", 2_000],
      ["colunas-demais-ou-de-menos", null, 2_000],
    ]);
  });

  it("open the report with a warning that most of the file is not there", () => {
    expect(result.problemas[0]).toMatchObject({
      gravidade: "aviso",
      linha: null,
      mensagem: "Mais da metade das linhas tem problema: só 700 de 10.700 foram carregadas, e as denúncias aparecem incompletas.",
    });
  });

  it("with no good row among them are a file refused", () => {
    const { extract, problemas } = read(`${A}\n${ruins.slice(0, 50).join("\n")}\n`);
    expect(extract).toBeNull();
    expect(problemas[0]).toMatchObject({ gravidade: "arquivo-recusado" });
  });

  it("are listed up to the limit, and counted beyond it", () => {
    const { problemas, totais } = read(`${A}\n${ruins.join("\n")}\n${boas.join("\n")}\n`, { limits: { ...LIMITS, problemas: 100 } });
    expect(problemas).toHaveLength(100);
    expect(totais.reduce((sum, { contagem }) => sum + contagem, 0)).toBe(10_001);
  });
});

describe("a value that is not in the list of its column", () => {
  const conserto = (row: string): string | undefined => read(`${A}\n${row}\nP-1;registro;03/11/2026;;;\n`).problemas[0]?.conserto;

  it("is answered with the whole list where it is short, and with some of it and where the rest is where it is long", () => {
    expect(conserto("P-9;desfecho;03/11/2026;talvez;;")).toBe("Use um destes: Dificuldade na gestão municipal; Indício de irregularidade; Sem irregularidade.");
    expect(conserto("P-9;andou;03/11/2026;;;")).toBe(
      "Use um dos 14 valores que o dicionário de dados dá para a coluna, como: Registro da denúncia; Análise preliminar da Ouvidoria; Encaminhamento a outro órgão.",
    );
  });
});
