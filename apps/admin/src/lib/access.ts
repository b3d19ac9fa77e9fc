/**
 * The access token lives in memory only; the refresh token is an httpOnly cookie the page never sees. Tabs share the
 * cookie, so they take turns in refreshing: two at once would look like a stolen token to the server.
 */
let accessToken: string | null = null;
let refreshing: Promise<boolean> | null = null;
const lostListeners = new Set<() => void>();
const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("linli-session");

export const getAccessToken = () => accessToken;

/** Called after signing in or changing the password; other tabs reload to become the same person. */
export function beginSession(token: string): void {
  accessToken = token;
  tabs?.postMessage("begun");
}

/** Called after signing out. */
export function endSession(): void {
  accessToken = null;
  tabs?.postMessage("ended");
}

/** Tells when the session turned out to be over. Returns the function that stops listening. */
export function onSessionLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}

tabs?.addEventListener("message", () => window.location.reload());

/** Gets a new access token by the cookie; false when there is no session any more. Concurrent callers share one request. */
export function refreshAccess(): Promise<boolean> {
  refreshing ??= inTurn(requestAccess).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function requestAccess(): Promise<boolean> {
  const response = await fetch("/api/auth/refresh", { method: "POST", credentials: "same-origin" });
  if (response.ok) {
    accessToken = ((await response.json()) as { accessToken: string }).accessToken;
    return true;
  }
  // A server that is down or busy says nothing about the session.
  if (response.status >= 500 || response.status === 429) throw new TypeError("refresh unavailable");
  const wasSignedIn = accessToken !== null;
  accessToken = null;
  if (wasSignedIn) for (const listener of lostListeners) listener();
  return false;
}

function inTurn(task: () => Promise<boolean>): Promise<boolean> {
  if (typeof navigator === "undefined" || !navigator.locks) return task();
  return navigator.locks.request("linli-refresh", task);
}
