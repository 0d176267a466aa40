declare module "@generated/*?url" {
  const url: string;
  export default url;
}

declare module "@generated/engine/engine.json" {
  const engine: { readonly bytes: number };
  export default engine;
}

declare module "@generated/qualidade.json" {
  const regras: unknown;
  export default regras;
}

declare module "@generated/denuncias.json" {
  const denuncias: unknown;
  export default denuncias;
}

declare module "@generated/apoio.json" {
  const apoio: unknown;
  export default apoio;
}

declare module "@generated/visitas.json" {
  const visitas: unknown;
  export default visitas;
}
