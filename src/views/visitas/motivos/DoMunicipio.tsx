import { useState } from "react";
import { enderecoDoMunicipio } from "../../../core/dossie/endereco.ts";
import { formatDate, formatNumber } from "../../../core/format.ts";
import { intervaloEmDatas } from "../periodo.ts";
import type { Edicao, ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { Dossie } from "../Dossie.tsx";
import { fraseDoSaldo, type LinhaDeMotivo } from "./model.ts";

interface DoMunicipioProps extends Pick<ParteDeVisitasProps, "aplicar" | "ajustes" | "estado" | "mudar"> {
  readonly linha: LinhaDeMotivo;
  readonly feito: PlanoFeito;
}

/** The chosen municipality: its reason in full, and what can be asked of the plan for it. */
export function DoMunicipio({ linha, feito, aplicar, ajustes, estado, mudar }: DoMunicipioProps) {
  const { codigo, nome, motivo, nota, valor, ultimaVisita } = linha;
  const [aviso, setAviso] = useState("");
  const viagem = feito.plano.viagens.find(({ paradas }) => paradas.some((parada) => parada.codigo === codigo));
  const parada = viagem?.paradas.find((uma) => uma.codigo === codigo);
  const saldo = fraseDoSaldo(feito.plano.fora.find((um) => um.codigo === codigo)?.motivo);
  const trava = ajustes.travas.find((uma) => uma.codigo === codigo);
  const fazer = (edicao: Edicao, feita: string): void => {
    setAviso("");
    void aplicar(edicao).then((recusa) => {
      setAviso(recusa ?? feita);
    });
  };
  return (
    <section className="visitas-motivo-municipio ui-card" aria-labelledby="visitas-motivo-nome">
      <h3 id="visitas-motivo-nome">
        <Dossie codigo={codigo} nome={nome} metodo={estado.metodo} />
      </h3>
      <p>
        {viagem === undefined || parada === undefined ? (
          <>
            Fora do plano. {motivo}. {saldo}
          </>
        ) : (
          <>
            Visita de {intervaloEmDatas(parada.chegada, parada.saida)}, {linha.equipe}, na viagem de {intervaloEmDatas(viagem.inicio, viagem.fim)}.{" "}
            {motivo}.
          </>
        )}
      </p>
      <p className="ui-small ui-muted">
        Prioridade {valor === null ? "sem nota" : `${formatNumber(valor, 1)} pontos`}; nota {nota === null ? "sem nota" : formatNumber(nota, 1)}; última
        visita {ultimaVisita === null ? "sem registro" : formatDate(ultimaVisita)}.
      </p>
      <p className="ui-no-print">
        <a href={enderecoDoMunicipio(codigo, estado.metodo)}>Dossiê para a visita</a>
      </p>
      <div className="ui-row ui-no-print">
        {trava === undefined ? (
          <>
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                fazer({ tipo: "exigir-lugar", codigo, lugar: "dentro" }, `${nome} está travado dentro: vale quando o plano for feito de novo.`);
              }}
            >
              Travar dentro do plano
            </button>
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                fazer({ tipo: "exigir-lugar", codigo, lugar: "fora" }, `${nome} está travado fora: vale quando o plano for feito de novo.`);
              }}
            >
              Travar fora do plano
            </button>
          </>
        ) : (
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              fazer({ tipo: "destravar", codigo }, `${nome} está destravado.`);
            }}
          >
            Destravar {nome} ({trava.tipo} do plano)
          </button>
        )}
        {viagem === undefined ? null : (
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              mudar({ parte: "plano", viagem: viagem.id });
            }}
          >
            Ver a viagem no plano
          </button>
        )}
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            mudar({ municipio: null });
          }}
        >
          Fechar
        </button>
      </div>
      <p role="status" className={aviso === "" ? "ui-hidden" : "ui-small"}>
        {aviso}
      </p>
    </section>
  );
}
