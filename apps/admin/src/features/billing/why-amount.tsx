import { Button } from "antd";
import { Money } from "../../components/money";
import { formatFen } from "../../lib/money";
import { useChargeDrawer } from "./charge-drawer";

interface Props {
  chargeId: string;
  fen: number;
  strong?: boolean;
}

/** An amount that a charge was issued with: it opens the card that says why it is this amount (GEN-03). */
export function WhyAmount({ chargeId, fen, strong = false }: Props) {
  const { drawer, show } = useChargeDrawer();
  return (
    <>
      <Button
        type="link"
        size="small"
        className="inline-button figures"
        aria-label={`${formatFen(fen)}，为什么是这个金额`}
        onClick={() => show(chargeId)}
      >
        <Money fen={fen} strong={strong} />
      </Button>
      {drawer}
    </>
  );
}
