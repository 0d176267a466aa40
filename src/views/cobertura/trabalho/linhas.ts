import { capitalize, count } from "../../../core/format.ts";
import { conferirRegistros, DESCOMPASSO_ROTULO, type Registro, valorDe } from "../../../core/mescla/index.ts";
import type { CivilDate } from "../../../core/civil-date.ts";
import { fold } from "../../../core/search.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { municipioDoRegistro, type NomesDosRegistros, TIPO_ROTULO, tituloDoRegistro, valorEmPalavras } from "../../../ui/trabalho/titulos.ts";
import type { EstadoDoTrabalhoNaTela } from "./estado-da-parte.ts";

/** A record of the user's as a row; what it says is put in words when it is drawn. */
export interface LinhaDoTrabalho {
  readonly registro: Registro;
  readonly municipio: number | null;
  /** Actions of a plan. */
  readonly acoes: readonly Registro[];
  /** What does not fit, in a sentence; "" when all does. */
  readonly problema: string;
}

const SEM_ACOES: readonly Registro[] = [];

/** Start of a plan, deadline of an action, day of the others. */
const DATA_DO_TIPO = { plano: "inicio", acao: "prazo", visita: "data", nota: "data" } as const;

/** The records as rows, plans first and each followed by its actions. */
export function linhasDoTrabalho(registros: readonly Registro[], nomes: NomesDosRegistros, hoje: CivilDate): readonly LinhaDoTrabalho[] {
  const problemas = new Map<string, string>();
  for (const { id, codigo } of conferirRegistros(registros, hoje)) {
    const antes = problemas.get(id);
    problemas.set(id, `${antes === undefined ? "" : `${antes} `}${DESCOMPASSO_ROTULO[codigo].mensagem} ${DESCOMPASSO_ROTULO[codigo].conserto}`);
  }
  const acoes = new Map<string, Registro[]>();
  for (const cada of registros) {
    const plano = cada.tipo === "acao" ? valorDe(cada, "plano") : null;
    if (typeof plano !== "string") continue;
    const outras = acoes.get(plano);
    if (outras === undefined) acoes.set(plano, [cada]);
    else outras.push(cada);
  }
  const linha = (registro: Registro): LinhaDoTrabalho => ({
    registro,
    municipio: municipioDoRegistro(registro, nomes),
    acoes: acoes.get(registro.id) ?? SEM_ACOES,
    problema: problemas.get(registro.id) ?? "",
  });
  const planos = registros.filter(({ tipo }) => tipo === "plano");
  const dePlanos = new Set(planos.map(({ id }) => id));
  const soltos = registros.filter((cada) => cada.tipo !== "plano" && !(cada.tipo === "acao" && dePlanos.has(String(valorDe(cada, "plano")))));
  return [...planos.flatMap((plano) => [plano, ...(acoes.get(plano.id) ?? [])]), ...soltos].map(linha);
}

/** What goes with a record: the plan of an action, what a note is about, how far a plan is. */
export function detalheDe({ registro, acoes }: LinhaDoTrabalho, nomes: NomesDosRegistros): string {
  const palavras = (campo: string): string => valorEmPalavras(registro.tipo, campo, valorDe(registro, campo), nomes);
  switch (registro.tipo) {
    case "plano": {
      const feitas = acoes.filter((acao) => valorDe(acao, "conclusao") !== null).length;
      return `${palavras("especie")}; ${acoes.length === 0 ? "sem ações" : `${feitas} de ${count(acoes.length, "ação concluída", "ações concluídas", "f")}`}`;
    }
    case "acao": {
      const conclusao = palavras("conclusao");
      return `${conclusao === "" ? "em aberto" : `concluída em ${conclusao}`}; plano: ${palavras("plano")}`;
    }
    case "visita":
      return [palavras("modalidade"), palavras("tema")].filter((dito) => dito !== "").join("; ");
    case "nota":
      return palavras("sobre") === "" ? "" : `sobre: ${palavras("sobre")}`;
  }
}

/** Rows of the filters in the address. */
export function filtrarLinhas(linhas: readonly LinhaDoTrabalho[], { tipo, municipio }: EstadoDoTrabalhoNaTela): readonly LinhaDoTrabalho[] {
  if (tipo === null && municipio === null) return linhas;
  return linhas.filter((linha) => (tipo === null || linha.registro.tipo === tipo) && (municipio === null || linha.municipio === municipio));
}

/** What a search finds a row by: what it says, folded. */
export function textoDaBusca({ registro }: LinhaDoTrabalho, nomes: NomesDosRegistros): string {
  return fold(tituloDoRegistro(registro, nomes));
}

export function colunasDoTrabalho(nomes: NomesDosRegistros): readonly TableColumn<LinhaDoTrabalho>[] {
  return [
    { id: "tipo", titulo: "O que é", tipo: "texto", valor: ({ registro }) => capitalize(TIPO_ROTULO[registro.tipo].um) },
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ municipio }) => (municipio === null ? "" : nomes.nome(municipio)) },
    { id: "titulo", titulo: "O que diz", tipo: "texto", valor: ({ registro }) => tituloDoRegistro(registro, nomes) },
    { id: "detalhe", titulo: "Com quê", tipo: "texto", ordenavel: false, valor: (linha) => detalheDe(linha, nomes) },
    { id: "data", titulo: "Início, prazo ou dia", tipo: "data", valor: ({ registro }) => String(valorDe(registro, DATA_DO_TIPO[registro.tipo]) ?? "") },
    { id: "problema", titulo: "A conferir", tipo: "texto", valor: ({ problema }) => problema },
  ];
}
