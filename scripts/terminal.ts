import { pathToFileURL } from "node:url";

/** What one run of a command prints and how it ends. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  /** 1: it could not be done, or what was checked is not so; 2: the command line cannot be read. */
  readonly code: 0 | 1 | 2;
}

/** Runs a command with the process's own arguments when its module is the one started; imported, does nothing. */
export async function runInTerminal(moduleUrl: string, command: (args: readonly string[]) => Promise<Answer>): Promise<void> {
  if (process.argv[1] === undefined || moduleUrl !== pathToFileURL(process.argv[1]).href) return;
  try {
    const { stdout, stderr, code } = await command(process.argv.slice(2));
    process.stderr.write(stderr);
    process.stdout.write(stdout);
    process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
