/** Our number of an order or refund at a channel: its id without hyphens, 32 characters, as channels allow. */
export const tradeNoOf = (id: string): string => id.replaceAll("-", "");

/** The id behind such a number, or null when it is none of ours. */
export function idOfTradeNo(tradeNo: string): string | null {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(tradeNo);
  return parts && parts.slice(1).join("-");
}
