import { compareNames, count, formatNumber, joinPt } from "../../../core/format.ts";
import type { ApoioPedido } from "../../../data/denuncias/perguntas.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

/** What complaints say of the support a municipality needs: counts, never a protocol. */
export interface LinhaDoApoio extends ApoioPedido {
  readonly nome: string;
}

/** Municipalities with anything to support, those with more findings of difficulty first, then more overdue answers, then by name. */
export function linhasDoApoio(pedidos: readonly ApoioPedido[], nome: (codigo: number) => string): LinhaDoApoio[] {
  return pedidos
    .filter(({ dificuldades, manifestacoesVencidas }) => dificuldades + manifestacoesVencidas > 0)
    .map((pedido) => ({ ...pedido, nome: nome(pedido.municipio) }))
    .sort(
      (a, b) =>
        b.dificuldades - a.dificuldades ||
        b.manifestacoesVencidas - a.manifestacoesVencidas ||
        compareNames(a.nome, b.nome),
    );
}

/** "12 municípios dão sinal de que precisam de apoio: em 8 se constataram dificuldades na gestão (14 casos) e em 5 há manifestação vencida (6 casos). Vêm de 18 protocolos ao todo." */
export function fraseDoApoio(linhas: readonly LinhaDoApoio[]): string {
  if (linhas.length === 0) return "Nenhum município com dificuldade constatada nos últimos 12 meses ou manifestação vencida, com os filtros em uso.";
  const com = (de: (linha: LinhaDoApoio) => number): { readonly municipios: number; readonly casos: number } => ({
    municipios: linhas.filter((linha) => de(linha) > 0).length,
    casos: linhas.reduce((soma, linha) => soma + de(linha), 0),
  });
  const casos = (n: number): string => count(n, "caso", "casos");
  const protocolos = linhas.reduce((soma, linha) => soma + linha.protocolos, 0);
  const dificuldades = com((linha) => linha.dificuldades);
  const vencidas = com((linha) => linha.manifestacoesVencidas);
  const partes = [
    ...(dificuldades.municipios === 0
      ? []
      : [`em ${formatNumber(dificuldades.municipios)} se constataram dificuldades na gestão nos últimos 12 meses (${casos(dificuldades.casos)})`]),
    ...(vencidas.municipios === 0 ? [] : [`em ${formatNumber(vencidas.municipios)} há manifestação vencida (${casos(vencidas.casos)})`]),
  ];
  const verbo = linhas.length === 1 ? "dá" : "dão";
  return `${count(linhas.length, "município", "municípios")} ${verbo} sinal de que ${linhas.length === 1 ? "precisa" : "precisam"} de apoio: ${joinPt(partes)}. Vêm de ${count(protocolos, "protocolo", "protocolos")} ao todo.`;
}

/** The trigger's reason; one text for all, so that it says nothing of one complaint. */
export const MOTIVO_DO_APOIO = "denúncias: dificuldade na gestão ou manifestação vencida";

const MUNICIPIO: TableColumn<LinhaDoApoio> = { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome };

const FIGURAS: readonly TableColumn<LinhaDoApoio>[] = [
  { id: "dificuldades", titulo: "Com dificuldade na gestão, em 12 meses", unidade: "casos", tipo: "numero", valor: ({ dificuldades }) => ({ valor: dificuldades }) },
  { id: "manifestacoes", titulo: "Com manifestação vencida", unidade: "casos", tipo: "numero", valor: ({ manifestacoesVencidas }) => ({ valor: manifestacoesVencidas }) },
  { id: "protocolos", titulo: "Por trás das duas contagens", unidade: "casos", tipo: "numero", valor: ({ protocolos }) => ({ valor: protocolos }) },
  { id: "por-verificar", titulo: "Por verificar no local ou por relatar", unidade: "casos", tipo: "numero", valor: ({ casos }) => ({ valor: casos }) },
];

/** Columns of the file. */
export const COLUNAS_DO_ARQUIVO: readonly TableColumn<LinhaDoApoio>[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ municipio }) => String(municipio) },
  MUNICIPIO,
  ...FIGURAS,
];

/** Columns of the screen: the counts and the button that requires a visit or takes it back. */
export function colunasDoApoio(
  exigidos: ReadonlySet<number>,
  { exigir, retirar }: { readonly exigir: (linha: LinhaDoApoio) => void; readonly retirar: (linha: LinhaDoApoio) => void },
): readonly TableColumn<LinhaDoApoio>[] {
  return [
    MUNICIPIO,
    {
      id: "visita",
      titulo: "Visita",
      tipo: "texto",
      largura: "11rem",
      ordenavel: false,
      valor: ({ municipio }) => (exigidos.has(municipio) ? "exigida nesta aba" : "não exigida"),
      render: (linha) => {
        const isExigida = exigidos.has(linha.municipio);
        return (
          <button
            type="button"
            className="ui-button ui-button-quiet ui-no-print"
            aria-pressed={isExigida}
            onClick={() => {
              if (isExigida) retirar(linha);
              else exigir(linha);
            }}
          >
            {isExigida ? "Exigida: retirar" : "Exigir visita"}
            <span className="ui-hidden">
              {isExigida ? " a visita a " : " a "}
              {linha.nome}
            </span>
          </button>
        );
      },
    },
    ...FIGURAS,
  ];
}
