import type { Recorte } from "../../../src/data/queries/cobertura-recorte.ts";
import type { RecorteDenuncias } from "../../../src/data/queries/denuncias-recorte.ts";
import type { AnyQuery } from "../../../src/data/queries/index.ts";

const todoApoio: Recorte = {
  apos: "2020-01-01",
  em: "2026-11-30",
  meses: 82,
  estrategias: [],
  eixos: [],
  regioes: [],
  portes: [],
};

const umApoio: Recorte = {
  ...todoApoio,
  apos: "2025-11-30",
  meses: 12,
  estrategias: ["monitoramento", "visita-tecnica"],
  eixos: ["servicos"],
  regioes: [510001, 510015],
  portes: ["pequeno-1"],
};

const todaDenuncia: RecorteDenuncias = {
  excecoes: "",
  referencia: "2026-11-30",
  de: null,
  ate: null,
  canais: [],
  temas: [],
  situacoes: [],
  regioes: [],
  municipio: null,
};

const umaDenuncia: RecorteDenuncias = {
  excecoes: "124|3425|no row",
  referencia: "2026-06-30",
  de: "2025-01",
  ate: "2025-12",
  canais: ["presencial", "carta-ar"],
  temas: ["bpc"],
  situacoes: ["respondida"],
  regioes: [510001],
  municipio: 5103403,
};

/** Parameters every question is asked with: without filters, with all of them. By name or name prefix. */
const SAMPLES: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/^apoios-do-municipio$/, [{ codigo: 5103403, em: "2026-11-30" }]],
  [/^(municipios-por-|apoios-por-mes$|cobertura-por-municipio$)/, [todoApoio, umApoio]],
  [/^como-contar-denuncias$/, [{ referencia: "2026-11-30" }]],
  [/^denuncias-por-dimensao$/, [todaDenuncia, umaDenuncia]],
  [
    /^denuncias-linhas-/,
    [
      { ...todaDenuncia, grupo: "caso", limite: 50, salto: 0 },
      { ...umaDenuncia, grupo: "passo-antes-do-registro", limite: 50, salto: 50 },
    ],
  ],
  [/^(linhas-de-|municipios-do-extrato$|resumo-dos-extratos$|colunas-dos-indicadores$)/, [{}]],
  [/^(qualidade-valores|apoio-para-as-perguntas|servicos-linhas)$/, [{}]],
  [/^planos-acoes$/, [{ limite: 50, salto: 0 }, { limite: 50, salto: 650 }]],
  [/-para-o-relogio$|^protocolos-sem-denuncia$|^apoio-para-as-perguntas$/, [{}]],
  [
    /^colunas-ate-o-ano$/,
    [
      { indicadores: ["idcras", "idconselho"], ate: 2019 },
      { indicadores: ["it's no indicator"], ate: 1999 },
    ],
  ],
  [/^anos-dos-indicadores$/, [{ indicadores: ["idcras", "idconselho"] }, { indicadores: [] }]],
  [/^ultima-visita-dos-municipios$/, [{ ate: "2026-11-30" }, { ate: "1999-01-01" }]],
  [/^visitas-realizadas$/, [{ de: "2025-01-01", ate: "2026-11-30" }, { de: "2027-01-01", ate: "2026-11-30" }]],
  [/^figuras-anteriores$/, [{ indicadores: ["idcras", "idconselho"] }, { indicadores: ["it's no indicator"] }]],
  [/^apoio-por-estrategia$/, [{ apos: "2025-10-31", em: "2026-10-31" }, { apos: "1998-01-01", em: "1999-01-01" }]],
  [/^serie-do-indicador$/, [{ indicador: "idcras", codigo: 5103403 }, { indicador: "it's no indicator", codigo: 0 }]],
];

/** Throws for a question nobody gave parameters: add them to `SAMPLES`. */
export function samplesOf(query: AnyQuery): readonly never[] {
  const found = SAMPLES.find(([name]) => name.test(query.name));
  if (found === undefined) throw new Error(`no sample parameters for the query ${query.name}`);
  return found[1] as readonly never[];
}
