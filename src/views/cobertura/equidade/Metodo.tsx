import { count } from "../../../core/format.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";

type MetodoProps = Pick<ParteDeCoberturaProps, "territorio" | "norma" | "demonstracao"> & {
  /** Municipalities of the territory without a score; null where there are no scores at all. */
  readonly semNota: number | null;
};

/** What the figures are, where the methods come from, and what they cannot show. */
export function Metodo({ territorio, norma, demonstracao, semNota }: MetodoProps) {
  const { fundamento } = territorio.indice;
  const fonte = fundamento === null ? null : norma(fundamento.norma);
  return (
    <section className="cobertura-equidade-parte" aria-labelledby="cobertura-equidade-metodo">
      <h2 id="cobertura-equidade-metodo">Como se calcula e o que não mostra</h2>
      {demonstracao ? (
        <p className="ui-reading">
          O registro de apoio é de demonstração: é inventado. A necessidade é a dos indicadores oficiais, mas toda figura desta parte junta os dois e por isso
          é de demonstração; nada aqui descreve o apoio que houve.
        </p>
      ) : null}
      <p className="ui-reading">
        {fonte === null || fundamento === null ? null : (
          <>
            As visitas técnicas são definidas pelos indicadores da vigilância (<NormaLink norma={fonte} artigo={fundamento.artigo} />), e o apoio responde também
            a pedidos: sair da faixa do sorteio não é erro nem acerto, é uma pergunta a fazer.{" "}
          </>
        )}
        Conta só o que foi realizado no período, uma vez por município alcançado; o que está previsto ou foi cancelado não entra.
      </p>
      <p className="ui-reading">
        <strong>Necessidade</strong> é a nota do método em vigor, a mesma da lista de prioridades. O terço com mais necessidade é o dos municípios de maior nota
        em todo o território, e quem empata com o último deles também entra; os filtros não mudam os terços.
        {semNota === null
          ? " Hoje não há nota: não há terços."
          : semNota === 0
            ? ""
            : ` ${count(semNota, "município não tem nota e fica", "municípios não têm nota e ficam")} fora dos terços e da curva de concentração.`}
      </p>
      <p className="ui-reading">
        <strong>Índice de concentração</strong>: duas vezes a área entre a linha de partes iguais e a curva, de −1 a 1; abaixo de 0, mais apoio onde a necessidade é
        maior. Limites pelo erro de Kakwani, Wagstaff e van Doorslaer (1997); empates dividem o posto.{" "}
        <span className="ui-small">
          Fonte: O’Donnell, van Doorslaer, Wagstaff e Lindelow, Analyzing Health Equity Using Household Survey Data, Banco Mundial, 2008, cap. 7 e 8.
        </span>
      </p>
      <p className="ui-reading">
        <strong>Sorteio</strong>: o que cada grupo teria se o mesmo número de apoios caísse ao acaso. A faixa é exata (hipergeométrica ou binomial) onde as contas
        permitem e simulada onde cada município sai uma vez e as chances não são iguais; abaixo de cada gráfico está qual foi. Um evento que alcança dez
        municípios conta dez vezes, e eventos assim não caem um a um: com muitos deles a faixa fica estreita demais. Na conta de municípios alcançados, todos
        têm a mesma chance. Grupo com dados insuficientes é aquele em que qualquer número caberia na faixa.
      </p>
      <p className="ui-reading">
        <strong>Muitos grupos</strong>: comparar muitos põe alguns fora da faixa por acaso. A correção é a de Benjamini e Hochberg (1995) sobre todos os grupos
        comparados, por necessidade, porte e região; “firme” é o que fica com q de até 0,05. Na tabela, p é a chance de um número tão afastado num sorteio, e q é o
        p corrigido. Os três agrupamentos repartem os mesmos municípios e não são independentes.
      </p>
    </section>
  );
}
