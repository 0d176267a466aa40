import { useState, useSyncExternalStore } from "react";
import { count } from "../../../core/format.ts";
import type { Problem } from "../../../core/problem.ts";
import { downloadBlob } from "../../../ui/download/download.ts";
import { FileButton } from "../../../ui/file/FileButton.tsx";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { calendarioDaAba } from "./calendario-store.ts";

interface Leitura {
  readonly arquivo: string;
  readonly dias: number;
  readonly problemas: readonly Problem[];
}

/** The user's own calendar: brought in, kept in this browser, taken away. */
export function Arquivo({ lugaresUrl, territorio }: ParteDeDenunciasProps) {
  const store = calendarioDaAba();
  const { calendario, guarda } = useSyncExternalStore(store.subscribe, store.estado);
  const [leitura, setLeitura] = useState<Leitura | null>(null);
  const [mensagem, setMensagem] = useState("");
  const [lendo, setLendo] = useState(false);
  const ler = async (file: File): Promise<void> => {
    // Reading spreadsheets takes much code: it comes when there is one to read.
    const [{ fetchPlaces }, { readCalendario }] = await Promise.all([
      import("../../../data/metodo/open-external-index.ts"),
      import("../../../data/denuncias/calendario-csv.ts"),
    ]);
    const { dias, problemas } = await readCalendario(file, await fetchPlaces(lugaresUrl, territorio));
    setLeitura({ arquivo: file.name, dias: dias.length, problemas });
    if (dias.length === 0) {
      setMensagem(`Nenhum dia foi lido de ${file.name}: o calendário em uso não mudou.`);
      return;
    }
    store.usar({ arquivo: file.name, dias });
    setMensagem(`${count(dias.length, "dia ou período lido", "dias ou períodos lidos")} de ${file.name}: os prazos já contam com ${dias.length === 1 ? "ele" : "eles"}.`);
  };
  const baixarModelo = async (): Promise<void> => {
    const { modeloDoCalendario } = await import("../../../data/denuncias/calendario-csv.ts");
    downloadBlob("modelo-calendario.csv", new Blob([modeloDoCalendario()], { type: "text/csv;charset=utf-8" }));
  };
  const falhou = (oQue: string) => (error: unknown): void => {
    console.error(oQue, error);
    setMensagem(`${oQue}. Tente de novo; se continuar, recarregue a página.`);
  };
  return (
    <div className="denuncias-regras-arquivo">
      <p className="ui-reading">
        {calendario === null
          ? "Nenhum calendário seu está em uso."
          : `Em uso: ${calendario.arquivo}, com ${count(calendario.dias.length, "dia ou período", "dias ou períodos")}. ${
              guarda
                ? "Fica só neste navegador e não vai no endereço: quem abrir seu link conta sem ele."
                : "Este navegador não guarda dados: o calendário some ao fechar a página."
            }`}{" "}
        O arquivo tem as colunas data (ou inicio e fim), tipo (feriado, facultativo ou suspensão), nome e codigo_ibge, esta só para o que vale em um
        município.
      </p>
      <div className="ui-row">
        <FileButton
          rotulo={lendo ? "Lendo…" : "Carregar calendário"}
          aceita=".csv,.xlsx,.xls,.ods,.txt"
          desligado={lendo}
          onArquivo={(file) => {
            setLendo(true);
            setMensagem("");
            ler(file)
              .catch(falhou(`${file.name} não pôde ser lido`))
              .finally(() => {
                setLendo(false);
              });
          }}
        />
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            baixarModelo().catch(falhou("O modelo não pôde ser gerado"));
          }}
        >
          Baixar arquivo-modelo
        </button>
        {calendario === null ? null : (
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              store.usar(null);
              setLeitura(null);
              setMensagem("Calendário retirado: os prazos contam só com os feriados nacionais e estaduais.");
            }}
          >
            Retirar o calendário
          </button>
        )}
      </div>
      <p role="status">{mensagem}</p>
      {leitura === null || leitura.problemas.length === 0 ? null : <Problemas {...leitura} />}
    </div>
  );
}

function Problemas({ arquivo, problemas }: Leitura) {
  return (
    <section aria-label={`Problemas de ${arquivo}`}>
      <h3>
        {count(problemas.length, "problema", "problemas")} em {arquivo}
      </h3>
      <ul className="denuncias-regras-problemas" tabIndex={0}>
        {problemas.map(({ linha, coluna, valor, mensagem, conserto }, i) => (
          <li key={`${i} ${linha} ${coluna}`}>
            {linha === null ? "" : `Linha ${linha}${coluna === null ? "" : `, coluna ${coluna}`}: `}
            {mensagem}
            {valor === null ? "" : ` Lido: “${valor}”.`} {conserto}
          </li>
        ))}
      </ul>
    </section>
  );
}
