import { useMemo, useState } from "react";
import { compareNames, count } from "../../../core/format.ts";
import { fold, matches } from "../../../core/search.ts";
import { SearchField } from "../../../ui/filters/SearchField.tsx";
import { useWide } from "../../../ui/use-wide.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { MapaDeEscolha } from "./MapaDeEscolha.tsx";

interface EscolhaProps extends Pick<ParteDeTransparenciaProps, "municipios" | "mesh" | "territorio" | "enderecoDe" | "mudar" | "nome"> {
  readonly codigo: number | null;
}

/** Most names offered at once while typing. */
const MAIS_ACHADOS = 8;

/** Three ways to a municipality: its name, the map, the whole list. The map and the list are folded away once one is chosen. */
export function Escolha({ codigo, municipios, mesh, territorio, enderecoDe, mudar, nome }: EscolhaProps) {
  const [busca, setBusca] = useState("");
  // All the names one under another are five screens of a telephone.
  const isLarga = useWide();
  const emOrdem = useMemo(() => [...municipios].sort((a, b) => compareNames(a.nome, b.nome)), [municipios]);
  const achados = useMemo(() => procurar(emOrdem, busca), [emOrdem, busca]);
  const link = (de: number, texto: string) => (
    <a
      href={enderecoDe("municipio", { codigo: de })}
      aria-current={de === codigo ? "page" : undefined}
      onClick={() => {
        setBusca("");
      }}
    >
      {texto}
    </a>
  );
  const mapa = (
    <MapaDeEscolha
      mesh={mesh}
      municipios={municipios}
      territorio={territorio}
      codigo={codigo}
      onEscolher={(escolhido) => {
        mudar({ codigo: escolhido });
      }}
    />
  );
  const lista = (
    <ul className="municipio-todos">
      {emOrdem.map((municipio) => (
        <li key={municipio.codigo}>{link(municipio.codigo, municipio.nome)}</li>
      ))}
    </ul>
  );
  return (
    <section className="municipio-escolha" aria-label="Escolha do município">
      <div className="municipio-busca">
        <SearchField
          rotulo={codigo === null ? "Nome da cidade" : "Ver outra cidade"}
          valor={busca}
          onMudar={setBusca}
        />
        {busca === "" ? null : (
          <>
            <p className="ui-small" role="status">
              {dizAchados(achados.length, busca)}
            </p>
            <ul className="municipio-achados">
              {achados.slice(0, MAIS_ACHADOS).map((municipio) => (
                <li key={municipio.codigo}>{link(municipio.codigo, municipio.nome)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {codigo === null ? (
        <div className="municipio-caminhos">
          <div>
            <h2>Ou escolha no mapa</h2>
            {mapa}
          </div>
          <details className="municipio-lista" open={isLarga}>
            <summary>
              <h2>Ou escolha na lista</h2>
            </summary>
            {lista}
          </details>
        </div>
      ) : (
        <details className="municipio-lista">
          <summary>Escolher outra cidade no mapa ou na lista</summary>
          <div className="municipio-caminhos">
            {mapa}
            {lista}
          </div>
        </details>
      )}
      <span className="ui-hidden" role="status">
        {codigo === null ? "" : `Na tela: ${nome(codigo)}`}
      </span>
    </section>
  );
}

type Municipios = EscolhaProps["municipios"];

/** Names that start as typed first, then those that hold it. */
function procurar(emOrdem: Municipios, busca: string): Municipios {
  const digitado = fold(busca);
  if (digitado === "") return [];
  const achados = emOrdem.filter(({ nome }) => matches(nome, busca));
  const comeca = achados.filter(({ nome }) => fold(nome).startsWith(digitado));
  return [...comeca, ...achados.filter((municipio) => !comeca.includes(municipio))];
}

function dizAchados(quantos: number, busca: string): string {
  if (quantos === 0) return `Nenhuma cidade com “${busca}” no nome. Confira como se escreve, ou use a lista.`;
  const mais = quantos > MAIS_ACHADOS ? `, e aqui estão as ${MAIS_ACHADOS} primeiras` : "";
  return `${count(quantos, "cidade achada", "cidades achadas", "f")}${mais}.`;
}
