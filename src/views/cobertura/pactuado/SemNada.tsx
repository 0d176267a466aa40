import { count, formatNumber } from "../../../core/format.ts";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { NAO_CLASSIFICADO } from "./estado-da-parte.ts";
import { porQueNada, semEstrategiaEmPalavras } from "./frases.ts";
import { Marca } from "./Marca.tsx";
import { SECOES, type SecaoProps } from "./secao.ts";

/** Lines of the plan with nothing held, before anything else; choosing one shows who answers for it. */
export function SemNada({ parte, dados }: SecaoProps) {
  const { mudar, estado, demonstracao } = parte;
  const doPlano = dados.linhas.filter(({ linha }) => linha !== null);
  const sem = doPlano.filter(({ situacao }) => situacao === "sem-nada");
  const semEstrategia = semEstrategiaEmPalavras(dados.tudo.porEstrategia.find(({ id }) => id === NAO_CLASSIFICADO)?.eventos ?? 0, dados.quando);
  if (doPlano.length === 0) {
    return <Empty mensagem={parte.pacto.notas[0] ?? "Nenhuma linha foi pactuada neste território."} acao={<a href="#/dados">Ir para a página de dados</a>} />;
  }
  return (
    <section className="pactuado-parte" aria-labelledby={SECOES["sem-nada"].id}>
      <div className="ui-row">
        <h2 id={SECOES["sem-nada"].id} tabIndex={-1}>
          {sem.length === 0 ? "Toda linha do plano teve algo realizado" : `${count(sem.length, "linha do plano", "linhas do plano", "f")} sem nada realizado`}
        </h2>
        {demonstracao ? <DemoMark /> : null}
      </div>
      {semEstrategia === null ? null : (
        <p className="ui-reading">{semEstrategia} O que corrigir está na última seção.</p>
      )}
      {sem.length === 0 ? (
        <p className="ui-reading">As {formatNumber(doPlano.length)} linhas têm ao menos um evento realizado por uma das suas estratégias, {dados.quando}.</p>
      ) : (
        <ul className="pactuado-sem-nada">
          {sem.map((item) => (
            <li key={item.chave}>
              <Marca rotulo="nada realizado" />
              <button
                type="button"
                className="pactuado-escolher"
                aria-pressed={estado.pactuado.linha === item.chave}
                onClick={() => {
                  mudar({ pactuado: { ...estado.pactuado, linha: item.chave } });
                }}
              >
                {item.tema}
              </button>
              <span className="ui-small ui-muted">{porQueNada(item)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
