import type { TransferSheetDto, TransferSheetLineDto } from "@linli/contracts";
import { meterKindLabels, transferSideLabels } from "@linli/contracts/enums";
import { amountColumn, PrintTable } from "../../components/print-table";
import { dateText } from "../../lib/dates";
import { formatFen } from "../../lib/money";
import "../../components/print-sheet.css";
import "./transfer-sheet.css";

/** 过户结算单 of one side, as the PDF says it. */
export function TransferSheet({ sheet }: { sheet: TransferSheetDto }) {
  const { side, readings } = sheet;
  const isOld = side === "OLD";
  return (
    <article className="print-sheet a4-sheet" aria-label={`过户结算单 ${sheet.number}`}>
      <p className="print-organisation">{sheet.projectName}</p>
      <h1 className="print-title">过户结算单</h1>
      <p className="transfer-sheet-side">
        <span>（{transferSideLabels[side]}联）</span>
        <strong>No. {sheet.number}</strong>
      </p>
      <dl className="print-facts transfer-sheet-facts">
        <Fact label="房号" value={sheet.roomCode} />
        <Fact label="过户日期" value={`${dateText(sheet.transferOn)}（当日起归新业主）`} />
        <Fact label="过户原因" value={sheet.reasonName} />
        <Fact label="办结" value={`${dateText(sheet.completedOn)}，经办 ${sheet.completedByName}`} />
        <Fact label="原业主" value={sheet.oldOwners.join("、") || "—"} />
        <Fact label="新业主" value={sheet.newOwners.join("、")} />
      </dl>
      {sheet.lines.length === 0 ? (
        <p className="print-empty">没有需要结算的费用</p>
      ) : (
        <PrintTable
          label="结算明细"
          columns={[
            { title: "收费项目", value: ({ feeItemName }) => feeItemName },
            { title: "计费期间", whole: true, value: ({ from, to }) => `${from} 至 ${to}` },
            { title: "天数", figure: true, value: ({ days }) => String(days) },
            amountColumn<TransferSheetLineDto>("金额", ({ amountFen }) => amountFen),
            amountColumn<TransferSheetLineDto>(isOld ? "已缴" : "原业主已缴", ({ paidFen }) => paidFen),
            amountColumn<TransferSheetLineDto>("未缴", ({ openFen }) => openFen, true),
          ]}
          rows={sheet.lines}
          notesOf={({ explanation }) => (explanation === "" ? [] : [explanation])}
        />
      )}
      <dl className="transfer-sheet-sums">
        {sums(sheet).map(([label, fen]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatFen(fen)}</dd>
          </div>
        ))}
      </dl>
      {readings.length > 0 && (
        <p className="transfer-sheet-readings">
          过户日期仪表读数：
          {readings.map(({ kind, meterNo, reading }) => `${meterKindLabels[kind]} ${meterNo}：${reading}`).join("　")}
        </p>
      )}
      <p className="transfer-sheet-total">
        <span className="print-label">{transferSideLabels[side]}应缴（大写）</span>
        <strong>{sheet.totalInWords}</strong>
        <strong className="print-figure">¥{formatFen(sheet.totalFen)}</strong>
      </p>
      <div className="transfer-sheet-signatures">
        {[`${transferSideLabels[side]}签字`, "经办人签字", "物业公司（盖章）"].map((name) => (
          <div key={name}>
            <p>{name}：</p>
            <p>日期：</p>
          </div>
        ))}
      </div>
      <p className="print-foot">打印日期 {sheet.printedOn}</p>
    </article>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** The sums under the table; those of nothing are left out after the first. */
function sums({ side, settlement, prepayments }: TransferSheetDto): [string, number][] {
  const rows: [string, number][] =
    side === "OLD"
      ? [
          ["过户日期前未缴合计", settlement.oldOwesFen],
          ...prepayments.map((one): [string, number] => [`${one.customerName}的预收余额`, one.balanceFen]),
          ["此前已申请退还的预收（仍归原业主）", settlement.askedBackFen],
          ["预收冲抵欠费", settlement.offsetFen],
          ["由新业主承担的欠费（凭协议）", settlement.assumedFen],
          ["应退预收", settlement.refundFen],
          ["预收转给新业主（凭协议）", settlement.carriedFen],
          ["已缴的过户日期以后费用，与新业主自行结算（应收回）", settlement.settleFen],
        ]
      : [
          ["过户日期起未缴合计", settlement.newOwesFen - settlement.assumedFen],
          ["承担原业主欠费（凭协议）", settlement.assumedFen],
          ["受让原业主预收（凭协议）", settlement.carriedFen],
          ["原业主已缴的过户日期以后费用，与原业主自行结算（应付）", settlement.settleFen],
        ];
  return rows.filter(([, fen], index) => index === 0 || fen !== 0);
}
