/** Only addresses of this console; a link must not lead elsewhere after signing in. */
export function safeTarget(from: string | null): string {
  return from !== null && /^\/(?![/\\])/.test(from) && !from.startsWith("/sign-in") ? from : "/";
}
