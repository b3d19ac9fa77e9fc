import { useQuery } from "@tanstack/react-query";
import type { DeskAccountDto, DeskDto, DeskMatchDto, ReceiptDetailDto } from "@linli/contracts";
import { Alert, Card, Empty, Segmented } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Money } from "../../components/money";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { deskQueries } from "./collection.queries";
import "./desk.css";
import { DeskCharges } from "./desk-charges";
import { DeskDone } from "./desk-done";
import { DeskPayment } from "./desk-payment";
import { DeskSearch } from "./desk-search";
import { askedBackText, choosable, preselected } from "./payment-sums";
import { ShiftBar } from "./shifts/shift-bar";

/** 收银台: find the customer, see what he owes, take his money, hand him the receipt (console.md). */
export function DeskPage() {
  const [params, setParams] = useSearchParams();
  const [focusOn, setFocusOn] = useState(0);
  const roomId = params.get("roomId") ?? undefined;
  const customerId = roomId ? undefined : (params.get("customerId") ?? undefined);

  const open = (match: DeskMatchDto) =>
    setParams(match.kind === "ROOM" ? { roomId: match.id } : { customerId: match.id });

  function next() {
    setParams({});
    setFocusOn(focusOn + 1);
  }

  return (
    <div className="desk">
      <PageHeader title="收银台" help="desk" />
      <ShiftBar />
      <DeskSearch onPick={open} focusOn={focusOn} />
      {roomId || customerId ? (
        <OpenDesk key={roomId ?? customerId} query={roomId ? { roomId } : { customerId }} onNext={next} />
      ) : (
        <Card className="desk-empty">
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description="输入房号、姓名或电话后四位，按 Enter 打开；核对金额后按 Ctrl + Enter 收款"
          />
        </Card>
      )}
    </div>
  );
}

function OpenDesk({ query, onNext }: { query: { roomId?: string; customerId?: string }; onNext: () => void }) {
  const projectId = useProjectId();
  const desk = useQuery({ ...deskQueries.open(projectId, query), staleTime: 0 });
  return <QueryView query={desk}>{(data) => <Accounts desk={data} onNext={onNext} />}</QueryView>;
}

/** A room may have several payers: the owner of the one month, the tenant of the other. */
function Accounts({ desk, onNext }: { desk: DeskDto; onNext: () => void }) {
  const [payerId, setPayerId] = useState<string>();
  const account = desk.accounts.find((one) => one.payerId === payerId) ?? desk.accounts[0];
  const [turn, setTurn] = useState(0);
  if (!account) {
    return (
      <Card className="desk-empty">
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="这个房间没有业主、租户或收费对象，请先在房间档案里登记"
        />
      </Card>
    );
  }
  return (
    <>
      {desk.accounts.length > 1 && (
        <Segmented
          className="desk-payers"
          aria-label="收费对象"
          value={account.payerId}
          onChange={setPayerId}
          options={desk.accounts.map((one) => ({
            value: one.payerId,
            label: `${one.payerName}${one.roles.length > 0 ? `（${one.roles.join("、")}）` : ""} ${one.openFen > 0 ? `欠 ${formatFen(one.openFen)}` : "无欠费"}`,
          }))}
        />
      )}
      <Account
        key={`${account.payerId} ${turn}`}
        account={account}
        desk={desk}
        onNext={onNext}
        onStay={() => setTurn(turn + 1)}
      />
    </>
  );
}

function Account(props: { account: DeskAccountDto; desk: DeskDto; onNext: () => void; onStay: () => void }) {
  const { account, desk, onNext, onStay } = props;
  const [chosen, setChosen] = useState(() => preselected(account, desk.today));
  const [receipt, setReceipt] = useState<ReceiptDetailDto>();
  const mayCollect = useCan("billing:collect");
  const linkTo = usePageLink();
  const href = linkTo(`customer/customers/${account.payerId}`);
  // Somebody else may have settled a charge, or a part of it, meanwhile.
  const open = new Map(choosable(account.rooms.flatMap(({ months }) => months.flatMap(({ charges }) => charges))));
  const live = new Map(
    [...chosen].flatMap(([id, fen]) => (open.has(id) ? [[id, Math.min(fen, open.get(id) ?? 0)]] : [])),
  );

  return (
    <div className="desk-columns">
      <section aria-label="未缴费用">
        <header className="desk-account">
          <b>{href ? <Link to={href}>{account.payerName}</Link> : account.payerName}</b>
          <span className="desk-quiet">
            {account.payerNumber} {account.mobileMasked}
          </span>
          <span>
            欠费 <Money fen={account.openFen} strong />
          </span>
          {account.overdueFen > 0 && (
            <span className="negative">
              逾期 <Money fen={account.overdueFen} strong />
            </span>
          )}
          {account.lateFeeFen > 0 && (
            <span>
              违约金 <Money fen={account.lateFeeFen} strong />
            </span>
          )}
          <span>
            预收 <Money fen={account.prepaymentFen} />
            {askedBackText(account.askedBackFen)}
          </span>
        </header>
        <DeskCharges account={account} chosen={live} onChoose={setChosen} />
        <LastReceipts account={account} />
      </section>
      <aside className="desk-side">
        {receipt ? (
          <DeskDone receipt={receipt} onNext={onNext} onStay={onStay} />
        ) : mayCollect ? (
          <DeskPayment
            account={account}
            chosen={live}
            onChoose={setChosen}
            closed={desk.postable ? null : `${desk.today.slice(0, 7)} 已月结，今天不能再收款`}
            onPosted={setReceipt}
          />
        ) : (
          <Alert type="info" showIcon title="您可以查看欠费；收款需要“收款”权限" />
        )}
      </aside>
    </div>
  );
}

function LastReceipts({ account }: { account: DeskAccountDto }) {
  const linkTo = usePageLink();
  if (account.receipts.length === 0) return null;
  return (
    <section className="desk-last" aria-label="最近收据">
      <h2>最近收据</h2>
      <ul>
        {account.receipts.map(({ id, receiptNo, bookedOn, amountFen, status }) => {
          const href = linkTo(`billing/receipts/${id}`);
          return (
            <li key={id}>
              <span className="figures">{bookedOn}</span> {href ? <Link to={href}>{receiptNo}</Link> : receiptNo}{" "}
              <Money fen={amountFen} /> {status === "REVERSED" && <span className="tone tone-warning">已红冲</span>}
              {status === "RED" && <span className="tone tone-bad">红字</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
