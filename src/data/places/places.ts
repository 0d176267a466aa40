/** A municipality as files name it. */
export interface Place {
  /** 7-digit IBGE code. */
  readonly codigo: number;
  readonly nome: string;
  readonly uf: string;
}

/** How a cell that should name a municipality reads. */
export type PlaceReading =
  | { readonly tipo: "achado"; readonly codigo: number }
  /** A municipality of Brazil, outside the territory of this installation. */
  | { readonly tipo: "fora" }
  /** The name fits more than one: a question for the user, never a guess. */
  | { readonly tipo: "ambiguo"; readonly candidatos: readonly Place[] }
  | { readonly tipo: "desconhecido"; readonly mensagem: string; readonly conserto: string };

/** Finds municipalities by whatever a file gives; decides by the value, never by a header. */
export interface PlaceResolver {
  /** 6- or 7-digit IBGE code, with the marks spreadsheets add ("1100015.0"). */
  readonly codigo: (texto: string) => PlaceReading;
  /** Code split in UF and 5 digits ("51" + "00102"), as IBGE's estimates print it. */
  readonly partido: (uf: string, municipio: string) => PlaceReading;
  /** SIAFI code (Portal da Transparência). */
  readonly siafi: (texto: string) => PlaceReading;
  /** Name, with the UF where the file has one ("Rio Branco", "MT"; "Rio Branco (MT)"; "Rio Branco/MT"; "MT RIO BRANCO"). */
  readonly nome: (nome: string, uf: string | null) => PlaceReading;
  /** The territory's municipalities, by code. */
  readonly territorio: ReadonlyMap<number, Place>;
}
