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
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
