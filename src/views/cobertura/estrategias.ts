import {
  EIXO_ROTULO,
  ESTRATEGIA_NAO_PRESENCIAL_ROTULO,
  ESTRATEGIA_ROTULO,
  type Eixo,
  type Estrategia,
  type Modalidade,
} from "../../data/contracts/apoios.ts";

/** A support strategy as the norm lists it. */
export interface EstrategiaPactuada {
  readonly id: Estrategia;
  readonly nome: string;
  /** The group the norm puts it in; an event's own modality is what the record says. */
  readonly grupo: Modalidade;
  /** Where the norm names it. Source: Res. CIB/MT 02/2022. */
  readonly artigos: string;
}

const ARTIGOS: Readonly<Record<Estrategia, string>> = {
  encontro: "arts. 4º, I, a, e 6º, I",
  "apoio-individualizado": "arts. 4º, I, b, e 6º, II",
  monitoramento: "arts. 4º, I, c, e 6º, III",
  "seminario-oficina": "arts. 4º, I, d, e 6º, IV",
  "visita-tecnica": "arts. 4º, I, e, e 6º, V",
  "outro-evento": "art. 6º, VI",
  "central-relacionamento": "arts. 4º, II, a, e 6º, VII",
  "email-telefone-mensagem": "arts. 4º, II, b, e 6º, VIII",
  "normas-materiais": "arts. 4º, II, c, e 6º, IX",
  videoconferencia: "arts. 4º, II, d, e 6º, X",
  "instrumento-informacional": "arts. 4º, II, e, e 6º, XI",
  "sitio-aplicativo": "arts. 4º, II, f, e 6º, XII",
};

/** The twelve strategies, in the order of Res. CIB/MT 02/2022 art. 6. */
export const ESTRATEGIAS: readonly EstrategiaPactuada[] = (
  Object.keys(ESTRATEGIA_ROTULO) as Estrategia[]
).map((id) => ({
  id,
  nome: ESTRATEGIA_ROTULO[id],
  grupo: id in ESTRATEGIA_NAO_PRESENCIAL_ROTULO ? "nao-presencial" : "presencial",
  artigos: ARTIGOS[id],
}));

/** The four eixos, in the order of Res. CIB/MT 02/2022 art. 7. */
export const EIXOS: readonly { readonly id: Eixo; readonly nome: string }[] = (
  Object.keys(EIXO_ROTULO) as Eixo[]
).map((id) => ({ id, nome: EIXO_ROTULO[id] }));
