import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Elements that hold running text. */
const DE_TEXTO = new Set(["p", "li", "dd", "figcaption", "PageSentence", "summary"]);
/** Stands for what is computed: one word of one syllable. */
const CALCULADO = "um";

/** Running texts written in the drawings of a folder, one an element, with a word in the place of what is computed. */
export function textosDasTelas(pasta: string): string[] {
  return readdirSync(pasta)
    .filter((nome) => nome.endsWith(".tsx"))
    .flatMap((nome) => textosDoArquivo(readFileSync(join(pasta, nome), "utf8"), nome));
}

/** The same of one source text. */
export function textosDoArquivo(fonte: string, nome: string): string[] {
  const arquivo = ts.createSourceFile(nome, fonte, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const textos: string[] = [];
  const visitar = (no: ts.Node): void => {
    if (ts.isJsxElement(no) && DE_TEXTO.has(no.openingElement.tagName.getText(arquivo))) {
      const texto = textoDe(no).replace(/\s+/g, " ").trim();
      if (/\p{L}{2}.*\s/u.test(texto)) textos.push(texto);
      return;
    }
    ts.forEachChild(no, visitar);
  };
  visitar(arquivo);
  return textos;
}

function textoDe(no: ts.JsxChild | ts.Expression): string {
  if (ts.isJsxText(no)) return no.text;
  if (ts.isJsxElement(no) || ts.isJsxFragment(no)) return no.children.map(textoDe).join("");
  if (ts.isJsxExpression(no)) return no.expression === undefined ? "" : textoDe(no.expression);
  if (ts.isStringLiteral(no) || ts.isNoSubstitutionTemplateLiteral(no)) return no.text;
  if (ts.isTemplateExpression(no)) return no.head.text + no.templateSpans.map(({ literal }) => CALCULADO + literal.text).join("");
  if (ts.isConditionalExpression(no)) return textoDe(no.whenFalse);
  return CALCULADO;
}
