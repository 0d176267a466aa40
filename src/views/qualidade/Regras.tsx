import { useMemo } from "react";
import { count } from "../../core/format.ts";
import { ESPECIE_ROTULO, ESPECIES } from "../../core/qualidade/regra.ts";
import type { Contexto } from "./contexto.ts";

/** Every rule in plain words: what it asks, why, where it comes from, what it cannot see, and how often it fired. */
export function Regras({ contexto }: { readonly contexto: Contexto }) {
  const { livro, avaliacao } = contexto;
  const { avaliadas, achados } = useMemo(() => {
    const contados = new Map<string, number>();
    for (const { regra } of avaliacao.achados) contados.set(regra, (contados.get(regra) ?? 0) + 1);
    for (const { regra } of avaliacao.achadosDeSerie) contados.set(regra, (contados.get(regra) ?? 0) + 1);
    return { avaliadas: new Map(avaliacao.avaliadas), achados: contados };
  }, [avaliacao]);
  return (
    <section className="qualidade-parte" aria-labelledby="qualidade-regras-titulo">
      <h2 id="qualidade-regras-titulo">As {count(livro.regras.length, "regra", "regras", "f")}</h2>
      {ESPECIES.map((especie) => {
        const regras = livro.regras.filter((regra) => regra.especie === especie);
        return (
          <details key={especie} className="qualidade-regras">
            <summary>
              {ESPECIE_ROTULO[especie]}: {count(regras.length, "regra", "regras", "f")}
            </summary>
            <ul>
              {regras.map((regra) => {
                const olhou = avaliadas.get(regra.id) ?? 0;
                return (
                  <li key={regra.id}>
                    <strong>{regra.nome}.</strong> {regra.porque}{" "}
                    <span className="ui-muted">
                      De onde vem: {regra.referencia}.{regra.limitacao === undefined ? "" : ` O que não vê: ${regra.limitacao}`}{" "}
                      {resultado(olhou, achados.get(regra.id) ?? 0)}
                    </span>
                  </li>
                );
              })}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function resultado(olhou: number, achou: number): string {
  if (olhou === 0 && achou === 0) return "Hoje não se aplica a nenhum dado carregado.";
  if (olhou === 0) return `Hoje: ${count(achou, "aviso", "avisos")}.`;
  return `Hoje: olhou ${count(olhou, "dado", "dados")}, ${count(achou, "aviso", "avisos")}.`;
}
