import { formatDate, formatNumber, formatPeriod } from "../../../core/format.ts";
import type { ExtratoPublicado } from "../../../core/publico/publicacao.ts";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { PageSentence } from "../../../ui/states/PageSentence.tsx";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Citacao, NORMA } from "./Citacao.tsx";
import { Prosa } from "./Prosa.tsx";
import { COMO_PEDIR, COMPARTILHAMENTO, FINALIDADE, NADA_COLETADO, NA_EDICAO_TECNICA, O_QUE_ENTRA, SEM_ENCARREGADO } from "./textos.ts";

/** Where the data come from, what for, under which law, with whom they are shared, what is collected, and how to ask. */
export default function Protecao(props: ParteDeTransparenciaProps) {
  const { publicacao, territorio, enderecoDe, norma } = props;
  const { protecao, extratos } = publicacao;
  return (
    <>
      <PageSentence titulo="Proteção de dados">Esta página não coleta nada sobre quem a lê, e só publica números que não mostram ninguém.</PageSentence>
      <section className="parte-secao" aria-labelledby="protecao-coleta">
        <h2 id="protecao-coleta">O que é coletado de você: nada</h2>
        <Prosa textos={NADA_COLETADO} />
        {props.edicao === "tecnica" ? <p>{NA_EDICAO_TECNICA}</p> : null}
      </section>
      <section className="parte-secao" aria-labelledby="protecao-origem">
        <h2 id="protecao-origem">De onde vêm os números</h2>
        <Prosa textos={O_QUE_ENTRA} />
        <ul>
          {extratos.map((extrato) => (
            <li key={extrato.id}>
              {origemEmPalavras(extrato)} {extrato.demonstracao ? <DemoMark /> : null}
            </li>
          ))}
        </ul>
        <p>
          A lista das fontes, com o órgão e a licença de cada uma, está em <a href={enderecoDe("dados")}>Dados abertos</a>.
        </p>
      </section>
      <section className="parte-secao" aria-labelledby="protecao-finalidade">
        <h2 id="protecao-finalidade">Para que servem</h2>
        <Prosa textos={FINALIDADE} />
      </section>
      <section className="parte-secao" aria-labelledby="protecao-base">
        <h2 id="protecao-base">Que leis permitem e mandam</h2>
        <ul>
          <li>Publicar sem que ninguém peça: Lei 12.527/2011 (acesso à informação), art. 8º.</li>
          <li>Cuidar de dados pessoais no serviço público: Lei 13.709/2018 (LGPD), arts. 7º, III, e 23.</li>
          <li>
            Proteger quem denuncia: <Citacao norma={norma} id={NORMA.denuncias} artigo="art. 5º, § 3º" depois="; " />
            Lei 13.460/2017, art. 10, § 7º.
          </li>
          <li>Contar o que a ouvidoria fez no ano: Lei 13.460/2017, arts. 14 e 15.</li>
          {norma(NORMA.painel) === null ? null : (
            <li>
              <Citacao norma={norma} id={NORMA.painel} artigo="art. 25" antes="Mostrar origem, finalidade e compartilhamento: " depois=", usada como modelo. Ela não vale aqui." />
            </li>
          )}
        </ul>
      </section>
      <section className="parte-secao" aria-labelledby="protecao-compartilhar">
        <h2 id="protecao-compartilhar">Com quem são compartilhados</h2>
        <Prosa textos={COMPARTILHAMENTO} />
      </section>
      <section className="parte-secao" aria-labelledby="protecao-regras">
        <h2 id="protecao-regras">As regras desta publicação</h2>
        <ul>
          <li>Nas denúncias, contagens de 1 a {formatNumber(protecao.k.denuncias - 1)} ficam ocultas. {protecao.quem.denuncias}</li>
          <li>Nos serviços, contagens de 1 a {formatNumber(protecao.k.servicos - 1)} ficam ocultas. {protecao.quem.servicos}</li>
          <li>{protecao.arredondamento.porque}</li>
          <li>Só entram períodos que já acabaram em {formatDate(publicacao.dataReferencia)}.</li>
        </ul>
        <p>
          O que foi oculto e a prova de que ninguém descobre estão em <a href={enderecoDe("denuncias")}>Denúncias</a> e <a href={enderecoDe("servicos")}>Serviços</a>.
        </p>
      </section>
      <section className="parte-secao" aria-labelledby="protecao-encarregado">
        <h2 id="protecao-encarregado">Quem responde e como pedir</h2>
        <dl className="parte-codigos">
          <dt>Órgão</dt>
          <dd>{territorio.orgao}</dd>
          <dt>Responsável pelos números</dt>
          <dd>{ditos(protecao.responsavel.nome, protecao.responsavel.contato)}</dd>
          <dt>Encarregado da proteção de dados</dt>
          <dd>{ditos(protecao.encarregado.cargo, protecao.encarregado.contato)}</dd>
          <dt>Licença de uso</dt>
          <dd>{protecao.licenca.url === null ? protecao.licenca.titulo : <a href={protecao.licenca.url}>{protecao.licenca.titulo}</a>}</dd>
        </dl>
        {protecao.encarregado.cargo === null ? <p>{SEM_ENCARREGADO}</p> : null}
        <Prosa textos={COMO_PEDIR} />
      </section>
    </>
  );
}

function ditos(quem: string | null, contato: string | null): string {
  return quem === null && contato === null ? "a definir" : [quem ?? "a definir", contato].filter((parte) => parte !== null).join(": ");
}

const ORIGEM: ReadonlyMap<string, string> = new Map([
  ["municipios", "Nomes, regiões e população dos municípios"],
  ["indicadores", "Números públicos de outros órgãos"],
  ["denuncias", "Contagens do registro de denúncias"],
  ["apoios", "Contagens do registro de apoio técnico"],
  ["servicos", "Contagens do registro dos serviços"],
]);

function origemEmPalavras({ id, inicio, fim }: ExtratoPublicado): string {
  const nome = ORIGEM.get(id) ?? id;
  if (inicio === null || fim === null) return `${nome}.`;
  return inicio === fim ? `${nome}, de ${formatPeriod(inicio)}.` : `${nome}, de ${formatPeriod(inicio)} a ${formatPeriod(fim)}.`;
}
