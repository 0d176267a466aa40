import { fold } from "../../core/search.ts";

interface PersonHeader {
  readonly pattern: RegExp;
  readonly dado: string;
}

/** Headers that announce data of persons, on folded text; the first that fits gives the reason. */
const PERSON_HEADERS: readonly PersonHeader[] = [
  { pattern: /\bcpf\b/, dado: "CPF" },
  { pattern: /\b(nis|pis|pasep|nit)\b/, dado: "NIS" },
  { pattern: /\b(rg|identidade|cns|cartao sus|titulo eleitor|certidao|ctps|passaporte|documento)\b/, dado: "documento de pessoa" },
  { pattern: /\b(telefones?|tel|celular|fones?|whatsapp|contato|ramal)\b/, dado: "telefone ou contato" },
  { pattern: /\b(e ?mails?|correio eletronico)\b/, dado: "e-mail" },
  { pattern: /\b(enderecos?|logradouro|rua|bairro|cep|numero da casa|complemento|residencia|moradia)\b/, dado: "endereço" },
  { pattern: /\b(nascimento|nasc|dt nasc|idade|faixa etaria)\b/, dado: "data de nascimento ou idade" },
  { pattern: /\b(relatos?|descricao|narrativa|historico|observacao|observacoes|obs|texto|teor|comentarios?|detalhes|manifestacao|despachos?|anotacao|anotacoes|depoimentos?|fatos?)\b/, dado: "relato ou texto livre, que costuma citar pessoas" },
  { pattern: /\b(denunciantes?|denunciad[oa]s?|reclamantes?|manifestantes?|vitimas?|suspeit[oa]s?|agressor(es|a)?|usuari[oa]s?|beneficiari[oa]s?|favorecid[oa]s?|solicitantes?|requerentes?|responsavel|interessad[oa]|servidor(a)?|atendentes?|analistas?|assinaturas?|testemunhas?|informantes?|comunicantes?|noticiantes?|autora?|tecnic[oa] responsavel|mae|pai|filiacao|conjuge|nome social|apelido)\b/, dado: "identificação de pessoa" },
  { pattern: /\b(sexo|genero|raca|cor|etnia|religiao|orientacao sexual|deficiencia|doenca|cid|gestante|situacao de rua|escolaridade|estado civil)\b/, dado: "característica pessoal" },
  { pattern: /\b(senha|login|ip|conta bancaria|banco|agencia|pix)\b/, dado: "dado de acesso ou bancário" },
];

const PLACE = /\b(municipio|municipios|cidade|uf|estado|regiao|unidade|equipamento|cras|creas|orgao|setor|indicador|fonte|arquivo|evento|programa|entidade|conselho|fundo)\b/;

/**
 * What kind of personal data a header announces, in words; null when none. A
 * header is enough: such columns are dropped before any of their cells is read
 * (Lei 13.709/2018, LGPD, art. 6 III: necessity).
 */
export function personHeader(header: string): string | null {
  const folded = fold(header);
  for (const { pattern, dado } of PERSON_HEADERS) if (pattern.test(folded)) return dado;
  if (/\b(nomes?|sobrenome)\b/.test(folded) && !PLACE.test(folded)) return "nome de pessoa";
  return null;
}

const CPF = /(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}]{2,}/u;
const PHONE = /\(\d{2}\)\s?9?\s?\d{4}[-\s]?\d{4}(?!\d)/;
/** A mobile number after its area code, and any number after the country's. */
const MOBILE = /(?<!\d)\d{2}[\s-]9\s?\d{4}[-\s]?\d{4}(?!\d)/;
const ABROAD = /\+\s?55\s?\(?\d{2}\)?\s?9?\s?\d{4}[-\s]?\d{4}(?!\d)/;

/** What personal data a text shows by its form (CPF, e-mail, telephone); null when none. */
export function personIn(text: string): string | null {
  if (text.includes("@") && EMAIL.test(text)) return "um e-mail";
  if (text.includes("-") && CPF.test(text)) return "um CPF";
  if (text.includes("(") && PHONE.test(text)) return "um telefone";
  if (text.includes("9") && MOBILE.test(text)) return "um telefone";
  if (text.includes("+") && ABROAD.test(text)) return "um telefone";
  return null;
}

/** True for the eleven digits of a CPF, check digits right: one in a hundred numbers of eleven digits is one by chance. */
export function isCpfNumber(text: string): boolean {
  if (text.length !== 11 || !/^\d{11}$/.test(text) || /^(\d)\1*$/.test(text)) return false;
  const digit = (n: number): number => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += (text.charCodeAt(i) - 48) * (n + 1 - i);
    return ((sum * 10) % 11) % 10;
  };
  return digit(9) === text.charCodeAt(9) - 48 && digit(10) === text.charCodeAt(10) - 48;
}

/** `personIn`, and a bare CPF: in words no number of eleven digits is a record's own, as it may be where the record's number goes. */
export function personInText(text: string): string | null {
  return personIn(text) ?? (/\d{11}/.test(text) && (text.match(/\d+/g) ?? []).some(isCpfNumber) ? "um CPF" : null);
}
