/**
 * Syllables of Portuguese words by the rules of the written language: every vowel is
 * one, except in the groups that school grammars keep together (falling diphthongs,
 * u after q and g, and the rising ones that end a word stressed earlier: his-tó-ria).
 */

const VOGAL = /[aeiouyáéíóúâêôàãõü]/;
const TONICA = /[áéíóúâêô]/;
const CONSOANTE = /[bcdfghjklmnpqrstvwxzç]/;

/** Second of a falling diphthong. */
const GLIDE = new Set(["i", "u", "y"]);
const NASAL = new Set(["ão", "ãe", "õe", "ãi", "ãu"]);

/** Words whose groups the rules would cut elsewhere, by how they begin, with the syllables of that beginning. */
const INICIOS: readonly (readonly [string, number])[] = [
  ["proib", 2],
  ["reuni", 3],
  ["reutili", 4],
  ["reuso", 3],
  ["gaucho", 3],
  ["cairá", 3],
  ["reinici", 4],
];

/** Words where the last two vowels are said at once. */
const UMA_SO = new Set(["ao", "aos"]);

/**
 * Number of syllables of a word (one at least). Parts joined by a hyphen are added up;
 * what is written in capitals without a vowel is spelled, letter by letter; what holds
 * a digit counts one, as Flesch counted figures and signs.
 */
export function silabas(palavra: string): number {
  const partes = palavra.split(/[-–—/’']/).filter((parte) => parte !== "");
  return Math.max(1, partes.reduce((soma, parte) => soma + daParte(parte), 0));
}

function daParte(parte: string): number {
  if (/\d/.test(parte)) return 1;
  const letras = [...parte.toLocaleLowerCase("pt-BR").normalize("NFC")].filter((letra) => VOGAL.test(letra) || CONSOANTE.test(letra));
  if (letras.length === 0) return 1;
  if (!letras.some((letra) => VOGAL.test(letra))) return /^\p{Lu}+$/u.test(parte) ? letras.length : 1;
  const texto = letras.join("");
  if (UMA_SO.has(texto)) return 1;
  const inicio = INICIOS.find(([comeco]) => texto.startsWith(comeco));
  return inicio === undefined ? nucleos(letras) : inicio[1] + (texto.length === inicio[0].length ? 0 : nucleos(letras.slice(inicio[0].length)));
}

function nucleos(letras: readonly string[]): number {
  let quantos = 0;
  let tonica = false;
  for (let i = 0; i < letras.length; i += 1) {
    const letra = letras[i] ?? "";
    if (!VOGAL.test(letra) || isMudo(letras, i)) continue;
    quantos += 1;
    if (tonica && isFimCrescente(letras, i)) return quantos;
    if (TONICA.test(letra)) tonica = true;
    if (isDecrescente(letras, i)) i += 1;
  }
  return quantos;
}

/** The u of que, qui, gue, gui, qua, gua…: never a syllable of its own. */
function isMudo(letras: readonly string[], i: number): boolean {
  const antes = letras[i - 1];
  const letra = letras[i];
  return (antes === "q" || antes === "g") && (letra === "u" || letra === "ü") && VOGAL.test(letras[i + 1] ?? "");
}

/** -ia, -ie, -io, -ua, -ue, -uo, -ea, -eo, -oa (and plurals) at the end of a word with its accent before. */
function isFimCrescente(letras: readonly string[], i: number): boolean {
  const resto = letras.slice(i).join("");
  return /^(?:[iu][aeo]|e[ao]|oa)s?$/.test(resto);
}

/** A vowel and the i or u that goes with it; not before nh, nor before l, m, n, r, z that close the syllable. */
function isDecrescente(letras: readonly string[], i: number): boolean {
  const a = letras[i] ?? "";
  const b = letras[i + 1] ?? "";
  if (NASAL.has(a + b)) return true;
  if (!/[aeoáéóâêôãõiu]/.test(a) || !GLIDE.has(b) || a === b) return false;
  const depois = letras[i + 2] ?? "";
  const segue = letras[i + 3] ?? "";
  // i-u and u-i before a nasal ending keep apart: cons-ti-tu-i-ção.
  if (a === "u" && b === "i" && depois === "ç") return false;
  if (TONICA.test(a)) return true;
  if (depois === "n" && segue === "h") return false;
  if ("lmnrz".includes(depois) && depois !== "") return VOGAL.test(segue) || segue === depois;
  return true;
}
