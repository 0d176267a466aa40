import type { CivilDate } from "../../../core/civil-date.ts";
import { formatDate, formatNumber } from "../../../core/format.ts";
import { isValor } from "../../../core/absence.ts";
import { SidePanel } from "../../../ui/panel/SidePanel.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { lugarEmPalavras } from "../filtros/palavras.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { RumoDoMunicipio } from "../RumoDoMunicipio.tsx";
import type { LinhaDoMinimo } from "./linhas.ts";
import { MarcaDoMinimo } from "./Marca.tsx";

interface PainelProps extends Pick<ParteDeCoberturaProps, "pacto" | "norma" | "estado" | "mudar" | "demonstracao"> {
  readonly linha: LinhaDoMinimo;
  readonly focar: boolean;
}

/** The chosen municipality: its last monitorings, when the next is due, whom to ask. */
export function Painel({ linha, focar, mudar, demonstracao, ...props }: PainelProps) {
  const { municipio, noLocal, porDados, vence, passados, restam, estado } = linha;
  return (
    <SidePanel
      titulo={municipio.nome}
      subtitulo={lugarEmPalavras(municipio)}
      focar={focar}
      onFechar={() => {
        mudar({ municipio: null });
      }}
    >
      {demonstracao ? <DemoMark /> : null}
      <dl className="cobertura-fatos">
        <dt>Situação</dt>
        <dd>
          <MarcaDoMinimo estado={estado} />
        </dd>
        <dt>Último monitoramento no local</dt>
        <dd>{diaOuAusencia(noLocal)}</dd>
        <dt>Último monitoramento por dados</dt>
        <dd>{diaOuAusencia(porDados)}</dd>
        <dt>Próximo até</dt>
        <dd>
          {diaOuAusencia(vence)}
          {!isValor(passados) || !isValor(restam)
            ? ""
            : passados.valor > 0
              ? ` (passou há ${dias(passados.valor)})`
              : restam.valor === 0
                ? " (é hoje)"
                : ` (faltam ${dias(restam.valor)})`}
        </dd>
      </dl>
      <RumoDoMunicipio municipio={municipio} {...props} />
    </SidePanel>
  );
}

function diaOuAusencia(dia: CivilDate | null) {
  return dia === null ? <span className="ui-absence">sem registro</span> : formatDate(dia);
}

function dias(n: number): string {
  return n === 1 ? "1 dia" : `${formatNumber(n)} dias`;
}
