import { Choice, Flag, Id, Int, Text } from "../../common/fields.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type OnlineMethod, onlineMethodLabels } from "./online.enums.js";

export class OnlineChannelPath extends ProjectPath {
  @Id("支付渠道") channelId: string;
}

const WEB_ADDRESS = /^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9._~/-]*)?$/;
const WEB_ADDRESS_MESSAGE = "必须是 http:// 或 https:// 开头的网址，不带参数";

/** An account of the project with a payment channel (线上支付渠道), as it was agreed with the channel. */
export class SaveOnlineChannelDto {
  @Text("渠道名称", { max: 50 }) name: string;
  /** The method of its receipts. */
  @Choice("支付方式", onlineMethodLabels) method: OnlineMethod;
  /** As the channel gave it; every message must name it. */
  @Text("商户号", { max: 32, pattern: /^[A-Za-z0-9_-]+$/, patternMessage: "商户号只能是半角字母、数字、_ 和 -" })
  merchantId: string;
  /** Where the channel listens. */
  @Text("渠道地址", { max: 200, pattern: WEB_ADDRESS, patternMessage: `渠道地址${WEB_ADDRESS_MESSAGE}` })
  baseUrl: string;
  /** Our own address as the channel reaches it from outside; its notifications come there. */
  @Text("本系统外网地址", { max: 200, pattern: WEB_ADDRESS, patternMessage: `本系统外网地址${WEB_ADDRESS_MESSAGE}` })
  notifyBaseUrl: string;
  /** The secret both sides sign with; kept encrypted, never shown again. Required for a new channel; left out, it stays. */
  @Text("签名密钥", {
    optional: true,
    min: 16,
    max: 128,
    pattern: /^[\x21-\x7e]+$/,
    patternMessage: "签名密钥只能是半角字母、数字和符号，不含空格",
  })
  key?: string | null;
  /** Minutes a payment link is good for. */
  @Int("支付链接有效分钟", { min: 5, max: 1440 }) validMinutes: number;
  @Flag("启用") active: boolean;
}

/** A channel as it is set up; the key is not among it. */
export class OnlineChannelDto {
  id: string;
  name: string;
  method: OnlineMethod;
  merchantId: string;
  baseUrl: string;
  notifyBaseUrl: string;
  /** Where the channel sends its notifications: to be entered at the channel if it asks. */
  notifyUrl: string;
  validMinutes: number;
  active: boolean;
}

export class OnlineChannelsDto {
  items: OnlineChannelDto[];
}

/** Whether the channel answered, and answered with our key. */
export class OnlineChannelCheckDto {
  ok: boolean;
  /** What was found, in a sentence. */
  message: string;
}

/** The answer the channel's protocol asks for: SUCCESS ends its repeating. */
export class OnlineNotifyAnswerDto {
  /** SUCCESS or FAIL. */
  code: string;
  message: string;
}
