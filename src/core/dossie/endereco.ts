/**
 * Address of a municipality's dossier.
 * @param metodo method in force as a difference from the default, as the address of other pages carries it; empty for the default
 */
export function enderecoDoMunicipio(codigo: number, metodo = ""): string {
  const params = metodo === "" ? "" : `?metodo=${encodeURIComponent(metodo)}`;
  return `#/municipio/${codigo}${params}`;
}
