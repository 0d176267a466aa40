import { type RefObject, useEffect, useRef } from "react";

/** A native dialog that is modal while `aberto`: the browser keeps the focus inside and gives it back. */
export function useModal(aberto: boolean): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === aberto) return;
    if (aberto) element.showModal();
    else element.close();
  }, [aberto]);
  return dialog;
}
