import { beforeAll, describe, expect, it } from "vitest";
import { civilDe } from "../../../src/core/denuncias/dia.ts";
import { PASSOS, SEM_CODIGO, SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { carregarCasos } from "../../../src/data/denuncias/carregar.ts";
import type { CasosCarregados } from "../../../src/data/denuncias/perguntas.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { andamento, cruas, denuncia, motorDeCasos, type LinhaDeTeste } from "./extratos.ts";

let engine: Engine;

beforeAll(async () => {
  engine = await motorDeCasos();
}, 30_000);

async function carregar(denuncias: readonly LinhaDeTeste[], andamentos: readonly LinhaDeTeste[] | null = []): Promise<CasosCarregados> {
  return carregarCasos(await cruas(engine, denuncias, andamentos));
}

function protocolos({ protocolos: bytes, protocoloEm, colunas }: CasosCarregados): string[] {
  return Array.from({ length: colunas.n }, (_, i) => new TextDecoder().decode(bytes.subarray(protocoloEm[i], protocoloEm[i + 1])));
}

/** "registro 2026-01-05 linha", one for each event of a case. */
function eventos({ colunas: c }: CasosCarregados, caso: number): string[] {
  const [de, ate] = [c.inicio[caso] ?? 0, c.inicio[caso + 1] ?? 0];
  return Array.from({ length: ate - de }, (_, k) => {
    const i = de + k;
    const dia = c.dia[i] ?? SEM_DIA;
    const detalhe = c.detalhe[i] === SEM_CODIGO ? "" : ` ${String(c.detalhe[i])}`;
    return `${PASSOS[c.passo[i] ?? -1] ?? "?"} ${dia === SEM_DIA ? "sem dia" : civilDe(dia)}${detalhe}${c.daLinha[i] === 1 ? " linha" : ""}`;
  });
}

describe("cases read from the two extracts", () => {
  it("have the attributes of the complaint by their position in the contract's lists, and none where it is blank", async () => {
    const { colunas } = await carregar([
      denuncia("a", { canal: "carta-ar", tema: "atendimento-cras", situacao: "arquivada", anonima: true, origem_recurso: "estadual", codigo_ibge: 5107602, data_registro: "2026-03-02" }),
      denuncia("b", { anonima: false }),
      denuncia("c"),
    ]);
    expect([...colunas.canal]).toEqual([4, 0, 0]);
    expect([...colunas.tema]).toEqual([0, 5, 5]);
    expect([...colunas.situacao]).toEqual([9, 0, 0]);
    expect([...colunas.anonima]).toEqual([1, 0, SEM_CODIGO]);
    expect([...colunas.origem]).toEqual([1, SEM_CODIGO, SEM_CODIGO]);
    expect([...colunas.municipio]).toEqual([5107602, 5103403, 5103403]);
    expect([...colunas.registro].map((dia) => (dia === SEM_DIA ? null : civilDe(dia)))).toEqual(["2026-03-02", null, null]);
  });

  it("have the events of their protocol, in the order of the file, wherever these stand in it", async () => {
    const lido = await carregar(
      [denuncia("açaí/1"), denuncia("b")],
      [
        andamento("b", "resposta", "2026-02-01"),
        andamento("açaí/1", "registro", "2026-01-05"),
        andamento("b", "registro", "2026-01-09"),
        andamento("açaí/1", "notificacao", null),
        andamento("açaí/1", "analise-preliminar", "2026-01-06"),
      ],
    );
    expect(protocolos(lido)).toEqual(["açaí/1", "b"]);
    expect(eventos(lido, 0)).toEqual(["registro 2026-01-05", "notificacao sem dia", "analise-preliminar 2026-01-06"]);
    expect(eventos(lido, 1)).toEqual(["resposta 2026-02-01", "registro 2026-01-09"]);
    expect(lido).toMatchObject({ eventos: 5, eventosSemCaso: 0, repetidas: 0 });
  });

  it("have the finding, the ground or the office of the steps that take one, and of no other", async () => {
    const lido = await carregar(
      [denuncia("a")],
      [
        andamento("a", "desfecho", "2026-01-05", { desfecho: "sem-irregularidade" }),
        andamento("a", "arquivamento", "2026-01-06", { motivo_arquivamento: "falta-de-provas" }),
        andamento("a", "distribuicao", "2026-01-07", { superintendencia: "servicos" }),
        andamento("a", "desfecho", "2026-01-08"),
        andamento("a", "resposta", "2026-01-09", { desfecho: "sem-irregularidade" }),
      ],
    );
    expect(eventos(lido, 0)).toEqual([
      "desfecho 2026-01-05 2",
      "arquivamento 2026-01-06 1",
      "distribuicao 2026-01-07 1",
      "desfecho 2026-01-08",
      "resposta 2026-01-09",
    ]);
  });

  it("take every dated column of the complaint as an event where the events say nothing, in the order of the norm", async () => {
    const lido = await carregar([
      denuncia("a", {
        data_registro: "2026-01-01",
        data_encaminhamento: "2026-01-02",
        data_notificacao: "2026-01-03",
        data_manifestacao: "2026-01-04",
        data_visita: "2026-01-05",
        data_relatorio: "2026-01-06",
        data_manifestacao_tecnica: "2026-01-07",
        data_resposta: "2026-01-08",
        data_arquivamento: "2026-01-09",
        motivo_arquivamento: "processo-judicial",
      }),
    ]);
    expect(eventos(lido, 0)).toEqual([
      "registro 2026-01-01 linha",
      "encaminhamento-municipio 2026-01-02 linha",
      "notificacao 2026-01-03 linha",
      "manifestacao 2026-01-04 linha",
      "verificacao 2026-01-05 linha",
      "relatorio 2026-01-06 linha",
      "manifestacao-tecnica 2026-01-07 linha",
      "resposta 2026-01-08 linha",
      "arquivamento 2026-01-09 0 linha",
    ]);
  });

  it("read the forwarding by the declared state: another office, the control bodies, else the municipality", async () => {
    const em = { data_encaminhamento: "2026-01-02" };
    const lido = await carregar([
      denuncia("a", { ...em, situacao: "encaminhada-outro-orgao" }),
      denuncia("b", { ...em, situacao: "encaminhada-controle" }),
      denuncia("c", { ...em, situacao: "encaminhada-municipio" }),
      denuncia("d", { ...em, situacao: "respondida" }),
    ]);
    expect([0, 1, 2, 3].flatMap((caso) => eventos(lido, caso))).toEqual([
      "encaminhamento-outro-orgao 2026-01-02 linha",
      "encaminhamento-controle 2026-01-02 linha",
      "encaminhamento-municipio 2026-01-02 linha",
      "encaminhamento-municipio 2026-01-02 linha",
    ]);
  });

  it("take an event of any forwarding on the column's day as the one the column speaks of", async () => {
    const em = { data_encaminhamento: "2026-01-02", situacao: "respondida" };
    const lido = await carregar(
      [denuncia("a", em), denuncia("b", em)],
      [
        { protocolo: "a", passo: "encaminhamento-outro-orgao", data: "2026-01-02" },
        { protocolo: "b", passo: "encaminhamento-outro-orgao", data: "2026-01-03" },
      ],
    );
    expect(eventos(lido, 0)).toEqual(["encaminhamento-outro-orgao 2026-01-02"]);
    expect(eventos(lido, 1)).toEqual(["encaminhamento-outro-orgao 2026-01-03", "encaminhamento-municipio 2026-01-02 linha"]);
  });

  it("keep a column's day beside an event of another day, and drop it beside one of the same day", async () => {
    const linha = { data_registro: "2026-01-05", data_resposta: "2026-01-20", data_notificacao: "2026-01-10" };
    const lido = await carregar(
      [denuncia("a", linha)],
      [
        andamento("a", "registro", "2026-01-05"),
        andamento("a", "resposta", "2026-01-19"),
        andamento("a", "notificacao", "2026-01-09"),
        andamento("a", "notificacao", "2026-01-10"),
      ],
    );
    expect(eventos(lido, 0)).toEqual([
      "registro 2026-01-05",
      "resposta 2026-01-19",
      "notificacao 2026-01-09",
      "notificacao 2026-01-10",
      "resposta 2026-01-20 linha",
    ]);
  });

  it("take the row's ground for an archiving of the same day that gives none, and only then", async () => {
    const linha = { data_arquivamento: "2026-01-09", motivo_arquivamento: "processo-judicial" };
    const lido = await carregar(
      [denuncia("sem", linha), denuncia("com", linha), denuncia("outro-dia", linha), denuncia("outro-passo", linha)],
      [
        andamento("sem", "arquivamento", "2026-01-09"),
        andamento("com", "arquivamento", "2026-01-09", { motivo_arquivamento: "falta-de-provas" }),
        andamento("outro-dia", "arquivamento", "2026-01-08"),
        andamento("outro-passo", "resposta", "2026-01-09"),
      ],
    );
    expect(eventos(lido, 0)).toEqual(["arquivamento 2026-01-09 0"]);
    expect(eventos(lido, 1)).toEqual(["arquivamento 2026-01-09 1"]);
    expect(eventos(lido, 2)).toEqual(["arquivamento 2026-01-08", "arquivamento 2026-01-09 0 linha"]);
    expect(eventos(lido, 3)).toEqual(["resposta 2026-01-09", "arquivamento 2026-01-09 0 linha"]);
  });

  it("count one row of a repeated protocol: the oldest registration, then the latest step, then the first", async () => {
    const lido = await carregar(
      [
        denuncia("novo", { data_registro: "2026-02-01", tema: "outro" }),
        denuncia("sem-data", { tema: "outro" }),
        denuncia("empate", { data_registro: "2026-01-01", data_resposta: "2026-01-03", tema: "outro" }),
        denuncia("igual", { data_registro: "2026-01-01" }),
        denuncia("so-uma"),
        denuncia("novo", { data_registro: "2026-01-31" }),
        denuncia("sem-data", { data_registro: "2026-12-31" }),
        denuncia("empate", { data_registro: "2026-01-01", data_arquivamento: "2026-01-04" }),
        denuncia("igual", { data_registro: "2026-01-01", tema: "outro" }),
      ],
      [andamento("novo", "resposta", "2026-03-01"), andamento("empate", "resposta", "2026-03-02")],
    );
    expect(lido.repetidas).toBe(4);
    expect(protocolos(lido)).toEqual(["igual", "so-uma", "novo", "sem-data", "empate"]);
    // "bpc" (5) is the theme of the row that counts, in every one.
    expect([...lido.colunas.tema]).toEqual([5, 5, 5, 5, 5]);
    expect(eventos(lido, 2)).toEqual(["resposta 2026-03-01", "registro 2026-01-31 linha"]);
    expect(eventos(lido, 4)).toEqual(["resposta 2026-03-02", "registro 2026-01-01 linha", "arquivamento 2026-01-04 linha"]);
  });

  it("point to the case of the main protocol, also when that is repeated, -1 without one or to itself, -2 to one that is not there", async () => {
    const { colunas } = await carregar([
      denuncia("filha", { protocolo_principal: "mae" }),
      denuncia("mae", { data_registro: "2026-02-01" }),
      denuncia("mae", { data_registro: "2026-01-01" }),
      denuncia("orfa", { protocolo_principal: "sumida" }),
      denuncia("propria", { protocolo_principal: "propria" }),
    ]);
    // The second row of "mae" counts: cases are filha, mae, orfa, propria.
    expect([...colunas.principal]).toEqual([1, -1, -2, -1]);
  });

  it("count the events of no complaint", async () => {
    const lido = await carregar(
      [denuncia("a")],
      [andamento("x", "registro", "2026-01-01"), andamento("a", "registro", "2026-01-01"), andamento("y", "resposta", null), andamento("x", "resposta", null)],
    );
    expect(lido).toMatchObject({ eventos: 1, eventosSemCaso: 3 });
    expect(eventos(lido, 0)).toEqual(["registro 2026-01-01"]);
  });

  it("leave the events aside when told to, and stand on no complaint at all", async () => {
    const semEventos = await carregar([denuncia("a", { data_registro: "2026-01-05" })], null);
    expect(semEventos).toMatchObject({ eventos: 0, eventosSemCaso: 0 });
    expect(eventos(semEventos, 0)).toEqual(["registro 2026-01-05 linha"]);
    expect((await carregar([])).colunas).toMatchObject({ n: 0 });
  });
});
