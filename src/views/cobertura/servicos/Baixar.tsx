import { useState } from "react";
import { count } from "../../../core/format.ts";
import type { PacoteDeServicos } from "../../../data/servicos/pacote.ts";
import { downloadBlob } from "../../../ui/download/download.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { LEI_DO_PAINEL, fontesDe, type Contexto } from "./contexto.ts";
import { doServico } from "./recorte.ts";

/** The rows in sight, of every year, as an open file with the dictionary that says how to read it. */
export function Baixar({ contexto }: { readonly contexto: Contexto }) {
  const { recorte, nome, norma, hoje, territorio, extrato, filtros } = contexto;
  const { registros, servico, ano } = recorte;
  const [falha, setFalha] = useState("");
  const linhas = doServico(registros, servico);
  const lei = norma(LEI_DO_PAINEL.norma);
  const baixar = async (salvar: (pacote: PacoteDeServicos) => Promise<void> | void): Promise<void> => {
    const { pacoteDeServicos } = await import("../../../data/servicos/pacote.ts");
    await salvar(
      pacoteDeServicos(linhas, {
        nome,
        demonstracao: extrato.demonstracao,
        arquivo: `servicos-${territorio.uf.toLowerCase()}`,
        lugar: territorio.nome,
        fontes: fontesDe(extrato, recorte),
        // Every year goes, and satisfaction as it was told.
        filtros: filtros.filter((filtro) => !filtro.startsWith("ano: ") && !filtro.startsWith("satisfação ")),
        dataReferencia: hoje,
      }),
    );
  };
  const botao = (rotulo: string, salvar: (pacote: PacoteDeServicos) => Promise<void> | void, principal = false) => (
    <button
      type="button"
      className={principal ? "ui-button ui-button-primary" : "ui-button"}
      onClick={() => {
        setFalha("");
        baixar(salvar).catch((error: unknown) => {
          setFalha(`O arquivo não pôde ser gerado (${error instanceof Error ? error.message : String(error)}). Tente de novo.`);
        });
      }}
    >
      {rotulo}
    </button>
  );
  if (ano === null) return null;
  return (
    <section className="cobertura-servicos-secao ui-no-print" aria-labelledby="servicos-baixar">
      <div className="ui-row">
        <h2 id="servicos-baixar">Baixar os dados com o dicionário</h2>
        {extrato.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-reading">
        {count(linhas.length, "linha", "linhas", "f")} de todos os anos, como {linhas.length === 1 ? "foi informada" : "foram informadas"}, com os filtros em uso: CSV para máquinas (UTF-8, vírgula, ponto decimal, em branco = sem dado) e o dicionário em JSON
        (Data Package da Frictionless), que diz de cada coluna o tipo, a unidade e a escala, e do arquivo a fonte, a licença e a soma SHA-256.
        {lei === null ? null : (
          <>
            {" "}
            Dados interoperáveis para o painel: <NormaLink norma={lei} artigo={LEI_DO_PAINEL.interoperavel} />.
          </>
        )}
      </p>
      <div className="ui-row">
        {botao(
          "Baixar CSV e dicionário (.zip)",
          async (pacote) => {
            const { zipDoPacote } = await import("../../../data/servicos/pacote.ts");
            downloadBlob(pacote.nomes.zip, new Blob([zipDoPacote(pacote)], { type: "application/zip" }));
          },
          true,
        )}
        {botao("Só o CSV", ({ nomes, csv }) => {
          downloadBlob(nomes.csv, new Blob([csv], { type: "text/csv;charset=utf-8" }));
        })}
        {botao("Só o dicionário (JSON)", ({ nomes, dicionario }) => {
          downloadBlob(nomes.dicionario, new Blob([dicionario], { type: "application/json" }));
        })}
      </div>
      <p role="status" className={falha === "" ? "ui-hidden" : "ui-small"}>
        {falha}
      </p>
    </section>
  );
}
