import { useMemo } from "react";
import { compareNames, count, formatNumber } from "../../../core/format.ts";
import { ESPECIE_ROTULO, ESPECIES, orgaosDosPlanos, ORIGEM_ROTULO, ORIGENS, SITUACAO_ROTULO, SITUACOES_DA_ACAO } from "../../../core/planos/index.ts";
import { MultiSelect } from "../../../ui/filters/MultiSelect.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import type { ContextoDosPlanos } from "./contexto.ts";

/** How to begin a plan, and which plans to see. */
export function Ferramentas(props: ContextoDosPlanos) {
  const { filtro, trabalho, onNovo } = props;
  return (
    <>
      <div className="ui-row ui-no-print">
        <button
          type="button"
          className="ui-button ui-button-primary"
          onClick={() => {
            onNovo({ novo: "plano", campos: { especie: "providencias", inicio: props.hoje, ...(filtro.municipio === null ? {} : { municipio: filtro.municipio }) } });
          }}
        >
          Novo plano
        </button>
        {trabalho.desfaz === null ? null : (
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              void trabalho.desfazer();
            }}
          >
            Desfazer: {trabalho.desfaz}
          </button>
        )}
        <a href="#/cobertura?parte=trabalho">Exportar ou juntar o seu trabalho</a>
      </div>
      {trabalho.avisos.length === 0 ? null : (
        <ul className="planos-avisos" role="status">
          {trabalho.avisos.map(({ motivo, conserto }) => (
            <li key={motivo}>
              {motivo} {conserto}
            </li>
          ))}
        </ul>
      )}
      <Fontes {...props} />
      <Filtros {...props} />
    </>
  );
}

/** Where plans of the demonstration and of the user stand apart. */
function Fontes({ escolha, filtrar }: ContextoDosPlanos) {
  if (escolha === null) return null;
  const { fonte, doExtrato, doTrabalho } = escolha;
  return (
    <fieldset className="planos-fontes ui-no-print">
      <legend>Planos mostrados</legend>
      {(
        [
          ["trabalho", `Seu trabalho (${formatNumber(doTrabalho)})`],
          ["extrato", `Demonstração (${formatNumber(doExtrato)})`],
        ] as const
      ).map(([valor, rotulo]) => (
        <label key={valor}>
          <input
            type="radio"
            name="planos-fonte"
            checked={fonte === valor}
            onChange={() => {
              filtrar({ fonte: valor });
            }}
          />
          {rotulo}
        </label>
      ))}
    </fieldset>
  );
}

function Filtros({ filtro, filtrar, municipios, daqui, planos }: ContextoDosPlanos) {
  const nomes = useMemo(() => {
    const daLista = [...municipios].sort((a, b) => compareNames(a.nome, b.nome)).map(({ codigo, nome }) => ({ valor: String(codigo), rotulo: nome }));
    const deFora = filtro.municipio === null || municipios.some(({ codigo }) => codigo === filtro.municipio) ? [] : [{ valor: String(filtro.municipio), rotulo: `${filtro.municipio} (fora da lista)` }];
    return [{ valor: "", rotulo: "todos" }, ...deFora, ...daLista];
  }, [municipios, filtro.municipio]);
  const orgaos = useMemo(() => {
    const dosPlanos = orgaosDosPlanos(daqui).map(({ orgao }) => orgao);
    const todos = filtro.orgao === "" || dosPlanos.includes(filtro.orgao) ? dosPlanos : [filtro.orgao, ...dosPlanos];
    return [{ valor: "", rotulo: "todos" }, ...todos.sort(compareNames).map((orgao) => ({ valor: orgao, rotulo: orgao }))];
  }, [daqui, filtro.orgao]);
  return (
    <section className="planos-filtros ui-no-print" aria-label="Filtros dos planos">
      <SelectField
        rotulo="Município"
        valor={filtro.municipio === null ? "" : String(filtro.municipio)}
        opcoes={nomes}
        onMudar={(valor) => {
          filtrar({ municipio: valor === "" ? null : Number(valor) });
        }}
      />
      <SelectField
        rotulo="Órgão responsável"
        valor={filtro.orgao}
        opcoes={orgaos}
        onMudar={(orgao) => {
          filtrar({ orgao });
        }}
      />
      <MultiSelect
        rotulo="Espécie"
        opcoes={ESPECIES.map((valor) => ({ valor, rotulo: ESPECIE_ROTULO[valor] }))}
        escolhidas={filtro.especies}
        onMudar={(especies) => {
          filtrar({ especies });
        }}
      />
      <MultiSelect
        rotulo="Origem"
        opcoes={ORIGENS.map((valor) => ({ valor, rotulo: ORIGEM_ROTULO[valor] }))}
        escolhidas={filtro.origens}
        onMudar={(origens) => {
          filtrar({ origens });
        }}
      />
      <MultiSelect
        rotulo="Situação da ação"
        opcoes={SITUACOES_DA_ACAO.map((valor) => ({ valor, rotulo: SITUACAO_ROTULO[valor] }))}
        escolhidas={filtro.situacoes}
        onMudar={(situacoes) => {
          filtrar({ situacoes, ...(filtro.municipio === null && situacoes.length > 0 ? { lista: "acoes" as const } : {}) });
        }}
      />
      <p className="ui-small" role="status">
        {count(planos.length, "plano", "planos")}
      </p>
    </section>
  );
}
