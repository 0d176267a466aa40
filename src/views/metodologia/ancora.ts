/** Anchors of the page's sections, as they go in `#/metodologia?secao=…`. */
export const ANCORA = {
  comoLer: "como-ler",
  indicadores: "indicadores",
  indice: "indice",
  pesos: "metodo-pesos",
  balizas: "metodo-balizas",
  ausencias: "ausencias",
  cobertura: "cobertura",
  pacto: "pacto-de-apoio",
  equidade: "equidade",
  planos: "planos-e-servicos",
  denuncias: "denuncias",
  fontes: "fontes",
  normas: "normas",
} as const;

/** Titles of the sections. */
export const TITULO = {
  comoLer: "Como ler os números",
  pesos: "Pesos do método",
  balizas: "Balizas dos indicadores",
  cobertura: "Como a cobertura é contada",
  denuncias: "Como as denúncias são contadas",
  ausencias: "Quando não há número",
  fontes: "Fontes",
  normas: "Normas",
} as const;

export function ancoraIndicador(id: string): string {
  return `indicador-${id}`;
}

export function ancoraFonte(id: string): string {
  return `fonte-${id}`;
}

export function ancoraNorma(id: string): string {
  return `norma-${id}`;
}

/** "art. 4º, I, c" of the norm `x` → "norma-x-art-4o-i-c". */
export function ancoraArtigo(norma: string, ref: string): string {
  return `${ancoraNorma(norma)}-${slug(ref)}`;
}

const ENDERECO = "#/metodologia?secao=";

/** Address of a section. */
export function enderecoDe(ancora: string): string {
  return `${ENDERECO}${ancora}`;
}

/** Section an address leads to; null when it leads elsewhere. */
export function secaoDe(endereco: string): string | null {
  return endereco.startsWith(ENDERECO) ? endereco.slice(ENDERECO.length) : null;
}

function slug(text: string): string {
  return text
    .replaceAll("§", "par")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
