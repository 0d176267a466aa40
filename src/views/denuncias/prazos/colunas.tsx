import type { Prazo, RegraDaCasa } from "../../../core/denuncias/prazos.ts";
import { formatDate, formatNumber } from "../../../core/format.ts";
import { TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import type { DenunciasDoTerritorio } from "../../../data/denuncias/padrao.ts";
import type { LinhaDaFila } from "../../../data/denuncias/perguntas.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { ESPERA_ROTULO, ESTADO_ROTULO, responsavelEmPalavras, superintendenciaEmPalavras } from "../rotulos.ts";
import { MarcaDoPrazo } from "./Marca.tsx";
import { estadoEmPalavras, vencimentosDe, vencimentosEmPalavras } from "./vencimento.ts";

export interface ContextoDaFila extends Pick<ParteDeDenunciasProps, "nome" | "norma"> {
  readonly doTerritorio: Pick<DenunciasDoTerritorio, "prazos" | "superintendencias" | "ouvidoria" | "gabinete">;
  readonly regra: RegraDaCasa;
}

/** The term a row stands for, as the territory defines it; null when none is pending. */
export function prazoDaLinha({ prazo }: Pick<LinhaDaFila, "prazo">, prazos: readonly Prazo[]): Prazo | null {
  return prazo === null ? null : (prazos.find(({ id }) => id === prazo.prazo) ?? null);
}

/** The unit a row waits for: of its pending term, or of the case where none is. */
export function unidadeDaLinha(linha: LinhaDaFila, { nome, doTerritorio }: ContextoDaFila): string {
  const prazo = prazoDaLinha(linha, doTerritorio.prazos);
  if (prazo !== null) {
    return responsavelEmPalavras(prazo.responsavel, doTerritorio, { municipio: nome(linha.municipio), superintendencia: linha.superintendencia });
  }
  if (linha.espera === "estado" && linha.superintendencia !== null) return superintendenciaEmPalavras(linha.superintendencia, doTerritorio);
  return ESPERA_ROTULO[linha.espera];
}

/** Columns of the queue's CSV: those of the screen, the theme and the registration. */
export function colunasDaFila(contexto: ContextoDaFila): TableColumn<LinhaDaFila>[] {
  const { nome, norma, doTerritorio, regra } = contexto;
  const artigo = (linha: LinhaDaFila): string => {
    const prazo = prazoDaLinha(linha, doTerritorio.prazos);
    return prazo === null ? "" : `${norma(prazo.norma)?.nomeCurto ?? prazo.norma}, ${prazo.artigo}`;
  };
  const vence = (linha: LinhaDaFila): string => {
    const prazo = prazoDaLinha(linha, doTerritorio.prazos);
    if (prazo === null || linha.prazo === null) return "";
    return vencimentosEmPalavras(vencimentosDe(linha.prazo, prazo, regra));
  };
  const texto = (id: string, titulo: string, valor: (linha: LinhaDaFila) => string): TableColumn<LinhaDaFila> => ({ id, titulo, tipo: "texto", valor, ordenavel: false });
  return [
    texto("protocolo", "Protocolo", ({ protocolo }) => protocolo),
    {
      ...texto("situacao", "Situação do prazo", ({ prazo }) => (prazo === null ? "Sem prazo a correr" : estadoEmPalavras(prazo))),
      render: ({ prazo }) =>
        prazo === null ? <span className="ui-muted">Sem prazo a correr</span> : <MarcaDoPrazo estado={prazo.estado}>{estadoEmPalavras(prazo)}</MarcaDoPrazo>,
    },
    {
      id: "faltam",
      titulo: "Faltam",
      unidade: "dias",
      tipo: "numero",
      ordenavel: false,
      valor: ({ prazo }) => (prazo === null || prazo.faltam === null ? { ausencia: "sem-dado" } : { valor: prazo.faltam }),
      render: ({ prazo }) => (prazo === null || prazo.faltam === null ? <span className="ui-absence">–</span> : formatNumber(prazo.faltam)),
    },
    {
      ...texto("vence", "Vence", vence),
      render: (linha) => {
        const prazo = prazoDaLinha(linha, doTerritorio.prazos);
        if (prazo === null || linha.prazo === null) return "";
        return vencimentosDe(linha.prazo, prazo, regra).map((vencimento) => (
          <span key={vencimento.dia} className="denuncias-vencimento">
            {vencimentosEmPalavras([vencimento])}
          </span>
        ));
      },
    },
    texto("municipio", "Município", ({ municipio }) => nome(municipio)),
    texto("espera", "Passo esperado", (linha) => prazoDaLinha(linha, doTerritorio.prazos)?.nome ?? ESTADO_ROTULO[linha.estado]),
    texto("unidade", "Com quem está", (linha) => unidadeDaLinha(linha, contexto)),
    {
      ...texto("artigo", "Norma e artigo", artigo),
      render: (linha) => {
        const prazo = prazoDaLinha(linha, doTerritorio.prazos);
        const citada = prazo === null ? null : norma(prazo.norma);
        return prazo === null ? "" : citada === null ? artigo(linha) : <NormaLink norma={citada} artigo={prazo.artigo} />;
      },
    },
    texto("tema", "Tema", ({ tema }) => TEMA_DENUNCIA_ROTULO[tema]),
    texto("registro", "Registro", ({ registro }) => (registro === null ? "sem data" : formatDate(registro))),
    texto("problemas", "A conferir", ({ inconsistencias, apensadas }) =>
      [
        ...(inconsistencias === 0 ? [] : [`${inconsistencias} ${inconsistencias === 1 ? "inconsistência" : "inconsistências"}`]),
        ...(apensadas === 0 ? [] : [`${apensadas} ${apensadas === 1 ? "apensada" : "apensadas"}`]),
      ].join("; "),
    ),
  ];
}

/** What a row of the screen leaves to the panel of the case. */
const SO_NO_ARQUIVO: ReadonlySet<string> = new Set(["tema", "registro"]);

export function colunasDaTela(colunas: readonly TableColumn<LinhaDaFila>[]): TableColumn<LinhaDaFila>[] {
  return colunas.filter(({ id }) => !SO_NO_ARQUIVO.has(id));
}
