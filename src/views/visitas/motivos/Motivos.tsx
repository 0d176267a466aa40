import { useMemo, useState } from "react";
import { formatNumber } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { FilterBar } from "../../../ui/filters/FilterBar.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { COLUNAS_DOS_MOTIVOS_CSV, colunasDosMotivos } from "./colunas.tsx";
import { DoMunicipio } from "./DoMunicipio.tsx";
import { filtrosEmPalavras, foraDosFiltros } from "./filtro.ts";
import { contagemPorSituacao, fraseDosMotivos, linhasDeMotivo, SITUACAO_ROTULO, temExigidas, type LinhaDeMotivo, type Situacao } from "./model.ts";
import "./motivos.css";

const TODAS = "todas";

/** Why each municipality is in the plan or out of it. */
export default function Motivos({ feito, ...props }: ParteDeVisitasProps) {
  if (feito === null) return <Empty mensagem="Os motivos aparecem quando houver um plano." />;
  return <DoPlano {...props} feito={feito} />;
}

function DoPlano(props: Omit<ParteDeVisitasProps, "feito"> & { readonly feito: PlanoFeito }) {
  const { feito, municipios, nome, estado, mudar, territorio, cabecalho } = props;
  const { plano, entrada } = feito;
  const [situacao, setSituacao] = useState<Situacao | typeof TODAS>(TODAS);
  const [interno, setInterno] = useState(false);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const comExigidas = temExigidas(plano);
  const tudo = interno || !comExigidas;
  const linhas = useMemo(
    () => linhasDeMotivo({ plano, entrada, municipios, nome, interno: tudo }),
    [plano, entrada, municipios, nome, tudo],
  );
  const { regiao, porte, busca } = estado;
  const fora = useMemo(() => foraDosFiltros(municipios, { regiao, porte, busca }), [municipios, regiao, porte, busca]);
  const noFiltro = useMemo(() => linhas.filter(({ codigo }) => !fora.has(codigo)), [linhas, fora]);
  const visiveis = useMemo(
    () => (situacao === TODAS ? noFiltro : noFiltro.filter((linha) => linha.situacao === situacao)),
    [noFiltro, situacao],
  );
  const colunas = useMemo(() => colunasDosMotivos(estado.metodo), [estado.metodo]);
  const contagem = useMemo(() => contagemPorSituacao(linhas), [linhas]);
  const escolhida = linhas.find(({ codigo }) => codigo === estado.municipio);
  const filtros = [
    ...cabecalho.filtros,
    ...filtrosEmPalavras({ regiao, porte, busca }, municipios),
    ...(situacao === TODAS ? [] : [`situação: ${SITUACAO_ROTULO[situacao]}`]),
    ...(interno && comExigidas ? ["uso interno: diz quais visitas são exigidas"] : []),
  ];
  return (
    <div className="visitas-parte visitas-prosa">
      <header className="visitas-motivos-topo">
        <h2>Por que cada município está ou não no plano</h2>
        <p aria-live="polite">{fraseDosMotivos(linhas)}</p>
        <p className="ui-small ui-muted">
          Na tabela, os dias úteis são os da visita, para quem está no plano, e os que ela custaria, para quem não cabe.
        </p>
      </header>
      <FilterBar
        municipios={municipios}
        regioes={regiao}
        portes={porte}
        busca={busca}
        nomeRegiao={territorio.nomeRegiao}
        onMudar={(mudanca, opcoes) => {
          const { regioes = regiao, portes = porte, busca: texto = busca } = mudanca;
          mudar({ regiao: regioes, porte: portes, busca: texto }, opcoes);
        }}
      >
        <SelectField
          rotulo="Situação"
          valor={situacao}
          opcoes={[
            { valor: TODAS, rotulo: `todas (${formatNumber(linhas.length)})` },
            ...[...contagem].map(([valor, n]) => ({ valor, rotulo: `${SITUACAO_ROTULO[valor]} (${formatNumber(n)})` })),
          ]}
          onMudar={setSituacao}
        />
      </FilterBar>
      {escolhida === undefined ? null : <DoMunicipio key={escolhida.codigo} linha={escolhida} {...props} />}
      <DataTable
        legenda="Situação e motivo de cada município neste plano"
        colunas={colunas}
        linhas={visiveis}
        chave={chave}
        ordem={ordem}
        onOrdem={setOrdem}
        selecionada={estado.municipio}
        onSelecionar={({ codigo }) => {
          mudar({ municipio: codigo });
        }}
        altura="70dvh"
        nomeLinhas={["município", "municípios", "m"]}
        vazio="Nenhum município passa pelos filtros. Retire um filtro ou mude a busca."
      />
      <div className="ui-row ui-no-print">
        <TableCsvButton
          arquivo={`motivos-${entrada.ajustes.inicio}`}
          cabecalho={{ ...cabecalho, titulo: "Motivos do plano de visitas", filtros }}
          colunas={COLUNAS_DOS_MOTIVOS_CSV}
          linhas={visiveis}
        />
        {comExigidas ? (
          <label className="visitas-motivos-interno">
            <input
              type="checkbox"
              checked={interno}
              onChange={({ target }) => {
                setInterno(target.checked);
              }}
            />
            Uso interno: dizer, na tabela e no CSV, quais visitas são exigidas
          </label>
        ) : null}
      </div>
    </div>
  );
}

const chave = ({ codigo }: LinhaDeMotivo): number => codigo;
