import { describe, expect, it } from "vitest";
import { addDays } from "../../../../src/core/civil-date.ts";
import { formatDate } from "../../../../src/core/format.ts";
import { seededSource } from "../../../../src/core/metodo/seeded-random.ts";
import type { Viagem } from "../../../../src/core/visitas/plano.ts";
import type { EstadoDoCalendario } from "../../../../src/data/visitas/export/calendario-estado.ts";
import { atualizarCalendario, type OpcoesDoCalendario } from "../../../../src/data/visitas/export/calendario.ts";
import { escreverIcs } from "../../../../src/data/visitas/export/ics.ts";
import { importar, lerIcs } from "./lido.ts";
import { DA_OUTRA, equipe, nome, parada, PLANO, plano, PRIMEIRA, SEGUNDA, viagem } from "./um-plano.ts";

/** Minutes from 2026-01-01T00:00Z to 2026-11-22T13:17Z: 325 days, 13 h 17 min = 325·1440 + 797. */
const MINUTO = 468_797;

const OPCOES: OpcoesDoCalendario = {
  inicio: "2027-01-01",
  hoje: "2026-11-22",
  equipes: null,
  nome,
  equipe,
  agora: "2026-11-22T13:17:51Z",
  regraDasDiarias: "IN 9/ZZ",
  interno: false,
  demonstracao: false,
};

async function escrever(
  anterior: EstadoDoCalendario | null,
  viagens: readonly Viagem[],
  opcoes: Partial<OpcoesDoCalendario> = {},
): Promise<{ readonly texto: string; readonly estado: EstadoDoCalendario }> {
  const todas = { ...OPCOES, ...opcoes };
  const { eventos, estado } = atualizarCalendario(anterior, plano(viagens), todas);
  return { texto: await escreverIcs(eventos, { nome: "Visitas", agora: todas.agora }), estado };
}

const DEPOIS = "2026-12-01T08:00:00Z";
const viagensDe = (texto: string) => lerIcs(texto).filter(({ uid }) => uid.startsWith("viagem-"));

describe("the calendar of a plan, read back by a second library", () => {
  it("has one all-day event a tour, ending the day after the last, and one for its per diems", async () => {
    const { texto } = await escrever(null, PLANO.viagens);
    expect(lerIcs(texto).map(({ uid, inicio, depois, diaInteiro }) => [uid, inicio, depois, diaInteiro])).toEqual([
      ["viagem-2027-01-01-9900001-1-01@mirante-suas", "2027-01-04", "2027-01-06", true],
      ["diarias-2027-01-01-9900001-1-01@mirante-suas", "2026-12-22", "2026-12-23", true],
      ["viagem-2027-01-01-9900001-1-02@mirante-suas", "2027-01-18", "2027-01-19", true],
      ["diarias-2027-01-01-9900001-1-02@mirante-suas", "2026-12-22", "2026-12-23", true],
      ["viagem-2027-01-01-9900001-2-01@mirante-suas", "2027-01-04", "2027-01-05", true],
      ["diarias-2027-01-01-9900001-2-01@mirante-suas", "2026-12-15", "2026-12-16", true],
    ]);
  });

  it("says the visits in order with their days, the way, and when to ask for per diems, whatever the names hold", async () => {
    const { texto } = await escrever(null, [PRIMEIRA]);
    const [daViagem, dasDiarias] = lerIcs(texto);
    expect(daViagem?.titulo).toBe("Equipe 1: Água Boa; do Norte, D'Oeste, =Cedro");
    expect(daViagem?.texto).toBe(
      [
        "Equipe 1. Saída e volta: 04/01/2027 a 05/01/2027, 2 dias úteis, 313 km.",
        "1. Água Boa; do Norte, D'Oeste: 04/01/2027",
        "2. =Cedro: 05/01/2027",
        "Pedir diárias até 22/12/2026 (IN 9/ZZ).",
      ].join("\n"),
    );
    expect(dasDiarias?.titulo).toBe("Último dia para pedir diárias: viagem de 04/01/2027, Equipe 1");
    expect([daViagem?.alarmes, dasDiarias?.alarmes]).toEqual([0, 1]);
  });

  it("keeps every line within 75 octets, accents and all", async () => {
    const { texto } = await escrever(null, PLANO.viagens);
    const linhas = texto.split("\r\n");
    expect(Math.max(...linhas.map((linha) => Buffer.byteLength(linha)))).toBeLessThanOrEqual(75);
    expect(texto.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("is the same text for the same plan, state and instant", async () => {
    expect((await escrever(null, PLANO.viagens)).texto).toBe((await escrever(null, PLANO.viagens)).texto);
  });

  it("is stamped with the instant given, not with the machine's clock", async () => {
    expect(new Set(lerIcs((await escrever(null, PLANO.viagens)).texto).map(({ carimbo }) => carimbo))).toEqual(
      new Set(["2026-11-22T13:17:51Z"]),
    );
  });

  it("keeps every event of a long year, in order", async () => {
    const muitas = Array.from({ length: 53 }, (_, i) => {
      const inicio = addDays("2027-01-04", 5 * i);
      return viagem({ equipe: "9900001-1", inicio, fim: inicio, paradas: [parada(9900100 + i, inicio, inicio)] });
    });
    const lidas = viagensDe((await escrever(null, muitas)).texto);
    expect(lidas.map(({ inicio }) => inicio)).toEqual(muitas.map(({ inicio }) => inicio));
  });

  it("is not broken by a name that looks like a calendar's end", async () => {
    const hostil = (): string => "Vila\r\nEND:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x";
    const { texto } = await escrever(null, [SEGUNDA], { nome: hostil, equipe: hostil });
    expect(lerIcs(texto).map(({ uid }) => uid.slice(0, 7))).toEqual(["viagem-", "diarias"]);
  });

  it("is still a calendar when a team has no tour", async () => {
    const { texto } = await escrever(null, [], { equipes: ["9900001-1"] });
    expect(lerIcs(texto)).toEqual([]);
  });

  it("refuses an instant that is not UTC", () => {
    expect(() => atualizarCalendario(null, PLANO, { ...OPCOES, agora: "2026-11-22 10:17" })).toThrow(RangeError);
  });
});

describe("a second export, imported over the first", () => {
  it("keeps UID and SEQUENCE of what did not change", async () => {
    const antes = await escrever(null, PLANO.viagens);
    const depois = await escrever(antes.estado, PLANO.viagens, { agora: DEPOIS });
    expect(lerIcs(depois.texto).map(({ uid, sequencia }) => [uid, sequencia])).toEqual(
      lerIcs(antes.texto).map(({ uid, sequencia }) => [uid, sequencia]),
    );
    expect(new Set(lerIcs(antes.texto).map(({ sequencia }) => sequencia))).toEqual(new Set([MINUTO]));
  });

  it("moves a tour put off by a day, instead of showing it twice", async () => {
    const antes = await escrever(null, [PRIMEIRA, SEGUNDA]);
    const adiada = viagem({ ...PRIMEIRA, id: "9900001-1/2027-01-05", inicio: "2027-01-05", fim: "2027-01-06" });
    const depois = await escrever(antes.estado, [adiada, SEGUNDA]);
    const agenda = importar(antes.texto, depois.texto).filter(({ uid }) => uid.startsWith("viagem-"));
    expect(agenda.map(({ inicio, depois: fim }) => [inicio, fim])).toEqual([
      ["2027-01-05", "2027-01-07"],
      ["2027-01-18", "2027-01-19"],
    ]);
    // Within the same minute the sequence still rises, and only for the tour that moved.
    expect(viagensDe(depois.texto).map(({ sequencia }) => sequencia)).toEqual([MINUTO + 1, MINUTO]);
  });

  it("follows the municipalities, not the dates, when two tours trade days", async () => {
    const antes = await escrever(null, [PRIMEIRA, SEGUNDA]);
    const depois = await escrever(antes.estado, [
      viagem({ ...SEGUNDA, inicio: "2027-01-04", fim: "2027-01-04" }),
      viagem({ ...PRIMEIRA, inicio: "2027-01-18", fim: "2027-01-19" }),
    ]);
    const uidDe = (texto: string, trecho: string): string | undefined => viagensDe(texto).find(({ titulo }) => titulo.includes(trecho))?.uid;
    expect(uidDe(depois.texto, "Cedro")).toBe(uidDe(antes.texto, "Cedro"));
    expect(uidDe(depois.texto, "São José")).toBe(uidDe(antes.texto, "São José"));
  });

  it("cancels a tour that left the plan, with its per diems, and says so again at every later export", async () => {
    const antes = await escrever(null, [PRIMEIRA, SEGUNDA]);
    const sem = await escrever(antes.estado, [PRIMEIRA], { agora: DEPOIS });
    expect(importar(antes.texto, sem.texto).map(({ uid }) => uid)).toEqual([
      "diarias-2027-01-01-9900001-1-01@mirante-suas",
      "viagem-2027-01-01-9900001-1-01@mirante-suas",
    ]);
    const outraVez = await escrever(sem.estado, [PRIMEIRA], { agora: "2026-12-02T08:00:00Z" });
    expect(importar(antes.texto, outraVez.texto)).toHaveLength(2);
    expect(lerIcs(outraVez.texto).map(({ sequencia }) => sequencia)).toEqual(lerIcs(sem.texto).map(({ sequencia }) => sequencia));
  });

  it("brings a cancelled tour back under its own UID", async () => {
    const antes = await escrever(null, [PRIMEIRA, SEGUNDA]);
    const sem = await escrever(antes.estado, [PRIMEIRA]);
    const deNovo = await escrever(sem.estado, [PRIMEIRA, SEGUNDA]);
    expect(importar(antes.texto, sem.texto, deNovo.texto)).toHaveLength(4);
    expect(viagensDe(deNovo.texto).map(({ sequencia }) => sequencia)).toEqual([MINUTO, MINUTO + 2]);
  });

  it("gives a new tour a UID no other ever had", async () => {
    const antes = await escrever(null, [PRIMEIRA, SEGUNDA]);
    const nova = viagem({ equipe: "9900001-1", inicio: "2027-01-11", fim: "2027-01-11", paradas: [parada(9900005, "2027-01-11", "2027-01-11")] });
    const depois = await escrever(antes.estado, [PRIMEIRA, nova]);
    expect(viagensDe(depois.texto).map(({ uid, status }) => [uid.slice(-16, -13), status])).toEqual([
      ["-01", "CONFIRMED"],
      ["-02", "CANCELLED"],
      ["-03", "CONFIRMED"],
    ]);
  });

  it("leaves tours already begun as they are, neither moved nor cancelled", async () => {
    const antes = await escrever(null, [PRIMEIRA, SEGUNDA]);
    const volta = viagem({ ...PRIMEIRA, inicio: "2027-02-01", fim: "2027-02-02" });
    const depois = await escrever(antes.estado, [SEGUNDA, volta], { hoje: "2027-01-10", agora: "2027-01-10T12:00:00Z" });
    const agenda = importar(antes.texto, depois.texto).filter(({ uid }) => uid.startsWith("viagem-"));
    expect(agenda.map(({ inicio }) => inicio)).toEqual(["2027-01-04", "2027-01-18", "2027-02-01"]);
  });

  it("of one team leaves what was written of the others for their own export", async () => {
    const antes = await escrever(null, [PRIMEIRA, DA_OUTRA]);
    const so = await escrever(antes.estado, [PRIMEIRA], { equipes: ["9900001-1"], agora: DEPOIS });
    expect(new Set(lerIcs(so.texto).map(({ uid }) => uid.slice(0, -16)))).toEqual(
      new Set(["viagem-2027-01-01-9900001-1", "diarias-2027-01-01-9900001-1"]),
    );
    expect(so.estado.eventos.find(({ equipe: id }) => id === "9900001-2")).toEqual(
      antes.estado.eventos.find(({ equipe: id }) => id === "9900001-2"),
    );
  });

  it("without the state of the first still updates it: same UIDs, later sequences", async () => {
    const antes = await escrever(null, [PRIMEIRA, SEGUNDA]);
    const adiada = viagem({ ...PRIMEIRA, inicio: "2027-01-05", fim: "2027-01-06" });
    const depois = await escrever(null, [adiada, SEGUNDA], { agora: DEPOIS });
    expect(importar(antes.texto, depois.texto).filter(({ uid }) => uid.startsWith("viagem-")).map(({ inicio }) => inicio)).toEqual([
      "2027-01-05",
      "2027-01-18",
    ]);
  });

  it("of another period starts calendars of its own", async () => {
    const antes = await escrever(null, [PRIMEIRA]);
    const depois = await escrever(antes.estado, [PRIMEIRA], { inicio: "2027-04-01" });
    expect(importar(antes.texto, depois.texto)).toHaveLength(4);
  });
});

describe("any number of plans, each exported and imported over the last", () => {
  const CODIGOS = Array.from({ length: 12 }, (_, i) => 9900100 + i);

  /** Tours of one to three municipalities each, of two teams, on days of their own. */
  function planoAoAcaso(acaso: () => number): Viagem[] {
    const sobram = CODIGOS.filter(() => acaso() < 0.7);
    const viagens: Viagem[] = [];
    for (let dia = 0; sobram.length > 0; dia += 3 + Math.floor(acaso() * 3)) {
      const inicio = addDays("2027-01-04", dia);
      const fim = addDays(inicio, Math.floor(acaso() * 3));
      const codigos = sobram.splice(0, 1 + Math.floor(acaso() * 3));
      const paradas = codigos.map((codigo) => parada(codigo, inicio, fim));
      viagens.push(viagem({ equipe: `9900001-${acaso() < 0.5 ? 1 : 2}`, inicio, fim, paradas, pedirDiariasAte: addDays(inicio, -7) }));
    }
    return viagens;
  }

  const mostrados = (viagens: readonly Viagem[]): string[] =>
    viagens
      .flatMap(({ equipe: id, inicio, fim, paradas, pedirDiariasAte }) => [
        `${inicio} ${addDays(fim, 1)} ${equipe(id)}: ${paradas.map(({ codigo }) => nome(codigo)).join(", ")}`,
        `${pedirDiariasAte} ${addDays(pedirDiariasAte, 1)} Último dia para pedir diárias: viagem de ${formatDate(inicio)}, ${equipe(id)}`,
      ])
      .sort();

  it.each(Array.from({ length: 12 }, (_, i) => `semente ${i}`))("show the last plan and nothing else (%s)", async (semente) => {
    const numeros = seededSource(semente);
    const arquivos: string[] = [];
    let estado: EstadoDoCalendario | null = null;
    let ultimas: Viagem[] = [];
    for (let vez = 0; vez < 5; vez += 1) {
      ultimas = planoAoAcaso(numeros);
      // A single team, now and then: the others catch up at their own export.
      const equipes = vez < 4 && numeros() < 0.4 ? ["9900001-2"] : null;
      const escrito = await escrever(estado, ultimas, { equipes });
      estado = escrito.estado;
      arquivos.push(escrito.texto);
    }
    const agenda = importar(...arquivos).map(({ inicio, depois, titulo }) => `${inicio} ${depois} ${titulo}`);
    expect(agenda.sort()).toEqual(mostrados(ultimas));
  });
});

describe("required visits in a calendar", () => {
  it("are not told apart in what others get", async () => {
    const exigida = await escrever(null, [PRIMEIRA]);
    const outra = viagem({ ...PRIMEIRA, paradas: PRIMEIRA.paradas.map((p) => ({ ...p, motivo: { tipo: "prioridade", posicao: 9 } })) });
    const comum = await escrever(null, [outra]);
    expect(exigida.texto).toBe(comum.texto);
    expect(exigida.estado).toEqual(comum.estado);
    expect(lerIcs(exigida.texto).map(({ classe }) => classe)).toEqual(["PUBLIC", "PUBLIC"]);
  });

  it("are said in the internal version, which is marked and confidential, and whose state tells nothing", async () => {
    const interna = await escrever(null, [PRIMEIRA], { interno: true });
    const [daViagem] = lerIcs(interna.texto);
    expect(daViagem?.titulo.startsWith("[uso interno] ")).toBe(true);
    expect(daViagem?.texto).toContain("=Cedro: 05/01/2027 (visita exigida)");
    expect(daViagem?.classe).toBe("CONFIDENTIAL");
    expect(interna.estado.eventos.map(({ texto }) => texto)).toEqual([""]);
  });

  it("leave the calendar when the public version is imported over the internal one", async () => {
    const interna = await escrever(null, [PRIMEIRA], { interno: true });
    const publica = await escrever(interna.estado, [PRIMEIRA]);
    const [, daViagem] = importar(interna.texto, publica.texto);
    expect(daViagem?.texto).not.toContain("exigida");
  });
});

describe("a calendar of made-up data", () => {
  it("says so in every title and text of a tour", async () => {
    const { texto } = await escrever(null, [PRIMEIRA], { demonstracao: true });
    expect(lerIcs(texto).every(({ titulo }) => titulo.startsWith("[demonstração] "))).toBe(true);
    expect(viagensDe(texto)[0]?.texto).toContain("DADOS DE DEMONSTRAÇÃO");
  });
});
