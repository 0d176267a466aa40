import type { Coordenacao } from "../pacto/plano.ts";
import { fold } from "../search.ts";
import type { SecaoDoDossie } from "./dossie.ts";
import type { EntradaDosDossies } from "./entrada.ts";
import type { LeituraDoIndicador } from "./indicadores.ts";

export const MAIS_CONTATOS = 4;

/**
 * Words of an indicator's name and the theme of a pact they belong to: PAIF is offered in
 * the CRAS only, PAEFI in the CREAS only (Res. CNAS 109/2009).
 */
const TEMA_DA_PALAVRA: readonly (readonly [string, string])[] = [
  ["cras", "PAIF"],
  ["creas", "PAEFI"],
  ["cadastro unico", "CadÚnico"],
  ["bolsa familia", "CadÚnico"],
  ["fundo municipal", "Fundo de assistência social"],
  ["fmas", "Fundo de assistência social"],
  ["igdsuas", "Gestão orçamentária e financeira do SUAS"],
  ["conselho", "Gestão do SUAS"],
  ["vigilancia", "Vigilância socioassistencial"],
];

/**
 * Offices that answer for the themes that stand out: those of the indicators that give
 * the score points or have no figure, in that order, of the last support, and of the visits.
 * Office data only, never a person's. Source: Res. CIB/MT 02/2022 art. 6 VIII.
 */
export function secaoDosContatos({ pacto, territorio, apoio, coordenacaoDe }: EntradaDosDossies, codigo: number, lidos: readonly LeituraDoIndicador[]): SecaoDoDossie {
  const escolhidas = new Map<string, { readonly coordenacao: Coordenacao; readonly assuntos: string[] }>();
  const juntar = (coordenacao: Coordenacao | null | undefined, assunto: string): void => {
    if (coordenacao === null || coordenacao === undefined) return;
    const ja = escolhidas.get(coordenacao.id);
    if (ja !== undefined) {
      if (!ja.assuntos.includes(assunto)) ja.assuntos.push(assunto);
    } else if (escolhidas.size < MAIS_CONTATOS) escolhidas.set(coordenacao.id, { coordenacao, assuntos: [assunto] });
  };
  const daVisita = pacto.linhas.find(({ estrategias }) => estrategias.includes("visita-tecnica"));
  if (daVisita !== undefined) juntar(pacto.coordenacoes.find(({ id }) => id === daVisita.coordenacao), daVisita.tema);
  for (const { registro, figura, pontos } of lidos) {
    if (figura !== null && (pontos ?? 0) <= 0) continue;
    for (const tema of temasDoTexto(registro.nome)) juntar(coordenacaoDe(tema), registro.nomeCurto);
  }
  const ultimos = (apoio?.get(codigo) ?? []).toSorted((a, b) => (a.ultimo < b.ultimo ? 1 : -1));
  for (const { tema } of ultimos) {
    const coordenacao = tema === null ? null : coordenacaoDe(tema);
    if (coordenacao !== null && !escolhidas.has(coordenacao.id)) juntar(coordenacao, tema ?? "");
  }
  const norma = territorio.normas.find(({ id }) => id === pacto.norma)?.nomeCurto;
  const linhas = [...escolhidas.values()];
  return {
    id: "contatos",
    titulo: "Com quem falar",
    largura: "inteira",
    blocos:
      linhas.length === 0
        ? [{ tipo: "frase", papel: "texto", texto: "Os dados deste território não dizem quem responde por cada assunto." }]
        : [
            {
              tipo: "tabela",
              legenda: `Contatos do órgão como a norma os imprimiu${norma === undefined ? "" : ` (${norma}, art. 6º, VIII)`}: confirme antes de usar`,
              colunas: [
                { titulo: "Quem responde", numero: false, parte: 0.28 },
                { titulo: "Assunto", numero: false, parte: 0.2 },
                { titulo: "Telefone", numero: false, parte: 0.22 },
                { titulo: "E-mail", numero: false, parte: 0.3 },
              ],
              linhas: linhas.map(({ coordenacao: { nome, telefone, emails }, assuntos }) => [
                nome,
                assuntos.join(", "),
                telefone ?? "a norma não diz",
                emails.length === 0 ? "a norma não diz" : emails.join(", "),
              ]),
            },
          ],
  };
}

/** Themes of a pact that an indicator's name speaks of. */
export function temasDoTexto(texto: string): string[] {
  const alvo = ` ${fold(texto)} `;
  return TEMA_DA_PALAVRA.flatMap(([palavra, tema]) => (alvo.includes(` ${palavra} `) ? [tema] : []));
}
