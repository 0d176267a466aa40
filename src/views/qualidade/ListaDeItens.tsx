import { useState } from "react";
import { formatNumber } from "../../core/format.ts";
import type { Achado } from "../../core/qualidade/achado.ts";
import type { Marcas } from "../../core/qualidade/acompanhamento.ts";
import { fraseDoAchado, type Nomes } from "../../core/qualidade/frase.ts";
import { Empty } from "../../ui/states/Empty.tsx";
import { EstadoMarca } from "./EstadoMarca.tsx";
import { marcaEmPalavras } from "./marca.ts";
import { itemDe } from "./recorte.ts";

const PAGINA = 20;

interface ListaDeItensProps {
  readonly achados: readonly Achado[];
  readonly nomes: Nomes;
  readonly marcas: Marcas;
  readonly escolhido: string | null;
  readonly onEscolher: (achado: Achado) => void;
}

/** The findings on a screen too narrow for a table: one below the other, some at a time. */
export function ListaDeItens({ achados, nomes, marcas, escolhido, onEscolher }: ListaDeItensProps) {
  const [quantos, setQuantos] = useState(PAGINA);
  if (achados.length === 0) return <Empty mensagem="Nada a conferir com os filtros escolhidos." />;
  return (
    <div className="qualidade-lista">
      <ol>
        {achados.slice(0, quantos).map((achado) => {
          const item = itemDe(achado);
          const marca = marcaEmPalavras(achado, marcas);
          return (
            <li key={item}>
              <button
                type="button"
                className="qualidade-lista-item"
                aria-pressed={item === escolhido}
                onClick={() => {
                  onEscolher(achado);
                }}
              >
                <span className="ui-row">
                  <strong>{nomes.municipios.get(achado.codigo) ?? achado.codigo}</strong>
                  <EstadoMarca estado={achado.gravidade} />
                </span>
                <span>{fraseDoAchado(achado, nomes)}</span>
                {marca === "" ? null : <span className="ui-muted ui-small">{marca}</span>}
              </button>
            </li>
          );
        })}
      </ol>
      {quantos >= achados.length ? null : (
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            setQuantos(quantos + PAGINA);
          }}
        >
          Mostrar mais {formatNumber(Math.min(PAGINA, achados.length - quantos))} de {formatNumber(achados.length - quantos)}
        </button>
      )}
    </div>
  );
}
