import { useEffect, useId, useSyncExternalStore } from "react";

const unsaved = new Set<string>();
const listeners = new Set<() => void>();

function change(id: string, isUnsaved: boolean) {
  if (isUnsaved === unsaved.has(id)) return;
  if (isUnsaved) unsaved.add(id);
  else unsaved.delete(id);
  for (const listener of listeners) listener();
}

/** Whether anything on screen holds input that is not saved. */
export const hasUnsaved = (): boolean => unsaved.size > 0;

/** Leaving the page, by link or by closing the tab, asks first while `isUnsaved`. Forms of ours call it themselves. */
export function useUnsavedGuard(isUnsaved: boolean): void {
  const id = useId();
  useEffect(() => {
    change(id, isUnsaved);
    return () => change(id, false);
  }, [id, isUnsaved]);
}

/** Re-renders when something becomes unsaved or saved. For the layout, which does the asking. */
export function useHasUnsaved(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, hasUnsaved);
}
