import { count, formatNumber } from "../../core/format.ts";
import { ESTADO_EXPLICA, ESTADO_ROTULO, ESTADOS } from "../../core/qualidade/celulas.ts";
import { ESPECIE_PERGUNTA, ESPECIE_ROTULO } from "../../core/qualidade/regra.ts";
import { type ContagemDeEstados, type ResumoDaEspecie, totalDe } from "../../core/qualidade/resumo.ts";
import type { Contexto } from "./contexto.ts";
import { EstadoIcone } from "./EstadoMarca.tsx";

export interface ResumoProps {
  readonly contexto: Pick<Contexto, "estado" | "mudar">;
  readonly especies: readonly ResumoDaEspecie[];
  /** All cells inside the filters, by state. */
  readonly contagem: ContagemDeEstados;
}

/** What each kind of rule found, and the states of all figures, which add up. Both filter the page. */
export function Resumo({ contexto, especies, contagem }: ResumoProps) {
  const { estado, mudar } = contexto;
  return (
    <section className="qualidade-resumo" aria-labelledby="qualidade-resumo-titulo">
      <h2 id="qualidade-resumo-titulo">O que as regras viram</h2>
      <ul className="qualidade-especies">
        {especies.map((resumo) => (
          <li key={resumo.especie}>
            <button
              type="button"
              className="qualidade-especie"
              aria-pressed={estado.especies.includes(resumo.especie)}
              onClick={() => {
                mudar({ especies: alternar(estado.especies, resumo.especie), item: null });
              }}
            >
              <strong>{ESPECIE_ROTULO[resumo.especie]}</strong>
              <span className="ui-muted ui-small">{ESPECIE_PERGUNTA[resumo.especie]}</span>
              <span className="qualidade-especie-conta">{achadosEmPalavras(resumo)}</span>
              <span className="ui-muted ui-small">{count(resumo.regras, "regra", "regras", "f")}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="qualidade-estados" role="group" aria-label="Dados por estado">
        {ESTADOS.map((nome) => (
          <button
            key={nome}
            type="button"
            className={`qualidade-estado qualidade-marca-${nome}`}
            aria-pressed={estado.estados.includes(nome)}
            title={`${ESTADO_ROTULO[nome]}: ${ESTADO_EXPLICA[nome]}`}
            onClick={() => {
              mudar({ estados: alternar(estado.estados, nome), item: null });
            }}
          >
            <EstadoIcone estado={nome} /> {ESTADO_ROTULO[nome]} <strong>{formatNumber(contagem[nome])}</strong>
          </button>
        ))}
        <span className="qualidade-total">
          = {count(totalDe(contagem), "dado", "dados")} <span className="ui-muted">(indicador × município × período)</span>
        </span>
      </div>
    </section>
  );
}

function achadosEmPalavras({ especie, estados, municipios, series }: ResumoDaEspecie): string {
  const partes: string[] = [];
  if (estados.erro > 0) partes.push(count(estados.erro, "erro", "erros"));
  if (estados["a-conferir"] > 0) partes.push(`${formatNumber(estados["a-conferir"])} a conferir`);
  if (estados["sem-dado"] > 0) partes.push(`${formatNumber(estados["sem-dado"])} sem dado`);
  const celulas =
    partes.length === 0 ? "" : `${partes.join(", ")} em ${count(municipios, "município", "municípios")}`;
  const dasSeries =
    series === 0
      ? ""
      : especie === "atualidade"
        ? `${count(series, "série atrasada", "séries atrasadas", "f")}`
        : `falta ano em ${count(series, "série", "séries", "f")}`;
  return [celulas, dasSeries].filter((texto) => texto !== "").join("; ") || "nada a conferir";
}

/** Adds an item to a filter or takes it out. */
export function alternar<T extends string>(itens: readonly T[], item: T): T[] {
  return itens.includes(item) ? itens.filter((outro) => outro !== item) : [...itens, item];
}

