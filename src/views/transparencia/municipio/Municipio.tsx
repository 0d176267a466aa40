import { useState } from "react";
import { parseMunicipioPublico } from "../../../data/publico/ler-municipio.ts";
import { PageSentence } from "../../../ui/states/PageSentence.tsx";
import { Lido } from "../Lido.tsx";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Escolha } from "./Escolha.tsx";
import { Pagina } from "./Pagina.tsx";
import "./municipio.css";

/** "Como está o meu município?": one page to be read, of the municipality that the reader chooses. */
export default function Municipio(props: ParteDeTransparenciaProps) {
  const { estado, ler, nome, municipios, territorio } = props;
  const conhecido = municipios.some(({ codigo }) => codigo === estado.codigo);
  const codigo = conhecido ? estado.codigo : null;
  const trocou = useTrocou(codigo);
  const leitura = ler(codigo === null ? null : `municipio/${codigo}.json`, parseMunicipioPublico);
  if (codigo === null) {
    return (
      <>
        <PageSentence titulo="Como está o meu município?">
          Escolha a sua cidade e veja o que os números dizem dela, e o que eles não dizem.
        </PageSentence>
        {estado.codigo === null ? null : <p role="status">O código {estado.codigo} não é de nenhum município {territorio.nomeCom}. Escolha um da lista.</p>}
        <Escolha {...props} codigo={null} />
      </>
    );
  }
  return (
    <>
      <div className="municipio-topo ui-no-print">
        <Escolha {...props} codigo={codigo} />
      </div>
      {leitura.estado === "erro" ? <h1>Como está {nome(codigo)}?</h1> : null}
      <Lido key={codigo} leitura={leitura} rotulo={`Lendo os números de ${nome(codigo)}`} altura="60rem">
        {(municipio) => <Pagina {...props} municipio={municipio} focar={trocou} />}
      </Lido>
    </>
  );
}

/** True from the first time that the municipality on screen is not the one the page opened with. */
function useTrocou(codigo: number | null): boolean {
  const [visto, setVisto] = useState({ codigo, trocou: false });
  if (visto.codigo !== codigo) setVisto({ codigo, trocou: true });
  return visto.trocou;
}
