import { Parser } from "saxen";
import { Refusal } from "../import/whole-file.ts";

/** What is done with the parts of an XML document as they come. Returning false stops the walk. */
export interface XmlVisitor {
  /** Attributes are read, and their character references decoded, only when asked for. */
  readonly open: (nome: string, attributes: () => (name: string) => string | undefined) => boolean;
  readonly close?: (nome: string) => boolean;
  readonly text?: (text: string) => void;
}

const STEP = 256 * 1024;

/**
 * Walks an XML document by pieces, without holding it as objects. `prefixes` maps
 * namespaces to the prefix under which names are given, whatever the document
 * uses. Entities other than XML's own five are never expanded.
 * @throws Refusal when it is no well-formed XML or brings its own definitions (DTD).
 */
export function walkXml(
  bytes: Uint8Array,
  prefixes: Readonly<Record<string, string>>,
  visitor: XmlVisitor,
  onProgress?: (share: number) => void,
): void {
  refuseDefinitions(bytes);
  let stopped = false;
  const parser = new Parser().ns(prefixes);
  parser.on("openTag", (name, getAttributes, decode) => {
    if (stopped) return;
    stopped = !visitor.open(name, () => {
      const attributes = getAttributes();
      return (attribute) => {
        const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
        return value === undefined ? undefined : decode(value);
      };
    });
  });
  parser.on("closeTag", (name) => {
    if (!stopped && visitor.close !== undefined) stopped = !visitor.close(name);
  });
  parser.on("text", (text, decode) => {
    if (!stopped) visitor.text?.(decode(text));
  });
  parser.on("cdata", (text) => {
    if (!stopped) visitor.text?.(text);
  });
  parser.on("error", () => {
    throw damagedXml();
  });
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length && !stopped; at += STEP) {
    parser.write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }));
    onProgress?.(Math.min(1, (at + STEP) / bytes.length));
  }
  if (stopped) return;
  parser.write(decoder.decode());
  parser.end();
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

/** The same document as UTF-8. */
export function utf8Xml(bytes: Uint8Array): Uint8Array {
  const encoding = encodingOf(bytes);
  return encoding === "utf-8" ? bytes : new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

const DEFINITION = [..."<!DOCTYPE"].map((char) => char.charCodeAt(0));
const MARK = 0x21;

/**
 * Refuses documents with a DTD, where definitions of entities that grow
 * ("billion laughs") or reach outside would stand. ECMA-376 part 2 and ODF 1.3
 * part 2 have no use for one.
 * @throws Refusal
 */
export function refuseDefinitions(bytes: Uint8Array): void {
  const text = utf8Xml(bytes);
  for (let at = text.indexOf(MARK); at !== -1; at = text.indexOf(MARK, at + 1)) {
    if (DEFINITION.every((byte, i) => text[at - 1 + i] === byte)) {
      throw new Refusal(
        "planilha-suspeita",
        "O arquivo traz dentro dele definições de texto próprias, que nenhuma planilha usa e que podem travar o computador.",
        "Não use este arquivo: baixe-o de novo no site de quem o publicou.",
      );
    }
  }
}

export function damagedXml(): Refusal {
  return new Refusal(
    "planilha-danificada",
    "A planilha está danificada: uma das partes dela não pode ser lida.",
    "Abra no Excel ou no LibreOffice, salve de novo e carregue a cópia.",
  );
}
