import { useMemo, useState } from "react";
import { celula } from "../../../core/absence.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import type { DrawSummary } from "../../../core/metodo/draws.ts";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { Baixar } from "./Baixar.tsx";
import { contagemDe, fraseDasPartes, type Contagem } from "./frase.ts";

interface DuvidaProps {
  readonly resumo: DrawSummary | null;
  readonly cabecalho: ExportHeader;
}

interface LinhaDuvida extends Contagem {
  readonly id: string;
  readonly nome: string;
  readonly oque: string;
}

/** Statistical noise and choice of method, each alone and together. */
export function Duvida({ resumo, cabecalho }: DuvidaProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const linhas = useMemo(() => (resumo === null ? [] : linhasDe(resumo)), [resumo]);
  return (
    <section className="prioridades-bloco" aria-labelledby="firmeza-partes">
      <h3 id="firmeza-partes">De onde vem a dúvida</h3>
      <p aria-live="polite">{(resumo === null ? null : fraseDasPartes(resumo)) ?? "À espera dos sorteios."}</p>
      <DataTable
        legenda="Firmeza por tipo de dúvida"
        colunas={COLUNAS}
        linhas={linhas}
        chave={chave}
        ordem={ordem}
        onOrdem={setOrdem}
        vazio="Os números vêm com a primeira estimativa dos sorteios."
      />
      <Baixar rotulo="da firmeza por tipo de dúvida" arquivo="prioridades-firmeza-partes" cabecalho={{ ...cabecalho, titulo: "Firmeza da lista por tipo de dúvida" }} colunas={COLUNAS} linhas={linhas} />
    </section>
  );
}

function linhasDe({ all, statistical, method }: DrawSummary): LinhaDuvida[] {
  return [
    ...(statistical === null
      ? []
      : [{ id: "numeros", nome: "Ruído dos números", oque: "números pequenos e dados que faltam", ...contagemDe(statistical) }]),
    ...(method === null ? [] : [{ id: "metodo", nome: "Escolha do método", oque: "pesos, modo de juntar e um indicador a menos", ...contagemDe(method) }]),
    { id: "tudo", nome: "Tudo junto", oque: "os dois ao mesmo tempo", ...contagemDe(all) },
  ];
}

const chave = ({ id }: LinhaDuvida): string => id;

const quantos = (id: "firme" | "provavel" | "possivel", titulo: string): TableColumn<LinhaDuvida> => ({
  id,
  titulo,
  unidade: "municípios",
  tipo: "numero",
  valor: (linha) => ({ valor: linha[id] }),
});

const COLUNAS: readonly TableColumn<LinhaDuvida>[] = [
  { id: "nome", titulo: "O que se sorteia", tipo: "texto", valor: ({ nome }) => nome },
  { id: "oque", titulo: "O que é", tipo: "texto", valor: ({ oque }) => oque },
  quantos("firme", "Firme"),
  quantos("provavel", "Provável"),
  quantos("possivel", "Possível"),
  {
    id: "largura",
    titulo: "Variação da posição, mediana",
    unidade: "lugares",
    tipo: "numero",
    valor: ({ largura }) => celula(largura, "dados-insuficientes"),
  },
];
