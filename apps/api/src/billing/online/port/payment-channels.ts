import { Injectable } from "@nestjs/common";
import { Clock } from "../../../common/clock.js";
import { PersonalData } from "../../../common/crypto.js";
import { OnlineChannel } from "../online-channel.entity.js";
import { HttpPaymentChannel } from "./http-payment-channel.js";
import type { PaymentChannel } from "./payment-channel.js";

/** Gives the adapter for a channel as it is set up. A channel with a protocol of its own gets an adapter of its own here. */
@Injectable()
export class PaymentChannels {
  constructor(
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  of({ baseUrl, merchantId, keyCipher }: OnlineChannel): PaymentChannel {
    const signer = { merchantId, key: this.personal.decrypt(keyCipher) };
    return new HttpPaymentChannel(baseUrl, signer, () => this.clock.now());
  }
}
