import { ESTADO_DO_CASO_ROTULO } from "../denuncias/rotulo-do-estado.ts";
import { count, formatNumber } from "../format.ts";
import type { BlocoDoDossie, FraseDoDossie, SecaoDoDossie } from "./dossie.ts";
import type { EntradaDosDossies } from "./entrada.ts";

const texto = (frase: string, papel: FraseDoDossie["papel"] = "texto"): FraseDoDossie => ({ tipo: "frase", papel, texto: frase });

/** Counts of complaints by stage: no protocol, no theme, no text. For the technical edition only. */
export function secaoDasDenuncias({ denuncias, normaDasDenuncias }: EntradaDosDossies, codigo: number): SecaoDoDossie {
  const secao = (blocos: readonly BlocoDoDossie[]): SecaoDoDossie => ({ id: "denuncias", titulo: "Denúncias por etapa", largura: "metade", blocos });
  if (denuncias === null) return secao([texto("O registro de denúncias não foi carregado.")]);
  const daqui = denuncias.get(codigo);
  if (daqui === undefined) return secao([texto("Nenhuma denúncia registrada.")]);
  const { registradas, abertas, vencidas, esperamMunicipio, dificuldades } = daqui;
  const total = abertas.reduce((soma, { casos }) => soma + casos, 0);
  const achados = dificuldades === 0 ? "" : ` Em 12 meses, ${count(dificuldades, "caso constatou", "casos constataram")} dificuldade na gestão, que pede apoio técnico${normaDasDenuncias === null ? "" : ` (${normaDasDenuncias}, art. 10)`}.`;
  const abertos =
    total === 0
      ? "nenhum caso aberto"
      : `${count(total, "caso aberto", "casos abertos")}, ${vencidas === 0 ? "nenhum com prazo vencido" : `${formatNumber(vencidas)} com prazo vencido`}, ${esperamMunicipio === 0 ? "nenhum à espera do município" : `${formatNumber(esperamMunicipio)} à espera do município`}`;
  return secao([
    texto(`${count(registradas, "denúncia registrada", "denúncias registradas", "f")} em 12 meses; ${abertos}.${achados}`),
    ...(total === 0
      ? []
      : [
          {
            tipo: "tabela" as const,
            legenda: "Casos abertos por etapa",
            colunas: [
              { titulo: "Etapa", numero: false, parte: 0.76 },
              { titulo: "Casos", numero: true, parte: 0.24 },
            ],
            linhas: abertas.map(({ estado, casos }) => [ESTADO_DO_CASO_ROTULO[estado], formatNumber(casos)]),
          },
        ]),
    texto("Uso interno: estas contagens podem expor quem denunciou e não devem ser publicadas.", "nota"),
  ]);
}
