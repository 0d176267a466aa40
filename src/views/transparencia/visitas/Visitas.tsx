import { formatDate, formatNumber, formatPercent } from "../../../core/format.ts";
import { parseVisitasPublicas } from "../../../data/publico/visitas.ts";
import { CopyHash } from "../../../ui/download/CopyHash.tsx";
import { PageSentence } from "../../../ui/states/PageSentence.tsx";
import { Lido } from "../Lido.tsx";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Citacao } from "../protecao/Citacao.tsx";
import { Prosa } from "../protecao/Prosa.tsx";
import { Apoio } from "./Apoio.tsx";
import { fraseDasVisitas } from "./frases.ts";
import { Notas } from "./Notas.tsx";
import { Pesos } from "./Pesos.tsx";
import type { ComVisitas } from "./props.ts";
import { COMO_SE_ESCOLHE, O_SELO } from "./textos.ts";

/** How visits are chosen, by which method and weights, under which seal; and what support the state gave. */
export default function Visitas(props: ParteDeTransparenciaProps) {
  const leitura = props.ler("visitas.json", parseVisitasPublicas);
  return (
    <>
      {leitura.estado === "erro" ? <h1>Como as visitas são escolhidas</h1> : null}
      <Lido leitura={leitura} rotulo="Lendo como as visitas são escolhidas" altura="40rem">
        {(visitas) => <Conteudo {...props} visitas={visitas} />}
      </Lido>
    </>
  );
}

function Conteudo({ visitas, ...props }: ComVisitas) {
  const { fundamento, metodo, apoio } = visitas;
  return (
    <>
      <PageSentence titulo="Como as visitas são escolhidas" demonstracao={apoio?.demonstracao ?? false}>
        {fraseDasVisitas(visitas, props.municipios.length)}
      </PageSentence>
      <section className="parte-secao" aria-labelledby="visitas-escolha">
        <h2 id="visitas-escolha">Como é a escolha</h2>
        <Prosa textos={COMO_SE_ESCOLHE} />
        {fundamento === null ? null : (
          <p>
            <Citacao norma={props.norma} id={fundamento.norma} artigo={fundamento.artigo} antes="A regra está na " depois="." />
          </p>
        )}
        <ul>
          <li>
            O método escolhe {formatNumber(metodo.k)} municípios, de {formatDate(metodo.inicio)} a {formatDate(metodo.fim)}.
          </li>
          <li>
            {formatPercent(100 * metodo.pesoNota, 0)} da escolha vem da nota. {formatPercent(100 * metodo.pesoTempo, 0)} vem do tempo sem visita, contado até {formatNumber(metodo.meses)} meses.
          </li>
          {metodo.reserva === 0 ? null : <li>{formatPercent(100 * metodo.reserva, 0)} das vagas vão por sorteio, para que todo município possa ser visitado.</li>}
          {metodo.carenciaDias === 0 ? null : <li>Quem recebeu visita espera ao menos {formatNumber(metodo.carenciaDias)} dias pela próxima.</li>}
        </ul>
      </section>
      <Pesos {...props} visitas={visitas} />
      <section className="parte-secao" aria-labelledby="visitas-selo">
        <h2 id="visitas-selo">O selo do método</h2>
        <p>{O_SELO}</p>
        <dl className="parte-codigos">
          <dt>Método</dt>
          <dd>
            {metodo.nome}, fixado em {formatDate(metodo.versao)}
            {metodo.orgao === null ? "" : ` (${metodo.orgao})`}
          </dd>
          <dt>Código do método (SHA-256)</dt>
          <dd>
            <CopyHash sha256={metodo.sha256} de="do método" digitos={16} />
          </dd>
          <dt>Código dos números usados (SHA-256)</dt>
          <dd>
            <CopyHash sha256={metodo.dados} de="dos números usados" digitos={16} />
          </dd>
          <dt>Semente do sorteio</dt>
          <dd>
            <code>{metodo.sementeDaReserva}</code>
          </dd>
        </dl>
      </section>
      <Notas {...props} visitas={visitas} />
      <Apoio {...props} visitas={visitas} />
    </>
  );
}
