import type { OnlineChannelDto, OnlineOrderDetailDto, SaveOnlineChannelDto } from "@linli/contracts";
import { PaySimulator } from "../../../test/pay-simulator.js";
import type { TestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { unique } from "../../property/property.factories.js";
import { aDesk } from "../receipts.factories.js";

export const KEY = "0123456789abcdef0123456789abcdef";

/** What the simulator heard when it notified. */
export interface Answers {
  answers: { status: number; answer: { code: string; message: string } }[];
}

/** The body of a channel at the simulator. */
export const aChannel = (overrides: Partial<SaveOnlineChannelDto> = {}): SaveOnlineChannelDto => ({
  name: "微信支付",
  method: "WECHAT",
  merchantId: unique("M"),
  baseUrl: "http://127.0.0.1:4900",
  notifyBaseUrl: "http://127.0.0.1:3000",
  key: KEY,
  validMinutes: 30,
  active: true,
  ...overrides,
});

/** The API listening, and a channel process on this machine whose clock shows the same. */
export async function startChannel(app: TestApp) {
  await app.app.listen(0, "127.0.0.1");
  const notifyBaseUrl = await app.app.getUrl();
  const simulator = await PaySimulator.start();
  await simulator.tell("/clock", { now: app.clock.now().toISOString() });
  const setClock = (day: string) => {
    app.clock.set(day);
    return simulator.tell("/clock", { now: app.clock.now().toISOString() });
  };
  return { simulator, notifyBaseUrl, setClock };
}

export type Channel = Awaited<ReturnType<typeof startChannel>>;

/** A desk whose project has a channel at the simulator; `ordered` asks for a payment of charges. */
export async function anOnlineDesk(
  app: TestApp,
  { simulator, notifyBaseUrl }: Channel,
  overrides: Partial<SaveOnlineChannelDto> = {},
) {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const finance = await app.asRole("FINANCE_REVIEWER", desk.projectId);
  const body = aChannel({ baseUrl: simulator.url, notifyBaseUrl, ...overrides });
  await simulator.tell("/merchants", { merchantId: body.merchantId, key: KEY });
  const saved = await finance.post(`${desk.url}/online-channels`, body);
  if (saved.status !== 201) throw new Error(JSON.stringify(saved.body));
  const channel = saved.body as OnlineChannelDto;
  const orders = `${desk.url}/online-orders`;
  const anOrder = (charges: readonly { id: string }[], changed: object = {}) => ({
    id: newId(),
    channelId: channel.id,
    payerId: desk.owner.id,
    chargeIds: charges.map(({ id }) => id),
    ...changed,
  });
  const ordered = async (charges: readonly { id: string }[]): Promise<OnlineOrderDetailDto> => {
    const reply = await desk.cashier.post(orders, anOrder(charges));
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
    return reply.body as OnlineOrderDetailDto;
  };
  const order = async ({ id }: { id: string }): Promise<OnlineOrderDetailDto> =>
    (await desk.cashier.get(`${orders}/${id}`)).body as OnlineOrderDetailDto;
  return { ...desk, finance, channel, orders, anOrder, ordered, order };
}
