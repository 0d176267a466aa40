import { useCallback, useMemo, useState } from "react";
import { formatNumber } from "../../../core/format.ts";
import type { LinhaDaFila, Perguntas } from "../../../data/denuncias/perguntas.ts";
import { usePergunta } from "../../../ui/denuncias/use-pergunta.ts";
import { CsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import { ORDENS_DA_FILA } from "../estado.ts";
import { Paginas } from "../Paginas.tsx";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { ORDEM_ROTULO, regraEmPalavras } from "../rotulos.ts";
import { Caso } from "./Caso.tsx";
import { colunasDaFila, colunasDaTela } from "./colunas.tsx";
import "./prazos.css";

const PAGINA = 50;
/** Rows a spreadsheet still opens without trouble. */
const MAXIMO_CSV = 100_000;

/** The queue of open cases by urgency, and the case chosen in it. */
export default function Prazos(props: ParteDeDenunciasProps) {
  const { relogio, filtro, estado, mudar, nome, norma, doTerritorio, ajustes, cabecalho, demonstracao, hoje } = props;
  const { fila: ordem, pagina } = estado;
  const pede = useMemo<Perguntas["fila"]["pede"]>(() => ({ filtro, ordem, salto: (pagina - 1) * PAGINA, limite: PAGINA }), [filtro, ordem, pagina]);
  const pergunta = usePergunta(relogio, "fila", pede);
  const colunas = useMemo(
    () => colunasDaFila({ nome, norma, doTerritorio, regra: ajustes.regra }),
    [nome, norma, doTerritorio, ajustes.regra],
  );
  const daTela = useMemo(() => colunasDaTela(colunas), [colunas]);
  // A protocol never goes to the address: the choice lives in the page.
  const [escolhido, setEscolhido] = useState<string | null>(null);
  const escolher = useCallback(({ protocolo }: LinhaDaFila) => {
    setEscolhido((atual) => (atual === protocolo ? null : protocolo));
  }, []);
  const csv = async (): Promise<string> => {
    const [{ tableCsv }, { resposta }] = await Promise.all([
      import("../../../data/export/table-csv.ts"),
      relogio.aba.perguntar(relogio.ajustes.ajustes, "fila", { filtro, ordem, salto: 0, limite: MAXIMO_CSV }),
    ]);
    const { total, linhas } = resposta;
    const corte = total > linhas.length ? ` (as primeiras ${formatNumber(linhas.length)} de ${formatNumber(total)})` : "";
    return tableCsv(cabecalho(`Fila de prazos das denúncias${corte}: uso interno`), colunas, linhas);
  };
  return (
    <div className={escolhido === null ? "denuncias-fila" : "denuncias-fila denuncias-fila-aberta"}>
      <section className="denuncias-fila-lista" aria-labelledby="denuncias-fila-titulo">
        <div className="ui-row">
          <h2 id="denuncias-fila-titulo">Denúncias abertas, {ORDEM_ROTULO[ordem]}</h2>
          {demonstracao ? <DemoMark /> : null}
        </div>
        <p className="ui-small ui-muted ui-reading">
          Cada linha é um caso, pelo prazo mais urgente dele; apensadas contam no caso principal. Contagem: {regraEmPalavras(ajustes.regra)}.
        </p>
        <div className="denuncias-fila-topo">
          <SelectField
            rotulo="Ordem"
            valor={ordem}
            opcoes={ORDENS_DA_FILA.map((valor) => ({ valor, rotulo: ORDEM_ROTULO[valor] }))}
            onMudar={(fila) => {
              mudar({ fila, pagina: 1 });
            }}
          />
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              mudar({ parte: "regras", pagina: 1 });
            }}
          >
            Mudar como se conta
          </button>
          <CsvButton arquivo={`denuncias-prazos-${hoje}`} csv={csv} discreto>
            Baixar a fila inteira (CSV)
          </CsvButton>
        </div>
        <Answered pergunta={pergunta} rotulo="buscando os prazos" altura="24rem">
          {({ total, linhas }) => (
            <>
              <DataTable
                legenda={`Denúncias abertas, ${ORDEM_ROTULO[ordem]}; Enter abre o caso`}
                colunas={daTela}
                linhas={linhas}
                chave={protocoloDe}
                ordem={null}
                onOrdem={ignorar}
                selecionada={escolhido}
                onSelecionar={escolher}
                vazio={
                  total === 0
                    ? "Nenhuma denúncia aberta com estes filtros: retire um filtro ou veja a parte Volume."
                    : "Esta página da fila não tem casos: volte às anteriores."
                }
                nomeLinhas={["caso nesta página", "casos nesta página", "m"]}
              />
              <Paginas
                rotulo="Páginas da fila"
                total={total}
                pagina={pagina}
                porPagina={PAGINA}
                nome={["caso", "casos", "m"]}
                onPagina={(nova) => {
                  mudar({ pagina: nova });
                }}
              />
            </>
          )}
        </Answered>
      </section>
      {escolhido === null ? null : (
        <Caso
          {...props}
          protocolo={escolhido}
          onFechar={() => {
            setEscolhido(null);
          }}
        />
      )}
    </div>
  );
}

function protocoloDe({ protocolo }: LinhaDaFila): string {
  return protocolo;
}

/** The order is of the whole queue, chosen above it: no header sorts one page of it. */
function ignorar(): undefined {
  return undefined;
}
