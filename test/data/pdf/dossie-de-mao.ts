import { readFileSync } from "node:fs";
import type { Dossie } from "../../../src/core/dossie/dossie.ts";
import type { SvgMesh } from "../../../src/core/map-layer.ts";
import type { Fontes } from "../../../src/data/pdf/papel.ts";

const fonte = (peso: number): Uint8Array => new Uint8Array(readFileSync(new URL(`../../../src/data/pdf/fontes/mirante-sans-${peso}.ttf`, import.meta.url)));

export const FONTES: Fontes = { regular: fonte(400), forte: fonte(600) };

/** Two squares side by side. */
export const MALHA: SvgMesh = {
  width: 20,
  height: 10,
  paths: ["M0 0l10 0l0 10l-10 0z", "M10 0l10 0l0 10l-10 0z"],
  sedes: [
    { x: 5, y: 5 },
    { x: 15, y: 5 },
  ],
  regioes: "",
  vizinhos: [[1], [0]],
  nota: "",
};

/** Every kind of block, the accents of Portuguese, a text of several lines, an empty cell. */
export function dossieDeMao(nome = "Poxoréu", codigo = 5107008): Dossie {
  return {
    codigo,
    nome,
    titulo: `Dossiê de ${nome}`,
    subtitulo: "Região de Rondonópolis · porte Pequeno I · 23.283 habitantes",
    demonstracao: "Dados de demonstração em: indicadores. São inventados.",
    secoes: [
      {
        id: "destaques",
        titulo: "O que chama atenção",
        largura: "inteira",
        blocos: [
          { tipo: "frase", papel: "destaque", texto: "É o 3º de 141 — à frente na região: 45,3 % das famílias, R$ 1.234,50 por habitante (§ 5º), ±2 × 10³ km²…" },
          { tipo: "lista", nome: "Destaques", marcar: false, itens: ["Ações em atraso: “água”, ‘açúcar’ e pão.", "Um item comprido, ".repeat(20).trimEnd()] },
        ],
      },
      {
        id: "rede",
        titulo: "Rede de proteção",
        largura: "metade",
        blocos: [
          {
            tipo: "mapa",
            legenda: "Discos: CRAS; quadrados: CREAS.",
            alternativa: "Mapa de Poxoréu, com 2 CRAS e 1 CREAS. Faz divisa com Jaciara (sem dado).",
            vista: { x: -2, y: -2, width: 16, height: 10 },
            area: 0,
            emVolta: [1],
            marcas: [
              { x: 15, y: 5, nome: "Jaciara", daqui: false, cras: null, creas: null },
              { x: 5, y: 5, nome, daqui: true, cras: 2, creas: 1 },
            ],
            escala: { comprimento: 4, texto: "20 km" },
          },
        ],
      },
      {
        id: "indicadores",
        titulo: "Indicadores",
        largura: "metade",
        blocos: [
          {
            tipo: "tabela",
            legenda: "Valor mais novo",
            colunas: [
              { titulo: "Indicador", numero: false, parte: 0.5 },
              { titulo: "Valor", numero: true, parte: 0.25 },
              { titulo: "Posição", numero: true, parte: 0.25 },
            ],
            linhas: [
              ["Índice de Desenvolvimento do CRAS", "3,10", "12ª"],
              ["População", "−1.234", ""],
            ],
          },
          { tipo: "frase", papel: "nota", texto: "A nota." },
        ],
      },
      { id: "perguntas", titulo: "O que perguntar na visita", largura: "inteira", blocos: [{ tipo: "lista", nome: "Perguntas", marcar: true, itens: ["O que mudou?"] }] },
    ],
    rodape: ["Fontes: nenhuma.", "SHA-256 0123456789ab."],
  };
}

/** What the page of a dossier has to say, in reading order, with the tag of each piece. */
export function ditosDoDossie({ titulo, subtitulo, demonstracao, secoes, rodape }: Dossie): readonly (readonly [string, string])[] {
  return [
    ["H1", titulo],
    ["P", subtitulo],
    ...(demonstracao === null ? [] : [["P", demonstracao] as const]),
    ...secoes.flatMap(({ titulo: secao, blocos }): (readonly [string, string])[] => [
      ["H2", secao],
      ...blocos.flatMap((bloco): (readonly [string, string])[] => {
        switch (bloco.tipo) {
          case "frase":
            return [["P", bloco.texto]];
          case "lista":
            return bloco.itens.map((item) => ["LBody", item]);
          case "mapa":
            return [
              ["Figure", bloco.alternativa],
              ["P", bloco.legenda],
            ];
          case "tabela":
            return [
              ["Caption", bloco.legenda],
              ...bloco.colunas.map(({ titulo: coluna }) => ["TH", coluna] as const),
              ...bloco.linhas.flatMap((linha) => linha.map((celula, c) => [c === 0 ? "TH" : "TD", celula] as const)),
            ];
        }
      }),
    ]),
    ...rodape.map((linha) => ["P", linha] as const),
  ];
}
