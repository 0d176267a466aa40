import { closestCenter, pointerWithin, type Announcements, type CollisionDetection, type KeyboardCoordinateGetter, type UniqueIdentifier } from "@dnd-kit/core";

/** What a place where a municipality may be dropped says of itself. */
export interface Alvo {
  readonly viagem: string;
  /** "05/01 a 09/01/2027, equipe 1". */
  readonly rotulo: string;
}

const PASSOS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Under the pointer, or nearest where there is no pointer (keyboard). */
export const alvoDoArrasto: CollisionDetection = (args) => (args.pointerCoordinates === null ? closestCenter(args) : pointerWithin(args));

/** Arrows go from tour to tour, in the order of the list. */
export const entreViagens: KeyboardCoordinateGetter = (event, { context }) => {
  const passo = PASSOS[event.code];
  if (passo === undefined) return undefined;
  event.preventDefault();
  const cartoes = context.droppableContainers
    .getEnabled()
    .filter(({ id }) => String(id).startsWith(CARTAO))
    .flatMap(({ id }) => {
      const rect = context.droppableRects.get(id);
      return rect === undefined ? [] : [{ id, rect }];
    })
    .sort((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left);
  const aqui = context.over?.id ?? casaDe(context.active?.data.current);
  const atual = cartoes.findIndex(({ id }) => id === aqui);
  const proximo = cartoes[Math.min(cartoes.length - 1, Math.max(0, atual + passo))];
  const tamanho = context.collisionRect;
  if (proximo === undefined || tamanho === null) return undefined;
  const { rect } = proximo;
  return { x: rect.left + (rect.width - tamanho.width) / 2, y: rect.top + (rect.height - tamanho.height) / 2 };
};

const CARTAO = "cartao:";

/** Id of a tour's card as a place to drop. */
export function idDoCartao(viagem: string): string {
  return `${CARTAO}${viagem}`;
}

function casaDe(dados: Readonly<Record<string, unknown>> | undefined): string | null {
  const viagem = dados?.["viagem"];
  return typeof viagem === "string" ? idDoCartao(viagem) : null;
}

/** Where a municipality was dropped; null when nowhere. */
export function viagemDoAlvo(dados: Readonly<Record<string, unknown>> | undefined): string | null {
  const viagem = dados?.["viagem"];
  return typeof viagem === "string" ? viagem : null;
}

/** What a screen reader hears while something is carried. */
export function anuncios(nome: (codigo: number) => string): Announcements {
  const quem = (id: UniqueIdentifier): string => nome(Number(id));
  const onde = (dados: Readonly<Record<string, unknown>> | undefined): string => {
    const rotulo = dados?.["rotulo"];
    return typeof rotulo === "string" ? rotulo : "fora das viagens";
  };
  return {
    onDragStart: ({ active }) => `${quem(active.id)} foi pego. Use as setas para ir de viagem em viagem.`,
    onDragOver: ({ active, over }) => (over === null ? `${quem(active.id)} está fora das viagens.` : `${quem(active.id)} está sobre a viagem ${onde(over.data.current)}.`),
    onDragEnd: ({ active, over }) => (over === null ? `${quem(active.id)} voltou ao seu lugar.` : `${quem(active.id)} foi solto na viagem ${onde(over.data.current)}.`),
    onDragCancel: ({ active }) => `${quem(active.id)} voltou ao seu lugar.`,
  };
}

export const INSTRUCOES_DO_ARRASTO = {
  draggable: "Para mover o município, pressione espaço ou Enter, escolha a viagem com as setas e pressione espaço ou Enter de novo. Escape desiste. O botão “Mudar” faz o mesmo por uma lista.",
} as const;
