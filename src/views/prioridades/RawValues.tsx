import { Fragment, memo, useMemo, useState } from "react";
import type { Indicador } from "../../core/indicador.ts";
import type { PreparedPriority } from "../../core/metodo/priority.ts";
import type { ValorBruto } from "./painel/figuras.ts";
import { useIntervalos, type Intervalos } from "./painel/use-intervalos.ts";

export interface RawValuesProps {
  readonly codigo: number;
  readonly nome: string;
  readonly valores: readonly ValorBruto[];
  readonly preparada: PreparedPriority;
  readonly catalogo: readonly Indicador[];
}

/** Every figure of the municipality with its counts, interval, period and source, and what the score made of it; by dimension, folded away. */
export const RawValues = memo(function RawValues({ codigo, nome, valores, preparada, catalogo }: RawValuesProps) {
  const [aberto, setAberto] = useState(false);
  const intervalos = useIntervalos(aberto);
  const intervalo = useMemo(() => intervaloDos(intervalos, codigo, preparada, catalogo), [intervalos, codigo, preparada, catalogo]);
  const dimensoes = emOrdem(valores, preparada);
  return (
    <details
      className="prioridades-valores"
      onToggle={(event) => {
        setAberto(event.currentTarget.open);
      }}
    >
      <summary>Todos os números e fontes</summary>
      {dimensoes.map((dimensao) => (
        <table key={dimensao} className="prioridades-contas">
          <caption>
            {dimensao}
            <span className="ui-hidden"> em {nome}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Indicador</th>
              <th scope="col" className="ui-number">
                Valor publicado
              </th>
            </tr>
          </thead>
          <tbody>
            {valores
              .filter((valor) => valor.dimensao === dimensao)
              .map((valor) => (
                <Fragment key={valor.id}>
                  <tr className={valor.detalhe === null ? undefined : "prioridades-linha-com-detalhe"}>
                    <th scope="row">
                      {valor.nome}
                      <span className="prioridades-peso">
                        {valor.periodo === null ? "" : `${valor.periodo} · `}
                        {valor.fonte}
                        {valor.arquivo === null ? "" : ` · ${valor.arquivo}`}
                      </span>
                    </th>
                    {valor.valor === null ? (
                      <td className="ui-number ui-absence">sem dado</td>
                    ) : (
                      <td className="prioridades-figura">{valor.valor}</td>
                    )}
                  </tr>
                  {valor.detalhe === null ? null : (
                    <tr>
                      <td colSpan={2} className="prioridades-detalhe">
                        <Detalhe valor={valor} detalhe={valor.detalhe} intervalo={intervalo} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
          </tbody>
        </table>
      ))}
    </details>
  );
});

/** The method's dimensions in their order, then what is context. */
function emOrdem(valores: readonly ValorBruto[], { metodo }: PreparedPriority): string[] {
  const comFigura = new Set(valores.map(({ dimensao }) => dimensao));
  const doMetodo = metodo.dimensoes.map(({ nome }) => nome).filter((nome) => comFigura.has(nome));
  return [...doMetodo, ...[...comFigura].filter((nome) => !doMetodo.includes(nome))];
}

type DoIndicador = (id: string) => string | null;

function Detalhe({
  valor,
  detalhe,
  intervalo,
}: {
  readonly valor: ValorBruto;
  readonly detalhe: NonNullable<ValorBruto["detalhe"]>;
  readonly intervalo: DoIndicador;
}) {
  const { contagem, usado, pesoProprio, semContagem, baliza, origemBaliza, vencido } = detalhe;
  const linhas: readonly (readonly [string, string | null])[] = [
    ["Contagem", contagem],
    ["Intervalo de 95 %", contagem === null ? null : intervalo(valor.id)],
    ["Usado na nota", usado],
    ["Peso dos dados do próprio município", pesoProprio],
    ["Sem encolhimento", semContagem],
    ["Necessidade", baliza],
    ["Balizas", origemBaliza === "" ? null : origemBaliza],
  ];
  return (
    <>
      {vencido === null ? null : <p className="prioridades-vencido">{vencido}</p>}
      <dl>
        {linhas.map(([nome, texto]) =>
          texto === null ? null : (
            <div key={nome}>
              <dt>{nome}: </dt>
              <dd>{texto}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

function intervaloDos({ modulo, falhou }: Intervalos, codigo: number, preparada: PreparedPriority, catalogo: readonly Indicador[]): DoIndicador {
  if (modulo === null) return () => (falhou ? "não carregado: feche e abra de novo" : "calculando…");
  const unidade = preparada.codigos.indexOf(codigo);
  const preparados = new Map(preparada.indicadores.map((p) => [p.metodo.id, p]));
  const registros = new Map(catalogo.map((r) => [r.id, r]));
  return (id) => {
    const [preparado, registro] = [preparados.get(id), registros.get(id)];
    return preparado === undefined || registro === undefined ? null : modulo.intervaloEmPalavras(preparado, registro, unidade);
  };
}
