import { useMemo, useState } from "react";
import { count } from "../../core/format.ts";
import { chaveDoConflito, type Escolha } from "../../core/mescla/index.ts";
import { Conflitos, type GrupoDeConflitos } from "./Conflitos.tsx";
import type { NomesDosRegistros } from "./titulos.ts";
import { useAvisoAoSair } from "./use-aviso-ao-sair.ts";
import type { TrabalhoEmUso } from "./use-trabalho.ts";
import "./trabalho.css";

interface SituacaoDoTrabalhoProps {
  readonly trabalho: TrabalhoEmUso;
  readonly nomes: NomesDosRegistros;
}

/**
 * What the user has to know of where the work is kept: what is only on this page and
 * why, what another tab changed meanwhile, and what can be undone. Nothing when all is well.
 */
export function SituacaoDoTrabalho({ trabalho, nomes }: SituacaoDoTrabalhoProps) {
  const { avisos, pendentes, perde, desfaz, conflitos } = trabalho;
  const [dito, setDito] = useState("");
  useAvisoAoSair(perde);
  return (
    <>
      {avisos.map(({ motivo, conserto }) => (
        <p key={motivo} className="trabalho-aviso" role="alert">
          <strong>{motivo}</strong> {conserto}
        </p>
      ))}
      {pendentes === 0 ? null : (
        <p className="trabalho-aviso">
          {count(pendentes, "registro está", "registros estão")} só nesta página.
          {perde ? " Se ela fechar agora, perdem-se." : " O arquivo que você exportou os tem."}
        </p>
      )}
      {conflitos.length === 0 ? null : <ComOutraAba trabalho={trabalho} nomes={nomes} />}
      <div className="ui-row trabalho-desfazer">
        {desfaz === null ? null : (
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              void trabalho.desfazer().then(() => {
                setDito(`Desfeito: ${desfaz}.`);
              });
            }}
          >
            Desfazer: {desfaz}
          </button>
        )}
        <span role="status" className="ui-small">
          {dito}
        </span>
      </div>
    </>
  );
}

const LADOS = { meu: "nesta aba", deles: "na outra aba" } as const;

/** Fields that two tabs changed at the same time. */
function ComOutraAba({ trabalho, nomes }: SituacaoDoTrabalhoProps) {
  const { conflitos, registros } = trabalho;
  const [escolhas, setEscolhas] = useState<ReadonlyMap<string, Escolha>>(new Map());
  const grupos = useMemo(() => {
    const porId = new Map(registros.map((cada) => [cada.id, cada]));
    const ids = [...new Set(conflitos.map(({ id }) => id))];
    return ids.flatMap((id): GrupoDeConflitos[] => {
      const doRegistro = conflitos.filter((conflito) => conflito.id === id);
      const remocao = doRegistro.find((conflito) => conflito.tipo === "remocao");
      const registro = remocao === undefined ? porId.get(id) : remocao.meu.removido ? remocao.deles : remocao.meu;
      return registro === undefined ? [] : [{ registro, conflitos: doRegistro }];
    });
  }, [conflitos, registros]);
  const faltam = conflitos.filter((conflito) => !escolhas.has(chaveDoConflito(conflito))).length;
  return (
    <section className="trabalho-aviso" aria-label="Mudanças feitas também em outra aba">
      <h3>Outra aba mudou os mesmos campos</h3>
      <p>Escolha, campo por campo, qual das duas fica. Até lá, a sua mudança está só nesta página.</p>
      <Conflitos
        grupos={grupos}
        nomes={nomes}
        lados={LADOS}
        temBase
        escolha={(chave) => escolhas.get(chave) ?? null}
        onEscolher={(chave, lado) => {
          setEscolhas(new Map(escolhas).set(chave, lado));
        }}
      />
      <div className="ui-row">
        <button
          type="button"
          className="ui-button ui-button-primary"
          disabled={faltam > 0}
          onClick={() => {
            for (const { registro } of grupos) void trabalho.decidir(registro.id, escolhas);
            setEscolhas(new Map());
          }}
        >
          Guardar as escolhas
        </button>
        <span className="ui-small" role="status">
          {faltam === 0 ? "Tudo escolhido." : `${faltam === 1 ? "Falta" : "Faltam"} ${count(faltam, "campo", "campos")}.`}
        </span>
      </div>
    </section>
  );
}
