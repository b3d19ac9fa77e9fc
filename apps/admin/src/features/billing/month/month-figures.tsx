import type { MonthDto } from "@linli/contracts";
import { Money } from "../../../components/money";
import { StatCard } from "../../../components/stat-card";
import { lastDayOf } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";

/** The figures of a month, each a way to its rows. */
export function MonthFigures({ month: { figures, period, takingsFen } }: { month: MonthDto }) {
  const linkTo = usePageLink();
  return (
    <>
      <StatCard
        title="本月应收"
        value={<Money fen={figures.receivableFen} />}
        hint={
          figures.waivedFen > 0 ? (
            <>
              减免 <Money fen={figures.waivedFen} />
            </>
          ) : (
            "按记账月份"
          )
        }
        to={linkTo(`billing/charges?bookedPeriod=${period}`)}
      />
      <StatCard
        title="当期已收"
        value={<Money fen={figures.collectedFen} />}
        hint={figures.currentRate === null ? "还没有应收" : `收缴率 ${figures.currentRate}%`}
        to={linkTo(`billing/collection-rates?period=${period}`)}
      />
      <StatCard
        title="收回往期欠费"
        value={<Money fen={figures.collectedArrearsFen} />}
        hint={
          <>
            期初 <Money fen={figures.openingFen} />
          </>
        }
      />
      <StatCard
        title="本月收款"
        value={<Money fen={takingsFen} />}
        hint="含新收预收，减红冲，不含预收冲抵"
        to={linkTo(`billing/receipts?from=${period}-01&to=${lastDayOf(period)}`)}
      />
      <StatCard
        title="期末欠费"
        value={<Money fen={figures.closingFen} />}
        tone={figures.closingFen > 0 ? "bad" : "plain"}
        to={linkTo("billing/arrears?notYetDue=true")}
      />
    </>
  );
}
