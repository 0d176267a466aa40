/** The part in use of datapackage 1.1 (Frictionless), which brings no types. */
declare module "datapackage" {
  export interface Resource {
    readonly name: string;
    readonly headers: readonly string[] | null;
    /** Reads and casts every row; rejects at the first problem of the data. */
    readonly read: (options?: { readonly keyed?: boolean; readonly relations?: boolean }) => Promise<readonly (readonly unknown[])[]>;
  }

  export class Package {
    static load(descriptor: object, options: { readonly basePath: string; readonly strict?: boolean }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
}
