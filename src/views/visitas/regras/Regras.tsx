import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { count } from "../../../core/format.ts";
import { regrasComPreco } from "../../../core/visitas/preco.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { chaveDaRegra, criarCalculadora } from "./calculadora.ts";
import { colunasDasRegras, type LinhaDaRegra } from "./colunas.tsx";
import { Demandas } from "./Demandas.tsx";
import { fraseDoPreco, rotuloDaRegra } from "./frases.ts";
import { Limite } from "./Limite.tsx";
import "./regras.css";

/** What the rules cost, which demands collide, and how near the plan is to the best possible. */
export default function Regras({ feito, ...props }: ParteDeVisitasProps) {
  if (feito === null) return <Empty mensagem="O preço das regras aparece quando houver um plano." />;
  return (
    <div className="visitas-regras">
      <Limite limite={props.limite} feito={feito} />
      <Demandas municipios={props.municipios} nome={props.nome} feito={feito} />
      <Precos {...props} feito={feito} />
    </div>
  );
}

type PrecosProps = Pick<ParteDeVisitasProps, "municipios" | "nome" | "cabecalho" | "abrirCliente" | "andamento"> & { readonly feito: PlanoFeito };

function Precos({ feito, municipios, nome, cabecalho, abrirCliente, andamento }: PrecosProps) {
  const { plano, entrada } = feito;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const calculadora = useMemo(() => criarCalculadora(abrirCliente, entrada, plano), [abrirCliente, entrada, plano]);
  useEffect(() => calculadora.fechar, [calculadora]);
  const precos = useSyncExternalStore(calculadora.subscribe, calculadora.precos);
  const regras = useMemo(() => regrasComPreco(entrada), [entrada]);
  const linhas = useMemo(
    () =>
      regras.map((regra): LinhaDaRegra => {
        const preco = precos.get(chaveDaRegra(regra)) ?? null;
        const frase = preco?.estado === "pronto" ? fraseDoPreco(preco.preco, preco.cortado, nome) : "";
        return { chave: chaveDaRegra(regra), regra, rotulo: rotuloDaRegra(regra, { entrada, municipios, nome }), preco, frase };
      }),
    [regras, precos, entrada, municipios, nome],
  );
  const colunas = useMemo(
    () =>
      colunasDasRegras((regra) => {
        calculadora.calcular([regra]);
      }),
    [calculadora],
  );
  const prontas = linhas.filter(({ preco }) => preco?.estado === "pronto").length;
  const calculando = linhas.some(({ preco }) => preco?.estado === "andando" || preco?.estado === "na-fila");
  const procurando = andamento.estado === "andando";
  return (
    <section className="visitas-regras-bloco" aria-labelledby="visitas-precos">
      <h2 id="visitas-precos">O preço de cada regra</h2>
      <p>
        Quanto o plano somaria a mais sem a regra, ou com o meio a mais: a busca parte do plano da tela e procura outro melhor. O preço nunca é
        negativo; o que ela não acha em até 5.000 tentativas fica de fora, e o preço de verdade pode ser maior.
      </p>
      <div className="ui-row ui-no-print">
        {calculando ? (
          <button type="button" className="ui-button" onClick={calculadora.parar}>
            Parar de calcular
          </button>
        ) : (
          <button
            type="button"
            className="ui-button"
            disabled={procurando || prontas === linhas.length}
            onClick={() => {
              calculadora.calcular(regras);
            }}
          >
            Calcular todos os preços
          </button>
        )}
        {prontas === 0 ? null : (
          <TableCsvButton
            arquivo={`precos-das-regras-${entrada.ajustes.inicio}`}
            cabecalho={{ ...cabecalho, titulo: "Preço das regras do plano de visitas" }}
            colunas={colunas}
            linhas={linhas.filter(({ preco }) => preco?.estado === "pronto")}
          />
        )}
      </div>
      <p role="status" className="ui-small ui-muted">
        {procurando
          ? "A busca do plano ainda está andando: os preços se calculam sobre o plano pronto."
          : `${count(prontas, "preço calculado", "preços calculados")} de ${linhas.length}.`}
      </p>
      <DataTable
        legenda="Regras e meios do plano, com o preço de cada um"
        colunas={colunas}
        linhas={linhas}
        chave={chave}
        ordem={ordem}
        onOrdem={setOrdem}
        nomeLinhas={["regra ou meio", "regras e meios", "f"]}
        vazio="Este plano não tem regras com preço. Cotas, travas e meses sem viagem se escolhem em “Ajustes”."
      />
    </section>
  );
}

const chave = (linha: LinhaDaRegra): string => linha.chave;
