/** Bytes kept by themselves before they are handed to the browser, which may put them out of memory. */
const POR_PARTE = 4 * 1024 * 1024;

/** A file that grows. */
export interface Partes {
  readonly juntar: (bytes: Uint8Array) => void;
  readonly arquivo: (type: string) => Blob;
}

export function juntarPartes(): Partes {
  const blobs: Blob[] = [];
  let soltos: BlobPart[] = [];
  let bytesSoltos = 0;
  const guardar = (): void => {
    if (soltos.length > 0) blobs.push(new Blob(soltos));
    soltos = [];
    bytesSoltos = 0;
  };
  return {
    juntar: (bytes) => {
      // A copy: the writer may use its memory again.
      soltos.push(bytes.slice());
      bytesSoltos += bytes.length;
      if (bytesSoltos >= POR_PARTE) guardar();
    },
    arquivo: (type) => {
      guardar();
      return new Blob(blobs, { type });
    },
  };
}
