import { memo, useMemo, useState } from "react";
import { count, formatNumber } from "../../../core/format.ts";
import type { Viagem } from "../../../core/visitas/plano.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { Equipe } from "../equipes.ts";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { CartaoDaViagem } from "./CartaoDaViagem.tsx";
import { useGrowing } from "../../../ui/use-growing.ts";
import { equipeDaViagem } from "./linhas.ts";
import { colunasDasViagens } from "./tabela.tsx";

/** Cards drawn at once; a country's plan has hundreds. */
const POR_VEZ = 24;
/** Of these, drawn in the first turn of the page's thread, and in each of the next. */
const PRIMEIROS = 4;
const A_CADA_VEZ = 2;

export interface ViagensProps extends Pick<ParteDeVisitasProps, "nome" | "estado" | "cabecalho"> {
  readonly feito: PlanoFeito;
  /** The tours to show, and how many the plan has. */
  readonly viagens: readonly Viagem[];
  readonly equipes: readonly Equipe[];
  readonly fora: ReadonlySet<number>;
  readonly onSelecionar: (viagem: string, municipio: number | null) => void;
  readonly onTravar: (viagem: Viagem) => void;
  readonly onMudar: (codigo: number) => void;
  readonly onAcrescentar: () => void;
}

/** The tours as cards, or as a table. */
export const Viagens = memo(function Viagens({ nome, estado, cabecalho, feito, viagens, equipes, fora, onSelecionar, onTravar, onMudar, onAcrescentar }: ViagensProps) {
  const [tabela, setTabela] = useState(false);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [quantas, setQuantas] = useState(POR_VEZ);
  const colunas = useMemo(() => colunasDasViagens(equipes, nome, estado.metodo), [equipes, nome, estado.metodo]);
  const travados = useMemo(
    () => new Set(feito.entrada.ajustes.travas.flatMap(({ codigo, tipo }) => (tipo === "dentro" ? [codigo] : []))),
    [feito.entrada.ajustes.travas],
  );
  const todas = feito.plano.viagens.length;
  return (
    <section className="visitas-viagens" aria-labelledby="visitas-viagens-titulo">
      <header className="visitas-viagens-topo">
        <h2 id="visitas-viagens-titulo">
          {viagens.length === todas ? count(todas, "viagem", "viagens", "f") : `${formatNumber(viagens.length)} de ${count(todas, "viagem", "viagens", "f")}`}
        </h2>
        <div className="ui-row ui-no-print">
          <button type="button" className="ui-button ui-button-quiet" onClick={onAcrescentar}>
            Acrescentar município
          </button>
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              setTabela((antes) => !antes);
            }}
          >
            {tabela ? "Ver como cartões" : "Ver como tabela"}
          </button>
          <TableCsvButton arquivo="viagens" cabecalho={{ ...cabecalho, titulo: `${cabecalho.titulo}: viagens` }} colunas={colunas} linhas={viagens} discreto>
            Baixar CSV das viagens
          </TableCsvButton>
        </div>
      </header>
      {tabela ? (
        <DataTable
          legenda="Viagens do plano: equipe, datas, municípios, dias, estrada e prazo das diárias"
          colunas={colunas}
          linhas={viagens}
          chave={chave}
          ordem={ordem}
          onOrdem={setOrdem}
          selecionada={estado.viagem}
          onSelecionar={(viagem) => {
            onSelecionar(viagem.id, null);
          }}
          nomeLinhas={["viagem", "viagens", "f"]}
          vazio="Nenhuma viagem passa pelos filtros."
        />
      ) : viagens.length === 0 ? (
        <Empty
          mensagem={
            todas === 0
              ? "Nenhuma viagem coube. A parte “Motivos” diz por que cada município ficou fora; a parte “Ajustes”, o que se pode mudar."
              : "Nenhuma viagem passa pelos filtros. Retire um filtro ou mude de trimestre."
          }
        />
      ) : (
        <>
          {/* What another search found is drawn from the start where that is much; a change by hand never is. */}
          <Cartoes
            key={todas > POR_VEZ ? feito.plano.iteracoes : 0}
            {...{ nome, estado, equipes, travados, fora, onSelecionar, onTravar, onMudar }}
            viagens={viagens.slice(0, quantas)}
          />
          {viagens.length <= quantas ? null : (
            <button
              type="button"
              className="ui-button ui-no-print"
              onClick={() => {
                setQuantas(quantas + POR_VEZ);
              }}
            >
              Mostrar mais {formatNumber(Math.min(POR_VEZ, viagens.length - quantas))} viagens
            </button>
          )}
        </>
      )}
    </section>
  );
});

interface CartoesProps
  extends Pick<ViagensProps, "nome" | "estado" | "viagens" | "equipes" | "fora" | "onSelecionar" | "onTravar" | "onMudar"> {
  readonly travados: ReadonlySet<number>;
}

function Cartoes({ estado, viagens, equipes, ...props }: CartoesProps) {
  const desenhados = useGrowing(viagens.length, PRIMEIROS, A_CADA_VEZ);
  return (
    <div className="visitas-cartoes">
      {viagens.slice(0, desenhados).map((viagem) => (
        <CartaoDaViagem
          key={viagem.id}
          {...props}
          viagem={viagem}
          equipe={equipeDaViagem(equipes, viagem)}
          selecionada={viagem.id === estado.viagem}
          municipio={estado.municipio}
          metodo={estado.metodo}
        />
      ))}
    </div>
  );
}

const chave = ({ id }: Viagem): string => id;
