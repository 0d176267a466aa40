import { memo, useId } from "react";
import { PAPEIS, type GrupoDeIndicadores, type Papel } from "./mapeamento.ts";

export interface ColunaDoMapeamentoProps {
  readonly titulo: string;
  /** The data of persons it announces or shows; such a column cannot be chosen. */
  readonly pessoal: string | null;
  readonly exemplos: readonly string[];
  readonly papel: Papel;
  readonly indicador: string;
  readonly grupos: readonly GrupoDeIndicadores[];
  readonly onMudar: (papel: Papel, indicador: string) => void;
}

/** One column of the file: its title, what it looks like, what it is. */
export const ColunaDoMapeamento = memo(
  function ColunaDoMapeamento({ titulo, pessoal, exemplos, papel, indicador, grupos, onMudar }: ColunaDoMapeamentoProps) {
    const id = useId();
    const nome = titulo === "" ? "(sem título)" : titulo;
    if (pessoal !== null) {
      return (
        <li className="dados-coluna">
          <div>
            <strong>{nome}</strong>
            <p className="ui-muted ui-small">valores ocultos</p>
          </div>
          <p className="ui-small">
            Não é lida: traz dado de pessoa ({pessoal}). LGPD, art. 6º, III: só o dado necessário.
          </p>
        </li>
      );
    }
    return (
      <li className={papel === "ignorar" ? "dados-coluna" : "dados-coluna dados-coluna-usada"}>
        <div>
          <label htmlFor={id}>
            <strong>{nome}</strong>
          </label>
          <p className="ui-muted ui-small">{exemplos.length === 0 ? "sem valores no começo" : `por exemplo: ${exemplos.join(" · ")}`}</p>
        </div>
        <div className="dados-coluna-escolhas">
          <select
            id={id}
            className="ui-select"
            value={papel}
            onChange={(event) => {
              const chosen = PAPEIS.find(({ valor }) => valor === event.target.value)?.valor;
              if (chosen !== undefined) onMudar(chosen, chosen === "valor" ? indicador : "");
            }}
          >
            {PAPEIS.map(({ valor, rotulo }) => (
              <option key={valor} value={valor}>
                {rotulo}
              </option>
            ))}
          </select>
          {papel === "valor" ? (
            <select
              className="ui-select"
              aria-label={`Indicador da coluna ${nome}`}
              value={indicador}
              onChange={(event) => {
                onMudar("valor", event.target.value);
              }}
            >
              <option value="">escolha o indicador</option>
              {grupos.map(({ dimensao, indicadores }) => (
                <optgroup key={dimensao} label={dimensao}>
                  {indicadores.map(({ id: indicadorId, nome: longo, unidade }) => (
                    <option key={indicadorId} value={indicadorId}>
                      {unidade === "" ? longo : `${longo} (${unidade})`}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          ) : null}
        </div>
      </li>
    );
  },
  (before, after) =>
    before.titulo === after.titulo &&
    before.pessoal === after.pessoal &&
    before.papel === after.papel &&
    before.indicador === after.indicador &&
    before.grupos === after.grupos,
);
