import { useState } from "react";
import { formatDate } from "../../core/format.ts";
import type { Achado } from "../../core/qualidade/achado.ts";
import { marcaDe, marcar, mudouDesde, SITUACAO_ROTULO, SITUACOES } from "../../core/qualidade/acompanhamento.ts";
import {
  dadoEmPalavras,
  esperadoEmPalavras,
  fraseDoAchado,
  medidaEmPalavras,
  oQueFazer,
} from "../../core/qualidade/frase.ts";
import { ESPECIE_ROTULO, type Regra } from "../../core/qualidade/regra.ts";
import { DayField } from "../../ui/filters/DayField.tsx";
import { SidePanel } from "../../ui/panel/SidePanel.tsx";
import { type Contexto, dataDe } from "./contexto.ts";
import { EstadoMarca } from "./EstadoMarca.tsx";

interface PainelProps {
  readonly contexto: Contexto;
  readonly achado: Achado;
  readonly focar: boolean;
}

/** One finding in full: what was seen, what was expected, why, what to do, and what was done. */
export function Painel({ contexto, achado, focar }: PainelProps) {
  const { nomes, mudar } = contexto;
  const regra = nomes.regras.get(achado.regra);
  const indicador = nomes.indicadores.get(achado.indicador);
  const valor = achado.valor === null ? "sem dado" : medidaEmPalavras(achado.valor, indicador);
  return (
    <SidePanel
      titulo={nomes.municipios.get(achado.codigo) ?? String(achado.codigo)}
      subtitulo={dadoEmPalavras(achado, nomes)}
      focar={focar}
      onFechar={() => {
        mudar({ item: null });
      }}
    >
      <EstadoMarca estado={achado.gravidade} />
      <p>{fraseDoAchado(achado, nomes)}</p>
      <dl className="qualidade-fatos">
        <dt>Valor lido</dt>
        <dd>{valor}</dd>
        <dt>O que se esperava</dt>
        <dd>{esperadoEmPalavras(achado, nomes)}</dd>
        <dt>O que fazer</dt>
        <dd>{oQueFazer(achado, nomes)}</dd>
        <dt>Fonte</dt>
        <dd>{nomes.fontes.get(achado.fonte ?? "")?.nome ?? achado.fonte ?? "não informada"}</dd>
      </dl>
      <Acompanhar contexto={contexto} achado={achado} />
      {regra === undefined ? null : <SobreARegra regra={regra} />}
    </SidePanel>
  );
}

function SobreARegra({ regra }: { readonly regra: Regra }) {
  return (
    <section className="qualidade-acompanhar" aria-labelledby="qualidade-regra-titulo">
      <h3 id="qualidade-regra-titulo">A regra</h3>
      <dl className="qualidade-fatos">
        <dt>Regra de {ESPECIE_ROTULO[regra.especie].toLowerCase()}</dt>
        <dd>{regra.nome}</dd>
        <dt>Por quê</dt>
        <dd>{regra.porque}</dd>
        <dt>De onde vem</dt>
        <dd>{regra.referencia}</dd>
        {regra.limitacao === undefined ? null : (
          <>
            <dt>O que ela não vê</dt>
            <dd>{regra.limitacao}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** What was done about the finding, and when. Nothing is typed here but a day. */
function Acompanhar({ contexto, achado }: Omit<PainelProps, "focar">) {
  const { marcas, store } = contexto;
  const marca = marcaDe(marcas, achado);
  const [data, setData] = useState(marca?.data ?? dataDe(contexto));
  return (
    <section className="qualidade-acompanhar" aria-labelledby="qualidade-acompanhar-titulo">
      <h3 id="qualidade-acompanhar-titulo">Acompanhamento</h3>
      <p role="status">
        {marca === null
          ? "Ainda sem marca."
          : `Marcado: ${SITUACAO_ROTULO[marca.situacao]} em ${formatDate(marca.data)}.${mudouDesde(marca, achado) ? " O valor mudou desde então." : ""}`}
      </p>
      <DayField
        rotulo="Data da marca"
        valor={data}
        onMudar={(nova) => {
          setData(nova);
          if (marca !== null) store.marcar(achado, marcar(achado, marca.situacao, nova));
        }}
      />
      <div className="qualidade-acompanhar-botoes" role="group" aria-label="Marcar como">
        {SITUACOES.map((situacao) => (
          <button
            key={situacao}
            type="button"
            className="ui-button"
            aria-pressed={marca?.situacao === situacao}
            onClick={() => {
              store.marcar(achado, marca?.situacao === situacao ? null : marcar(achado, situacao, data));
            }}
          >
            {SITUACAO_ROTULO[situacao]}
          </button>
        ))}
      </div>
      <p className="ui-muted ui-small">Aperte de novo para tirar a marca.</p>
    </section>
  );
}
