import { codec, type Estado } from "./estado.ts";

/** Link to the page in a state. */
export function enderecoDe(estado: Estado): string {
  const params = new URLSearchParams(codec.encode(estado)).toString();
  return params === "" ? "#/cobertura" : `#/cobertura?${params}`;
}
