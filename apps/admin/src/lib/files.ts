/** A stored file as the API names it. */
export interface StoredFile {
  id: string;
  name: string;
  /** In bytes. */
  size?: number;
}

/** Bytes in words: 1536 → "1.5 KB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const short = (amount: number) => amount.toFixed(1).replace(".0", "");
  if (bytes < 1024 * 1024) return `${short(bytes / 1024)} KB`;
  return `${short(bytes / 1024 / 1024)} MB`;
}
