/** The part of saxen in use; the package carries no types. */
declare module "saxen" {
  export class Parser {
    on(event: "openTag", listener: (name: string, attributes: () => Readonly<Record<string, string>>, decode: (text: string) => string) => void): this;
    on(event: "closeTag", listener: (name: string) => void): this;
    on(event: "text", listener: (text: string, decode: (text: string) => string) => void): this;
    on(event: "cdata", listener: (text: string) => void): this;
    on(event: "attention", listener: (text: string) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    ns(prefixes: Readonly<Record<string, string>>): this;
    write(xml: string): this;
    end(): Error | null;
  }
}
