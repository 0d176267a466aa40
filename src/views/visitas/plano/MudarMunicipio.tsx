import { useMemo, useState } from "react";
import { compareNames, count, formatNumber } from "../../../core/format.ts";
import { visitasDoPlano } from "../../../core/visitas/comparar.ts";
import { fraseDoMotivoDentro, fraseDoMotivoFora } from "../../../core/visitas/motivos.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { Drawer } from "../../../ui/panel/Drawer.tsx";
import { enderecoDoDossie } from "../Dossie.tsx";
import { rotuloDaEquipe, type Equipe } from "../equipes.ts";
import type { Edicao, ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { intervaloEmDatas, trimestresDe } from "../periodo.ts";
import { destinosDe, NENHUM_DESTINO } from "./destinos.ts";

export interface MudarMunicipioProps extends Pick<ParteDeVisitasProps, "nome"> {
  readonly feito: PlanoFeito;
  readonly equipes: readonly Equipe[];
  /** The method of the address, for the link. */
  readonly metodo: string;
  /** "novo": one that is not in the plan is to be chosen first; null = closed. */
  readonly alvo: number | "novo" | null;
  readonly onFechar: () => void;
  /** Makes the change; settles with why it was not made, or null. */
  readonly onAplicar: (edicao: Edicao) => Promise<string | null>;
}

/** What can be done with one municipality: another tour, a lock, out of the plan. */
export function MudarMunicipio({ feito, alvo, nome, onFechar, ...resto }: MudarMunicipioProps) {
  return (
    <Drawer aberto={alvo !== null} titulo={alvo === null || alvo === "novo" ? "Acrescentar município" : nome(alvo)} onFechar={onFechar} lado="direita">
      {alvo === "novo" ? (
        <Escolher feito={feito} nome={nome} onFechar={onFechar} {...resto} />
      ) : alvo === null ? null : (
        <Corpo key={alvo} feito={feito} codigo={alvo} nome={nome} onFechar={onFechar} {...resto} />
      )}
    </Drawer>
  );
}

type EscolherProps = Omit<MudarMunicipioProps, "alvo">;

function Escolher({ feito, nome, ...resto }: EscolherProps) {
  const [escolhido, setEscolhido] = useState("");
  const opcoes = useMemo(
    () => [
      { valor: "", rotulo: "Escolha o município" },
      ...feito.plano.fora
        .map(({ codigo }) => ({ valor: String(codigo), rotulo: nome(codigo) }))
        .sort((a, b) => compareNames(a.rotulo, b.rotulo)),
    ],
    [feito.plano.fora, nome],
  );
  return (
    <div className="ui-stack">
      <SelectField rotulo="Município fora do plano" valor={escolhido} opcoes={opcoes} onMudar={setEscolhido} />
      {escolhido === "" ? null : <Corpo key={escolhido} feito={feito} codigo={Number(escolhido)} nome={nome} {...resto} />}
    </div>
  );
}

function Corpo({ feito, equipes, metodo, codigo, nome, onFechar, onAplicar }: EscolherProps & { readonly codigo: number }) {
  const { plano, entrada } = feito;
  const { ajustes } = entrada;
  const visita = useMemo(() => visitasDoPlano(plano).get(codigo) ?? null, [plano, codigo]);
  const motivoFora = plano.fora.find((fora) => fora.codigo === codigo)?.motivo ?? null;
  const destinos = useMemo(
    () => destinosDe(plano.viagens, equipes, trimestresDe(ajustes), nome, codigo),
    [plano.viagens, equipes, ajustes, nome, codigo],
  );
  const [escolhido, setEscolhido] = useState(NENHUM_DESTINO);
  const [ocupado, setOcupado] = useState(false);
  const [recusa, setRecusa] = useState("");
  const trava = ajustes.travas.find((uma) => uma.codigo === codigo) ?? null;
  const fazer = async (edicao: Edicao): Promise<void> => {
    setOcupado(true);
    const motivo = await onAplicar(edicao);
    setOcupado(false);
    setRecusa(motivo ?? "");
    if (motivo === null) onFechar();
  };
  const destino = destinos.find(({ valor }) => valor === escolhido)?.destino ?? null;
  return (
    <div className="ui-stack visitas-mudar" aria-busy={ocupado}>
      {visita === null ? (
        <p>Fora do plano{motivoFora === null ? "" : `: ${fraseDoMotivoFora(motivoFora, nome)}`}.</p>
      ) : (
        <dl className="visitas-fatos">
          <Fato nome="Visita">
            {intervaloEmDatas(visita.parada.chegada, visita.parada.saida)} ({count(visita.parada.dias, "dia", "dias", "m")})
          </Fato>
          <Fato nome="Equipe">{rotuloDaEquipe(equipes, visita.viagem.equipe)}</Fato>
          <Fato nome="Prioridade">{visita.parada.valor === null ? "sem nota" : `${formatNumber(visita.parada.valor, 1)} pontos`}</Fato>
          <Fato nome="Por quê">{fraseDoMotivoDentro(visita.parada.motivo, { interno: true })}</Fato>
        </dl>
      )}
      <form
        className="ui-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (destino === null) setRecusa("Escolha a viagem.");
          else void fazer({ tipo: "mover", codigo, destino });
        }}
      >
        <SelectField rotulo={visita === null ? "Pôr em" : "Mover para"} valor={escolhido} opcoes={destinos} onMudar={setEscolhido} />
        <div className="ui-row">
          <button type="submit" className="ui-button ui-button-primary" disabled={ocupado}>
            {visita === null ? "Acrescentar" : "Mover"}
          </button>
        </div>
      </form>
      <p role="alert" className="visitas-recusa">
        {recusa}
      </p>
      <div className="ui-row">
        {trava !== null ? (
          <button type="button" className="ui-button" disabled={ocupado} onClick={() => void fazer({ tipo: "destravar", codigo })}>
            Destravar
          </button>
        ) : visita === null ? (
          <button type="button" className="ui-button" disabled={ocupado} onClick={() => void fazer({ tipo: "exigir-lugar", codigo, lugar: "dentro" })}>
            Exigir no próximo plano
          </button>
        ) : (
          <button type="button" className="ui-button" disabled={ocupado} onClick={() => void fazer({ tipo: "travar", codigo })}>
            Travar nesta equipe e trimestre
          </button>
        )}
        {visita === null ? null : (
          <>
            <button type="button" className="ui-button" disabled={ocupado} onClick={() => void fazer({ tipo: "mover", codigo, destino: { tipo: "fora" } })}>
              Retirar do plano
            </button>
            <button type="button" className="ui-button" disabled={ocupado} onClick={() => void fazer({ tipo: "exigir-lugar", codigo, lugar: "fora" })}>
              Deixar fora no próximo plano
            </button>
          </>
        )}
      </div>
      <p className="ui-small">
        {trava === null
          ? "Travado, o município fica onde está quando o resto é planejado de novo."
          : trava.tipo === "fora"
            ? "Travado fora: nenhum plano o inclui."
            : "Travado: continua no plano quando o resto é planejado de novo."}{" "}
        <a href={enderecoDoDossie(codigo, metodo)}>Ver o município em Prioridades</a>
      </p>
    </div>
  );
}

function Fato({ nome, children }: { readonly nome: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{nome}</dt>
      <dd>{children}</dd>
    </div>
  );
}
