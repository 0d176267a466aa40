import { useId, useMemo, useState, useSyncExternalStore } from "react";
import { compareNames, count } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { MOTIVO_MAXIMO, type Gatilho, type Gatilhos as Guarda } from "../../../data/metodo/gatilhos.ts";

const SUGESTOES = ["denúncia em apuração", "decisão judicial", "requisição do Ministério Público", "pedido do município", "calamidade ou emergência"];
const NENHUM = "";

export interface GatilhosProps {
  readonly guarda: Guarda;
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome">[];
}

/** Visits that something requires: entered here, kept in the tab, taken back with one click. */
export function Gatilhos({ guarda, municipios }: GatilhosProps) {
  const lista = useSyncExternalStore(guarda.subscribe, guarda.ler);
  const id = useId();
  const [codigo, setCodigo] = useState(NENHUM);
  const [motivo, setMotivo] = useState("");
  const [falta, setFalta] = useState("");
  const [retirado, setRetirado] = useState<Gatilho | null>(null);
  const nomes = useMemo(() => new Map(municipios.map((m) => [m.codigo, m.nome])), [municipios]);
  const opcoes = useMemo(
    () => [
      { valor: NENHUM, rotulo: "Escolha o município" },
      ...municipios
        .toSorted((a, b) => compareNames(a.nome, b.nome))
        .map((m) => ({ valor: String(m.codigo), rotulo: m.nome })),
    ],
    [municipios],
  );
  const exigir = (): void => {
    if (codigo === NENHUM || motivo.trim() === "") {
      setFalta(codigo === NENHUM ? "Escolha o município." : "Escreva o motivo: sem motivo não há exigência a defender.");
      return;
    }
    guarda.exigir({ codigo: Number(codigo), motivo });
    setFalta("");
    setCodigo(NENHUM);
    setMotivo("");
    setRetirado(null);
  };
  return (
    <section className="prioridades-gatilhos ui-no-print" aria-labelledby={`${id}-titulo`}>
      <h3 id={`${id}-titulo`}>Visitas exigidas: {count(lista.length, "gatilho", "gatilhos")}</h3>
      <p className="ui-small ui-muted">
        Quem tem visita exigida entra na lista qualquer que seja a nota, e não ganha pontos. O motivo fica só na memória desta aba: não vai
        para o endereço, para o arquivo nem para o público, e some ao recarregar a página. Não escreva nomes de pessoas.
      </p>
      <form
        className="prioridades-gatilhos-campos"
        onSubmit={(event) => {
          event.preventDefault();
          exigir();
        }}
      >
        <SelectField rotulo="Município" valor={codigo} opcoes={opcoes} onMudar={setCodigo} />
        <div className="filters-field">
          <label htmlFor={`${id}-motivo`}>Motivo</label>
          <input
            id={`${id}-motivo`}
            className="ui-input"
            value={motivo}
            maxLength={MOTIVO_MAXIMO}
            autoComplete="off"
            list={`${id}-sugestoes`}
            onChange={(event) => {
              setMotivo(event.target.value);
            }}
          />
          <datalist id={`${id}-sugestoes`}>
            {SUGESTOES.map((texto) => (
              <option key={texto} value={texto} />
            ))}
          </datalist>
        </div>
        <button type="submit" className="ui-button">
          Exigir visita
        </button>
      </form>
      <div role="status" className="ui-small">
        {falta}
        {retirado === null ? null : (
          <>
            Retirado: {nomes.get(retirado.codigo) ?? retirado.codigo}.{" "}
            <button
              type="button"
              className="ui-button ui-button-quiet"
              onClick={() => {
                guarda.exigir(retirado);
                setRetirado(null);
              }}
            >
              Desfazer
            </button>
          </>
        )}
      </div>
      {lista.length === 0 ? null : (
        <ul className="prioridades-gatilhos-lista">
          {lista.map((gatilho) => (
            <li key={`${gatilho.codigo} ${gatilho.motivo}`}>
              <span>
                <strong>{nomes.get(gatilho.codigo) ?? gatilho.codigo}</strong>: {gatilho.motivo}
                {nomes.has(gatilho.codigo) ? "" : " (não está entre os municípios carregados)"}
              </span>
              <button
                type="button"
                className="ui-button ui-button-quiet"
                onClick={() => {
                  guarda.retirar(gatilho);
                  setRetirado(gatilho);
                }}
              >
                Retirar<span className="ui-hidden"> a exigência de {nomes.get(gatilho.codigo) ?? gatilho.codigo}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
