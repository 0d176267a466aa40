import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Resident bytes of a renderer, a page with all its workers: its own. The browser's
 * program, mapped from the disk and shared by all its processes, is not counted.
 */
export interface Resident {
  readonly pico: number;
  readonly agora: number;
}

/** Forgets the peaks of the renderers this process started, so that the next ones count from now. */
export function resetPeaks(): void {
  // "5" puts the peak of resident memory back to what it is now.
  for (const pid of renderers()) writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** Memory of the fullest renderer this process started. Null where the system has no `/proc`. */
export function readResident(): Resident | null {
  const sizes = renderers().map((pid) => ({ pico: bytes(pid, "VmHWM") - bytes(pid, "RssFile"), agora: bytes(pid, "VmRSS") - bytes(pid, "RssFile") }));
  return sizes.length === 0 ? null : sizes.reduce((a, b) => (b.pico > a.pico ? b : a));
}

function renderers(): string[] {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(pids.map((pid) => [pid, field(pid, "PPid")]));
  const isOurs = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(process.pid) || isOurs(parents.get(pid)));
  return pids.filter((pid) => isOurs(pid) && read(`/proc/${pid}/cmdline`).includes("--type=renderer"));
}

function bytes(pid: string, name: string): number {
  return 1024 * Number(field(pid, name) ?? 0);
}

function field(pid: string, name: string): string | undefined {
  return new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(read(`/proc/${pid}/status`))?.[1];
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process ended between the listing and the reading.
    return "";
  }
}
