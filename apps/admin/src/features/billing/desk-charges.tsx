import type { DeskAccountDto, DeskChargeDto, DeskRoomDto } from "@linli/contracts";
import { chargeExclusionLabels } from "@linli/contracts/enums";
import { Alert, Button, Checkbox, Empty } from "antd";
import { Fragment } from "react";
import { Link } from "react-router";
import { Money } from "../../components/money";
import { MoneyInput } from "../../components/money-input";
import { formatPeriod } from "../../lib/dates";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { useChargeDrawer } from "./charge-drawer";
import { OnDebit } from "./debit/on-debit";
import { DeskLateFee } from "./late-fees/desk-late-fee";
import { RunningPlans } from "./payment-plans/running-plans";
import { choosable } from "./payment-sums";

interface Props {
  account: DeskAccountDto;
  /** What is paid on each ticked charge, in fen. */
  chosen: ReadonlyMap<string, number>;
  onChoose: (chosen: Map<string, number>) => void;
}

/** The open charges of one payer by room and month: tick what is paid, change an amount to pay a part. */
export function DeskCharges({ account, chosen, onChoose }: Props) {
  if (account.openFen === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有欠费；可以在右侧收取预收款" />;
  }
  return (
    <>
      {account.truncated && (
        <Alert type="warning" showIcon title="未缴费用太多，这里只列出最早到期的 2,000 笔" className="form-note" />
      )}
      <RunningPlans plans={account.plans} />
      {account.rooms
        .filter(({ openFen }) => openFen > 0)
        .map((room) => (
          <RoomCharges key={room.id} room={room} chosen={chosen} onChoose={onChoose} />
        ))}
    </>
  );
}

function RoomCharges({ room, chosen, onChoose }: { room: DeskRoomDto } & Omit<Props, "account">) {
  const linkTo = usePageLink();
  const charges = room.months.flatMap((month) => month.charges);
  const href = linkTo(`property/rooms/${room.id}`);

  function choose(some: readonly DeskChargeDto[], isChosen: boolean) {
    const next = new Map(chosen);
    for (const [key, fen] of choosable(some)) {
      if (isChosen) next.set(key, fen);
      else next.delete(key);
    }
    onChoose(next);
  }

  return (
    <section className="desk-room" aria-label={`房间 ${room.code}`}>
      <header className="desk-room-head">
        <GroupCheck label={`房间 ${room.code} 全部`} charges={charges} chosen={chosen} choose={choose} />
        <h2>{href ? <Link to={href}>{room.code}</Link> : room.code}</h2>
        <span className="desk-quiet">{room.name}</span>
        {room.minimumMonths !== null && room.minimumMonths > 1 && (
          <span className="tone tone-active">建议至少缴 {room.minimumMonths} 个月</span>
        )}
        <span className="desk-room-sum">
          欠 <Money fen={room.openFen} strong />
          {room.overdueFen > 0 && <span className="negative">（逾期 {formatFen(room.overdueFen)}）</span>}
        </span>
      </header>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">月份与费用</th>
            <th scope="col">
              <span className="wide-only">应缴日</span>
            </th>
            <th scope="col" className="right">
              未缴
            </th>
            <th scope="col" className="right">
              本次收
            </th>
          </tr>
        </thead>
        {room.months.map((month) => (
          <tbody key={month.period}>
            <tr className="desk-month">
              <th scope="rowgroup" colSpan={2}>
                <GroupCheck
                  label={`${room.code} ${formatPeriod(month.period)}`}
                  charges={month.charges}
                  chosen={chosen}
                  choose={choose}
                />
                {formatPeriod(month.period)}
              </th>
              <td className="right">
                <Money fen={month.openFen} />
              </td>
              <td className="right desk-quiet">
                <Money fen={choosable(month.charges).reduce((sum, [key]) => sum + (chosen.get(key) ?? 0), 0)} />
              </td>
            </tr>
            {month.charges.map((charge) => (
              <Fragment key={charge.id}>
                <ChargeRow
                  charge={charge}
                  amountFen={chosen.get(charge.id)}
                  choose={(isChosen) => choose([charge], isChosen)}
                  onAmount={(fen) => onChoose(new Map(chosen).set(charge.id, Math.min(fen, charge.openFen)))}
                />
                {charge.lateFee && charge.debitBatchNo === null && (
                  <DeskLateFee charge={charge} lateFee={charge.lateFee} chosen={chosen} onChoose={onChoose} />
                )}
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function ChargeRow(props: {
  charge: DeskChargeDto;
  amountFen: number | undefined;
  choose: (isChosen: boolean) => void;
  onAmount: (fen: number) => void;
}) {
  const { charge, amountFen, choose, onAmount } = props;
  const name = `${charge.feeItemName} ${charge.serviceFrom} 至 ${charge.serviceTo}`;
  const { drawer, show } = useChargeDrawer();
  return (
    <tr className={amountFen === undefined ? "desk-unchosen" : undefined}>
      <td>
        <Checkbox
          checked={amountFen !== undefined}
          disabled={charge.debitBatchNo !== null}
          onChange={(event) => choose(event.target.checked)}
          onKeyDown={({ key }) => (key === "?" || key === "？") && show(charge.id)}
          aria-label={name}
        >
          {charge.feeItemName}
        </Checkbox>
        <span className="desk-quiet figures">
          {charge.serviceFrom.slice(5)} ~ {charge.serviceTo.slice(5)}
        </span>
        {charge.debitBatchNo !== null && <OnDebit batchNo={charge.debitBatchNo} />}
      </td>
      <td className="figures">
        <span className="wide-only">{charge.dueOn} </span>
        {charge.daysLate > 0 && <span className="tone tone-bad">逾期 {charge.daysLate} 天</span>}
        {charge.exclusion && <span className="tone tone-active">{chargeExclusionLabels[charge.exclusion]}</span>}
      </td>
      <td className="right">
        <Button
          type="link"
          size="small"
          className="inline-button figures"
          tabIndex={-1}
          title="为什么是这个金额（在勾选框上按 ?）"
          aria-label={`${name} ${formatFen(charge.openFen)}，为什么是这个金额`}
          onClick={() => show(charge.id)}
        >
          <Money fen={charge.openFen} />
        </Button>
        {drawer}
      </td>
      <td className="right">
        {amountFen === undefined ? (
          "—"
        ) : (
          <MoneyInput
            size="small"
            className="desk-amount"
            aria-label={`本次收 ${name}`}
            value={amountFen}
            onChange={(fen) => onAmount(fen ?? 0)}
          />
        )}
      </td>
    </tr>
  );
}

function GroupCheck(props: {
  label: string;
  charges: readonly DeskChargeDto[];
  chosen: ReadonlyMap<string, number>;
  choose: (charges: readonly DeskChargeDto[], isChosen: boolean) => void;
}) {
  const { label, chosen, choose } = props;
  const charges = props.charges.filter(({ debitBatchNo }) => debitBatchNo === null);
  const ticked = charges.filter(({ id }) => chosen.has(id)).length;
  return (
    <Checkbox
      aria-label={label}
      disabled={charges.length === 0}
      checked={charges.length > 0 && ticked === charges.length}
      indeterminate={ticked > 0 && ticked < charges.length}
      onChange={(event) => choose(charges, event.target.checked)}
    />
  );
}
