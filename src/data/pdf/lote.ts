import { Zip, ZipDeflate } from "fflate";
import type { Dossie } from "../../core/dossie/dossie.ts";
import { abrirDocumento } from "./documento.ts";
import type { AberturaDoLote, LotePronto } from "./lote-mensagens.ts";
import { criarMedidor } from "./medidor.ts";
import { nomeDoArquivo } from "./nome-do-arquivo.ts";
import type { Fontes } from "./papel.ts";
import { juntarPartes } from "./partes.ts";

/** A file of dossiers being written. */
export interface Lote {
  /** Writes one more. */
  readonly juntar: (dossie: Dossie) => Promise<void>;
  readonly fechar: () => Promise<LotePronto>;
}

/** Opens a batch: nothing of a dossier is kept after it was written. */
export function abrirLote(abertura: AberturaDoLote, fontes: Fontes): Lote {
  const { formato, quantos } = abertura;
  const escritor = formato === "zip" ? emZip(abertura, fontes) : emDocumento(abertura, fontes, quantos > 1);
  const maisDeUma: string[] = [];
  let folhas = 0;
  return {
    juntar: async (dossie) => {
      const suas = await escritor.juntar(dossie);
      folhas += suas;
      if (suas > 1) maisDeUma.push(dossie.nome);
    },
    fechar: async () => ({ arquivo: await escritor.fechar(), folhas, maisDeUma }),
  };
}

interface Escritor {
  /** Sheets it took. */
  readonly juntar: (dossie: Dossie) => Promise<number>;
  readonly fechar: () => Promise<Blob>;
}

function emDocumento({ titulo, data, mesh }: AberturaDoLote, fontes: Fontes, muitos: boolean): Escritor {
  const partes = juntarPartes();
  const documento = abrirDocumento({ titulo, data, fontes, medidor: criarMedidor(fontes), mesh, muitos, receber: partes.juntar });
  return {
    juntar: (dossie) => Promise.resolve(documento.juntar(dossie)),
    fechar: async () => {
      await documento.fechar();
      return partes.arquivo("application/pdf");
    },
  };
}

function emZip({ data, mesh }: AberturaDoLote, fontes: Fontes): Escritor {
  const partes = juntarPartes();
  const medidor = criarMedidor(fontes);
  const mtime = new Date(`${data}T12:00:00`);
  let falha: Error | null = null;
  const zip = new Zip((erro, bytes) => {
    if (erro === null) partes.juntar(bytes);
    else falha ??= erro;
  });
  const conferir = (): void => {
    if (falha !== null) throw falha;
  };
  return {
    juntar: async (dossie) => {
      const entrada = new ZipDeflate(nomeDoArquivo(dossie), { level: 6 });
      entrada.mtime = mtime;
      zip.add(entrada);
      const documento = abrirDocumento({
        titulo: dossie.titulo,
        data,
        fontes,
        medidor,
        mesh,
        muitos: false,
        receber: (bytes) => entrada.push(bytes, false),
      });
      const folhas = documento.juntar(dossie);
      await documento.fechar();
      entrada.push(new Uint8Array(0), true);
      conferir();
      return folhas;
    },
    fechar: () => {
      zip.end();
      conferir();
      return Promise.resolve(partes.arquivo("application/zip"));
    },
  };
}
