import { channelRefused, channelUnavailable } from "../online.errors.js";
import { ChannelRefusal, ChannelUnavailable } from "./payment-channel.js";

/** Puts what a channel could not or would not do into a sentence for the user. */
export async function asked<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ChannelRefusal) throw channelRefused(error.message);
    if (error instanceof ChannelUnavailable) throw channelUnavailable(error.message);
    throw error;
  }
}
