import { useState } from "react";
import { count } from "../../../core/format.ts";
import type { MatrizDeDistancias } from "../../../core/visitas/plano.ts";
import { FileButton } from "../../../ui/file/FileButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { Frases } from "../Frases.tsx";
import type { ParteDeVisitasProps } from "../parte.ts";
import { CampoNumero, Nota, PorRegiao, Secao } from "./Campos.tsx";
import type { ContextoDosCampos } from "./contexto.ts";

export interface DistanciasProps extends Pick<ParteDeVisitasProps, "matriz" | "usarMatriz" | "lugaresUrl" | "territorio"> {
  readonly contexto: ContextoDosCampos;
}

type Unidade = "arquivo" | MatrizDeDistancias["unidade"];

/** How far places are: factors of the estimate, or somebody's matrix. */
export function Distancias({ contexto, matriz, usarMatriz, lugaresUrl, territorio }: DistanciasProps) {
  const { ajustes, padrao, mudar, nota, regioes } = contexto;
  const { desvio } = ajustes;
  const fatorDe = (fatores: typeof desvio, regiao: number): number =>
    fatores.regioes.find((uma) => uma.regiao === regiao)?.fator ?? fatores.padrao;
  return (
    <Secao titulo="Distâncias">
      <p className="ui-small">
        {matriz === null ? (
          <>
            As distâncias são <strong className="visitas-estimada">estimadas</strong>: linha reta entre as sedes × fator de desvio, na média dos
            fatores das duas pontas. Nenhum serviço de fora é consultado.
          </>
        ) : (
          `As distâncias vêm do arquivo ${matriz.arquivo}: ${count(matriz.codigos.length, "município", "municípios")}, em ${matriz.unidade}.`
        )}
      </p>
      <div className="visitas-campos">
        <CampoNumero
          rotulo="Velocidade média"
          unidade="km/h"
          valor={ajustes.velocidade}
          padrao={padrao.velocidade}
          nota={nota("velocidade")}
          onMudar={(velocidade) => mudar({ velocidade })}
        />
        <CampoNumero
          rotulo="Fator de desvio onde não há outro"
          valor={desvio.padrao}
          padrao={padrao.desvio.padrao}
          nota={nota("desvio")}
          onMudar={(fator) => mudar({ desvio: { ...desvio, padrao: fator } })}
        />
      </div>
      <PorRegiao
        titulo="Fator de desvio de cada região"
        regioes={regioes}
        campo={(codigo, nome) => (
          <CampoNumero
            rotulo={nome}
            valor={fatorDe(desvio, codigo)}
            padrao={fatorDe(padrao.desvio, codigo)}
            nota={nota(`desvio.${codigo}`)}
            onMudar={(fator) => {
              const outras = desvio.regioes.filter(({ regiao }) => regiao !== codigo);
              return mudar({ desvio: { ...desvio, regioes: [...outras, { regiao: codigo, fator }].sort((a, b) => a.regiao - b.regiao) } });
            }}
          />
        )}
      />
      <Matriz matriz={matriz} usarMatriz={usarMatriz} lugaresUrl={lugaresUrl} territorio={territorio} contexto={contexto} />
      <Nota nota={nota("matriz")} />
    </Secao>
  );
}

function Matriz({ matriz, usarMatriz, lugaresUrl, territorio, contexto: { municipios } }: DistanciasProps) {
  const [unidade, setUnidade] = useState<Unidade>("arquivo");
  const [frases, setFrases] = useState<readonly string[]>([]);
  const [lendo, setLendo] = useState(false);
  const ler = async (file: File): Promise<void> => {
    // Reading spreadsheets takes much code: it comes when there is one to read.
    const [{ fetchPlaces }, { readMatriz }] = await Promise.all([
      import("../../../data/metodo/open-external-index.ts"),
      import("../../../data/visitas/matriz.ts"),
    ]);
    const lugares = await fetchPlaces(lugaresUrl, territorio);
    const lida = await readMatriz(file, lugares, municipios, unidade === "arquivo" ? null : unidade);
    if (lida.matriz === null) {
      setFrases([...lida.problemas.map(({ mensagem, conserto }) => `${mensagem} ${conserto}`), "As distâncias em uso não mudaram."]);
      return;
    }
    usarMatriz(lida.matriz);
    setFrases([`${file.name}: distâncias de ${count(lida.matriz.codigos.length, "município", "municípios")} em uso no próximo plano.`]);
  };
  return (
    <div className="visitas-matriz">
      <div className="visitas-escolher">
        <SelectField
          rotulo="Unidade da matriz"
          valor={unidade}
          opcoes={[
            { valor: "arquivo", rotulo: "a que o arquivo diz" },
            { valor: "km", rotulo: "quilômetros de estrada" },
            { valor: "horas", rotulo: "horas de estrada" },
          ]}
          onMudar={setUnidade}
        />
        <FileButton
          rotulo={lendo ? "Lendo…" : "Usar uma matriz de distâncias"}
          aceita=".csv,.tsv,.txt,.xlsx,.ods"
          desligado={lendo}
          onArquivo={(file) => {
            setLendo(true);
            ler(file)
              .catch((error: unknown) => {
                console.error("distance matrix not read", error);
                setFrases([`${file.name} não pôde ser lido: confira o arquivo e tente de novo. As distâncias em uso não mudaram.`]);
              })
              .finally(() => {
                setLendo(false);
              });
          }}
        />
        {matriz === null ? null : (
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              usarMatriz(null);
              setFrases(["As distâncias voltam a ser estimadas no próximo plano."]);
            }}
          >
            Voltar às estimadas
          </button>
        )}
      </div>
      <p className="filters-help">
        Uma tabela quadrada: a primeira linha e a primeira coluna têm os municípios (código ou nome); as células, a distância. Fica só nesta aba.
      </p>
      <Frases frases={frases} />
    </div>
  );
}
