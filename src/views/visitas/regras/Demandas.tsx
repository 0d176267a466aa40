import { formatNumber } from "../../../core/format.ts";
import { createLimiteClient, type LimiteClient } from "../../../data/visitas/limite-client.ts";
import { Loading } from "../../../ui/states/Loading.tsx";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { colisaoEmPalavras, demandaEmPalavras, type PecasDasRegras } from "./frases.ts";
import { useColisoes } from "./use-colisoes.ts";

export interface DemandasProps extends Pick<ParteDeVisitasProps, "municipios" | "nome"> {
  readonly feito: PlanoFeito;
  readonly abrir?: () => LimiteClient;
}

/** What was demanded and has no place in the plan, and which of it cannot be met together. */
export function Demandas({ feito, municipios, nome, abrir = createLimiteClient }: DemandasProps) {
  const { plano, entrada } = feito;
  const { naoAtendidas } = plano;
  const pecas = { entrada, municipios, nome };
  return (
    <section className="visitas-regras-bloco" aria-labelledby="visitas-demandas">
      <h2 id="visitas-demandas">O que foi exigido e não coube</h2>
      {naoAtendidas.length === 0 ? (
        <p>Tudo o que foi exigido cabe no plano: travas, datas marcadas, cotas, reserva e visitas exigidas.</p>
      ) : (
        <>
          <p>
            {naoAtendidas.length === 1 ? "Uma exigência não coube" : `${formatNumber(naoAtendidas.length)} exigências não couberam`} no plano que a busca
            achou:
          </p>
          <ul>
            {naoAtendidas.map((demanda) => {
              const texto = demandaEmPalavras(demanda, pecas);
              return <li key={texto}>{texto}</li>;
            })}
          </ul>
          <ProcuraDeColisoes pecas={pecas} abrir={abrir} />
        </>
      )}
    </section>
  );
}

function ProcuraDeColisoes({ pecas, abrir }: { readonly pecas: PecasDasRegras; readonly abrir: () => LimiteClient }) {
  const { estado, procurar, parar } = useColisoes(pecas.entrada, abrir);
  if (estado.estado === "andando") {
    return (
      <>
        <Loading rotulo="Procurando quais exigências não cabem juntas" />
        <div className="ui-row ui-no-print">
          <button type="button" className="ui-button" onClick={parar}>
            Parar de procurar
          </button>
        </div>
      </>
    );
  }
  return (
    <>
      <div role="status" className="visitas-regras-bloco">
        {estado.estado === "falhou" ? <p>As colisões não puderam ser procuradas ({estado.detalhe}). Tente de novo.</p> : null}
        {estado.estado === "pronto" && estado.colisoes.length === 0 ? (
          <p>
            Nenhuma colisão foi provada: pode ser que a busca só não tenha achado um plano que atenda a tudo. Aumente as tentativas em “Ajustes” e planeje
            de novo.
          </p>
        ) : null}
        {estado.estado === "pronto"
          ? estado.colisoes.map((colisao) => {
              const texto = colisaoEmPalavras(colisao, pecas);
              return <p key={texto}>{texto}</p>;
            })
          : null}
      </div>
      {estado.estado === "pronto" ? null : (
        <div className="ui-row ui-no-print">
          <button type="button" className="ui-button" onClick={procurar}>
            Descobrir o que não cabe junto
          </button>
        </div>
      )}
    </>
  );
}
