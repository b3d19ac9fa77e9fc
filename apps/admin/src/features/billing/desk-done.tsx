import { CheckCircleFilled } from "@ant-design/icons";
import type { ReceiptDetailDto } from "@linli/contracts";
import { paymentMethodLabels } from "@linli/contracts/enums";
import { Button, Card } from "antd";
import { useEffect } from "react";
import { Link } from "react-router";
import { Money } from "../../components/money";
import { usePageLink } from "../../lib/page-links";
import { useCan } from "../../lib/use-can";
import { ReceiptPrintButton } from "./prints/receipt-print-button";

/** The receipt is written: print it, then the next customer. Esc goes on. */
export function DeskDone({
  receipt,
  onNext,
  onStay,
}: {
  receipt: ReceiptDetailDto;
  onNext: () => void;
  onStay: () => void;
}) {
  const linkTo = usePageLink();
  const mayPrint = useCan("billing:print");
  const href = linkTo(`billing/receipts/${receipt.id}`);

  useEffect(() => {
    function handle(event: KeyboardEvent) {
      if (event.key === "Escape") onNext();
    }
    window.addEventListener("keydown", handle);
    return () => window.removeEventListener("keydown", handle);
  }, [onNext]);

  return (
    <Card size="small" className="desk-payment" title="收款完成" aria-label="收款完成">
      <p className="desk-done" role="status">
        <CheckCircleFilled className="desk-done-mark" /> 收据{" "}
        {href ? <Link to={href}>{receipt.receiptNo}</Link> : receipt.receiptNo}
      </p>
      <dl className="desk-sums">
        <dt>付款人</dt>
        <dd>{receipt.payerName}</dd>
        <dt className="desk-due">收款合计</dt>
        <dd className="desk-due">
          <Money fen={receipt.amountFen} strong />
        </dd>
        {receipt.methods.map(({ method, amountFen }, index) => (
          <MethodLine key={index} name={paymentMethodLabels[method]} fen={amountFen} />
        ))}
        {receipt.prepaymentFen > 0 && <MethodLine name="其中转入预收" fen={receipt.prepaymentFen} />}
        {receipt.changeFen > 0 && (
          <>
            <dt className="desk-change">找零</dt>
            <dd className="desk-change">
              <Money fen={receipt.changeFen} strong />
            </dd>
          </>
        )}
      </dl>
      <div className="desk-next">
        {mayPrint && (
          <ReceiptPrintButton receiptId={receipt.id} type="primary" size="large" autoFocus>
            打印收据
          </ReceiptPrintButton>
        )}
        <Button size="large" onClick={onNext} autoFocus={!mayPrint}>
          下一位（Esc）
        </Button>
        <Button size="large" type="text" onClick={onStay}>
          继续收这一位
        </Button>
      </div>
    </Card>
  );
}

function MethodLine({ name, fen }: { name: string; fen: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Money fen={fen} />
      </dd>
    </>
  );
}
