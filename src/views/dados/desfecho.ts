import { capitalize, count, decapitalize, formatNumber, formatPeriod, joinPt } from "../../core/format.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import type { FileReport, LoadedFigures, OfficialMatch } from "../../data/import/report.ts";
import { isEmUso, type CargaFeita, type Entrada } from "./entrada.ts";
import { quantidade } from "./model.ts";

const TITULO: Readonly<Record<Exclude<Entrada["desfecho"]["tipo"], "carregado">, string>> = {
  perguntas: "falta responder",
  desconhecido: "não reconheci este arquivo",
  "sem-valores": "reconhecido, sem valores para carregar",
  recusado: "não foi carregado",
  cancelado: "cancelado",
  falhou: "não foi carregado",
  mapeamento: "mapeamento guardado nesta aba",
  "mapeamento-recusado": "não foi carregado",
};

/** "denuncias.csv: carregado"; also what is announced when the import ends. */
export function tituloDaEntrada({ arquivo, desfecho }: Entrada, emUso: boolean): string {
  if (desfecho.tipo === "carregado") return `${arquivo}: ${emUso ? "carregado" : "já não está em uso"}`;
  return `${arquivo}: ${TITULO[desfecho.tipo]}`;
}

/** What is announced when several files that came together are all read. */
export function resumoDoLote(entradas: readonly Entrada[], emUso: readonly string[]): string {
  const kinds: readonly (readonly [number, string, string])[] = [
    [entradas.filter((entrada) => isEmUso(entrada, emUso)).length, "carregado", "carregados"],
    [entradas.filter(({ desfecho: { tipo } }) => tipo === "perguntas").length, "espera resposta", "esperam resposta"],
    [entradas.filter(({ desfecho: { tipo } }) => tipo === "desconhecido").length, "não reconhecido", "não reconhecidos"],
    [entradas.filter(({ desfecho: { tipo } }) => tipo === "sem-valores").length, "reconhecido sem valores", "reconhecidos sem valores"],
    [entradas.filter(({ desfecho: { tipo } }) => tipo === "mapeamento").length, "mapeamento guardado", "mapeamentos guardados"],
    [entradas.filter(({ desfecho: { tipo } }) => REFUSED.has(tipo)).length, "não carregado", "não carregados"],
  ];
  const parts = kinds.flatMap(([n, um, varios]) => (n === 0 ? [] : [`${String(n)} ${n === 1 ? um : varios}`]));
  return `${count(entradas.length, "arquivo lido", "arquivos lidos")}: ${joinPt(parts)}.`;
}

const REFUSED: ReadonlySet<string> = new Set(["recusado", "falhou", "cancelado", "mapeamento-recusado"]);

const INTOCADO = "O que estava carregado antes continua como estava.";

/** What the outcome means for who loaded the file, in sentences. */
export function resumoDaEntrada({ relatorio, desfecho, carga }: Entrada, emUso: boolean): string {
  switch (desfecho.tipo) {
    case "cancelado":
      return `A leitura foi cancelada. ${INTOCADO}`;
    case "falhou":
      return `${desfecho.erro.message} ${desfecho.erro.whatToDo} ${INTOCADO}`;
    case "recusado":
      return `${recusa(relatorio)} ${INTOCADO}`;
    case "sem-valores":
      return `${relatorio === null ? "" : semValores(relatorio)} ${INTOCADO}`;
    case "perguntas":
      return `Só você pode dizer o que falta para ler o arquivo sem adivinhar; nada foi carregado ainda. ${INTOCADO}`;
    case "desconhecido":
      return `Diga o que é cada coluna, ou leia como um dos arquivos conhecidos. Nada foi carregado. ${INTOCADO}`;
    case "mapeamento":
      return `“${desfecho.mapeamento.nome}” será usado, até fechar esta aba, em arquivos não reconhecidos que tenham o mesmo cabeçalho.`;
    case "mapeamento-recusado":
      return `${desfecho.mensagem} ${desfecho.conserto}`;
    case "carregado":
      if (!emUso) return "Os dados deste arquivo foram retirados ou trocados; o aplicativo responde com outros.";
      return relatorio === null || carga === null ? "Os dados deste arquivo estão em uso." : trouxe(relatorio, carga);
  }
}

function recusa(relatorio: FileReport | null): string {
  const problem = relatorio?.problemas.find(({ gravidade }) => gravidade === "arquivo-recusado");
  if (problem !== undefined) return `${problem.mensagem} ${problem.conserto}`;
  return relatorio === null ? "" : "O arquivo foi lido, mas não trouxe nenhum valor que se possa usar; os motivos estão abaixo.";
}

/** Why a recognised file had nothing to load. */
function semValores({ totais, contagem }: FileReport): string {
  const told = totais.find(({ tipo }) => tipo === "sem-numeros");
  if (told !== undefined) return told.mensagem;
  const { fora, separadas, carregadas } = contagem;
  if (carregadas === 0 && separadas === 0) {
    if (fora === 0) return "O arquivo tem só o cabeçalho, sem linhas de dados.";
    return fora === 1
      ? "A única linha é de um município de fora do território desta instalação: não há o que carregar."
      : `As ${formatNumber(fora)} linhas são de municípios de fora do território desta instalação: não há o que carregar.`;
  }
  const [first] = totais.filter(({ gravidade }) => gravidade === "linha-separada").sort((a, b) => b.contagem - a.contagem);
  return first === undefined
    ? "As linhas do território não trazem nenhum valor dos indicadores do aplicativo."
    : `Nenhuma linha do território pôde ser usada: ${first.mensagem}`;
}

/** What came in and what it did to what was there. */
function trouxe(relatorio: FileReport, { extrato, modo, deNovo }: CargaFeita): string {
  const { figuras, contagem } = relatorio;
  const oQue = figuras.length === 0 ? quantidade({ id: extrato, linhas: contagem.carregadas }) : figurasEmPalavras(figuras);
  const titulo = CONTRACTS[extrato].title;
  const efeito =
    modo === "substitui"
      ? `Substitui ${titulo}: o que havia antes volta se você retirar o arquivo.`
      : `Acrescenta a ${titulo}: onde município, período e indicador coincidem, vale este arquivo.`;
  const outra = deNovo ? " O mesmo arquivo já estava carregado: esta leitura ficou no lugar da anterior." : "";
  const fora =
    contagem.separadas === 0 ? "" : ` ${count(contagem.separadas, "linha ficou", "linhas ficaram", "f")} de fora, com o motivo abaixo.`;
  return `${capitalize(oQue)}. ${efeito}${outra}${fora} Todas as páginas já respondem com estes dados.`;
}

/** "426 valores de 3 indicadores, de 2023". */
export function figurasEmPalavras(figuras: readonly LoadedFigures[]): string {
  const total = figuras.reduce((sum, { figuras: n }) => sum + n, 0);
  const inicio = figuras.map((figura) => figura.inicio).sort()[0] ?? "";
  const fim = figuras.map((figura) => figura.fim).sort().at(-1) ?? "";
  return `${count(total, "valor", "valores")} de ${count(figuras.length, "indicador", "indicadores")}, ${periodo(inicio, fim)}`;
}

function periodo(inicio: string, fim: string): string {
  return inicio === fim ? `de ${formatPeriod(inicio)}` : `de ${formatPeriod(inicio)} a ${formatPeriod(fim)}`;
}

/** How sure the recognition is, in words, and why. */
export function confiancaEmPalavras({ confianca, motivo }: Pick<OfficialMatch, "confianca" | "motivo">): string {
  if (confianca >= 0.95) return `Reconhecido com segurança: ${minuscula(motivo)}`;
  if (confianca >= 0.75) return `Reconhecido, com diferenças do publicado: ${minuscula(motivo)}`;
  return `Lido como você pediu, embora pareça pouco com o publicado: ${minuscula(motivo)}`;
}

/** How much a layout resembles a file that was not recognised. */
export function semelhancaEmPalavras(confianca: number): string {
  if (confianca >= 0.5) return "parecido";
  return confianca >= 0.25 ? "um pouco parecido" : "pouco parecido";
}

/** A sentence joined to another after a colon; acronyms and names keep their capitals. */
function minuscula(frase: string): string {
  return /^[A-ZÀ-Ý][a-zà-ÿ ]/.test(frase) ? decapitalize(frase) : frase;
}
