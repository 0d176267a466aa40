import { CLASSES_A_PARTE, PRIMEIRO_DIA_POSSIVEL, type ClasseAParte } from "../../../core/denuncia.ts";
import { count, formatDate, formatNumber } from "../../../core/format.ts";
import type { RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import type { GrupoDenuncias } from "../../../data/queries/denuncias-linhas.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import type { Contagens } from "./contagens.ts";
import { ARTIGO_APENSAMENTO } from "./cabecalho.ts";
import type { Contexto } from "./contexto.ts";

export const GRUPO_ROTULO: Readonly<Record<GrupoDenuncias, string>> = {
  caso: "Casos contados nos gráficos",
  "passo-antes-do-registro": "Com um passo anterior ao registro",
  "sem-data": "Sem data de registro",
  "data-impossivel": "Com data de registro impossível",
  apensada: "Apensadas a outra denúncia",
  repetida: "Linhas repetidas de um protocolo",
  circular: "Apensadas em círculo",
};

interface AParteProps {
  readonly contexto: Contexto;
  readonly recorte: RecorteDenuncias;
  readonly contagens: Contagens;
  readonly onVer: (grupo: GrupoDenuncias) => void;
}

/** What the charts leave out and why, each with its rows one click away. */
export function AParte({ contexto, recorte, contagens, onVer }: AParteProps) {
  const { registro, norma } = contexto;
  const { semPrincipal, linhas } = registro;
  const porque: Readonly<Record<ClasseAParte, string>> = {
    "sem-data": "não se sabe em que mês pôr.",
    "data-impossivel": `depois da data de referência (${formatDate(recorte.referencia)}) ou antes de existir o SUAS (${formatDate(PRIMEIRO_DIA_POSSIVEL)}).`,
    apensada: "o caso já conta no protocolo principal.",
    repetida: "o protocolo já conta uma vez, pela linha de registro mais antigo.",
    circular: "uma aponta para a outra, e não se acha o protocolo principal; corrija no arquivo.",
  };
  const presentes = CLASSES_A_PARTE.filter((classe) => contagens.aParte[classe] > 0);
  return (
    <section className="denuncias-a-parte" aria-labelledby="denuncias-a-parte-titulo">
      <div className="ui-row">
        <h2 id="denuncias-a-parte-titulo">O que ficou à parte</h2>
        {registro.extrato.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-reading">
        Cada caso conta uma vez. Denúncias repetidas sobre o mesmo fato são apensadas à mais antiga
        {norma === null ? null : (
          <>
            {" ("}
            <NormaLink norma={norma} artigo={ARTIGO_APENSAMENTO} />)
          </>
        )}
        , e contam no protocolo principal
        {semPrincipal === 0
          ? ""
          : `; ${count(semPrincipal, "apensada tem", "apensadas têm", "f")} o principal fora do extrato, e a mais antiga conta no lugar dele`}
        . O extrato inteiro tem {count(linhas, "linha", "linhas", "f")}; com os filtros em uso, ficaram fora dos gráficos:
      </p>
      {presentes.length === 0 ? (
        <p>Nenhuma linha ficou fora dos gráficos.</p>
      ) : (
        <ul className="denuncias-classes">
          {presentes.map((classe) => (
            <li key={classe}>
              <span className="ui-number">{formatNumber(contagens.aParte[classe])}</span>
              <span>
                <strong>{GRUPO_ROTULO[classe]}</strong>: {porque[classe]}
              </span>
              <VerLinhas grupo={classe} onVer={onVer} />
            </li>
          ))}
        </ul>
      )}
      {contagens.comAviso === 0 ? null : (
        <ul className="denuncias-classes">
          <li>
            <span className="ui-number">{formatNumber(contagens.comAviso)}</span>
            <span>
              <strong>{GRUPO_ROTULO["passo-antes-do-registro"]}</strong>: estão nos gráficos, pela data de registro;
              confira as datas no arquivo.
            </span>
            <VerLinhas grupo="passo-antes-do-registro" onVer={onVer} />
          </li>
        </ul>
      )}
    </section>
  );
}

interface VerLinhasProps {
  readonly grupo: GrupoDenuncias;
  readonly onVer: (grupo: GrupoDenuncias) => void;
}

function VerLinhas({ grupo, onVer }: VerLinhasProps) {
  return (
    <button
      type="button"
      className="ui-button ui-button-quiet"
      aria-label={`Ver linhas: ${GRUPO_ROTULO[grupo]}`}
      onClick={() => {
        onVer(grupo);
      }}
    >
      Ver linhas
    </button>
  );
}
