import type { ExportHeader } from "../../core/export-header.ts";
import type { Fonte } from "../../core/indicador.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Publicacao } from "../../core/publico/publicacao.ts";
import type { Norma, Territorio } from "../../core/territorio.ts";
import type { Estado, Parte } from "./estado.ts";

/** From which of the two editions the page is drawn; both read the same release. */
export type Edicao = "tecnica" | "publica";

/** Where the reading of one file of the release stands; `<Lido>` (`Lido.tsx`) draws it. */
export type Leitura<T> =
  | { readonly estado: "carregando" }
  | { readonly estado: "pronto"; readonly valor: T }
  | { readonly estado: "erro"; readonly erro: ErroDeLeitura; readonly tentarDeNovo: () => void };

/** Why a file of the release could not be read, in sentences for who reads the page. */
export interface ErroDeLeitura {
  readonly mensagem: string;
  readonly conserto: string;
  readonly detalhe: string;
}

/** What the frame of the page gets: nothing of it comes from the engine. */
export interface BasePublica {
  readonly territorio: Territorio;
  readonly fontes: readonly Fonte[];
  /** Sorted by code. */
  readonly municipios: readonly Municipio[];
  /** Aligned with `municipios`. */
  readonly mesh: SvgMesh;
  /** Address of the map's geometry, which `MunicipalMap` asks for. */
  readonly topologyUrl: string;
}

/** Merges a change into the address; a change of part drops the other part's `ajustes` and keeps the municipality. */
export type Mudar = (mudanca: Partial<Estado>, opcoes?: { readonly replace?: boolean }) => void;

/** State of another part or place, as far as a link must say it. */
export type Destino = Partial<Pick<Estado, "codigo" | "ano" | "ajustes">>;

/**
 * What every part of `#/transparencia` gets. A part is the default export of
 * `<parte>/<Nome>.tsx`, loaded when first shown. The page draws its name and the way to
 * the other parts; the part opens with its own `<h1>` (`PageSentence`). A part has no engine, no
 * session and no snapshot: only the release, read with `ler`, and the geography of the territory.
 */
export interface ParteDeTransparenciaProps extends BasePublica {
  readonly edicao: Edicao;
  readonly publicacao: Publicacao;
  /**
   * A hook (call it on every render, at the top): reads `publico/<caminho>` once a page life and
   * checks it with `parse`, which throws (an Error with a Portuguese sentence) what does not fit. `parse` must be the
   * same function for the same file. `null` reads nothing yet (state `carregando`).
   * Draw the answer with `<Lido leitura={…} rotulo="…">{(valor) => …}</Lido>`.
   */
  readonly ler: <T>(caminho: string | null, parse: (value: unknown) => T) => Leitura<T>;
  readonly estado: Estado;
  readonly mudar: Mudar;
  /** Address of a part in this edition, to be an `href`: `enderecoDe("municipio", { codigo })`. */
  readonly enderecoDe: (parte: Parte, destino?: Destino) => string;
  /** Address of a file of the release, for a download: `arquivo("dados/datapackage.json")`. */
  readonly arquivo: (caminho: string) => string;
  /** The norm by its id; null when the territory's norms have none. */
  readonly norma: (id: string) => Norma | null;
  /** Name by code; "município 9999999" for one that is not in the list. */
  readonly nome: (codigo: number) => string;
  /** Some extract of the release is a demonstration. */
  readonly demonstracao: boolean;
  /**
   * Head of an export: sources of the release, its date and hash, demonstration.
   * @param demonstracao of what is exported; that of the whole release when not said
   */
  readonly cabecalho: (titulo: string, filtros?: readonly string[], demonstracao?: boolean) => ExportHeader;
}
