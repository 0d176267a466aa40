import { memo, useMemo } from "react";
import { count } from "../../core/format.ts";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { INDICE } from "./estado.ts";
import type { GrupoIndicadores, Medida } from "./medida.ts";

export interface IndicatorPickerProps {
  readonly nomeIndice: string;
  readonly grupos: readonly GrupoIndicadores[];
  readonly medida: Medida;
  readonly onMudar: (indicador: string) => void;
}

/** Chooses what the map shows. */
export const IndicatorPicker = memo(function IndicatorPicker({ nomeIndice, grupos, medida, onMudar }: IndicatorPickerProps) {
  const opcoes = useMemo(
    () => [
      { valor: INDICE, rotulo: nomeIndice },
      ...grupos.flatMap(({ dimensao, indicadores }) =>
        indicadores.map(({ id, nome }) => ({ valor: id, rotulo: nome, grupo: dimensao })),
      ),
    ],
    [nomeIndice, grupos],
  );
  return (
    <div className="prioridades-indicador">
      <SelectField rotulo="O que o mapa mostra" valor={medida.id} opcoes={opcoes} onMudar={onMudar} />
    </div>
  );
});

/** Says in plain words what is on the map: question, direction, period, source, caveat. */
export const MeasureNote = memo(function MeasureNote({ medida }: { readonly medida: Medida }) {
  return (
    <div className="prioridades-ficha">
      <p>
        <strong>{medida.pergunta}</strong>{" "}
        <span className="prioridades-sentido">
          <span aria-hidden="true">{medida.marca}</span> {medida.sentido}
          {medida.periodo === null ? "" : ` · ${medida.periodo}`}
          {medida.unidade === "" ? "" : ` · ${medida.unidade}`}
        </span>
      </p>
      <details>
        <summary>Fonte e ressalva</summary>
        <p>
          <strong>Fonte:</strong> {medida.fonte}.
        </p>
        {medida.arquivos.map(({ texto, figuras }) => (
          <p key={texto}>
            <strong>Seu arquivo:</strong> {count(figuras, "valor", "valores")} de {texto}.
          </p>
        ))}
        <p>{medida.ressalva}</p>
        <p>
          <a href="#/metodologia">{medida.id === INDICE ? "Saiba como a nota é calculada" : "Veja a fórmula na metodologia"}</a>
        </p>
      </details>
    </div>
  );
});
