import { useCallback, useMemo } from "react";
import { compareNames } from "../../../core/format.ts";
import type { Ajustes as AjustesDoPlano } from "../../../core/visitas/ajustes.ts";
import { feriadosDoPlano } from "../../../data/visitas/feriados.ts";
import type { ParteDeVisitasProps } from "../parte.ts";
import { trimestresDe } from "../periodo.ts";
import { Arquivo } from "./Arquivo.tsx";
import { regioesDe, type ContextoDosCampos } from "./contexto.ts";
import { Datas } from "./Datas.tsx";
import { Distancias } from "./Distancias.tsx";
import { Equipes } from "./Equipes.tsx";
import { Exigencias } from "./Exigencias.tsx";
import { Objetivo } from "./Objetivo.tsx";
import "./ajustes.css";

/** Everything a plan is decided by besides the method and the figures, each with where its default comes from. */
export default function Ajustes(props: ParteDeVisitasProps) {
  const { ajustes, doTerritorio, mudarAjustes, municipios, nome, territorio, hoje, estado, mudar } = props;
  const regioes = useMemo(() => regioesDe(municipios, compareNames), [municipios]);
  const mudarParte = useCallback(
    (mudanca: Partial<AjustesDoPlano>): string =>
      mudarAjustes({ ...ajustes, ...mudanca })
        .map(({ mensagem, conserto }) => `${mensagem} ${conserto}`)
        .join(" "),
    [ajustes, mudarAjustes],
  );
  const contexto: ContextoDosCampos = {
    ajustes,
    padrao: doTerritorio.ajustes,
    mudar: mudarParte,
    nota: (campo) => doTerritorio.notas.find((nota) => nota.campo === campo) ?? null,
    nome,
    municipios,
    regioes,
  };
  const feriados = useMemo(
    () => feriadosDoPlano(territorio.uf, ajustes, hoje, doTerritorio.feriadosOpcionais),
    [territorio.uf, ajustes, hoje, doTerritorio.feriadosOpcionais],
  );
  const [primeiro, ultimo] = [ajustes.inicio, trimestresDe(ajustes).at(-1)?.fim ?? ajustes.inicio];
  const doPeriodo = feriados.filter((data) => data >= primeiro && data <= ultimo);
  const lidosContra = useMemo(() => ({ municipios, feriados }), [municipios, feriados]);
  const metodo = estado.metodo === "" ? "" : `&metodo=${encodeURIComponent(estado.metodo)}`;
  return (
    <div className="visitas-parte visitas-ajustes">
      <h2>Ajustes do plano</h2>
      <p className="ui-reading">
        Mudar um ajuste não refaz o plano: a página avisa que ele é de antes e oferece planejar de novo. O que está marcado como{" "}
        <strong className="visitas-estimada">estimada</strong> é suposição nossa, para trocar pelo que a secretaria sabe.
      </p>
      <Datas
        contexto={contexto}
        hoje={hoje}
        onHoje={(dia) => {
          mudar({ hoje: dia });
        }}
        hojeDaPagina={estado.hoje === null}
        feriados={doPeriodo}
        propostas={doTerritorio.propostas}
      />
      <Equipes contexto={contexto} />
      <Exigencias contexto={contexto} linkDosGatilhos={`#/prioridades?parte=ciclo${metodo}`} />
      <Distancias
        contexto={contexto}
        matriz={props.matriz}
        usarMatriz={props.usarMatriz}
        lugaresUrl={props.lugaresUrl}
        territorio={territorio}
      />
      <Objetivo contexto={contexto} />
      <Arquivo ajustes={ajustes} padrao={doTerritorio.ajustes} lidosContra={lidosContra} mudarAjustes={mudarAjustes} />
    </div>
  );
}
