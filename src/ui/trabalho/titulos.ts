import { formatDate } from "../../core/format.ts";
import { CAMPOS, type Registro, type TipoDeRegistro, tipoDoId, type Valor, valorDe } from "../../core/mescla/index.ts";

interface NomeDoTipo {
  readonly um: string;
  readonly varios: string;
  /** Article that goes with it: "o" or "a". */
  readonly artigo: "o" | "a";
}

export const TIPO_ROTULO: Readonly<Record<TipoDeRegistro, NomeDoTipo>> = {
  plano: { um: "plano", varios: "planos", artigo: "o" },
  acao: { um: "ação", varios: "ações", artigo: "a" },
  visita: { um: "visita feita", varios: "visitas feitas", artigo: "a" },
  nota: { um: "nota", varios: "notas", artigo: "a" },
};

/** Entries that a coded field offers, by the field's name: strategies, themes. */
export type ListasDosCampos = Readonly<Record<string, readonly { readonly valor: string; readonly rotulo: string }[]>>;

/** What the words of a record are made with. */
export interface NomesDosRegistros {
  readonly nome: (codigo: number) => string;
  readonly listas: ListasDosCampos;
  /** The record of an id; null when it is not there. */
  readonly registro: (id: string) => Registro | null;
}

/** A record in a line, without its municipality. */
export function tituloDoRegistro(registro: Registro, nomes: NomesDosRegistros): string {
  switch (registro.tipo) {
    case "plano":
      return texto(registro, "dificuldade");
    case "acao":
      return texto(registro, "acao");
    case "nota":
      return texto(registro, "texto");
    case "visita": {
      const estrategia = valorEmPalavras("visita", "estrategia", valorDe(registro, "estrategia"), nomes);
      const data = valorEmPalavras("visita", "data", valorDe(registro, "data"), nomes);
      return estrategia === "" ? `Visita de ${data}` : `${estrategia}, ${data}`;
    }
  }
}

/** Municipality of a record, or of the one it is linked to; null when none says. */
export function municipioDoRegistro(registro: Registro, nomes: Pick<NomesDosRegistros, "registro">): number | null {
  const proprio = valorDe(registro, "municipio");
  if (typeof proprio === "number") return proprio;
  for (const campo of ["plano", "sobre"]) {
    const id = valorDe(registro, campo);
    const ligado = typeof id === "string" && id !== registro.id ? nomes.registro(id) : null;
    // A note is about an action, whose plan is of a municipality: two links at most.
    if (ligado !== null && ligado.tipo !== "nota") return municipioDoRegistro(ligado, nomes);
  }
  return null;
}

/** A field's value as a person reads it; "" when it is empty. */
export function valorEmPalavras(tipo: TipoDeRegistro, nomeDoCampo: string, valor: Valor, nomes: NomesDosRegistros): string {
  if (valor === null) return "";
  const campo = CAMPOS[tipo][nomeDoCampo];
  if (campo === undefined || typeof valor === "number") return campo?.especie === "municipio" ? nomes.nome(Number(valor)) : String(valor);
  switch (campo.especie) {
    case "data":
      return formatDate(valor);
    case "escolha":
      return campo.opcoes[valor] ?? valor;
    case "codigo":
      return nomes.listas[nomeDoCampo]?.find((opcao) => opcao.valor === valor)?.rotulo ?? valor;
    case "ligacao": {
      const ligado = nomes.registro(valor);
      const ligadoTipo = tipoDoId(valor);
      return ligado === null ? `${ligadoTipo === null ? "registro" : TIPO_ROTULO[ligadoTipo].um} que não está aqui` : tituloDoRegistro(ligado, nomes);
    }
    case "texto":
    case "municipio":
    case "contagem":
      return valor;
  }
}

function texto(registro: Registro, campo: string): string {
  const valor = valorDe(registro, campo);
  return typeof valor === "string" ? valor : TIPO_ROTULO[registro.tipo].um;
}
