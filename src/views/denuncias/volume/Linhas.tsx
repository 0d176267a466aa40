import { useMemo, useState, type Ref } from "react";
import { formatNumber } from "../../../core/format.ts";
import { denunciasLinhas, ORDENS_DENUNCIAS, type GrupoDenuncias } from "../../../data/queries/denuncias-linhas.ts";
import type { RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import { tableCsv } from "../../../data/export/table-csv.ts";
import { downloadCsv } from "../../../ui/download/download.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import { useAnswer } from "../../../ui/use-answer.ts";
import { GRUPO_ROTULO } from "./AParte.tsx";
import { COLUNAS_DENUNCIA, COLUNAS_DENUNCIA_EXPORTACAO, type LinhaDenuncia } from "./colunas.ts";
import type { Contagens } from "./contagens.ts";
import { cabecalhoDe } from "./cabecalho.ts";
import type { Contexto } from "./contexto.ts";
import { GRUPOS } from "../estado.ts";
import { Paginas } from "../Paginas.tsx";

const PAGINA = 50;
/** Rows a spreadsheet still opens without trouble, and the page still writes without a wait. */
const MAXIMO_CSV = 100_000;

interface LinhasProps {
  readonly contexto: Contexto;
  readonly recorte: RecorteDenuncias;
  readonly contagens: Contagens;
  readonly titulo: Ref<HTMLHeadingElement>;
}

/** The rows behind the numbers, a page at a time. */
export function Linhas({ contexto, recorte, contagens, titulo }: LinhasProps) {
  const { estado, mudar, session, registro } = contexto;
  const { grupo, sentido } = estado;
  const total = quantas(contagens, grupo);
  const paginas = Math.max(1, Math.ceil(total / PAGINA));
  const pagina = Math.min(estado.pagina, paginas);
  const query = denunciasLinhas[`${estado.ordem}-${sentido}`];
  const answer = useAnswer(session, query, { ...recorte, grupo, limite: PAGINA, salto: (pagina - 1) * PAGINA });
  const ordem = useMemo(() => ({ coluna: estado.ordem, sentido }), [estado.ordem, sentido]);
  const [mensagem, setMensagem] = useState("");

  const baixar = async (): Promise<void> => {
    setMensagem("Preparando o arquivo…");
    try {
      const { rows } = await session.ask(query, { ...recorte, grupo, limite: MAXIMO_CSV, salto: 0 });
      const corte = total > MAXIMO_CSV ? ` (as primeiras ${formatNumber(MAXIMO_CSV)} de ${formatNumber(total)})` : "";
      const cabecalho = cabecalhoDe(`Denúncias: ${GRUPO_ROTULO[grupo].toLowerCase()}${corte}`, recorte, contexto);
      downloadCsv(`denuncias-${grupo}-${recorte.referencia}`, tableCsv(cabecalho, COLUNAS_DENUNCIA_EXPORTACAO, rows));
      setMensagem("");
    } catch (error) {
      console.error("rows export failed", error);
      setMensagem("Não foi possível gerar o CSV: tente de novo ou recarregue a página.");
    }
  };

  return (
    <section className="denuncias-linhas" aria-labelledby="denuncias-linhas-titulo">
      <div className="ui-row">
        <h2 id="denuncias-linhas-titulo" ref={titulo} tabIndex={-1}>
          As denúncias por trás dos números
        </h2>
        {registro.extrato.demonstracao ? <DemoMark /> : null}
      </div>
      <div className="denuncias-linhas-topo">
        <SelectField
          rotulo="Mostrar"
          valor={grupo}
          opcoes={GRUPOS.map((valor) => ({ valor, rotulo: `${GRUPO_ROTULO[valor]} (${formatNumber(quantas(contagens, valor))})` }))}
          onMudar={(escolhido) => {
            mudar({ grupo: escolhido, pagina: 1 });
          }}
        />
        <button
          type="button"
          className="ui-button ui-button-quiet"
          disabled={total === 0}
          onClick={() => {
            void baixar();
          }}
        >
          Baixar todas (CSV)
        </button>
        <span role="status" className="ui-small">
          {mensagem}
        </span>
      </div>
      <AnswerState answer={answer} rotulo="buscando as denúncias" altura="24rem">
        {({ rows }) => <Tabela linhas={rows} contexto={contexto} ordem={ordem} />}
      </AnswerState>
      <Paginas
        rotulo="Páginas de denúncias"
        total={total}
        pagina={pagina}
        porPagina={PAGINA}
        nome={["linha", "linhas", "f"]}
        onPagina={(nova) => {
          mudar({ pagina: nova });
        }}
      />
    </section>
  );
}

interface TabelaProps {
  readonly linhas: readonly LinhaDenuncia[];
  readonly contexto: Contexto;
  readonly ordem: { readonly coluna: string; readonly sentido: "asc" | "desc" };
}

function Tabela({ linhas, contexto, ordem }: TabelaProps) {
  return (
    <DataTable
      legenda="Denúncias, uma por linha"
      colunas={COLUNAS_DENUNCIA}
      linhas={linhas}
      chave={linhaDe}
      ordem={ordem}
      onOrdem={({ coluna, sentido }) => {
        const conhecida = ORDENS_DENUNCIAS.find((o) => o === coluna);
        if (conhecida !== undefined) contexto.mudar({ ordem: conhecida, sentido, pagina: 1 });
      }}
      vazio="Nenhuma denúncia neste grupo com os filtros em uso. Remova um filtro para ver mais."
      altura="32rem"
      nomeLinhas={["linha nesta página", "linhas nesta página", "f"]}
    />
  );
}

function linhaDe({ linha }: LinhaDenuncia): number {
  return linha;
}

function quantas({ total, comAviso, aParte }: Contagens, grupo: GrupoDenuncias): number {
  if (grupo === "caso") return total;
  return grupo === "passo-antes-do-registro" ? comAviso : aParte[grupo];
}
