import { compareNames } from "../../core/format.ts";

/** Files taken from one drop; a folder with more is cut, and said. */
export const MAX_ARQUIVOS = 200;

export interface Soltos {
  readonly files: readonly File[];
  /** True when the folder had more files than are taken. */
  readonly isCut: boolean;
}

/**
 * The files of a drop, those inside folders included where the browser opens them.
 * Must be called inside the drop event: after it the browser forgets what was dropped.
 */
export function soltos(transfer: DataTransfer): Promise<Soltos> {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const found = items.map((item) => ({ entry: entryOf(item), file: item.getAsFile() }));
  const loose = [...transfer.files];
  return gather(found, loose);
}

async function gather(
  found: readonly { readonly entry: FileSystemEntry | null; readonly file: File | null }[],
  loose: readonly File[],
): Promise<Soltos> {
  const files: File[] = [];
  let isCut = false;
  const take = (file: File): void => {
    if (isOfTheSystem(file.name)) return;
    if (files.length < MAX_ARQUIVOS) files.push(file);
    else isCut = true;
  };
  for (const { entry, file } of found) {
    if (entry !== null && isDirectory(entry)) for (const inside of await filesIn(entry)) take(inside);
    else if (file !== null) take(file);
  }
  if (found.length === 0) loose.forEach(take);
  return { files, isCut };
}

function entryOf(item: DataTransferItem): FileSystemEntry | null {
  return "webkitGetAsEntry" in item ? item.webkitGetAsEntry() : null;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** Files the system leaves in folders (".DS_Store", "~$planilha.xlsx") are nobody's data. */
function isOfTheSystem(name: string): boolean {
  return /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = [];
  const folders: FileSystemDirectoryEntry[] = [folder];
  for (let next = folders.pop(); next !== undefined && files.length <= MAX_ARQUIVOS; next = folders.pop()) {
    for (const entry of await entriesOf(next)) {
      if (isDirectory(entry)) folders.push(entry);
      else if (isFile(entry)) files.push(await fileOf(entry));
    }
  }
  return files.sort((a, b) => compareNames(a.name, b.name));
}

/** A reader gives a folder's entries in parts, and an empty part at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return all;
    all.push(...part);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
