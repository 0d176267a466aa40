import "./panel.css";

export function CloseButton({ onFechar }: { readonly onFechar: () => void }) {
  return (
    <button type="button" className="panel-close" aria-label="Fechar" onClick={onFechar}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M2 2 14 14M14 2 2 14" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </button>
  );
}
