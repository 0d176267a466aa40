import { useId } from "react";
import { CAMPOS, chaveDoConflito, type Conflito, type Escolha, type Registro, valorDe } from "../../core/mescla/index.ts";
import { capitalize, joinPt } from "../../core/format.ts";
import { municipioDoRegistro, type NomesDosRegistros, TIPO_ROTULO, tituloDoRegistro, valorEmPalavras } from "./titulos.ts";
import "./conflitos.css";

/** One record with what is to be decided of it. */
export interface GrupoDeConflitos {
  readonly registro: Registro;
  readonly conflitos: readonly Conflito[];
}

/** What the two sides are called: "neste navegador", "no arquivo". */
export interface NomesDosLados {
  readonly meu: string;
  readonly deles: string;
}

export interface ConflitosProps {
  readonly grupos: readonly GrupoDeConflitos[];
  readonly nomes: NomesDosRegistros;
  readonly lados: NomesDosLados;
  /** False when what there was before is not known. */
  readonly temBase: boolean;
  /** The side chosen; null while it is not. */
  readonly escolha: (chave: string) => Escolha | null;
  readonly onEscolher: (chave: string, lado: "meu" | "deles") => void;
}

/** What both sides changed, field by field: what it was, and each side's, to choose one. Arrows choose, Tab goes on. */
export function Conflitos({ grupos, nomes, lados, temBase, escolha, onEscolher }: ConflitosProps) {
  return (
    <ul className="conflitos">
      {grupos.map(({ registro, conflitos }) => {
        const municipio = municipioDoRegistro(registro, nomes);
        const { um } = TIPO_ROTULO[registro.tipo];
        return (
          <li key={registro.id} className="conflitos-registro">
            <h4>
              {capitalize(um)}
              {municipio === null ? "" : ` de ${nomes.nome(municipio)}`}: {tituloDoRegistro(registro, nomes)}
            </h4>
            {conflitos.map((conflito) => {
              const chave = chaveDoConflito(conflito);
              return (
                <UmConflito
                  key={chave}
                  conflito={conflito}
                  registro={registro}
                  nomes={nomes}
                  lados={lados}
                  temBase={temBase}
                  escolha={escolha(chave)}
                  onEscolher={(lado) => {
                    onEscolher(chave, lado);
                  }}
                />
              );
            })}
          </li>
        );
      })}
    </ul>
  );
}

interface UmConflitoProps extends Pick<ConflitosProps, "nomes" | "lados" | "temBase"> {
  readonly conflito: Conflito;
  readonly registro: Registro;
  readonly escolha: Escolha | null;
  readonly onEscolher: (lado: "meu" | "deles") => void;
}

function UmConflito({ conflito, registro, nomes, lados, temBase, escolha, onEscolher }: UmConflitoProps) {
  const id = useId();
  const ditos = emPalavras(conflito, registro, nomes);
  return (
    <fieldset className="conflitos-campo" data-conflito={chaveDoConflito(conflito)}>
      <legend>{ditos.oQue}</legend>
      <p className="conflitos-antes">
        <span className="conflitos-lado">antes</span>
        {temBase ? ditos.base : "não se sabe"}
      </p>
      {(["meu", "deles"] as const).map((lado) => (
        <label key={lado} className="conflitos-opcao">
          <input
            type="radio"
            name={id}
            value={lado}
            checked={escolha === lado}
            onChange={() => {
              onEscolher(lado);
            }}
          />
          <span>
            <span className="conflitos-lado">{lados[lado]}</span>
            {ditos[lado]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface Ditos {
  readonly oQue: string;
  readonly base: string;
  readonly meu: string;
  readonly deles: string;
}

const VAZIO = "em branco";

function emPalavras(conflito: Conflito, registro: Registro, nomes: NomesDosRegistros): Ditos {
  const { tipo } = registro;
  if (conflito.tipo === "campo") {
    const { campo } = conflito;
    const dizer = (valor: Parameters<typeof valorEmPalavras>[2]): string => valorEmPalavras(tipo, campo, valor, nomes) || VAZIO;
    return { oQue: CAMPOS[tipo][campo]?.rotulo ?? campo, base: dizer(conflito.base), meu: dizer(conflito.meu), deles: dizer(conflito.deles) };
  }
  const { um, artigo } = TIPO_ROTULO[tipo];
  const mudou = conflito.campos.map((campo) => {
    const ficou = valorEmPalavras(tipo, campo, valorDe(conflito.meu.removido ? conflito.deles : conflito.meu, campo), nomes) || VAZIO;
    return `${CAMPOS[tipo][campo]?.rotulo ?? campo}: ${ficou}`;
  });
  const fica = mudou.length === 0 ? "fica" : `fica, com ${joinPt(mudou)}`;
  const sai = `apagad${artigo}`;
  return {
    oQue: `${capitalize(um)} ${artigo === "a" ? "inteira" : "inteiro"}`,
    base: conflito.base === null ? "não havia" : conflito.base.removido ? sai : "havia",
    meu: conflito.meu.removido ? sai : fica,
    deles: conflito.deles.removido ? sai : fica,
  };
}
