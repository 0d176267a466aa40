/**
 * Traces of cases: events, what they come to and why (Res. CIB/MT 012/2025). An event
 * is a letter and the day, counted from the registration's usual one (day 0 = 2025-10-01;
 * today is day 100); "=" before it: it stands in the complaint's own row; "?" for the
 * day: it has none; "@": the declared state. Day -9000 is of 2001, before SUAS.
 *
 * R registro · A análise preliminar · O a outro órgão · G à gestão municipal · N notificação ·
 * M manifestação · D distribuição (g, s, b) · V verificação · L relatório · T manifestação técnica ·
 * F desfecho (d dificuldade, i indício, s sem irregularidade) · C a controle · P resposta ·
 * Q arquivamento (p processo judicial, f falta de provas).
 *
 * What is expected: state, who it waits for, the day it closed, then inconsistencies as
 * "code:letter".
 */
export const TRACOS: readonly (readonly [eventos: string, esperado: string, porque: string])[] = [
  // Registration and preliminary analysis: the Ouvidoria's until it is done (art. 5 §2), then SAAS must notify (art. 7).
  ["", "registrada, ouvidoria; sem-registro:R", "every case is registered (5 §2)"],
  ["=R0", "registrada, ouvidoria", "5 §2"],
  ["R0", "registrada, ouvidoria", "5 §2"],
  ["=R0 @registrada", "registrada, ouvidoria", "declared as replayed"],
  ["=R0 @em-analise-preliminar", "em-analise-preliminar, ouvidoria", "the row has no column for the analysis: its word is taken"],
  ["R0 A2", "em-analise-preliminar, estado", "analysed, neither sent on nor notified"],
  ["R0 A0", "em-analise-preliminar, estado", "on the same day is in order"],
  ["R0 P10", "registrada, ouvidoria", "the answer is another track: nothing was apurado"],
  // Sent on (arts. 3 §4 and 6): the apuração is over, the Ouvidoria tells who complained (6 §1).
  ["R0 A2 O3", "aguardando-resposta, ouvidoria", "6 §1"],
  ["R0 A2 O3 P5", "encaminhada-outro-orgao, ninguem, 5", "told on day 5"],
  ["R0 A2 G3", "aguardando-resposta, ouvidoria", "3 §4, 5 §5"],
  ["R0 A2 G3 P10", "encaminhada-municipio, ninguem, 10", "3 §4"],
  ["R0 A2 P4 O6", "encaminhada-outro-orgao, ninguem, 6", "answered before it was sent: closed when sent"],
  ["R0 A2 O3 G3 P9", "encaminhada-outro-orgao, ninguem, 9", "on one day the order of the norm decides"],
  ["R0 A2 G3 O5 P9", "encaminhada-municipio, ninguem, 9", "the first sending ends the apuração"],
  ["R0 A2 O3 O8 P9", "encaminhada-outro-orgao, ninguem, 9", "several bodies are allowed (6 I to III)"],
  ["=R0 =O3 =P5", "encaminhada-outro-orgao, ninguem, 5", "the row has no column for the analysis"],
  ["R0 O3", "aguardando-resposta, ouvidoria; falta-passo:A", "5 §2"],
  ["R0 A2 O? P9", "encaminhada-outro-orgao, ninguem; sem-data:O", "closed on a day nobody knows"],
  ["R0 A2 O3 N5 P6", "encaminhada-outro-orgao, ninguem, 6; depois-do-fim:N", "the municipality is not asked about what was sent on"],
  // The municipality's turn (art. 7).
  ["R0 A2 N3", "aguardando-manifestacao, municipio", "7"],
  ["=R0 =N3", "aguardando-manifestacao, municipio", "7"],
  ["R0 N3", "aguardando-manifestacao, municipio; falta-passo:A", "5 §2"],
  ["R0 A2 N3 P10", "aguardando-manifestacao, municipio", "an early answer does not close"],
  ["R0 A2 N3 M20", "em-analise-tecnica, estado", "7 §1"],
  ["R0 A2 N3 Ds5", "em-analise-tecnica, estado", "distributed without waiting for the municipality"],
  ["R0 A2 N3 M20 Ds21", "em-analise-tecnica, estado", "7 §1"],
  ["R0 A2 N3 M20 Ds21 Db30", "em-analise-tecnica, estado", "distributed again"],
  ["R0 A2 M20 Ds21", "em-analise-tecnica, estado; falta-passo:N", "7: answers a notification that is not there"],
  // Verification on the spot, only if needed (art. 7 §3), with a report (art. 9).
  ["R0 A2 N3 M20 Ds21 V30", "em-verificacao, estado", "the report is missing (9)"],
  ["R0 A2 N3 M20 Ds21 V30 L40", "em-analise-tecnica, estado", "9"],
  ["R0 A2 N3 V10", "em-verificacao, estado", "7 §3 does not wait for the municipality"],
  ["R0 A2 N3 V10 L20", "aguardando-manifestacao, municipio", "reported; the municipality still owes its word"],
  ["R0 A2 V10 L20", "em-analise-tecnica, estado", "nobody else was asked"],
  ["R0 A2 N3 M20 Ds21 L40", "em-analise-tecnica, estado; falta-passo:V", "9"],
  ["R0 A2 N3 M20 Ds21 V30 T40", "aguardando-desfecho, estado; falta-passo:L", "9"],
  // Technical opinion (art. 8) and finding (arts. 10 and 11).
  ["R0 A2 N3 M20 Ds21 T40", "aguardando-desfecho, estado", "8"],
  ["R0 A2 N3 M20 Ds21 T40 P40", "encerrada, ninguem, 40; falta-passo:F", "answered after the opinion, but what was found?"],
  ["R0 A2 N3 M20 Ds21 T40 P39", "aguardando-desfecho, estado", "answered before the opinion"],
  ["=R0 =N3 =M20 =T40 =P41", "encerrada, ninguem, 41", "the row has no column for the finding"],
  ["R0 A2 N3 M20 Ds21 V30 L40 T45 Fs46", "aguardando-resposta, ouvidoria", "5 §5"],
  ["R0 A2 N3 M20 Ds21 T40 Fs41 P42", "encerrada, ninguem, 42", "over and answered"],
  ["R0 A2 N3 P15 M20 Ds21 T40 Fs41", "encerrada, ninguem, 41", "answered early: closed at the finding"],
  ["R0 A2 N3 M20 Ds21 T40 Fd41 P42", "encerrada, ninguem, 42", "10: support is another matter"],
  ["R0 A2 N3 M20 Ds21 T40 Fi41", "aguardando-controle, estado", "11"],
  ["R0 A2 N3 M20 Ds21 T40 Fi41 P42", "aguardando-controle, estado", "the answer does not send it to control"],
  ["R0 A2 N3 M20 Ds21 T40 Fi41 Qf50", "arquivada, ninguem, 50", "12 closes at once"],
  ["R0 A2 G3 N4 M20 Ds21 T40 Fi41 P42", "aguardando-controle, estado", "an indício keeps it open, sent on or not"],
  ["R0 A2 N3 M20 Ds21 T40 Fi41 C50", "aguardando-resposta, ouvidoria", "11 done, 5 §5 not"],
  ["R0 A2 N3 M20 Ds21 T40 Fi41 P42 C50", "encerrada, ninguem, 50", "closed when sent to control"],
  ["R0 A2 N3 M20 Ds21 T40 Fi41 C41 P42", "encerrada, ninguem, 42", "on the day of the finding"],
  ["R0 A2 N3 M20 Ds21 T40 Fd41 Fi43 P44", "aguardando-controle, estado", "two findings, one of them an indício"],
  ["R0 A2 N3 M20 Ds21 T40 Fd41 P44 Fs45", "encerrada, ninguem, 45", "over at the last finding"],
  ["R0 A2 N3 M20 Ds21 T40 F41", "aguardando-desfecho, estado; desfecho-sem-tipo:F", "it may be an indício"],
  ["R0 A2 N3 M20 Ds21 T40 F41 Fs41 P42", "encerrada, ninguem, 42; desfecho-sem-tipo:F", "another finding says it"],
  ["=R0 =N3 =M20 =T40 =P42 =C50 @encaminhada-controle", "encerrada, ninguem, 50", "the row has no column for the finding"],
  ["R0 A2 N3 M20 Ds21 T40 P42 C50", "encerrada, ninguem, 50; falta-passo:F", "11: sent to control for no finding"],
  ["R0 A2 N3 M20 Ds21 Fs41 P42", "encerrada, ninguem, 42; falta-passo:T", "8"],
  ["R0 A2 N3 M20 T40 Fs41 P42", "encerrada, ninguem, 42; falta-passo:D", "7 §1"],
  // Archiving (art. 12), which closes at once; who complained is told after it (sole §).
  ["R0 Qf5", "arquivada, ninguem, 5", "12 II"],
  ["R0 A2 N3 Qp10", "arquivada, ninguem, 10", "12 I"],
  ["R0 A2 N3 Qp10 P12", "arquivada, ninguem, 10", "12, sole §"],
  ["R0 Q5", "arquivada, ninguem, 5; arquivamento-sem-motivo:Q", "12"],
  ["R0 A2 Qp?", "arquivada, ninguem; sem-data:Q", "on a day nobody knows"],
  ["R0 A2 N3 Qp10 M20", "arquivada, ninguem, 10; depois-do-fim:M", "12"],
  ["R0 A2 N3 M20 Ds21 T40 P42 Qf45", "arquivada, ninguem, 45", "the archiving is what came of it"],
  ["R0 A2 N3 M20 Ds21 T40 Fs41 Qf45", "arquivada, ninguem, 45", "it was not closed: nobody had answered"],
  ["R0 A2 N3 M20 Ds21 T40 Fs41 P42 Qf45", "arquivada, ninguem, 42; depois-do-fim:Q", "it was closed on day 42"],
  ["R0 A2 N3 M20 Ds21 T40 Fi41 Qp42 C50", "arquivada, ninguem, 42; depois-do-fim:C", "12"],
  // Days that cannot be, and days that contradict each other. Nothing is mended.
  ["R-9000", "registrada, ouvidoria; dia-impossivel:R", "before SUAS"],
  ["R120", "registrada, ouvidoria; dia-no-futuro:R", "after today"],
  ["R0 A2 N3 M?", "em-analise-tecnica, estado; sem-data:M", "it happened, nobody knows when"],
  ["R0 A2 N3 M-9000", "em-analise-tecnica, estado; dia-impossivel:M", "it happened, on another day"],
  ["R0 A2 N3 M101", "aguardando-manifestacao, municipio; dia-no-futuro:M", "it has not happened yet"],
  ["R0 A2 N3 M100", "em-analise-tecnica, estado", "today is not the future"],
  ["R5 A2 N6", "aguardando-manifestacao, municipio; antes-do-registro:A", "5 §2"],
  ["R5 P2 A6", "em-analise-preliminar, estado; antes-do-registro:P", "5 §5"],
  ["R0 A5 N3", "aguardando-manifestacao, municipio; fora-de-ordem:N", "5 §2"],
  ["R0 A2 N30 M20", "em-analise-tecnica, estado; fora-de-ordem:M", "7"],
  ["R0 A2 N3 M20 Ds15", "em-analise-tecnica, estado; fora-de-ordem:D", "7 §1"],
  ["R0 A2 N3 M20 Ds21 V50 L40", "em-analise-tecnica, estado; fora-de-ordem:L", "9"],
  ["R0 A2 N3 M20 Ds21 T40 Fs38 P42", "encerrada, ninguem, 42; fora-de-ordem:F", "8: the finding is early, not the opinion late"],
  ["R0 A2 N3 M20 Ds21 T40 Fi45 C42 P46", "encerrada, ninguem, 46; fora-de-ordem:C", "11"],
  ["R0 A5 O3 P9", "encaminhada-outro-orgao, ninguem, 9; fora-de-ordem:O", "5 §2"],
  ["R0 A2 N3 M20 Ds21 V30 T40 Fs41 P42 L50", "encerrada, ninguem, 42; fora-de-ordem:T depois-do-fim:L", "8: an opinion before the report, and a report after the end"],
  ["R0 A2 N3 M20 Ds21 T40 P42 V50 L55", "encerrada, ninguem, 42; fora-de-ordem:T depois-do-fim:V depois-do-fim:L falta-passo:F", "closed on day 42 for want of a finding"],
  // The same step twice.
  ["R0 R5", "registrada, ouvidoria; passo-repetido:R", "5 §2"],
  ["R0 A2 N3 N3", "aguardando-manifestacao, municipio; passo-repetido:N", "the same row twice"],
  ["R0 A2 N9 N3", "aguardando-manifestacao, municipio; passo-repetido:N", "the first day counts, wherever it stands"],
  ["R0 A2 N3 M20 Ds21 T40 Fs41 Fs43 P44", "encerrada, ninguem, 44; passo-repetido:F", "the same finding twice"],
  ["R0 A2 N3 M20 Ds21 T40 Fs41 P42 P50", "encerrada, ninguem, 42; passo-repetido:P", "5 §5"],
  // The complaint's row and the events.
  ["=R0 R0", "registrada, ouvidoria", "they agree"],
  ["=R0 R5", "registrada, ouvidoria; registros-divergentes:R", "5 §2"],
  ["R0 A2 N3 =N5", "aguardando-manifestacao, municipio; datas-divergentes:N", "7"],
  ["R0 A2 N3 M? =M20", "em-analise-tecnica, estado; sem-data:M", "the row has the day that the event lacks"],
  ["=R0 @respondida", "registrada, ouvidoria; situacao-difere", "there is no answer"],
  ["=R0 =P9 @respondida", "registrada, ouvidoria", "there is one"],
  ["=R0 =N3 @em-analise-tecnica", "aguardando-manifestacao, municipio; situacao-difere", "7"],
  ["=R0 =N3 =M20 @em-analise-tecnica", "em-analise-tecnica, estado", "7 §1"],
  ["=R0 =N3 =M101 @em-analise-tecnica", "aguardando-manifestacao, municipio; dia-no-futuro:M", "the declared state is of another day"],
  ["=R0 @arquivada", "registrada, ouvidoria; situacao-difere", "12"],
];
