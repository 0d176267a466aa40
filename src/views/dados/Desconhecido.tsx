import { useEffect, useRef, useState } from "react";
import { joinPt } from "../../core/format.ts";
import type { Indicador } from "../../core/indicador.ts";
import type { Dimensao } from "../../core/territorio.ts";
import type { Candidate, FileReport, TablePreview } from "../../data/import/report.ts";
import { mappingFor, type Mapping } from "../../data/layouts/mapping.ts";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import type { LayoutConhecido } from "./conhecido.ts";
import { semelhancaEmPalavras } from "./desfecho.ts";
import type { Escolha } from "./entrada.ts";
import { colunasDePessoas } from "./mapeamento.ts";
import { Mapeamento } from "./Mapeamento.tsx";

/** Ways out for a file nobody recognised: the nearest layouts, another one, or its columns said one by one. */
export function Desconhecido({
  relatorio: { arquivo, candidatos },
  previa,
  layouts,
  mapeamentos,
  catalogo,
  dimensoes,
  onReler,
  onMapear,
}: {
  readonly relatorio: Pick<FileReport, "arquivo" | "candidatos">;
  readonly previa: TablePreview;
  readonly layouts: readonly LayoutConhecido[];
  readonly mapeamentos: readonly Mapping[];
  readonly catalogo: readonly Indicador[];
  readonly dimensoes: readonly Dimensao[];
  readonly onReler: (escolha: Escolha) => void;
  readonly onMapear: (mapeamento: Mapping) => void;
}) {
  const [isMapping, setIsMapping] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasMapping = useRef(false);
  useEffect(() => {
    if (wasMapping.current && !isMapping) opener.current?.focus();
    wasMapping.current = isMapping;
  }, [isMapping]);
  const dePessoas = colunasDePessoas(previa);
  const guardado = mappingFor(previa.titulos, mapeamentos);
  return (
    <div className="ui-stack">
      {guardado === null ? null : (
        <p className="dados-notice">
          Há um mapeamento guardado para este cabeçalho: “{guardado.nome}”.{" "}
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              onReler({ mapeamento: guardado });
            }}
          >
            Usar este mapeamento
          </button>
        </p>
      )}
      {dePessoas === null ? null : <p className="dados-notice">{dePessoas}</p>}
      {isMapping ? (
        <Mapeamento
          arquivo={arquivo}
          previa={previa}
          catalogo={catalogo}
          dimensoes={dimensoes}
          onCarregar={onMapear}
          onFechar={() => {
            setIsMapping(false);
          }}
        />
      ) : (
        <>
          <div>
            <button
              ref={opener}
              type="button"
              className="ui-button ui-button-primary"
              onClick={() => {
                setIsMapping(true);
              }}
            >
              Dizer o que é cada coluna
            </button>
          </div>
          <Parecidos candidatos={candidatos} onReler={onReler} />
          <Outro layouts={layouts} onReler={onReler} />
        </>
      )}
    </div>
  );
}

const FALTAS = 6;

function Parecidos({ candidatos, onReler }: { readonly candidatos: readonly Candidate[]; readonly onReler: (escolha: Escolha) => void }) {
  if (candidatos.length === 0) return <p>Não se parece com nenhum dos arquivos oficiais que o aplicativo conhece.</p>;
  return (
    <div className="ui-stack">
      <h3>Com que se parece</h3>
      <ul className="dados-candidatos">
        {candidatos.map(({ id, titulo, confianca, motivo, faltam }) => (
          <li key={id}>
            <p>
              <strong>{titulo}</strong> <span className="ui-muted">({semelhancaEmPalavras(confianca)})</span>
            </p>
            <p>{motivo}</p>
            {faltam.length === 0 ? null : (
              <p className="ui-muted">
                {faltam.length === 1 ? "Falta a coluna" : "Faltam as colunas"} {listar(faltam)}.
              </p>
            )}
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                onReler({ layout: id });
              }}
            >
              Ler como este<span className="ui-hidden"> arquivo, {titulo}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function listar(nomes: readonly string[]): string {
  if (nomes.length <= FALTAS) return joinPt(nomes);
  return `${nomes.slice(0, FALTAS).join(", ")} e mais ${String(nomes.length - FALTAS)}`;
}

function Outro({ layouts, onReler }: { readonly layouts: readonly LayoutConhecido[]; readonly onReler: (escolha: Escolha) => void }) {
  const [first] = layouts;
  const [escolhido, setEscolhido] = useState(first?.id ?? "");
  if (first === undefined) return null;
  return (
    <div className="dados-outro">
      <SelectField
        rotulo="Ou ler como outro arquivo oficial"
        valor={escolhido}
        opcoes={layouts.map(({ id, titulo }) => ({ valor: id, rotulo: titulo }))}
        onMudar={setEscolhido}
      />
      <button
        type="button"
        className="ui-button"
        onClick={() => {
          onReler({ layout: escolhido });
        }}
      >
        Ler como o escolhido
      </button>
    </div>
  );
}
