/** What a bank answers to one line. */
export interface AnsweredLine {
  no: number;
  account: string;
  amountFen: number;
  paidFen: number;
  /** Code and text. */
  result: readonly [code: string, text: string];
}

/** A return file as the bank's front end (BANK_FRONT_END) writes it; the bank need not give the holders' names back. */
export function frontEndReturn(batchNo: string, day: string, lines: readonly AnsweredLine[]): Buffer {
  const date = day.replaceAll("-", "");
  const number = (value: number, width: number) => String(value).padStart(width, "0");
  const sum = (of: (line: AnsweredLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const paid = lines.filter(({ paidFen }) => paidFen > 0);
  const askedFen = sum(({ amountFen }) => amountFen);
  const paidFen = sum((line) => line.paidFen);
  const totals = [number(lines.length, 8), number(askedFen, 15), number(paid.length, 8), number(paidFen, 15)];
  const details = lines.map(({ no, account, amountFen, paidFen: fen, result: [code, text] }) =>
    [
      number(no, 8),
      account.padEnd(21),
      "".padEnd(60),
      number(amountFen, 15),
      number(fen, 15),
      date,
      `${batchNo}${number(no, 6)}`.padEnd(20),
      code,
      text.padEnd(40),
    ].join(""),
  );
  return Buffer.from([["R", batchNo.padEnd(20), date, ...totals].join(""), ...details, ""].join("\r\n"), "latin1");
}
