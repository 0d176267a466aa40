import { useEffect, useMemo, useRef } from "react";
import type { MunicipioPublico } from "../../../core/publico/municipio.ts";
import { textoDasDenuncias } from "../../../core/publico/municipio-texto-denuncias.ts";
import { frasesDaFigura, frasesDoQueFalta, secaoDeAbertura, secaoDaRede, secaoDoApoio } from "../../../core/publico/municipio-texto.ts";
import { formatDate } from "../../../core/format.ts";
import { PalavrasDaPagina } from "../../../ui/glossario/PalavrasDaPagina.tsx";
import { useTermos } from "../../../ui/glossario/use-glossario.tsx";
import { Acoes } from "./Acoes.tsx";
import { Apoio } from "./Apoio.tsx";
import { Denuncias } from "./Denuncias.tsx";
import { NestaPagina } from "./NestaPagina.tsx";
import { Numeros } from "./Numeros.tsx";
import { Onde } from "./Onde.tsx";
import type { PaginaProps } from "./props.ts";
import { Rede } from "./Rede.tsx";

/** The page of one municipality: who lives there, where to look for help, what the figures say, support, complaints. */
export function Pagina(props: PaginaProps) {
  const { municipio, mesh, municipios, enderecoDe, focar } = props;
  const titulo = useRef<HTMLHeadingElement>(null);
  const abertura = useMemo(() => secaoDeAbertura(municipio).frases, [municipio]);
  const ditas = useTermos(abertura);
  const textos = useMemo(() => tudoQueDiz(municipio), [municipio]);
  useEffect(() => {
    if (focar) titulo.current?.focus();
  }, [focar]);
  return (
    <article className="municipio-pagina">
      <header className="municipio-abertura">
        <div>
          <h1 ref={titulo} tabIndex={-1}>
            Como está {municipio.nome}?
          </h1>
          <p className="municipio-frase">{ditas.map((frase, i) => <span key={i}>{frase} </span>)}</p>
          <p className="ui-muted">Números até {formatDate(municipio.dataReferencia)}. Cada um diz o seu ano.</p>
          <Acoes {...props} />
        </div>
        <Onde mesh={mesh} municipios={municipios} municipio={municipio} />
      </header>
      <NestaPagina />
      <Rede {...props} />
      <Numeros {...props} />
      <Apoio {...props} />
      <Denuncias {...props} />
      <section className="ui-no-print" aria-labelledby="municipio-mais">
        <h2 id="municipio-mais">Para saber mais</h2>
        <ul className="municipio-links">
          <li>
            <a href={enderecoDe("visitas")}>Como o Estado escolhe onde fazer visitas</a>
          </li>
          <li>
            <a href={enderecoDe("denuncias")}>As denúncias em todo o Estado, e o prazo da resposta</a>
          </li>
          <li>
            <a href={enderecoDe("dados")}>Todos os números, para baixar</a>
          </li>
          <li>
            <a href={enderecoDe("protecao")}>Como as pessoas são protegidas nesta página</a>
          </li>
        </ul>
      </section>
      <PalavrasDaPagina textos={textos} />
    </article>
  );
}

function tudoQueDiz(municipio: MunicipioPublico): string[] {
  return [
    ...[secaoDeAbertura, secaoDaRede, secaoDoApoio].flatMap((secao) => secao(municipio).frases),
    ...municipio.figuras.flatMap((figura) => [...frasesDaFigura(figura), figura.naoDiz]),
    ...frasesDoQueFalta(municipio),
    ...textoDasDenuncias(municipio).frases,
  ];
}
