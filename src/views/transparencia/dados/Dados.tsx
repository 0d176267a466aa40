import { useMemo } from "react";
import { parseMudancas } from "../../../data/publico/csv-mudancas.ts";
import { parsePacote, type PacoteAberto } from "../../../data/publico/csv-pacote.ts";
import type { EdicaoDeMudancas } from "../../../core/publico/mudancas.ts";
import { CopyHash } from "../../../ui/download/CopyHash.tsx";
import { PageSentence } from "../../../ui/states/PageSentence.tsx";
import { Lido } from "../Lido.tsx";
import type { Leitura, ParteDeTransparenciaProps } from "../parte.ts";
import { Historico } from "./Historico.tsx";
import { frasePrincipal } from "./model.ts";
import { Tabela } from "./Tabela.tsx";
import { TEXTOS } from "./textos.ts";
import "./dados.css";

const ARQUIVOS = [
  { caminho: "dados/datapackage.json", oque: "descreve cada tabela, no padrão Data Package da Frictionless" },
  { caminho: "dados/index.txt", oque: "a lista das tabelas em texto simples" },
  { caminho: "dados/mudancas.json", oque: "o histórico dos números" },
] as const;

const lerMudancas = (value: unknown): readonly EdicaoDeMudancas[] => parseMudancas(value);

/** Open data: every published table, how to use and cite it, and what changed since the last release. */
export default function Dados({ ler, arquivo }: ParteDeTransparenciaProps) {
  const pacote = ler("dados/datapackage.json", parsePacote);
  const mudancas = ler("dados/mudancas.json", lerMudancas);
  return (
    <Lido leitura={pacote} rotulo="Lendo a lista de tabelas" altura="40rem">
      {(valor) => <Aberto pacote={valor} mudancas={mudancas} arquivo={arquivo} />}
    </Lido>
  );
}

interface AbertoProps {
  readonly pacote: PacoteAberto;
  readonly mudancas: Leitura<readonly EdicaoDeMudancas[]>;
  readonly arquivo: ParteDeTransparenciaProps["arquivo"];
}

function Aberto({ pacote, mudancas, arquivo }: AbertoProps) {
  const { resources, licenses, demonstracao, hashDosDados } = pacote;
  const titulos = useMemo(() => new Map(resources.map(({ name, title }) => [name, title])), [resources]);
  const [licenca] = licenses;
  return (
    <>
      <PageSentence titulo="Dados abertos" demonstracao={demonstracao}>
        {frasePrincipal(pacote)}
      </PageSentence>
      <section className="ui-stack" aria-label="Como usar">
        <p>{TEXTOS.abertura}</p>
        {demonstracao ? <p>{TEXTOS.demonstracao}</p> : null}
        <ul>
          {[TEXTOS.comoAbrir, TEXTOS.planilha, TEXTOS.branco, TEXTOS.oculto, TEXTOS.assinatura, TEXTOS.enderecos].map((texto) => (
            <li key={texto}>{texto}</li>
          ))}
        </ul>
        {licenca?.path === undefined ? null : (
          <p>
            Licença: <a href={licenca.path}>{licenca.title}</a>. Cite a fonte ao usar.
          </p>
        )}
        <p>{TEXTOS.programas}</p>
        <ul>
          {ARQUIVOS.map(({ caminho, oque }) => (
            <li key={caminho}>
              <a href={arquivo(caminho)}>{caminho}</a>: {oque}
            </li>
          ))}
        </ul>
        <div>
          SHA-256 de todos os dados: <CopyHash sha256={hashDosDados} de="de todos os dados" digitos={16} />
        </div>
      </section>
      <section className="abertos-lista" aria-labelledby="abertos-tabelas">
        <h2 id="abertos-tabelas">Tabelas</h2>
        {resources.map((tabela) => (
          <Tabela key={tabela.name} tabela={tabela} endereco={arquivo(`dados/${tabela.path}`)} />
        ))}
      </section>
      <Lido leitura={mudancas} rotulo="Lendo o histórico dos números" altura="10rem">
        {(historico) => <Historico historico={historico} titulos={titulos} />}
      </Lido>
    </>
  );
}
