import { useEffect, useId, useState } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { type Municipio } from "../../../core/municipio.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "../../../core/visitas/plano.ts";
import type { SeloDoPlano } from "../../../data/visitas/plan-file.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { downloadBlob } from "../../../ui/download/download.ts";
import { equipesDe, rotuloDaEquipe } from "../equipes.ts";
import { baixarCalendario, baixarCsv, baixarPlanilha, baixarPlano, type Baixar, SemArquivo } from "./arquivos.ts";
import { FolhasDasEquipes } from "./FolhasDasEquipes.tsx";
import "./baixar.css";

export interface BaixarPlanoProps {
  readonly plano: PlanoDeVisitas;
  /** What the plan on screen was made from. */
  readonly entrada: EntradaDoPlano;
  readonly municipios: readonly Municipio[];
  readonly nome: (codigo: number) => string;
  readonly cabecalho: ExportHeader;
  /** Territory, method, figures and demonstration mark; "interno" is asked for here. */
  readonly selo: Omit<SeloDoPlano, "interno">;
  readonly orgao: string;
  /** Rule of the per diems, cited, as the territory's defaults name it; null for none. */
  readonly regraDasDiarias: string | null;
}

const TODAS = "";

/** What the button says, the file in a sentence, and how it is made. */
const ARQUIVOS: readonly (readonly [rotulo: string, oQue: string, fazer: Baixar])[] = [
  ["Baixar CSV", "O CSV", baixarCsv],
  ["Baixar planilha (XLSX)", "A planilha", baixarPlanilha],
  ["Baixar arquivo do plano (.mirante.json)", "O arquivo do plano", baixarPlano],
];

/**
 * Everything the plan can be taken away as: CSV, workbook, the plan's own file,
 * calendars and sheets a team. Files for others do not say which visits something
 * requires; the version of internal use does, and is marked so.
 */
export function BaixarPlano(props: BaixarPlanoProps) {
  const { plano, entrada, nome, cabecalho, selo, orgao, regraDasDiarias } = props;
  const id = useId();
  const [interno, setInterno] = useState(false);
  const [escolhida, setEscolhida] = useState(TODAS);
  const [aviso, setAviso] = useState("");
  const [imprimindo, setImprimindo] = useState(false);
  const equipes = equipesDe(entrada.ajustes, nome);
  const rotulo = (equipe: string): string => rotuloDaEquipe(equipes, equipe);
  const equipe = equipes.some((uma) => uma.id === escolhida) ? escolhida : TODAS;
  const vazio = plano.viagens.length === 0;

  useEffect(() => {
    if (!imprimindo) return;
    const terminou = (): void => {
      setImprimindo(false);
    };
    window.addEventListener("afterprint", terminou);
    window.print();
    return () => {
      window.removeEventListener("afterprint", terminou);
    };
  }, [imprimindo]);

  const baixar = (oQue: string, fazer: Baixar): void => {
    setAviso("");
    fazer({ plano, entrada, municipios: props.municipios, nome, rotulo, cabecalho, selo, regraDasDiarias, interno }).then(
      ({ arquivo, blob }) => {
        downloadBlob(arquivo, blob);
        setAviso(`${arquivo} foi baixado.`);
      },
      (erro: unknown) => {
        if (erro instanceof SemArquivo) {
          setAviso(erro.message);
          return;
        }
        console.error("export failed", erro);
        setAviso(`${oQue} não saiu. Recarregue a página e tente de novo.`);
      },
    );
  };

  return (
    <section className="visitas-baixar ui-no-print" aria-labelledby={`${id}-titulo`}>
      <h2 id={`${id}-titulo`}>Levar o plano</h2>
      <label className="visitas-baixar-interno">
        <input
          type="checkbox"
          checked={interno}
          aria-describedby={`${id}-interno`}
          onChange={(event) => {
            setInterno(event.target.checked);
          }}
        />
        Uso interno
      </label>
      <p id={`${id}-interno`} className="ui-small ui-muted">
        {interno
          ? "Os arquivos dirão quais visitas são exigidas e por que cada município entrou, com a marca “uso interno”. Não publique nem repasse."
          : "Os arquivos não dizem quais visitas são exigidas: podem ser publicados."}
      </p>
      <div className="ui-row">
        {ARQUIVOS.map(([rotulo, oQue, fazer]) => (
          <Botao
            key={oQue}
            rotulo={rotulo}
            aoClicar={() => {
              baixar(oQue, fazer);
            }}
          />
        ))}
      </div>
      <div className="ui-row visitas-baixar-equipe">
        <SelectField
          rotulo="Equipe"
          valor={equipe}
          opcoes={[{ valor: TODAS, rotulo: "Todas" }, ...equipes.map((uma) => ({ valor: uma.id, rotulo: uma.rotulo }))]}
          onMudar={setEscolhida}
        />
        <Botao
          rotulo="Baixar calendário (.ics)"
          desligado={vazio}
          aoClicar={() => {
            baixar("O calendário", baixarCalendario(equipe === TODAS ? null : equipe));
          }}
        />
        <Botao
          rotulo="Imprimir folhas"
          desligado={vazio}
          aoClicar={() => {
            setImprimindo(true);
          }}
        />
      </div>
      <p className="ui-small ui-muted">
        Ao importar de novo, o calendário atualiza as viagens que já estão na agenda e cancela as que saíram. Para continuar noutro dia, baixe
        também o arquivo do plano e abra-o antes: ele lembra o que já foi para a agenda.
      </p>
      <p role="status" className="ui-small">
        {aviso}
      </p>
      {imprimindo ? (
        <FolhasDasEquipes
          plano={plano}
          equipes={equipe === TODAS ? equipes.map((uma) => uma.id) : [equipe]}
          nome={nome}
          rotulo={rotulo}
          cabecalho={cabecalho}
          orgao={orgao}
          prazoDiarias={entrada.ajustes.prazoDiarias}
          regraDasDiarias={regraDasDiarias}
          metodo={selo.metodo.sha256}
          interno={interno}
        />
      ) : null}
    </section>
  );
}

interface BotaoProps {
  readonly rotulo: string;
  readonly desligado?: boolean;
  readonly aoClicar: () => void;
}

function Botao({ rotulo, desligado = false, aoClicar }: BotaoProps) {
  return (
    <button type="button" className="ui-button" disabled={desligado} onClick={aoClicar}>
      {rotulo}
    </button>
  );
}
