import { type ComponentType, lazy, Suspense, useCallback, useMemo } from "react";
import type { Publicacao } from "../../core/publico/publicacao.ts";
import { parsePublicacao } from "../../data/publico/ler-publicacao.ts";
import { AvisoDoElo } from "../../ui/download/AvisoDoElo.tsx";
import { DadosDaPaginaProvider } from "../../ui/download/dados-da-pagina.ts";
import { PartNav } from "../../ui/parts/PartNav.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import { cabecalhoDaPublicacao, enderecoDe } from "./contexto.ts";
import { type Estado, PARTE_ROTULO, type Parte, PARTES } from "./estado.ts";
import { enderecoDoArquivo, useLeitura } from "./ler.ts";
import { Lido } from "./Lido.tsx";
import type { BasePublica, Edicao, Mudar, ParteDeTransparenciaProps } from "./parte.ts";
import { Rodape } from "./Rodape.tsx";
import "./view.css";

export interface TransparenciaProps {
  readonly edicao: Edicao;
  readonly base: BasePublica;
  readonly estado: Estado;
  readonly mudar: Mudar;
}

const COMPONENTES: Readonly<Record<Parte, ComponentType<ParteDeTransparenciaProps>>> = {
  municipio: lazy(() => import("./municipio/Municipio.tsx")),
  denuncias: lazy(() => import("./denuncias/Denuncias.tsx")),
  visitas: lazy(() => import("./visitas/Visitas.tsx")),
  servicos: lazy(() => import("./servicos/Servicos.tsx")),
  relatorio: lazy(() => import("./relatorio/Relatorio.tsx")),
  dados: lazy(() => import("./dados/Dados.tsx")),
  protecao: lazy(() => import("./protecao/Protecao.tsx")),
};

/** What goes out to everyone: the public edition's page, which the technical one shows as it will be read. */
export default function TransparenciaView({ edicao, base, estado, mudar }: TransparenciaProps) {
  const leitura = useLeitura("publicacao.json", parsePublicacao);
  return (
    <div className="transparencia">
      {edicao === "publica" ? null : (
        <>
          <p className="transparencia-aviso ui-no-print">
            Esta é a edição pública, como o cidadão a lê. Ela sai dos dados que vêm com o aplicativo, depois da proteção das pessoas; os seus arquivos não entram nela.
          </p>
          <PartNav
            partes={PARTES}
            rotulo={PARTE_ROTULO}
            atual={estado.parte}
            onEscolher={(parte) => {
              mudar({ parte });
            }}
          />
        </>
      )}
      {leitura.estado === "pronto" ? null : <TituloDaEspera parte={estado.parte} />}
      <Lido leitura={leitura} rotulo="Lendo a publicação" altura="40rem">
        {(publicacao) => <Publicada publicacao={publicacao} edicao={edicao} base={base} estado={estado} mudar={mudar} />}
      </Lido>
    </div>
  );
}

function Publicada({ publicacao, edicao, base, estado, mudar }: TransparenciaProps & { readonly publicacao: Publicacao }) {
  const { municipios, territorio } = base;
  const demonstracao = publicacao.extratos.some((extrato) => extrato.demonstracao);
  const nomes = useMemo(() => new Map(municipios.map(({ codigo, nome }) => [codigo, nome])), [municipios]);
  const nome = useCallback((codigo: number) => nomes.get(codigo) ?? `município ${codigo}`, [nomes]);
  const norma = useCallback((id: string) => territorio.normas.find((uma) => uma.id === id) ?? null, [territorio]);
  const cabecalho = useCallback(
    (titulo: string, filtros: readonly string[] = [], daParte = demonstracao) => cabecalhoDaPublicacao(publicacao, titulo, filtros, daParte),
    [publicacao, demonstracao],
  );
  const dados = useMemo(() => ({ nome: "publicacao", hash: publicacao.hash }) as const, [publicacao]);
  const Conteudo = COMPONENTES[estado.parte];
  return (
    <DadosDaPaginaProvider value={dados}>
      <AvisoDoElo dados={dados} />
      <Suspense
        fallback={
          <>
            <TituloDaEspera parte={estado.parte} />
            <Loading rotulo="Abrindo esta parte da página" altura="40rem" />
          </>
        }
      >
        <div className="transparencia-parte">
          <Conteudo
            {...base}
            edicao={edicao}
            publicacao={publicacao}
            ler={useLeitura}
            estado={estado}
            mudar={mudar}
            enderecoDe={enderecoDe}
            arquivo={enderecoDoArquivo}
            norma={norma}
            nome={nome}
            demonstracao={demonstracao}
            cabecalho={cabecalho}
          />
        </div>
      </Suspense>
      <Rodape publicacao={publicacao} base={base} />
    </DadosDaPaginaProvider>
  );
}

/** A page has its name also while it is on its way, or when it does not come. */
function TituloDaEspera({ parte }: { readonly parte: Parte }) {
  return <h1 className="ui-hidden">{PARTE_ROTULO[parte]}</h1>;
}
