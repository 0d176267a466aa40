import type { Measure } from "./measure.ts";

interface TitleRule {
  /** On the folded title, asterisks and notes already out. */
  readonly padrao: RegExp;
  readonly measure: Measure;
}

/** No municipality is without them: where they are zero, the programme had not begun, had ended, or the month is not published. */
const NEVER_ZERO: ReadonlySet<string> = new Set([
  ...["cadunico-familias", "cadunico-pessoas", "pbf-familias", "pbf-pessoas", "pbf-valor", "pbf-beneficio-medio"],
  ...["pab-familias", "pab-beneficio-medio", "bpc-beneficiarios", "bpc-valor"],
]);

const zeroOf = (indicador: string): Measure["zero"] => (NEVER_ZERO.has(indicador) ? "nunca" : "sempre");
const conta = (indicador: string, padrao: RegExp): TitleRule => ({ padrao, measure: { indicador, tipo: "inteiro", assunto: "visdata", zero: zeroOf(indicador) } });
const valor = (indicador: string, padrao: RegExp): TitleRule => ({ padrao, measure: { indicador, tipo: "decimal", assunto: "visdata", zero: zeroOf(indicador) } });
const taxa = (indicador: string, padrao: RegExp): TitleRule => ({ padrao, measure: { indicador, tipo: "taxa", assunto: "visdata", zero: "sempre" } });

const CAD = "(?:inscrit[oa]s|cadastrad[oa]s|registrad[oa]s)?(?: (?:no|do))? (?:cadastro unico|cadunico)";
const TOTAL = "(?:(?:quantidade|numero|qtde|total)(?: total)?(?: de)? )?";
const PBF = "(?:do |no |pelo |ao )?(?:programa )?(?:bolsa familia|pbf)(?: pbf)?";
/** VIS DATA splits the series at the programmes' dates: "(até Out/2021)", "(a partir de Mar/2023)". */
const ERA = "(?: (?:ate|a partir de) [a-z]{3,9} \\d{4})?";

const rule = (texto: string): RegExp => new RegExp(`^${texto}$`);

/**
 * Indicator titles of VIS DATA that are the same figure as one of the catalogue's,
 * by the whole title: a title that says more ("famílias indígenas inscritas…") is
 * another figure and fits none.
 */
const TITLES: readonly TitleRule[] = [
  conta("cadunico-familias", rule(`${TOTAL}familias ${CAD}`)),
  conta("cadunico-pessoas", rule(`${TOTAL}pessoas ${CAD}`)),
  conta("cadunico-familias-pobreza", rule(`${TOTAL}familias em situacao de pobreza segundo a faixa do programa bolsa familia ${CAD}`)),
  conta("cadunico-familias-baixa-renda", rule(`${TOTAL}familias de baixa renda ${CAD}`)),
  conta("cadunico-familias-meio-salario", rule(`${TOTAL}familias com renda (?:familiar )?(?:per capita )?(?:mensal )?(?:per capita )?(?:de )?ate (?:meio|1 2) salario minimo(?: pobreza baixa renda)? ${CAD}`)),
  conta("cadunico-familias-acima-meio-salario", rule(`${TOTAL}familias com renda (?:familiar )?(?:per capita )?(?:mensal )?(?:per capita )?acima de (?:meio|1 2) salario minimo ${CAD}`)),
  conta("cadunico-pessoas-pobreza", rule(`${TOTAL}pessoas em situacao de pobreza segundo a faixa do programa bolsa familia ${CAD}`)),
  conta("cadunico-pessoas-baixa-renda", rule(`${TOTAL}pessoas (?:em familias )?de baixa renda ${CAD}`)),
  conta("cadunico-pessoas-meio-salario", rule(`${TOTAL}pessoas (?:em familias )?com renda (?:familiar )?(?:per capita )?(?:mensal )?(?:per capita )?(?:de )?ate (?:meio|1 2) salario minimo(?: pobreza baixa renda)? ${CAD}`)),
  conta("cadunico-pessoas-acima-meio-salario", rule(`${TOTAL}pessoas (?:em familias )?com renda (?:familiar )?(?:per capita )?(?:mensal )?(?:per capita )?acima de (?:meio|1 2) salario minimo ${CAD}`)),
  conta("cadunico-familias-unipessoais", rule(`${TOTAL}familias unipessoais ${CAD}`)),
  conta("cadunico-atualizadas", rule(`${TOTAL}familias (?:${CAD} )?com (?:cadastro|dados cadastrais) atualizad[oa]s?(?: ${CAD})?`)),
  taxa("cadunico-tac", rule("taxa de atualizacao cadastral(?: do cadastro unico| do total de familias cadastradas)?")),

  conta("pbf-familias", rule(`${TOTAL}familias (?:beneficiarias )?${PBF}${ERA}`)),
  conta("pbf-pessoas", rule(`${TOTAL}pessoas (?:em familias )?beneficiarias ${PBF}${ERA}`)),
  valor("pbf-valor", rule(`valor (?:total )?repassado (?:as familias )?${PBF}${ERA}`)),
  valor("pbf-beneficio-medio", rule(`valor (?:do )?beneficio medio(?: ${PBF})?${ERA}`)),
  conta("pbf-habilitadas", rule(`${TOTAL}familias habilitadas (?:${PBF})`)),
  conta("pbf-concessoes", rule(`(?:novas )?concessoes ${PBF}`)),
  conta("pbf-habilitadas-saldo", rule(`saldo de familias habilitadas ${PBF} pos concessao`)),

  conta("pab-habilitadas", rule(`${TOTAL}familias habilitadas ao programa auxilio brasil`)),
  conta("pab-concessoes", rule("concessoes do programa auxilio brasil")),
  conta("pab-habilitadas-saldo", rule("saldo de familias habilitadas ao programa auxilio brasil pos concessao")),
  conta("pab-familias", rule(`${TOTAL}familias (?:beneficiarias )?(?:do |no |pelo )?(?:programa )?auxilio brasil(?: pab)?`)),
  valor("pab-beneficio-medio", rule("valor repassado medio recebido pelas familias do auxilio brasil")),
  conta("pab-primeira-infancia", rule("total de beneficios primeira infancia(?: bpi)?")),
  conta("pab-crianca", rule("total de beneficios composicao familiar crianca(?: bcc)?")),
  conta("pab-adolescente", rule("total de beneficios composicao familiar adolescente(?: bca)?")),
  conta("pab-jovem", rule("total de beneficios composicao familiar jovem(?: bcj)?")),
  conta("pab-gestante", rule("total de beneficios composicao familiar gestante(?: bcg)?")),
  conta("pab-nutriz", rule("total de beneficios composicao familiar nutriz(?: bcn)?")),
  conta("pab-extrema-pobreza", rule("total de beneficios para superacao da extrema pobreza(?: bsp)?")),
  conta("pab-transitorio", rule("total de beneficios compensatorios transitorios(?: bcomp)?")),

  conta("bpc-beneficiarios", rule(`${TOTAL}beneficiarios do (?:bpc|beneficio de prestacao continuada(?: bpc)?)`)),
  conta("bpc-idoso", rule(`${TOTAL}(?:pessoas )?(?:idos[oa]s) beneficiari[oa]s do (?:bpc|beneficio de prestacao continuada(?: bpc)?)`)),
  conta("bpc-pcd", rule(`${TOTAL}(?:pessoas com deficiencia(?: pcd)?|pcd) beneficiarias do (?:bpc|beneficio de prestacao continuada(?: bpc)?)`)),
  valor("bpc-valor", rule("valor total repassado (?:ao|pelo|do) bpc")),

  conta("cadsuas-cras", rule("(?:qtde|quantidade) de cras")),
  conta("cadsuas-creas", rule("(?:qtde|quantidade) de creas")),
  conta("cadsuas-centro-pop", rule("(?:qtde|quantidade) de centros? pop")),
  conta("cadsuas-acolhimento", rule("(?:qtde|quantidade) de unidades? de acolhimento")),
  conta("cadsuas-convivencia", rule("(?:qtde|quantidade) de centros? de convivencia")),
  conta("cadsuas-centro-dia", rule("(?:qtde|quantidade) de centros? dia e similares")),

  { padrao: /^indice de gestao descentralizada (?:municipal|do municipio)(?: igd m)?$|^igd m$/, measure: { indicador: "igdm", tipo: "indice", assunto: "visdata", zero: "sempre" } },
  taxa("igdm-tac", /^taxa de atualizacao cadastral tac para calculo do (?:indice de gestao descentralizada do municipio )?igd m$/),
  taxa("igdm-tafe", /^taxa de acompanhamento (?:de|da) frequencia escolar tafe para calculo do (?:indice de gestao descentralizada do municipio )?igd m$/),
  taxa("igdm-taas", /^taxa de acompanhamento (?:de|da) agenda de saude taas para calculo do (?:indice de gestao descentralizada do municipio )?igd m$/),
];

/** What a title of VIS DATA brings; null when no indicator of the catalogue is that very figure. `dobrado` is `fold(titulo)`. */
export function visdataMeasure(dobrado: string): Measure | null {
  return TITLES.find(({ padrao }) => padrao.test(dobrado))?.measure ?? null;
}
