import { enderecoDoMunicipio } from "../../core/dossie/endereco.ts";
import type { Municipio } from "../../core/municipio.ts";
import { CartaoPorTema } from "../../ui/apoio/CartaoPorTema.tsx";
import { enderecoDe } from "./endereco.ts";
import type { ParteDeCoberturaProps } from "./parte.ts";

interface RumoProps extends Pick<ParteDeCoberturaProps, "pacto" | "norma" | "estado"> {
  readonly municipio: Municipio;
}

/** Where to go from a municipality: its plans, and the office that answers for a theme. */
export function RumoDoMunicipio({ municipio, pacto, norma, estado }: RumoProps) {
  const planos = enderecoDe({ ...estado, parte: "planos", municipio: null, planos: { ...estado.planos, municipio: municipio.codigo } });
  return (
    <section className="cobertura-rumo" aria-label={`O que fazer em ${municipio.nome}`}>
      <p>
        <a href={planos}>Ver os planos de {municipio.nome}</a> · <a href={enderecoDoMunicipio(municipio.codigo)}>Dossiê para a visita</a>
      </p>
      <CartaoPorTema pacto={pacto} norma={pacto.norma === null ? null : norma(pacto.norma)} />
    </section>
  );
}
