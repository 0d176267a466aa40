import { useMemo } from "react";
import { celulaPublica } from "../../../core/publico/numero.ts";
import type { DenunciasDoLugar } from "../../../core/publico/municipio.ts";
import { textoDasDenuncias } from "../../../core/publico/municipio-texto-denuncias.ts";
import { periodoPorExtenso } from "../../../core/publico/municipio-texto.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { useTermos } from "../../../ui/glossario/use-glossario.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { PaginaProps } from "./props.ts";
import { Tabela } from "./Tabela.tsx";

type Linha = DenunciasDoLugar["linhas"][number];

const COLUNAS: readonly TableColumn<Linha>[] = [
  { id: "periodo", titulo: "Período", tipo: "texto", valor: ({ periodo }) => periodoPorExtenso(periodo) },
  { id: "denuncias", titulo: "Denúncias registradas", tipo: "numero", valor: ({ valor }) => celulaPublica(valor) },
];

/** Complaints of the place, or of the region around it with the reason. */
export function Denuncias({ municipio, cabecalho, enderecoDe }: PaginaProps) {
  const { frases, mostrados } = useMemo(() => textoDasDenuncias(municipio), [municipio]);
  const ditas = useTermos(frases);
  const demonstracao = municipio.denuncias?.demonstracao === true;
  return (
    <section aria-labelledby="municipio-denuncias">
      <h2 id="municipio-denuncias">Denúncias</h2>
      {demonstracao ? <DemoMark /> : null}
      {ditas.map((frase, i) => (
        <p key={i}>{frase}</p>
      ))}
      {mostrados.map((lugar) => {
        const legenda = tituloDe(lugar);
        return (
          <div key={lugar.tabela + lugar.lugar}>
            <Tabela legenda={legenda} colunas={COLUNAS} linhas={lugar.linhas} chave={({ periodo }) => periodo} />
            <p className="municipio-acoes ui-no-print">
              <TableCsvButton arquivo={`denuncias-${municipio.codigo}`} cabecalho={cabecalho(legenda, [], demonstracao)} colunas={COLUNAS} linhas={lugar.linhas} discreto />
            </p>
          </div>
        );
      })}
      <p>
        <a href={enderecoDe("denuncias")}>Veja como são tratadas as denúncias</a> e <a href={enderecoDe("protecao")}>como as pessoas são protegidas</a>.
      </p>
    </section>
  );
}

function tituloDe({ lugar, doMunicipio, nivel, tempo }: DenunciasDoLugar): string {
  const onde = doMunicipio ? `em ${lugar}` : nivel === "uf" ? `em todo o Estado (${lugar})` : `na região de ${lugar}`;
  return `Denúncias registradas ${onde}, por ${tempo === "mes" ? "mês" : tempo}`;
}
