import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import { count, formatDate, formatNumber } from "../../core/format.ts";
import {
  assuntoDaCarta,
  escreverCarta,
  tambemEmPalavras,
  textoDasCartas,
  type Carta,
  type EntradaDasCartas,
} from "../../core/qualidade/carta.ts";
import { downloadBlob } from "../../ui/download/download.ts";
import { Empty } from "../../ui/states/Empty.tsx";
import { usePlano } from "./Cartas.tsx";
import { type Contexto, dataDe } from "./contexto.ts";
import "./carta.css";

/** Letters drawn at once; the text file has them all. */
const MAXIMO = 300;

const SEM_CARTAS: readonly Carta[] = [];

interface CartasPaginaProps {
  readonly contexto: Contexto;
  /** The page came here from the board, and the focus with it. */
  readonly focar: boolean;
}

/** The letters on screen and on paper: one municipality a page. */
export function CartasPagina({ contexto, focar }: CartasPaginaProps) {
  const { estado, mudar, avaliacao, livro, nomes, marcas, territorio } = contexto;
  const plano = usePlano(contexto);
  const data = dataDe(contexto);
  const entrada = useMemo<EntradaDasCartas>(
    () => ({ avaliacao, livro, nomes, marcas, territorio, data }),
    [avaliacao, livro, nomes, marcas, territorio, data],
  );
  const pedidas = useMemo(
    () => [...plano.abertos].filter(([codigo]) => estado.carta === "todas" || codigo === estado.carta),
    [plano, estado.carta],
  );
  const cartas = useMemo(
    () => pedidas.slice(0, MAXIMO).map(([codigo, abertos]) => escreverCarta(codigo, abertos, entrada)),
    [pedidas, entrada],
  );
  // A hundred letters are drawn in pieces, so that the page answers meanwhile.
  const folhas = useDeferredValue(cartas, SEM_CARTAS);
  const titulo = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!focar) return;
    titulo.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [focar]);

  const baixar = (): void => {
    const todas = pedidas.map(([codigo, abertos]) => escreverCarta(codigo, abertos, entrada));
    const nome = estado.carta === "todas" ? `cartas-${data}.txt` : `carta-${estado.carta ?? ""}-${data}.txt`;
    // Notepad of older systems takes text without the mark for another encoding.
    downloadBlob(nome, new Blob(["\ufeff", textoDasCartas(todas)], { type: "text/plain;charset=utf-8" }));
  };

  return (
    <div className="qualidade-cartas">
      <header className="qualidade-cartas-topo ui-no-print">
        <h1 ref={titulo} tabIndex={-1}>
          {estado.carta === "todas"
            ? `Cartas: ${count(pedidas.length, "município", "municípios")}`
            : `Carta de ${nomes.municipios.get(estado.carta ?? 0) ?? "município"}`}
        </h1>
        <div className="ui-row">
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              mudar({ carta: null });
            }}
          >
            Voltar ao quadro
          </button>
          <button
            type="button"
            className="ui-button ui-button-primary"
            disabled={cartas.length === 0}
            onClick={() => {
              window.print();
            }}
          >
            Imprimir
          </button>
          <button type="button" className="ui-button" disabled={cartas.length === 0} onClick={baixar}>
            Baixar texto (.txt)
          </button>
        </div>
        <p className="ui-muted ui-small">
          {pedidas.length > MAXIMO
            ? `Na tela e no papel, as primeiras ${formatNumber(MAXIMO)}; o texto traz todas. Filtre por região para imprimir as outras.`
            : "Cada carta sai em página própria. O texto traz todas, uma depois da outra."}
          {estado.carta === "todas" && plano.semCarta.length > 0
            ? ` ${count(plano.semCarta.length, "município não tem o que conferir e ficou", "municípios não têm o que conferir e ficaram")} sem carta.`
            : ""}
        </p>
      </header>
      {cartas.length === 0 ? (
        <Empty mensagem="Nenhuma carta: o município não tem o que conferir nos dados que informa, ou está fora dos filtros." />
      ) : (
        folhas.map((carta) => <Folha key={carta.codigo} carta={carta} />)
      )}
    </div>
  );
}

function Folha({ carta }: { readonly carta: Carta }) {
  const id = `carta-${carta.codigo}`;
  return (
    <article className="qualidade-carta" aria-labelledby={id}>
      <p className="qualidade-carta-orgao">
        {carta.orgao}
        <br />
        Vigilância Socioassistencial
      </p>
      <p>{formatDate(carta.data)}</p>
      <h2 id={id}>À gestão municipal da assistência social de {carta.municipio}</h2>
      <p className="qualidade-carta-assunto">{assuntoDaCarta(carta)}</p>
      <p>{carta.abertura}</p>
      <ol>
        {carta.pontos.map((ponto) => (
          <li key={`${ponto.frase} ${ponto.dado}`}>
            <p>
              <strong>{ponto.frase}</strong> {tambemEmPalavras(ponto)}
            </p>
            <p>
              Dado: {ponto.dado}. Valor lido: {ponto.valor}. Fonte: {ponto.fonte}.
            </p>
            <p>
              O que fazer: {ponto.oQueFazer}
              {ponto.pedidoEm === null ? "" : ` Já pedido em ${formatDate(ponto.pedidoEm)}.`}
            </p>
          </li>
        ))}
      </ol>
      <p>{carta.fecho}</p>
      {carta.normas.length === 0 ? null : (
        <section className="qualidade-carta-normas">
          <h3>Por que isto importa</h3>
          <ul>
            {carta.normas.map(({ nome, artigo, resumo }) => (
              <li key={`${nome} ${artigo}`}>
                {nome}, {artigo}: {resumo}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
