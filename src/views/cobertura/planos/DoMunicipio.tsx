import { useEffect, useMemo, useRef, useState } from "react";
import { count, formatNumber } from "../../../core/format.ts";
import { ESPECIE_ROTULO, ESPECIES, listarAcoes, resumirPlanos } from "../../../core/planos/index.ts";
import { NORMA_DOS_PLANOS } from "../../../data/planos/norma.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { useGrowing } from "../../../ui/use-growing.ts";
import { CartaoDoPlano } from "./CartaoDoPlano.tsx";
import { colunasDoArquivo } from "./colunas.tsx";
import type { ContextoDosPlanos } from "./contexto.ts";
import { ARTIGO_DOS_PEDIDOS } from "./Dividas.tsx";
import { dias, minimoEmPalavras, progressoEmPalavras } from "./palavras.ts";

/** Plans drawn before the reader asks for more. */
const PASSO = 20;

/** One municipality: its plans, action by action, beside what the state owes it. */
export function DoMunicipio(props: ContextoDosPlanos & { readonly codigo: number }) {
  const { codigo, municipios, planos, abrir, focar, nome, cabecalho, deDemonstracao, hoje, onNovo } = props;
  const daqui = useMemo(() => planos.filter(({ plano }) => plano.municipio === codigo), [planos, codigo]);
  const isDaLista = municipios.some((cada) => cada.codigo === codigo);
  const [ate, setAte] = useState(PASSO);
  const aVista = Math.min(daqui.length, ate);
  const desenhados = useGrowing(aVista, 6, 6);
  const colunas = useMemo(() => colunasDoArquivo(nome), [nome]);
  const acoes = useMemo(() => listarAcoes(daqui, []), [daqui]);
  const { concluidos } = resumirPlanos(daqui);
  const titulo = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focar) titulo.current?.focus();
  }, [focar]);
  return (
    <div className="planos-municipio">
      <div className="ui-row">
        <h2 ref={titulo} tabIndex={-1}>
          Planos de {nome(codigo)}
        </h2>
        {deDemonstracao ? <DemoMark /> : null}
      </div>
      <div className="ui-row ui-no-print">
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            abrir(null);
          }}
        >
          Voltar a todos os municípios
        </button>
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            window.print();
          }}
        >
          Imprimir
        </button>
        {acoes.length === 0 ? null : (
          <TableCsvButton cabecalho={cabecalho(`Planos de ${nome(codigo)}`, deDemonstracao)} colunas={colunas} linhas={acoes} arquivo={`planos-${codigo}-${hoje}`} />
        )}
      </div>
      <div className="planos-lado-a-lado">
        <div className="planos-secao">
          {ESPECIES.map((especie) => {
            const desta = daqui.slice(0, desenhados).filter(({ plano }) => plano.especie === especie);
            return desta.length === 0 ? null : (
              <section key={especie} className="planos-secao" aria-label={ESPECIE_ROTULO[especie]}>
                <h3>{especie === "apoio" ? "Plano de Apoio, do Estado" : "Plano de Providências, do município"}</h3>
                {desta.map((contado) => (
                  <CartaoDoPlano key={contado.plano.id} {...props} contado={contado} />
                ))}
              </section>
            );
          })}
          {aVista < daqui.length ? (
            <div className="ui-row">
              <button
                type="button"
                className="ui-button ui-no-print"
                onClick={() => {
                  setAte(ate + PASSO);
                }}
              >
                Mostrar mais {count(Math.min(PASSO, daqui.length - aVista), "plano", "planos")}
              </button>
              <span className="ui-small">
                {formatNumber(aVista)} de {count(daqui.length, "plano", "planos")}
              </span>
            </div>
          ) : null}
          {daqui.length > 0 ? (
            <p className="ui-small">
              {count(daqui.length, "plano", "planos")}, {concluidos === 0 ? "nenhum concluído" : count(concluidos, "concluído", "concluídos")}; {progressoEmPalavras({ acoes: acoes.length, concluidas: acoes.filter(({ situacao }) => situacao === "concluida").length })}.
            </p>
          ) : (
            <div className="states-empty">
              <p>{isDaLista ? "Nenhum plano deste município com os filtros em uso." : `O código ${codigo} não é de nenhum município da lista em uso. Volte a todos e escolha um.`}</p>
              {isDaLista ? (
                <button
                  type="button"
                  className="ui-button ui-no-print"
                  onClick={() => {
                    onNovo({ novo: "plano", campos: { municipio: codigo, especie: "providencias", inicio: hoje } });
                  }}
                >
                  Escrever o plano de {nome(codigo)}
                </button>
              ) : null}
            </div>
          )}
        </div>
        {isDaLista ? <DividaDaqui {...props} /> : null}
      </div>
    </div>
  );
}

/** The state's own debts to this municipality, each with its article. */
function DividaDaqui({ codigo, nome, dividas, doApoio, deLado, dividasDeDemonstracao, norma, pacto }: ContextoDosPlanos & { readonly codigo: number }) {
  const divida = dividas.find(({ municipio }) => municipio === codigo) ?? null;
  const doPacto = pacto.norma === null ? null : norma(pacto.norma);
  const dosPlanos = norma(NORMA_DOS_PLANOS.id);
  const artigoDoMinimo = pacto.minimo?.artigos[0] ?? null;
  const semRegistro = doApoio.estado === "carregando" ? "contando…" : deLado === "apoio" ? DE_LADO : "não carregado";
  const atrasadas = divida?.acoesAtrasadas ?? 0;
  return (
    <aside className="planos-dividas" aria-labelledby="planos-divida">
      <div className="ui-row">
        <h3 id="planos-divida">O que o Estado deve a {nome(codigo)}</h3>
        {dividasDeDemonstracao ? <DemoMark /> : null}
      </div>
      <dl>
        <dt>Ações do Plano de Apoio {dosPlanos === null ? null : <NormaLink norma={dosPlanos} artigo="art. 7º" />}</dt>
        <dd>
          {deLado === "planos"
            ? DE_LADO
            : divida === null || divida.acoesAbertas === 0
            ? "nenhuma aberta"
            : `${count(divida.acoesAbertas, "aberta", "abertas", "f")}; ${atrasadas === 0 ? "nenhuma passou do prazo" : `${count(atrasadas, "passou", "passaram", "f")} do prazo, a mais antiga há ${dias(divida.atrasoDaAcao ?? 0)}`}`}
        </dd>
        <dt>Monitoramento anual {doPacto === null || artigoDoMinimo === null ? null : <NormaLink norma={doPacto} artigo={artigoDoMinimo} />}</dt>
        <dd>{doApoio.minimo === null ? semRegistro : divida === null ? "em dia" : minimoEmPalavras(divida.minimo)}</dd>
        <dt>Pedidos sem resposta {doPacto === null ? null : <NormaLink norma={doPacto} artigo={ARTIGO_DOS_PEDIDOS} />}</dt>
        <dd>{doApoio.pedidosEmAberto === null ? semRegistro : divida === null || divida.pedidosEmAberto === 0 ? "nenhum" : count(divida.pedidosEmAberto ?? 0, "pedido", "pedidos")}</dd>
      </dl>
    </aside>
  );
}

const DE_LADO = "não carregado (só há de demonstração, que ficou de lado)";
