import { emOrdem, isIgual, type Registro, registro, type Valor, valorDe } from "./registro.ts";

/** Both sides changed one field of a record to different values. */
export interface ConflitoDeCampo {
  readonly tipo: "campo";
  readonly id: string;
  readonly campo: string;
  /** Null when it was empty, or the record was not in the base. */
  readonly base: Valor;
  readonly meu: Valor;
  readonly deles: Valor;
}

/** One side took a record out while the other changed it, or there is no base to tell which came later. */
export interface ConflitoDeRemocao {
  readonly tipo: "remocao";
  readonly id: string;
  readonly base: Registro | null;
  /** Exactly one of the two is a tombstone. */
  readonly meu: Registro;
  readonly deles: Registro;
  /** Fields that the side that kept it changed. */
  readonly campos: readonly string[];
}

export type Conflito = ConflitoDeCampo | ConflitoDeRemocao;

/** What one side did since the base, in records. */
export interface Contribuicao {
  readonly novos: number;
  readonly mudados: number;
  readonly removidos: number;
}

export interface Mescla {
  /** By id. A field or record in conflict is as in the base (absent when it was not there), until `resolver`. */
  readonly registros: readonly Registro[];
  /** By id, then by field. */
  readonly conflitos: readonly Conflito[];
  readonly meus: Contribuicao;
  readonly deles: Contribuicao;
}

/** The side to follow, or a value of one's own for a field. */
export type Escolha = "meu" | "deles" | { readonly valor: Valor };

/**
 * Three-way merge of two sets of records that came from one base, field by field:
 * what only one side changed is taken, what both changed alike is taken once, and
 * what both changed differently is a conflict. A record that is only absent on a
 * side has not been seen there, so it stands as in the base; being taken out is
 * said by a tombstone. Without a common base give `[]`: everything that differs is
 * then a conflict. Linear but for the order by id.
 * @throws RangeError for an id that comes twice in one set, or of two kinds
 */
export function mesclar(base: readonly Registro[], meus: readonly Registro[], deles: readonly Registro[]): Mescla {
  const daBase = porId(base, "base");
  const dosMeus = porId(meus, "mine");
  const dosDeles = porId(deles, "theirs");
  const registros: Registro[] = [];
  const conflitos: Conflito[] = [];
  const feitos = { meus: { novos: 0, mudados: 0, removidos: 0 }, deles: { novos: 0, mudados: 0, removidos: 0 } };
  const ids = new Set([...daBase.keys(), ...dosMeus.keys(), ...dosDeles.keys()]);
  for (const id of ids) {
    const b = daBase.get(id) ?? null;
    const m = dosMeus.get(id) ?? b;
    const t = dosDeles.get(id) ?? b;
    contar(feitos.meus, b, m);
    contar(feitos.deles, b, t);
    const mesclado = mesclarUm(id, b, m, t, conflitos);
    if (mesclado !== null) registros.push(mesclado);
  }
  return { registros: emOrdem(registros), conflitos: conflitos.sort(porLugar), ...feitos };
}

function mesclarUm(id: string, b: Registro | null, m: Registro | null, t: Registro | null, conflitos: Conflito[]): Registro | null {
  if (m === t || t === b) return m;
  if (m === b) return t;
  if (m === null || t === null) return m ?? t;
  if (m.tipo !== t.tipo || (b !== null && b.tipo !== m.tipo)) throw new RangeError(`${id} is of two kinds`);
  if (m.removido && t.removido) return m;
  if (m.removido || t.removido) {
    if (isIgual(m, b)) return t;
    if (isIgual(t, b)) return m;
    conflitos.push({ tipo: "remocao", id, base: b, meu: m, deles: t, campos: camposMudados(b, m.removido ? t : m) });
    return b;
  }
  return mesclarCampos(b, m, t, conflitos);
}

function mesclarCampos(b: Registro | null, m: Registro, t: Registro, conflitos: Conflito[]): Registro {
  const campos: Record<string, Valor> = {};
  for (const campo of camposDe(b, m, t)) {
    const [base, meu, deles] = [valorDe(b, campo), valorDe(m, campo), valorDe(t, campo)];
    let valor = meu;
    if (meu === base) valor = deles;
    else if (meu !== deles && deles !== base) {
      conflitos.push({ tipo: "campo", id: m.id, campo, base, meu, deles });
      valor = base;
    }
    if (valor !== null) campos[campo] = valor;
  }
  return { id: m.id, tipo: m.tipo, removido: false, campos };
}

/** Fields in which `depois` differs from `antes`, by name; all it has when there was nothing before. */
export function camposMudados(antes: Registro | null, depois: Registro): string[] {
  return camposDe(antes, depois, null).filter((campo) => valorDe(antes, campo) !== valorDe(depois, campo));
}

/** A field's place among the choices of `resolver`. */
export function chaveDoConflito(conflito: Conflito): string {
  return conflito.tipo === "campo" ? `${conflito.id} ${conflito.campo}` : conflito.id;
}

/**
 * The records with every conflict decided: `escolhas` by `chaveDoConflito`.
 * @throws RangeError for a conflict without a choice, a choice without a conflict, or a value of one's own for a record taken out
 */
export function resolver(mescla: Mescla, escolhas: ReadonlyMap<string, Escolha>): readonly Registro[] {
  const porDecidir = new Set(mescla.conflitos.map(chaveDoConflito));
  for (const chave of escolhas.keys()) if (!porDecidir.has(chave)) throw new RangeError(`nothing to decide at ${JSON.stringify(chave)}`);
  const registros = new Map(mescla.registros.map((cada) => [cada.id, cada]));
  for (const conflito of mescla.conflitos) {
    const escolha = escolhas.get(chaveDoConflito(conflito));
    if (escolha === undefined) throw new RangeError(`${JSON.stringify(chaveDoConflito(conflito))} is not decided`);
    registros.set(conflito.id, decidido(conflito, escolha, registros.get(conflito.id)));
  }
  return emOrdem([...registros.values()]);
}

function decidido(conflito: Conflito, escolha: Escolha, atual: Registro | undefined): Registro {
  if (conflito.tipo === "remocao") {
    if (typeof escolha === "object") throw new RangeError(`${JSON.stringify(conflito.id)} is kept or taken out, it has no value`);
    return conflito[escolha];
  }
  const valor = typeof escolha === "object" ? escolha.valor : conflito[escolha];
  return registro(conflito.id, { ...atual?.campos, [conflito.campo]: valor });
}

/**
 * The newest version that both sides hold, to be the base of a merge; null when
 * there is none. Versions are SHA-256 of contents, oldest first.
 */
export function versaoComum(minhas: readonly string[], deles: readonly string[]): string | null {
  const tenho = new Set(minhas);
  return deles.findLast((versao) => tenho.has(versao)) ?? null;
}

function porId(registros: readonly Registro[], lado: string): Map<string, Registro> {
  const mapa = new Map<string, Registro>();
  for (const cada of registros) {
    if (mapa.has(cada.id)) throw new RangeError(`${cada.id} comes twice in ${lado}`);
    mapa.set(cada.id, cada);
  }
  return mapa;
}

function camposDe(b: Registro | null, m: Registro, t: Registro | null): string[] {
  return [...new Set([...Object.keys(b?.campos ?? {}), ...Object.keys(m.campos), ...Object.keys(t?.campos ?? {})])].sort();
}

function contar(feitos: { novos: number; mudados: number; removidos: number }, antes: Registro | null, depois: Registro | null): void {
  if (depois === null || isIgual(antes, depois)) return;
  if (antes === null) feitos.novos += 1;
  else if (depois.removido) feitos.removidos += 1;
  else feitos.mudados += 1;
}

function porLugar(a: Conflito, b: Conflito): number {
  const [x, y] = [chaveDoConflito(a), chaveDoConflito(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
