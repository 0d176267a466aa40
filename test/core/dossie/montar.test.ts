import { describe, expect, it } from "vitest";
import { cabecalhoDoMapa } from "../../../src/core/dossie/cabecalho-do-mapa.ts";
import { montarDossie } from "../../../src/core/dossie/montar.ts";
import { blocosDe, entrada, PECAS, textosDe } from "./quatro-municipios.ts";

const [ALFA, BETA, GAMA, DELTA] = [9_900_001, 9_900_002, 9_900_003, 9_900_004];
const alfa = montarDossie(entrada(), ALFA);
const delta = montarDossie(entrada(), DELTA);

describe("the page of a municipality", () => {
  it("opens with its name, region, size, inhabitants and what is made up, and is in one order for all", () => {
    expect(alfa.titulo).toBe("Dossiê de Alfa");
    expect(alfa.subtitulo).toBe("Região de Norte · porte Médio · 60.000 habitantes (Censo 2022) · código 9900001");
    expect(alfa.demonstracao).toBe("Dados de demonstração em: apoio recebido, denúncias. São inventados e não descrevem nenhum município.");
    expect(alfa.secoes.map(({ id }) => id)).toEqual(delta.secoes.map(({ id }) => id));
    expect(delta.subtitulo).toBe("Região não informada · porte não informado · população não informada · código 9900004");
  });

  it("refuses a code that is not in the list", () => {
    expect(() => montarDossie(entrada(), 123)).toThrow(/no municipality with code 123/);
  });

  it("no table is empty, its parts sum to 1, and each row has a cell a column; no list is empty", () => {
    for (const codigo of [ALFA, BETA, GAMA, DELTA]) {
      for (const bloco of montarDossie(entrada(), codigo).secoes.flatMap(({ blocos }) => blocos)) {
        if (bloco.tipo === "lista") expect(bloco.itens.length).toBeGreaterThan(0);
        if (bloco.tipo !== "tabela") continue;
        expect(bloco.linhas.length).toBeGreaterThan(0);
        expect(bloco.colunas.reduce((soma, { parte }) => soma + parte, 0)).toBeCloseTo(1, 10);
        for (const linha of bloco.linhas) expect(linha).toHaveLength(bloco.colunas.length);
      }
    }
  });

  it("says where each part comes from that is not loaded, and that none was registered where it is", () => {
    const sem = montarDossie(entrada({ apoio: null, planos: null, denuncias: null, anteriores: null }), ALFA);
    expect(textosDe(sem, "apoio")).toEqual(["O registro de apoios não foi carregado."]);
    expect(textosDe(sem, "plano")).toEqual(["O registro de planos não foi carregado."]);
    expect(textosDe(sem, "denuncias")).toEqual(["O registro de denúncias não foi carregado."]);
    const beta = montarDossie(entrada(), BETA);
    expect(textosDe(beta, "apoio")).toEqual(["Nenhum apoio registrado até 31/10/2026.", "Monitoramento a cada 12 meses (Norma 1/2022, art. 4º, I, c): nenhum registrado."]);
    expect(textosDe(beta, "plano")).toEqual(["Nenhum plano registrado."]);
    expect(textosDe(beta, "denuncias")).toEqual(["Nenhuma denúncia registrada."]);
  });

  it("ends with sources, dates, the two hashes and the norm that has visits defined from indicators", () => {
    const { hashDados, hashMetodo } = entrada();
    expect(alfa.rodape).toEqual([
      "Fontes dos indicadores: Fonte de teste. Data de referência: 31/10/2026.",
      `Método: Método pequeno, SHA-256 ${hashMetodo.slice(0, 12)}; dados SHA-256 ${hashDados.slice(0, 12)}. As visitas são definidas pelos indicadores: Norma 1/2022, art. 9º. Uso interno: traz contagens de denúncias.`,
    ]);
  });

  it("no place is called the worst", () => {
    expect(JSON.stringify([ALFA, BETA, GAMA, DELTA].map((codigo) => montarDossie(entrada(), codigo)))).not.toMatch(/pior|crític|ruim/i);
  });
});

describe("what stands out", () => {
  it("is the place, whether it is among the first, and the points of score and dimensions, worked by hand", () => {
    const [destaque, dimensoes] = textosDe(alfa, "destaques");
    expect(destaque).toBe(
      "Alfa tem a 1ª maior necessidade de apoio entre 3 municípios com nota (50,00 de 0 a 100): está entre os 2 primeiros da lista. O que mais pesa: População por CRAS, 80\u00a0hab. (2025), soma 24,00; Indicador z, 50,00 (2025), soma 20,00; Indicador y, 20,00 (2020), soma 6,00.",
    );
    expect(dimensoes).toBe("A nota por dimensão: a 30,00; b 20,00.");
  });

  it("counts a tenth only where there are ten to be a tenth of, and the head of a region only where it is one's own", () => {
    // One of four is not the first 10 %. Of its region Alfa leads in x and Beta in y; z is a tie there, and Beta leads its size, with Gama.
    expect(textosDe(delta, "destaques")).toHaveLength(1);
    expect(textosDe(alfa, "destaques")).toContain("A maior necessidade da região ou do porte em: Pop. por CRAS.");
    expect(textosDe(montarDossie(entrada(), BETA), "destaques")).toContain("A maior necessidade da região ou do porte em: z e y.");
  });

  it("ends with what waits to be done: late actions, the monitoring past its day, complaints past their term", () => {
    expect(textosDe(alfa, "destaques").at(-1)).toBe("Espera providência: uma ação de plano depois do prazo; monitoramento vencido desde 30/10/2026; um caso de denúncia com prazo vencido.");
    expect(textosDe(delta, "destaques")).toHaveLength(1);
  });

  it("names what rose and fell in need, by the direction of each indicator", () => {
    expect(textosDe(alfa, "destaques")).toContain("Comparada ao dado mais antigo dos cinco anos anteriores, a necessidade hoje é maior em Pop. por CRAS.");
    expect(textosDe(montarDossie(entrada(), BETA), "destaques")).toContain("Comparada ao dado mais antigo dos cinco anos anteriores, a necessidade hoje é menor em Pop. por CRAS.");
    const [x, ...outros] = PECAS.catalogo;
    if (x === undefined) throw new Error("no record");
    const menos = PECAS.metodo.dimensoes.map((dimensao) => ({
      ...dimensao,
      indicadores: dimensao.indicadores.map((um) => (um.id === "x" ? { ...um, polaridade: "maior-menos-necessidade" as const } : um)),
    }));
    const virada = entrada({ catalogo: [{ ...x, polaridade: "maior-menos-necessidade" }, ...outros], metodo: { ...PECAS.metodo, dimensoes: menos } });
    expect(textosDe(montarDossie(virada, ALFA), "destaques")).toContain("Comparada ao dado mais antigo dos cinco anos anteriores, a necessidade hoje é menor em Pop. por CRAS.");
  });

  it("a municipality without a score is out for lack of data, and is told so", () => {
    // One of three equal-weighted parts is missing: x is 0.6 · 1/2 = 30 % of the weight.
    expect(textosDe(delta, "destaques")[0]).toBe(
      "Delta fica fora da lista por falta de dados, não por ter menos necessidade: há dado para 70\u00a0% do peso, e a nota pede 67\u00a0% em cada dimensão e no total. Faltam dados em a.",
    );
  });
});

describe("indicators", () => {
  it("come by points, each with value, places shared by ties, and what it was before", () => {
    // x in the state: 80, 40, 40. In the region Alfa and Beta; Alfa is alone in its size.
    expect(textosDe(alfa, "indicadores").slice(0, 3)).toEqual([
      "Pop. por CRAS | 80\u00a0hab. (2025) | 1ª de 3 | 1ª de 2 | 1ª de 1 | 60\u00a0hab. (2021): maior hoje | 24,00",
      "z | 50,00 (2025) | 2ª a 3ª de 4 | 1ª a 2ª de 2 | 1ª de 1 | 50,00 (2022): igual hoje | 20,00",
      "y | 20,00 (2020) | 2ª de 4 | 2ª de 2 | 1ª de 1 | sem outro ano | 6,00",
    ]);
  });

  it("says what 'antes' is compared with", () => {
    expect(textosDe(alfa, "indicadores").at(-1)).toContain("Antes: o dado mais antigo dos cinco anos anteriores ao valor, e se a necessidade hoje é maior, menor ou igual.");
  });

  it("a missing figure has a word, no place and no points, and is not zero", () => {
    const linhas = textosDe(delta, "indicadores");
    expect(linhas).toContain("Pop. por CRAS | sem dado | – | – | – | – | –");
    expect(linhas.find((linha) => linha.startsWith("z |"))).toBe("z | 90,00 (2025) | 1ª de 4 | – | – | sem outro ano | –");
  });
});

describe("support, plans and complaints", () => {
  it("counts support of twelve months and all, the last on site, and the monitoring past its day", () => {
    // 31 Oct 2026 less 15 Aug 2026 is two whole months; 30 Oct 2025 + 12 months is 30 Oct 2026, the day before.
    expect(textosDe(alfa, "apoio")).toEqual([
      "2 eventos em 12 meses e 6 em todo o registro; o último presencial foi em 15/08/2026, há 2 meses completos.",
      "Visitas técnicas | 2 | 15/08/2026",
      "Monitoramento | 0 | 30/10/2025",
      "Monitoramento a cada 12 meses (Norma 1/2022, art. 4º, I, c): venceu em 30/10/2026.",
    ]);
  });

  it("shows the plan in force with its overdue action, 31 days past 30 September, and not the concluded one", () => {
    expect(textosDe(alfa, "plano")).toEqual([
      "Plano de Providências: Equipe incompleta (1 de 4 ações concluídas; 1 passou do prazo; falta pactuar na CIB)",
      "Ação 2 | 30/09/2026 | 31",
    ]);
  });

  it("counts open cases by stage, and says they are not to be published", () => {
    expect(textosDe(alfa, "denuncias")).toEqual([
      "7 denúncias registradas em 12 meses; 3 casos abertos, 1 com prazo vencido, 2 à espera do município. Em 12 meses, 1 caso constatou dificuldade na gestão, que pede apoio técnico (Norma 2/2025, art. 10).",
      "Aguardando manifestação | 2",
      "Aguardando resposta | 1",
      "Uso interno: estas contagens podem expor quem denunciou e não devem ser publicadas.",
    ]);
  });
});

describe("the data a sheet stands on", () => {
  it("are all that are in use, where the page knows them: other complaints are other data, though the list stays", () => {
    const a = "a".repeat(64);
    expect(entrada({ hashDosDados: a }).hashDados).toBe(a);
    expect(montarDossie(entrada({ hashDosDados: a }), ALFA).rodape.join(" ")).toContain("dados SHA-256 aaaaaaaaaaaa.");
    expect(entrada().hashDados).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("gaps as questions, and who answers", () => {
  it("asks what has no figure, what the plan owes and what is beyond its validity of 24 months", () => {
    // y is of 2020: 70 months old on 31 Oct 2026. x and z, of 2025, are 10 months old.
    expect(textosDe(alfa, "perguntas")).toEqual([
      "O que falta para ação 2? (prazo: 30/09/2026)",
      "Até quando será feito o que está no plano sem prazo? (uma ação)",
      "O que mudou desde 2020 em y? (dado além da validade)",
    ]);
    expect(textosDe(delta, "perguntas")).toContain("? (Pop. por CRAS: sem dado na base)");
    expect(textosDe(delta, "perguntas")).toContain("Que apoio do Estado chegou ao município? (nenhum registrado até 31/10/2026)");
  });

  it("has the office of the visits and that of the indicator's theme, CRAS being where PAIF is offered", () => {
    expect(textosDe(alfa, "contatos")).toEqual([
      "Secretaria adjunta | Visitas técnicas | (00) 0000-0001 | a@orgao.example",
      "Proteção básica | Pop. por CRAS | a norma não diz | a norma não diz",
    ]);
    const semPacto = montarDossie(entrada({ pacto: { ...PECAS.pacto, linhas: [], coordenacoes: [] } }), ALFA);
    expect(textosDe(semPacto, "contatos")).toEqual(["Os dados deste território não dizem quem responde por cada assunto."]);
  });
});

describe("the network and its map", () => {
  it("tells units, what the CRAS are sized for and the nearest CREAS in a straight line", () => {
    // 1 degree on the equator of a sphere of 6371.0088 km is 111.195 km: Alfa and Beta's seats are one degree apart. Médio: 5,000 families a CRAS.
    expect(textosDe(alfa, "rede").slice(0, 2)).toEqual([
      "CRAS: 3 (2024). CREAS: sem dado. Fonte: Fonte de teste. O CREAS mais perto, em linha reta, é o de Beta (111 km entre as sedes).",
      "Capacidade de referência (NOB-SUAS, art. 63): 3 CRAS de até 5.000 famílias, 15.000 ao todo; quantas famílias o município tem no Cadastro Único, a base não diz.",
    ]);
    expect(textosDe(montarDossie(entrada(), BETA), "rede")[0]).toBe("CRAS: 1 (2024). CREAS: 1 (2024). Fonte: Fonte de teste.");
  });

  it("frames the municipality among its neighbours, with a scale bar in round kilometres, worked by hand", () => {
    const mapa = blocosDe(alfa, "rede").find(({ tipo }) => tipo === "mapa");
    // Box 0–10: 20 wide at 2 to 1, with a quarter on each side: 30 by 15 around (5, 5). A quarter of it is 83 km: 50 km, 50 ÷ 11.132 = 4.5 units.
    expect(mapa).toMatchObject({
      vista: { x: -10, y: -2.5, width: 30, height: 15 },
      area: 0,
      emVolta: [1],
      escala: { comprimento: 4.5, texto: "50 km" },
      alternativa: "Mapa de Alfa, com 3 CRAS e sem dado de CREAS (2024). Fazem divisa: Beta, 1 CRAS e 1 CREAS.",
    });
    expect(mapa).toMatchObject({ marcas: [{ nome: "Beta", daqui: false, cras: 1, creas: 1 }, { nome: "Alfa", daqui: true, cras: 3, creas: null }] });
  });

  it("leaves the page with its sources and their years, the place and the day, marked when its figures are made up", () => {
    expect(cabecalhoDoMapa(entrada(), alfa)).toEqual({
      titulo: "CRAS e CREAS em Alfa e em volta",
      fontes: ["Fonte de teste (2024)"],
      filtros: ["município Alfa (9900001)"],
      dataReferencia: "2026-10-31",
      demonstracao: false,
    });
    expect(cabecalhoDoMapa(entrada({ demonstracao: { ...PECAS.demonstracao, indicadores: true } }), alfa).demonstracao).toBe(true);
    expect(cabecalhoDoMapa(entrada({ colunas: [] }), alfa).fontes).toEqual(["nenhuma traz CRAS e CREAS"]);
  });

  it("a municipality without a polygon is shown by its seat, and the text says so", () => {
    const mapa = blocosDe(delta, "rede").find(({ tipo }) => tipo === "mapa");
    expect(mapa).toMatchObject({ area: null });
    expect(textosDe(delta, "rede").some((texto) => texto.endsWith("A malha ainda não tem o contorno deste município: só a sede aparece."))).toBe(true);
    expect(textosDe(delta, "rede").at(-1)).toMatch(/Falta nela o contorno deste município: o ponto é a sede\.$/);
    expect(textosDe(alfa, "rede").at(-1)).not.toContain("contorno");
  });
});
