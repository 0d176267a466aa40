import { createPortal } from "react-dom";
import type { ExportHeader } from "../../../core/export-header.ts";
import { count, formatDate, formatNumber } from "../../../core/format.ts";
import type { Ajustes } from "../../../core/visitas/ajustes.ts";
import type { PlanoDeVisitas, Viagem } from "../../../core/visitas/plano.ts";
import { diaDaSemana, diasUteis, emDias } from "../../../data/visitas/export/palavras.ts";
import "./folhas.css";

export interface FolhasDasEquipesProps {
  readonly plano: Pick<PlanoDeVisitas, "viagens">;
  /** Teams whose sheets are printed, in order, by id. */
  readonly equipes: readonly string[];
  readonly nome: (codigo: number) => string;
  /** Name of a team by its id: "Equipe 1". */
  readonly rotulo: (equipe: string) => string;
  readonly cabecalho: ExportHeader;
  /** Body that runs the visits. */
  readonly orgao: string;
  readonly prazoDiarias: Ajustes["prazoDiarias"];
  /** Rule of the per diems, cited; null where the territory names none. */
  readonly regraDasDiarias: string | null;
  /** SHA-256 of the method. */
  readonly metodo: string;
  /** Says which visits are required, and marks each page as of internal use. */
  readonly interno: boolean;
}

/** Digits of the method's hash on paper. */
const DIGITOS = 16;

/**
 * A sheet a team, for paper only: its tours by date, with days, km, the last day
 * to ask for per diems, and room for signatures. It stands outside the page, which
 * is not printed while it is there; the head of each sheet repeats on every page.
 */
export function FolhasDasEquipes(props: FolhasDasEquipesProps) {
  return createPortal(
    <div className="visitas-folhas">
      {props.equipes.map((equipe) => (
        <Folha key={equipe} equipe={equipe} {...props} />
      ))}
    </div>,
    document.body,
  );
}

function Folha(props: FolhasDasEquipesProps & { readonly equipe: string }) {
  const { equipe, plano, rotulo, prazoDiarias, regraDasDiarias } = props;
  const viagens = plano.viagens.filter((viagem) => viagem.equipe === equipe);
  const visitas = viagens.reduce((soma, { paradas }) => soma + paradas.length, 0);
  const dias = viagens.reduce((soma, viagem) => soma + viagem.dias, 0);
  const km = viagens.reduce((soma, viagem) => soma + viagem.km, 0);
  return (
    <table className="visitas-folha" role="presentation">
      <thead>
        <tr>
          <td>
            <CabecaDaFolha {...props} />
          </td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <h2>
              {rotulo(equipe)}: {count(viagens.length, "viagem", "viagens", "f")}
            </h2>
            <p>
              {viagens.length === 0
                ? "Sem viagem neste plano."
                : `${count(visitas, "visita", "visitas", "f")}, ${diasUteis(dias)} em campo, ${formatNumber(km)} km.`}
            </p>
            {viagens.map((viagem, i) => (
              <ViagemDaFolha key={viagem.id} viagem={viagem} ordem={i + 1} {...props} />
            ))}
            <p className="visitas-folha-regra">
              Diárias: pedir com {diasUteis(prazoDiarias.uteis)} de antecedência, {diasUteis(prazoDiarias.comPassagem)} com passagem aérea
              {regraDasDiarias === null ? "" : ` (${regraDasDiarias})`}.
            </p>
            <div className="visitas-folha-assinaturas">
              <p>Responsável pela equipe</p>
              <p>Coordenação</p>
              <p>Data</p>
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function CabecaDaFolha({ equipe, rotulo, cabecalho, orgao, metodo, interno }: FolhasDasEquipesProps & { readonly equipe: string }) {
  return (
    <div className="visitas-folha-cabeca">
      <p>
        <strong>
          {cabecalho.titulo}: {rotulo(equipe)}
        </strong>
        {interno ? <strong className="visitas-folha-marca">USO INTERNO</strong> : null}
        {cabecalho.demonstracao ? <strong className="visitas-folha-marca">DADOS DE DEMONSTRAÇÃO</strong> : null}
      </p>
      <p>
        {orgao}. Dados até {formatDate(cabecalho.dataReferencia)}. Método SHA-256 {metodo.slice(0, DIGITOS)}…
      </p>
    </div>
  );
}

function ViagemDaFolha({
  viagem,
  ordem,
  nome,
  interno,
}: FolhasDasEquipesProps & { readonly viagem: Viagem; readonly ordem: number }) {
  return (
    <section className="visitas-folha-viagem">
      <h3>
        Viagem {formatNumber(ordem)}: {comSemana(viagem.inicio)}
        {viagem.fim === viagem.inicio ? "" : ` a ${comSemana(viagem.fim)}`}
      </h3>
      <p>
        {diasUteis(viagem.dias)}, {formatNumber(viagem.km)} km, saída de {nome(viagem.base)}
        {viagem.comPassagem ? ", com passagem aérea" : ""}. <strong>Pedir diárias até {comSemana(viagem.pedirDiariasAte)}.</strong>
      </p>
      <table className="visitas-folha-paradas">
        <thead>
          <tr>
            <th scope="col" className="ui-number">
              Ordem
            </th>
            <th scope="col">Município</th>
            <th scope="col" className="ui-number">
              Chegada
            </th>
            <th scope="col" className="ui-number">
              Saída
            </th>
            <th scope="col" className="ui-number">
              Dias
            </th>
            <th scope="col">Recebido por (nome e assinatura)</th>
          </tr>
        </thead>
        <tbody>
          {viagem.paradas.map(({ codigo, chegada, saida, dias, motivo }, i) => (
            <tr key={codigo}>
              <td className="ui-number">{i + 1}</td>
              <th scope="row">
                {nome(codigo)}
                {interno && motivo.tipo === "exigido" ? " (visita exigida)" : ""}
              </th>
              <td className="ui-number">{formatDate(chegada)}</td>
              <td className="ui-number">{formatDate(saida)}</td>
              <td className="ui-number">{emDias(dias)}</td>
              <td className="visitas-folha-linha" />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="visitas-folha-notas">Observações:</p>
    </section>
  );
}

function comSemana(data: string): string {
  return `${formatDate(data)} (${diaDaSemana(data)})`;
}
