import { formatNumber } from "../../../core/format.ts";
import { Loading } from "../../../ui/states/Loading.tsx";
import { distanciaEmPalavras } from "../frase.ts";
import type { LimiteEmTela, PlanoFeito } from "../parte.ts";

/** How near the plan is to the best one possible, and how that is known. */
export function Limite({ limite, feito }: { readonly limite: LimiteEmTela; readonly feito: PlanoFeito }) {
  const { estado, progresso, distancia, completo, erro, calcular, cancelar } = limite;
  const andando = estado === "andando";
  return (
    <section className="visitas-regras-bloco" aria-labelledby="visitas-limite">
      <h2 id="visitas-limite">Quanto falta para o melhor plano possível</h2>
      <p aria-live="polite">{fraseDoLimite(limite, feito.plano.objetivo)}</p>
      <p className="ui-small ui-muted">
        A pontuação do plano é a soma da prioridade de cada visita, com peso maior nos primeiros trimestres, menos {formatNumber(feito.entrada.ajustes.custoKm, 3)}{" "}
        ponto por quilômetro e menos {formatNumber(feito.entrada.ajustes.penalidadeDozeMeses, 1)} por município que completaria doze meses sem visita. O limite vem
        de um programa linear que escolhe entre todas as viagens possíveis e aceita pedaços de viagem (geração de colunas, resolvido pelo HiGHS no
        próprio navegador): nenhum plano inteiro soma mais do que ele.
        {distancia !== null && !completo ? " Esta conta parou antes do fim: o limite continua verdadeiro, mas pode estar acima do que precisava." : ""}
      </p>
      {andando ? <Loading rotulo="Medindo o melhor plano possível" progresso={progresso} /> : null}
      {erro === null ? null : <p role="alert">{erro}</p>}
      <div className="ui-row ui-no-print">
        {andando ? (
          <button type="button" className="ui-button" onClick={cancelar}>
            Parar de medir
          </button>
        ) : (
          <button type="button" className="ui-button" onClick={calcular}>
            {distancia === null ? "Medir" : "Medir de novo"}
          </button>
        )}
      </div>
    </section>
  );
}

/** Where the plan stands against the limit, a sentence or two. */
export function fraseDoLimite({ limite, distancia }: Pick<LimiteEmTela, "limite" | "distancia">, objetivo: number): string {
  const soma = `O plano soma ${formatNumber(objetivo, 1)} pontos`;
  if (limite === null || distancia === null) return `${soma}. Ainda não se mediu quanto somaria o melhor plano possível com estes ajustes.`;
  return `${soma}, e nenhum plano com estes ajustes soma mais de ${formatNumber(limite, 1)}: ${distanciaEmPalavras(distancia)}.`;
}
