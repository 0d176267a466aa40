import type { Page } from "playwright-core";

export const HEADER = "protocolo;data_registro;codigo_ibge;canal;tema;situacao";

/** Complaints in our own layout: three good rows and one with a day that does not exist. */
export const GOOD = `${HEADER}
X-1;05/10/2026;510340;Presencial, no protocolo;Atendimento no CRAS;Registrada
X-2;06/10/2026;5103403;presencial;bpc;respondida
X-3;07/10/2026;5107909;ouvidoria-162;outro;registrada
X-4;31/02/2026;5107909;ouvidoria-162;outro;registrada
`;

/** A table nobody recognises, with a column of persons. */
export const UNKNOWN = `Cod;Cidade;NIS do responsável;Mês;Ano;Total de pessoas
510340;Cuiabá;12345678901;6;2026;1200
5107909;Sinop;12345678902;6;2026;800
`;

/** Drops files on the page the way a person does, from outside of it. */
export async function drop(page: Page, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  await opened(page);
  const entries = Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString("base64")] as const);
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, base64] of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, entries);
  await page.dispatchEvent("body", "dragover", { dataTransfer });
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

/** Until the page is drawn it takes no files. */
export async function opened(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Usar seus dados" }).waitFor();
}

/** The report of a file, by its title. */
export const report = (page: Page, title: string) => page.getByRole("region", { name: title });
/** A line of the table of extracts. */
export const extract = (page: Page, name: RegExp) => page.getByRole("table", { name: "Conjuntos de dados carregados" }).getByRole("row", { name });
/** The sentence the page opens with. */
export const sentence = (page: Page) => page.locator("h1 ~ p, .states-sentence-text").first();
