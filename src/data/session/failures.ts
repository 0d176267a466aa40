import { EngineError } from "./session.ts";

/** The cause of a failure as text for those who ask. */
export function detailOf(error: unknown): string {
  if (error instanceof EngineError) return error.detail;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** A file the engine needs did not come, or came in pieces. */
export function notDelivered(what: string, detail: string): EngineError {
  return new EngineError(
    `${what} não chegou inteiro a este computador.`,
    "Confira a conexão e tente de novo.",
    detail,
  );
}

/** The browser would not run the engine at all. */
export function refused(detail: string): EngineError {
  return new EngineError(
    "O navegador não deixou o motor de dados funcionar.",
    "Abra em um navegador atualizado; se continuar, peça à equipe de informática que permita WebAssembly neste endereço.",
    detail,
  );
}

/** The worker stopped, or the engine inside it broke. */
export function died(detail: string): EngineError {
  return new EngineError(
    "O motor de dados parou de responder.",
    "Tente de novo: ele será ligado outra vez, com os arquivos que você carregou.",
    detail,
  );
}

/** The database and the first screen were built from different inputs. */
export function otherEdition(expected: string, found: string): EngineError {
  return new EngineError(
    "Os dados do motor e os da primeira tela são de edições diferentes.",
    "Recarregue a página para buscar a edição atual dos dois.",
    `expected hash ${expected}, found ${found}`,
  );
}

/** The database arrived but cannot be opened. */
export function unreadableDatabase(detail: string): EngineError {
  return new EngineError(
    "O arquivo de dados chegou, mas não pôde ser aberto.",
    "Tente de novo; se continuar, avise quem publica o aplicativo.",
    detail,
  );
}

/** One question failed; the engine goes on. */
export function questionFailed(name: string, detail: string): EngineError {
  return new EngineError(
    "O motor de dados não conseguiu responder a uma pergunta desta tela.",
    "Tente de novo; se continuar, avise quem publica o aplicativo e envie o detalhe.",
    `${name}: ${detail}`,
  );
}

/** A user's file could not be taken in; what was loaded stays. */
export function loadFailed(fileName: string, detail: string): EngineError {
  return new EngineError(
    `O arquivo ${fileName} não pôde ser carregado; o que já estava carregado continua em uso.`,
    "Confira o arquivo na lista de problemas e tente de novo.",
    detail,
  );
}
