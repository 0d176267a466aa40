import type { CasoDeTeste } from "./casos.ts";

/** A Friday. */
export const HOJE = "2025-10-31";

/**
 * Eight cases, with their terms worked by hand on 2025-10-31 (only weekends are without business):
 * 0 answer due 4 Nov (20 Oct + 15), in 4 days;
 * 1 answer due 27 Oct (10 Oct + 15 = Saturday 25), past; manifestação due 3 Nov (13 Oct + 20 = Sunday 2 Nov) or, by business days, 10 Nov;
 * 2 manifestação due 23 Sep (3 Sep + 20) or 1 Oct, past by both; answered in time;
 * 3 sent on and answered: closed;
 * 4 apensada to 2;
 * 5 without registration;
 * 6 closed with a finding of difficulties on 11 Jul;
 * 7 answered; manifestação due 27 Oct (6 Oct + 20 = Sunday 26) or 3 Nov: past by one count, in 3 days by the other.
 */
export const EXEMPLO: readonly CasoDeTeste[] = [
  { registro: "2025-10-20", municipio: 1, tema: 0, canal: 0 },
  {
    registro: "2025-10-10",
    municipio: 2,
    tema: 1,
    canal: 1,
    eventos: [
      ["analise-preliminar", "2025-10-11"],
      ["notificacao", "2025-10-13"],
    ],
  },
  {
    registro: "2025-09-01",
    municipio: 2,
    tema: 4,
    canal: 1,
    eventos: [
      ["analise-preliminar", "2025-09-02"],
      ["notificacao", "2025-09-03"],
      ["resposta", "2025-09-10"],
    ],
  },
  {
    registro: "2025-09-01",
    municipio: 1,
    tema: 0,
    canal: 1,
    eventos: [
      ["analise-preliminar", "2025-09-02"],
      ["encaminhamento-outro-orgao", "2025-09-03"],
      ["resposta", "2025-09-05"],
    ],
  },
  { registro: "2025-09-15", municipio: 2, tema: 4, canal: 1, principal: 2 },
  { registro: null, municipio: 3, tema: 2, canal: 1 },
  {
    registro: "2025-06-02",
    municipio: 1,
    tema: 0,
    canal: 1,
    eventos: [
      ["analise-preliminar", "2025-06-03"],
      ["notificacao", "2025-06-04"],
      ["resposta", "2025-06-10"],
      ["manifestacao", "2025-06-20"],
      ["distribuicao", "2025-06-23", "servicos"],
      ["manifestacao-tecnica", "2025-07-10"],
      ["desfecho", "2025-07-11", "dificuldade-na-gestao"],
    ],
  },
  {
    registro: "2025-10-01",
    municipio: 3,
    tema: 1,
    canal: 1,
    eventos: [
      ["notificacao", "2025-10-06"],
      ["resposta", "2025-10-08"],
      ["analise-preliminar", "2025-10-02"],
    ],
  },
];
