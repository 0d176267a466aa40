import { MINIMO_DE_PARES, CALLIPER } from "../../../core/equidade/index.ts";
import { formatNumber } from "../../../core/format.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";

/** How it is compared, and what the comparison cannot show. */
export function Limites({ demonstracao }: Pick<ParteDeCoberturaProps, "demonstracao">) {
  return (
    <section className="cobertura-efeito-parte" aria-labelledby="cobertura-efeito-limites">
      <h2 id="cobertura-efeito-limites">Como se compara e o que não mostra</h2>
      {demonstracao ? (
        <p className="ui-reading">
          Os números do indicador não são inventados; o registro de apoio é de demonstração, isto é, inventado. Por isso toda a comparação é de demonstração: ela mostra como a página
          funciona, não o que o apoio fez.
        </p>
      ) : null}
      <p className="ui-reading">
        <strong>Quem com quem.</strong> Cada município com apoio entre as duas medidas é posto ao lado de um sem apoio do mesmo porte e da mesma região, com valor
        inicial próximo (até {formatNumber(CALLIPER, 1)} desvio-padrão); o par mais próximo se forma primeiro e ninguém entra duas vezes. A diferença é a mudança
        de um menos a do outro, na média dos pares. Com menos de {formatNumber(MINIMO_DE_PARES)} pares, a resposta é “dados insuficientes”.
      </p>
      <p className="ui-reading">
        <strong>O que não mostra.</strong> Não mostra que o apoio seja a causa da mudança: quem teve apoio não foi sorteado, e muitas vezes teve porque precisava
        ou porque pediu. Um valor que começa muito baixo tende a subir sozinho; por isso os pares partem de valores próximos, e mesmo assim pode sobrar diferença.
        O que mais mudou no município entre as duas medidas não entra na conta. “Sem apoio” quer dizer sem registro do tipo de apoio escolhido nesses dias: pode
        ter havido outro, ou antes. Um indicador pode levar anos para responder. Testar muitos indicadores até achar uma diferença também engana.
      </p>
      <p className="ui-reading">
        <strong>Quando conta o apoio.</strong> Do dia seguinte ao fim do primeiro período até o fim do segundo, ou até a véspera dele, à escolha: o apoio dado depois
        de o número ser colhido não pode tê-lo mudado, e a fonte nem sempre diz o dia da coleta. O período da página não vale aqui, e o que é depois de hoje não conta.
      </p>
      <p className="ui-small ui-muted cobertura-efeito-nota">
        Fontes: Austin, Pharmaceutical Statistics 10(2), 2011 (distância entre os pares); Austin e Small, Statistics in Medicine 33(24), 2014 (reamostras de pares);
        Austin, Statistics in Medicine 28(25), 2009 (equilíbrio). Indicadores com respostas em palavras não têm diferença que se possa tirar e não são oferecidos.
      </p>
    </section>
  );
}
