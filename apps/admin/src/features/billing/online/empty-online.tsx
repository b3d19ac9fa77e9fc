import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { onlineQueries } from "./online.queries";

/** What an empty list says: how to set a channel up while the project has none in use, otherwise how to go on. */
export function EmptyOnline({ otherwise }: { otherwise: string }) {
  const { data } = useQuery(onlineQueries.channels(useProjectId()));
  const channels = usePageLink()("billing/online/channels");
  if (!data || data.items.some(({ active }) => active)) return otherwise;
  return (
    <>
      本项目还没有启用的支付渠道，收银台上没有“线上支付码”。请先向支付机构申请商户号和签名密钥，再在
      {channels ? <Link to={channels}>支付渠道</Link> : "“支付渠道”"}里新建并检查连接。
    </>
  );
}
