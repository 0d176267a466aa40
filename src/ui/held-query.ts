/**
 * What is asked of the page's own engine and workers stays answered until its key
 * changes: being offline is no reason to wait, trying again by itself no cure.
 */
export const HELD = {
  structuralSharing: false,
  staleTime: Infinity,
  networkMode: "always",
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;
