import type { CivilDate } from "../../core/civil-date.ts";
import { count, formatDate, formatNumber } from "../../core/format.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Ajustes, Cota, Trava } from "../../core/visitas/ajustes.ts";
import { isDiaUtil, limitesDoTrimestre } from "../../core/visitas/calendario.ts";
import { isDaCota } from "../../core/visitas/grupos.ts";
import { equipeDaBase } from "../../core/visitas/montar.ts";

/** Something wrong in the settings: the place, what was read there, what happened and what to do. */
export interface ProblemaDosAjustes {
  /** "bases[0].equipes"; "arquivo" for the whole. */
  readonly caminho: string;
  /** The value as read, cut at 80 characters; null when there is none. */
  readonly valor: string | null;
  readonly mensagem: string;
  /** What to do, a sentence starting with a verb. */
  readonly conserto: string;
}

/** What settings are checked against. */
export interface ContextoDosAjustes {
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome" | "regiaoImediata" | "porte" | "sede">[];
  /** National and state holidays. */
  readonly feriados: readonly CivilDate[];
}

interface Conferencia extends ContextoDosAjustes {
  readonly ajustes: Ajustes;
  readonly porCodigo: ReadonlyMap<number, ContextoDosAjustes["municipios"][number]>;
  readonly regioes: ReadonlySet<number>;
  readonly equipes: ReadonlySet<string>;
  readonly parados: ReadonlySet<CivilDate>;
  readonly fim: CivilDate;
}

/** What binds the parts of the settings to each other, to the municipalities and to the calendar. */
export function vinculosDosAjustes(ajustes: Ajustes, contexto: ContextoDosAjustes): ProblemaDosAjustes[] {
  const conferencia: Conferencia = {
    ...contexto,
    ajustes,
    porCodigo: new Map(contexto.municipios.map((municipio) => [municipio.codigo, municipio])),
    regioes: new Set(contexto.municipios.flatMap(({ regiaoImediata }) => regiaoImediata?.codigo ?? [])),
    equipes: new Set(ajustes.bases.flatMap(({ codigo, equipes }) => Array.from({ length: equipes }, (_, k) => equipeDaBase(codigo, k + 1)))),
    parados: new Set([...contexto.feriados, ...ajustes.semViagem]),
    fim: limitesDoTrimestre(ajustes.inicio, ajustes.trimestres).fim,
  };
  return [...gerais(conferencia), ...bases(conferencia), ...regioes(conferencia), ...travas(conferencia), ...viagens(conferencia), ...cotas(conferencia)];
}

function gerais({ ajustes, porCodigo }: Conferencia): ProblemaDosAjustes[] {
  const { pesoDoTrimestre: pesos, trimestres, prazoDiarias, diasPorEquipe, diasPorViagem, comPassagem, reserva } = ajustes;
  const problemas: ProblemaDosAjustes[] = [];
  if (pesos.length < trimestres) {
    problemas.push(
      problema(
        "pesoDoTrimestre",
        pesos.join(", "),
        `Há ${count(trimestres, "trimestre", "trimestres")} e só ${count(pesos.length, "peso", "pesos")}.`,
        "Escreva um peso por trimestre.",
      ),
    );
  }
  const sobe = pesos.findIndex((peso, i) => peso > (pesos[i - 1] ?? Infinity));
  if (sobe !== -1) {
    problemas.push(
      problema(`pesoDoTrimestre[${sobe}]`, String(pesos[sobe]), "O peso de um trimestre não pode ser maior que o do anterior: visitar antes vale mais.", "Escreva pesos que não subam."),
    );
  }
  if (prazoDiarias.comPassagem < prazoDiarias.uteis) {
    problemas.push(
      problema(
        "prazoDiarias.comPassagem",
        String(prazoDiarias.comPassagem),
        `O prazo com passagem aérea é menor que o sem passagem (${prazoDiarias.uteis}).`,
        "Escreva um prazo igual ou maior.",
      ),
    );
  }
  if (diasPorViagem > diasPorEquipe) {
    problemas.push(
      problema("diasPorViagem", String(diasPorViagem), `Uma viagem não pode levar mais dias que os ${diasPorEquipe} da equipe no trimestre.`, "Diminua os dias por viagem ou aumente os da equipe."),
    );
  }
  comPassagem.forEach((codigo, i) => {
    if (!porCodigo.has(codigo)) problemas.push(desconhecido(`comPassagem[${i}]`, codigo));
  });
  if (reserva !== null && reserva > porCodigo.size) {
    problemas.push(problema("reserva", String(reserva), `A reserva pede mais municípios do que os ${porCodigo.size} que há.`, "Escreva um número menor."));
  }
  return problemas;
}

function bases({ ajustes, porCodigo }: Conferencia): ProblemaDosAjustes[] {
  return ajustes.bases.flatMap(({ codigo }, i) => {
    const caminho = `bases[${i}].codigo`;
    const municipio = porCodigo.get(codigo);
    if (municipio === undefined) {
      return [problema(caminho, String(codigo), "A base não está na lista de municípios.", "Escolha como base um município da lista.")];
    }
    if (municipio.sede === null) {
      return [problema(caminho, municipio.nome, "A base não tem sede conhecida: não há de onde medir as distâncias.", "Escolha outra base.")];
    }
    if (ajustes.bases.findIndex((outra) => outra.codigo === codigo) < i) {
      return [problema(caminho, municipio.nome, "A base aparece duas vezes.", "Deixe a base uma vez só, com todas as suas equipes.")];
    }
    return [];
  });
}

function regioes({ ajustes, regioes: conhecidas }: Conferencia): ProblemaDosAjustes[] {
  const lista = (lugar: string, itens: readonly { readonly regiao: number }[]): ProblemaDosAjustes[] =>
    itens.flatMap(({ regiao }, i) => {
      const caminho = `${lugar}[${i}].regiao`;
      if (!conhecidas.has(regiao)) return [problema(caminho, String(regiao), "Nenhum município é desta região.", "Confira o código da região, ou tire-a.")];
      if (itens.findIndex((item) => item.regiao === regiao) < i) return [problema(caminho, String(regiao), "A região aparece duas vezes.", "Deixe a região uma vez só.")];
      return [];
    });
  return [...lista("mesesProibidos", ajustes.mesesProibidos), ...lista("desvio.regioes", ajustes.desvio.regioes)];
}

function travas(conferencia: Conferencia): ProblemaDosAjustes[] {
  const { ajustes, porCodigo, equipes } = conferencia;
  const { trimestres } = ajustes;
  return ajustes.travas.flatMap((trava, i) => {
    const { codigo, tipo, equipe, trimestre, data } = trava;
    const municipio = porCodigo.get(codigo);
    if (municipio === undefined) return [desconhecido(`travas[${i}].codigo`, codigo)];
    const outras = ajustes.travas.filter((outra, j) => j < i && outra.codigo === codigo);
    if (outras.length > 0) {
      const mensagem = outras.some((outra) => outra.tipo !== tipo)
        ? `${municipio.nome} está travado dentro e fora do plano ao mesmo tempo.`
        : `${municipio.nome} está travado duas vezes.`;
      return [problema(`travas[${i}]`, municipio.nome, mensagem, "Deixe uma trava só.")];
    }
    if (tipo === "fora" && (equipe !== undefined || trimestre !== undefined || data !== undefined)) {
      return [problema(`travas[${i}]`, municipio.nome, `${municipio.nome} está fora do plano e tem equipe, trimestre ou data.`, "Tire esses campos, ou trave o município dentro.")];
    }
    if (equipe !== undefined && !equipes.has(equipe)) return [semEquipe(`travas[${i}].equipe`, equipe)];
    if (trimestre !== undefined && trimestre > trimestres) {
      return [problema(`travas[${i}].trimestre`, String(trimestre), `O plano tem ${count(trimestres, "trimestre", "trimestres")}.`, "Escolha um trimestre do plano.")];
    }
    return data === undefined ? [] : dataDaTrava(conferencia, trava, data, `travas[${i}].data`);
  });
}

function dataDaTrava({ ajustes, parados, fim }: Conferencia, { trimestre }: Trava, data: CivilDate, caminho: string): ProblemaDosAjustes[] {
  if (data < ajustes.inicio || data > fim) {
    return [problema(caminho, data, `A data está fora do plano, que vai de ${formatDate(ajustes.inicio)} a ${formatDate(fim)}.`, "Escolha uma data do plano.")];
  }
  if (!isDiaUtil(data, parados)) {
    const porque = parados.has(data) ? "feriado ou dia sem viagem" : "fim de semana";
    return [problema(caminho, data, `${formatDate(data)} é ${porque}.`, "Escolha um dia útil.")];
  }
  if (trimestre !== undefined) {
    const limites = limitesDoTrimestre(ajustes.inicio, trimestre);
    if (data < limites.inicio || data > limites.fim) {
      return [problema(caminho, data, "A data não é do trimestre da mesma trava.", "Escolha uma data do trimestre, ou tire o trimestre.")];
    }
  }
  return [];
}

function viagens({ ajustes, porCodigo, equipes, parados, fim }: Conferencia): ProblemaDosAjustes[] {
  const vistos = new Set<number>();
  const fora = new Set(ajustes.travas.filter(({ tipo }) => tipo === "fora").map(({ codigo }) => codigo));
  return ajustes.viagensTravadas.flatMap(({ equipe, inicio, municipios }, i) => {
    const caminho = `viagensTravadas[${i}]`;
    if (!equipes.has(equipe)) return [semEquipe(`${caminho}.equipe`, equipe)];
    if (inicio < ajustes.inicio || inicio > fim || !isDiaUtil(inicio, parados)) {
      return [problema(`${caminho}.inicio`, inicio, `A viagem travada começa em ${formatDate(inicio)}, que não é um dia útil do plano.`, "Destrave a viagem, ou mude o dia.")];
    }
    return municipios.flatMap((codigo, j) => {
      const lugar = `${caminho}.municipios[${j}]`;
      const municipio = porCodigo.get(codigo);
      if (municipio === undefined) return [desconhecido(lugar, codigo)];
      if (vistos.has(codigo)) return [problema(lugar, municipio.nome, `${municipio.nome} está em duas viagens travadas.`, "Deixe o município numa viagem só.")];
      vistos.add(codigo);
      if (fora.has(codigo)) return [problema(lugar, municipio.nome, `${municipio.nome} está travado fora do plano e numa viagem travada.`, "Tire uma das duas travas.")];
      return [];
    });
  });
}

function cotas({ ajustes, municipios, regioes: conhecidas }: Conferencia): ProblemaDosAjustes[] {
  const igual = (a: Cota, b: Cota): boolean => a.grupo === b.grupo && a.id === b.id;
  return ajustes.cotas.flatMap((cota, i) => {
    const caminho = `cotas[${i}]`;
    if (cota.grupo === "regiao" && !conhecidas.has(cota.id)) {
      return [problema(`${caminho}.id`, String(cota.id), "Nenhum município é desta região.", "Confira o código da região, ou tire a cota.")];
    }
    if (ajustes.cotas.findIndex((outra) => igual(outra, cota)) < i) return [problema(caminho, String(cota.id), "Há duas cotas para o mesmo grupo.", "Deixe uma só.")];
    const membros = municipios.filter(({ regiaoImediata, porte }) => isDaCota(cota, { regiao: regiaoImediata?.codigo ?? null, porte })).length;
    if (cota.minimo <= membros) return [];
    return [
      problema(
        `${caminho}.minimo`,
        String(cota.minimo),
        `A cota pede ${formatNumber(cota.minimo)} municípios de um grupo que tem ${formatNumber(membros)}.`,
        `Escreva até ${formatNumber(membros)}.`,
      ),
    ];
  });
}

function problema(caminho: string, valor: string, mensagem: string, conserto: string): ProblemaDosAjustes {
  return { caminho, valor, mensagem, conserto };
}

function desconhecido(caminho: string, codigo: number): ProblemaDosAjustes {
  return problema(caminho, String(codigo), `O município ${codigo} não está na lista.`, "Confira o código do IBGE, ou tire o município.");
}

function semEquipe(caminho: string, equipe: string): ProblemaDosAjustes {
  return problema(caminho, equipe, `Não há a equipe ${equipe} nestes ajustes.`, "Escolha uma equipe das bases, ou tire o campo.");
}
