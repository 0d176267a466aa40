const IMPORT_SECTION = 2;
const EXPORT_SECTION = 7;
const HEADER_BYTES = 8;

interface Section {
  readonly id: number;
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

/** Reads little-endian base-128 numbers and strings of the WebAssembly binary format. */
class Cursor {
  readonly bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new RangeError("the wasm file ends too soon");
    this.at += 1;
    return value;
  }

  unsigned(): number {
    let result = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      result += (byte & 0x7f) * scale;
      if ((byte & 0x80) === 0) return result;
      scale *= 128;
    }
  }

  text(): string {
    const length = this.unsigned();
    const value = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return value;
  }

  skipLimits(): void {
    const flags = this.byte();
    this.unsigned();
    if ((flags & 1) !== 0) this.unsigned();
  }

  /** Skips the description of an import. Source: WebAssembly core specification, 5.5.5. */
  skipImportKind(): void {
    const kind = this.byte();
    if (kind === 0) this.unsigned();
    else if (kind === 1) {
      this.byte();
      this.skipLimits();
    } else if (kind === 2) this.skipLimits();
    else if (kind === 3) this.at += 2;
    else if (kind === 4) {
      this.byte();
      this.unsigned();
    } else throw new RangeError(`unknown import kind ${kind}`);
  }
}

export interface StrippedWasm {
  readonly wasm: Uint8Array;
  readonly total: number;
  readonly kept: number;
}

/** Every identifier a glue script could name an export by. */
export function glueNames(scripts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const script of scripts) {
    for (const [name] of script.matchAll(/[A-Za-z_$][\w$]*/g)) {
      names.add(name);
      // The glue reaches the export `malloc` as `_malloc`.
      if (name.startsWith("_")) names.add(name.slice(1));
    }
  }
  return names;
}

/**
 * Rewrites only the export section, keeping the names given and those the module
 * itself imports through `GOT.mem` and `GOT.func` (the glue fills these entries
 * from the exports). Code, data and indices stay as they are.
 */
export function stripExports(wasm: Uint8Array, keep: ReadonlySet<string>): StrippedWasm {
  const sections = readSections(wasm);
  const exportSection = sections.find((section) => section.id === EXPORT_SECTION);
  if (exportSection === undefined) throw new RangeError("the wasm file exports nothing");
  const needed = new Set([...keep, ...gotImports(wasm, sections)]);

  const cursor = new Cursor(wasm, exportSection.bodyStart);
  const total = cursor.unsigned();
  const entries: Uint8Array[] = [];
  for (let i = 0; i < total; i += 1) {
    const start = cursor.at;
    const name = cursor.text();
    cursor.byte();
    cursor.unsigned();
    if (needed.has(name)) entries.push(wasm.subarray(start, cursor.at));
  }
  if (cursor.at !== exportSection.end) throw new RangeError("the export section has an unexpected length");

  const count = encodeUnsigned(entries.length);
  const bodyBytes = entries.reduce((sum, entry) => sum + entry.byteLength, count.byteLength);
  const parts = [
    wasm.subarray(0, exportSection.start),
    Uint8Array.of(EXPORT_SECTION),
    encodeUnsigned(bodyBytes),
    count,
    ...entries,
    wasm.subarray(exportSection.end),
  ];
  return { wasm: concat(parts), total, kept: entries.length };
}

function readSections(wasm: Uint8Array): readonly Section[] {
  const sections: Section[] = [];
  const cursor = new Cursor(wasm, HEADER_BYTES);
  while (cursor.at < wasm.byteLength) {
    const start = cursor.at;
    const id = cursor.byte();
    const length = cursor.unsigned();
    const bodyStart = cursor.at;
    cursor.at += length;
    sections.push({ id, start, bodyStart, end: cursor.at });
  }
  if (cursor.at !== wasm.byteLength) throw new RangeError("the wasm file ends inside a section");
  return sections;
}

function gotImports(wasm: Uint8Array, sections: readonly Section[]): readonly string[] {
  const section = sections.find(({ id }) => id === IMPORT_SECTION);
  if (section === undefined) return [];
  const names: string[] = [];
  const cursor = new Cursor(wasm, section.bodyStart);
  const count = cursor.unsigned();
  for (let i = 0; i < count; i += 1) {
    const module = cursor.text();
    const name = cursor.text();
    cursor.skipImportKind();
    if (module === "GOT.mem" || module === "GOT.func") names.push(name);
  }
  return names;
}

function encodeUnsigned(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.byteLength;
  }
  return result;
}
