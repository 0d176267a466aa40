import { useId, useMemo, useState } from "react";
import type { Prazo, RegraDaCasa } from "../../../core/denuncias/prazos.ts";
import { count } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { tamanhoDoPrazo } from "../prazos/vencimento.ts";
import { DESFECHO_ROTULO, PASSO_ROTULO, regraEmPalavras } from "../rotulos.ts";
import { Arquivo } from "./Arquivo.tsx";
import { anosDe, colunasDoCalendario, linhasDoCalendario, type LinhaDoCalendario } from "./calendario.ts";
import "./regras.css";

const REGRAS: readonly { readonly valor: RegraDaCasa; readonly rotulo: string; readonly oQue: string }[] = [
  { valor: null, rotulo: "Mostrar as duas datas", oQue: "A urgência é pela mais próxima, e a página avisa onde as duas contagens divergem." },
  { valor: "corridos", rotulo: "Dias corridos", oQue: "Contam sábados, domingos e feriados; se o último dia não for útil, passa para o próximo que for." },
  { valor: "uteis", rotulo: "Dias úteis", oQue: "Contam só os dias de expediente, pelo calendário abaixo." },
];

/** How terms are counted: the terms with their articles, the house's rule, and the calendar. */
export default function Regras(props: ParteDeDenunciasProps) {
  const { doTerritorio, norma, hoje, cabecalho } = props;
  const colunas = useMemo(() => colunasDosPrazos(norma, doTerritorio), [norma, doTerritorio]);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  return (
    <div className="denuncias-regras">
      <section className="denuncias-regras-parte" aria-labelledby="denuncias-regras-prazos">
        <h2 id="denuncias-regras-prazos">Os prazos e seus artigos</h2>
        <p className="ui-reading">
          O primeiro dia não conta e o último conta. Prazo que termina em dia sem expediente passa para o próximo dia útil; dias de suspensão não
          contam. O prazo da gestão municipal segue o calendário do município; os outros, o da sede.
        </p>
        <DataTable
          legenda="Prazos da apuração de denúncias, com norma e artigo"
          colunas={colunas}
          linhas={doTerritorio.prazos}
          chave={idDe}
          ordem={ordem}
          onOrdem={setOrdem}
          vazio="Este território não tem norma de prazos cadastrada: nada é contado."
          nomeLinhas={["prazo", "prazos", "m"]}
        />
        <TableCsvButton arquivo={`denuncias-prazos-da-norma-${hoje}`} cabecalho={cabecalho("Prazos da apuração de denúncias")} colunas={colunas} linhas={doTerritorio.prazos} discreto />
      </section>
      <RegraDaCasaCampo {...props} />
      <CalendarioDosAnos {...props} />
      {doTerritorio.notas.length === 0 ? null : (
        <section className="denuncias-regras-parte" aria-labelledby="denuncias-regras-notas">
          <h2 id="denuncias-regras-notas">O que supusemos</h2>
          <ul className="ui-reading">
            {doTerritorio.notas.map((nota) => (
              <li key={nota}>{nota}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function idDe({ id }: Prazo): string {
  return id;
}

function colunasDosPrazos(norma: ParteDeDenunciasProps["norma"], doTerritorio: ParteDeDenunciasProps["doTerritorio"]): TableColumn<Prazo>[] {
  const quem = ({ responsavel }: Prazo): string =>
    ({ ouvidoria: doTerritorio.ouvidoria, gabinete: doTerritorio.gabinete, municipio: "Gestão municipal", superintendencia: "Superintendência do tema" })[responsavel];
  const artigo = (prazo: Prazo): string => `${norma(prazo.norma)?.nomeCurto ?? prazo.norma}, ${prazo.artigo}`;
  return [
    { id: "nome", titulo: "Prazo", tipo: "texto", valor: ({ nome }) => nome },
    { id: "tamanho", titulo: "Quanto", tipo: "texto", ordenavel: false, valor: tamanhoDoPrazo },
    {
      id: "desde",
      titulo: "Começa em",
      tipo: "texto",
      ordenavel: false,
      valor: ({ desde, desfecho }) => (desfecho === null ? PASSO_ROTULO[desde] : `${PASSO_ROTULO[desde]}: ${DESFECHO_ROTULO[desfecho].toLowerCase()}`),
    },
    { id: "cumpre", titulo: "Cumpre-se com", tipo: "texto", ordenavel: false, valor: ({ cumpre }) => PASSO_ROTULO[cumpre] },
    { id: "quem", titulo: "Responsável", tipo: "texto", valor: quem },
    {
      id: "artigo",
      titulo: "Norma e artigo",
      tipo: "texto",
      ordenavel: false,
      valor: artigo,
      render: (prazo) => {
        const citada = norma(prazo.norma);
        return citada === null ? artigo(prazo) : <NormaLink norma={citada} artigo={prazo.artigo} />;
      },
    },
  ];
}

/** The house's rule and the optional days, both in the address and in every export. */
function RegraDaCasaCampo({ doTerritorio, estado, mudar }: ParteDeDenunciasProps) {
  const id = useId();
  const silentes = doTerritorio.prazos.filter(({ unidade }) => unidade === "silente");
  return (
    <section className="denuncias-regras-parte" aria-labelledby="denuncias-regras-casa">
      <h2 id="denuncias-regras-casa">A regra da casa</h2>
      {silentes.length === 0 ? (
        <p className="ui-reading">A norma diz como contar todos os prazos: não há o que escolher.</p>
      ) : (
        <>
          <p className="ui-reading">
            Em {count(silentes.length, "prazo", "prazos")} a norma dá o número de dias e não diz se são corridos ou úteis (
            {silentes.map(({ artigo }) => artigo).join("; ")}). Quem decide é a casa; a escolha fica no endereço desta página e sai escrita em todo
            arquivo baixado.
          </p>
          <fieldset className="denuncias-regras-escolha">
            <legend className="ui-hidden">Onde a norma não diz como contar</legend>
            {REGRAS.map(({ valor, rotulo, oQue }) => (
              <label key={rotulo}>
                <input
                  type="radio"
                  name={id}
                  checked={estado.regra === valor}
                  onChange={() => {
                    mudar({ regra: valor, pagina: 1 });
                  }}
                />
                <span>
                  <strong>{rotulo}</strong>. {oQue}
                </span>
              </label>
            ))}
          </fieldset>
        </>
      )}
      <label className="denuncias-regras-opcao">
        <input
          type="checkbox"
          checked={!estado.facultativosUteis}
          onChange={({ target }) => {
            mudar({ facultativosUteis: !target.checked, pagina: 1 });
          }}
        />
        <span>
          <strong>Ponto facultativo não é dia útil</strong>
          {doTerritorio.facultativos.length === 0 ? "" : ` (${doTerritorio.facultativos.join(", ")} e os do calendário carregado)`}.
        </span>
      </label>
      <p className="ui-small ui-muted" role="status">
        Em vigor: {regraEmPalavras(estado.regra)}; ponto facultativo {estado.facultativosUteis ? "conta" : "não conta"} como dia útil.
      </p>
    </section>
  );
}

/** The days without business of each year, and the user's own. */
function CalendarioDosAnos(props: ParteDeDenunciasProps) {
  const { ajustes, doUsuario, hoje, nome, cabecalho } = props;
  const anos = useMemo(() => anosDe(ajustes.parados), [ajustes.parados]);
  const [escolhido, setEscolhido] = useState(Number(hoje.slice(0, 4)));
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const ano = anos.includes(escolhido) ? escolhido : (anos.at(-1) ?? escolhido);
  const linhas = useMemo(() => linhasDoCalendario(ajustes.parados, doUsuario, ano, "seu calendário"), [ajustes.parados, doUsuario, ano]);
  const colunas = useMemo(() => colunasDoCalendario(nome), [nome]);
  const daTela = useMemo(() => (linhas.some(({ inicio, fim }) => inicio !== fim) ? colunas : colunas.filter(({ id }) => id !== "fim")), [colunas, linhas]);
  return (
    <section className="denuncias-regras-parte" aria-labelledby="denuncias-regras-calendario">
      <h2 id="denuncias-regras-calendario">O calendário de {ano}</h2>
      <p className="ui-reading">
        Feriados nacionais e estaduais vêm de uma biblioteca mantida por outros; os municipais, os pontos facultativos a mais e os períodos sem
        prazo vêm do arquivo que você carregar. Sábados e domingos nunca são dias úteis.
      </p>
      <Arquivo {...props} />
      <SelectField
        rotulo="Ano"
        valor={String(ano)}
        opcoes={anos.map((um) => ({ valor: String(um), rotulo: String(um) }))}
        onMudar={(valor) => {
          setEscolhido(Number(valor));
        }}
      />
      <DataTable
        legenda={`Dias sem expediente e suspensões de ${ano}`}
        colunas={daTela}
        linhas={linhas}
        chave={chaveDoDia}
        ordem={ordem}
        onOrdem={setOrdem}
        vazio="Nenhum feriado conhecido neste ano."
        nomeLinhas={["dia ou período", "dias ou períodos", "m"]}
      />
      <TableCsvButton arquivo={`calendario-${ano}`} cabecalho={{ ...cabecalho(`Dias sem expediente de ${ano}`), demonstracao: false }} colunas={colunas} linhas={linhas} discreto />
    </section>
  );
}

function chaveDoDia({ inicio, fim, nome, municipio, tipo }: LinhaDoCalendario): string {
  return `${inicio} ${fim} ${tipo} ${nome} ${municipio}`;
}
