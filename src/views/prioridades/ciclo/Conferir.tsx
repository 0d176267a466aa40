import { useId, useMemo, useState } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { methodHash, type Metodo } from "../../../core/metodo/method.ts";
import { FileButton } from "../../../ui/file/FileButton.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { conferirHash, conferirLista, type DiferencaDaLista, type Veredito } from "./conferir.ts";
import type { EscritaDaLista } from "./lista.ts";

/** Bytes of a list nobody publishes: more is not read at all. */
const BYTES_MAXIMOS = 60_000_000;

export interface ConferirProps {
  readonly padrao: Metodo;
  readonly escrita: EscritaDaLista;
  /** Header of the file of differences. */
  readonly cabecalho: ExportHeader;
}

/** Checks what was published against the method in force and the figures in use. */
export function Conferir({ padrao, escrita, cabecalho }: ConferirProps) {
  const id = useId();
  const [colado, setColado] = useState("");
  const [arquivo, setArquivo] = useState<{ readonly nome: string; readonly texto: string } | null>(null);
  const [falha, setFalha] = useState("");
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const { selo } = escrita;
  const hash = useMemo(
    () => conferirHash(colado, { metodo: methodHash(selo.metodo), padrao: methodHash(padrao), dados: selo.dados }),
    [colado, selo, padrao],
  );
  const conferencia = useMemo(() => (arquivo === null ? null : conferirLista(arquivo.texto, escrita)), [arquivo, escrita]);
  const abrir = async (file: File): Promise<void> => {
    if (file.size > BYTES_MAXIMOS) {
      setArquivo(null);
      setFalha(`${file.name} é grande demais para ser uma lista. Confira se é o arquivo certo.`);
      return;
    }
    const texto = await file.text();
    setFalha("");
    setArquivo({ nome: file.name, texto });
  };
  return (
    <div className="prioridades-conferir">
      <div className="filters-field">
        <label htmlFor={`${id}-hash`}>SHA-256 publicado</label>
        <input
          id={`${id}-hash`}
          className="ui-input prioridades-conferir-hash"
          value={colado}
          autoComplete="off"
          spellCheck={false}
          placeholder="cole aqui"
          onChange={(event) => {
            setColado(event.target.value);
          }}
        />
      </div>
      <div role="status">{hash === null ? null : <Palavra veredito={hash} />}</div>
      <div className="ui-row">
        <FileButton
          rotulo="Abrir a lista publicada"
          aceita=".csv,.json,text/csv,application/json"
          onArquivo={(file) => {
            abrir(file).catch((error: unknown) => {
              console.error("published list not read", error);
              setArquivo(null);
              setFalha(`O navegador não conseguiu ler ${file.name}: escolha o arquivo de novo.`);
            });
          }}
        />
        {arquivo === null ? null : <span className="ui-small">{arquivo.nome}</span>}
      </div>
      <div role="status">
        {falha}
        {conferencia === null ? null : <Palavra veredito={conferencia.veredito} />}
      </div>
      {conferencia === null || conferencia.diferencas.length === 0 ? null : (
        <>
          <DataTable
            legenda="Diferenças entre a lista publicada e a calculada"
            colunas={COLUNAS}
            linhas={conferencia.diferencas}
            chave={chave}
            ordem={ordem}
            onOrdem={setOrdem}
            nomeLinhas={["diferença", "diferenças", "f"]}
            vazio="Nenhuma diferença."
          />
          <div className="ui-row">
            <TableCsvButton
              arquivo={`diferencas-${selo.metodo.id}`}
              cabecalho={cabecalho}
              colunas={COLUNAS_CSV}
              linhas={conferencia.diferencas}
              children="Baixar as diferenças (CSV)"
            />
          </div>
        </>
      )}
    </div>
  );
}

const SINAL: Readonly<Record<Veredito["tom"], string>> = { certo: "Confere.", errado: "Não confere.", aviso: "Atenção." };

function Palavra({ veredito: { tom, texto } }: { readonly veredito: Veredito }) {
  return (
    <p className={`prioridades-veredito prioridades-veredito-${tom}`}>
      <strong>{SINAL[tom]}</strong> {texto}
    </p>
  );
}

const COLUNAS: readonly TableColumn<DiferencaDaLista>[] = [
  { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
  { id: "campo", titulo: "Campo", tipo: "texto", valor: ({ campo }) => campo },
  { id: "publicada", titulo: "Na publicada", tipo: "texto", valor: ({ publicada }) => vazio(publicada) },
  { id: "calculada", titulo: "Na calculada", tipo: "texto", valor: ({ calculada }) => vazio(calculada) },
];

const COLUNAS_CSV: readonly TableColumn<DiferencaDaLista>[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ codigo }) => codigo },
  ...COLUNAS,
];

function vazio(texto: string): string {
  return texto === "" ? "em branco" : texto;
}

const chave = ({ codigo, campo }: DiferencaDaLista): string => `${codigo} ${campo}`;
