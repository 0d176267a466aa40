import { useState, useSyncExternalStore } from "react";
import { formatDate, joinPt } from "../../../core/format.ts";
import { parseCivilDate } from "../../../core/civil-date.ts";
import { PORTE_ROTULO, PORTES } from "../../../core/municipio.ts";
import type { Cota, Trava, ViagemTravada } from "../../../core/visitas/ajustes.ts";
import { gatilhosDaAba } from "../../../data/metodo/gatilhos.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { equipesDe, rotuloDaEquipe } from "../equipes.ts";
import { trimestresDe } from "../periodo.ts";
import { CampoNumero, CampoSolto, Nota, Recusa, Secao } from "./Campos.tsx";
import type { ContextoDosCampos } from "./contexto.ts";
import { EscolherMunicipio } from "./Equipes.tsx";
import { Acrescentar, Itens } from "./Itens.tsx";
import { numeroDigitado } from "./numero.ts";

/** What the plan must do whatever the priority: triggers, locks, least numbers, reserve. */
export function Exigencias({ contexto, linkDosGatilhos }: { readonly contexto: ContextoDosCampos; readonly linkDosGatilhos: string }) {
  return (
    <>
      <Gatilhos contexto={contexto} link={linkDosGatilhos} />
      <Travas contexto={contexto} />
      <Cotas contexto={contexto} />
      <Reserva contexto={contexto} />
    </>
  );
}

function Gatilhos({ contexto: { nome }, link }: { readonly contexto: ContextoDosCampos; readonly link: string }) {
  const gatilhos = useSyncExternalStore(gatilhosDaAba.subscribe, gatilhosDaAba.ler);
  const codigos = [...new Set(gatilhos.map(({ codigo }) => codigo))];
  return (
    <Secao titulo="Visitas exigidas">
      <p>
        {codigos.length === 0 ? "Nenhuma visita é exigida nesta aba." : `Entram no plano, qualquer que seja a nota: ${joinPt(codigos.map(nome))}.`}{" "}
        <a href={link}>Exigir ou retirar visitas</a>
      </p>
      <p className="filters-help">
        O motivo pode vir de uma denúncia: fica só na memória desta aba e não vai para o endereço nem para os arquivos que se publicam.
      </p>
    </Secao>
  );
}

const QUALQUER = "";

function Travas({ contexto }: { readonly contexto: ContextoDosCampos }) {
  const { ajustes, mudar, nome, municipios } = contexto;
  const { travas, viagensTravadas } = ajustes;
  const [tipo, setTipo] = useState<Trava["tipo"]>("dentro");
  const [equipe, setEquipe] = useState(QUALQUER);
  const [trimestre, setTrimestre] = useState(QUALQUER);
  const [dia, setDia] = useState("");
  const equipes = equipesDe(ajustes, nome);
  const trimestres = trimestresDe(ajustes);
  const acrescentar = (codigo: number): string => {
    const data = dia === "" ? null : parseCivilDate(dia);
    const onde =
      tipo === "fora"
        ? {}
        : {
            ...(equipe === QUALQUER ? {} : { equipe }),
            ...(trimestre === QUALQUER ? {} : { trimestre: Number(trimestre) }),
            ...(data === null ? {} : { data }),
          };
    const outras = travas.filter((trava) => trava.codigo !== codigo);
    return mudar({ travas: [...outras, { codigo, tipo, ...onde }] });
  };
  const emPalavras = ({ codigo, tipo: qual, equipe: dela, trimestre: numero, data }: Trava): string => {
    if (qual === "fora") return `${nome(codigo)}: fica fora`;
    const partes = [
      ...(dela === undefined ? [] : [rotuloDaEquipe(equipes, dela)]),
      ...(numero === undefined ? [] : [trimestres[numero - 1]?.rotulo ?? `trimestre ${numero}`]),
      ...(data === undefined ? [] : [`em ${formatDate(data)}`]),
    ];
    return `${nome(codigo)}: entra${partes.length === 0 ? "" : `, ${partes.join(", ")}`}`;
  };
  const daViagem = ({ equipe: dela, inicio, municipios: codigos }: ViagemTravada): string =>
    `${rotuloDaEquipe(equipes, dela)}, ${formatDate(inicio)}: ${joinPt(codigos.map(nome))}`;
  return (
    <Secao titulo="Municípios e viagens travados">
      <div className="visitas-campos">
        <SelectField
          rotulo="O município"
          valor={tipo}
          opcoes={[
            { valor: "dentro", rotulo: "entra no plano" },
            { valor: "fora", rotulo: "fica fora do plano" },
          ]}
          onMudar={setTipo}
        />
        {tipo === "fora" ? null : (
          <>
            <SelectField
              rotulo="Com a equipe"
              valor={equipe}
              opcoes={[{ valor: QUALQUER, rotulo: "qualquer uma" }, ...equipes.map(({ id, rotulo }) => ({ valor: id, rotulo }))]}
              onMudar={setEquipe}
            />
            <SelectField
              rotulo="No trimestre"
              valor={trimestre}
              opcoes={[{ valor: QUALQUER, rotulo: "qualquer um" }, ...trimestres.map(({ numero, rotulo }) => ({ valor: String(numero), rotulo }))]}
              onMudar={setTrimestre}
            />
            <CampoSolto rotulo="No dia (se for marcado)" tipo="dia" valor={dia} onMudar={setDia} />
          </>
        )}
        <EscolherMunicipio rotulo="Município a travar" municipios={municipios} fora={new Set()} onEscolher={acrescentar} />
      </div>
      <Itens
        itens={travas}
        chave={({ codigo }) => String(codigo)}
        texto={emPalavras}
        vazio="Nenhum município está travado."
        onMudar={(outras) => mudar({ travas: outras })}
      />
      <Itens
        itens={viagensTravadas}
        chave={({ equipe: dela, inicio }) => `${dela} ${inicio}`}
        texto={daViagem}
        vazio="Nenhuma viagem está travada: trave-as na parte “Plano”."
        onMudar={(outras) => mudar({ viagensTravadas: outras })}
      />
    </Secao>
  );
}

function Cotas({ contexto: { ajustes, mudar, regioes, nota } }: { readonly contexto: ContextoDosCampos }) {
  const { cotas } = ajustes;
  const [grupo, setGrupo] = useState("");
  const [minimo, setMinimo] = useState("1");
  const opcoes = [
    { valor: "", rotulo: "Escolha a região ou o porte" },
    ...regioes.map(({ codigo, nome }) => ({ valor: `regiao ${codigo}`, rotulo: nome, grupo: "Região" })),
    ...PORTES.map((porte) => ({ valor: `porte ${porte}`, rotulo: PORTE_ROTULO[porte], grupo: "Porte" })),
  ];
  const rotulo = (cota: Cota): string =>
    `${cota.grupo === "porte" ? PORTE_ROTULO[cota.id] : (regioes.find(({ codigo }) => codigo === cota.id)?.nome ?? String(cota.id))}: pelo menos ${cota.minimo}`;
  const acrescentar = (): string => {
    const nova = cotaDe(grupo, numeroDigitado(minimo));
    if (nova === null) return grupo === "" ? "Escolha a região ou o porte." : "Escreva quantos municípios, com algarismos.";
    const outras = cotas.filter((cota) => cota.grupo !== nova.grupo || cota.id !== nova.id);
    return mudar({ cotas: [...outras, nova] });
  };
  return (
    <Secao titulo="Mínimo por região ou porte">
      <Acrescentar botao="Exigir" onAcrescentar={acrescentar}>
        <SelectField rotulo="Região ou porte" valor={grupo} opcoes={opcoes} onMudar={setGrupo} />
        <CampoSolto rotulo="Municípios, no mínimo" tipo="numero" valor={minimo} onMudar={setMinimo} />
      </Acrescentar>
      <Itens
        itens={cotas}
        chave={({ grupo: qual, id }) => `${qual} ${id}`}
        texto={rotulo}
        vazio="Nenhum mínimo é exigido."
        onMudar={(outras) => mudar({ cotas: outras })}
      />
      <Nota nota={nota("cotas")} />
    </Secao>
  );
}

function cotaDe(escolhido: string, minimo: number | null): Cota | null {
  if (minimo === null) return null;
  const [grupo = "", id = ""] = escolhido.split(" ");
  const porte = PORTES.find((outro) => outro === id);
  if (grupo === "porte" && porte !== undefined) return { grupo, id: porte, minimo };
  return grupo === "regiao" ? { grupo, id: Number(id), minimo } : null;
}

function Reserva({ contexto: { ajustes, mudar, nota } }: { readonly contexto: ContextoDosCampos }) {
  const [recusa, setRecusa] = useState("");
  const propria = ajustes.reserva !== null;
  return (
    <Secao titulo="Reserva sorteada">
      <label className="visitas-marca">
        <input
          type="checkbox"
          checked={propria}
          onChange={(event) => {
            setRecusa(mudar({ reserva: event.target.checked ? 0 : null }));
          }}
        />
        Escolher aqui quantos sorteados entram (senão, quantos o método diz)
      </label>
      {ajustes.reserva === null ? null : (
        <CampoNumero rotulo="Municípios sorteados" valor={ajustes.reserva} onMudar={(reserva) => mudar({ reserva })} />
      )}
      <Recusa motivo={recusa} />
      <Nota nota={nota("reserva")} />
    </Secao>
  );
}
