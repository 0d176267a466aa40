import { type ComponentType, lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { EntradaDosDossies } from "../../core/dossie/entrada.ts";
import { DIGITOS_DO_HASH, montarDossie } from "../../core/dossie/montar.ts";
import { compareNames } from "../../core/format.ts";
import { AvisoDasDenuncias } from "../../ui/denuncias/AvisoDasDenuncias.tsx";
import { useBaseComDenuncias } from "../../ui/denuncias/use-base-com-denuncias.ts";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { lerDaUrl } from "../../ui/metodo/use-metodo.ts";
import { Empty } from "../../ui/states/Empty.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import { useBase } from "../../ui/use-base.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado } from "./estado.ts";
import { AcoesDoMapa } from "./AcoesDoMapa.tsx";
import { Folha } from "./Folha.tsx";
import { useDossies } from "./use-dossies.ts";
import "./view.css";
import "./print.css";

const PdfButtons = lazy(async () => ({ default: (await import("../../ui/pdf/PdfButtons.tsx")).PdfButtons }));

/**
 * The page `#/municipio/<codigo>`: what is known of a municipality before a visit, on one A4 page.
 * @param lerDenuncias reads the territory's `denuncias.json`
 * @param lerPacto reads the territory's `apoio.json`
 */
export function paginaDoDossie(lerDenuncias: () => Promise<unknown>, lerPacto: () => Promise<unknown>): ComponentType<ViewProps<Estado>> {
  return function DossieView(props) {
    return <PaginaDoDossie {...props} lerDenuncias={lerDenuncias} lerPacto={lerPacto} />;
  };
}

interface PaginaProps extends ViewProps<Estado> {
  readonly lerDenuncias: () => Promise<unknown>;
  readonly lerPacto: () => Promise<unknown>;
}

function PaginaDoDossie({ estado, mudar, snapshot, session, lerDenuncias, lerPacto }: PaginaProps) {
  const { metodo, problemas } = useMemo(
    () => lerDaUrl(snapshot.metodo, snapshot.catalogo, estado.metodo, snapshot.territorio.indice.opcionais),
    [snapshot, estado.metodo],
  );
  const semDenuncias = useBase(snapshot, session);
  const comDenuncias = useBaseComDenuncias(semDenuncias, metodo, snapshot, session, lerDenuncias);
  const { base } = comDenuncias;
  const emUso = useDossies({ snapshot, session, base, metodo, lerDenuncias, lerPacto });
  const { codigo, dados } = estado;
  const municipio = base.municipios.find((um) => um.codigo === codigo) ?? null;
  const entrada = emUso.estado === "pronto" ? emUso.entrada : null;
  const dossie = useMemo(
    () => (entrada === null || municipio === null ? null : montarDossie(entrada, municipio.codigo)),
    [entrada, municipio],
  );
  const porNome = useMemo(() => base.municipios.toSorted((a, b) => compareNames(a.nome, b.nome)), [base.municipios]);
  const opcoes = useMemo(() => porNome.map((um) => ({ valor: String(um.codigo), rotulo: um.nome })), [porNome]);
  const codigos = useMemo(() => porNome.map((um) => um.codigo), [porNome]);
  const montar = useCallback((qual: number) => montarDossie(exigida(entrada), qual), [entrada]);
  const hash = entrada === null ? null : entrada.hashDados.slice(0, DIGITOS_DO_HASH);
  const isDeOutros = entrada !== null && dados !== "" && !entrada.hashDados.startsWith(dados);
  // The address says over which data the page was seen, so that a link kept or sent tells when they
  // change; what this page itself wrote there follows the data, as when kept files come in after it opened.
  const [escritos, setEscritos] = useState<readonly string[]>([]);
  const isMeu = dados === "" || escritos.includes(dados);
  const aEscrever = hash !== null && municipio !== null && isMeu && dados !== hash && comDenuncias.estado !== "carregando";
  if (aEscrever && !escritos.includes(hash)) setEscritos([...escritos, hash]);
  useEffect(() => {
    if (aEscrever) mudar({ dados: hash }, { replace: true });
  }, [aEscrever, hash, mudar]);
  return (
    <div className="dossie">
      <div className="dossie-acoes ui-no-print">
        <SelectField
          rotulo="Município"
          valor={municipio === null ? "" : String(municipio.codigo)}
          opcoes={municipio === null ? [{ valor: "", rotulo: "Escolha o município" }, ...opcoes] : opcoes}
          onMudar={(valor) => {
            if (valor !== "") mudar({ codigo: Number(valor), dados: "" });
          }}
        />
        {dossie === null ? null : (
          <>
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                window.print();
              }}
            >
              Imprimir
            </button>
            <Suspense fallback={<Loading rotulo="Abrindo o PDF" />}>
              <PdfButtons dossie={dossie} codigos={codigos} montar={montar} mesh={base.mesh} data={base.dataReferencia} />
            </Suspense>
          </>
        )}
      </div>
      {problemas[0] === undefined ? null : (
        <ErrorState titulo="O método do endereço não serve" mensagem={`${problemas[0].mensagem} O dossiê usa o método padrão.`} conserto={problemas[0].conserto} />
      )}
      {isDeOutros && !isMeu ? (
        <div role="status" className="dossie-aviso">
          <p>Este endereço foi feito sobre outros dados: os números abaixo são dos que estão em uso agora (SHA-256 {hash}).</p>
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              mudar({ dados: hash ?? "" }, { replace: true });
            }}
          >
            Continuar com os dados de agora
          </button>
        </div>
      ) : null}
      <AvisoDasDenuncias {...comDenuncias} />
      {base.erro === null ? null : (
        <ErrorState titulo="O arquivo carregado não abriu" mensagem={base.erro.message} conserto={base.erro.whatToDo} detalhe={base.erro.detail} />
      )}
      {municipio === null ? (
        <>
          <h1>Dossiê de município</h1>
          <Empty mensagem={codigo === null ? "Escolha um município para ver o dossiê." : `O código ${String(codigo)} não é de nenhum município da lista em uso. Escolha um acima.`} />
        </>
      ) : dossie !== null ? (
        <Folha dossie={dossie} mesh={base.mesh} acoesDoMapa={entrada === null ? null : <AcoesDoMapa entrada={entrada} dossie={dossie} />} />
      ) : (
        <>
          <h1>Dossiê de {municipio.nome}</h1>
          {emUso.estado === "erro" ? (
            <ErrorState
              titulo="O dossiê não pôde ser montado"
              mensagem={emUso.erro.message}
              conserto={emUso.erro.whatToDo}
              detalhe={emUso.erro.detail}
              onTentarDeNovo={emUso.tentarDeNovo}
            />
          ) : (
            <Loading rotulo="Juntando os dados do município" altura="60vh" />
          )}
        </>
      )}
    </div>
  );
}

/** What the batch puts dossiers together from: its buttons are drawn only where it is there. */
function exigida(entrada: EntradaDosDossies | null): EntradaDosDossies {
  if (entrada === null) throw new Error("the dossiers were asked for before their data");
  return entrada;
}
