/** Two houses side by side: neighbours. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" fill="#0f766e" />
      <path d="M6 25V13l6-4.5L18 13v12z" fill="#fff" />
      <path d="M20 25V9.5l6 4.5v11z" fill="#99f6e4" />
      <path d="M10 16h4v3h-4zM10 21h4v4h-4zM22 16h2v2h-2zM22 20h2v2h-2z" fill="#0f766e" />
    </svg>
  );
}
