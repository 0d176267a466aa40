import { count, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { DemandaNaoAtendida, EntradaDoPlano } from "../../../core/visitas/plano.ts";
import type { PrecoDaRegra, Regra } from "../../../core/visitas/preco.ts";
import type { ColisaoDoPlano } from "../../../data/visitas/limite/plano.ts";
import { equipesDe, rotuloDaEquipe } from "../equipes.ts";
import { cotaEmPalavras, nomeDaRegiao } from "../motivos/model.ts";

/** What words about rules are made from. */
export interface PecasDasRegras {
  readonly entrada: EntradaDoPlano;
  readonly municipios: readonly Municipio[];
  readonly nome: (codigo: number) => string;
}

const MESES = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"] as const;
const MAIS_NOMES = 6;

/** True for a means that can be added; the others are rules that can be given up. */
export function isMeio({ tipo }: Regra): boolean {
  return tipo === "mais-um-dia" || tipo === "mais-uma-equipe";
}

/** What the rule says, a phrase with a capital. */
export function rotuloDaRegra(regra: Regra, { entrada, municipios, nome }: PecasDasRegras): string {
  const { ajustes } = entrada;
  switch (regra.tipo) {
    case "cota": {
      const cota = ajustes.cotas[regra.cota];
      return cota === undefined ? `Cota ${regra.cota + 1}` : `Cota: ${cotaEmPalavras(cota, municipios)}`;
    }
    case "trava": {
      const trava = ajustes.travas.find(({ codigo }) => codigo === regra.codigo);
      if (trava === undefined) return `Trava: ${nome(regra.codigo)}`;
      const onde = [
        ...(trava.equipe === undefined ? [] : [rotuloDaEquipe(equipesDe(ajustes, nome), trava.equipe).toLocaleLowerCase("pt-BR")]),
        ...(trava.trimestre === undefined ? [] : [`${trava.trimestre}º trimestre do plano`]),
        ...(trava.data === undefined ? [] : [`em ${formatDate(trava.data)}`]),
      ];
      return `Trava: ${nome(regra.codigo)} ${trava.tipo} do plano${onde.length === 0 ? "" : ` (${onde.join(", ")})`}`;
    }
    case "viagem-travada": {
      const viagem = ajustes.viagensTravadas[regra.viagem];
      if (viagem === undefined) return `Viagem travada ${regra.viagem + 1}`;
      return `Viagem travada: ${rotuloDaEquipe(equipesDe(ajustes, nome), viagem.equipe)}, a partir de ${formatDate(viagem.inicio)}`;
    }
    case "reserva":
      return `Reserva: ${count(entrada.reserva.length, "município sorteado", "municípios sorteados")}`;
    case "meses-proibidos": {
      const meses = ajustes.mesesProibidos.filter(({ regiao }) => regiao === regra.regiao).flatMap((um) => um.meses);
      return `Sem viagens em ${joinPt(meses.map((mes) => MESES[mes - 1] ?? String(mes)))}: região ${nomeDaRegiao(regra.regiao, municipios)}`;
    }
    case "mais-um-dia":
      return "Um dia a mais de campo por equipe em cada trimestre";
    case "mais-uma-equipe":
      return `Uma equipe a mais em ${nome(regra.base)}`;
  }
}

/** What the price says, whole sentences. */
export function fraseDoPreco(preco: PrecoDaRegra, cortado: boolean, nome: (codigo: number) => string): string {
  const { regra, pontos, valor, km, visitas, dias, demandas, entram, saem } = preco;
  const condicao = isMeio(regra) ? "Com ela" : "Sem ela";
  const ressalva = cortado ? " A busca foi parada antes do fim: o preço pode ser maior." : "";
  if (arredondado(pontos, 1) === 0 && demandas === 0)
    return `${isMeio(regra) ? "Não muda nada" : "Não custa nada"}: a busca não achou plano melhor ${isMeio(regra) ? "com ela" : "sem ela"}.${ressalva}`;
  const mudancas = [
    ...(arredondado(valor, 1) === 0 ? [] : [`a prioridade coberta ${valor > 0 ? "subiria" : "cairia"} ${formatNumber(Math.abs(valor), 1)} pontos`]),
    ...(visitas === 0 ? [] : [`${count(Math.abs(visitas), "visita", "visitas", "f")} a ${visitas > 0 ? "mais" : "menos"}`]),
    ...(arredondado(km, 0) === 0 ? [] : [`${formatNumber(Math.abs(km))} km a ${km > 0 ? "mais" : "menos"}`]),
    ...(dias === 0 ? [] : [`${count(Math.abs(dias), "dia de campo", "dias de campo")} a ${dias > 0 ? "mais" : "menos"}`]),
  ];
  const trocas = [
    ...(entram.length === 0 ? [] : [`${entram.length === 1 ? "Entraria" : "Entrariam"} ${nomes(entram, nome)}`]),
    ...(saem.length === 0 ? [] : [`${saem.length === 1 ? "sairia" : "sairiam"} ${nomes(saem, nome)}`]),
  ];
  // A plan that meets more demands may have fewer points: then the price is in demands.
  const ganho = [
    ...(demandas === 0 ? [] : [demandas === 1 ? "caberia mais uma exigência" : `caberiam mais ${formatNumber(demandas)} exigências`]),
    ...(arredondado(pontos, 1) === 0 ? [] : [`o plano somaria ${formatNumber(pontos, 1)} ${arredondado(pontos, 1) === 1 ? "ponto" : "pontos"} a mais`]),
  ];
  const quanto = `${condicao}, ${joinPt(ganho)}`;
  const trocasEmFrase = trocas.length === 0 ? "" : ` ${capital(trocas.join("; "))}.`;
  return `${quanto}${mudancas.length === 0 ? "" : `: ${joinPt(mudancas)}`}.${trocasEmFrase}${ressalva}`;
}

/** A demand the plan does not meet, a phrase. */
export function demandaEmPalavras(demanda: DemandaNaoAtendida, { entrada, municipios, nome }: PecasDasRegras): string {
  if (demanda.tipo === "municipio") return `visita a ${nome(demanda.codigo)}`;
  const cota = entrada.ajustes.cotas[demanda.cota];
  const qual = cota === undefined ? `cota ${demanda.cota + 1}` : cotaEmPalavras(cota, municipios);
  return `${qual} (${demanda.faltam === 1 ? "falta" : "faltam"} ${formatNumber(demanda.faltam)})`;
}

const REGRA_EM_COLISAO: Readonly<Record<ColisaoDoPlano["regras"][number], string>> = {
  dias: "os dias de campo das equipes",
  viagem: "o máximo de dias de uma viagem",
  janelas: "os dias em que se pode visitar (carência, meses sem viagem e datas marcadas)",
  lugares: "as equipes e os trimestres das travas",
  travadas: "as viagens travadas",
};

/** Demands proved not to fit together, and the rules that take part, whole sentences. */
export function colisaoEmPalavras({ municipios: codigos, cotas, regras }: ColisaoDoPlano, pecas: PecasDasRegras): string {
  const { entrada, municipios, nome } = pecas;
  const exigencias = [
    ...(codigos.length === 0 ? [] : [`${codigos.length === 1 ? "a visita a" : "as visitas a"} ${joinPt(codigos.map(nome))}`]),
    ...cotas.map((c) => {
      const cota = entrada.ajustes.cotas[c];
      return cota === undefined ? `a cota ${c + 1}` : `a cota de ${cotaEmPalavras(cota, municipios)}`;
    }),
  ];
  const uma = codigos.length + cotas.length === 1;
  const com = regras.length === 0 ? "" : ` com ${joinPt(regras.map((regra) => REGRA_EM_COLISAO[regra]))}`;
  const abertura = uma ? `Não cabe ${exigencias[0] ?? ""}: está provado que nenhum plano a atende${com}.` : `Não cabem juntas: ${exigencias.join("; e ")}. Está provado que nenhum plano atende a todas${com}.`;
  const saida = uma ? "Ceda a exigência" : "Ceda uma das exigências";
  return `${abertura} ${saida}${regras.length === 0 ? "." : regras.length === 1 ? " ou mude essa regra." : " ou mude uma dessas regras."}`;
}

function nomes(codigos: readonly number[], nome: (codigo: number) => string): string {
  const todos = codigos.map(nome);
  return joinPt(todos.length <= MAIS_NOMES ? todos : [...todos.slice(0, MAIS_NOMES - 1), `mais ${formatNumber(todos.length - MAIS_NOMES + 1)}`]);
}

function arredondado(x: number, casas: number): number {
  const fator = casas === 0 ? 1 : 10;
  return Math.abs(Math.round(x * fator) / fator);
}

function capital(texto: string): string {
  return texto.charAt(0).toLocaleUpperCase("pt-BR") + texto.slice(1);
}
