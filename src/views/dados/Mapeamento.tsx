import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Indicador } from "../../core/indicador.ts";
import { matches } from "../../core/search.ts";
import type { Dimensao } from "../../core/territorio.ts";
import type { TablePreview } from "../../data/import/report.ts";
import { mappingText, type Mapping } from "../../data/layouts/mapping.ts";
import { downloadBlob } from "../../ui/download/download.ts";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { ColunaDoMapeamento } from "./ColunaDoMapeamento.tsx";
import { comCabecalho, conferir, exemplos, indicadoresPorDimensao, rascunhoDe, rascunhoDoMapeamento, type Rascunho } from "./mapeamento.ts";
import { Previa } from "./Previa.tsx";

/** With more columns than this, the list can be searched and is drawn a part at a time. */
const COLUNAS_DE_UMA_VEZ = 20;

/** The user says what each column of an unknown table is; checked as it is said. */
export function Mapeamento({
  arquivo,
  previa,
  atual = null,
  catalogo,
  dimensoes,
  onCarregar,
  onFechar,
}: {
  readonly arquivo: string;
  readonly previa: TablePreview;
  /** What the columns were said to be before. */
  readonly atual?: Mapping | null;
  readonly catalogo: readonly Indicador[];
  readonly dimensoes: readonly Dimensao[];
  readonly onCarregar: (mapeamento: Mapping) => void;
  readonly onFechar: () => void;
}) {
  const id = useId();
  const nome = arquivo.replace(/\.[^.]*$/, "");
  const [rascunho, setRascunho] = useState<Rascunho>(() =>
    atual === null ? rascunhoDe(previa, 0, nome, catalogo) : rascunhoDoMapeamento(previa, atual),
  );
  const [busca, setBusca] = useState("");
  const [mostradas, setMostradas] = useState(COLUNAS_DE_UMA_VEZ);
  const procurada = useDeferredValue(busca);
  const tabela = useMemo(() => comCabecalho(previa, rascunho.cabecalho), [previa, rascunho.cabecalho]);
  const grupos = useMemo(() => indicadoresPorDimensao(catalogo, dimensoes), [catalogo, dimensoes]);
  const { mapeamento, faltas } = useMemo(() => conferir(rascunho, tabela.titulos), [rascunho, tabela]);

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that opened the form is gone from the page.
    heading.current?.focus();
  }, []);

  const encontradas = tabela.titulos.flatMap((titulo, i) => (matches(titulo, procurada) ? [i] : []));
  const visiveis = encontradas.slice(0, mostradas);
  const temPeriodo = rascunho.papeis.some((papel) => papel === "periodo" || papel === "ano");
  const change = (mudanca: Partial<Rascunho>): void => {
    setRascunho((atual) => ({ ...atual, ...mudanca }));
  };

  return (
    <form
      className="dados-mapa-form"
      aria-labelledby={`${id}-titulo`}
      onSubmit={(event) => {
        event.preventDefault();
        if (mapeamento !== null) onCarregar(mapeamento);
      }}
    >
      <h3 id={`${id}-titulo`} ref={heading} tabIndex={-1}>
        Dizer o que é cada coluna
      </h3>
      <Previa previa={tabela} />
      <SelectField
        rotulo="Os títulos das colunas estão"
        valor={String(rascunho.cabecalho)}
        opcoes={[
          { valor: "0", rotulo: `na linha que o aplicativo achou: ${resumo(previa.titulos)}` },
          ...previa.linhas.map((linha, i) => ({
            valor: String(i + 1),
            rotulo: `na ${String(i + 1)}ª linha abaixo dela: ${resumo(linha)}`,
          })),
        ]}
        onMudar={(valor) => {
          setRascunho((atual) => rascunhoDe(previa, Number(valor), atual.nome, catalogo));
        }}
        ajuda="Se a tabela não tem títulos, escreva-os na primeira linha do arquivo e solte-o de novo."
      />
      {tabela.titulos.length > COLUNAS_DE_UMA_VEZ ? (
        <div className="filters-field">
          <label htmlFor={`${id}-busca`}>Procurar coluna</label>
          <input
            id={`${id}-busca`}
            type="search"
            className="ui-input"
            value={busca}
            onChange={(event) => {
              setBusca(event.target.value);
            }}
          />
        </div>
      ) : null}
      <ul className="dados-colunas" aria-label="Colunas do arquivo">
        {visiveis.map((coluna) => (
          <ColunaDoMapeamento
            key={`${String(rascunho.cabecalho)} ${String(coluna)}`}
            titulo={tabela.titulos[coluna] ?? ""}
            pessoal={tabela.pessoais[coluna] ?? null}
            exemplos={exemplos(tabela, coluna)}
            papel={rascunho.papeis[coluna] ?? "ignorar"}
            indicador={rascunho.indicadores[coluna] ?? ""}
            grupos={grupos}
            onMudar={(papel, indicador) => {
              setRascunho((atual) => ({
                ...atual,
                papeis: atual.papeis.map((said, i) => (i === coluna ? papel : said)),
                indicadores: atual.indicadores.map((said, i) => (i === coluna ? indicador : said)),
              }));
            }}
          />
        ))}
      </ul>
      {encontradas.length > visiveis.length ? (
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            setMostradas((atual) => atual + COLUNAS_DE_UMA_VEZ);
          }}
        >
          Mostrar mais colunas ({String(encontradas.length - visiveis.length)} restantes)
        </button>
      ) : null}
      <div className="dados-mapa-campos">
        {temPeriodo ? null : (
          <div className="filters-field">
            <label htmlFor={`${id}-periodo`}>Período de todas as linhas</label>
            <input
              id={`${id}-periodo`}
              className="ui-input"
              value={rascunho.periodoFixo}
              aria-describedby={`${id}-periodo-ajuda`}
              onChange={(event) => {
                change({ periodoFixo: event.target.value });
              }}
            />
            <p id={`${id}-periodo-ajuda`} className="filters-help">
              Um ano (2023), um mês (06/2026) ou um trimestre (2023-T2).
            </p>
          </div>
        )}
        <div className="filters-field">
          <label htmlFor={`${id}-nome`}>Nome deste mapeamento</label>
          <input
            id={`${id}-nome`}
            className="ui-input"
            value={rascunho.nome}
            maxLength={120}
            onChange={(event) => {
              change({ nome: event.target.value });
            }}
          />
        </div>
      </div>
      <div role="status" className="dados-mapa-falta">
        {faltas.length === 0 ? (
          <p>Pronto para carregar: só as colunas acima marcadas serão lidas.</p>
        ) : (
          <>
            <p>
              <strong>Ainda falta:</strong>
            </p>
            <ul>
              {faltas.map((falta) => (
                <li key={falta}>{falta}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="dados-actions">
        <button type="submit" className="ui-button ui-button-primary" disabled={mapeamento === null}>
          Carregar
        </button>
        <button
          type="button"
          className="ui-button"
          disabled={mapeamento === null}
          onClick={() => {
            if (mapeamento !== null) downloadMapping(mapeamento);
          }}
        >
          Guardar este mapeamento
        </button>
        <button type="button" className="ui-button" onClick={onFechar}>
          Fechar
        </button>
      </div>
      <p className="ui-muted ui-small">
        O mapeamento guardado é um arquivo pequeno, sem dados: solte-o nesta página junto com o próximo arquivo de mesmo
        cabeçalho e ele será usado sozinho.
      </p>
    </form>
  );
}

function downloadMapping(mapeamento: Mapping): void {
  const nome = mapeamento.nome.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase();
  downloadBlob(`mapeamento-${nome}.json`, new Blob([mappingText(mapeamento)], { type: "application/json" }));
}

const RESUMO = 60;

function resumo(linha: readonly (string | null)[]): string {
  const text = linha.map((cell) => cell ?? "(oculto)").join("; ");
  return text.length > RESUMO ? `${text.slice(0, RESUMO)}…` : text;
}
