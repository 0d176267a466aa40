import { useMemo, useState } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { capitalize } from "../../../core/format.ts";
import { TIPOS, type TipoDeRegistro } from "../../../core/mescla/index.ts";
import { Loading } from "../../../ui/states/Loading.tsx";
import { type Edicao, EditarRegistro } from "../../../ui/trabalho/EditarRegistro.tsx";
import { listasDoPacto } from "../../../ui/trabalho/listas.ts";
import { SituacaoDoTrabalho } from "../../../ui/trabalho/Situacao.tsx";
import { type NomesDosRegistros, TIPO_ROTULO } from "../../../ui/trabalho/titulos.ts";
import { useTrabalho } from "../../../ui/trabalho/use-trabalho.ts";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { fraseDoTrabalho } from "./frase.ts";
import { Lista } from "./Lista.tsx";
import { Trocar } from "./Trocar.tsx";
import { useTroca } from "./use-troca.ts";
import "./trabalho.css";

/** What the user entered: plans, actions, visits held and notes, kept in the browser and carried in files. */
export default function Trabalho({ territorio, pacto, municipios, nome, hoje, estado, mudar }: ParteDeCoberturaProps) {
  const trabalho = useTrabalho(territorio);
  const { registros } = trabalho;
  const listas = useMemo(() => listasDoPacto(pacto), [pacto]);
  const nomes = useMemo<NomesDosRegistros>(() => {
    const porId = new Map(registros.map((cada) => [cada.id, cada]));
    return { nome, listas, registro: (id) => porId.get(id) ?? null };
  }, [registros, nome, listas]);
  const troca = useTroca(trabalho, territorio.uf);
  const [edicao, setEdicao] = useState<Edicao | null>(null);
  const cabecalho = useMemo<Omit<ExportHeader, "filtros">>(
    () => ({ titulo: "Meu trabalho: anotado neste navegador, não é registro oficial", fontes: ["anotado por quem usa este navegador"], dataReferencia: hoje, demonstracao: false }),
    [hoje],
  );
  if (trabalho.estado === "abrindo") return <Loading rotulo="abrindo o que você anotou" altura="20rem" />;
  return (
    <>
      <FraseDaParte demonstracao={false}>{fraseDoTrabalho(registros, trabalho.onde)}</FraseDaParte>
      <SituacaoDoTrabalho trabalho={trabalho} nomes={nomes} />
      <div className="ui-row">
        {TIPOS.map((tipo) => (
          <button
            key={tipo}
            type="button"
            className="ui-button"
            onClick={() => {
              setEdicao({ novo: tipo });
            }}
          >
            {novoEmPalavras(tipo)}
          </button>
        ))}
      </div>
      <Lista
        registros={registros}
        nomes={nomes}
        hoje={hoje}
        filtro={estado.trabalho}
        cabecalho={cabecalho}
        onFiltro={(mudanca) => {
          mudar({ trabalho: { ...estado.trabalho, ...mudanca } });
        }}
        onEditar={(registro) => {
          setEdicao({ registro });
        }}
      />
      <Trocar troca={troca} nomes={nomes} />
      <section className="ui-reading ui-stack" aria-labelledby="trabalho-onde">
        <h2 id="trabalho-onde">Onde fica e para que serve</h2>
        <p>
          O que você anota fica neste navegador, neste computador, e não vai a lugar nenhum. É o seu trabalho: não entra nas contas do registro de apoio
          nem em nada publicado. Uma visita anotada aqui não conta como visita registrada até vir na planilha de apoios.
        </p>
        <p>Não escreva nomes, documentos, telefones nem protocolos de denúncia: a página recusa o que reconhece. De uma denúncia fica só o fato de que foi a origem do plano.</p>
        <p>O navegador pode apagar o que guarda se o computador ficar sem espaço, ou se alguém limpar os dados dos sites. O arquivo exportado é a sua cópia.</p>
      </section>
      <EditarRegistro
        trabalho={trabalho}
        edicao={edicao}
        municipios={municipios}
        nome={nome}
        listas={listas}
        hoje={hoje}
        onFechar={() => {
          setEdicao(null);
        }}
      />
    </>
  );
}

function novoEmPalavras(tipo: TipoDeRegistro): string {
  const { um, artigo } = TIPO_ROTULO[tipo];
  return capitalize(`${artigo === "a" ? "nova" : "novo"} ${um}`);
}
